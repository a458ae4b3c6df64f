// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "repere/corpus/reading.h"
#include "repere/corpus/result.h"

namespace repere::indexer {

struct BuildOptions {
  std::filesystem::path index;
  std::vector<std::filesystem::path> inputs;  ///< files and folders
  std::size_t jobs = 0;                       ///< threads; 0: as many as processors
  std::size_t shards = 0;                     ///< segments to leave; 0: the indexer chooses
  corpus::ReadOptions read;
  /// Called now and then with the bytes read so far and in all; from any thread, never at once.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;
};

struct Refused {
  std::string input;  ///< the file, with ":line" for a record
  std::string why;    ///< one line in French
};

struct BuildSummary {
  std::size_t reports = 0, passages = 0, figures = 0, entities = 0;
  std::size_t carried_over = 0, dropped = 0;  ///< reports
  std::uint64_t bytes = 0;                    ///< of source text and files
  double seconds = 0;
  std::vector<Refused> refused;
  std::vector<std::string> notes;
};

/// Builds a new generation beside the live one and switches to it in one rename; killed at any
/// point, the old one serves. Errors: invalid_argument (nothing to read), locked, foreign_index,
/// unavailable; after any of them the index is as before.
Result<BuildSummary> build(const BuildOptions& options);

struct IndexInfo {
  std::string revision;
  int schema_version = 0, analysis_version = 0;
  std::size_t segments = 0, reports = 0, passages = 0, figures = 0;
  std::uint64_t disk_bytes = 0;
};

/// Verifies every file of the live generation. Errors: foreign_index, unavailable naming the file.
Result<IndexInfo> check(const std::filesystem::path& index);
Result<IndexInfo> info(const std::filesystem::path& index);
/// Removes generations and segments that nothing uses. returns: bytes freed.
Result<std::uint64_t> prune(const std::filesystem::path& index);

}  // namespace repere::indexer
