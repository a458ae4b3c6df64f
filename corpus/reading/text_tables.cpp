// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "characters.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

constexpr std::size_t most_rows = 200;
constexpr std::size_t most_merged = 6;  ///< labels put together that are tried apart

bool is_separator(char32_t code) { return is_blank(code) || code == '.' || code == ','; }

/// Where the figure at a text's end begins; the text's size when it ends with none.
std::size_t trailing_figure(std::string_view text) {
  std::size_t at = text.size(), digits = 0;
  while (at > 0) {
    const Codepoint code = decode_before(text, at);
    const bool sign = code.value == '%' || code.value == 0x20AC;
    if (!is_digit(code.value) && !is_separator(code.value) && !sign) break;
    digits += is_digit(code.value);
    at -= code.size;
  }
  // A figure begins a word: « R2 » has none.
  while (at < text.size() && !is_digit(decode(text, at).value)) at += decode(text, at).size;
  if (digits == 0 || (at > 0 && !is_blank(decode_before(text, at).value))) return text.size();
  return at;
}

double value_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
    if (c == ',' || c == '.') digits += '.';
    if (c == '-' && digits.empty()) digits += c;
  }
  return std::strtod(digits.c_str(), nullptr);
}

bool is_row(const Unit& unit) {
  if (unit.block.row) return true;
  const std::string& text = unit.block.string();
  if (unit.title || unit.entry >= 0 || unit.block.bullet != Bullet::none || text.size() > 260)
    return false;
  const auto at = trailing_figure(text);
  if (at == text.size() || at == 0 || is_terminal(text)) return false;
  const auto label = trim(std::string_view(text).substr(0, at));
  return label.size() >= 5 && is_upper(first_sign(label)) && text.find(". ") == std::string::npos;
}

bool is_label(const Unit& unit) {
  const std::string& text = unit.block.string();
  return unit.role != Role::contents && unit.entry < 0 && unit.block.bullet == Bullet::none &&
         text.size() <= 160 && !is_terminal(text) && is_upper(first_sign(text)) &&
         !is_figure_only(text);
}

struct Label {
  MappedText text;
  std::size_t unit;
};

class Tables {
 public:
  Tables(std::vector<Unit>& units, std::vector<std::string>& notes)
      : units_(units), notes_(notes) {}

  void run() {
    for (std::size_t at = 0; at < units_.size(); ++at) {
      if (is_row(units_[at])) {
        at = std::max(at, rows_from(at));
      } else if (is_figure_only(units_[at].block.string())) {
        at = std::max(at, figures_from(at));
      }
    }
    std::erase_if(units_, [](const Unit& u) { return u.role == Role::dropped; });
  }

 private:
  bool same_place(std::size_t a, std::size_t b) const {
    return units_[a].role == units_[b].role && units_[a].overlay == units_[b].overlay;
  }

