// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "index/open_index.h"
#include "repere/query/search.h"

namespace repere::query {

/// Turns what an index stores into what users are shown; keeps the reports it has read, since the
/// hits of one page often share one. An object belongs to one request.
class View {
 public:
  explicit View(const OpenIndex& index) : index_(index) {}

  const storage::StoredReport& report(Place passage);
  /// Everything of a hit but its score and snippets.
  Hit hit(Place place, const storage::StoredPassage& passage);
  FigureHit figure(Place place);
  PassageView passage(Place place, bool with_figures = true);
  DocumentSummary summary(const storage::StoredReport& report) const;
  DocumentView document(std::size_t segment, std::uint32_t report);

 private:
  const storage::StoredReport& report_at(std::size_t segment, std::uint32_t number);
  FigureHit figure_of(Place passage_place, const storage::StoredPassage& passage,
                      const corpus::Figure& figure);

  const OpenIndex& index_;
  std::map<std::pair<std::size_t, std::uint32_t>, storage::StoredReport> reports_;
};

/// Source ranges of a range of a passage's text, in reading order.
std::vector<ByteRange> source_ranges(const storage::StoredPassage& passage, ByteRange range);

/// From the first to the last source byte of a range; empty when it has no source.
ByteRange source_extent(const storage::StoredPassage& passage, ByteRange range);

/// Cleaned text of a range, its pieces joined by " […] " where something was skipped in the source.
std::string quoted(const storage::StoredPassage& passage, ByteRange range);

}  // namespace repere::query
