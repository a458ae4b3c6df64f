// SPDX-License-Identifier: GPL-2.0-or-later
// Units made a tree of sections: titles, boxes, captions, tables, contents page, foreword.
#include <algorithm>

#include "characters.h"
#include "repere/corpus/analysis.h"
#include "report_builder.h"
#include "text_levels.h"
#include "text_structure.h"
#include "text_tables.h"

namespace repere::corpus {
namespace {

constexpr int most_tables = 1 << 30;  ///< tables of labels are numbered down from here

/// Finds the titles among the blocks; three in a row that nothing announces and no text follows
/// are labels of a figure.
std::vector<bool> find_titles(const BlockedText& text) {
  std::vector<bool> titles(text.blocks.size(), false);
  const bool fonts = std::any_of(text.blocks.begin(), text.blocks.end(),
                                 [](const TextBlock& b) { return b.style != 0; });
  for (std::size_t at = 0; at < text.blocks.size(); ++at) {
    const bool last =
        at + 1 == text.blocks.size() || text.blocks[at + 1].flow != text.blocks[at].flow;
    titles[at] = is_title(text.blocks[at], last ? nullptr : &text.blocks[at + 1]) &&
                 (!fonts || text.blocks[at].style > 0);
  }
  return titles;
}

void drop_labels(std::vector<Unit>& units) {
  int group = most_tables;
  for (std::size_t at = 0; at < units.size();) {
    std::size_t end = at;
    std::size_t announced = 0;
    while (end < units.size() && units[end].title && units[end].role == units[at].role &&
           units[end].block.flow == units[at].block.flow) {
      announced += units[end].entry >= 0;
      ++end;
    }
    if (end - at >= 4 && announced == 0) {
      --group;
      for (std::size_t label = at; label < end; ++label) {
        units[label].title = false;
        units[label].table = group;
      }
    }
    at = std::max(end, at + 1);
  }
}

/// Where fonts are known, prose in a print of its own is a box, with the title right above it.
void find_printed_boxes(std::vector<Unit>& units) {
  int group = most_tables;
  for (std::size_t at = 0; at < units.size(); ++at) {
    const auto other = [&](const Unit& u) {
      return u.role == Role::body && u.block.style < 0 && !u.block.row && is_prose(u.block);
    };
    if (!other(units[at])) continue;
    ++group;
    const bool titled = at > 0 && units[at - 1].title && units[at - 1].entry < 0 &&
                        units[at - 1].role == Role::body;
    for (std::size_t in = titled ? at - 1 : at; in < units.size() && (in < at || other(units[in]));
         ++in) {
      units[in].role = Role::overlay;
      units[in].overlay = group;
    }
  }
}

class TextStructure {
 public:
  TextStructure(const std::vector<Unit>& units, const Outline& outline, ReportBuilder& builder)
      : units_(units), outline_(outline), builder_(builder), levels_(units, outline) {}

  void run() {
    for (at_ = 0; at_ < units_.size();) {
      switch (units_[at_].role) {
        case Role::contents:
          contents();
          break;
        case Role::overlay:
          overlay();
          break;
        default:
          body();
          break;
      }
    }
  }

 private:
  void contents() {
    const int section = builder_.open_untitled(1, SectionKind::toc, 0);
    for (; at_ < units_.size() && units_[at_].role == Role::contents; ++at_)
      builder_.block(BlockKind::toc_entry, units_[at_].block.text, section, units_[at_].block.page);
    contents_seen_ = true;
    section_ = 0;
    head_ = -1;
  }

  void body() {
    const Unit& unit = units_[at_++];
    if (!outline_.empty() && !contents_seen_ && section_ == 0) open_foreword();
    if (in_foreword_ && !contents_seen_) return text(unit, section_);
    if (unit.table >= 0) return table_row(unit, std::max(levels_.main_level(), 1) + 1, section_);
    if (unit.title) return title(unit);
    if (bare_title_ && run_in_item(unit)) return;
    text(unit, section_);
  }

  void open_foreword() {
    section_ = builder_.open_untitled(1, SectionKind::foreword, 0);
    in_foreword_ = true;
  }

  int level_of(const Unit& unit) const {
    return levels_.level_of(unit, builder_.section(section_).level, bare_title_ && section_ > 0);
  }

