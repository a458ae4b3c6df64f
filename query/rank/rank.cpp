// SPDX-License-Identifier: GPL-2.0-or-later
#include "rank/rank.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "rank/evidence.h"
#include "repere/storage/schema.h"
#include "view/view.h"

namespace repere::query {
namespace {

/// Robertson's usual damping and half the usual length normalisation: passages are cut to one
/// length, so what is left of it says little.
constexpr double k1 = 1.2, b = 0.6;

Xapian::Query any_word(const ParsedQuery& query) {
  std::vector<Xapian::Query> words;
  for (const auto& t : query.terms) {
    const Xapian::Query word(storage::term("", t.term));
    words.push_back(t.weight == 1 ? word
                                  : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, word, t.weight));
  }
  return {Xapian::Query::OP_OR, words.begin(), words.end()};
}

bool better(const Ranked& a, const Ranked& b_) {
  return a.score != b_.score ? a.score > b_.score : a.place < b_.place;
}

/// How rare each word is, in the whole index.
std::vector<double> idf_of(const OpenIndex& index, const ParsedQuery& query) {
  const auto total = static_cast<double>(index.passages().get_doccount());
  std::vector<double> out;
  for (const auto& t : query.terms) {
    const auto holding = static_cast<double>(index.passages().get_termfreq(storage::term("", t.term)));
    out.push_back(std::log(1 + (total - holding + 0.5) / (holding + 0.5)));
  }
  return out;
}

Evidence evidence_of(View& view, const storage::StoredPassage& passage, Place place,
                     EvidenceReader& reader) {
  const auto& report = view.report(place).head;
  const auto path = corpus::section_path(report, static_cast<int>(passage.section));
  std::vector<std::string_view> headings(path.begin(), path.end());
  headings.push_back(report.title);
  return reader.read(passage.text, headings);
}

/// Orders the first passages by all that speaks for them; those behind keep their order and get
/// scores of the same scale.
void rerank(const OpenIndex& index, const ParsedQuery& query, std::vector<Ranked>& ranked,
            corpus::Analyzer& analyzer) {
  const auto depth = std::min(rerank_depth, ranked.size());
  if (depth == 0) return;
  const double last_weight = ranked[depth - 1].score;
  EvidenceReader reader(query, idf_of(index, query), index.passages().get_avlength(), analyzer);
  View view(index);
  for (std::size_t i = 0; i < depth; ++i)
    ranked[i].score =
        score(evidence_of(view, index.passage(ranked[i].place), ranked[i].place, reader));
  std::stable_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(depth), better);
  const double floor = ranked[depth - 1].score;
  for (std::size_t i = depth; i < ranked.size(); ++i)
    ranked[i].score *= last_weight > 0 ? floor / last_weight : 0;
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

std::vector<Considered> consider(const OpenIndex& index, const ParsedQuery& query,
                                 std::size_t depth, corpus::Analyzer& analyzer) {
  std::vector<Considered> out;
  if (query.terms.empty()) return out;
  Xapian::Enquire enquire(index.passages());
  enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
  enquire.set_query(any_word(query));
  EvidenceReader reader(query, idf_of(index, query), index.passages().get_avlength(), analyzer);
  View view(index);
  const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(depth));
  for (auto at = found.begin(); at != found.end(); ++at) {
    const auto place = index.place(*at);
    auto passage = index.passage(place);
    const auto evidence = evidence_of(view, passage, place, reader);
    out.push_back({std::move(passage.id), std::move(passage.text), evidence});
  }
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
