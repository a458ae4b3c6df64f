// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "pages/pages.h"

namespace repere::web {
namespace {

struct Bar {
  std::string label;
  double value = 0;
  std::string shown;
};

/// The unit most of the figures share, when at least two do.
std::string common_unit(const std::vector<query::FigureHit>& figures) {
  std::map<std::string, int> counts;
  for (const auto& row : figures)
    if (!row.figure.unit.empty() && !row.figure.low) ++counts[row.figure.unit];
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() || best->second < 2 ? std::string() : best->first;
}

int scaled(double value, double most, int length) {
  if (most <= 0 || value <= 0) return 0;
  return std::max(1, static_cast<int>(std::lround(value / most * length)));
}

/// A list whose rows carry a drawn bar: its words stay text, at their own size on a phone.
Html bars_list(const std::vector<Bar>& bars) {
  double most = 0;
  for (const auto& bar : bars) most = std::max(most, bar.value);
  Html html;
  html << "<ul class=\"bars\">"_html;
  for (const auto& bar : bars)
    html
        << "<li><span>"_html << bar.label << "</span> <strong>"_html << bar.shown
        << "</strong><svg class=\"chart\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect width=\""_html
        << scaled(bar.value, most, 1000) << "\" height=\"10\"></rect></svg></li>"_html;
  return html << "</ul>"_html;
}

using Series = std::vector<std::pair<int, double>>;

/// The longest run of one label over at least three years.
Series one_label_over_years(const std::vector<query::FigureHit>& figures, const std::string& unit,
                            std::string& label) {
  std::map<std::string, std::map<int, double>> by_label;
  for (const auto& row : figures)
    if (row.figure.unit == unit && row.figure.year && !row.figure.low)
      by_label[row.figure.label].emplace(*row.figure.year, row.figure.value);
  Series best;
  for (const auto& [name, values] : by_label)
    if (values.size() >= 3 && values.size() > best.size()) {
      best.assign(values.begin(), values.end());
      label = name;
    }
  return best;
}

Html line_svg(const Series& points, const std::string& unit, int width, int height, bool labels) {
  double low = 0, high = 0;
  for (const auto& [year, value] : points) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (high <= low) high = low + 1;
  const int pad = labels ? 40 : 6;
  const double years = std::max(1, points.back().first - points.front().first);
  const auto px = [&](int year) {
    return pad + static_cast<int>((year - points.front().first) / years * (width - 2 * pad));
  };
  const auto py = [&](double value) {
    return height - pad - static_cast<int>((value - low) / (high - low) * (height - 2 * pad));
  };
  Html html;
  html << "<svg class=\"chart line\" viewBox=\"0 0 "_html << width << " "_html << height
       << "\" aria-hidden=\"true\" focusable=\"false\"><line class=\"base\" x1=\"0\" x2=\""_html
       << width << "\" y1=\""_html << py(0) << "\" y2=\""_html << py(0)
       << "\"></line><polyline points=\""_html;
  for (const auto& [year, value] : points) html << px(year) << ","_html << py(value) << " "_html;
  html << "\"></polyline>"_html;
  for (const auto& [year, value] : points) {
    html << "<circle cx=\""_html << px(year) << "\" cy=\""_html << py(value)
         << "\" r=\"4\"><title>"_html << year << " : "_html << french_quantity(value, unit)
         << "</title></circle>"_html;
    if (labels)
      html << "<text class=\"c\" x=\""_html << px(year) << "\" y=\""_html << height - 8
           << "\">"_html << year << "</text><text class=\"c v\" x=\""_html << px(year)
           << "\" y=\""_html << py(value) - 10 << "\">"_html
           << french_quantity(value, unit == "EUR" || unit == "%" ? unit : "") << "</text>"_html;
  }
  return html << "</svg>"_html;
}

}  // namespace

Html sparkline(const std::vector<std::pair<int, double>>& points, std::string_view unit) {
  Html html;
  if (points.size() < 3) return html;
  return html << "<figure class=\"spark\">"_html
              << line_svg(points, std::string(unit), 240, 60, false) << "<figcaption>De "_html
              << points.front().first << " à "_html << points.back().first
              << " (le tableau dit les valeurs)</figcaption></figure>"_html;
}

Html figure_chart(const std::vector<query::FigureHit>& figures) {
  Html html;
  const auto unit = common_unit(figures);
  if (unit.empty()) return html;
  std::string label;
  if (const auto series = one_label_over_years(figures, unit, label); !series.empty())
    return html << "<figure class=\"plot\"><figcaption>« "_html << label
                << " », d'année en année (mêmes valeurs dans le tableau)</figcaption>"_html
                << line_svg(series, unit, 440, 220, true) << "</figure>"_html;
  std::vector<Bar> bars;
  std::set<std::pair<std::string, double>> seen;
  for (const auto& row : figures) {
    const bool fits = row.figure.unit == unit && row.figure.value > 0 && !row.figure.low;
    if (!fits || bars.size() >= 8 || !seen.insert({row.figure.label, row.figure.value}).second)
      continue;
    std::string name = shortened(row.figure.label.empty() ? row.sentence : row.figure.label, 64);
    if (row.figure.year) name += ", " + std::to_string(*row.figure.year);
    if (!row.figure.territory_name.empty()) name += ", " + row.figure.territory_name;
    bars.push_back({std::move(name), row.figure.value, french_quantity(row.figure.value, unit)});
  }
  if (bars.size() < 2) return html;
  return html << "<figure class=\"plot\"><figcaption>Valeurs de même unité parmi celles du tableau"
                 "</figcaption>"_html
              << bars_list(bars) << "</figure>"_html;
}

}  // namespace repere::web
