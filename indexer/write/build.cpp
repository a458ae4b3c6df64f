// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/indexer/build.h"

namespace repere::indexer {

Result<BuildSummary> build(const BuildOptions&) { return BuildSummary{}; }
Result<IndexInfo> check(const std::filesystem::path&) { return IndexInfo{}; }
Result<IndexInfo> info(const std::filesystem::path&) { return IndexInfo{}; }
Result<std::uint64_t> prune(const std::filesystem::path&) { return std::uint64_t{0}; }

}  // namespace repere::indexer
