// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/tables.h"

#include <algorithm>
#include <cmath>

#include "extract/calendar.h"
#include "extract/counted.h"
#include "extract/units.h"

namespace repere::corpus {
namespace {

constexpr int max_checked_tables = 200;
constexpr std::uint32_t prose_reach = 3000;  // lexemes before a table that may prove its unit

/// What a header says of every cell under it.
struct Header {
  std::string unit;
  FigureKind kind = FigureKind::count;
  double factor = 1;
  bool known() const { return !unit.empty(); }
};

struct Cell {
  int block = 0;
  std::uint32_t label_first = 0, label_last = 0;
  std::uint32_t first = 0, last = 0;
  double value = 0;
  std::size_t column = 0;
};

/// An amount of the prose: its value, and half of what its last printed digit is worth.
struct Amount {
  double value = 0, slack = 0;
  std::optional<int> year;
};

struct Proof {
  double factor = 1;
  std::optional<int> year;
};

class TableReader {
 public:
  TableReader(const Report& report, const Scan& scan, const std::vector<DateRange>& dates,
              const std::vector<bool>& taken)
      : report_(report), scan_(scan), dates_(dates), taken_(taken) {}

  std::vector<TableCell> read() {
    const auto& blocks = report_.blocks;
    for (std::size_t i = 0; i < blocks.size();) {
      if (blocks[i].kind != BlockKind::table_row) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < blocks.size() && blocks[end].kind == BlockKind::table_row &&
             blocks[end].section == blocks[i].section)
        ++end;
      read_table(i, end);
      i = end;
    }
    return std::move(cells_);
  }

 private:
  std::uint32_t first_of(const Block& block) const { return scan_.lexeme_from(block.clean.begin); }
  std::uint32_t last_of(const Block& block) const { return scan_.lexeme_from(block.clean.end); }

  void read_table(std::size_t begin, std::size_t end) {
    std::vector<Cell> cells;
    std::vector<int> years;
    for (std::size_t i = begin; i < end; ++i) {
      const auto row_years = only_years(report_.blocks[i]);
      if (!row_years.empty())
        years = row_years;
      else
        read_row(static_cast<int>(i), cells);
    }
    if (cells.empty()) return;
    Header header = header_of(begin, end);
    std::optional<int> year;
    if (header.known() && header.kind == FigureKind::money && checked_++ < max_checked_tables) {
      const Proof proof = proven_factor(cells, header, first_of(report_.blocks[begin]));
      header.factor = proof.factor;
      year = proof.year;
    }
    for (const Cell& cell : cells) {
      const bool dated = cell.column < years.size() && years.size() > 1;
      add(cell, header, dated ? std::optional(years[cell.column]) : year);
    }
  }

  /// A row of nothing but years heads the columns.
  std::vector<int> only_years(const Block& block) const {
    std::vector<int> years;
    for (std::uint32_t at = first_of(block), end = last_of(block); at < end; ++at) {
      const int index = scan_.numeral_at(at);
      if (index < 0) return {};
      const auto& numeral = scan_.numeral(index);
      if (numeral.digit_count != 4 || numeral.value < 1789 || numeral.value > 2100) return {};
      years.push_back(static_cast<int>(numeral.value));
      at = numeral.last - 1;
    }
    return years;
  }

  /// The bare numbers at the end of a row, and the label before them.
  void read_row(int index, std::vector<Cell>& cells) const {
    const Block& block = report_.blocks[static_cast<std::size_t>(index)];
    const std::uint32_t begin = first_of(block);
    const std::uint32_t end = last_of(block);
    std::vector<Cell> row;
    std::uint32_t at = begin;
    std::uint32_t label_last = begin;
    while (at < end) {
      const int numeral = scan_.numeral_at(at);
      const bool cell = numeral >= 0 && !scan_.numeral(numeral).spelled &&
                        !scan_.numeral(numeral).ordinal && !scan_.numeral(numeral).chained &&
                        !taken_[at];
      if (!cell) {
        ++at;
        label_last = at;
        row.clear();
        continue;
      }
      const auto& n = scan_.numeral(numeral);
      row.push_back({index, begin, label_last, at, n.last, n.value, row.size()});
      at = n.last;
    }
    const bool labelled = label_last > begin && scan_.is_word(begin);
    if (labelled) cells.insert(cells.end(), row.begin(), row.end());
  }

  /// « (en M d'€) », « en milliers d'euros », « en % » in the table's head or its first rows.
  Header header_of(std::size_t begin, std::size_t end) const {
    const int head = report_.blocks[begin].list_head;
    if (head >= 0)
      if (const Header header = unit_in(report_.blocks[static_cast<std::size_t>(head)]);
          header.known())
        return header;
    if (begin > 0)
      if (const Header header = unit_in(report_.blocks[begin - 1]); header.known()) return header;
    for (std::size_t i = begin; i < std::min(end, begin + 2); ++i)
      if (const Header header = unit_in(report_.blocks[i]); header.known()) return header;
    return {};
  }

  Header unit_in(const Block& block) const {
    const std::uint32_t end = last_of(block);
    const std::uint32_t begin = std::max(first_of(block), end > 120 ? end - 120 : 0);
    for (std::uint32_t at = end; at-- > begin;)
      if (scan_.folded_is(at, "en") && at + 1 < end)
        if (const Header header = unit_from(at + 1); header.known()) return header;
    return {};
  }

