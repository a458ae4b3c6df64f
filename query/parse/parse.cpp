// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "answer/question.h"
#include "parse/parsed_query.h"

namespace repere::query {
namespace {

/// Longer queries are cut: every word costs a posting list.
constexpr std::size_t most_terms = 64;
constexpr std::size_t most_bytes = 8192;

Wanted wanted_of(AnswerType type) {
  if (is_figure(type)) return Wanted::number;
  switch (type) {
    case AnswerType::date:
    case AnswerType::period:
      return Wanted::date;
    case AnswerType::person:
    case AnswerType::place:
    case AnswerType::organisation:
    case AnswerType::programme:
      return Wanted::name;
    default:
      return Wanted::anything;
  }
}

}  // namespace

ParsedQuery parse(std::string_view text, corpus::Analyzer& analyzer) {
  ParsedQuery out;
  const auto read = text.substr(0, most_bytes);
  out.wanted = wanted_of(understand(read, analyzer).type);
  for (const auto& token : analyzer.analyze(read)) {
    if (token.stop || token.term.empty()) continue;
    const auto known = std::find_if(out.terms.begin(), out.terms.end(),
                                    [&](const auto& t) { return t.term == token.term; });
    out.order.push_back(static_cast<std::size_t>(known - out.terms.begin()));
    if (known != out.terms.end()) continue;
    if (out.terms.size() == most_terms) {
      out.order.pop_back();
      out.hints.push_back("La question est longue : seuls ses premiers mots sont cherchés.");
      break;
    }
    out.terms.push_back({std::string(token.term), std::string(token.exact), {token.begin, token.end}});
  }
  return out;
}

}  // namespace repere::query
