// SPDX-License-Identifier: GPL-2.0-or-later
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "french/word_scanner.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

// Folded, sorted: after these words a stop ends no sentence, whatever follows.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"adj",  "al",   "apr",  "arr", "art", "av",   "bd",  "boul", "cf",   "ch", "chap", "coll",
     "dept", "dr",   "ed",   "eds", "env", "ex",   "fig", "hab",  "ibid", "m",  "mgr",  "mlle",
     "mm",   "mme",  "mmes", "mr",  "n",   "nos",  "obs", "op",   "p",    "pp", "pr",   "prof",
     "ref",  "resp", "ss",   "st",  "ste", "suiv", "tel", "vol",  "zac"});
static_assert(std::ranges::is_sorted(abbreviations));

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Length of white space at this place: ASCII, no-break and thin spaces.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_space(text[at])) return 1;
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\u00a0")) return 2;
  return rest == "\u202f" || rest == "\u2009" || rest == "\u2028" || rest == "\u2029" ? 3 : 0;
}

/// Length of white space that ends here, else 0.
std::size_t space_before(std::string_view text, std::size_t at) {
  for (const std::size_t size : {1U, 2U, 3U})
    if (at >= size && space_at(text, at - size) == size) return size;
  return 0;
}

ByteRange trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t size = space_at(text, begin);
    if (size == 0) break;
    begin += size;
  }
  while (end > begin) {
    const std::size_t size = space_before(text.substr(0, end), end);
    if (size == 0 || end - begin < size) break;
    end -= size;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The word just before a final stop, without the stop.
std::string_view last_word(std::string_view piece) {
  piece.remove_suffix(1);
  std::size_t begin = piece.size();
  while (begin > 0 && piece.size() - begin < 12) {
    const auto c = static_cast<unsigned char>(piece[begin - 1]);
    const bool letter = c >= 0x80 || std::isalnum(c);
    const bool tail_of_quote = piece.substr(0, begin).ends_with("’") ||
                               piece.substr(0, begin).ends_with("«") ||
                               piece.substr(0, begin).ends_with("\u00a0");
    if (!letter || tail_of_quote) break;
    --begin;
  }
  return piece.substr(begin);
}

/// « M. », « art. », « J. » of a name.
bool ends_in_abbreviation(std::string_view piece) {
  if (!piece.ends_with('.')) return false;
  const std::string_view word = last_word(piece);
  if (word.empty()) return false;
  const bool initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
  return initial || std::ranges::binary_search(abbreviations, fold(word));
}

/// Only a mark that opens a list item: « 1. », « a) », « II. », « • ».
bool is_list_mark(std::string_view piece) {
  if (piece.empty() || piece.size() > 6) return false;
  if (piece == "-" || piece == "–" || piece == "•" || piece == "▪" || piece == "*") return true;
  if (piece.back() != '.' && piece.back() != ')') return false;
  piece.remove_suffix(1);
  const bool digits = std::ranges::all_of(piece, [](char c) { return c >= '0' && c <= '9'; });
  const bool roman = piece.find_first_not_of("IVX") == std::string_view::npos;
  return digits || roman ||
         (piece.size() == 1 && std::isalpha(static_cast<unsigned char>(piece[0])));
}

bool opens_lower(std::string_view text, std::size_t at) {
  return at < text.size() && (std::islower(static_cast<unsigned char>(text[at])) ||
                              (text[at] == '\xC3' && at + 1 < text.size() &&
                               static_cast<unsigned char>(text[at + 1]) >= 0xA0));
}

/// A line end inside a sentence: no final mark before, a small letter after.
bool runs_on(std::string_view text, ByteRange before, std::size_t next) {
  const std::string_view gap = text.substr(before.end, next - before.end);
  if (std::ranges::count(gap, '\n') > 1) return false;
  const char last = text[before.end - 1];
  return last != '.' && last != '!' && last != '?' && last != ':' && last != ';' &&
         opens_lower(text, next);
}

bool joins(std::string_view text, ByteRange before, std::size_t next) {
  const std::string_view gap = text.substr(before.end, next - before.end);
  if (std::ranges::count(gap, '\n') > 1) return false;  // blocks stay apart
  const std::string_view piece = text.substr(before.begin, before.size());
  return is_list_mark(piece) || ends_in_abbreviation(piece) ||
         (gap.find('\n') != std::string_view::npos && runs_on(text, before, next));
}

icu::BreakIterator* french_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getFrench(), status));
    if (U_FAILURE(status)) made.reset();
    return made;
  }();
  return breaks.get();
}

/// « par l'État. 66 projets ont été retenus »: ICU breaks before no digit that small letters
/// follow.
void add_stops_before_digits(std::string_view text, std::vector<std::size_t>& ends) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos;
       at = text.find(". ", at + 2)) {
    const bool digit = at + 2 < text.size() && text[at + 2] >= '0' && text[at + 2] <= '9';
    if (digit && at > 0 && !is_space(text[at - 1]) && text[at - 1] != '.') ends.push_back(at + 2);
  }
}

/// Where ICU ends a sentence, before a digit after a stop, and before the bullets inside one.
std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> ends;
  UErrorCode status = U_ZERO_ERROR;
  UText* utext =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu::BreakIterator* breaks = french_breaks();
  if (breaks != nullptr && U_SUCCESS(status)) {
    breaks->setText(utext, status);
    breaks->first();
    for (auto at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
      ends.push_back(static_cast<std::size_t>(at));
  }
  utext_close(utext);
  add_stops_before_digits(text, ends);
  for (const std::string_view bullet : {"•", "▪", "➢"})
    for (std::size_t at = text.find(bullet); at != std::string_view::npos;
         at = text.find(bullet, at + bullet.size()))
      ends.push_back(at);
  for (std::size_t& end : ends) {  // « Certes. » ends after its quotation mark
    std::size_t quote = end;
    while (const std::size_t size = space_at(text, quote)) quote += size;
    if (text.substr(quote).starts_with("»") &&
        text.substr(end, quote - end).find('\n') == std::string_view::npos)
      end = quote + 2;
  }
  ends.push_back(text.size());
  std::ranges::sort(ends);
  return ends;
}

}  // namespace

std::vector<ByteRange> sentences(std::string_view text) {
  std::vector<ByteRange> out;
  std::size_t begin = 0;
  for (const std::size_t end : boundaries(text)) {
    if (end <= begin) continue;
    const ByteRange piece = trimmed(text, begin, end);
    begin = end;
    if (piece.empty()) continue;
    if (!out.empty() && joins(text, out.back(), piece.begin))
      out.back().end = piece.end;
    else
      out.push_back(piece);
  }
  return out;
}

}  // namespace repere::corpus
