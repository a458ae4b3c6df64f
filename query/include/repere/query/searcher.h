// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/result.h"
#include "repere/query/search.h"

namespace repere::query {

/// One opened generation of an index. An object belongs to one thread; several threads open one
/// each (the files are shared by memory mapping). A later build is not seen: see is_stale().
class Searcher {
 public:
  /// index: the index folder. Errors: foreign_index, unavailable, each with what to do.
  static Result<Searcher> open(const std::filesystem::path& index);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// True once a newer generation is live: open again. cost: one small read.
  bool is_stale() const;
  std::string revision() const;

  /// A user's text never fails: what cannot be read is a hint in `understood`.
  Result<SearchResult> search(const SearchRequest& request);
  Result<Answer> ask(std::string_view question, const Filters& filters = {});
  Result<FiguresResult> figures(const FiguresRequest& request);
  Result<std::vector<Suggestion>> suggest(std::string_view prefix, std::size_t limit = 8);
  /// Facet counts of the whole index, nothing searched.
  Result<Facets> facets(const Filters& filters = {});
  Result<std::vector<DocumentSummary>> documents();
  /// Errors: not_found.
  Result<DocumentView> document(std::string_view id);
  Result<PassageView> passage(std::string_view id);

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace repere::query
