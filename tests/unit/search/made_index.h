// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "repere/indexer/build.h"
#include "repere/query/searcher.h"
#include "temporary_folder.h"

namespace repere::tests {

/// An index of one JSON lines file, in a folder that goes with the object.
struct MadeIndex {
  explicit MadeIndex(const std::string& jsonl, std::size_t shards = 1) {
    indexer::BuildOptions options;
    options.index = folder.path() / "index";
    options.inputs = {folder.write("c.jsonl", jsonl)};
    options.jobs = 2;
    options.shards = shards;
    const auto built = indexer::build(options);
    REQUIRE_MESSAGE(built, built.error().line());
    REQUIRE(built->refused.empty());
  }
  query::Searcher open() const {
    auto searcher = query::Searcher::open(folder.path() / "index");
    REQUIRE(searcher);
    return *std::move(searcher);
  }
  TemporaryFolder folder;
};

}  // namespace repere::tests
