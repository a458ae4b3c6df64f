// SPDX-License-Identifier: GPL-2.0-or-later
// Reading order after Breuel, "High Performance Document Layout Analysis" (2003): of two groups the
// upper one is read first when they share a column, the left one when nothing spans both between.
#include "pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "characters.h"
#include "text_tables.h"

namespace repere::corpus {
namespace {

constexpr std::size_t most_words = 60'000;  ///< of one page; more is no page
constexpr std::size_t most_groups = 250;    ///< ordered by columns; beyond, from top to bottom
constexpr double widest_space = 0.9;        ///< of the font size: more may part columns

struct Row {
  double middle = 0, size = 0;
  std::vector<const PdfWord*> words;
};

/// Words at one height, from top to bottom.
std::vector<Row> find_rows(const PdfPage& page) {
  std::vector<const PdfWord*> words;
  for (const PdfWord& word : page.words)
    if (words.size() < most_words) words.push_back(&word);
  const auto middle = [](const PdfWord* w) { return (w->top + w->bottom) / 2; };
  std::stable_sort(words.begin(), words.end(),
                   [&](const PdfWord* a, const PdfWord* b) { return middle(a) < middle(b); });
  std::vector<Row> rows;
  for (const PdfWord* word : words) {
    const double at = middle(word);
    if (rows.empty() || at - rows.back().middle > 0.35 * std::max(word->size, rows.back().size))
      rows.push_back({at, word->size, {}});
    Row& row = rows.back();
    row.words.push_back(word);
    row.size = std::max(row.size, word->size);
  }
  for (Row& row : rows)
    std::stable_sort(row.words.begin(), row.words.end(),
                     [](const PdfWord* a, const PdfWord* b) { return a->left < b->left; });
  return rows;
}

void add_word(PdfLine& line, const PdfWord& word, bool space) {
  if (line.text.empty()) {
    line.left = word.left, line.top = word.top, line.bottom = word.bottom;
  } else if (space) {
    line.text += ' ';
  }
  line.right = std::max(line.right, word.right);
  line.top = std::min(line.top, word.top);
  line.bottom = std::max(line.bottom, word.bottom);
  line.text += word.text;
}

/// Size and weight that most signs of a line are printed in.
void set_print(PdfLine& line, const std::vector<const PdfWord*>& words) {
  std::map<double, std::size_t> sizes;
  std::size_t bold = 0, all = 0;
  for (const PdfWord* word : words) {
    sizes[std::round(word->size * 2) / 2] += word->text.size();
    bold += word->bold ? word->text.size() : 0;
    all += word->text.size();
  }
  std::size_t most = 0;
  for (const auto& [size, count] : sizes)
    if (count > most) most = count, line.size = size;
  line.bold = bold * 2 > all;
}

struct Gap {
  double left = 0, right = 0;
};

/// Whether a gap of a row is one of its neighbours too: then columns part there, while the wide
/// space of a justified line meets words above and below.
bool parts_columns(const std::vector<Row>& rows, std::size_t at, const Gap& gap) {
  static constexpr std::size_t reach = 6;
  const double middle = (gap.left + gap.right) / 2;
  int parted = 0, crossed = 0;
  for (std::size_t other = at < reach ? 0 : at - reach;
       other < std::min(rows.size(), at + reach + 1); ++other) {
    if (other == at || std::abs(rows[other].middle - rows[at].middle) > 7 * rows[at].size) continue;
    bool left = false, right = false, across = false;
    const PdfWord* before = nullptr;
    for (const PdfWord* word : rows[other].words) {
      const bool spans = word->left < middle && word->right > middle;
      const bool narrow = before != nullptr && before->right <= middle && word->left >= middle &&
                          word->left - before->right < widest_space * rows[at].size;
      across = across || spans || narrow;
      left = left || word->right <= middle;
      right = right || word->left >= middle;
      before = word;
    }
    if (across)
      ++crossed;
    else if (left && right)
      ++parted;
  }
  return parted > 1 && crossed * 3 <= parted;
}

/// Cuts a row where columns part.
std::vector<PdfLine> cut_row(const std::vector<Row>& rows, std::size_t at, double gutter) {
  std::vector<PdfLine> out;
  std::vector<const PdfWord*> words;
  PdfLine line;
  const PdfWord* before = nullptr;
  const auto close = [&] {
    set_print(line, words);
    out.push_back(std::move(line));
    line = {};
    words.clear();
  };
  for (const PdfWord* word : rows[at].words) {
    const double gap = before == nullptr ? 0 : word->left - before->right;
    const double size = before == nullptr ? word->size : std::min(word->size, before->size);
    const bool wide = gap > 6 * size;
    const bool in_gutter =
        before != nullptr && before->right <= gutter && word->left >= gutter && gap > 0.5 * size;
    if (in_gutter || (before != nullptr && gap > widest_space * size &&
                      (wide || parts_columns(rows, at, {before->right, word->left}))))
      close();
    add_word(line, *word, before != nullptr && (before->space_after || gap > 0.2 * size));
    words.push_back(word);
    before = word;
  }
  if (!line.text.empty()) close();
  return out;
}

bool overlaps(const PdfLine& a, const PdfLine& b) { return a.left < b.right && b.left < a.right; }

bool is_cell(const PdfLine& line) { return width_of(line.text) <= 45; }

/// Pieces of a row that are a table's: two or more short ones, a figure among them.
bool may_be_cells(const std::vector<PdfLine>& pieces, std::size_t first, std::size_t last) {
  bool figure = false;
  for (std::size_t at = first; at < last; ++at) {
    if (!is_cell(pieces[at])) return false;
    figure = figure || (at > first && is_figure_only(pieces[at].text));
  }
  return last - first >= 2 && figure;
}

/// Whether two rows have their cells at the same places: the first ones begin or are centred alike,
/// and each one stands where the other row has room for it.
bool aligned(const std::vector<PdfLine>& a, const std::vector<PdfLine>& b) {
  if (a.size() != b.size() || a.size() < 2) return false;
  const bool first = std::abs(a[0].left - b[0].left) < 4 ||
                     std::abs(a[0].left + a[0].right - b[0].left - b[0].right) < 8;
  if (!first || std::abs(a[0].top - b[0].top) > 4 * a[0].size) return false;
  for (std::size_t at = 0; at + 1 < a.size(); ++at)
    if (a[at].right > b[at + 1].left || b[at].right > a[at + 1].left) return false;
  return true;
}

PdfLine join_cells(const std::vector<PdfLine>& cells) {
  PdfLine row = cells.front();
  for (std::size_t at = 1; at < cells.size(); ++at) {
    row.text += " " + cells[at].text;
    row.right = std::max(row.right, cells[at].right);
    row.top = std::min(row.top, cells[at].top);
    row.bottom = std::max(row.bottom, cells[at].bottom);
  }
  row.row = true;
  return row;
}

/// Puts the cells of table rows together: neighbouring rows of as many cells at the same places,
/// one of them with figures. Rows across columns of prose are left alone.
std::vector<PdfLine> join_tables(std::vector<std::vector<PdfLine>> rows) {
  std::vector<bool> table(rows.size(), false);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (!may_be_cells(rows[at], 0, rows[at].size())) continue;
    for (const std::size_t other : {at - 1, at + 1}) {
      if (other >= rows.size() || !aligned(rows[at], rows[other])) continue;
      const bool cells = std::all_of(rows[other].begin(), rows[other].end(), is_cell);
      if (cells) table[at] = table[other] = true;
    }
  }
  std::vector<PdfLine> out;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (table[at]) {
      out.push_back(join_cells(rows[at]));
    } else {
      for (PdfLine& line : rows[at]) out.push_back(std::move(line));
    }
  }
  return out;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), half, values.end());
  return *half;
}

