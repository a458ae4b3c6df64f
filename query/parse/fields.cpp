// SPDX-License-Identifier: GPL-2.0-or-later
#include "parse/fields.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "repere/corpus/extraction.h"
#include "repere/corpus/territories.h"
#include "repere/corpus/themes.h"

namespace repere::query {
namespace {

void unread(std::string_view field, std::string_view value, ParsedQuery& out) {
  out.hints.push_back("« " + std::string(field) + ":" + std::string(value) +
                      " » n'est pas compris : ce filtre n'a pas été pris en compte.");
}

bool read_year(std::string_view text, int& year) {
  if (text.size() != 4 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
    return false;
  year = std::stoi(std::string(text));
  return true;
}

/// « 2016 », « 2014..2016 », « 2014.. », « ..2016 ».
bool read_years(std::string_view value, YearRange& range) {
  const auto dots = value.find("..");
  if (dots == std::string_view::npos) {
    if (!read_year(value, range.from)) return false;
    range.to = range.from;
    return true;
  }
  const auto first = value.substr(0, dots), last = value.substr(dots + 2);
  if (first.empty() && last.empty()) return false;
  if (!first.empty() && !read_year(first, range.from)) return false;
  if (!last.empty() && !read_year(last, range.to)) return false;
  if (range.from > range.to) std::swap(range.from, range.to);
  return true;
}

/// « 1M€ », « 2,5 Md€ », « 300 000 », « 50k€ » in euros; NaN for anything else.
double read_euros(std::string_view text) {
  const auto numbers = corpus::find_numbers(text);
  double value = std::numeric_limits<double>::quiet_NaN();
  std::size_t end = 0;
  if (!numbers.empty() && numbers.front().span.begin == 0) {
    value = numbers.front().value;
    end = numbers.front().span.end;
  }
  auto unit = corpus::fold(text.substr(end));
  std::erase_if(unit, [](char c) { return c == ' '; });
  if (unit.starts_with("md"))
    value *= 1e9;
  else if (unit.starts_with("m"))
    value *= 1e6;
  else if (unit.starts_with("k"))
    value *= 1e3;
  return value;
}

/// « >1M€ », « <500k€ », « 1M€..2M€ », « 1M€ ».
bool read_amount(std::string_view value, Constraints& out) {
  const auto dots = value.find("..");
  const bool more = value.starts_with(">"), less = value.starts_with("<");
  if (dots != std::string_view::npos) {
    const double low = read_euros(value.substr(0, dots)), high = read_euros(value.substr(dots + 2));
    if (std::isnan(low) || std::isnan(high)) return false;
    out.least_amount = std::min(low, high);
    out.most_amount = std::max(low, high);
    return true;
  }
  if (more || less) value.remove_prefix(1);
  if (value.starts_with("=")) value.remove_prefix(1);
  const double sum = read_euros(value);
  if (std::isnan(sum)) return false;
  if (!less) out.least_amount = sum;
  if (!more) out.most_amount = sum;
  return true;
}

std::string theme_of(std::string_view value) {
  const auto wanted = corpus::fold(value);
  for (const auto& theme : corpus::all_themes())
    if (theme.code == wanted || corpus::fold(theme.label) == wanted) return std::string(theme.code);
  return {};
}

}  // namespace

void read_field(std::string_view field, std::string_view value, ByteRange span, ParsedQuery& out) {
  if (field == "theme") {
    const auto code = theme_of(value);
    out.filters.themes.push_back(code.empty() ? std::string(value) : code);
    out.recognised.push_back({"theme", out.filters.themes.back(), std::string(value), span});
  } else if (field == "territoire" || field == "lieu") {
    const auto code = corpus::resolve_territory(value);
    if (code.empty()) return unread(field, value, out);
    out.filters.territories.push_back(code);
    out.recognised.push_back({"territory", code, std::string(value), span});
  } else if (field == "annee" || field == "an") {
    YearRange range;
    if (!read_years(value, range)) return unread("année", value, out);
    out.filters.years.push_back(range);
    out.recognised.push_back({"year", std::string(value), std::string(value), span});
  } else if (field == "montant") {
    if (!read_amount(value, out.constraints)) return unread(field, value, out);
    out.recognised.push_back({"amount", std::string(value), std::string(value), span});
  } else {
    out.filters.documents.emplace_back(value);
    out.recognised.push_back({"document", std::string(value), std::string(value), span});
  }
}

}  // namespace repere::query
