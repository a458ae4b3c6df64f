// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "parse/parsed_query.h"

namespace repere::query {
namespace {

/// Longer queries are cut: every word costs a posting list.
constexpr std::size_t most_terms = 64;
constexpr std::size_t most_bytes = 8192;

}  // namespace

ParsedQuery parse(std::string_view text, corpus::Analyzer& analyzer) {
  ParsedQuery out;
  for (const auto& token : analyzer.analyze(text.substr(0, most_bytes))) {
    if (token.stop || token.term.empty()) continue;
    const bool known = std::any_of(out.terms.begin(), out.terms.end(),
                                   [&](const auto& t) { return t.term == token.term; });
    if (known) continue;
    if (out.terms.size() == most_terms) {
      out.hints.push_back("La question est longue : seuls ses premiers mots sont cherchés.");
      break;
    }
    out.terms.push_back({std::string(token.term), std::string(token.exact), {token.begin, token.end}});
  }
  return out;
}

}  // namespace repere::query
