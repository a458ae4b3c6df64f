// SPDX-License-Identifier: GPL-2.0-or-later
#include "rank/match.h"

#include <algorithm>
#include <map>

#include "repere/storage/schema.h"

namespace repere::query {
namespace {

constexpr std::size_t most_expansions = 200;  // words of one « mot* »

/// Terms that count together: one typed or family word, or all the words of a synonym.
std::vector<std::vector<std::size_t>> alternatives(const ParsedQuery& query) {
  std::vector<std::vector<std::size_t>> out;
  std::map<std::size_t, std::size_t> group_at;
  for (std::size_t i = 0; i < query.terms.size(); ++i) {
    const auto group = query.terms[i].group;
    if (group == 0) {
      out.push_back({i});
    } else if (const auto known = group_at.find(group); known != group_at.end()) {
      out[known->second].push_back(i);
    } else {
      group_at[group] = out.size();
      out.push_back({i});
    }
  }
  return out;
}

Bitmap holding(const storage::Segment& segment, const std::vector<std::string>& words) {
  std::vector<std::string> terms;
  for (const auto& word : words) terms.push_back(storage::term("", word));
  return any_of(segment.passage_terms(), segment.passage_count(), terms);
}

Bitmap holding_all(const storage::Segment& segment, const std::vector<std::string>& words) {
  Bitmap out(segment.passage_count(), true);
  for (const auto& word : words) out &= holding(segment, {word});
  return out;
}

Bitmap any_word(const storage::Segment& segment, const ParsedQuery& query) {
  std::vector<std::string> single;
  Bitmap out(segment.passage_count());
  for (const auto& group : alternatives(query)) {
    std::vector<std::string> words;
    for (const auto i : group) words.push_back(query.terms[i].term);
    if (words.size() == 1)
      single.push_back(words.front());
    else
      out |= holding_all(segment, words);
  }
  return out |= holding(segment, single);
}

std::vector<std::string> words_with(const storage::Segment& segment, const std::string& prefix) {
  std::vector<std::string> out;
  const auto& terms = segment.passage_terms();
  for (auto at = terms.allterms_begin(prefix); at != terms.allterms_end(prefix); ++at) {
    out.push_back(*at);
    if (out.size() == most_expansions) break;
  }
  return out;
}

/// Passages with a sum of money between the two, from the figures' values.
Bitmap with_amount(const storage::Segment& segment, const Constraints& wanted) {
  Bitmap out(segment.passage_count());
  const auto& columns = segment.figure_columns();
  const auto money = storage::label(storage::LabelKind::figure_kind, "money");
  std::uint32_t label = 0;
  while (label < columns.label_count() && columns.label_name(label) != money) ++label;
  const auto values = segment.values();
  for (std::uint32_t i = 0; i < segment.figure_count(); ++i) {
    const bool low = wanted.least_amount && values[i] < *wanted.least_amount;
    const bool high = wanted.most_amount && values[i] > *wanted.most_amount;
    if (low || high) continue;
    const auto labels = columns.labels(i);
    if (std::ranges::find(labels, label) != labels.end()) out.set(columns.report(i));
  }
  return out;
}

bool stands_in(const Phrase& phrase, std::span<const corpus::Token> tokens) {
  if (phrase.window > 0) {
    int last_one = -1, last_other = -1;
    for (const auto& token : tokens) {
      const auto position = static_cast<int>(token.position);
      if (token.term == phrase.words.front().first) last_one = position;
      if (token.term == phrase.words.back().first) last_other = position;
      if (last_one >= 0 && last_other >= 0 && std::abs(last_one - last_other) <= phrase.window)
        return true;
    }
    return false;
  }
  const auto& words = phrase.words;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (tokens[first].term != words.front().first || tokens[first].stop) continue;
    const bool all = std::ranges::all_of(words, [&](const auto& word) {
      const std::size_t at = first + static_cast<std::size_t>(word.second);
      return at < tokens.size() && tokens[at].term == word.first;
    });
    if (all) return true;
  }
  return false;
}

bool keeps(const Constraints& wanted, std::span<const corpus::Token> tokens) {
  const auto stands = [&](const Phrase& phrase) { return stands_in(phrase, tokens); };
  return std::ranges::all_of(wanted.phrases, stands) &&
         std::ranges::none_of(wanted.excluded_phrases, stands);
}

Bitmap candidates(const storage::Segment& segment, const ParsedQuery& query) {
  const auto& wanted = query.constraints;
  const bool demands =
      !wanted.required.empty() || !wanted.prefixes.empty() || !wanted.phrases.empty();
  Bitmap out = demands || query.terms.empty() ? Bitmap(segment.passage_count(), true)
                                              : any_word(segment, query);
  for (const auto& words : wanted.required) out &= holding(segment, words);
  for (const auto& prefix : wanted.prefixes) out &= holding(segment, words_with(segment, prefix));
  for (const auto& phrase : wanted.phrases)
    for (const auto& [word, place] : phrase.words) out &= holding(segment, {word});
  if (!wanted.excluded.empty()) out.subtract(holding(segment, wanted.excluded));
  if (wanted.least_amount || wanted.most_amount) out &= with_amount(segment, wanted);
  return out;
}

}  // namespace

Matched match(const OpenIndex& index, const ParsedQuery& query, corpus::Analyzer& analyzer) {
  Matched out;
  const auto& wanted = query.constraints;
  if (query.terms.empty() && wanted.empty()) {
    out.passages = everything(index, Counted::passages);
    return out;
  }
  const bool reads = !wanted.phrases.empty() || !wanted.excluded_phrases.empty();
  std::size_t read = 0;
  for (const auto& segment : index.segments()) {
    out.passages.push_back(candidates(segment, query));
    if (!reads) continue;
    auto& kept = out.passages.back();
    Bitmap(kept).for_each([&](std::size_t number) {
      if (++read > most_read) out.exact = false;
      const auto text = [&] { return segment.passage(static_cast<std::uint32_t>(number)).text; };
      if (read > most_read || !keeps(wanted, analyzer.analyze(text()))) kept.clear(number);
    });
  }
  return out;
}

Xapian::Query weighted_query(const ParsedQuery& query, const std::vector<double>& worth,
                             const std::vector<double>& idf) {
  std::vector<Xapian::Query> parts;
  for (const auto& group : alternatives(query)) {
    std::vector<Xapian::Query> words;
    for (const auto i : group) {
      const Xapian::Query word(storage::term("", query.terms[i].term));
      const double factor = idf[i] > 0 ? worth[i] / idf[i] : 1;
      words.push_back(factor == 1 ? word
                                  : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, word, factor));
    }
    parts.push_back(words.size() == 1
                        ? words.front()
                        : Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end()));
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

}  // namespace repere::query
