// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace repere::storage {

/// Numbered records, each compressed alone with a zstd dictionary trained on the first of them,
/// so that any one is read in a few microseconds at about 0.4 of its size.
///
/// NAME.dat is one part or several (merging segments puts parts one after another, unread): "RPD1",
/// the dictionary's size (u32, little endian), the dictionary, the frames. NAME.idx holds u64s: how
/// many parts; for each the number of its first record and where it begins in NAME.dat; where each
/// frame begins, and last the size of NAME.dat. A frame ends where the next frame or part begins.
class RecordWriter {
 public:
  /// stem: path without the two extensions. Throws filesystem_error from any member.
  explicit RecordWriter(std::filesystem::path stem);
  ~RecordWriter();
  RecordWriter(RecordWriter&&) noexcept;

  /// returns: the record's number, from 0.
  std::uint32_t append(std::string record);
  std::uint32_t size() const;
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Writes `target` as the records of all the stems, in order, copied as they are.
void merge_records(const std::vector<std::filesystem::path>& stems,
                   const std::filesystem::path& target);

/// Reads them. One object a thread: decompression keeps a context.
class RecordReader {
 public:
  RecordReader();
  explicit RecordReader(const std::filesystem::path& stem);
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  std::uint32_t size() const;
  /// Throws CorruptRecord when the number or the frame is wrong. cost: microseconds.
  std::string read(std::uint32_t number) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace repere::storage
