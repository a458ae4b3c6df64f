// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/report.h"

#include <algorithm>

namespace repere::corpus {
namespace {

/// The source bytes that the overlap of a run and a clean range stands for.
ByteRange overlap_source(const MapRun& run, ByteRange clean) {
  if (run.clean.size() != run.source.size()) return run.source;
  const auto begin = std::max(run.clean.begin, clean.begin) - run.clean.begin;
  const auto end = std::min(run.clean.end, clean.end) - run.clean.begin;
  return {run.source.begin + begin, run.source.begin + end};
}

struct Piece {
  ByteRange clean, source;
};

std::vector<Piece> cut(const std::vector<MapRun>& runs, ByteRange clean) {
  std::vector<Piece> pieces;
  auto run = std::partition_point(runs.begin(), runs.end(),
                                  [&](const MapRun& r) { return r.clean.end <= clean.begin; });
  for (; run != runs.end() && run->clean.begin < clean.end; ++run) {
    const ByteRange source = overlap_source(*run, clean);
    const ByteRange covered{std::max(run->clean.begin, clean.begin),
                            std::min(run->clean.end, clean.end)};
    const bool joins =
        !pieces.empty() && !run->after_skip && source.begin >= pieces.back().source.end;
    if (joins) {
      pieces.back().source.end = std::max(pieces.back().source.end, source.end);
      pieces.back().clean.end = covered.end;
    } else {
      pieces.push_back({covered, source});
    }
  }
  return pieces;
}

}  // namespace

std::vector<ByteRange> SourceMap::to_source(ByteRange clean) const {
  std::vector<ByteRange> out;
  for (const Piece& piece : cut(runs_, clean)) out.push_back(piece.source);
  return out;
}

std::vector<ByteRange> SourceMap::pieces(ByteRange clean) const {
  std::vector<ByteRange> out;
  for (const Piece& piece : cut(runs_, clean)) out.push_back(piece.clean);
  return out;
}

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::table_row:
      return "table_row";
    case BlockKind::box:
      return "box";
    case BlockKind::caption:
      return "caption";
    case BlockKind::heading:
      return "heading";
    case BlockKind::toc_entry:
      return "toc_entry";
  }
  return {};
}

std::string_view to_string(PageQuality quality) {
  switch (quality) {
    case PageQuality::digital:
      return "digital";
    case PageQuality::ocr:
      return "ocr";
    case PageQuality::garbled:
      return "garbled";
    case PageQuality::empty:
      return "empty";
  }
  return {};
}

std::vector<std::string> section_path(const Report& report, int section) {
  std::vector<std::string> path;
  for (int at = section; at > 0; at = report.sections[static_cast<std::size_t>(at)].parent) {
    const auto& title = report.sections[static_cast<std::size_t>(at)].title;
    if (!title.empty()) path.push_back(title);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace repere::corpus
