// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "repere/corpus/result.h"

namespace repere::storage {

/// An input file as a build saw it.
struct Source {
  std::string path;
  std::string hash;  ///< of its bytes, its description and the reader's version
  std::uint64_t bytes = 0;
  std::vector<std::string> notes;  ///< what was refused in it (records), to be said again
};

/// A file of a segment, for check.
struct SegmentFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::uint64_t checksum = 0;  ///< XXH64
};

struct SegmentEntry {
  std::string name;
  std::uint64_t reports = 0, passages = 0, figures = 0, entities = 0;
  std::vector<Source> sources;
  std::vector<SegmentFile> files;
};

/// Everything a generation file says.
struct Generation {
  std::uint64_t number = 0;
  std::vector<SegmentEntry> segments;
  std::string name() const { return "generation-" + std::to_string(number) + ".json"; }
  std::string revision() const;
};

std::filesystem::path segment_folder(const std::filesystem::path& index, const std::string& name);

/// The live generation. Errors: foreign_index (no index there; of another version, with a line that
/// says to rebuild), unavailable. cost: two small reads.
Result<Generation> load_generation(const std::filesystem::path& index);

/// Name of the live generation file, or "" when there is none: what is_stale() compares.
std::string current_name(const std::filesystem::path& index);

/// Makes a generation live: its file written and synced, then CURRENT replaced by one rename.
/// Throws filesystem_error.
void publish(const std::filesystem::path& index, const Generation& generation);

/// Removes generation files and segments that the live generation does not name.
/// returns: bytes freed.
std::uint64_t remove_unused(const std::filesystem::path& index);

/// Sizes and checksums of a finished segment's files, all synced to disk.
std::vector<SegmentFile> seal_segment(const std::filesystem::path& folder);

/// Compares a segment's files with what was sealed. returns: the first that differs, or "".
std::string find_damage(const std::filesystem::path& folder, const std::vector<SegmentFile>& files);

/// The one writer's lock on an index folder, given back when the object or the process ends.
class WriterLock {
 public:
  /// Errors: locked; unavailable (rights).
  static Result<WriterLock> take(const std::filesystem::path& index);
  ~WriterLock();
  WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  WriterLock& operator=(WriterLock&&) = delete;

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_ = -1;
};

/// XXH64 of bytes, in 16 hexadecimal digits.
std::string hash_hex(std::string_view bytes);

}  // namespace repere::storage
