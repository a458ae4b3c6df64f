// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/analysis.h"
#include "repere/query/search.h"

namespace repere::query {

/// A word of a query as the index knows it.
struct QueryTerm {
  std::string term;    ///< as indexed
  std::string exact;   ///< as typed, lower case
  ByteRange span;      ///< in the query
  double weight = 1;   ///< below 1 for what was added to the user's words
  bool added = false;  ///< by the thesaurus, not typed
};

/// What kind of thing a question waits for, as far as ranking cares.
enum class Wanted : std::uint8_t { anything, number, date, name };

/// A user's text, read. Never an error: what could not be read is a hint.
struct ParsedQuery {
  std::vector<QueryTerm> terms;    ///< distinct, in order of first appearance
  std::vector<std::size_t> order;  ///< terms in the order typed, repeats kept, added ones left out
  Wanted wanted = Wanted::anything;
  std::vector<std::string> hints;
};

ParsedQuery parse(std::string_view text, corpus::Analyzer& analyzer);

}  // namespace repere::query
