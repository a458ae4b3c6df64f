// SPDX-License-Identifier: GPL-2.0-or-later
// MB of text a second through the reader: broken lines that need joining, and clean paragraphs.
#include <benchmark/benchmark.h>

#include <string>

#include "repere/corpus/reading.h"

namespace {

std::string printed_text(bool cut) {
  const std::string line =
      cut ? "Les services de l’État accompagnent les collecti-\nvités du département dans leurs "
            "projets de\ntransition énergétique et numérique depuis 2019.\n\n"
          : "Les services de l’État accompagnent les collectivités du département dans leurs "
            "projets de transition énergétique et numérique depuis 2019.\n\n";
  std::string text;
  while (text.size() < (1 << 20)) text += line;
  return text;
}

void read_lines(benchmark::State& state) {
  const std::string text = printed_text(state.range(0) == 1);
  for (auto _ : state) benchmark::DoNotOptimize(repere::corpus::read_text(text, ".txt", {}));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

}  // namespace

BENCHMARK(read_lines)->ArgName("cut")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
