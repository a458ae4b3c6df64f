// SPDX-License-Identifier: GPL-2.0-or-later
#include "write/prepare.h"

#include <algorithm>
#include <unordered_map>

#include "repere/corpus/extraction.h"
#include "repere/corpus/themes.h"
#include "repere/storage/index_folder.h"

namespace repere::indexer {
namespace {

using corpus::ByteRange;
using corpus::Report;
using storage::StoredPassage;

ByteRange shifted(ByteRange range, std::uint32_t by) { return {range.begin - by, range.end - by}; }

bool holds(ByteRange outer, ByteRange inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// The part of the report's map that a passage covers, clean side relative to it.
std::vector<corpus::MapRun> runs_of(const Report& report, ByteRange clean) {
  std::vector<corpus::MapRun> out;
  const auto& runs = report.map.runs();
  auto run = std::partition_point(runs.begin(), runs.end(),
                                  [&](const auto& r) { return r.clean.end <= clean.begin; });
  for (; run != runs.end() && run->clean.begin < clean.end; ++run) {
    corpus::MapRun part = *run;
    if (run->clean.size() == run->source.size()) {
      part.clean = {std::max(run->clean.begin, clean.begin), std::min(run->clean.end, clean.end)};
      part.source.begin = run->source.begin + (part.clean.begin - run->clean.begin);
      part.source.end = part.source.begin + part.clean.size();
    }
    part.clean = {std::max(part.clean.begin, clean.begin) - clean.begin,
                  std::min(part.clean.end, clean.end) - clean.begin};
    out.push_back(part);
  }
  return out;
}

std::vector<std::string> themes_of(const Report& report, const StoredPassage& passage) {
  if (report.is_record)
    return report.theme.empty() ? std::vector<std::string>{} : std::vector{report.theme};
  auto headings = corpus::section_path(report, static_cast<int>(passage.section));
  headings.insert(headings.begin(), report.title);
  std::vector<std::string> out;
  for (const auto& scored : corpus::classify(passage.text, headings))
    out.emplace_back(scored.theme->code);
  return out;
}

corpus::PageQuality quality_of(const Report& report, int page) {
  for (const auto& p : report.pages)
    if (p.number == page) return p.quality;
  return corpus::PageQuality::digital;
}

StoredPassage passage_of(const Report& report, const Cut& cut) {
  StoredPassage out;
  out.section = static_cast<std::uint32_t>(cut.section);
  out.page = static_cast<std::uint32_t>(std::max(cut.page, 0));
  out.quality = quality_of(report, cut.page);
  out.clean_begin = cut.clean.begin;
  out.text = report.slice(cut.clean);
  out.runs = runs_of(report, cut.clean);
  for (std::size_t i = cut.first_block; i <= cut.last_block; ++i) {
    const auto& block = report.blocks[i];
    const ByteRange inside{std::max(block.clean.begin, cut.clean.begin),
                           std::min(block.clean.end, cut.clean.end)};
    if (!inside.empty()) out.blocks.emplace_back(block.kind, shifted(inside, cut.clean.begin));
  }
  return out;
}

/// Moves a figure's offsets into its passage; its sentence is cut at the passage's edges.
corpus::Figure placed(corpus::Figure figure, ByteRange passage) {
  figure.span = shifted(figure.span, passage.begin);
  const ByteRange sentence{std::max(figure.sentence.begin, passage.begin),
                           std::min(figure.sentence.end, passage.end)};
  figure.sentence = sentence.empty() ? figure.span : shifted(sentence, passage.begin);
  return figure;
}

/// Hands each item, in text order, to the passage that holds its span.
template <typename Item, typename Give>
void distribute(const std::vector<Item>& items, const std::vector<Cut>& cuts, Give give) {
  std::size_t at = 0;
  for (const auto& item : items) {
    while (at < cuts.size() && cuts[at].clean.end <= item.span.begin) ++at;
    if (at < cuts.size() && holds(cuts[at].clean, item.span)) give(at, item);
  }
}

/// Ids that survive re-indexing: the document's and a hash of the passage's own text.
void name_passages(PreparedReport& out, const Report& report) {
  std::unordered_map<std::string, int> seen;
  for (auto& passage : out.passages) {
    if (report.is_record) {
      passage.id = report.id;
      continue;
    }
    passage.id = report.id + "." + storage::hash_hex(passage.text).substr(0, 10);
    if (const int times = ++seen[passage.id]; times > 1) passage.id += "-" + std::to_string(times);
  }
}

}  // namespace

PreparedReport prepare(Report report, std::string source) {
  PreparedReport out;
  const auto cuts = cut_passages(report);
  for (const auto& cut : cuts) out.passages.push_back(passage_of(report, cut));
  out.figures.resize(cuts.size());
  const auto extraction = corpus::extract(report);
  distribute(extraction.figures, cuts, [&](std::size_t at, const corpus::Figure& figure) {
    out.figures[at].push_back(placed(figure, cuts[at].clean));
  });
  distribute(extraction.entities, cuts, [&](std::size_t at, corpus::Entity entity) {
    entity.span = shifted(entity.span, cuts[at].clean.begin);
    out.passages[at].entities.push_back(std::move(entity));
  });
  for (auto& passage : out.passages) passage.themes = themes_of(report, passage);
  name_passages(out, report);
  for (std::size_t i = 0; i < out.passages.size(); ++i) {
    out.passages[i].figure_count = static_cast<std::uint32_t>(out.figures[i].size());
    out.report.figure_count += out.passages[i].figure_count;
    out.report.entity_count += static_cast<std::uint32_t>(out.passages[i].entities.size());
  }
  out.report.passage_count = static_cast<std::uint32_t>(out.passages.size());
  out.report.source = std::move(source);
  report.text.clear();
  report.map = {};
  report.blocks.clear();
  out.report.head = std::move(report);
  return out;
}

}  // namespace repere::indexer
