// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace repere::corpus {

/// Half-open range of bytes [begin, end).
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// One stretch of clean text and the source bytes it stands for. Equal lengths mean the same
/// bytes one to one; else the run was rewritten (a lost ligature, a composed accent) and maps
/// only as a whole.
struct MapRun {
  ByteRange clean;
  ByteRange source;
  /// True when other content (a box, a page's head, a column) stands in the source between the
  /// previous run and this one; a dropped hyphen or white space is no break.
  bool after_skip = false;
};

/// From clean text back to the source. Runs are sorted by clean.begin and do not overlap; clean
/// bytes that no run covers (the blank line between blocks, the space of a joined line) were put
/// there by the reader. For text formats source bytes are those of the file; for PDF those of the
/// cleaned text of the page named by Report::pages.
class SourceMap {
 public:
  void append(MapRun run) { runs_.push_back(run); }
  const std::vector<MapRun>& runs() const { return runs_; }

  /// The source ranges that a clean range stands for, in reading order; pieces that only a
  /// dropped hyphen or white space parts are one range. Empty when nothing of it has a source.
  /// cost: O(log runs + pieces).
  std::vector<ByteRange> to_source(ByteRange clean) const;

  /// The clean sub-ranges that to_source() returns pieces for, one to one with it.
  std::vector<ByteRange> pieces(ByteRange clean) const;

 private:
  std::vector<MapRun> runs_;
};

enum class SectionKind : std::uint8_t { body, box, caption, table, foreword, toc };
enum class BlockKind : std::uint8_t {
  paragraph,
  list_item,
  table_row,
  box,
  caption,
  heading,    ///< the printed title of a section; its text is also Section::title
  toc_entry,  ///< a line of the contents page; never indexed
};
enum class PageQuality : std::uint8_t { digital, ocr, garbled, empty };
enum class Nature : std::uint8_t { original, digest };

/// A node of the outline. Sections are stored in pre-order; section 0 is the report itself
/// (level 0, its title is the report's).
struct Section {
  std::string title;  ///< clean, one line; empty for an untitled box or table
  int level = 1;      ///< 1 is a part; children are deeper
  SectionKind kind = SectionKind::body;
  int parent = -1;   ///< index of the section that holds this one; -1 only for section 0
  ByteRange clean;   ///< from its title (or first block) to the last byte of its last block
  ByteRange source;  ///< the same, in source bytes: first to last, boxes inside included
};

/// A paragraph, list item, table row…: one stretch of clean text that belongs to one section.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  ByteRange clean;
  int section = 0;
  int page = 0;        ///< page of its first byte, from 1; 0 when the format has no pages
  int list_head = -1;  ///< for list items and table rows: the block that introduces or heads them
};

struct Page {
  int number = 0;   ///< from 1, in the order of the file
  ByteRange clean;  ///< clean bytes whose first source byte is on it
  PageQuality quality = PageQuality::digital;
};

/// Where a stretch of clean text is printed, in points from the page's top left corner. PDF only.
struct Region {
  ByteRange clean;
  int page = 0;
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// Which of a report's descriptions were inferred from its text rather than given.
struct Inferred {
  bool title = false, publisher = false, year = false, territory = false;
};

/// A report as the rest of the house sees it: clean text and its structure.
struct Report {
  std::string id;    ///< stable: the file's name without folder and extension, or a record's id
  std::string path;  ///< where it was read, as given
  std::string title, publisher, url, licence, theme;
  std::optional<int> year;
  std::string territory;  ///< official code ("REG-32", "DEP-60", "COM-60057"), or empty
  Nature nature = Nature::original;
  Inferred inferred;
  bool is_record = false;  ///< one line of a .jsonl corpus: hits carry its id
  bool is_pdf = false;

  std::string text;  ///< clean: UTF-8, NFC, blocks parted by one blank line ("\n\n")
  SourceMap map;
  std::vector<Section> sections;   ///< never empty
  std::vector<Block> blocks;       ///< in reading order, clean ranges increasing and disjoint
  std::vector<Page> pages;         ///< empty when the format has no pages
  std::vector<Region> regions;     ///< one a printed line, by clean.begin; empty but for PDF
  std::vector<std::string> notes;  ///< what the reader has to say, in French, one line each

  std::string_view slice(ByteRange range) const {
    return std::string_view(text).substr(range.begin, range.size());
  }
};

/// The names the formats use: "paragraph", "list_item"…; "digital", "ocr"….
std::string_view to_string(BlockKind kind);
std::string_view to_string(PageQuality quality);

/// Titles from the part down to this section, the report's own title left out.
std::vector<std::string> section_path(const Report& report, int section);

}  // namespace repere::corpus
