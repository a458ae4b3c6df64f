// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/query/searcher.h"

#include <algorithm>

#include "answer/ask.h"
#include "facet/count.h"
#include "figures.h"
#include "index/open_index.h"
#include "parse/parsed_query.h"
#include "rank/rank.h"
#include "repere/corpus/analysis.h"
#include "repere/storage/guard.h"
#include "repere/storage/schema.h"
#include "snippet/snippet.h"
#include "suggest.h"
#include "view/view.h"

namespace repere::query {

struct Searcher::Impl {
  Impl(const std::filesystem::path& folder, storage::Generation generation)
      : index(folder, std::move(generation)) {}

  SearchResult search(const SearchRequest& request);
  Result<std::pair<std::size_t, std::uint32_t>> find_report(std::string_view id) const;
  Result<Place> find_passage(std::string_view id) const;

  OpenIndex index;
  corpus::Analyzer analyzer;
};

Result<Searcher> Searcher::open(const std::filesystem::path& index) {
  return storage::guarded<Searcher>([&]() -> Result<Searcher> {
    auto live = storage::load_generation(index);
    if (!live) return live.error();
    return Searcher(std::make_unique<Impl>(index, *std::move(live)));
  });
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

bool Searcher::is_stale() const {
  const auto name = storage::current_name(impl_->index.folder());
  return !name.empty() && name != impl_->index.generation().name();
}

std::string Searcher::revision() const { return impl_->index.generation().revision(); }

namespace {

/// What was asked beside the words, and what was said in them.
Filters merged(Filters given, const Filters& said) {
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(given.themes, said.themes);
  append(given.territories, said.territories);
  append(given.years, said.years);
  append(given.documents, said.documents);
  return given;
}

}  // namespace

SearchResult Searcher::Impl::search(const SearchRequest& request) {
  SearchResult out;
  out.query = request.text;
  out.offset = request.offset;
  out.limit = request.limit;
  out.revision = index.generation().revision();
  const auto query = parse(request.text, analyzer, {.families = true, .thesaurus = request.expand});
  for (const auto& t : query.terms)
    if (!t.added) out.understood.words.push_back(t.exact);
  out.understood.hints = query.hints;
  out.understood.recognised = query.recognised;
  const auto filters = merged(request.filters, query.filters);
  const auto groups = filter_groups(index, filters);
  Matched matched;
  const bool constrained = !query.constraints.empty();
  if (request.with_facets || constrained) matched = match(index, query, analyzer);
  if (request.with_facets) {
    auto counted = count_facets(index, Counted::passages, matched.passages, groups, filters);
    out.total = counted.total;
    out.exact = matched.exact;
    out.facets = std::move(counted.facets);
  }
  const auto ranked = rank(index, query, filter_query(groups), request.offset + request.limit,
                           analyzer, constrained ? &matched.passages : nullptr);
  if (!request.with_facets) {
    out.total = ranked.size();
    out.exact = ranked.size() < request.offset + request.limit;
  }
  View view(index);
  for (std::size_t i = request.offset; i < ranked.size(); ++i) {
    const auto passage = index.passage(ranked[i].place);
    out.hits.push_back(view.hit(ranked[i].place, passage));
    out.hits.back().score = ranked[i].score;
    if (request.with_snippets)
      out.hits.back().snippets = make_snippets(passage.text, query, analyzer);
  }
  return out;
}

Result<std::pair<std::size_t, std::uint32_t>> Searcher::Impl::find_report(
    std::string_view id) const {
  const auto term = storage::term(storage::document_prefix, id);
  for (std::size_t s = 0; s < index.segments().size(); ++s) {
    const auto& segment = index.segments()[s];
    const auto& terms = segment.passage_terms();
    for (auto at = terms.postlist_begin(term); at != terms.postlist_end(term); ++at) {
      const auto number = segment.passage_columns().report(*at - 1);
      if (segment.report(number).head.id == id) return std::make_pair(s, number);
    }
  }
  return Error{ErrorCode::not_found,
               "aucun rapport ne porte l'identifiant « " + std::string(id) + " »",
               "la liste des rapports donne les identifiants"};
}

Result<Place> Searcher::Impl::find_passage(std::string_view id) const {
  for (const auto prefix : {storage::passage_prefix, storage::document_prefix}) {
    const auto term = storage::term(prefix, id);
    for (std::size_t s = 0; s < index.segments().size(); ++s) {
      const auto& terms = index.segments()[s].passage_terms();
      for (auto at = terms.postlist_begin(term); at != terms.postlist_end(term); ++at)
        if (index.segments()[s].passage(*at - 1).id == id) return Place{s, *at - 1};
    }
  }
  return Error{ErrorCode::not_found,
               "aucun passage ne porte l'identifiant « " + std::string(id) + " »",
               "cherchez le passage : son texte a peut-être changé"};
}

Result<SearchResult> Searcher::search(const SearchRequest& request) {
  return storage::guarded<SearchResult>(
      [&]() -> Result<SearchResult> { return impl_->search(request); });
}

Result<Answer> Searcher::ask(std::string_view question, const Filters& filters) {
  return storage::guarded<Answer>([&]() -> Result<Answer> {
    const auto filter = filter_query(filter_groups(impl_->index, filters));
    return answers::ask(impl_->index, question, filter, impl_->analyzer);
  });
}

Result<FiguresResult> Searcher::figures(const FiguresRequest& request) {
  return storage::guarded<FiguresResult>([&]() -> Result<FiguresResult> {
    auto out = search_figures(impl_->index, request, impl_->analyzer);
    out.revision = revision();
    return out;
  });
}

Result<std::vector<Suggestion>> Searcher::suggest(std::string_view prefix, std::size_t limit) {
  return storage::guarded<std::vector<Suggestion>>([&]() -> Result<std::vector<Suggestion>> {
    return query::suggest(impl_->index, prefix, limit);
  });
}

Result<Facets> Searcher::facets(const Filters& filters) {
  return storage::guarded<Facets>([&]() -> Result<Facets> {
    const auto groups = filter_groups(impl_->index, filters);
    return count_facets(impl_->index, Counted::passages,
                        everything(impl_->index, Counted::passages), groups, filters)
        .facets;
  });
}

Result<std::vector<DocumentSummary>> Searcher::documents() {
  return storage::guarded<std::vector<DocumentSummary>>(
      [&]() -> Result<std::vector<DocumentSummary>> {
        std::vector<DocumentSummary> out;
        const View view(impl_->index);
        for (const auto& segment : impl_->index.segments())
          for (std::uint32_t i = 0; i < segment.report_count(); ++i)
            out.push_back(view.summary(segment.report(i)));
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return out;
      });
}

Result<DocumentView> Searcher::document(std::string_view id) {
  return storage::guarded<DocumentView>([&]() -> Result<DocumentView> {
    const auto found = impl_->find_report(id);
    if (!found) return found.error();
    return View(impl_->index).document(found->first, found->second);
  });
}

Result<PassageView> Searcher::passage(std::string_view id) {
  return storage::guarded<PassageView>([&]() -> Result<PassageView> {
    const auto place = impl_->find_passage(id);
    if (!place) return place.error();
    return View(impl_->index).passage(*place);
  });
}

}  // namespace repere::query
