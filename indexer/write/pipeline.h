// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_set>

#include "repere/storage/index_folder.h"
#include "write/inputs.h"
#include "write/segment_writer.h"

namespace repere::indexer {

/// A segment of the live generation of which only some inputs are still as they were.
struct Transfer {
  std::filesystem::path segment;
  std::unordered_set<std::string> sources;  ///< paths of the inputs to take over
};

/// What the workers are to do, and what they did.
struct Work {
  std::vector<Input> inputs;                   ///< to be read
  std::vector<Transfer> transfers;             ///< to be taken over without reading
  std::vector<std::filesystem::path> carried;  ///< segments kept whole: their ids are taken
  std::filesystem::path folder;                ///< where the workers' segments go
  std::size_t jobs = 1;
  corpus::ReadOptions read;
  std::function<void(std::uint64_t)> read_bytes;  ///< called from one thread at a time

  std::vector<std::filesystem::path> segments;  ///< written, in order, empty ones left out
  std::vector<Refused> refused;
  std::vector<std::string> notes;
  std::size_t entities = 0;
};

/// Reads, prepares and writes on `jobs` threads. Which thread takes what is fixed by the order of
/// the inputs, so that two builds of the same inputs give the same index.
/// Errors: the first that a worker met (disk, memory).
Result<void> run(Work& work);

}  // namespace repere::indexer
