// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace repere::corpus {

/// A node of the theme tree. Codes are slugs: "emploi", "emploi/contrats-aides".
struct Theme {
  std::string_view code;
  std::string_view label;    ///< in citizens' words
  std::string_view parent;   ///< empty for a root theme
  std::string_view mission;  ///< the State's budget mission it maps to
};

std::span<const Theme> all_themes();
const Theme* theme_by_code(std::string_view code);

struct ThemeScore {
  const Theme* theme = nullptr;
  double score = 0;  ///< 0 to 1
};

/// One to three themes of a passage, best first; none when nothing speaks for one.
/// headings: its section path and the report's title. cost: linear in bytes. Safe from any thread.
std::vector<ThemeScore> classify(std::string_view text, std::span<const std::string> headings);

}  // namespace repere::corpus
