// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "repere/corpus/result.h"
#include "repere/query/searcher.h"

namespace repere::query {

/// The subcommands of repere-query: each reads its options, opens the index, prints.
class Commands {
 public:
  explicit Commands(CLI::App& app);
  int exit_code() const { return code_; }

 private:
  void add_search(CLI::App& app);
  void add_ask(CLI::App& app);
  void add_figures(CLI::App& app);
  void add_others(CLI::App& app);
  CLI::App* add(CLI::App& app, const char* name, const char* help,
                void (Commands::*run)(Searcher&));
  void add_filters(CLI::App* command);

  void search(Searcher& searcher);
  void ask(Searcher& searcher);
  void figures(Searcher& searcher);
  void suggest(Searcher& searcher);
  void show(Searcher& searcher);
  void facets(Searcher& searcher);
  void run_batch(Searcher& searcher, bool asks);
  bool fail(const Error& error);
  Result<Filters> filters() const;

  std::filesystem::path index_;
  std::string text_, batch_, unit_, sort_;
  std::vector<std::string> themes_, territories_, years_, documents_, organisations_, programmes_,
      kinds_;
  std::size_t limit_ = 10, offset_ = 0;
  double min_ = 0, max_ = 0;
  CLI::Option *min_option_ = nullptr, *max_option_ = nullptr;
  bool json_ = false, csv_ = false, excel_ = false, texts_ = false;
  int code_ = 0;
};

}  // namespace repere::query
