// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/params.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "http/parse.h"
#include "repere/corpus/territories.h"

namespace repere::web {
namespace {

Error bad(std::string_view name, std::string_view value, std::string_view wanted) {
  std::string shown(value.substr(0, 60));
  return {
      ErrorCode::invalid_argument,
      "le paramètre « " + std::string(name) + " » ne peut pas valoir « " + clean_utf8(shown) + " »",
      std::string(wanted)};
}

template <typename T>
std::optional<T> number(std::string_view text) {
  T value{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<query::YearRange> year_range(std::string_view text) {
  const auto dots = text.find("..");
  query::YearRange range;
  if (dots == std::string_view::npos) {
    const auto year = number<int>(text);
    if (!year) return std::nullopt;
    range = {*year, *year};
  } else {
    const auto from = text.substr(0, dots);
    const auto to = text.substr(dots + 2);
    if (from.empty() && to.empty()) return std::nullopt;
    const auto low = from.empty() ? std::optional<int>(0) : number<int>(from);
    const auto high = to.empty() ? std::optional<int>(9999) : number<int>(to);
    if (!low || !high) return std::nullopt;
    range = {*low, *high};
  }
  if (range.from < 0 || range.to > 9999 || range.from > range.to) return std::nullopt;
  return range;
}

/// A decimal number; a comma is taken as the French write it.
std::optional<double> decimal(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  std::erase(text, ' ');
  const auto value = number<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

Result<void> read_number(const Request& request, std::string_view name, std::size_t most,
                         std::optional<std::size_t>& into) {
  const auto text = request.param(name);
  if (text.empty()) return {};
  const auto value = number<std::size_t>(text);
  if (!value || *value > most)
    return bad(name, text, "donnez un entier de 0 à " + std::to_string(most));
  into = *value;
  return {};
}

Result<void> read_bound(const Request& request, std::string_view name,
                        std::optional<double>& into) {
  const auto text = request.param(name);
  if (text.empty()) return {};
  into = decimal(std::string(text));
  if (!into) return bad(name, text, "donnez un nombre, par exemple 12,5");
  return {};
}

Result<void> read_filters(const Request& request, query::Filters& filters) {
  filters.themes = request.all("theme");
  filters.documents = request.all("document");
  filters.organisations = request.all("organisation");
  filters.programmes = request.all("programme");
  for (const auto& text : request.all("territory")) {
    auto code = corpus::resolve_territory(text);
    if (code.empty())
      return bad("territory", text, "donnez un code (DEP-60, REG-32…) ou un nom officiel");
    if (std::find(filters.territories.begin(), filters.territories.end(), code) ==
        filters.territories.end())
      filters.territories.push_back(std::move(code));
  }
  for (const auto& text : request.all("year")) {
    const auto range = year_range(text);
    if (!range) return bad("year", text, "donnez une année (2016) ou une période (2014..2016)");
    filters.years.push_back(*range);
  }
  return {};
}

}  // namespace

Result<Parameters> read_parameters(const Request& request) {
  Parameters params;
  params.q = std::string(request.param("q"));
  if (params.q.size() > max_query_bytes)
    return Error{ErrorCode::invalid_argument, "la question est trop longue",
                 "au plus " + std::to_string(max_query_bytes) + " octets"};
  if (auto read = read_filters(request, params.filters); !read) return read.error();
  std::optional<std::size_t> offset;
  if (auto read = read_number(request, "offset", max_offset, offset); !read) return read.error();
  params.offset = offset.value_or(0);
  if (auto read = read_number(request, "limit", max_limit, params.limit); !read)
    return read.error();
  if (auto read = read_bound(request, "min", params.min); !read) return read.error();
  if (auto read = read_bound(request, "max", params.max); !read) return read.error();
  params.unit = std::string(request.param("unit"));
  params.kinds = request.all("kind");
  params.sort = std::string(request.param("sort"));
  static constexpr std::string_view sorts[] = {"",      "relevance", "year",   "-year",
                                               "place", "value",     "-value", "label"};
  if (std::find(std::begin(sorts), std::end(sorts), params.sort) == std::end(sorts))
    return bad("sort", params.sort,
               "choisissez relevance, year, -year, place, value, -value ou label");
  return params;
}

query::SearchRequest Parameters::search(std::size_t default_limit) const {
  query::SearchRequest request;
  request.text = q;
  request.filters = filters;
  request.offset = offset;
  request.limit = limit.value_or(default_limit);
  if (sort == "year" || sort == "-year") request.sort = query::Sort::year;
  if (sort == "place") request.sort = query::Sort::place;
  return request;
}

query::FiguresRequest Parameters::figures(std::size_t default_limit) const {
  query::FiguresRequest request;
  request.text = q;
  request.filters = filters;
  request.min = min;
  request.max = max;
  request.unit = unit;
  request.kinds = kinds;
  request.offset = offset;
  request.limit = limit.value_or(default_limit);
  request.sort = sort == "relevance" || sort == "place" ? "" : sort;
  return request;
}

Url& Url::add(std::string_view name, std::string_view value) {
  if (value.empty()) return *this;
  text_ += has_query_ ? '&' : '?';
  has_query_ = true;
  text_.append(name).append("=").append(percent_encode(value));
  return *this;
}

Url& Url::anchor(std::string_view id) {
  if (!id.empty()) text_.append("#").append(percent_encode(id));
  return *this;
}

std::string year_text(const query::YearRange& range) {
  if (range.from == range.to) return std::to_string(range.from);
  const auto from = range.from <= 0 ? "" : std::to_string(range.from);
  const auto to = range.to >= 9999 ? "" : std::to_string(range.to);
  return from + ".." + to;
}

std::string url_of(std::string_view path, const Parameters& params) {
  Url url{std::string(path)};
  url.add("q", params.q);
  for (const auto& value : params.filters.themes) url.add("theme", value);
  for (const auto& value : params.filters.territories) url.add("territory", value);
  for (const auto& range : params.filters.years) url.add("year", year_text(range));
  for (const auto& value : params.filters.documents) url.add("document", value);
  for (const auto& value : params.filters.organisations) url.add("organisation", value);
  for (const auto& value : params.filters.programmes) url.add("programme", value);
  for (const auto& value : params.kinds) url.add("kind", value);
  url.add("unit", params.unit);
  const auto bound = [](double value) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return std::string(text, end);
  };
  if (params.min) url.add("min", bound(*params.min));
  if (params.max) url.add("max", bound(*params.max));
  url.add("sort", params.sort);
  if (params.limit) url.add("limit", std::to_string(*params.limit));
  if (params.offset > 0) url.add("offset", std::to_string(params.offset));
  return url.str();
}

}  // namespace repere::web
