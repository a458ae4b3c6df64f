// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "parse/parsed_query.h"

namespace repere::query {

/// Ranges of the text whose word is one of the query's; an elided article stays outside.
std::vector<ByteRange> find_marks(std::string_view text, const ParsedQuery& query,
                                  corpus::Analyzer& analyzer);

/// Up to three fragments of whole sentences (or parts of a long one, cut at words), in reading
/// order, that hold most of the query's words; the beginning of the text when it holds none.
std::vector<Snippet> make_snippets(std::string_view text, const ParsedQuery& query,
                                   corpus::Analyzer& analyzer);

}  // namespace repere::query
