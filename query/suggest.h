// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "index/open_index.h"
#include "repere/query/search.h"

namespace repere::query {

/// Names of the index (organisations, programmes, territories) that begin like this, past case and
/// accents, the most frequent first. cost: one pass over the index's distinct labels.
std::vector<Suggestion> suggest(const OpenIndex& index, std::string_view prefix, std::size_t limit);

}  // namespace repere::query
