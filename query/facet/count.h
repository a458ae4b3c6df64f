// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "facet/filter.h"
#include "repere/query/search.h"

namespace repere::query {

/// What a query's words match, before any facet: one bitmap a segment.
using Matches = std::vector<Bitmap>;

/// Every document of each segment.
Matches everything(const OpenIndex& index, Counted what);

struct FacetCounts {
  std::size_t total = 0;  ///< hits that every group allows; a record of several passages is one
  Facets facets;
};

/// Exact counts: a facet's own selection does not narrow its own counts.
/// selected: the filters as the user gave them, to mark values. with_values: false counts only the
/// total. cost: postings of the selected labels, then one pass over the matches' labels, once more
/// for
///       each facet that has a selection.
FacetCounts count_facets(const OpenIndex& index, Counted what, const Matches& matches,
                         const std::vector<FilterGroup>& groups, const Filters& selected,
                         bool with_values = true);

}  // namespace repere::query