  /// Parts that only the contents page names begin with their first chapter.
  void open_unprinted_parts(const Unit& unit) {
    if (unit.entry <= 0) return;
    std::size_t first = static_cast<std::size_t>(unit.entry);
    while (first > 0 && outline_.entries[first - 1].match < 0 &&
           outline_.entries[first - 1].level < outline_.entries[first].level)
      --first;
    for (std::size_t at = first; at < static_cast<std::size_t>(unit.entry); ++at) {
      const OutlineEntry& entry = outline_.entries[at];
      section_ = builder_.open_untitled(entry.level, SectionKind::body, parent_for(entry.level),
                                        entry.title.text());
    }
  }

  int parent_for(int level) const {
    int parent = section_;
    while (parent > 0 && builder_.section(parent).level >= level)
      parent = builder_.section(parent).parent;
    return parent;
  }

  void title(const Unit& unit) {
    open_unprinted_parts(unit);
    const int level = level_of(unit);
    section_ = builder_.open(level, SectionKind::body, parent_for(level), as_title(unit.block.text),
                             unit.block.page);
    levels_.opened(unit, level);
    bare_title_ = true;
    head_ = -1;
  }

  /// « • Port de Calais : La livraison… » under a title that names it: a section of its own.
  bool run_in_item(const Unit& unit) {
    const std::string& text = unit.block.string();
    const auto colon = std::min(text.find(" : "), text.find(": "));
    if (unit.block.bullet != Bullet::dot || colon == std::string::npos || colon > 80) return false;
    const auto rest = text.find_first_not_of(" :", colon);
    if (rest == std::string::npos || !is_upper(first_sign(std::string_view(text).substr(rest))))
      return false;
    const TitleWords named = title_words(text.substr(0, colon)),
                     above = title_words(builder_.section(section_).title);
    if (named.size() < 2 || !std::includes(above.begin(), above.end(), named.begin(), named.end()))
      return false;
    const int level = builder_.section(section_).level + 1;
    section_ = builder_.open(level, SectionKind::body, section_,
                             as_title(unit.block.text.slice(0, colon)), unit.block.page);
    head_ = builder_.block(BlockKind::paragraph, unit.block.text.slice(rest, text.size()), section_,
                           unit.block.page);
    bare_title_ = false;
    return true;
  }

  void text(const Unit& unit, int section, BlockKind plain = BlockKind::paragraph) {
    bare_title_ = false;
    const bool item = unit.block.bullet != Bullet::none;
    const int index = builder_.block(item ? BlockKind::list_item : plain, unit.block.text, section,
                                     unit.block.page, item ? head_ : -1);
    if (item || index < 0) return;
    head_ = index;
    if (announces_table(unit.block.string())) table_head_ = index;
  }

  /// « apparaît dans ce tableau (en M d’€) : »
  static bool announces_table(const std::string& text) {
    if (!trim(text).ends_with(":")) return false;
    const std::string end = fold(
        std::string_view(text).substr(text.size() > 200 ? text.rfind(' ', text.size() - 160) : 0));
    return end.find("tableau") != std::string::npos ||
           end.find("ci-dessous") != std::string::npos ||
           end.find("ci-apres") != std::string::npos || end.find("graphique") != std::string::npos;
  }

  void table_row(const Unit& unit, int level, int parent) {
    if (unit.table != table_) {
      table_ = unit.table;
      while (parent > 0 && builder_.section(parent).level >= level)
        parent = builder_.section(parent).parent;
      table_section_ = builder_.open_untitled(level, SectionKind::table, parent);
      const bool labels = unit.table > most_tables / 2;
      row_head_ = table_head_ >= 0 && !labels ? table_head_ : head_;
      if (!labels) table_head_ = -1;
    }
    builder_.block(BlockKind::table_row, unit.block.text, table_section_, unit.block.page,
                   row_head_);
  }

  /// Whether the section that a box interrupts goes on behind it.
  bool body_goes_on(std::size_t at) const {
    for (; at < units_.size(); ++at) {
      if (units_[at].role == Role::overlay) continue;
      return units_[at].role == Role::body &&
             (!units_[at].title || level_of(units_[at]) > levels_.main_level());
    }
    return false;
  }

  void overlay() {
    const int group = units_[at_].overlay;
    std::size_t end = at_;
    while (end < units_.size() && units_[end].role == Role::overlay && units_[end].overlay == group)
      ++end;
    const bool inside = body_goes_on(end) || text_behind_table(at_, end);
    const int level = std::max(levels_.main_level(), 1) + 1;
    const int saved_head = head_;
    Box box{inside ? section_ : parent_for(std::max(1, level - 1)), level};
    for (; at_ < end; ++at_) box_unit(box, end);
    head_ = saved_head;
  }

