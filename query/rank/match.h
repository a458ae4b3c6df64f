// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "facet/count.h"
#include "index/open_index.h"
#include "parse/parsed_query.h"

namespace repere::query {

struct Matched {
  Matches passages;
  bool exact = true;  ///< false: more passages may match than were looked at
};

/// Passages that a query finds, before any facet: any of its words, or of what stands for them; all
/// that its constraints demand.
/// cost: postings of the words; phrases read the text of the passages that hold their words, at
///       most most_read of them.
Matched match(const OpenIndex& index, const ParsedQuery& query, corpus::Analyzer& analyzer);

inline constexpr std::size_t most_read = 20'000;

/// The same as a weighted Xapian query, constraints left out. worth: by term, see worth_of().
Xapian::Query weighted_query(const ParsedQuery& query, const std::vector<double>& worth,
                             const std::vector<double>& idf);

}  // namespace repere::query
