// SPDX-License-Identifier: GPL-2.0-or-later
#include <charconv>
#include <cmath>

#include "api/api.h"
#include "pages/html.h"
#include "repere/corpus/extraction.h"

namespace repere::web {
namespace {

constexpr std::size_t most_rows = 10000;

struct Dialect {
  char separator;
  bool decimal_comma;
};
constexpr Dialect rfc4180{',', false};
constexpr Dialect excel_fr{';', true};

/// A cell of text. A spreadsheet runs what starts with = + - @ as a formula: an apostrophe before
/// it shows it as text.
std::string text_cell(std::string_view text, Dialect dialect) {
  std::string cell;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    cell += '\'';
  cell += text;
  const bool quote =
      cell.find_first_of(std::string("\"\r\n") + dialect.separator) != std::string::npos;
  if (!quote) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

/// A number as a spreadsheet reads it: never an exponent, the shortest form that is exact.
std::string number_cell(std::optional<double> value, Dialect dialect) {
  if (!value || !std::isfinite(*value)) return {};
  char digits[400];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, *value, std::chars_format::fixed).ptr;
  std::string cell(digits, end);
  if (dialect.decimal_comma)
    for (char& c : cell)
      if (c == '.') c = ',';
  return cell;
}

std::string section_text(const std::vector<std::string>& section) {
  std::string text;
  for (const auto& title : section) text += (text.empty() ? "" : " > ") + title;
  return text;
}

std::string row(const query::FigureHit& hit, const std::string& base, Dialect dialect) {
  const auto& figure = hit.figure;
  const auto text = [&](std::string_view value) { return text_cell(value, dialect); };
  const auto number = [&](std::optional<double> value) { return number_cell(value, dialect); };
  const bool digest = hit.nature == corpus::Nature::digest;
  const std::string cells[] = {number(figure.value),
                               number(figure.low),
                               number(figure.high),
                               text(figure.unit),
                               text(figure.label),
                               text(hit.text),
                               text(figure.approx),
                               figure.year ? std::to_string(*figure.year) : "",
                               text(corpus::to_string(figure.year_from)),
                               text(figure.territory),
                               text(figure.territory_name),
                               text(corpus::to_string(figure.territory_from)),
                               number(figure.change),
                               text(figure.base),
                               number(figure.of),
                               text(hit.sentence),
                               text(hit.document),
                               text(hit.title),
                               text(hit.publisher),
                               hit.page > 0 ? std::to_string(hit.page) : "",
                               text(section_text(hit.section)),
                               text(digest ? "résumé par Repères, d'après " +
                                                 (hit.publisher.empty() ? hit.title : hit.publisher)
                                           : "rapport"),
                               text(hit.url),
                               text(base + "/api/v1/passages/" + hit.passage)};
  std::string line;
  for (const auto& cell : cells) {
    if (&cell != &cells[0]) line += dialect.separator;
    line += cell;
  }
  return line + "\r\n";
}

std::string header(Dialect dialect) {
  static constexpr std::string_view names[] = {
      "valeur",          "bas",        "haut",
      "unité",           "quoi",       "comme c'est dit",
      "approximation",   "année",      "année dite par",
      "code territoire", "territoire", "territoire dit par",
      "évolution %",     "base",       "sur",
      "phrase",          "rapport",    "titre",
      "éditeur",         "page",       "section",
      "nature",          "source",     "passage"};
  std::string line;
  for (const auto name : names) {
    if (!line.empty()) line += dialect.separator;
    line += name;
  }
  return line + "\r\n";
}

Result<Response> figures_file(const Context& context, Dialect dialect, std::string_view name) {
  auto request = context.params.figures(most_rows);
  request.limit = std::min(request.limit, most_rows);
  auto result = context.backend.figures(request);
  if (!result) return result.error();
  Response response;
  response.type = "text/csv; charset=utf-8; header=present";
  if (dialect.decimal_comma) response.body = "\xEF\xBB\xBF";
  response.body += header(dialect);
  const auto base = context.base_url();
  for (const auto& hit : result->figures) response.body += row(hit, base, dialect);
  return response.with("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
}

}  // namespace

Result<Response> figures_csv(const Context& context) {
  return figures_file(context, rfc4180, "chiffres.csv");
}

Result<Response> figures_excel(const Context& context) {
  return figures_file(context, excel_fr, "chiffres-excel.csv");
}

}  // namespace repere::web
