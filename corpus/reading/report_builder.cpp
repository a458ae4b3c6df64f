// SPDX-License-Identifier: GPL-2.0-or-later
#include "report_builder.h"

#include <algorithm>

namespace repere::corpus {
namespace {

void widen(ByteRange& range, ByteRange by) {
  if (by.empty()) return;
  if (range.empty()) {
    range = by;
    return;
  }
  range = {std::min(range.begin, by.begin), std::max(range.end, by.end)};
}

}  // namespace

ReportBuilder::ReportBuilder() {
  report_.sections.push_back({"", 0, SectionKind::body, -1, {}, {}});
}

int ReportBuilder::open_untitled(int level, SectionKind kind, int parent, std::string_view title) {
  report_.sections.push_back({std::string(title), level, kind, parent, {}, {}});
  return static_cast<int>(report_.sections.size()) - 1;
}

int ReportBuilder::open(int level, SectionKind kind, int parent, const MappedText& title,
                        int page) {
  const int index = open_untitled(level, kind, parent, title.text());
  block(BlockKind::heading, title, index, page);
  return index;
}

int ReportBuilder::block(BlockKind kind, const MappedText& text, int section, int page,
                         int list_head) {
  if (text.empty()) return -1;
  if (!text_.empty()) text_.insert("\n\n");
  const auto begin = static_cast<std::uint32_t>(text_.text().size());
  text_.append(text);
  const auto end = static_cast<std::uint32_t>(text_.text().size());
  report_.blocks.push_back({kind, {begin, end}, section, page, list_head});
  block_sources_.push_back(text.source());
  return static_cast<int>(report_.blocks.size()) - 1;
}

void ReportBuilder::close_sections() {
  auto& sections = report_.sections;
  for (std::size_t at = 0; at < report_.blocks.size(); ++at) {
    auto& section = sections[static_cast<std::size_t>(report_.blocks[at].section)];
    widen(section.clean, report_.blocks[at].clean);
    // Source bytes of a PDF count from the start of their page: a range across pages says nothing.
    if (!report_.is_pdf || section.source.empty()) widen(section.source, block_sources_[at]);
  }
  for (std::size_t at = sections.size(); at-- > 1;) {
    auto& parent = sections[static_cast<std::size_t>(sections[at].parent)];
    widen(parent.clean, sections[at].clean);
    if (!report_.is_pdf || parent.source.empty()) widen(parent.source, sections[at].source);
  }
}

void ReportBuilder::close_pages() {
  std::sort(qualities_.begin(), qualities_.end(),
            [](const Quality& a, const Quality& b) { return a.number < b.number; });
  for (const Quality& quality : qualities_)
    report_.pages.push_back({quality.number, {}, quality.quality});
  for (const Block& block : report_.blocks)
    for (Page& page : report_.pages)
      if (page.number == block.page) widen(page.clean, block.clean);
}

Report ReportBuilder::finish(const Description& description) {
  report_.text = text_.text();
  for (const MapRun& run : text_.runs()) report_.map.append(run);
  close_sections();
  close_pages();
  report_.title = description.title;
  report_.publisher = description.publisher;
  report_.url = description.url;
  report_.licence = description.licence;
  report_.theme = description.theme;
  report_.year = description.year;
  report_.territory = description.territory;
  report_.nature = description.nature;
  return std::move(report_);
}

}  // namespace repere::corpus
