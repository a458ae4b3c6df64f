// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>

#include "pages/layout.h"
#include "pages/pages.h"
#include "repere/corpus/themes.h"

namespace repere::web {
namespace {

struct FacetKind {
  std::string_view name;
  Markup field;
  Markup legend;
};
constexpr FacetKind kinds[] = {{"theme", "theme"_html, "Thème"_html},
                               {"territory", "territory"_html, "Territoire"_html},
                               {"year", "year"_html, "Année"_html},
                               {"document", "document"_html, "Rapport"_html},
                               {"organisation", "organisation"_html, "Organisme"_html},
                               {"programme", "programme"_html, "Programme ou dispositif"_html}};
constexpr std::size_t most_shown = 60;

/// The facets people use most show more of themselves.
std::size_t shown_at_once(std::string_view kind) {
  if (kind == "theme" || kind == "territory") return 6;
  return kind == "year" ? 8 : 4;
}

/// Selected first, then as counted; years run backwards.
std::vector<query::FacetValue> ordered(const std::vector<query::FacetValue>& values, bool years) {
  auto sorted = values;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
    if (years) return a.value > b.value;
    if (a.selected != b.selected) return a.selected;
    return a.count > b.count;
  });
  return sorted;
}

Html facet_value(const FacetKind& kind, const query::FacetValue& value, bool ambiguous) {
  Html html;
  html << "<li><label><input type=\"checkbox\" name=\""_html << kind.field << "\" value=\""_html
       << value.value << "\""_html;
  if (value.selected) html << " checked"_html;
  html << "><span class=\"name\">"_html
       << shortened(value.label.empty() ? value.value : value.label, 80);
  if (ambiguous) html << " <small>"_html << territory_kind(value.value) << "</small>"_html;
  return html << "</span> <span class=\"n\">"_html << french_count(value.count)
              << "<span class=\"visually-hidden\"> passages</span></span></label></li>"_html;
}

Html facet_group(const FacetKind& kind, const std::vector<query::FacetValue>& values) {
  Html html;
  const auto sorted = ordered(values, kind.name == "year");
  html << "<fieldset><legend>"_html << kind.legend << "</legend><ul>"_html;
  // La Réunion is a région and a département: of two equal names each says its kind.
  std::map<std::string_view, int> named;
  for (const auto& value : sorted) ++named[value.label];
  const auto row = [&](std::size_t i) {
    return facet_value(kind, sorted[i], kind.name == "territory" && named[sorted[i].label] > 1);
  };
  std::size_t at = 0;
  for (; at < sorted.size() && at < shown_at_once(kind.name); ++at) html << row(at);
  html << "</ul>"_html;
  if (at < sorted.size()) {
    html << "<details><summary>"_html << french_count(std::min(sorted.size(), most_shown) - at)
         << " de plus</summary><ul>"_html;
    for (; at < std::min(sorted.size(), most_shown); ++at) html << row(at);
    html << "</ul></details>"_html;
  }
  return html << "</fieldset>"_html;
}

std::string label_of(const query::Facets& facets, const std::string& kind,
                     const std::string& value) {
  const auto facet = facets.find(kind);
  if (facet != facets.end())
    for (const auto& row : facet->second)
      if (row.value == value && !row.label.empty()) return row.label;
  if (kind == "territory") return territory_label(value, "");
  if (kind == "theme")
    if (const auto* theme = corpus::theme_by_code(value)) return std::string(theme->label);
  return value;
}

std::size_t active_filters(const query::Filters& filters) {
  return filters.themes.size() + filters.territories.size() + filters.years.size() +
         filters.documents.size() + filters.organisations.size() + filters.programmes.size();
}