/// Where two columns of prose part, or 0: a place near the middle that few pieces cross, with wide
/// pieces on both sides (those of a table are narrow).
double find_gutter(const std::vector<std::vector<PdfLine>>& rows, double page_width) {
  static constexpr int steps = 40;
  double best = 0;
  std::size_t fewest = rows.size() / 4 + 1;
  for (int step = 0; step <= steps; ++step) {
    const double at = page_width * (0.3 + 0.4 * step / steps);
    std::vector<double> left, right;
    std::size_t crossing = 0;
    for (const auto& row : rows)
      for (const PdfLine& piece : row) {
        if (piece.left < at && piece.right > at)
          ++crossing;
        else
          (piece.right <= at ? left : right).push_back(piece.right - piece.left);
      }
    if (crossing >= fewest || left.size() < 5 || right.size() < 5) continue;
    if (median(left) < page_width * 0.2 || median(right) < page_width * 0.2) continue;
    fewest = crossing;
    best = at;
  }
  return best;
}

/// Parts rows at the gutter, so that a table is looked for in one column.
std::vector<std::vector<PdfLine>> part_at(double gutter, std::vector<std::vector<PdfLine>> rows) {
  if (gutter <= 0) return rows;
  std::vector<std::vector<PdfLine>> left, right;
  for (auto& row : rows) {
    std::vector<PdfLine> sides[2];
    for (PdfLine& piece : row) sides[piece.left >= gutter].push_back(std::move(piece));
    if (!sides[0].empty()) left.push_back(std::move(sides[0]));
    if (!sides[1].empty()) right.push_back(std::move(sides[1]));
  }
  left.insert(left.end(), std::make_move_iterator(right.begin()),
              std::make_move_iterator(right.end()));
  return left;
}

