// SPDX-License-Identifier: GPL-2.0-or-later
#include "view/view.h"

#include <algorithm>

#include "repere/corpus/territories.h"

namespace repere::query {
namespace {

using storage::StoredPassage;
using storage::StoredReport;

corpus::SourceMap map_of(const StoredPassage& passage) {
  corpus::SourceMap map;
  for (const auto& run : passage.runs) map.append(run);
  return map;
}

std::string name_of(const std::string& territory) {
  const auto* known = corpus::territory_by_code(territory);
  return known == nullptr ? territory : std::string(known->name);
}

}  // namespace

std::vector<ByteRange> source_ranges(const StoredPassage& passage, ByteRange range) {
  return map_of(passage).to_source(range);
}

ByteRange source_extent(const StoredPassage& passage, ByteRange range) {
  const auto ranges = source_ranges(passage, range);
  if (ranges.empty()) return {};
  ByteRange out = ranges.front();
  for (const auto& r : ranges) out = {std::min(out.begin, r.begin), std::max(out.end, r.end)};
  return out;
}

std::string quoted(const StoredPassage& passage, ByteRange range) {
  std::string out;
  for (const auto& piece : map_of(passage).pieces(range)) {
    if (!out.empty()) out += " […] ";
    out += std::string_view(passage.text).substr(piece.begin, piece.size());
  }
  return out;
}

const StoredReport& View::report_at(std::size_t segment, std::uint32_t number) {
  const auto key = std::make_pair(segment, number);
  auto at = reports_.find(key);
  if (at == reports_.end()) at = reports_.emplace(key, index_.report(segment, number)).first;
  return at->second;
}

const StoredReport& View::report(Place passage) {
  return report_at(passage.segment,
                   index_.segment(passage).passage_columns().report(passage.number));
}

Hit View::hit(Place place, const StoredPassage& passage) {
  const auto& stored = report(place);
  const auto& head = stored.head;
  Hit hit;
  hit.id = passage.id;
  hit.document = head.id;
  hit.title = head.title;
  hit.publisher = head.publisher;
  hit.url = head.url;
  hit.nature = head.nature;
  hit.year = head.year;
  hit.territory = head.territory;
  hit.territory_name = name_of(head.territory);
  hit.themes = passage.themes;
  hit.section = corpus::section_path(head, static_cast<int>(passage.section));
  hit.quality = passage.quality;
  hit.page = static_cast<int>(passage.page);
  const auto size = static_cast<std::uint32_t>(passage.text.size());
  const auto source = source_extent(passage, {0, size});
  hit.start = source.begin;
  hit.end = source.end;
  hit.text = passage.text;
  return hit;
}

FigureHit View::figure_of(Place place, const StoredPassage& passage, const corpus::Figure& figure) {
  const auto& head = report(place).head;
  FigureHit out;
  out.figure = figure;
  out.text = passage.text.substr(figure.span.begin, figure.span.size());
  out.sentence = passage.text.substr(figure.sentence.begin, figure.sentence.size());
  out.figure.span = source_extent(passage, figure.span);
  out.figure.sentence = source_extent(passage, figure.sentence);
  out.document = head.id;
  out.title = head.title;
  out.publisher = head.publisher;
  out.url = head.url;
  out.nature = head.nature;
  out.passage = passage.id;
  out.section = corpus::section_path(head, static_cast<int>(passage.section));
  out.page = static_cast<int>(passage.page);
  return out;
}

FigureHit View::figure(Place place) {
  const auto stored = index_.segment(place).figure(place.number);
  const Place passage{place.segment, stored.passage};
  return figure_of(passage, index_.passage(passage), stored.figure);
}

PassageView View::passage(Place place, bool with_figures) {
  const auto stored = index_.passage(place);
  PassageView out;
  out.id = stored.id;
  out.document = report(place).head.id;
  out.section = static_cast<int>(stored.section);
  out.page = static_cast<int>(stored.page);
  const auto source = source_extent(stored, {0, static_cast<std::uint32_t>(stored.text.size())});
  out.start = source.begin;
  out.end = source.end;
  out.text = stored.text;
  out.blocks = stored.blocks;
  for (std::uint32_t i = 0; with_figures && i < stored.figure_count; ++i)
    out.figures.push_back(
        figure_of(place, stored, index_.segment(place).figure(stored.first_figure + i).figure));
  return out;
}

DocumentSummary View::summary(const StoredReport& report) const {
  const auto& h = report.head;
  DocumentSummary out;
  out.id = h.id;
  out.title = h.title;
  out.publisher = h.publisher;
  out.url = h.url;
  out.licence = h.licence;
  out.territory = h.territory;
  out.territory_name = name_of(h.territory);
  out.year = h.year;
  out.nature = h.nature;
  out.inferred = h.inferred;
  out.passages = report.passage_count;
  out.figures = report.figure_count;
  out.pages = h.pages.size();
  return out;
}

DocumentView View::document(std::size_t segment, std::uint32_t number) {
  const auto stored = report_at(segment, number);
  DocumentView out;
  out.summary = summary(stored);
  out.sections = stored.head.sections;
  out.pages = stored.head.pages;
  for (std::uint32_t i = 0; i < stored.passage_count; ++i)
    out.passages.push_back(passage({segment, stored.first_passage + i}));
  return out;
}

}  // namespace repere::query