  /// Rows that hold their figure. returns: the last one.
  std::size_t rows_from(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < units_.size() && same_place(first, last + 1) && is_row(units_[last + 1]))
      ++last;
    if (last < first + 1) return first;
    ++tables_;
    for (std::size_t at = first; at <= last; ++at) units_[at].table = tables_;
    return last;
  }

  /// Figures alone, their labels before them. returns: the last figure.
  std::size_t figures_from(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < units_.size() && same_place(first, last + 1) &&
           is_figure_only(units_[last + 1].block.string()))
      ++last;
    const std::size_t count = last - first + 1;
    std::size_t begin = first;
    while (begin > 0 && first - begin < most_rows && same_place(first, begin - 1) &&
           is_label(units_[begin - 1]))
      --begin;
    if (count < 2 || begin == first) return last;
    if (pair_any(begin, first, count)) return last;
    ++tables_;
    for (std::size_t at = begin; at <= last; ++at) {
      units_[at].table = tables_;
      units_[at].title = false;
    }
    notes_.push_back("tableau laissé en deux colonnes : " + std::to_string(first - begin) +
                     " libellés, " + std::to_string(count) + " nombres (« " +
                     units_[begin].block.string() + " »)");
    return last;
  }

  /// Labels that print put together may be several: every way to take them apart is tried, and the
  /// one that the counts and sums allow is taken when there is only one.
  bool pair_any(std::size_t begin, std::size_t first, std::size_t count) {
    std::vector<std::size_t> merged;
    for (std::size_t at = begin; at < first; ++at)
      if (!units_[at].block.parts.empty()) merged.push_back(at);
    if (merged.size() > most_merged) merged.resize(most_merged);
    std::vector<Label> found;
    int ways = 0;
    for (unsigned mask = 0; mask < 1U << merged.size(); ++mask) {
      std::vector<Label> labels = take_apart(begin, first, merged, mask);
      if (labels.size() != count || !agree(labels, first)) continue;
      ++ways;
      found = std::move(labels);
    }
    if (ways != 1) return false;
    ++tables_;
    for (std::size_t at = 0; at < count; ++at) write_row(found[at], units_[first + at]);
    for (std::size_t at = begin; at < first; ++at) units_[at].role = Role::dropped;
    return true;
  }

  std::vector<Label> take_apart(std::size_t begin, std::size_t first,
                                const std::vector<std::size_t>& merged, unsigned mask) const {
    std::vector<Label> labels;
    for (std::size_t at = begin; at < first; ++at) {
      const TextBlock& block = units_[at].block;
      const auto rank =
          static_cast<unsigned>(std::find(merged.begin(), merged.end(), at) - merged.begin());
      if (rank < merged.size() && (mask >> rank & 1U) != 0) {
        for (const MappedText& part : block.parts) labels.push_back({part, at});
      } else {
        labels.push_back({block.text, at});
      }
    }
    return labels;
  }

  bool agree(const std::vector<Label>& labels, std::size_t first) const {
    std::vector<std::string> names;
    std::vector<double> figures;
    for (std::size_t at = 0; at < labels.size(); ++at) {
      names.push_back(labels[at].text.text());
      figures.push_back(value_of(units_[first + at].block.string()));
    }
    return sums_agree(names, figures);
  }

  void write_row(const Label& label, Unit& figure) {
    MappedText row = label.text;
    row.insert(" ");
    row.skip();
    row.append(figure.block.text);
    figure.block.text = std::move(row);
    figure.block.first_line = units_[label.unit].block.first_line;
    figure.table = tables_;
    figure.title = false;
  }

  std::vector<Unit>& units_;
  std::vector<std::string>& notes_;
  int tables_ = -1;
};

bool near(double a, double b, std::size_t terms) {
  const double unit = std::abs(b) >= 100 && b == std::floor(b) ? 1.0 : 0.1;
  return std::abs(a - b) <= unit * static_cast<double>(terms) / 2 + 1e-9;
}

}  // namespace

bool is_figure_only(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 40) return false;
  std::size_t digits = 0, letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint code = decode(text, at);
    digits += is_digit(code.value);
    letters += is_letter(code.value);
    at += code.size;
  }
  const bool begins = is_digit(decode(text, 0).value) || text[0] == '-' || text[0] == '+';
  return begins && digits > 0 && letters <= 3 && letters < digits && !text.ends_with(".");
}

bool sums_agree(const std::vector<std::string>& labels, const std::vector<double>& figures) {
  if (labels.size() != figures.size() || labels.empty()) return false;
  double since = 0, before = 0;  // since the last total; the last total
  std::size_t terms = 0;
  for (std::size_t at = 0; at < labels.size(); ++at) {
    const std::string name = fold(labels[at]);
    const bool total = name.starts_with("total") || name.starts_with("ensemble") ||
                       name.find(" total") != std::string::npos;
    if (!total) {
      since += figures[at];
      ++terms;
      continue;
    }
    const bool net = name.find("net") != std::string::npos;
    const bool sum =
        near(since, figures[at], terms + 1) || near(before + since, figures[at], terms + 2);
    const bool difference = net && near(before - since, figures[at], terms + 2);
    if (terms == 0 || (!sum && !difference)) return false;
    before = figures[at];
    since = 0;
    terms = 0;
  }
  return true;
}

void find_tables(std::vector<Unit>& units, std::vector<std::string>& notes) {
  Tables(units, notes).run();
}

}  // namespace repere::corpus