struct Group {
  PdfLine box;  ///< its extent
  std::vector<std::size_t> lines;
};

/// The distance from one line's foot to the next one's head that is usual on the page.
double usual_leading(const std::vector<PdfLine>& lines) {
  std::vector<double> gaps;
  for (std::size_t at = 0; at + 1 < lines.size(); ++at)
    for (std::size_t next = at + 1; next < std::min(lines.size(), at + 8); ++next) {
      if (!overlaps(lines[at], lines[next]) || std::abs(lines[at].size - lines[next].size) > 0.6)
        continue;
      gaps.push_back(lines[next].top - lines[at].bottom);
      break;
    }
  return median(std::move(gaps));
}

bool goes_under(const Group& group, const PdfLine& last, const PdfLine& line, double leading) {
  if (std::abs(last.size - line.size) > 0.6 || last.bold != line.bold || last.row != line.row)
    return false;
  const double gap = line.top - last.bottom;
  if (gap > leading + 0.4 * line.size || gap < -0.6 * line.size) return false;
  const double shared = std::min(group.box.right, line.right) - std::max(group.box.left, line.left);
  return shared > 0.5 * std::min(group.box.right - group.box.left, line.right - line.left);
}

std::vector<Group> find_groups(const std::vector<PdfLine>& lines) {
  const double leading = usual_leading(lines);
  std::vector<Group> groups;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const PdfLine& line = lines[at];
    Group* best = nullptr;
    // Lines come from top to bottom: only the last groups can go on.
    for (std::size_t back = 0; back < std::min<std::size_t>(groups.size(), 12); ++back) {
      Group& group = groups[groups.size() - 1 - back];
      if (goes_under(group, lines[group.lines.back()], line, leading)) {
        best = &group;
        break;
      }
    }
    if (best == nullptr) {
      groups.push_back({line, {at}});
      continue;
    }
    best->lines.push_back(at);
    best->box.left = std::min(best->box.left, line.left);
    best->box.right = std::max(best->box.right, line.right);
    best->box.bottom = std::max(best->box.bottom, line.bottom);
  }
  return groups;
}

/// A large title with nothing beside it parts the page from edge to edge, however short it is.
void span_large_titles(std::vector<Group>& groups, double page_width) {
  std::vector<double> sizes;
  for (const Group& group : groups)
    for (std::size_t at = 0; at < group.lines.size(); ++at) sizes.push_back(group.box.size);
  const double large = median(std::move(sizes)) * 1.25;
  std::vector<std::size_t> spanning;
  for (std::size_t at = 0; at < groups.size() && groups.size() <= most_groups; ++at) {
    const PdfLine& box = groups[at].box;
    if (box.size < large) continue;
    const bool alone = std::none_of(groups.begin(), groups.end(), [&](const Group& other) {
      return &other != &groups[at] && other.box.top < box.bottom && other.box.bottom > box.top;
    });
    if (alone) spanning.push_back(at);
  }
  for (const std::size_t at : spanning) {
    groups[at].box.left = 0;
    groups[at].box.right = page_width;
  }
}

