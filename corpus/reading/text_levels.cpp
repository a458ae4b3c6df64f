// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_levels.h"

#include <algorithm>

namespace repere::corpus {
namespace {

constexpr int deepest = 6;

bool is_minor(int print) { return print == print_bullet || print == print_run_in; }

}  // namespace

int print_of(const TextBlock& block) {
  if (block.style != 0) return print_sized + block.style;
  if (block.bullet != Bullet::none) return print_bullet;
  if (block.airy) return print_airy;
  return block.run_in ? print_run_in : print_plain;
}

TitleLevels::TitleLevels(const std::vector<Unit>& units, const Outline& outline)
    : outline_(outline) {
  std::map<int, std::map<int, int>> votes;
  for (const Unit& unit : units) {
    if (!unit.title || unit.role != Role::body || is_minor(print_of(unit.block))) continue;
    auto& levels = votes[print_of(unit.block)];
    if (unit.entry >= 0) ++levels[outline.entries[static_cast<std::size_t>(unit.entry)].level];
  }
  int next = 1;
  for (const auto& [print, levels] : votes) {
    const auto best =
        std::max_element(levels.begin(), levels.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best != levels.end())
      learned_[print] = best->first;
    else if (outline.empty() || print >= print_sized)
      learned_[print] = std::min(next, deepest);
    const auto known = learned_.find(print);
    if (known != learned_.end()) next = std::max(next, known->second + 1);
  }
}

int TitleLevels::level_of(const Unit& unit, int here, bool bare) const {
  if (unit.entry >= 0) return outline_.entries[static_cast<std::size_t>(unit.entry)].level;
  const int print = print_of(unit.block);
  if (is_minor(print)) return std::min(bare ? here + 1 : main_level_ + 1, deepest);
  const auto found = learned_.find(print);
  const int learned = found == learned_.end() ? 0 : found->second;
  if (bare && learned <= here && print < print_sized) return std::min(here + 1, deepest);
  return learned > 0 ? learned : std::max(1, main_level_);
}

void TitleLevels::opened(const Unit& unit, int level) {
  if (unit.entry >= 0 || !is_minor(print_of(unit.block))) main_level_ = level;
}

}  // namespace repere::corpus
