// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "mapped_text.h"
#include "repere/corpus/reading.h"
#include "repere/corpus/report.h"

namespace repere::corpus {

/// Puts a Report together in reading order: sections opened in pre-order, blocks behind each other
/// with one blank line between. Every reader ends here, so the invariants of Report hold once.
class ReportBuilder {
 public:
  ReportBuilder();

  /// Opens a section under parent; a title that is not empty becomes its heading block.
  /// returns: its index. parent: an open or closed earlier section.
  int open(int level, SectionKind kind, int parent, const MappedText& title, int page);
  /// Opens a section whose title is printed elsewhere (the contents page).
  int open_untitled(int level, SectionKind kind, int parent, std::string_view title = {});
  /// Adds a block; empty text adds nothing. returns: its index, or -1.
  int block(BlockKind kind, const MappedText& text, int section, int page, int list_head = -1);

  void page(int number, PageQuality quality) { qualities_.push_back({number, quality}); }
  Report& report() { return report_; }
  const Section& section(int index) const {
    return report_.sections[static_cast<std::size_t>(index)];
  }

  /// The finished report: section ranges, pages, what the description gives.
  Report finish(const Description& description);

 private:
  struct Quality {
    int number;
    PageQuality quality;
  };
  void close_sections();
  void close_pages();

  Report report_;
  MappedText text_;
  std::vector<ByteRange> block_sources_;
  std::vector<Quality> qualities_;
};

}  // namespace repere::corpus
