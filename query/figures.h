// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/open_index.h"
#include "repere/corpus/analysis.h"
#include "repere/query/search.h"

namespace repere::query {

/// Figures whose label, unit, sentence or headings hold the words, narrowed by value, unit, kind
/// and facets. cost: the words' postings; sorting by a column reads every figure that matches.
FiguresResult search_figures(const OpenIndex& index, const FiguresRequest& request,
                             corpus::Analyzer& analyzer);

}  // namespace repere::query
