// SPDX-License-Identifier: GPL-2.0-or-later
// How fast extraction reads beside segmentation alone: extract_speed FILE [MEGABYTES]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "repere/corpus/analysis.h"
#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

using namespace repere::corpus;

namespace {

/// Best of three runs, in megabytes (10^6) a second of processor time.
void measure(const char* name, std::size_t bytes, const std::function<std::size_t()>& run) {
  double best = 1e9;
  std::size_t found = 0;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t start = std::clock();
    found = run();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::printf("%-34s %8.1f MB/s  (%zu)\n", name, static_cast<double>(bytes) / 1e6 / best, found);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "extract_speed FICHIER [MÉGAOCTETS]\n"), 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::size_t target = (argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 4) * 1000000;
  const auto once = read_text(bytes, ".txt", {});
  if (!once || once->text.empty()) return std::fprintf(stderr, "%s : illisible\n", argv[1]), 1;
  std::string text;
  while (text.size() < target) text += once->text + "\n\n";
  const Report report = plain_report(text);
  Analyzer analyzer;
  measure("segmentation: sentences", text.size(), [&] { return sentences(text).size(); });
  measure("segmentation: words and terms", text.size(),
          [&] { return analyzer.analyze(text).size(); });
  measure("numbers (search terms)", text.size(), [&] { return number_terms(text).size(); });
  measure("dates", text.size(), [&] { return find_dates(text).size(); });
  measure("figures, entities known", text.size(), [&] { return find_figures(report, {}).size(); });
  measure("entities", text.size(), [&] { return find_entities(report).size(); });
  measure("all of extract()", text.size(), [&] { return extract(report).figures.size(); });
  return 0;
}
