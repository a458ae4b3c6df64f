// SPDX-License-Identifier: GPL-2.0-or-later
// What a program outside the project writes: build an index, search it, ask it.
#include <iostream>

#include "repere/indexer/build.h"
#include "repere/query/json.h"
#include "repere/query/searcher.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  repere::indexer::BuildOptions options;
  options.index = argv[1];
  options.inputs = {argv[2]};
  if (const auto built = repere::indexer::build(options); !built) {
    std::cerr << built.error().line() << "\n";
    return 3;
  }
  auto searcher = repere::query::Searcher::open(options.index);
  if (!searcher) return 3;
  repere::query::SearchRequest request;
  request.text = "hébergement";
  const auto result = searcher->search(request);
  if (!result || result->hits.empty()) return 1;
  std::cout << repere::query::to_json(*result).dump() << "\n";
  return 0;
}
