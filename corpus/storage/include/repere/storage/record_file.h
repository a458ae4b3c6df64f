// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "repere/storage/mapped_file.h"

namespace repere::storage {

/// Numbered records, each compressed alone with a zstd dictionary trained on the first of them,
/// so that any one is read in a few microseconds at about 0.4 of its size. NAME.dat holds
/// "RPD1", the dictionary's size (u32, little endian), the dictionary, the frames; NAME.idx
/// the frames' offsets in NAME.dat (u64 each) and last the file's size.
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
