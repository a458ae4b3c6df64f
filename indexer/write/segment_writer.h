// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "repere/corpus/analysis.h"
#include "repere/storage/columns.h"
#include "repere/storage/record_file.h"
#include "write/prepare.h"

namespace repere::indexer {

/// One of a segment's two term databases, written in runs of a few thousand documents that
/// compaction joins. Xapian keeps what it has not flushed in trees by term and document: small
/// trees stay in the processor's cache.
class TermWriter {
 public:
  explicit TermWriter(std::filesystem::path stem) : stem_(std::move(stem)) {}
  void add(const Xapian::Document& document);
  void finish();

 private:
  std::filesystem::path stem_;  ///< runs are stem-1000, stem-1001…
  std::optional<Xapian::WritableDatabase> run_;
  std::size_t runs_ = 0, in_run_ = 0;
};

/// Writes one segment's parts, report by report; merge_segments() makes the segment of them. An
/// object belongs to one thread; several write several segments at once. Members throw what
/// storage::guarded() catches. Life: add() any number of times, then finish() once.
class SegmentWriter {
 public:
  explicit SegmentWriter(std::filesystem::path folder);

  void add(PreparedReport report);
  void finish();

  std::uint32_t passage_count() const { return passages_.size(); }

 private:
  void add_passage(const storage::StoredReport& report, const storage::StoredPassage& passage,
                   std::span<const std::string> labels);
  void add_figure(const storage::StoredReport& report, std::uint32_t passage_number,
                  const corpus::Figure& figure, std::span<const std::string> passage_labels);
  void count_terms(std::string_view text, std::uint32_t weight);
  void take_counted(Xapian::Document& document);

  std::filesystem::path folder_;
  TermWriter passage_terms_, figure_terms_;
  storage::RecordWriter passages_, figures_, reports_;
  storage::ColumnsWriter passage_columns_, figure_columns_;
  std::vector<double> values_;
  corpus::Analyzer analyzer_;
  std::vector<std::pair<std::string_view, std::uint32_t>> counted_;  ///< views of analyzer_
};

/// Facet labels of a passage, closed upwards.
std::vector<std::string> passage_labels(const storage::StoredReport& report,
                                        const storage::StoredPassage& passage);

/// Compacts what writers finished, or whole segments, into one new segment and leaves them in
/// place. Order is kept: passages of the first, then of the second.
void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::filesystem::path& target);

}  // namespace repere::indexer
