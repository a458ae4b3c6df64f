// SPDX-License-Identifier: GPL-2.0-or-later
#include "snippet/snippet.h"

#include <algorithm>
#include <set>

namespace repere::query {
namespace {

constexpr std::uint32_t fragment_bytes = 260;
constexpr std::size_t most_fragments = 3;

struct Match {
  ByteRange range;
  std::size_t term;
};

std::vector<Match> find_matches(std::string_view text, const ParsedQuery& query,
                                corpus::Analyzer& analyzer) {
  std::vector<Match> out;
  for (const auto& token : analyzer.analyze(text))
    for (std::size_t i = 0; i < query.terms.size(); ++i)
      if (!token.stop && token.term == query.terms[i].term) {
        out.push_back({{token.begin, token.end}, i});
        break;
      }
  return out;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// A long sentence becomes a window around `focus`, cut at spaces.
ByteRange windowed(std::string_view text, ByteRange sentence, std::uint32_t focus) {
  if (sentence.size() <= fragment_bytes) return sentence;
  auto begin =
      std::max(sentence.begin, focus > fragment_bytes / 3 ? focus - fragment_bytes / 3 : 0);
  auto end = std::min(sentence.end, begin + fragment_bytes);
  while (begin > sentence.begin && !is_space(text[begin - 1])) --begin;
  while (end < sentence.end && !is_space(text[end])) ++end;
  return {begin, end};
}

/// Greedy: the sentence that adds most words not yet shown, until nothing is added.
std::vector<ByteRange> choose(std::string_view text, const std::vector<Match>& matches) {
  const auto sentences = corpus::sentences(text);
  std::set<std::size_t> shown;
  std::vector<ByteRange> out;
  while (out.size() < most_fragments) {
    std::size_t best_gain = 0;
    ByteRange best;
    for (const auto& sentence : sentences) {
      std::set<std::size_t> fresh;
      std::uint32_t focus = sentence.begin;
      for (const auto& m : matches)
        if (m.range.begin >= sentence.begin && m.range.end <= sentence.end &&
            shown.count(m.term) == 0) {
          if (fresh.empty()) focus = m.range.begin;
          fresh.insert(m.term);
        }
      if (fresh.size() <= best_gain) continue;
      best_gain = fresh.size();
      best = windowed(text, sentence, focus);
    }
    if (best_gain == 0) break;
    out.push_back(best);
    for (const auto& m : matches)
      if (m.range.begin >= best.begin && m.range.end <= best.end) shown.insert(m.term);
  }
  if (out.empty() && !sentences.empty())
    out.push_back(windowed(text, sentences.front(), sentences.front().begin));
  std::sort(out.begin(), out.end(), [](auto a, auto b) { return a.begin < b.begin; });
  return out;
}

}  // namespace

std::vector<ByteRange> find_marks(std::string_view text, const ParsedQuery& query,
                                  corpus::Analyzer& analyzer) {
  std::vector<ByteRange> out;
  for (const auto& match : find_matches(text, query, analyzer)) out.push_back(match.range);
  return out;
}

std::vector<Snippet> make_snippets(std::string_view text, const ParsedQuery& query,
                                   corpus::Analyzer& analyzer) {
  const auto matches = find_matches(text, query, analyzer);
  std::vector<Snippet> out;
  for (const auto range : choose(text, matches)) {
    Snippet snippet{range, std::string(text.substr(range.begin, range.size())), {}};
    for (const auto& m : matches)
      if (m.range.begin >= range.begin && m.range.end <= range.end)
        snippet.marks.push_back({m.range.begin - range.begin, m.range.end - range.begin});
    out.push_back(std::move(snippet));
  }
  return out;
}

}  // namespace repere::query
