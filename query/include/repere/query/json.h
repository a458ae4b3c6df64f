// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "repere/query/search.h"

namespace repere::query {

/// The JSON of the command line and of the HTTP API, one spelling for both. Fields as in
/// ARCHITECTURE.md; order kept for people who read it.
using Json = nlohmann::ordered_json;

Json to_json(const SearchResult& result);
Json to_json(const Snippet& snippet);
Json to_json(const Hit& hit);
Json to_json(const Answer& answer);
Json to_json(const Alternative& alternative);
Json to_json(const FiguresResult& result);
Json to_json(const FigureHit& figure);
Json to_json(const Facets& facets);
Json to_json(const Suggestion& suggestion);
Json to_json(const DocumentSummary& document);
Json to_json(const DocumentView& document);
Json to_json(const PassageView& passage);
Json to_json(const Understood& understood);

}  // namespace repere::query