  /// Untitled text behind a table or the labels of a drawing goes on with the body.
  bool text_behind_table(std::size_t at, std::size_t end) const {
    for (; at + 1 < end; ++at) {
      if (units_[at].title) return false;
      if (units_[at].table >= 0 && units_[at + 1].table < 0 && !units_[at + 1].title) return true;
    }
    return false;
  }

  struct Box {
    int parent = 0;
    int level = 2;
    int section = -1;          ///< open box, or -1
    int large = -1;            ///< a box whose title is printed large holds the ones behind it
    bool bare = false;         ///< its title has no text yet
    bool after_table = false;  ///< a table stands before, in no box
    std::size_t width = 0;     ///< of its paragraphs
  };

  void box_unit(Box& box, std::size_t end) {
    const Unit& unit = units_[at_];
    if (!unit.title) return box_text(box, unit);
    const bool followed = at_ + 1 < end && !units_[at_ + 1].title;
    const bool subtitle = at_ + 1 < end && units_[at_ + 1].title &&
                          units_[at_ + 1].block.bullet == Bullet::dot &&
                          unit.block.bullet == Bullet::none;
    const bool large = unit.block.airy && more_titles(at_ + 1, end);
    if (!followed && !subtitle && !large) return caption(box, unit);
    int level = box.level, parent = box.parent;
    if (box.bare && box.section >= 0) {
      level = builder_.section(box.section).level + 1;
      parent = box.section;
    } else if (box.large >= 0) {
      parent = box.large;
    }
    if (large && box.large < 0) level = std::max(1, level - 1);
    while (parent > 0 && builder_.section(parent).level >= level)
      parent = builder_.section(parent).parent;
    box.section =
        builder_.open(level, SectionKind::box, parent, as_title(unit.block.text), unit.block.page);
    if (large && box.large < 0) box.large = box.section;
    box.bare = true;
    box.width = 0;
    head_ = -1;
  }

  bool more_titles(std::size_t at, std::size_t end) const {
    return std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(at),
                       units_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Unit& u) { return u.title; });
  }

  void caption(Box& box, const Unit& unit) {
    const int parent = box.large >= 0 ? box.large : box.parent;
    if (fold(unit.block.string()).starts_with("source")) {
      builder_.block(BlockKind::caption, unit.block.text, box.section >= 0 ? box.section : parent,
                     unit.block.page);
      return;
    }
    const int section = builder_.open_untitled(box.level, SectionKind::caption, parent,
                                               as_title(unit.block.text).text());
    builder_.block(BlockKind::caption, unit.block.text, section, unit.block.page);
    box.section = -1;
    box.bare = false;
  }

  void box_text(Box& box, const Unit& unit) {
    if (unit.table >= 0) {
      const bool boxed = box.section >= 0;
      table_row(unit, boxed ? builder_.section(box.section).level + 1 : box.level,
                boxed ? box.section : box.parent);
      box.after_table = !boxed;
      return;
    }
    if (box.after_table && box.section < 0) return text(unit, section_, BlockKind::paragraph);
    if (unit.apart) box.section = -1;
    const bool full = unit.block.lines >= 4 && is_terminal(unit.block.string());
    const bool wider = full && box.width > 0 && unit.block.width * 94 > box.width * 100;
    if (box.section < 0 || wider) {
      box.section = builder_.open_untitled(box.level, SectionKind::box,
                                           box.large >= 0 ? box.large : box.parent);
      box.width = 0;
      head_ = -1;
    }
    if (full) box.width = std::max(box.width, unit.block.width);
    box.bare = false;
    text(unit, box.section, BlockKind::box);
  }

  const std::vector<Unit>& units_;
  const Outline& outline_;
  ReportBuilder& builder_;
  TitleLevels levels_;
  std::size_t at_ = 0;
  int section_ = 0, head_ = -1;
  int table_ = -1, table_section_ = 0, table_head_ = -1, row_head_ = -1;
  bool bare_title_ = false;  ///< the last title has no text yet
  bool in_foreword_ = false, contents_seen_ = false;
};

}  // namespace

void write_sections(const std::vector<Unit>& units, const Outline& outline,
                    ReportBuilder& builder) {
  TextStructure(units, outline, builder).run();
}

void structure_lines(const std::vector<TextLine>& lines, const RepairContext& context,
                     ReportBuilder& builder) {
  BlockedText text = group_lines(lines, context);
  merge_titles(text, context);
  const auto titles = find_titles(text);
  const Outline outline = find_outline(text, titles);
  auto units = assign_roles(std::move(text), titles, outline, context);
  find_printed_boxes(units);
  find_tables(units, builder.report().notes);
  drop_labels(units);
  write_sections(units, outline, builder);
}

}  // namespace repere::corpus
