// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/label.h"

#include <algorithm>

#include "extract/calendar.h"

namespace repere::corpus {
namespace {

constexpr int max_words = 15;
/// Of a long range only this many lexemes at either end are read, so that labels stay linear.
constexpr std::uint32_t side = 40;

struct Range {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
};

bool is_clause_end(const Scan& scan, std::uint32_t at) {
  return scan.is(at, ";") || scan.is(at, ":") || scan.is(at, "(") || scan.is(at, ")") ||
         (scan.is(at, ".") && !scan.glued(at + 1)) || scan.is(at, "•") || scan.is(at, "…");
}

/// Auxiliaries, pronouns and connectives that a label reads better without.
bool is_dropped(const Scan& scan, std::uint32_t at) {
  if (scan.folded_is(at, "a")) return scan.is(at, "a");
  return scan.folded_in(
      at,
      {"ont",   "sont",  "est",      "ete",       "etaient",   "etait", "seront", "sera",  "ainsi",
       "donc",  "ce",    "qui",      "que",       "il",        "elle",  "ils",    "elles", "se",
       "s",     "y",     "dont",     "enfin",     "aussi",     "c",     "qu",     "n",     "ne",
       "outre", "effet", "ailleurs", "egalement", "notamment", "afin"});
}

bool is_quantity(const Scan& scan, std::uint32_t at) {
  const int index = scan.numeral_at(at);
  return index >= 0 && !scan.numeral(index).bare_one && !scan.numeral(index).ordinal;
}

/// A phrase under construction: lexemes in order, each word counted.
class Phrase {
 public:
  Phrase(const Scan& scan, const std::vector<bool>& skipped) : scan_(scan), skipped_(skipped) {}

  int room() const { return max_words - words_; }
  bool empty() const { return text_.empty(); }

  void add(Range range) {
    const std::size_t start = text_.size();
    for (std::uint32_t at = range.first; at < range.last && room() > 0; ++at) add(at);
    trim(start);
  }

  /// Words without their articles and prepositions: a reminder of the rest of the sentence.
  void add_words(const std::vector<std::uint32_t>& words) {
    if (words.empty()) return;
    text_ += text_.empty() ? "" : " –";
    gap_ = true;
    std::uint32_t before = 0;
    for (const std::uint32_t at : words) {
      const bool hyphenated =
          before + 2 == at && scan_.is_hyphen(at - 1) && scan_.glued(at) && !text_.empty();
      if (hyphenated)
        text_ += '-';
      else if (!text_.empty())
        text_ += ' ';
      text_ += scan_.slice(at);
      ++words_;
      before = at;
    }
  }

  void add_unit(const std::string& unit) {
    text_ = unit;
    words_ = static_cast<int>(std::count(unit.begin(), unit.end(), ' ')) + 1;
  }

  void append(std::string_view text) {
    if (!text_.empty()) text_ += " – ";
    text_ += text;
  }

  std::string take() { return std::move(text_); }

 private:
  void add(std::uint32_t at) {
    const bool elided = at > 0 && scan_.is_apostrophe(at) && dropped_;
    if (skipped_[at] || is_dropped(scan_, at) || elided) {
      dropped_ = gap_ = true;
      return;
    }
    dropped_ = false;
    const bool symbol = scan_.is_symbol(at);
    if (symbol && text_.empty() && !scan_.is(at, "«") && !scan_.is(at, "“")) return;
    if (!text_.empty() && (!scan_.glued(at) || (gap_ && !symbol))) text_ += ' ';
    text_ += scan_.slice(at);
    words_ += !symbol || scan_.is(at, "€") || scan_.is(at, "%");
    ends_.push_back({text_.size(), at});
    gap_ = false;
  }

  /// Nothing grammatical at the end: « projets labellisés et près de » loses « et près de ».
  void trim(std::size_t start) {
    while (!ends_.empty()) {
      const std::uint32_t at = ends_.back().second;
      const bool closes =
          scan_.is(at, "»") || scan_.is(at, "”") || scan_.is(at, "%") || scan_.is(at, "€");
      const bool idle = scan_.is_symbol(at) ? !closes
                                            : is_grammatical(scan_.folded(at)) ||
                                                  scan_.folded_in(at, {"pres", "total", "hauteur"});
      if (!idle) break;
      words_ -= !scan_.is_symbol(at);
      ends_.pop_back();
      text_.resize(ends_.empty() ? start : ends_.back().first);
    }
    ends_.clear();
  }

