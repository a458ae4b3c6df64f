// SPDX-License-Identifier: GPL-2.0-or-later
#include "pdf_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

constexpr double farthest = 20000;  ///< points; nothing is printed beyond

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0;;) {
    const auto tab = line.find('\t', at);
    out.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
    if (tab == std::string_view::npos || out.size() > 12) return out;
    at = tab + 1;
  }
}

double number_of(std::string_view text) {
  const double value = std::strtod(std::string(text).c_str(), nullptr);
  return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : 0;
}

void add_word(const std::vector<std::string_view>& fields, PdfDocument& out) {
  if (fields.size() < 11 || out.pages.empty() || fields[9].empty()) return;
  if (fields[8] != "0") return;  // turned text: a spine, a chart's axis
  if (valid_utf8_prefix(fields[9]) != fields[9].size()) return;
  PdfWord word;
  word.left = number_of(fields[1]);
  word.top = number_of(fields[2]);
  word.right = std::max(word.left, number_of(fields[3]));
  word.bottom = std::max(word.top, number_of(fields[4]));
  word.size = number_of(fields[5]);
  if (word.size <= 0) word.size = word.bottom - word.top;
  if (word.size <= 0.5) return;
  word.bold = fields[6] == "1";
  word.space_after = fields[7] == "1";
  word.text = std::string(fields[9]);
  word.font = std::string(fields[10]);
  out.pages.back().words.push_back(std::move(word));
}

}  // namespace

PdfDocument parse_words(std::string_view output) {
  PdfDocument out;
  for (std::size_t at = 0; at < output.size();) {
    const auto end = std::min(output.find('\n', at), output.size());
    const auto line = output.substr(at, end - at);
    at = end + 1;
    const auto fields = fields_of(line);
    if (fields[0] == "W") {
      add_word(fields, out);
    } else if (fields[0] == "P" && fields.size() >= 4) {
      out.pages.push_back(
          {static_cast<int>(number_of(fields[1])), number_of(fields[2]), number_of(fields[3]), {}});
    } else if (fields[0] == "D" && fields.size() >= 4) {
      out.title = std::string(fields[1]);
      out.author = std::string(fields[2]);
      out.page_count = static_cast<int>(number_of(fields[3]));
    } else if (fields[0] == "E" && fields.size() >= 2) {
      out.fault = std::string(fields[1]);
    } else if (fields[0] == "Z") {
      out.whole = true;
    }
  }
  return out;
}

}  // namespace repere::corpus
