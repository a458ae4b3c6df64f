// SPDX-License-Identifier: GPL-2.0-or-later
#include "figures.h"

#include <algorithm>
#include <unordered_map>

#include "facet/count.h"
#include "parse/parsed_query.h"
#include "repere/storage/schema.h"
#include "view/view.h"

namespace repere::query {
namespace {

using storage::LabelKind;

struct Candidate {
  Place place;
  double weight = 0;
};

std::string label_term(LabelKind kind, std::string_view value) {
  return storage::term(storage::label_prefix, storage::label(kind, value));
}

/// Figures of which every word stands in the label, the unit or the passage around; when there are
/// none, any word.
Matches match(const OpenIndex& index, const ParsedQuery& query) {
  if (query.terms.empty()) return everything(index, Counted::figures);
  Matches all = everything(index, Counted::figures), any;
  bool found = false;
  for (std::size_t s = 0; s < index.segments().size(); ++s) {
    const auto& segment = index.segments()[s];
    any.emplace_back(segment.figure_count());
    for (const auto& t : query.terms) {
      const std::vector<std::string> term = {storage::term("", t.term)};
      auto one = any_of(segment.figure_terms(), segment.figure_count(), term);
      one |= figures_of(segment, any_of(segment.passage_terms(), segment.passage_count(), term));
      all[s] &= one;
      any[s] |= one;
    }
    all[s].for_each([&](std::size_t) { found = true; });
  }
  return found ? all : any;
}

void narrow(const OpenIndex& index, const FiguresRequest& request, Matches& matches) {
  for (std::size_t s = 0; s < matches.size(); ++s) {
    const auto& segment = index.segments()[s];
    const auto keep = [&](LabelKind kind, const std::vector<std::string>& values) {
      FilterGroup group{"", {}};
      for (const auto& value : values) group.terms.push_back(label_term(kind, value));
      if (!group.terms.empty()) matches[s] &= allowed(segment, Counted::figures, group);
    };
    keep(LabelKind::figure_kind, request.kinds);
    if (!request.unit.empty()) keep(LabelKind::unit, {request.unit});
    if (!request.min && !request.max) continue;
    const auto values = segment.values();
    Bitmap inside(segment.figure_count());
    matches[s].for_each([&](std::size_t i) {
      if ((!request.min || values[i] >= *request.min) &&
          (!request.max || values[i] <= *request.max))
        inside.set(i);
    });
    matches[s] &= inside;
  }
}

/// BM25 weights of the matching figures; 0 where there are no words.
void weigh(const OpenIndex& index, const ParsedQuery& query, std::vector<Candidate>& candidates) {
  if (query.terms.empty()) return;
  std::vector<std::string> terms;
  for (const auto& t : query.terms) terms.push_back(storage::term("", t.term));
  Xapian::Enquire enquire(index.figures());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  std::unordered_map<Xapian::docid, double> weights;
  const auto found = enquire.get_mset(0, index.figures().get_doccount());
  for (auto at = found.begin(); at != found.end(); ++at) weights[*at] = at.get_weight();
  for (auto& c : candidates) c.weight = weights[index.id(c.place)];
}

double sort_value(const OpenIndex& index, Place place, const std::string& key) {
  if (key == "value") return index.segment(place).values()[place.number];
  return index.segment(place).figure(place.number).figure.year.value_or(0);
}

void sort(const OpenIndex& index, const std::string& order, std::vector<Candidate>& candidates) {
  if (order.empty()) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    return;
  }
  if (order == "label") {
    std::vector<std::pair<std::string, Candidate>> keyed;
    for (const auto& c : candidates)
      keyed.emplace_back(corpus::fold(index.segment(c.place).figure(c.place.number).figure.label),
                         c);
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < keyed.size(); ++i) candidates[i] = keyed[i].second;
    return;
  }
  const bool down = order[0] == '-';
  const auto key = down ? order.substr(1) : order;
  for (auto& c : candidates) c.weight = sort_value(index, c.place, key);
  std::stable_sort(candidates.begin(), candidates.end(), [&](const auto& a, const auto& b) {
    return down ? a.weight > b.weight : a.weight < b.weight;
  });
}

}  // namespace

FiguresResult search_figures(const OpenIndex& index, const FiguresRequest& request,
                             corpus::Analyzer& analyzer) {
  FiguresResult out;
  out.query = request.text;
  out.offset = request.offset;
  out.limit = request.limit;
  const auto query = parse(request.text, analyzer, {.families = false, .thesaurus = false});
  for (const auto& t : query.terms) out.understood.words.push_back(t.exact);
  out.understood.hints = query.hints;
  auto matches = match(index, query);
  narrow(index, request, matches);
  const auto groups = filter_groups(index, request.filters);
  auto counted = count_facets(index, Counted::figures, matches, groups, request.filters);
  out.total = counted.total;
  out.facets = std::move(counted.facets);

  std::vector<Candidate> candidates;
  for (std::size_t s = 0; s < matches.size(); ++s) {
    for (const auto& group : groups)
      matches[s] &= allowed(index.segments()[s], Counted::figures, group);
    matches[s].for_each([&](std::size_t i) {
      candidates.push_back({{s, static_cast<std::uint32_t>(i)}, 0});
    });
  }
  if (request.sort.empty()) weigh(index, query, candidates);
  sort(index, request.sort, candidates);
  View view(index);
  const auto end = std::min(candidates.size(), request.offset + request.limit);
  for (std::size_t i = request.offset; i < end; ++i)
    out.figures.push_back(view.figure(candidates[i].place));
  return out;
}

}  // namespace repere::query