  const Scan& scan_;
  const std::vector<bool>& skipped_;
  std::string text_;
  std::vector<std::pair<std::size_t, std::uint32_t>> ends_;
  int words_ = 0;
  bool gap_ = false, dropped_ = false;
};

/// The words after a figure, up to the end of its clause or the next figure.
Range words_after(const Scan& scan, const Draft& draft, std::uint32_t end,
                  const std::vector<bool>& skipped) {
  std::uint32_t last = draft.last;
  std::uint32_t comma = 0;
  for (; last < end && last < draft.last + 34 && !is_clause_end(scan, last); ++last) {
    if (is_quantity(scan, last) && !skipped[last]) return {draft.last, comma > 0 ? comma : last};
    if (scan.is(last, ",")) comma = last;
  }
  return {draft.last, last};
}

/// The words before a figure, back to the start of its clause or to another figure.
Range words_before(const Scan& scan, const Draft& draft, std::uint32_t begin) {
  std::uint32_t first = draft.first;
  while (first > begin && draft.first - first < 30 && !is_clause_end(scan, first - 1)) --first;
  Range range{first, draft.first};
  while (!range.empty() &&
         (scan.is_symbol(range.last - 1) || is_grammatical(scan.folded(range.last - 1)) ||
          scan.folded_in(range.last - 1, {"hauteur", "pres", "total", "jusqu"})))
    --range.last;
  while (!range.empty() &&
         (scan.is_symbol(range.first) || is_grammatical(scan.folded(range.first))))
    ++range.first;
  return range;
}

/// The last `count` words of a range.
Range tail(const Scan& scan, Range range, int count) {
  std::uint32_t first = range.last;
  for (int words = 0; first > range.first && words < count; --first)
    words += !scan.is_symbol(first - 1);
  while (first < range.last && (scan.is_symbol(first) || is_grammatical(scan.folded(first))))
    ++first;
  return {first, range.last};
}

/// The telling words of a range: no grammar, no number, no date.
std::vector<std::uint32_t> telling_words(const Scan& scan, Range range,
                                         const std::vector<bool>& skipped) {
  std::vector<std::uint32_t> out;
  const bool wide = range.last > range.first + 2 * side;
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (wide && at == range.first + side) at = range.last - side;
    if (!scan.is_word(at) || skipped[at] || scan.slice(at).size() < 3) continue;
    if (is_grammatical(scan.folded(at)) || scan.numeral_at(at) >= 0 || scan.is_apostrophe(at + 1))
      continue;
    out.push_back(at);
  }
  return out;
}

/// The subject and what stands nearest: first and last of too many words.
std::vector<std::uint32_t> chosen(std::vector<std::uint32_t> words, int room) {
  const auto count = static_cast<std::size_t>(std::max(room, 0));
  if (words.size() <= count) return words;
  const std::size_t head = (count + 1) / 2;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(head),
              words.end() - static_cast<std::ptrdiff_t>(count - head));
  return words;
}

/// The noun of a counted figure: lexemes after its number.
Range counted_noun(const Scan& scan, const Draft& draft) {
  std::uint32_t noun = draft.number;
  const int numeral = scan.numeral_at(noun);
  noun = numeral >= 0 ? scan.numeral(numeral).last : noun + 1;
  while (noun < draft.last &&
         (scan.folded_in(noun, {"de", "d", "ces", "ses", "leurs"}) || scan.is_symbol(noun)))
    ++noun;
  return {noun, draft.last};
}

void add_heading(Phrase& phrase, std::string_view heading) {
  if (heading.empty() || phrase.room() < 3) return;
  const Scan scan(heading.substr(0, 160));
  const std::vector<bool> none(scan.size(), false);
  Phrase rest(scan, none);
  const auto words = telling_words(scan, {0, scan.size()}, none);
  rest.add_words(chosen(words, phrase.room()));
  std::string text = rest.take();
  if (!text.empty()) phrase.append(text);
}

}  // namespace

std::string make_label(const Scan& scan, const Draft& draft, std::uint32_t begin, std::uint32_t end,
                       const std::vector<bool>& taken, std::string_view heading) {
  Phrase phrase(scan, taken);
  const bool counts = draft.kind == FigureKind::count;
  Range after = words_after(scan, draft, end, taken);
  Range before = words_before(scan, draft, begin);
  const Range noun = counted_noun(scan, draft);
  if (counts && !noun.empty())
    phrase.add(noun);
  else if (counts)
    phrase.add_unit(draft.unit);
  const bool of_after = scan.folded_in(draft.last, {"de", "des", "du", "d", "parmi"});
  if (counts || of_after) {
    while (!counts && !after.empty() &&
           (scan.folded_in(after.first, {"de", "des", "du", "d", "la", "l", "les", "parmi"}) ||
            scan.is_symbol(after.first)))
      ++after.first;
    phrase.add(after);
  } else {
    before = tail(scan, before, 9);
    phrase.add(before);
    phrase.add(after);
  }
  if (phrase.empty()) phrase.add({draft.last, std::min(end, draft.last + 24)});
  const Range rest{begin, counts || of_after ? draft.first : std::max(begin, before.first)};
  phrase.add_words(chosen(telling_words(scan, rest, taken), phrase.room()));
  add_heading(phrase, heading);
  if (phrase.empty()) phrase.add_unit(draft.unit);
  return phrase.take();
}

}  // namespace repere::corpus
