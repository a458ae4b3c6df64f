// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <system_error>
#include <utility>

#include "app/backend.h"
#include "repere/query/searcher.h"

namespace repere::web {
namespace {

/// The folder changes with the switch to a new generation, so its time is that of the build.
long long folder_time(const std::filesystem::path& index) {
  std::error_code failed;
  const auto time = std::filesystem::last_write_time(index, failed);
  if (failed) return 0;
  const auto system = std::chrono::file_clock::to_sys(time);
  return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

class IndexBackend : public Backend {
 public:
  IndexBackend(std::filesystem::path index, query::Searcher searcher)
      : index_(std::move(index)), searcher_(std::move(searcher)), built_at_(folder_time(index_)) {}

  Result<void> refresh() override {
    if (!searcher_.is_stale()) return {};
    auto newer = query::Searcher::open(index_);
    if (!newer) return newer.error();
    searcher_ = std::move(*newer);
    built_at_ = folder_time(index_);
    return {};
  }
  std::string revision() const override { return searcher_.revision(); }
  long long built_at() const override { return built_at_; }

  Result<query::SearchResult> search(const query::SearchRequest& request) override {
    return searcher_.search(request);
  }
  Result<query::Answer> ask(std::string_view question, const query::Filters& filters) override {
    return searcher_.ask(question, filters);
  }
  Result<query::FiguresResult> figures(const query::FiguresRequest& request) override {
    return searcher_.figures(request);
  }
  Result<std::vector<query::Suggestion>> suggest(std::string_view prefix,
                                                 std::size_t limit) override {
    return searcher_.suggest(prefix, limit);
  }
  Result<query::Facets> facets(const query::Filters& filters) override {
    return searcher_.facets(filters);
  }
  Result<std::vector<query::DocumentSummary>> documents() override { return searcher_.documents(); }
  Result<query::DocumentView> document(std::string_view id) override {
    return searcher_.document(id);
  }
  Result<query::PassageView> passage(std::string_view id) override { return searcher_.passage(id); }

 private:
  std::filesystem::path index_;
  query::Searcher searcher_;
  long long built_at_;
};

}  // namespace

Result<std::unique_ptr<Backend>> open_index(const std::filesystem::path& index) {
  auto searcher = query::Searcher::open(index);
  if (!searcher) return searcher.error();
  return std::unique_ptr<Backend>(std::make_unique<IndexBackend>(index, std::move(*searcher)));
}

}  // namespace repere::web
