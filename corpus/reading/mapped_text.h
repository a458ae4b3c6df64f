// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/report.h"

namespace repere::corpus {

/// Clean text under construction with the map of its own bytes to the source.
/// Runs are sorted by clean offset and never overlap; contiguous verbatim runs are merged.
class MappedText {
 public:
  const std::string& text() const { return text_; }
  const std::vector<MapRun>& runs() const { return runs_; }
  bool empty() const { return text_.empty(); }

  /// Adds bytes as they stand in the source from source_begin on.
  void copy(std::string_view bytes, std::uint32_t source_begin);
  /// Adds text that stands for a source range as a whole.
  void rewrite(std::string_view bytes, ByteRange source);
  /// Adds text that has no source (the space of a joined line).
  void insert(std::string_view bytes) { text_ += bytes; }
  /// Adds another text behind this one.
  void append(const MappedText& other);
  /// The next run added stands behind skipped content.
  void skip() { skip_ = true; }
  /// Drops the last count bytes of text and what maps to them.
  void drop_back(std::size_t count);
  /// The part [begin, end) of this text; a rewritten run is kept whole when it overlaps.
  MappedText slice(std::size_t begin, std::size_t end) const;
  /// The same text with [begin, end) replaced, mapped as a whole to what it stood for.
  void replace(std::size_t begin, std::size_t end, std::string_view bytes);
  /// First source byte, and the byte after the last; an empty range when nothing has a source.
  ByteRange source() const;

 private:
  void add(MapRun run);

  std::string text_;
  std::vector<MapRun> runs_;
  bool skip_ = false;
};

}  // namespace repere::corpus
