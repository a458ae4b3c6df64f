// SPDX-License-Identifier: GPL-2.0-or-later
// The readers on any bytes: offsets increase, stay inside the source, every block maps back.
// The first byte chooses the format, so one target serves all corpora.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "repere/corpus/reading.h"

using namespace repere::corpus;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Report& report, std::size_t source_size) {
  std::uint32_t clean = 0;
  for (const MapRun& run : report.map.runs()) {
    require(run.clean.begin >= clean && run.clean.end > run.clean.begin);
    require(run.clean.end <= report.text.size());
    require(run.source.begin < run.source.end && run.source.end <= source_size);
    clean = run.clean.end;
  }
  std::uint32_t end = 0;
  for (const Block& block : report.blocks) {
    require(block.clean.begin >= end && block.clean.end <= report.text.size());
    require(!report.map.to_source(block.clean).empty());
    require(block.section >= 0 && static_cast<std::size_t>(block.section) < report.sections.size());
    end = block.clean.end;
  }
  for (std::size_t at = 1; at < report.sections.size(); ++at)
    require(report.sections[at].parent >= 0 &&
            static_cast<std::size_t>(report.sections[at].parent) < at);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  static constexpr std::string_view formats[] = {".txt", ".md", ".html"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto report = read_text(bytes, formats[data[0] % 3], {});
  if (report) check(*report, bytes.size());
  return 0;
}
