// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "answer/answerer.h"
#include "index/open_index.h"
#include "repere/corpus/analysis.h"
#include "repere/query/search.h"

namespace repere::query::answers {

/// A passage of the index that may answer, with where it stands.
struct Retrieved {
  std::vector<Place> places;       ///< same order as evidence
  std::vector<Evidence> evidence;  ///< best first
};

/// The passages nearest to a question. filter: empty for the whole index.
Retrieved retrieve(const OpenIndex& index, const Question& question, const Xapian::Query& filter,
                   std::size_t limit, corpus::Analyzer& analyzer);

/// What the index knows of a term's rarity. Valid as long as the index.
Collection collection_of(const OpenIndex& index);

/// Answers a question from the index, or declines with the nearest passages. Throws what
/// storage::guarded() catches.
Answer ask(const OpenIndex& index, std::string_view question, const Xapian::Query& filter,
           corpus::Analyzer& analyzer);

}  // namespace repere::query::answers
