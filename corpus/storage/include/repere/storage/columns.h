// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "repere/storage/mapped_file.h"

namespace repere::storage {

inline constexpr std::uint32_t record_bit = std::uint32_t{1} << 31;

/// Facet labels of passages, by passage number from 0: what counts are made from, since asking
/// Xapian for values costs ten times the search (see ../NOTES.md).
/// NAME.columns: "RPC1", u32 passages, u32 labels on them, u32 distinct labels, u32 bytes of their
/// names; report of each passage (u32, its top bit set for a record); ends of each passage's run of
/// labels (u32); the labels (u32, increasing in a run); ends of the names (u32); the names.
class Columns;

class ColumnsWriter {
 public:
  /// report: below 2^31. labels: as label() in schema.h gives them, closed upwards, in any order,
  /// repeats allowed; the same for all passages of a record, which is one hit.
  void append(std::uint32_t report, bool is_record, std::span<const std::string> labels);
  /// Appends all of another's, report numbers moved up by report_base.
  void append(const Columns& from, std::uint32_t report_base);
  /// Throws filesystem_error.
  void write(const std::filesystem::path& file) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(reports_.size()); }

 private:
  std::uint32_t number_of(const std::string& label);
  std::vector<std::uint32_t> reports_, ends_, labels_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// The same, memory-mapped. Safe from any thread.
class Columns {
 public:
  Columns() = default;
  /// Throws filesystem_error or CorruptRecord.
  explicit Columns(const std::filesystem::path& file);

  std::uint32_t size() const { return static_cast<std::uint32_t>(reports_.size()); }
  std::uint32_t report(std::uint32_t passage) const { return reports_[passage] & ~record_bit; }
  /// Number of the first passage whose report is this one or a later one: reports come in order.
  std::uint32_t first_of(std::uint32_t report) const;
  /// True for a passage of a .jsonl record: all its passages are one hit.
  bool is_record(std::uint32_t passage) const { return (reports_[passage] & record_bit) != 0; }
  std::span<const std::uint32_t> labels(std::uint32_t passage) const {
    const auto begin = passage == 0 ? 0 : ends_[passage - 1];
    return labels_.subspan(begin, ends_[passage] - begin);
  }
  std::uint32_t label_count() const { return static_cast<std::uint32_t>(name_ends_.size()); }
  std::string_view label_name(std::uint32_t label) const {
    const auto begin = label == 0 ? 0 : name_ends_[label - 1];
    return names_.substr(begin, name_ends_[label] - begin);
  }

 private:
  MappedFile file_;
  std::span<const std::uint32_t> reports_, ends_, labels_, name_ends_;
  std::string_view names_;
};

}  // namespace repere::storage
