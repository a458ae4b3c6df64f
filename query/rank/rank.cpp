// SPDX-License-Identifier: GPL-2.0-or-later
#include "rank/rank.h"

#include <algorithm>
#include <set>

#include "repere/storage/schema.h"

namespace repere::query {
namespace {

/// Robertson's usual damping and half the usual length normalisation: passages are cut to one
/// length, so what is left of it says little.
constexpr double k1 = 1.2, b = 0.5;
constexpr double exact_bonus = 0.02;  // breaks ties towards the form that was typed

Xapian::Query any_word(const ParsedQuery& query) {
  std::vector<Xapian::Query> words;
  for (const auto& t : query.terms) {
    const Xapian::Query word(storage::term("", t.term));
    words.push_back(t.weight == 1 ? word
                                  : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, word, t.weight));
  }
  return {Xapian::Query::OP_OR, words.begin(), words.end()};
}

/// Share of the query's words that stand in the text in the very form that was typed.
double exact_share(const ParsedQuery& query, std::string_view text, corpus::Analyzer& analyzer) {
  std::set<std::string_view> found;
  for (const auto& token : analyzer.analyze(text))
    for (const auto& t : query.terms)
      if (token.exact == t.exact) found.insert(t.exact);
  return static_cast<double>(found.size()) / static_cast<double>(std::max<std::size_t>(query.terms.size(), 1));
}

bool better(const Ranked& a, const Ranked& b_) {
  return a.score != b_.score ? a.score > b_.score : a.place < b_.place;
}

void rerank(const OpenIndex& index, const ParsedQuery& query, std::vector<Ranked>& ranked,
            corpus::Analyzer& analyzer) {
  const auto depth = std::min(rerank_depth, ranked.size());
  for (std::size_t i = 0; i < depth; ++i)
    ranked[i].score *= 1 + exact_bonus * exact_share(query, index.passage(ranked[i].place).text, analyzer);
  std::stable_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(depth), better);
}

void keep_first_of_each_record(const OpenIndex& index, std::vector<Ranked>& ranked) {
  std::set<std::pair<std::size_t, std::uint32_t>> seen;
  std::erase_if(ranked, [&](const Ranked& r) {
    const auto& columns = index.segment(r.place).passage_columns();
    return columns.is_record(r.place.number) &&
           !seen.emplace(r.place.segment, columns.report(r.place.number)).second;
  });
}

}  // namespace

Matches match(const OpenIndex& index, const ParsedQuery& query) {
  if (query.terms.empty()) return everything(index, Counted::passages);
  std::vector<std::string> terms;
  for (const auto& t : query.terms) terms.push_back(storage::term("", t.term));
  Matches out;
  for (const auto& segment : index.segments())
    out.push_back(any_of(segment.passage_terms(), segment.passage_count(), terms));
  return out;
}

std::vector<Ranked> rank(const OpenIndex& index, const ParsedQuery& query,
                         const Xapian::Query& filter, std::size_t count,
                         corpus::Analyzer& analyzer) {
  Xapian::Enquire enquire(index.passages());
  enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
  Xapian::Query whole = query.terms.empty() ? Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query::MatchAll, 0)
                                            : any_word(query);
  if (!filter.empty()) whole = Xapian::Query(Xapian::Query::OP_FILTER, whole, filter);
  enquire.set_query(whole);
  std::vector<Ranked> out;
  // A record's further passages are dropped, so more may have to be asked for.
  for (std::size_t want = std::max(count, rerank_depth);; want *= 2) {
    const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(want));
    out.clear();
    for (auto at = found.begin(); at != found.end(); ++at)
      out.push_back({index.place(*at), at.get_weight()});
    if (!query.terms.empty()) rerank(index, query, out, analyzer);
    keep_first_of_each_record(index, out);
    if (out.size() >= count || found.size() < want) break;
  }
  if (out.size() > count) out.resize(count);
  return out;
}

}  // namespace repere::query
