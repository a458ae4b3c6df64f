// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "index/bitmap.h"
#include "index/open_index.h"
#include "repere/query/search.h"

namespace repere::query {

enum class Counted { passages, figures };

/// One facet's selection as terms of the index: any of them.
struct FilterGroup {
  std::string facet;  ///< "theme", "territory", "year", "document"…
  std::vector<std::string> terms;
};

/// Filters as groups, all of which must hold. Years of a range are those the index holds.
std::vector<FilterGroup> filter_groups(const OpenIndex& index, const Filters& filters);

/// The groups as one Xapian query without weight; an empty query when there are none.
Xapian::Query filter_query(const std::vector<FilterGroup>& groups);

/// Documents of one segment that hold any of the terms, from their posting lists.
/// cost: the postings of the terms.
Bitmap any_of(const Xapian::Database& database, std::size_t size,
              const std::vector<std::string>& terms);

/// Passages or figures of one segment that a group allows. Figures bear labels of their own for
/// year, territory, theme, unit and kind; for the rest a figure is where its passage is. cost: for
/// passages the postings of the group; for figures one pass over their labels.
Bitmap allowed(const storage::Segment& segment, Counted what, const FilterGroup& group);

/// Figures whose passage is one of these. cost: one pass over the figures.
Bitmap figures_of(const storage::Segment& segment, const Bitmap& passages);

}  // namespace repere::query
