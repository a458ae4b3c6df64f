// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/result.h"
#include "repere/query/search.h"

namespace repere::web {

/// What the handlers ask of the query side: query::Searcher's shape, so that a test can stand in
/// for the disk. An object belongs to one thread.
class Backend {
 public:
  virtual ~Backend() = default;

  /// Follows a newer generation when there is one; call before each request.
  virtual Result<void> refresh() = 0;
  virtual std::string revision() const = 0;
  /// When the served generation was built, seconds since 1970; 0 when unknown.
  virtual long long built_at() const = 0;

  virtual Result<query::SearchResult> search(const query::SearchRequest& request) = 0;
  virtual Result<query::Answer> ask(std::string_view question, const query::Filters& filters) = 0;
  virtual Result<query::FiguresResult> figures(const query::FiguresRequest& request) = 0;
  virtual Result<std::vector<query::Suggestion>> suggest(std::string_view prefix,
                                                         std::size_t limit) = 0;
  virtual Result<query::Facets> facets(const query::Filters& filters) = 0;
  virtual Result<std::vector<query::DocumentSummary>> documents() = 0;
  virtual Result<query::DocumentView> document(std::string_view id) = 0;
  virtual Result<query::PassageView> passage(std::string_view id) = 0;
};

using OpenBackend = std::function<Result<std::unique_ptr<Backend>>()>;

/// The real one: a query::Searcher over an index folder. Errors: as Searcher::open.
Result<std::unique_ptr<Backend>> open_index(const std::filesystem::path& index);

}  // namespace repere::web
