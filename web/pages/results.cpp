// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "pages/layout.h"
#include "pages/pages.h"

namespace repere::web {
namespace {

constexpr std::size_t page_size = 10;

bool looks_like_question(const std::string& q) {
  if (q.find('?') != std::string::npos) return true;
  static constexpr std::string_view openers[] = {"combien", "quel",     "qui ",   "quand",
                                                 "où ",     "qu'est",   "qu’est", "à quel",
                                                 "a quel",  "pourquoi", "comment"};
  std::string start = q.substr(0, 12);
  for (char& c : start)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return std::any_of(std::begin(openers), std::end(openers),
                     [&](std::string_view opener) { return start.starts_with(opener); });
}

/// What « chez moi » found when the place itself is in no report.
Html wider_place(const Context& context) {
  Html html;
  const auto asked = context.request.param("demande");
  const auto& places = context.params.filters.territories;
  if (asked.empty() || places.size() != 1) return html;
  const auto found = territory_label(places.front(), "");
  if (found == asked) return html;
  return html << "<p class=\"hint\" role=\"status\">Aucun rapport ne parle de « "_html << asked
              << " » : voici ce qui concerne le territoire plus large qui contient ce lieu, "_html
              << territory_kind(places.front()) << " « "_html << found << " ».</p>"_html;
}

Html did_you_mean(const Context& context, const query::SearchResult& result) {
  Html html;
  if (result.did_you_mean.empty()) return html;
  Parameters other = context.params;
  other.q = result.did_you_mean;
  other.offset = 0;
  return html << "<p class=\"mean\">Vouliez-vous dire : <a href=\""_html << url_of("/", other)
              << "\">"_html << result.did_you_mean << "</a> ?</p>"_html;
}

Html hints(const query::Understood& understood) {
  Html html;
  for (const auto& hint : understood.hints)
    html << "<p class=\"hint\">"_html << typeset(hint) << "</p>"_html;
  return html;
}

Html nothing_found(const Context& context) {
  Html html;
  html << "<div class=\"empty\"><h2>Rien dans ces rapports pour cette recherche</h2><ul>"_html;
  if (!context.params.filters.empty()) {
    Parameters wider;
    wider.q = context.params.q;
    html << "<li><a href=\""_html << url_of("/", wider)
         << "\">Chercher la même chose sans les filtres</a></li>"_html;
  }
  html << "<li>Essayez moins de mots, ou des mots plus courants : « emploi des jeunes » plutôt que "
          "« dispositif d'insertion professionnelle ».</li>"
          "<li>Vérifiez les noms propres ; les accents et les majuscules ne comptent pas.</li>"
          "<li><a href=\"/#rapports\">Voir la liste des rapports</a> : le vôtre n'y est "
          "peut-être pas encore.</li></ul>"_html;
  return html << "<h2>Des questions qui trouvent</h2>"_html << example_questions() << "</div>"_html;
}

Html result_count(const query::SearchResult& result) {
  Html html;
  html << "<p class=\"count\" role=\"status\">"_html;
  if (!result.exact) html << "Au moins "_html;
  html << counted(result.total, "passage", "passages");
  if (result.total > 0) {
    html << (result.total == 1 ? " trouvé"_html : " trouvés"_html);
    if (result.offset > 0)
      html << ", à partir du "_html << french_count(result.offset + 1) << "<sup>e</sup>"_html;
  }
  return html << "</p>"_html;
}

Html sort_links(const Context& context) {
  struct Choice {
    std::string_view sort;
    Markup label;
  };
  static constexpr Choice choices[] = {
      {"", "pertinence"_html}, {"year", "année"_html}, {"place", "lieu"_html}};
  Html html;
  html << "<p class=\"sort\"><span>Trier par</span>"_html;
  for (const auto& choice : choices) {
    Parameters sorted = context.params;
    sorted.sort = choice.sort;
    sorted.offset = 0;
    html << " <a href=\""_html << url_of("/", sorted) << "\""_html;
    if (context.params.sort == choice.sort) html << " aria-current=\"true\""_html;
    html << ">"_html << choice.label << "</a>"_html;
  }
  return html << "</p>"_html;
}

Html feed_link(const Context& context) {
  Html html;
  Parameters feed = context.params;
  feed.offset = 0;
  feed.limit.reset();
  html << "<p class=\"follow\"><a href=\""_html << url_of("/atom.xml", feed)
       << "\" type=\"application/atom+xml\">Suivre cette recherche (flux Atom)</a> "
          "<a href=\""_html
       << url_of("/chiffres", feed) << "\">Les chiffres de cette recherche</a></p>"_html;
  return html;
}

Html results_list(const Context& context, const query::SearchResult& result) {
  Html html;
  html << "<ol class=\"hits\" start=\""_html << result.offset + 1 << "\">"_html;
  for (const auto& hit : result.hits) html << hit_item(context, hit);
  return html << "</ol>"_html
              << pagination(context, "/", result.total, result.offset, result.limit);
}

Result<Html> answer_part(const Context& context) {
  const auto& params = context.params;
  if (params.q.empty() || params.offset > 0) return Html();
  auto answer = context.backend.ask(params.q, params.filters);
  if (!answer) return answer.error();
  const bool asked = !answer->understood.type.empty() || looks_like_question(params.q);
  return asked ? answer_card(context, *answer) : Html();
}

std::string results_title(const Parameters& params, std::size_t limit) {
  std::string title = params.q.empty() ? "Passages filtrés" : shortened(params.q, 80);
  if (params.offset > 0 && limit > 0)
    title += " (page " + std::to_string(params.offset / limit + 1) + ")";
  return title;
}

}  // namespace

Html hit_item(const Context& context, const query::Hit& hit) {
  const std::string place = territory_label(hit.territory, hit.territory_name);
  const std::string heading = hit.section.empty() ? hit.title : hit.section.back();
  Html html;
  html << "<li><article class=\"hit\"><h3><a href=\""_html
       << report_url(hit.document, context.params.q, hit.id) << "\">"_html
       << shortened(heading.empty() ? hit.document : heading, 140)
       << "</a></h3><p class=\"source\">"_html
       << "<span class=\"title\">"_html << title_or_id(hit.title, hit.document) << "</span>"_html;
  if (hit.year) html << " <span>"_html << *hit.year << "</span>"_html;
  if (!place.empty()) html << " <span>"_html << place << "</span>"_html;
  if (hit.page > 0) html << " <span>page&nbsp;"_html << hit.page << "</span>"_html;
  if (hit.quality == corpus::PageQuality::ocr || hit.quality == corpus::PageQuality::garbled)
    html << " <span class=\"quality\">page mal lue par la machine</span>"_html;
  html << "</p>"_html;
  if (hit.snippets.empty())
    html << "<p class=\"snippet\">"_html << shortened(hit.text, 320) << "</p>"_html;
  for (const auto& snippet : hit.snippets) {
    html << "<p class=\"snippet\">"_html;
    if (snippet.range.begin > 0) html << "… "_html;
    html.marked(snippet.text, snippet.marks);
    if (snippet.range.end < hit.text.size()) html << " …"_html;
    html << "</p>"_html;
  }
  return html << digest_note(hit.nature, hit.publisher, hit.title, hit.url)
              << "</article></li>"_html;
}

Html pagination(const Context& context, std::string_view path, std::size_t total,
                std::size_t offset, std::size_t limit) {
  Html html;
  if (limit == 0 || total <= limit) return html;
  const std::size_t last = (std::min(total, max_offset) - 1) / limit;
  const std::size_t current = offset / limit;
  const auto address = [&](std::size_t page) {
    Parameters other = context.params;
    other.offset = page * limit;
    return url_of(path, other);
  };
  html << "<nav class=\"pages\" aria-label=\"Pages de résultats\"><ul>"_html;
  if (current > 0)
    html << "<li><a rel=\"prev\" href=\""_html << address(current - 1)
         << "\">Précédente</a></li>"_html;
  const std::size_t from = current > 2 ? current - 2 : 0;
  for (std::size_t page = from; page <= std::min(last, from + 4); ++page) {
    html << "<li><a href=\""_html << address(page) << "\" aria-label=\"Page "_html << page + 1
         << "\""_html;
    if (page == current) html << " aria-current=\"page\""_html;
    html << ">"_html << page + 1 << "</a></li>"_html;
  }
  if (current < last)
    html << "<li><a rel=\"next\" href=\""_html << address(current + 1)
         << "\">Suivante</a></li>"_html;
  return html << "</ul></nav>"_html;
}

Result<Response> results_page(const Context& context) {
  auto result = context.backend.search(context.params.search(page_size));
  if (!result) return result.error();
  if (auto named = name_documents(context, result->facets); !named) return named.error();
  auto answer = answer_part(context);
  if (!answer) return answer.error();
  Page page;
  page.title = results_title(context.params, result->limit);
  page.current = "/";
  page.searchable = false;
  page.head
      << "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Cette recherche\" href=\""_html
      << url_of("/atom.xml", context.params) << "\">"_html;
  page.main << "<h1 class=\"visually-hidden\">Résultats"_html;
  if (!context.params.q.empty()) page.main << " pour « "_html << context.params.q << " »"_html;
  page.main
      << "</h1><div id=\"resultats\" class=\"results\">"_html
      << facet_panel(context, result->facets, "/") << "<div class=\"found\">"_html
      << filter_chips(context, result->facets, "/", result->understood) << wider_place(context)
      << hints(result->understood) << did_you_mean(context, *result) << *answer
      << "<section aria-labelledby=\"titre-passages\"><div class=\"bar\"><h2 id=\"titre-passages\">Passages</h2>"_html
      << result_count(*result) << "</div>"_html;
  if (result->hits.empty()) {
    page.main << nothing_found(context);
  } else {
    page.main << sort_links(context) << results_list(context, *result) << feed_link(context);
  }
  page.main << "</section></div></div>"_html;
  return render(context, std::move(page));
}

}  // namespace repere::web
