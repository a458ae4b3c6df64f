// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "pages/layout.h"
#include "pages/pages.h"

namespace repere::web {
namespace {

constexpr std::size_t page_size = 50;

Markup origin_text(corpus::Origin origin) {
  switch (origin) {
    case corpus::Origin::list:
      return "dit en tête de liste"_html;
    case corpus::Origin::heading:
      return "dit dans le titre"_html;
    case corpus::Origin::report:
      return "du rapport"_html;
    default:
      return ""_html;
  }
}

/// A column title that sorts: a link, with its state said to screen readers.
Html sort_header(const Context& context, Markup label, std::string_view up, std::string_view down) {
  Html html;
  const auto& sort = context.params.sort;
  const bool rising = sort == up, falling = !down.empty() && sort == down;
  Parameters next = context.params;
  next.offset = 0;
  next.sort = std::string(falling || down.empty() ? up : down);  // largest and latest first
  html << "<th scope=\"col\""_html;
  if (rising) html << " aria-sort=\"ascending\""_html;
  if (falling) html << " aria-sort=\"descending\""_html;
  return html << "><a href=\""_html << url_of("/chiffres", next) << "\">"_html << label
              << (rising    ? " ▲"_html
                  : falling ? " ▼"_html
                            : ""_html)
              << "</a></th>"_html;
}

std::string said(const query::FigureHit& row) {
  std::string text =
      row.text.empty() ? french_quantity(row.figure.value, row.figure.unit) : row.text;
  if (!row.figure.approx.empty() && text.find(row.figure.approx) == std::string::npos)
    text = row.figure.approx + " " + text;
  return text;
}

Html when_cell(const corpus::Figure& figure) {
  Html html;
  if (!figure.year) return html << "<span class=\"n\">non dit</span>"_html;
  html << *figure.year;
  if (const auto origin = origin_text(figure.year_from); !origin.view().empty())
    html << " <small>"_html << origin << "</small>"_html;
  return html;
}

Html where_cell(const corpus::Figure& figure) {
  Html html;
  const auto place = territory_label(figure.territory, figure.territory_name);
  if (place.empty()) return html << "<span class=\"n\">non dit</span>"_html;
  html << place;
  if (const auto origin = origin_text(figure.territory_from); !origin.view().empty())
    html << " <small>"_html << origin << "</small>"_html;
  return html;
}

Html value_cell(const corpus::Figure& figure) {
  Html html;
  const bool is_range = figure.low && figure.high;
  if (is_range)
    html << french_number(*figure.low) << " à "_html << french_quantity(*figure.high, figure.unit);
  else
    html << french_quantity(figure.value, figure.unit);
  if (figure.of) html << " <small>sur "_html << french_number(*figure.of) << "</small>"_html;
  if (figure.change) {
    html << " <small>("_html << (*figure.change > 0 ? "+"_html : ""_html)
         << french_number(*figure.change) << " %"_html;
    if (!figure.base.empty()) html << " "_html << figure.base;
    html << ")</small>"_html;
  }
  return html;
}

Html table_row(const Context& context, const query::FigureHit& row) {
  Html html;
  html << "<tr><td class=\"value\" data-name=\"Valeur\">"_html << value_cell(row.figure)
       << "</td><th scope=\"row\" data-name=\"Quoi\">"_html
       << (row.figure.label.empty() ? shortened(row.sentence, 120) : row.figure.label)
       << "</th><td data-name=\"Où\">"_html << where_cell(row.figure)
       << "</td><td data-name=\"Quand\">"_html << when_cell(row.figure)
       << "</td><td data-name=\"Comme c'est dit\"><q>"_html << said(row)
       << "</q><details><summary>la phrase</summary><p>"_html << row.sentence
       << "</p></details></td><td data-name=\"Source\"><a href=\""_html
       << report_url(row.document, context.params.q, row.passage) << "\">"_html
       << title_or_id(row.title, row.document);
  if (row.page > 0) html << ", page&nbsp;"_html << row.page;
  return html << "</a>"_html << digest_note(row.nature, row.publisher, row.title, row.url)
              << "</td></tr>"_html;
}

Html table(const Context& context, const query::FiguresResult& result) {
  Html html;
  html
      << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
         "aria-labelledby=\"titre-tableau\"><table class=\"figures\">"
         "<caption id=\"titre-tableau\" class=\"visually-hidden\">Chiffres trouvés</caption><thead><tr>"_html
      << sort_header(context, "Valeur"_html, "value", "-value")
      << sort_header(context, "Quoi"_html, "label", "") << "<th scope=\"col\">Où</th>"_html
      << sort_header(context, "Quand"_html, "year", "-year")
      << "<th scope=\"col\">Comme c'est dit</th><th scope=\"col\">Source</th></tr></thead><tbody>"_html;
  for (const auto& row : result.figures) html << table_row(context, row);
  return html << "</tbody></table></div>"_html;
}

Html text_field(Markup id, Markup label, std::string_view value, Markup hint) {
  Html html;
  return html << "<div><label for=\""_html << id << "\">"_html << label
              << "</label><input id=\""_html << id << "\" name=\""_html << id << "\" value=\""_html
              << value << "\" maxlength=\"60\" placeholder=\""_html << hint << "\"></div>"_html;
}

Html query_form(const Context& context) {
  Html html;
  const auto& params = context.params;
  html
      << "<search><form class=\"figures-form\" action=\"/chiffres\" method=\"get\" "
         "role=\"search\"><div class=\"wide\"><label for=\"q\">Chiffres sur…</label>"
         "<input id=\"q\" name=\"q\" type=\"search\" maxlength=\"500\" autocomplete=\"off\" value=\""_html
      << params.q << "\" placeholder=\"contrats aidés\"></div>"_html
      << "<div><label for=\"unit\">Unité</label><input id=\"unit\" name=\"unit\" list=\"unites\" maxlength=\"60\" value=\""_html
      << params.unit
      << "\" placeholder=\"EUR, %…\"><datalist id=\"unites\"><option value=\"EUR\">euros</option>"
         "<option value=\"%\">pour cent</option><option value=\"km\"></option><option "
         "value=\"ha\"></option>"
         "<option value=\"m2\"></option><option value=\"an\">années</option></datalist></div>"_html
      << text_field("min"_html, "Au moins"_html, params.min ? french_number(*params.min) : "",
                    "1 000"_html)
      << text_field("max"_html, "Au plus"_html, params.max ? french_number(*params.max) : "",
                    "1 000 000"_html)
      << hidden_filters(params)
      << "<button type=\"submit\">Voir les chiffres</button></form></search>"_html;
  return html;
}

Html export_links(const Context& context) {
  Parameters all = context.params;
  all.offset = 0;
  all.limit.reset();
  Html html;
  return html << "<p class=\"actions\">Exporter : <a href=\""_html
              << url_of("/chiffres-excel.csv", all)
              << "\">tableur (Excel, LibreOffice)</a> <a href=\""_html
              << url_of("/chiffres.csv", all) << "\">CSV</a> <a href=\""_html
              << url_of("/api/v1/figures", all) << "\">JSON</a></p>"_html;
}

Html found_part(const Context& context, const query::FiguresResult& result) {
  Html html;
  html << "<p class=\"count\" role=\"status\">"_html;
  if (!result.exact) html << "Au moins "_html;
  html << counted(result.total, "chiffre", "chiffres") << "</p>"_html;
  if (result.figures.empty())
    return html
           << "<div class=\"empty\"><h2>Aucun chiffre pour cette demande</h2><p>Retirez un filtre, "
              "élargissez les bornes, ou <a href=\"/chiffres\">voyez tous les chiffres</a>.</p></div>"_html;
  html << export_links(context) << figure_chart(result.figures) << table(context, result)
       << pagination(context, "/chiffres", result.total, result.offset, result.limit);
  if (const auto places = result.facets.find("territory"); places != result.facets.end())
    html
        << "<section aria-labelledby=\"carte\" class=\"mapped\"><h2 id=\"carte\">Sur la carte</h2>"_html
        << department_map(context, places->second, "/chiffres") << "</section>"_html;
  return html;
}

}  // namespace

Result<Response> figures_page(const Context& context) {
  auto result = context.backend.figures(context.params.figures(page_size));
  if (!result) return result.error();
  if (auto named = name_documents(context, result->facets); !named) return named.error();
  Page page;
  page.title = context.params.q.empty() ? "Les chiffres des rapports"
                                        : "Chiffres : " + shortened(context.params.q, 80);
  if (context.params.offset > 0 && result->limit > 0)
    page.title += " (page " + std::to_string(context.params.offset / result->limit + 1) + ")";
  page.current = "/chiffres";
  page.box_in_header = false;
  page.searchable = context.params.q.empty() && context.params.offset == 0;
  page.main << "<h1>Les chiffres des rapports</h1><p class=\"lead\">Chaque valeur avec ce qu'elle "
               "compte, "
               "où, quand, et la phrase qui la dit.</p>"_html
            << query_form(context) << "<div id=\"resultats\" class=\"results\">"_html
            << facet_panel(context, result->facets, "/chiffres")
            << "<div class=\"found wide\">"_html
            << filter_chips(context, result->facets, "/chiffres", result->understood)
            << found_part(context, *result) << "</div></div>"_html;
  return render(context, std::move(page));
}

}  // namespace repere::web
