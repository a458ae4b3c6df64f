// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <vector>

#include "text_roles.h"

namespace repere::corpus {

/// How a title is printed; titles printed alike are of one level. Where fonts are known, a print is
/// print_sized plus the rank of its size.
enum Print : int { print_airy, print_plain, print_run_in, print_bullet, print_sized };

int print_of(const TextBlock& block);

/// Levels of titles: what the contents page says, else what it says of titles printed alike, else
/// larger print first; a bulleted or run-in title lies under the title before it.
class TitleLevels {
 public:
  TitleLevels(const std::vector<Unit>& units, const Outline& outline);

  /// here: level of the open section. bare: its title has no text yet.
  int level_of(const Unit& unit, int here, bool bare) const;
  /// To be told of every title that opens a section of the body.
  void opened(const Unit& unit, int level);
  /// Level of the last title that stands in the outline or is printed like those that do.
  int main_level() const { return main_level_; }

 private:
  const Outline& outline_;
  std::map<int, int> learned_;
  int main_level_ = 0;
};

}  // namespace repere::corpus
