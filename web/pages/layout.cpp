// SPDX-License-Identifier: GPL-2.0-or-later
#include "pages/layout.h"

#include "assets/assets.h"
#include "http/parse.h"
#include "repere/corpus/territories.h"

namespace repere::web {
namespace {

Html menu(std::string_view current) {
  struct Entry {
    Markup path, label;
  };
  static constexpr Entry entries[] = {{"/"_html, "Rechercher"_html},
                                      {"/chiffres"_html, "Chiffres"_html},
                                      {"/aide"_html, "Aide"_html}};
  Html html;
  html << "<nav class=\"menu\" aria-label=\"Menu principal\"><ul>"_html;
  for (const auto& entry : entries) {
    html << "<li><a href=\""_html << entry.path << "\""_html;
    if (entry.path.view() == current) html << " aria-current=\"page\""_html;
    html << ">"_html << entry.label << "</a></li>"_html;
  }
  return html << "</ul></nav>"_html;
}

Html head(const Page& page) {
  Html html;
  html
      << "<meta charset=\"utf-8\"><title>"_html << page.title << " – Repères</title>"_html
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"_html
      << "<meta name=\"description\" content=\"Chercher et lire les rapports d'activité des services de l'État : une réponse, sa phrase, son rapport et sa page.\">"_html
      << "<meta name=\"color-scheme\" content=\"light dark\">"_html;
  if (!page.searchable) html << "<meta name=\"robots\" content=\"noindex\">"_html;
  html
      << "<link rel=\"stylesheet\" href=\""_html << asset_path("style.css") << "\">"_html
      << "<link rel=\"icon\" type=\"image/svg+xml\" href=\""_html << asset_path("icon.svg")
      << "\">"_html
      << "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"Repères\" href=\"/opensearch.xml\">"_html
      << page.head << "<script src=\""_html << asset_path("app.js") << "\" integrity=\""_html
      << asset_integrity("app.js") << "\" defer></script>"_html;
  return html;
}

Html footer() {
  Html html;
  html
      << "<footer class=\"footer\"><div class=\"inner\">"_html
      << "<p><strong>Repères</strong> cite les rapports mot pour mot et mène à la page. Rien n'est "
         "rédigé par une machine, rien de ce que vous cherchez n'est enregistré.</p>"_html
      << "<ul><li><a href=\"/aide\">Aide</a></li>"
         "<li><a href=\"/accessibilite\">Accessibilité : partiellement conforme</a></li>"
         "<li><a href=\"/aide#donnees\">Données et API</a></li></ul></div></footer>"_html;
  return html;
}

}  // namespace

Response render(const Context& context, Page page) {
  Html html;
  html << "<!DOCTYPE html><html lang=\"fr\"><head>"_html << head(page)
       << "</head><body><a class=\"skip\" href=\"#contenu\">Aller au contenu</a>"
          "<header class=\"header\"><div class=\"inner\"><a class=\"brand\" href=\"/\">"
          "<svg class=\"logo\" viewBox=\"0 0 32 32\" width=\"32\" height=\"32\" "
          "aria-hidden=\"true\">"
          "<rect width=\"32\" height=\"32\" rx=\"7\"/><path d=\"M9 24V8h8a5 5 0 0 1 1.6 9.7L23 "
          "24h-4.2l-3.8-5.6H12.6V24zm3.6-8.8h4a1.9 1.9 0 0 0 0-3.9h-4z\"/>"
          "<circle cx=\"24\" cy=\"9\" r=\"2.6\"/></svg><span>Repères</span></a>"_html
       << menu(page.current);
  if (page.box_in_header) html << search_box(context, false);
  html << "</div></header><main id=\"contenu\" tabindex=\"-1\" class=\"inner\">"_html << page.main
       << "</main>"_html << footer() << "</body></html>\n"_html;
  Response response;
  response.status = page.status;
  response.body = std::move(html).str();
  return response;
}

Response error_page(const Context& context, int status, std::string_view message,
                    std::string_view hint) {
  Page page;
  page.title = status == 404 ? "Page introuvable" : "Demande impossible";
  page.status = status;
  page.searchable = false;
  page.main << "<h1>"_html << page.title << "</h1><p class=\"lead\">"_html << typeset(message)
            << ".</p>"_html;
  if (!hint.empty()) page.main << "<p>"_html << typeset(hint) << ".</p>"_html;
  page.main << "<p><a href=\"/\">Revenir à la recherche</a></p>"_html;
  return render(context, std::move(page));
}

Html hidden_filters(const Parameters& params) {
  Html html;
  const auto hidden = [&html](Markup name, std::string_view value) {
    html << "<input type=\"hidden\" name=\""_html << name << "\" value=\""_html << value
         << "\">"_html;
  };
  for (const auto& value : params.filters.themes) hidden("theme"_html, value);
  for (const auto& value : params.filters.territories) hidden("territory"_html, value);
  for (const auto& range : params.filters.years) hidden("year"_html, year_text(range));
  for (const auto& value : params.filters.documents) hidden("document"_html, value);
  for (const auto& value : params.filters.organisations) hidden("organisation"_html, value);
  for (const auto& value : params.filters.programmes) hidden("programme"_html, value);
  return html;
}

Html search_box(const Context& context, bool large) {
  Html html;
  html << "<search class=\"box"_html;
  if (large) html << " large"_html;
  html << "\"><form action=\"/\" method=\"get\" role=\"search\"><label for=\"q\">"_html;
  html << (large ? "Votre question ou vos mots"_html : "Rechercher dans les rapports"_html);
  html
      << "</label><div class=\"field\"><input id=\"q\" name=\"q\" type=\"search\" "
         "maxlength=\"500\" "
         "autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"true\" enterkeyhint=\"search\" value=\""_html
      << context.params.q << "\""_html;
  if (large) html << " placeholder=\"Combien de jeunes en service civique ?\""_html;
  return html << "><button type=\"submit\">Rechercher</button></div>"_html
              << hidden_filters(context.params) << "</form></search>"_html;
}

std::string report_url(std::string_view document, std::string_view q, std::string_view passage,
                       bool marks_answer) {
  Url url("/rapport/" + percent_encode(document));
  url.add("q", q).add("p", passage);
  if (marks_answer) url.add("reponse", "1");
  if (!passage.empty()) url.anchor("p-" + std::string(passage));
  return url.str();
}

Html digest_note(corpus::Nature nature, std::string_view publisher, std::string_view title,
                 std::string_view url) {
  Html html;
  if (nature != corpus::Nature::digest) return html;
  const auto source = publisher.empty() ? title : publisher;
  html << "<p class=\"digest\">résumé par Repères, d'après "_html;
  const auto address = web_address(url);
  if (address.empty()) {
    html << source;
  } else {
    html << "<a href=\""_html << address << "\" rel=\"noreferrer external\">"_html << source
         << " (source)</a>"_html;
  }
  return html << "</p>"_html;
}

std::string_view title_or_id(std::string_view title, std::string_view id) {
  return title.empty() ? id : title;
}

std::string_view territory_kind(std::string_view code) {
  static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"REG-", "région"},         {"AREG-", "ancienne région"},  {"DEP-", "département"},
      {"ARR-", "arrondissement"}, {"EPCI-", "intercommunalité"}, {"COM-", "commune"},
      {"ACA-", "académie"}};
  for (const auto& [prefix, kind] : kinds)
    if (code.starts_with(prefix)) return kind;
  return {};
}

std::string territory_label(std::string_view code, std::string_view name) {
  if (!name.empty()) return std::string(name);
  const auto* territory = corpus::territory_by_code(code);
  return std::string(territory ? territory->name : code);
}

}  // namespace repere::web
