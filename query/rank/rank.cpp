// SPDX-License-Identifier: GPL-2.0-or-later
#include "rank/rank.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "rank/evidence.h"
#include "repere/storage/schema.h"
#include "view/view.h"

namespace repere::query {
namespace {

/// Robertson's usual damping and half the usual length normalisation: passages are cut to one
/// length, so what is left of it says little.
constexpr double k1 = 1.2, b = 0.6;

bool better(const Ranked& a, const Ranked& b_) {
  return a.score != b_.score ? a.score > b_.score : a.place < b_.place;
}

/// What each term of a query is worth: how rare it is in the whole index, by its weight; what was
/// added is never worth more than the word it stands for.
struct Worth {
  std::vector<double> idf, worth;
};

Worth worth_of(const OpenIndex& index, const ParsedQuery& query) {
  const auto total = static_cast<double>(index.passages().get_doccount());
  Worth out;
  for (const auto& t : query.terms) {
    const auto holding =
        static_cast<double>(index.passages().get_termfreq(storage::term("", t.term)));
    out.idf.push_back(std::log(1 + (total - holding + 0.5) / (holding + 0.5)));
    const double cap = t.added ? std::max(1.0, out.idf[t.base]) : out.idf.back();
    out.worth.push_back(t.weight * std::min(out.idf.back(), cap));
  }
  return out;
}

/// Lets only passages of a set through.
class OnlyThese : public Xapian::MatchDecider {
 public:
  OnlyThese(const OpenIndex& index, const Matches& allowed) : index_(index), allowed_(allowed) {}
  bool operator()(const Xapian::Document& document) const override {
    const auto place = index_.place(document.get_docid());
    return allowed_[place.segment].test(place.number);
  }

 private:
  const OpenIndex& index_;
  const Matches& allowed_;
};

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
            const Worth& worth, corpus::Analyzer& analyzer) {
  const auto depth = std::min(rerank_depth, ranked.size());
  if (depth == 0) return;
  const double last_weight = ranked[depth - 1].score;
  EvidenceReader reader(query, worth.worth, index.passages().get_avlength(), analyzer);
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

std::vector<Considered> consider(const OpenIndex& index, const ParsedQuery& query,
                                 std::size_t depth, corpus::Analyzer& analyzer) {
  std::vector<Considered> out;
  if (query.terms.empty()) return out;
  Xapian::Enquire enquire(index.passages());
  enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
  const auto worth = worth_of(index, query);
  enquire.set_query(weighted_query(query, worth.worth, worth.idf));
  EvidenceReader reader(query, worth.worth, index.passages().get_avlength(), analyzer);
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
                         const Xapian::Query& filter, std::size_t count, corpus::Analyzer& analyzer,
                         const Matches* allowed) {
  Xapian::Enquire enquire(index.passages());
  enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
  const auto worth = worth_of(index, query);
  Xapian::Query whole = query.terms.empty() ? Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
                                                            Xapian::Query::MatchAll, 0)
                                            : weighted_query(query, worth.worth, worth.idf);
  if (!filter.empty()) whole = Xapian::Query(Xapian::Query::OP_FILTER, whole, filter);
  enquire.set_query(whole);
  std::unique_ptr<OnlyThese> only;
  if (allowed != nullptr) only = std::make_unique<OnlyThese>(index, *allowed);
  std::vector<Ranked> out;
  // A record's further passages are dropped, so more may have to be asked for.
  for (std::size_t want = std::max(count, rerank_depth);; want *= 2) {
    const auto found =
        enquire.get_mset(0, static_cast<Xapian::doccount>(want), 0, nullptr, only.get());
    out.clear();
    for (auto at = found.begin(); at != found.end(); ++at)
      out.push_back({index.place(*at), at.get_weight()});
    if (!query.terms.empty()) rerank(index, query, out, worth, analyzer);
    keep_first_of_each_record(index, out);
    if (out.size() >= count || found.size() < want) break;
  }
  if (out.size() > count) out.resize(count);
  return out;
}

}  // namespace repere::query
