// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "pages/pages.h"

namespace repere::web {
namespace {

struct Department {
  std::string_view code;
  std::string_view name;
  Markup outline;
};
constexpr Department departments[] = {
#include "pages/departments.inc"
};

/// Départements the drawn map leaves out: squares below it.
struct Overseas {
  std::string_view code;
  std::string_view name;
};
constexpr Overseas overseas[] = {{"DEP-971", "Guadeloupe"},
                                 {"DEP-972", "Martinique"},
                                 {"DEP-973", "Guyane"},
                                 {"DEP-974", "La Réunion"},
                                 {"DEP-976", "Mayotte"}};

/// Five shades on a logarithmic scale, since counts spread over several powers of ten.
int shade(std::size_t count, std::size_t most) {
  if (count == 0) return 0;
  if (most <= 1) return 5;
  const double share =
      std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(most));
  return std::clamp(static_cast<int>(std::ceil(share * 5)), 1, 5);
}

std::string link_to(const Context& context, std::string_view path, std::string_view code) {
  Parameters chosen = context.params;
  chosen.offset = 0;
  chosen.filters.territories = {std::string(code)};
  return url_of(path, chosen);
}

Html legend(std::size_t most) {
  Html html;
  return html << "<p class=\"legend\"><span>moins</span> <span class=\"key s1\"></span><span "
                 "class=\"key s2\"></span>"
                 "<span class=\"key s3\"></span><span class=\"key s4\"></span><span class=\"key "
                 "s5\"></span> "
                 "<span>plus (jusqu'à "_html
              << french_count(most) << ")</span></p>"_html;
}

}  // namespace

Html department_map(const Context& context, const std::vector<query::FacetValue>& territories,
                    std::string_view path) {
  std::map<std::string_view, std::size_t> counts;
  std::size_t most = 0;
  for (const auto& value : territories)
    if (value.value.starts_with("DEP-")) {
      counts[value.value] = value.count;
      most = std::max(most, value.count);
    }
  Html html;
  if (most == 0) return html;
  // The list beside the map says the same in words: the picture is for the mouse alone.
  html
      << "<figure class=\"map\"><svg viewBox=\"0 0 613 630\" aria-hidden=\"true\" focusable=\"false\">"_html;
  const auto open = [&](std::string_view code, std::size_t count) {
    html << "<a class=\"s"_html << shade(count, most) << "\" tabindex=\"-1\" href=\""_html
         << link_to(context, path, code) << "\">"_html;
  };
  for (const auto& place : departments) {
    const auto found = counts.find(place.code);
    const auto count = found == counts.end() ? 0 : found->second;
    if (count > 0) open(place.code, count);
    html << "<path d=\""_html << place.outline << "\">"_html;
    if (count > 0)
      html << "<title>"_html << place.name << " : "_html << french_count(count)
           << "</title></path></a>"_html;
    else
      html << "</path>"_html;
  }
  int x = 20;
  for (const auto& place : overseas) {
    const auto found = counts.find(place.code);
    const auto count = found == counts.end() ? 0 : found->second;
    if (count > 0) open(place.code, count);
    html << "<rect x=\""_html << x
         << "\" y=\"560\" width=\"26\" height=\"26\" rx=\"4\"><title>"_html << place.name
         << " : "_html << french_count(count) << "</title></rect><text x=\""_html << x + 13
         << "\" y=\"604\">"_html << place.code.substr(4) << "</text>"_html;
    if (count > 0) html << "</a>"_html;
    x += 50;
  }
  return html << "</svg>"_html << legend(most)
              << "<figcaption>Passages par département. Fond de carte : MapSVG, par @svg-maps, "
                 "licence CC BY 4.0, simplifié.</figcaption></figure>"_html;
}

}  // namespace repere::web
