// SPDX-License-Identifier: GPL-2.0-or-later
// What corpus.toml leaves out, read in the text and marked as inferred.
#include <algorithm>
#include <map>

#include "characters.h"
#include "readers.h"
#include "repere/corpus/analysis.h"
#include "repere/corpus/territories.h"

namespace repere::corpus {
namespace {

constexpr std::size_t title_zone = 20;         ///< blocks a title page may have
constexpr std::size_t counted_text = 1 << 20;  ///< bytes looked at

/// The year most often written; a report speaks above all of its own.
std::optional<int> most_written_year(std::string_view text) {
  int counts[200] = {};
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (!is_digit(static_cast<unsigned char>(text[at]))) continue;
    std::size_t end = at;
    while (end < text.size() && is_digit(static_cast<unsigned char>(text[end]))) ++end;
    if (end - at == 4) {
      const int year = (text[at] - '0') * 1000 + (text[at + 1] - '0') * 100 +
                       (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
      if (year >= 1950 && year < 2150) ++counts[year - 1950];
    }
    at = end;
  }
  const auto* best = std::max_element(std::begin(counts), std::end(counts));
  return *best > 1 ? std::optional<int>(1950 + static_cast<int>(best - std::begin(counts)))
                   : std::nullopt;
}

/// A year in a title outranks the text: « Rapport d'activité 2021 ».
std::optional<int> year_in(std::string_view title) {
  for (std::size_t at = 0; at + 4 <= title.size(); ++at) {
    const auto word = title.substr(at, 4);
    const bool year = (word.starts_with("19") || word.starts_with("20")) &&
                      is_digit(static_cast<unsigned char>(word[2])) &&
                      is_digit(static_cast<unsigned char>(word[3]));
    const bool alone =
        (at == 0 || !is_digit(static_cast<unsigned char>(title[at - 1]))) &&
        (at + 4 == title.size() || !is_digit(static_cast<unsigned char>(title[at + 4])));
    if (year && alone) return std::stoi(std::string(word));
  }
  return {};
}

bool is_wide(const Territory& territory) {
  return territory.code.starts_with("REG-") || territory.code.starts_with("DEP-");
}

const Territory* wide_territory(std::string_view name) {
  for (const Territory* found : territories_by_name(name))
    if (is_wide(*found)) return found;
  return nullptr;
}

/// Runs of capitalised words and hyphens, as names of places are written, with their counts.
std::map<std::string, int> count_names(std::string_view text) {
  std::map<std::string, int> counts;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint code = decode(text, at);
    if (!is_upper(code.value) || (at > 0 && is_letter(decode_before(text, at).value))) {
      at += code.size;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && end - at < 60) {
      const Codepoint next = decode(text, end);
      if (!is_letter(next.value) && next.value != '-') break;
      end += next.size;
    }
    if (end - at > 2) ++counts[std::string(text.substr(at, end - at))];
    at = std::max(end, at + 1);
  }
  return counts;
}

/// The région or département most often named. « Nord » and the like need more: they are words too.
const Territory* most_named(std::string_view text) {
  const Territory* best = nullptr;
  int most = 2;
  for (const auto& [name, count] : count_names(text)) {
    if (count <= most) continue;
    const Territory* territory = wide_territory(name);
    if (territory == nullptr) continue;
    best = territory;
    most = count;
  }
  return best;
}

struct Signature {
  const Territory* territory = nullptr;
  std::string publisher;
};

/// « Préfet de la région X », « préfète du Y », « Préfecture de Z » where the report signs.
Signature find_signature(const Report& report) {
  for (const Block& block : report.blocks) {
    const auto text = report.slice(block.clean);
    if (text.size() > 400) continue;
    for (const std::string_view office :
         {"Préfet ", "Préfète ", "Préfecture ", "préfet ", "préfète ", "préfecture "}) {
      const auto at = text.find(office);
      if (at == std::string_view::npos) continue;
      std::string_view rest = text.substr(at + office.size());
      const auto stop = rest.find_first_of(",;.:\n(");
      rest = trim(rest.substr(0, stop));
      std::string_view name = rest;
      for (const std::string_view article :
           {"de la région d’", "de la région ", "de région ", "de la ", "de l’", "de l'", "du ",
            "des ", "de ", "d’", "d'"})
        if (name.starts_with(article)) {
          name.remove_prefix(article.size());
          break;
        }
      if (const Territory* territory = wide_territory(name))
        return {territory, "Préfecture " + std::string(rest)};
    }
  }
  return {};
}

/// A line of the first page that says what the report is.
std::string printed_title(const Report& report) {
  for (std::size_t at = 0; at < std::min(title_zone, report.blocks.size()); ++at) {
    const auto text = report.slice(report.blocks[at].clean);
    const std::string folded = fold(text.substr(0, 200));
    if (text.size() <= 200 && (folded.starts_with("rapport ") || folded.starts_with("bilan ") ||
                               folded.find("rapport d'activite") != std::string::npos))
      return std::string(text);
  }
  if (!report.blocks.empty() && report.blocks[0].kind == BlockKind::heading)
    return std::string(report.slice(report.blocks[0].clean));
  return {};
}

}  // namespace

void infer_descriptions(Report& report) {
  const auto text = std::string_view(report.text).substr(0, counted_text);
  if (report.title.empty()) {
    report.title = printed_title(report);
    report.inferred.title = !report.title.empty();
  }
  if (!report.year) {
    report.year = year_in(report.title);
    if (!report.year) report.year = most_written_year(text);
    report.inferred.year = report.year.has_value();
  }
  const Signature signature =
      report.territory.empty() || report.publisher.empty() ? find_signature(report) : Signature();
  if (report.territory.empty()) {
    const Territory* territory =
        signature.territory != nullptr ? signature.territory : most_named(text);
    if (territory != nullptr) report.territory = std::string(territory->code);
    report.inferred.territory = territory != nullptr;
  }
  if (report.publisher.empty() && !signature.publisher.empty()) {
    report.publisher = signature.publisher;
    report.inferred.publisher = true;
  }
  const Territory* territory = territory_by_code(report.territory);
  if (report.title.empty() && territory != nullptr && report.year) {
    report.title =
        "Rapport d’activité " + std::to_string(*report.year) + ", " + std::string(territory->name);
    report.inferred.title = true;
  }
  report.sections[0].title = report.title;
}

}  // namespace repere::corpus
