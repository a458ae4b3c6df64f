// SPDX-License-Identifier: GPL-2.0-or-later
// What the ranking sees of each query's first passages, one query a line: the input of
// fit_ranking.py. usage: rank_features INDEX QUERIES.jsonl [DEPTH] > features.jsonl
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "index/open_index.h"
#include "parse/parsed_query.h"
#include "rank/rank.h"
#include "repere/storage/index_folder.h"

int main(int argc, char** argv) {
  using namespace repere;
  if (argc < 3) {
    std::cerr << "usage: rank_features INDEX QUERIES.jsonl [DEPTH]\n";
    return 2;
  }
  const auto generation = storage::load_generation(argv[1]);
  if (!generation) {
    std::cerr << generation.error().line() << "\n";
    return 3;
  }
  const query::OpenIndex index(argv[1], *generation);
  corpus::Analyzer analyzer;
  const std::size_t depth = argc > 3 ? std::stoul(argv[3]) : query::rerank_depth;
  std::ifstream in(argv[2]);
  for (std::string line; std::getline(in, line);) {
    const auto object = nlohmann::json::parse(line);
    const std::string text = object.value(object.contains("query") ? "query" : "question", "");
    nlohmann::json out = {{"id", object["id"]}, {"candidates", nlohmann::json::array()}};
    for (const auto& seen : query::consider(index, query::parse(text, analyzer), depth, analyzer))
      out["candidates"].push_back(
          {{"id", seen.id}, {"text", seen.text}, {"evidence", seen.evidence}});
    std::cout << out.dump() << "\n";
  }
  return 0;
}
