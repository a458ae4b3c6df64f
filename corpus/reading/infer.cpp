// SPDX-License-Identifier: GPL-2.0-or-later
#include "characters.h"
#include "readers.h"

namespace repere::corpus {
namespace {

/// The year most often written in the first pages; a report speaks above all of its own year.
std::optional<int> most_written_year(std::string_view text) {
  int counts[200] = {};
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const auto word = text.substr(at, 4);
    if (word.find_first_not_of("0123456789") != std::string_view::npos) continue;
    const bool alone =
        (at == 0 || !is_digit(static_cast<unsigned char>(text[at - 1]))) &&
        (at + 4 == text.size() || !is_digit(static_cast<unsigned char>(text[at + 4])));
    const int year = std::stoi(std::string(word));
    if (alone && year >= 1950 && year < 2100) ++counts[year - 1950];
    at += 3;
  }
  int best = -1;
  for (int at = 0; at < 200; ++at)
    if (counts[at] > 1 && (best < 0 || counts[at] > counts[best])) best = at;
  return best < 0 ? std::nullopt : std::optional<int>(1950 + best);
}

}  // namespace

void infer_descriptions(Report& report) {
  if (!report.year) {
    report.year = most_written_year(report.text);
    report.inferred.year = report.year.has_value();
  }
  report.sections[0].title = report.title;
}

}  // namespace repere::corpus
