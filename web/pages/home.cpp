// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <set>

#include "pages/layout.h"
#include "pages/pages.h"
#include "repere/corpus/territories.h"

namespace repere::web {
namespace {

const std::vector<query::FacetValue>& facet(const query::Facets& facets, const std::string& name) {
  static const std::vector<query::FacetValue> none;
  const auto found = facets.find(name);
  return found == facets.end() ? none : found->second;
}

Html question_link(Markup text, Markup address) {
  Html html;
  return html << "<li><a href=\"/?q="_html << address << "\">"_html << text << "</a></li>"_html;
}

Html themes_part(const query::Facets& facets) {
  Html html;
  auto themes = facet(facets, "theme");
  std::erase_if(themes, [](const auto& theme) { return !theme.parent.empty(); });
  if (themes.empty()) return html;
  std::stable_sort(themes.begin(), themes.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  html
      << "<section aria-labelledby=\"themes\"><h2 id=\"themes\">Par thème</h2><ul class=\"tiles\">"_html;
  for (const auto& theme : themes)
    html << "<li><a href=\""_html << Url("/").add("theme", theme.value).str() << "\">"_html
         << (theme.label.empty() ? theme.value : theme.label) << "</a> <span class=\"n\">"_html
         << counted(theme.count, "passage", "passages") << "</span></li>"_html;
  return html << "</ul></section>"_html;
}

Html years_part(const query::Facets& facets) {
  Html html;
  auto years = facet(facets, "year");
  if (years.empty()) return html;
  std::sort(years.begin(), years.end(),
            [](const auto& a, const auto& b) { return a.value > b.value; });
  html
      << "<section aria-labelledby=\"annees\"><h2 id=\"annees\">Par année</h2><ul class=\"years\">"_html;
  for (const auto& year : years)
    html << "<li><a href=\""_html << Url("/").add("year", year.value).str() << "\">"_html
         << (year.label.empty() ? year.value : year.label) << "</a></li>"_html;
  return html << "</ul></section>"_html;
}

/// The places of one kind, by name, with the number of passages that speak of them.
Html place_list(Markup title, std::string_view kind, std::vector<query::FacetValue> places) {
  std::erase_if(places, [&](const auto& place) { return !place.value.starts_with(kind); });
  Html html;
  if (places.empty()) return html;
  constexpr std::size_t most = 40;
  if (places.size() > most) places.resize(most);
  html << "<h3>"_html << title << "</h3><ul class=\"plain\">"_html;
  for (const auto& place : places)
    html << "<li><a href=\""_html << Url("/").add("territory", place.value).str() << "\">"_html
         << territory_label(place.value, place.label) << "</a> <span class=\"n\">"_html
         << french_count(place.count) << "</span></li>"_html;
  return html << "</ul>"_html;
}

Html places_part(const Context& context, const query::Facets& facets) {
  Html html;
  auto places = facet(facets, "territory");
  html
      << "<section aria-labelledby=\"lieux\" class=\"places\"><h2 id=\"lieux\">Par territoire</h2>"
         "<form action=\"/\" method=\"get\" class=\"near\"><label for=\"chez\">Chez moi : commune, "
         "code postal ou département</label><div class=\"field\"><input id=\"chez\" name=\"chez\" "
         "type=\"text\" maxlength=\"100\" autocomplete=\"postal-code\"><button type=\"submit\">Voir</button></div></form>"_html;
  if (!places.empty()) {
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    html << "<div class=\"map-and-list\">"_html << department_map(context, places, "/")
         << "<div>"_html << place_list("Régions"_html, "REG-", places)
         << place_list("Départements"_html, "DEP-", places) << "</div></div>"_html;
  }
  return html << "</section>"_html;
}

Html reports_part(const std::vector<query::DocumentSummary>& documents) {
  Html html;
  constexpr std::size_t most = 60;
  html
      << "<section aria-labelledby=\"rapports\"><h2 id=\"rapports\">Les rapports</h2><ul class=\"reports\">"_html;
  for (std::size_t i = 0; i < std::min(most, documents.size()); ++i) {
    const auto& document = documents[i];
    const auto place = territory_label(document.territory, document.territory_name);
    html << "<li><a href=\""_html << report_url(document.id, "", "") << "\">"_html
         << title_or_id(document.title, document.id) << "</a><p class=\"source\">"_html;
    if (!document.publisher.empty()) html << "<span>"_html << document.publisher << "</span> "_html;
    if (document.year) html << "<span>"_html << *document.year << "</span> "_html;
    if (!place.empty()) html << "<span>"_html << place << "</span> "_html;
    if (document.pages > 0)
      html << "<span>"_html << counted(document.pages, "page", "pages") << "</span>"_html;
    html << "</p>"_html
         << digest_note(document.nature, document.publisher, document.title, document.url)
         << "</li>"_html;
  }
  html << "</ul>"_html;
  if (documents.size() > most)
    html << "<p>"_html << french_count(documents.size() - most)
         << " autres rapports : cherchez-les par un mot de leur titre.</p>"_html;
  return html << "</section>"_html;
}

Result<Html> figures_part(const Context& context) {
  query::FiguresRequest request;
  request.limit = 40;
  request.unit = "EUR";
  request.sort = "-value";
  auto found = context.backend.figures(request);
  if (!found) return found.error();
  Html html;
  if (found->figures.empty()) return html;
  html
      << "<section aria-labelledby=\"montants\"><h2 id=\"montants\">Les plus gros montants cités</h2><ul class=\"amounts\">"_html;
  std::set<double> shown;  // a digest repeats its source's amounts
  for (const auto& row : found->figures) {
    if (shown.size() >= 6 || !shown.insert(row.figure.value).second) continue;
    html << "<li><a href=\""_html << report_url(row.document, "", row.passage) << "\"><strong>"_html
         << french_quantity(row.figure.value, row.figure.unit) << "</strong> <span>"_html
         << shortened(row.figure.label, 90) << "</span></a>"_html;
    html << "<p class=\"source\"><span>"_html << title_or_id(row.title, row.document)
         << "</span>"_html;
    if (row.figure.year) html << " <span>"_html << *row.figure.year << "</span>"_html;
    html << "</p>"_html << digest_note(row.nature, row.publisher, row.title, row.url)
         << "</li>"_html;
  }
  return html << "</ul><p><a href=\"/chiffres\">Tous les chiffres</a></p></section>"_html;
}

Result<Response> explore(const Context& context) {
  auto facets = context.backend.facets({});
  if (!facets) return facets.error();
  auto documents = context.backend.documents();
  if (!documents) return documents.error();
  auto figures = figures_part(context);
  if (!figures) return figures.error();
  Page page;
  page.title = "Chercher dans les rapports d'activité de l'État";
  page.current = "/";
  page.box_in_header = false;
  page.main << "<div class=\"hero\"><h1>Que font les services de l'État près de chez vous ?</h1>"
               "<p class=\"lead\">Posez une question ou tapez des mots. Repères cherche dans "_html
            << counted(documents->size(), "rapport", "rapports")
            << " et cite la phrase, le rapport et la page.</p>"_html << search_box(context, true)
            << "</div>"_html << example_questions() << themes_part(*facets)
            << places_part(context, *facets) << years_part(*facets) << *figures
            << reports_part(*documents);
  return render(context, std::move(page));
}

/// Several communes of one name: the reader says which.
Response choose_place(const Context& context, const std::string& place,
                      const std::vector<const corpus::Territory*>& communes) {
  Page page;
  page.title = "Quelle commune ?";
  page.searchable = false;
  page.main << "<h1>Quelle commune « "_html << place << " » ?</h1><ul>"_html;
  for (const auto* commune : communes) {
    page.main << "<li><a href=\""_html << Url("/").add("chez", commune->code).str() << "\">"_html
              << commune->name << "</a>"_html;
    for (const auto code : corpus::territory_ancestors(commune->code))
      if (code.starts_with("DEP-")) page.main << " ("_html << territory_label(code, "") << ")"_html;
    page.main << "</li>"_html;
  }
  page.main << "</ul>"_html;
  return render(context, std::move(page));
}

/// Where a place name, postcode or code leads: its communes before all else.
std::vector<const corpus::Territory*> places_named(const std::string& place) {
  if (const auto* exact = corpus::territory_by_code(place)) return {exact};
  auto found = corpus::territories_by_name(place);
  auto communes = found;
  std::erase_if(communes, [](const auto* one) { return !one->code.starts_with("COM-"); });
  if (!communes.empty()) return communes;
  if (found.size() > 1) found.erase(found.begin(), found.end() - 1);
  return found;
}

/// Sends « chez moi » to the nearest territory that a report speaks of, and says which.
Result<Response> near_me(const Context& context, const std::string& place) {
  const auto found = places_named(place);
  if (found.size() > 1) return choose_place(context, place, found);
  if (found.empty())
    return error_page(context, 404, "Aucun lieu ne s'appelle « " + place + " »",
                      "Donnez une commune, un code postal, un département ou une région");
  auto facets = context.backend.facets({});
  if (!facets) return facets.error();
  const auto& counts = facet(*facets, "territory");
  Url target("/");
  for (const auto code : corpus::territory_ancestors(found.back()->code)) {
    const bool known = std::any_of(counts.begin(), counts.end(), [&](const auto& value) {
      return value.value == code && value.count > 0;
    });
    if (!known && code != "FR") continue;
    target.add("territory", code).add("demande", found.back()->name);
    Response response;
    response.status = 303;
    return response.with("Location", target.str());
  }
  return error_page(context, 404, "Aucun rapport ne parle de « " + place + " »", "");
}

}  // namespace

Html example_questions() {
  Html html;
  html
      << "<section class=\"examples\" aria-label=\"Exemples de questions\"><div><h2>Pour un habitant</h2><ul>"_html
      << question_link(
             "Combien de jeunes en service civique dans l'Oise ?"_html,
             "Combien%20de%20jeunes%20en%20service%20civique%20dans%20l%27Oise%20%3F"_html)
      << question_link(
             "Combien de tués sur les routes de l'Oise en 2022 ?"_html,
             "Combien%20de%20tu%C3%A9s%20sur%20les%20routes%20de%20l%27Oise%20en%202022%20%3F"_html)
      << "</ul></div><div><h2>Pour un agent public</h2><ul>"_html
      << question_link("contrats aidés"_html, "contrats%20aid%C3%A9s"_html)
      << question_link("politique de la ville subventions"_html,
                       "politique%20de%20la%20ville%20subventions"_html)
      << "</ul></div><div><h2>Pour un chercheur, un journaliste</h2><ul>"_html
      << question_link("« très haut débit »"_html, "%22tr%C3%A8s%20haut%20d%C3%A9bit%22"_html)
      << "<li><a href=\"/chiffres?unit=EUR&amp;sort=-value\">Les plus gros montants, à "
         "exporter</a></li></ul></div></section>"_html;
  return html;
}

Result<Response> home_page(const Context& context) {
  const std::string place(context.request.param("chez"));
  if (!place.empty()) return near_me(context, place);
  if (context.params.q.empty() && context.params.filters.empty()) return explore(context);
  return results_page(context);
}

}  // namespace repere::web