  Header unit_from(std::uint32_t at) const {
    double factor = 1;
    if (scan_.is(at, "M") || scan_.folded_in(at, {"million", "millions"}))
      factor = 1e6;
    else if (scan_.folded_in(at, {"md", "mds", "milliard", "milliards"}))
      factor = 1e9;
    else if (scan_.is(at, "k") || scan_.is(at, "K") || scan_.folded_in(at, {"millier", "milliers"}))
      factor = 1e3;
    if (factor != 1) ++at;
    french::Numeral scaled;
    scaled.last = at;
    const auto unit = unit_at(scan_, at, scaled);
    if (!unit || unit->kind == FigureKind::duration) return {};
    return {std::string(unit->name), unit->kind, factor * unit->factor};
  }

  /// The amounts of the prose before a table, nearest last.
  std::vector<Amount> amounts_before(std::uint32_t table) const {
    const std::uint32_t begin = table > prose_reach ? table - prose_reach : 0;
    std::vector<Amount> out;
    for (const Draft& draft : draft_figures(scan_, begin, table, taken_)) {
      if (draft.unit != "EUR" || draft.high || draft.value <= 0) continue;
      double digits = draft.value;
      int zeros = 0;
      while (digits >= 10 && std::fmod(digits, 10) == 0) {
        digits /= 10;
        ++zeros;
      }
      if (digits < 100) continue;  // two digits prove nothing
      out.push_back({draft.value, 0.5 * std::pow(10.0, zeros), year_near(draft.last)});
    }
    return out;
  }

  std::optional<int> year_near(std::uint32_t at) const {
    const auto next = std::partition_point(dates_.begin(), dates_.end(),
                                           [at](const DateRange& date) { return date.first < at; });
    if (next == dates_.end() || next->first > at + 6 || next->from.year != next->to.year)
      return std::nullopt;
    return next->from.year;
  }

  bool is_total(const Cell& cell) const {
    return scan_.folded_in(cell.label_first, {"total", "totaux", "ensemble", "montant", "total"});
  }

  Proof proven_factor(const std::vector<Cell>& cells, const Header& header,
                      std::uint32_t table) const {
    const auto amounts = amounts_before(table);
    const auto agrees = [&](double factor) -> const Amount* {
      for (const Cell& cell : cells) {
        if (!is_total(cell)) continue;
        for (const Amount& amount : amounts)
          if (std::fabs(cell.value * factor - amount.value) <= amount.slack * 1.001) return &amount;
      }
      return nullptr;
    };
    if (const Amount* amount = agrees(header.factor)) return {header.factor, amount->year};
    for (const double factor : {1.0, 1e3, 1e6, 1e9})
      if (const Amount* amount = agrees(factor)) return {factor, amount->year};
    return {header.factor, std::nullopt};
  }

  void add(const Cell& cell, const Header& header, std::optional<int> year) {
    TableCell out;
    out.block = cell.block;
    Draft& draft = out.draft;
    draft.first = draft.number = cell.first;
    draft.last = cell.last;
    draft.value = cell.value;
    if (!row_is_dated(cell)) draft.year = year;
    if (!set_unit(cell, header, draft)) return;
    std::uint32_t last = cell.label_last;
    while (last > cell.label_first && scan_.is_symbol(last - 1) && !scan_.is(last - 1, ")")) --last;
    draft.label = phrase(scan_, cell.label_first, std::min(last, cell.label_first + 22));
    cells_.push_back(std::move(out));
  }

  bool row_is_dated(const Cell& cell) const {
    const auto date = std::partition_point(dates_.begin(), dates_.end(), [&](const DateRange& d) {
      return d.first < cell.label_first;
    });
    return date != dates_.end() && date->first < cell.label_last;
  }

  bool set_unit(const Cell& cell, const Header& header, Draft& draft) const {
    french::Numeral own;
    own.last = cell.last;
    const std::uint32_t first = cell.label_first;
    std::uint32_t noun = first + 1;
    if (scan_.folded_in(first, {"nombre", "nombres"}) &&
        scan_.folded_in(noun, {"de", "d", "total"})) {
      while (noun < cell.label_last &&
             (scan_.folded_in(noun, {"de", "d", "total"}) || scan_.is_symbol(noun)))
        ++noun;
      own.last = noun;
      own.value = 2;
      const auto counted = counted_at(scan_, noun, own);
      draft.unit = counted ? phrase(scan_, counted->first, std::min(counted->last, cell.label_last))
                           : std::string(scan_.slice(noun));
      return true;
    }
    const bool share = scan_.folded_in(first, {"taux", "part", "pourcentage"}) && cell.value <= 100;
    if (share) {
      draft.unit = "%";
      draft.kind = FigureKind::percent;
      return true;
    }
    if (header.known()) {
      draft.unit = header.unit;
      draft.kind = header.kind;
      draft.value = std::round(draft.value * header.factor * 1e6) / 1e6;
      return true;
    }
    if (is_money_noun(scan_.folded(first)) || scan_.folded_in(first, {"montant", "montants"})) {
      draft.unit = "EUR";
      draft.kind = FigureKind::money;
      return true;
    }
    own.value = 2;
    own.first = first;
    const auto counted = counted_at(scan_, first, own);
    if (!counted) return false;
    draft.unit = phrase(scan_, counted->first, std::min(counted->last, cell.label_last));
    return true;
  }

  const Report& report_;
  const Scan& scan_;
  const std::vector<DateRange>& dates_;
  const std::vector<bool>& taken_;
  std::vector<TableCell> cells_;
  int checked_ = 0;
};

}  // namespace

std::vector<TableCell> table_cells(const Report& report, const Scan& scan,
                                   const std::vector<DateRange>& dates,
                                   const std::vector<bool>& taken) {
  return TableReader(report, scan, dates, taken).read();
}

}  // namespace repere::corpus
