// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "repere/corpus/extraction.h"
#include "repere/corpus/report.h"

namespace repere::storage {

using corpus::ByteRange;

/// What a segment keeps of a passage. Ranges are of its own text unless said otherwise. Numbers of
/// reports, passages and figures are not stored but read off the columns, so that merging segments
/// copies records as they are.
struct StoredPassage {
  std::string id;
  std::uint32_t report = 0;   ///< its report's number in the segment; from the columns
  std::uint32_t section = 0;  ///< in StoredReport::sections
  std::uint32_t page = 0;     ///< 0: the format has none
  corpus::PageQuality quality = corpus::PageQuality::digital;
  std::uint32_t clean_begin = 0;  ///< where its text begins in the report's clean text
  std::string text;
  std::vector<corpus::MapRun> runs;  ///< clean side relative to text
  std::vector<std::pair<corpus::BlockKind, ByteRange>> blocks;
  std::vector<corpus::Entity> entities;
  std::vector<std::string> themes;  ///< codes, best first
  std::uint32_t first_figure = 0;   ///< number in the segment of its first; from the columns
  std::uint32_t figure_count = 0;
};

/// A figure: spans relative to its passage's text.
struct StoredFigure {
  std::uint32_t passage = 0;  ///< number in the segment; from the columns
  corpus::Figure figure;
};

/// What a segment keeps of a report: all but its text, which its passages hold.
struct StoredReport {
  corpus::Report head;              ///< text, map and blocks empty
  std::string source;               ///< the input file it came from, as given
  std::uint32_t first_passage = 0;  ///< from the columns
  std::uint32_t passage_count = 0;
  std::uint32_t figure_count = 0, entity_count = 0;
};

/// Records as bytes. Decoding throws CorruptRecord on anything cut short or out of range.
std::string encode(const StoredPassage& passage);
std::string encode(const StoredFigure& figure);
std::string encode(const StoredReport& report);
StoredPassage decode_passage(std::string_view bytes);
StoredFigure decode_figure(std::string_view bytes);
StoredReport decode_report(std::string_view bytes);

}  // namespace repere::storage
