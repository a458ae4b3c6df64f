// SPDX-License-Identifier: GPL-2.0-or-later
// Repères as one more engine in a side by side comparison of search engines: the command line that
// such a harness speaks, over our own library.
//   peer_engine index  --corpus F.tsv --db DIR [--fields text|both] [--jobs N]
//   peer_engine search --db DIR --queries Q.tsv --hits OUT.tsv [--clients N] [--facets 0|1]
//                      [--passes N] [--warm S] [--max-seconds S] [--budget S] [--offset N]
//   peer_engine version
// A corpus line is id, title, year, theme, text; a query line is id, right passage, text, with tabs
// between. A hits line is pass, query id, milliseconds, matches, ids joined by commas. The last
// line printed is one JSON object with the measures.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "repere/indexer/build.h"
#include "repere/query/searcher.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::string> columns(const std::string& line, std::size_t count) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (out.size() + 1 < count) {
    const auto tab = line.find('\t', at);
    if (tab == std::string::npos) break;
    out.push_back(line.substr(at, tab - at));
    at = tab + 1;
  }
  out.push_back(line.substr(at));
  out.resize(count);
  return out;
}

using Options = std::map<std::string, std::string>;

double number(const Options& options, const char* name, double otherwise) {
  const auto at = options.find(name);
  return at == options.end() ? otherwise : std::atof(at->second.c_str());
}

/// The harness gives tabs; our own input is JSON lines, made beside the index and timed with it.
fs::path write_jsonl(const Options& options) {
  const fs::path out = options.at("db") + ".jsonl";
  const bool with_title = options.count("fields") != 0 && options.at("fields") == "both";
  std::ifstream in(options.at("corpus"));
  std::ofstream lines(out);
  for (std::string line; std::getline(in, line);) {
    const auto c = columns(line, 5);
    nlohmann::json record = {{"id", c[0]}, {"text", c[4]}, {"theme", c[3]}};
    if (with_title) record["title"] = c[1];
    if (const int year = std::atoi(c[2].c_str()); year > 0) record["year"] = year;
    lines << record.dump() << "\n";
  }
  return out;
}

int index(const Options& options) {
  const auto start = Clock::now();
  repere::indexer::BuildOptions build;
  build.index = options.at("db");
  build.jobs = static_cast<std::size_t>(number(options, "jobs", 0));
  build.inputs = {write_jsonl(options)};
  const auto summary = repere::indexer::build(build);
  fs::remove(build.inputs.front());
  if (!summary) {
    std::cerr << summary.error().line() << "\n";
    return 3;
  }
  std::cout << nlohmann::json{{"docs", summary->passages}, {"seconds", seconds_since(start)}}
            << "\n";
  return 0;
}

struct Query {
  std::string id, text;
};

struct Row {
  std::size_t query = 0;
  double ms = 0;
  std::size_t matches = 0;
  std::string ids;
};

void serve(repere::query::Searcher& searcher, const std::vector<Query>& queries, bool facets,
           double most_seconds, std::atomic<std::size_t>& next, std::vector<Row>& rows) {
  const auto start = Clock::now();
  repere::query::SearchRequest request;
  request.with_facets = facets;
  request.with_snippets = false;
  for (std::size_t i = next++; i < queries.size() && seconds_since(start) < most_seconds;
       i = next++) {
    request.text = queries[i].text;
    const auto began = Clock::now();
    const auto result = searcher.search(request);
    Row row{i, seconds_since(began) * 1e3, result ? result->total : 0, ""};
    if (result)
      for (const auto& hit : result->hits) row.ids += (row.ids.empty() ? "" : ",") + hit.id;
    rows.push_back(std::move(row));
  }
}

std::vector<Query> read_queries(const Options& options) {
  std::vector<Query> out;
  std::ifstream in(options.at("queries"));
  for (std::string line; std::getline(in, line);) {
    const auto c = columns(line, 3);
    out.push_back({c[0], c[2]});
  }
  if (!out.empty()) {
    const auto offset = static_cast<std::size_t>(number(options, "offset", 0)) % out.size();
    std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(offset), out.end());
  }
  return out;
}

int search(const Options& options) {
  const auto queries = read_queries(options);
  const auto clients = static_cast<std::size_t>(number(options, "clients", 1));
  const int passes = static_cast<int>(number(options, "passes", 1));
  const bool facets = number(options, "facets", 0) != 0;
  const double warm = number(options, "warm", 10), longest = number(options, "max-seconds", 60);
  const double budget = number(options, "budget", 1e9);
  std::vector<repere::query::Searcher> searchers;
  for (std::size_t i = 0; i < clients; ++i) {
    auto opened = repere::query::Searcher::open(options.at("db"));
    if (!opened) {
      std::cerr << opened.error().line() << "\n";
      return 3;
    }
    searchers.push_back(*std::move(opened));
  }
  std::ofstream hits(options.at("hits"));
  nlohmann::json pass_seconds = nlohmann::json::array(), pass_counts = nlohmann::json::array();
  double spent = 0;
  for (int pass = warm > 0 ? 0 : 1; pass <= passes && spent <= budget; ++pass) {  // pass 0 warms up
    std::atomic<std::size_t> next{0};
    std::vector<std::vector<Row>> rows(clients);
    std::vector<std::thread> threads;
    const auto start = Clock::now();
    for (std::size_t c = 0; c < clients; ++c)
      threads.emplace_back([&, c] {
        serve(searchers[c], queries, facets, pass == 0 ? warm : longest, next, rows[c]);
      });
    for (auto& thread : threads) thread.join();
    if (pass == 0) continue;
    const double wall = seconds_since(start);
    spent += wall;
    std::size_t done = 0;
    for (const auto& list : rows)
      for (const auto& row : list) {
        ++done;
        hits << pass << '\t' << queries[row.query].id << '\t' << row.ms << '\t' << row.matches
             << '\t' << row.ids << '\n';
      }
    pass_seconds.push_back(wall);
    pass_counts.push_back(done);
  }
  std::cout << nlohmann::json{{"pass_s", pass_seconds},
                              {"pass_n", pass_counts},
                              {"facet_sample", ""}}
            << "\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string command = argc > 1 ? argv[1] : "";
  Options options;
  for (int i = 2; i + 1 < argc; i += 2) options[argv[i] + 2] = argv[i + 1];
  if (command == "index" && options.count("corpus") != 0 && options.count("db") != 0)
    return index(options);
  if (command == "search" && options.count("db") != 0 && options.count("queries") != 0 &&
      options.count("hits") != 0)
    return search(options);
  if (command == "version") {
    std::cout << "Repères " REPERE_VERSION "\n";
    return 0;
  }
  std::cerr << "usage: peer_engine index|search|version …, see the head of its source\n";
  return 2;
}