/// Whether a is read before b whatever else: above it in its column, or left of it with nothing
/// between their heights that spans both.
bool comes_before(const std::vector<Group>& groups, std::size_t a, std::size_t b) {
  const PdfLine &x = groups[a].box, &y = groups[b].box;
  if (overlaps(x, y)) return x.top < y.top;
  if (x.right > y.left) return false;
  const double top = std::min(x.top, y.top), bottom = std::max(x.bottom, y.bottom);
  for (const Group& group : groups) {
    const PdfLine& z = group.box;
    const double middle = (z.top + z.bottom) / 2;
    if (middle <= top || middle >= bottom || &group == &groups[a] || &group == &groups[b]) continue;
    const bool between =
        (middle > x.bottom && middle < y.top) || (middle > y.bottom && middle < x.top);
    if (between && overlaps(z, x) && overlaps(z, y)) return false;
  }
  return true;
}

std::vector<std::size_t> reading_order(const std::vector<Group>& groups) {
  std::vector<std::size_t> order;
  const std::size_t count = groups.size();
  if (count > most_groups) {
    for (std::size_t at = 0; at < count; ++at) order.push_back(at);
    return order;
  }
  std::vector<std::vector<bool>> before(count, std::vector<bool>(count, false));
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = 0; b < count; ++b)
      if (a != b) before[a][b] = comes_before(groups, a, b);
  std::vector<bool> done(count, false);
  while (order.size() < count) {
    // The first group that nothing left must precede; a circle is cut at its upper left.
    std::size_t pick = count, fallback = count;
    for (std::size_t at = 0; at < count && pick == count; ++at) {
      if (done[at]) continue;
      if (fallback == count) fallback = at;
      bool free = true;
      for (std::size_t other = 0; other < count && free; ++other)
        free = done[other] || !before[other][at] || other == at;
      if (free) pick = at;
    }
    if (pick == count) pick = fallback;
    done[pick] = true;
    order.push_back(pick);
  }
  return order;
}

std::vector<std::vector<PdfLine>> cut_rows(const std::vector<Row>& rows, double gutter) {
  std::vector<std::vector<PdfLine>> out;
  for (std::size_t at = 0; at < rows.size(); ++at) out.push_back(cut_row(rows, at, gutter));
  return out;
}

/// A page too short to show its columns has those of the other pages, if hardly a word crosses
/// there.
bool allows(const std::vector<Row>& rows, double gutter) {
  std::size_t crossed = 0;
  for (const Row& row : rows)
    crossed += std::any_of(row.words.begin(), row.words.end(),
                           [&](const PdfWord* w) { return w->left < gutter && w->right > gutter; });
  return crossed * 5 <= rows.size();
}

}  // namespace

double gutter_of(const PdfPage& page) {
  return find_gutter(cut_rows(find_rows(page), 0), page.width);
}

std::vector<PdfLine> lay_out(const PdfPage& page, double usual_gutter) {
  const std::vector<Row> rows = find_rows(page);
  double gutter = find_gutter(cut_rows(rows, 0), page.width);
  if (gutter <= 0 && usual_gutter > 0 && allows(rows, usual_gutter)) gutter = usual_gutter;
  const std::vector<PdfLine> lines = join_tables(part_at(gutter, cut_rows(rows, gutter)));
  std::vector<Group> groups = find_groups(lines);
  span_large_titles(groups, page.width);
  std::vector<PdfLine> out;
  int number = 0, column = 0;
  double last_top = -1e9;
  for (const std::size_t at : reading_order(groups)) {
    if (groups[at].box.top < last_top - 2) ++column;
    last_top = groups[at].box.top;
    for (const std::size_t line : groups[at].lines) {
      out.push_back(lines[line]);
      out.back().group = number;
      out.back().column = column;
    }
    ++number;
  }
  return out;
}

}  // namespace repere::corpus
