// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <span>

#include "repere/storage/columns.h"
#include "repere/storage/mapped_file.h"
#include "repere/storage/record_file.h"
#include "repere/storage/records.h"

namespace repere::storage {

/// One opened segment. Passages, figures and reports are numbered from 0; document n+1 of a Xapian
/// database is passage (or figure) n. An object belongs to one thread. Members throw what
/// guarded() catches.
class Segment {
 public:
  explicit Segment(const std::filesystem::path& folder);

  const Xapian::Database& passage_terms() const { return passage_terms_; }
  const Xapian::Database& figure_terms() const { return figure_terms_; }
  const Columns& passage_columns() const { return passage_columns_; }
  /// Columns of figures: their "report" is the number of their passage.
  const Columns& figure_columns() const { return figure_columns_; }
  /// Each figure's value.
  std::span<const double> values() const { return values_; }

  std::uint32_t passage_count() const { return passages_.size(); }
  std::uint32_t figure_count() const { return figures_.size(); }
  std::uint32_t report_count() const { return reports_.size(); }
  StoredPassage passage(std::uint32_t number) const;
  StoredFigure figure(std::uint32_t number) const;
  StoredReport report(std::uint32_t number) const;

 private:
  Xapian::Database passage_terms_, figure_terms_;
  Columns passage_columns_, figure_columns_;
  RecordReader passages_, figures_, reports_;
  MappedFile values_file_;
  std::span<const double> values_;
};

}  // namespace repere::storage