/// One chip for each value of a list, with a link to the same view without it.
template <typename List, typename Text>
Html chips_of(const Context& context, std::string_view action, const query::Facets& facets,
              const std::string& kind, List query::Filters::*list, Text text) {
  Html html;
  const auto& values = context.params.filters.*list;
  for (std::size_t i = 0; i < values.size(); ++i) {
    Parameters without = context.params;
    without.offset = 0;
    (without.filters.*list).erase((without.filters.*list).begin() + static_cast<std::ptrdiff_t>(i));
    const std::string label = label_of(facets, kind, text(values[i]));
    html << "<li><a class=\"chip\" href=\""_html << url_of(action, without)
         << "\"><span class=\"visually-hidden\">Retirer le filtre : </span>"_html << label
         << " <span aria-hidden=\"true\">✕</span></a></li>"_html;
  }
  return html;
}

}  // namespace

Result<void> name_documents(const Context& context, query::Facets& facets) {
  const auto found = facets.find("document");
  if (found == facets.end() || found->second.empty()) return {};
  auto documents = context.backend.documents();
  if (!documents) return documents.error();
  std::map<std::string_view, std::string_view> titles;
  for (const auto& document : *documents) titles[document.id] = document.title;
  for (auto& value : found->second)
    if (const auto title = titles.find(value.value);
        title != titles.end() && !title->second.empty())
      value.label = title->second;
  return {};
}

Html facet_panel(const Context& context, const query::Facets& facets, std::string_view action) {
  Html groups;
  for (const auto& kind : kinds) {
    const auto found = facets.find(std::string(kind.name));
    if (found != facets.end() && !found->second.empty()) groups << facet_group(kind, found->second);
  }
  Html html;
  if (groups.empty()) return html << "<div class=\"filters none\"></div>"_html;
  html << "<details class=\"filters\"><summary>Filtrer"_html;
  if (const auto active = active_filters(context.params.filters))
    html << " ("_html << french_count(active) << ")"_html;
  html << "</summary><form id=\"filtres\" action=\""_html << action
       << "\" method=\"get\" aria-label=\"Filtres\"><h2>Filtrer</h2>"_html;
  const auto hidden = [&html](Markup name, std::string_view value) {
    if (!value.empty())
      html << "<input type=\"hidden\" name=\""_html << name << "\" value=\""_html << value
           << "\">"_html;
  };
  hidden("q"_html, context.params.q);
  hidden("sort"_html, context.params.sort);
  hidden("unit"_html, context.params.unit);
  return html
         << groups
         << "<button type=\"submit\" class=\"apply\">Appliquer les filtres</button></form></details>"_html;
}

Html filter_chips(const Context& context, const query::Facets& facets, std::string_view action,
                  const query::Understood& understood) {
  const auto as_is = [](const std::string& value) { return value; };
  Html chips;
  using query::Filters;
  chips << chips_of(context, action, facets, "theme", &Filters::themes, as_is)
        << chips_of(context, action, facets, "territory", &Filters::territories, as_is)
        << chips_of(context, action, facets, "year", &Filters::years, year_text)
        << chips_of(context, action, facets, "document", &Filters::documents, as_is)
        << chips_of(context, action, facets, "organisation", &Filters::organisations, as_is)
        << chips_of(context, action, facets, "programme", &Filters::programmes, as_is);
  for (const auto& read : understood.recognised) {
    const bool place = read.kind == "territory";
    chips << "<li><span class=\"chip read\"><span>"_html
          << (place                       ? "lieu reconnu : "_html
              : read.kind == "year"       ? "année reconnue : "_html
              : read.kind == "theme"      ? "thème reconnu : "_html
              : read.kind == "correction" ? "corrigé : "_html
                                          : "aussi cherché : "_html)
          << "</span>"_html << (read.label.empty() ? read.value : read.label)
          << "</span></li>"_html;
  }
  Html html;
  if (chips.empty()) return html;
  return html << "<ul class=\"chips\" aria-label=\"Filtres actifs et mots reconnus\">"_html << chips
              << "</ul>"_html;
}

}  // namespace repere::web
