// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/query/csv.h"

#include <array>
#include <charconv>

namespace repere::query {
namespace {

class Row {
 public:
  explicit Row(CsvForm form) : form_(form) {}

  void text(std::string_view value) {
    std::string safe(value);
    if (!safe.empty() && std::string_view("=+-@\t\r").find(safe[0]) != std::string_view::npos)
      safe.insert(0, "'");
    cell(safe);
  }
  void number(double value) {
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    // A spreadsheet reads no exponent without a point: whole numbers are written out.
    std::string out(digits.data(), end);
    if (out.find('e') != std::string::npos)
      out.assign(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                              std::chars_format::fixed)
                                    .ptr);
    if (form_ == CsvForm::excel_fr)
      for (auto& c : out)
        if (c == '.') c = ',';
    cell(out);
  }
  void number(const std::optional<double>& value) {
    if (value)
      number(*value);
    else
      cell("");
  }
  void number(const std::optional<int>& value) { cell(value ? std::to_string(*value) : ""); }
  std::string end() { return line_ + "\r\n"; }

 private:
  void cell(const std::string& value) {
    if (!line_.empty() || started_) line_ += form_ == CsvForm::excel_fr ? ';' : ',';
    started_ = true;
    if (value.find_first_of(",;\"\r\n") == std::string::npos) {
      line_ += value;
      return;
    }
    line_ += '"';
    for (const char c : value) line_ += c == '"' ? std::string("\"\"") : std::string(1, c);
    line_ += '"';
  }

  CsvForm form_;
  std::string line_;
  bool started_ = false;
};

}  // namespace

std::string to_csv(const std::vector<FigureHit>& figures, CsvForm form) {
  std::string out = form == CsvForm::excel_fr ? "\xEF\xBB\xBF" : "";
  Row header(form);
  for (const char* name :
       {"valeur", "minimum", "maximum", "unité", "nature", "approximation", "libellé", "année",
        "territoire", "code du territoire", "texte", "phrase", "rapport", "identifiant", "éditeur",
        "page", "passage", "source", "origine du texte"})
    header.text(name);
  out += header.end();
  for (const auto& hit : figures) {
    const auto& f = hit.figure;
    Row row(form);
    row.number(f.value);
    row.number(f.low);
    row.number(f.high);
    row.text(f.unit);
    row.text(corpus::to_string(f.kind));
    row.text(f.approx);
    row.text(f.label);
    row.number(f.year);
    row.text(f.territory_name);
    row.text(f.territory);
    row.text(hit.text);
    row.text(hit.sentence);
    row.text(hit.title);
    row.text(hit.document);
    row.text(hit.publisher);
    row.number(hit.page > 0 ? std::optional<int>(hit.page) : std::nullopt);
    row.text(hit.passage);
    row.text(hit.url);
    row.text(hit.nature == corpus::Nature::digest ? "résumé par Repères, d'après la source"
                                                  : "rapport");
    out += row.end();
  }
  return out;
}

}  // namespace repere::query
