// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "repere/corpus/report.h"
#include "repere/storage/records.h"

namespace repere::indexer {

/// A report ready to be written: its passages and what was read in each. Numbers that only a
/// segment can give (report, first_figure) are still 0.
struct PreparedReport {
  storage::StoredReport report;
  std::vector<storage::StoredPassage> passages;
  std::vector<std::vector<corpus::Figure>> figures;  ///< one list a passage, spans relative to it
};

/// Cuts a report into passages, extracts and classifies. cost: linear in bytes; safe from any
/// thread.
PreparedReport prepare(corpus::Report report, std::string source);

/// The words a passage should stay between: a shorter block joins its neighbours under the same
/// heading, a longer one is cut between sentences. A record of a .jsonl corpus stays whole up to
/// record_words, so that a hit is a record.
inline constexpr std::size_t passage_words = 160;
inline constexpr std::size_t longest_passage_words = 220;
inline constexpr std::size_t record_words = 300;

/// The ranges of a report's clean text that become passages, in reading order.
struct Cut {
  corpus::ByteRange clean;
  int section = 0;
  int page = 0;
  std::size_t first_block = 0, last_block = 0;  ///< blocks [first, last] that it touches
};
std::vector<Cut> cut_passages(const corpus::Report& report);

}  // namespace repere::indexer
