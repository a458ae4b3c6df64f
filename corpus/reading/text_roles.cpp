// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_roles.h"

#include <algorithm>

#include "characters.h"

namespace repere::corpus {
namespace {

constexpr std::size_t farthest_join =
    60;  ///< blocks a box may put between two halves of a sentence

class Roles {
 public:
  Roles(BlockedText text, const std::vector<bool>& titles, const Outline& outline,
        const RepairContext& context)
      : text_(std::move(text)), outline_(outline), context_(context), units_(text_.blocks.size()) {
    for (std::size_t at = 0; at < units_.size(); ++at) {
      units_[at].block = std::move(text_.blocks[at]);
      units_[at].title = titles[at];
      if (at >= outline.first && at < outline.last) units_[at].role = Role::contents;
    }
    for (std::size_t at = 0; at < outline.entries.size(); ++at)
      if (outline.entries[at].match >= 0)
        units_[static_cast<std::size_t>(outline.entries[at].match)].entry = static_cast<int>(at);
  }

  std::vector<Unit> run() {
    drop_running_heads();
    find_cut_sentences();
    for (std::size_t flow = 0; flow < text_.flows.size(); ++flow)
      if (votes_for_overlay(flow) >= 2)
        mark_overlay(text_.flows[flow].first, text_.flows[flow].last);
    join_sentences();
    return in_order();
  }

 private:
  /// A title of the contents page printed again is a running head.
  void drop_running_heads() {
    for (Unit& unit : units_) {
      if (!unit.title || unit.entry >= 0 || unit.role != Role::body) continue;
      const TitleWords words = title_words(unit.block.string());
      if (words.size() < 3) continue;
      for (const OutlineEntry& entry : outline_.entries)
        if (entry.match >= 0 && entry.words == words) unit.role = Role::dropped;
    }
  }

  bool is_open(const Unit& unit) const {
    return unit.role == Role::body && !unit.title && !is_terminal(unit.block.string()) &&
           (is_prose(unit.block) || is_hanging(unit.block.string()));
  }

  /// What looks like a title may be a sentence that a box cut, if it is long and another half
  /// follows.
  bool may_be_open(const Unit& unit) const {
    return unit.title && unit.entry < 0 && unit.role == Role::body &&
           unit.block.bullet == Bullet::none && !unit.block.airy && unit.block.style <= 0 &&
           unit.block.string().size() >= 50;
  }

  bool goes_on(const Unit& unit) const {
    return unit.role == Role::body && unit.block.bullet == Bullet::none &&
           begins_inside(unit.block.string());
  }

  /// The blocks between an open sentence and its other half lie over the body.
  void find_cut_sentences() {
    int open = -1, maybe = -1;
    for (std::size_t at = 0; at < units_.size(); ++at) {
      Unit& unit = units_[at];
      if (goes_on(unit) && open < 0 && maybe >= 0 && static_cast<std::size_t>(maybe) + 1 < at &&
          !is_open(units_[at - 1])) {
        open = maybe;
        units_[static_cast<std::size_t>(maybe)].title = false;
      }
      if (open >= 0 && goes_on(unit) && at - static_cast<std::size_t>(open) <= farthest_join &&
          may_lie_over(static_cast<std::size_t>(open) + 1, at)) {
        mark_overlay(static_cast<std::size_t>(open) + 1, at);
        joins_.push_back({static_cast<std::size_t>(open), at});
        open = is_open(unit) ? static_cast<int>(at) : -1;
        maybe = -1;
        continue;
      }
      if (unit.role == Role::contents || unit.entry >= 0) open = -1;
      if (is_open(unit)) open = static_cast<int>(at);
      if (may_be_open(unit))
        maybe = static_cast<int>(at);
      else if (unit.role == Role::contents || unit.entry >= 0)
        maybe = -1;
    }
  }

  /// A box begins a flow or has a title; and it ends its own sentences.
  bool may_lie_over(std::size_t first, std::size_t last) const {
    if (first == last) return true;
    if (is_open(units_[last - 1])) return false;
    const TextBlock& block = units_[first].block;
    return units_[first].title || block.flow != units_[first - 1].block.flow;
  }

