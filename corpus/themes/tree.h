// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace repere::corpus {

/// A node of the theme tree as it is written down.
struct ThemeEntry {
  std::string_view code;  ///< "emploi" or "emploi/contrats-aides"; a root precedes its own
  std::string_view label;
  std::string_view mission;      ///< budget mission as the finance acts name it; a sub-theme that
                                 ///< leaves it empty takes its root's
  std::string_view descriptors;  ///< words and phrases parted by commas; "^3" sets a weight of 3
};

/// Every theme, roots before their children. Static data.
std::span<const ThemeEntry> theme_entries();

}  // namespace repere::corpus
