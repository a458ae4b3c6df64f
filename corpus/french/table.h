// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

/// Reading the tables of this library: one row a line, cells parted by a tab, « # » begins a
/// comment.
namespace repere::corpus::table {

/// Calls use(part) for every part of text between separators, empty ones left out.
template <typename Use>
void for_each_part(std::string_view text, char separator, Use&& use) {
  while (!text.empty()) {
    const auto end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    if (!part.empty()) use(part);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// Calls use(cells) for every row; a cell may be empty, missing cells at the end are not there.
template <typename Use>
void for_each_row(std::string_view text, Use&& use) {
  std::vector<std::string_view> cells;
  for_each_part(text, '\n', [&](std::string_view line) {
    if (line.front() == '#') return;
    cells.clear();
    for (std::size_t at = 0;;) {
      const auto tab = line.find('\t', at);
      cells.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
      if (tab == std::string_view::npos) break;
      at = tab + 1;
    }
    use(cells);
  });
}

}  // namespace repere::corpus::table
