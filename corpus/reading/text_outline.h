// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text_titles.h"

namespace repere::corpus {

/// A line of the contents page.
struct OutlineEntry {
  MappedText title;  ///< leaders and page number left out
  TitleWords words;
  Bullet bullet = Bullet::none;
  std::size_t block = 0;  ///< where it stands in the contents page
  int level = 1;
  int match = -1;  ///< block of the body that prints it, or -1
};

/// The contents page, read as the report's outline. Empty when there is none.
struct Outline {
  std::size_t first = 0, last = 0;  ///< blocks [first, last) are the contents page
  std::vector<OutlineEntry> entries;
  bool empty() const { return entries.empty(); }
};

/// Finds the contents page and pairs its lines with the titles printed in the body.
/// titles: for each block whether it is a title.
Outline find_outline(const BlockedText& text, const std::vector<bool>& titles);

}  // namespace repere::corpus
