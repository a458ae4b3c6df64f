// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/label.h"

#include <algorithm>

#include "extract/calendar.h"

namespace repere::corpus {
namespace {

constexpr int max_words = 15;

bool is_clause_end(const Scan& scan, std::uint32_t at) {
  return scan.is(at, ";") || scan.is(at, ":") || scan.is(at, "(") || scan.is(at, ")") ||
         (scan.is(at, ".") && !scan.glued(at + 1)) || scan.is(at, "•") || scan.is(at, "…");
}

/// Auxiliaries and connectives that a label reads better without.
bool is_dropped(const Scan& scan, std::uint32_t at) {
  return scan.folded_in(at, {"ont",   "sont",   "est",  "a",        "ete",       "etaient",
                             "etait", "seront", "sera", "ainsi",    "notamment", "egalement",
                             "outre", "enfin",  "donc", "ailleurs", "effet",     "aussi",
                             "ce",    "qui",    "que",  "il",       "elle",      "ils",
                             "elles", "se",     "s",    "y",        "dont"}) &&
         !(scan.folded_is(at, "a") && !scan.is(at, "a"));
}

/// Builds a phrase from lexemes, counting its words.
class Phrase {
 public:
  Phrase(const Scan& scan, const std::vector<bool>& taken) : scan_(scan), taken_(taken) {}

  int words() const { return words_; }
  bool full() const { return words_ >= max_words; }

  /// Adds one lexeme; false when the phrase is full.
  bool add(std::uint32_t at) {
    if (taken_[at] || is_dropped(scan_, at)) {
      skipped_ = true;
      return true;
    }
    const bool counts = !scan_.is_symbol(at);
    if (counts && full()) return false;
    const bool apart = !scan_.glued(at) || (skipped_ && counts);
    if (!text_.empty() && apart) text_ += ' ';
    text_ += scan_.slice(at);
    words_ += counts;
    skipped_ = false;
    return true;
  }

  std::string take() { return std::move(text_); }
  std::string& text() { return text_; }

  void add_separator() {
    if (!text_.empty()) text_ += " –";
  }

 private:
  const Scan& scan_;
  const std::vector<bool>& taken_;
  std::string text_;
  int words_ = 0;
  bool skipped_ = false;
};

struct Range {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
};

/// The words after a figure, up to the end of its clause or the next figure.
Range words_after(const Scan& scan, const Draft& draft, std::uint32_t end) {
  std::uint32_t last = draft.last;
  std::uint32_t comma = 0;
  while (last < end && last < draft.last + 34 && !is_clause_end(scan, last)) {
    const int numeral = scan.numeral_at(last);
    const bool quantity =
        numeral >= 0 && !scan.numeral(numeral).bare_one && !scan.numeral(numeral).ordinal;
    if (quantity && last > draft.last) {
      const auto value = scan.numeral(numeral).value;
      if (value < 1789 || value > 2100) return {draft.last, comma > 0 ? comma : last};
    }
    if (scan.is(last, ",")) comma = last;
    ++last;
  }
  return {draft.last, last};
}

/// The words before a figure, back to the start of its clause.
Range words_before(const Scan& scan, const Draft& draft, std::uint32_t begin) {
  std::uint32_t first = draft.first;
  while (first > begin && draft.first - first < 30 && !is_clause_end(scan, first - 1)) --first;
  return {first, draft.first};
}

bool is_link(const Scan& scan, std::uint32_t at) {
  return scan.is_symbol(at) || is_grammatical(scan.folded(at)) ||
         scan.folded_in(at, {"hauteur", "pres", "montant", "total", "jusqu", "cours"});
}

/// Drops what introduces nothing: « pour un », « , », « à hauteur de plus de » at either end.
Range trimmed(const Scan& scan, Range range) {
  while (!range.empty() && is_link(scan, range.last - 1) &&
         !scan.folded_is(range.last - 1, "montant"))
    --range.last;
  while (!range.empty() &&
         (scan.is_symbol(range.first) || is_grammatical(scan.folded(range.first))))
    ++range.first;
  return range;
}

/// The last `count` words of a range, whole words.
Range tail(const Scan& scan, Range range, int count) {
  std::uint32_t first = range.last;
  for (int words = 0; first > range.first && words < count; --first)
    words += !scan.is_symbol(first - 1);
  range.first = first;
  return range;
}

void add_all(Phrase& phrase, Range range) {
  for (std::uint32_t at = range.first; at < range.last; ++at)
    if (!phrase.add(at)) return;
}

/// First words of a heading, to fill a short label.
void add_heading(Phrase& phrase, std::string_view heading) {
  if (heading.empty() || phrase.words() > max_words - 3) return;
  const Scan scan(heading.substr(0, 160));
  const std::vector<bool> none(scan.size(), false);
  Phrase rest(scan, none);
  const int room = max_words - phrase.words();
  Range range = trimmed(scan, {0, scan.size()});
  for (std::uint32_t at = range.first; at < range.last && rest.words() < room; ++at) rest.add(at);
  phrase.add_separator();
  std::string text = rest.take();
  if (!phrase.text().empty()) phrase.text() += ' ';
  phrase.text() += text;
}

}  // namespace

std::string make_label(const Scan& scan, const Draft& draft, std::uint32_t begin, std::uint32_t end,
                       const std::vector<bool>& taken, std::string_view heading) {
  Phrase phrase(scan, taken);
  const bool counts = draft.kind == FigureKind::count;
  Range after = words_after(scan, draft, end);
  Range before = trimmed(scan, words_before(scan, draft, begin));
  const bool own_noun = counts && draft.last > draft.number + 1;
  if (own_noun) {
    std::uint32_t noun = draft.number;
    while (noun < draft.last && scan.numeral_at(noun) < 0) ++noun;
    const int numeral = scan.numeral_at(noun);
    noun = numeral >= 0 ? scan.numeral(numeral).last : draft.number;
    while (noun < draft.last && (scan.folded_in(noun, {"de", "d"}) || scan.is_symbol(noun))) ++noun;
    add_all(phrase, {noun, draft.last});
  } else if (counts) {
    phrase.text() = draft.unit;
  }
  const bool of_after = scan.folded_in(draft.last, {"de", "des", "du", "d", "parmi"});
  if (counts || of_after) {
    if (!counts && !after.empty()) ++after.first;
    add_all(phrase, after);
    before = tail(scan, before, max_words - phrase.words());
    if (phrase.words() < max_words - 3 && !before.empty()) {
      phrase.add_separator();
      add_all(phrase, trimmed(scan, before));
    }
  } else {
    before = tail(scan, before, 11);
    add_all(phrase, trimmed(scan, before));
    add_all(phrase, after);
  }
  add_heading(phrase, heading);
  return phrase.take();
}

}  // namespace repere::corpus
