// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace repere::query {

/// The form under which words meet in the table of synonyms: folded, singular, masculine-ish.
std::string synonym_key(std::string_view folded);

/// Keys of words that may stand for this one in a report: citizens' words against the
/// administration's. Empty for most words.
std::vector<std::string> synonyms_of(std::string_view folded);

/// The same as index terms.
std::vector<std::string> synonym_terms(std::string_view folded);

}  // namespace repere::query