  void mark_overlay(std::size_t first, std::size_t last) {
    if (first >= last) return;
    const bool fresh = std::none_of(units_.begin() + static_cast<std::ptrdiff_t>(first),
                                    units_.begin() + static_cast<std::ptrdiff_t>(last),
                                    [](const Unit& u) { return u.overlay >= 0; });
    const int group = fresh                        ? ++groups_
                      : units_[first].overlay >= 0 ? units_[first].overlay
                                                   : ++groups_;
    for (std::size_t at = first; at < last; ++at) {
      if (units_[at].role != Role::body) continue;
      units_[at].role = Role::overlay;
      units_[at].overlay = group;
    }
  }

  bool is_main(const TextFlow& flow) const {
    for (std::size_t at = flow.first; at < flow.last; ++at) {
      const Unit& unit = units_[at];
      if (unit.role == Role::contents) return true;
      if (unit.entry >= 0 &&
          outline_.entries[static_cast<std::size_t>(unit.entry)].bullet != Bullet::dash)
        return true;
    }
    return std::any_of(joins_.begin(), joins_.end(),
                       [&](const Join& j) { return j.second == flow.first; });
  }

  /// What speaks for a flow being a box or captions rather than the body going on: width of its
  /// lines, a title that no contents page knows, no prose, the page ending behind it.
  int votes_for_overlay(std::size_t index) const {
    const TextFlow& flow = text_.flows[index];
    if (index == 0 || flow.first >= flow.last || is_main(flow)) return 0;
    int votes = 0;
    if (flow.start == FlowStart::gap) votes -= 2;
    if (flow.start == FlowStart::page) votes -= 1;
    const bool page_ends =
        index + 1 < text_.flows.size() && text_.flows[index + 1].start == FlowStart::gap;
    if (flow.start == FlowStart::mark && page_ends) ++votes;
    const auto width = flow.width * 100, column = text_.column;
    const bool narrow = width<column * 97, wide = width> column * 115;
    if (width < column * 91)
      votes += 2;
    else if (narrow || wide)
      ++votes;
    bool prose = false;
    for (std::size_t at = flow.first; at < flow.last; ++at)
      prose = prose || is_prose(units_[at].block);
    if (!prose && flow.last - flow.first <= 4) votes += 2;
    if (units_[flow.first].title)
      ++votes;
    else if (!narrow && !wide)
      --votes;
    return votes;
  }

  void join_sentences() {
    // Last first: a sentence in three pieces is then put together from its end.
    for (auto join = joins_.rbegin(); join != joins_.rend(); ++join) {
      TextBlock& head = units_[join->first].block;
      TextBlock& tail = units_[join->second].block;
      MappedText rest = tail.text;
      const bool apart = join->second > join->first + 1;
      MappedText whole = head.text;
      if (apart) whole.skip();
      join_text(whole, rest, context_);
      head.text = std::move(whole);
      head.last_line = tail.last_line;
      head.lines += tail.lines;
      tail.text = {};
      units_[join->second].role = Role::dropped;
    }
  }

  std::vector<Unit> in_order() {
    std::vector<Unit> out;
    bool apart = false;
    for (Unit& unit : units_) {
      apart = apart || (unit.role == Role::dropped && unit.title);
      if (unit.role == Role::dropped) continue;
      unit.apart = apart;
      apart = false;
      out.push_back(std::move(unit));
    }
    return out;
  }

  struct Join {
    std::size_t first, second;
  };

  BlockedText text_;
  const Outline& outline_;
  const RepairContext& context_;
  std::vector<Unit> units_;
  std::vector<Join> joins_;
  int groups_ = -1;
};

}  // namespace

std::vector<Unit> assign_roles(BlockedText text, const std::vector<bool>& titles,
                               const Outline& outline, const RepairContext& context) {
  return Roles(std::move(text), titles, outline, context).run();
}

}  // namespace repere::corpus
