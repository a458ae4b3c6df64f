// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "extract/context.h"
#include "extract/dates.h"
#include "extract/drafts.h"
#include "extract/label.h"
#include "extract/scan.h"
#include "extract/tables.h"
#include "repere/corpus/analysis.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {
namespace {

/// Walks the blocks of a report and turns what each holds into figures.
class FigureFinder {
 public:
  FigureFinder(const Report& report, const Scan& scan, const std::vector<DateRange>& dates,
               const std::vector<Entity>& entities)
      : report_(report),
        scan_(scan),
        dates_(dates),
        in_date_(scan_.size(), false),
        taken_(scan_.size(), false),
        context_(report, scan_, dates_, entities) {
    for (const DateRange& date : dates_) {
      for (std::uint32_t at = date.first; at < date.last; ++at) in_date_[at] = taken_[at] = true;
      if (date.first > 0 &&
          scan_.folded_in(date.first - 1, {"en", "le", "au", "du", "depuis", "des", "de"}))
        in_date_[date.first - 1] = true;  // a label leaves it out with its date
    }
    for (const Entity& entity : entities) take_name(entity);
  }

  std::vector<Figure> find() {
    for (const TableCell& cell : table_cells(report_, scan_, dates_, taken_)) add_cell(cell);
    for (std::size_t i = 0; i < report_.blocks.size(); ++i) {
      const Block& block = report_.blocks[i];
      const SectionKind kind = report_.sections[static_cast<std::size_t>(block.section)].kind;
      if (block.kind == BlockKind::toc_entry || kind == SectionKind::toc) continue;
      find_in_block(static_cast<int>(i), block);
    }
    std::stable_sort(figures_.begin(), figures_.end(),
                     [](const Figure& a, const Figure& b) { return a.span.begin < b.span.begin; });
    return std::move(figures_);
  }

 private:
  /// A number inside a name is part of it: « les Sept Vallées », « Paris-Nord 2 ».
  void take_name(const Entity& entity) {
    const std::uint32_t first = scan_.lexeme_from(entity.span.begin);
    const bool counted = scan_.numeral_at(first) >= 0 && entity.code.empty() &&
                         entity.cls != EntityClass::place && entity.cls != EntityClass::event &&
                         !french::starts_upper(scan_.slice(first));  // « cinq préfectures »
    if (counted) return;
    for (std::uint32_t at = first; at < scan_.size() && scan_.lexemes()[at].begin < entity.span.end;
         ++at)
      taken_[at] = true;
  }

  void add_cell(const TableCell& cell) {
    Figure figure;
    const Block& block = report_.blocks[static_cast<std::size_t>(cell.block)];
    const std::uint32_t begin = scan_.lexeme_from(block.clean.begin);
    const std::uint32_t end = scan_.lexeme_from(block.clean.end);
    context_.place(cell.draft, begin, end, cell.block, figure);
    for (std::uint32_t at = cell.draft.first; at < cell.draft.last; ++at) taken_[at] = true;
    fill(cell.draft, block.clean, block.section, figure);
    figure.label = cell.draft.label;
    figures_.push_back(std::move(figure));
  }

  void find_in_block(int index, const Block& block) {
    const std::uint32_t begin = scan_.lexeme_from(block.clean.begin);
    const std::uint32_t end = scan_.lexeme_from(block.clean.end);
    auto drafts = draft_figures(scan_, begin, end, taken_);
    if (block.kind == BlockKind::heading)  // « Trois priorités » announces, it does not report
      std::erase_if(drafts,
                    [](const Draft& d) { return d.spelled && d.kind == FigureKind::count; });
    if (drafts.empty()) return;
    const std::string heading = report_.sections[static_cast<std::size_t>(block.section)].title;
    const auto ranges = sentences(report_.slice(block.clean));
    std::size_t at = 0;
    for (const Draft& draft : drafts) {
      const std::uint32_t byte = scan_.lexemes()[draft.first].begin - block.clean.begin;
      while (at + 1 < ranges.size() && ranges[at].end <= byte) ++at;
      ByteRange sentence = block.clean;
      if (!ranges.empty())
        sentence = {ranges[at].begin + block.clean.begin, ranges[at].end + block.clean.begin};
      add(draft, sentence, index, heading);
    }
  }

  void add(const Draft& draft, ByteRange sentence, int index, std::string_view heading) {
    Figure figure;
    const std::uint32_t begin = scan_.lexeme_from(sentence.begin);
    const std::uint32_t end = scan_.lexeme_from(sentence.end);
    context_.place(draft, begin, end, index, figure);
    fill(draft, sentence, report_.blocks[static_cast<std::size_t>(index)].section, figure);
    figure.label = make_label(scan_, draft, begin, end, in_date_, heading);
    figures_.push_back(std::move(figure));
  }

  void fill(const Draft& draft, ByteRange sentence, int section, Figure& figure) const {
    figure.span = scan_.span(draft.first, draft.last);
    figure.value = draft.value;
    figure.low = draft.low;
    figure.high = draft.high;
    figure.unit = draft.unit;
    figure.kind = draft.kind;
    figure.approx = draft.approx;
    figure.change = draft.change;
    figure.base = draft.base;
    figure.of = draft.of;
    figure.sentence = sentence;
    figure.section = section;
  }

  const Report& report_;
  const Scan& scan_;
  const std::vector<DateRange>& dates_;
  std::vector<bool> in_date_, taken_;
  Context context_;
  std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> find_figures(const Report& report, const Scan& scan,
                                 const std::vector<DateRange>& dates,
                                 const std::vector<Entity>& entities) {
  return FigureFinder(report, scan, dates, entities).find();
}

std::vector<Figure> find_figures(const Report& report, const std::vector<Entity>& entities) {
  const Scan scan(report.text);
  return find_figures(report, scan, find_date_ranges(scan, report.year), entities);
}

}  // namespace repere::corpus
