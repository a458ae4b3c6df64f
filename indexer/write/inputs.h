// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "repere/corpus/reading.h"
#include "repere/corpus/result.h"
#include "repere/indexer/build.h"

namespace repere::indexer {

/// A file to index: where it is, what corpus.toml says of it, what it holds.
struct Input {
  std::filesystem::path path;
  corpus::Description description;
  std::string document;  ///< id of its report; unused for .jsonl, whose records bear their own
  std::string hash;      ///< bytes, description and reader's version together
  std::uint64_t bytes = 0;
  bool is_jsonl() const { return path.extension() == ".jsonl"; }
};

/// Files of a build in a fixed order: as given, folders recursively by name. Files of other kinds
/// in a folder are left out without a word; one named outright is refused.
/// Errors: invalid_argument (a path that is not there; nothing to read; a corpus.toml at fault).
Result<std::vector<Input>> list_inputs(const std::vector<std::filesystem::path>& paths,
                                       std::vector<Refused>& refused);

/// "Rapport d'activité 2016.pdf" gives "rapport-d-activite-2016".
std::string document_id(const std::filesystem::path& path);

}  // namespace repere::indexer
