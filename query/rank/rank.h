// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "facet/count.h"
#include "index/open_index.h"
#include "parse/parsed_query.h"
#include "rank/evidence.h"
#include "rank/match.h"

namespace repere::query {

struct Ranked {
  Place place;
  double score = 0;
};

/// The best `count` passages, best first, in a stable order (ties by place). A query without words
/// gives the filtered passages in reading order. Only the first of a record's passages is kept.
/// allowed: passages that the constraints leave; absent: all.
/// cost: the words' postings, then the text of the first rerank_depth passages.
std::vector<Ranked> rank(const OpenIndex& index, const ParsedQuery& query,
                         const Xapian::Query& filter, std::size_t count, corpus::Analyzer& analyzer,
                         const Matches* allowed = nullptr);

inline constexpr std::size_t rerank_depth = 60;

/// A passage that was looked at closely, and what was seen: for fitting the model.
struct Considered {
  std::string id, text;
  Evidence evidence;
};

/// The first `depth` passages by BM25 alone, with their evidence.
std::vector<Considered> consider(const OpenIndex& index, const ParsedQuery& query,
                                 std::size_t depth, corpus::Analyzer& analyzer);

}  // namespace repere::query
