// SPDX-License-Identifier: GPL-2.0-or-later
// Letter-spaced words (« P l u s  d e »), doubled letters (« RRaappppoorrtt »), stray spaces.
#include <algorithm>
#include <vector>

#include "characters.h"
#include "line_repair.h"
#include "rewriter.h"

namespace repere::corpus {
namespace {

struct Piece {
  std::size_t begin = 0, end = 0;
  std::size_t gap = 0;  ///< spaces before it
};

std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> out;
  std::size_t at = 0, gap = 0;
  while (at < text.size()) {
    if (text[at] == ' ') {
      ++gap, ++at;
      continue;
    }
    const auto end = std::min(text.find(' ', at), text.size());
    out.push_back({at, end, gap});
    at = end;
    gap = 0;
  }
  return out;
}

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019; }

/// Letters of a piece; 0 when it holds anything but letters, hyphens and apostrophes.
std::size_t count_letters(std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < piece.size();) {
    const Codepoint code = decode(piece, at);
    if (is_letter(code.value)) {
      ++count;
    } else if (code.value != '-' && !is_apostrophe(code.value)) {
      return 0;
    }
    at += code.size;
  }
  return count;
}

/// A letter that no French line shows alone (« à », « a », « y », « ô » may).
bool is_stray_letter(std::string_view piece) {
  if (piece.empty() || decode(piece, 0).size != piece.size()) return false;
  const char32_t code = decode(piece, 0).value;
  return is_letter(code) && code != 'a' && code != U'à' && code != 'y' && code != U'ô' &&
         code != 'A' && code != U'À' && code != 'Y';
}

std::string join(std::string_view text, const std::vector<Piece>& pieces, std::size_t from,
                 std::size_t to) {
  std::string out;
  for (std::size_t at = from; at < to; ++at)
    out += text.substr(pieces[at].begin, pieces[at].end - pieces[at].begin);
  return out;
}

/// A word with its elided article cut off: « l’action » gives « action ».
std::string_view after_elision(std::string_view word) {
  for (std::size_t at = word.size(); at > 0;) {
    const Codepoint code = decode_before(word, at);
    if (is_apostrophe(code.value)) return word.substr(at);
    at -= code.size;
  }
  return word;
}

std::string_view without_punctuation(std::string_view word) {
  while (!word.empty()) {
    const Codepoint code = decode_before(word, word.size());
    if (is_letter(code.value)) break;
    word.remove_suffix(code.size);
  }
  return word;
}

/// Every piece is one letter (or sign): the whole line is letter-spaced, words stand two spaces
/// apart.
bool wholly_spaced(std::string_view text, const std::vector<Piece>& pieces) {
  std::size_t single = 0;
  for (const Piece& piece : pieces)
    single += width_of(text.substr(piece.begin, piece.end - piece.begin)) <= 2;
  return pieces.size() >= 4 && single * 10 >= pieces.size() * 9 &&
         std::any_of(pieces.begin(), pieces.end(), [&](const Piece& p) {
           return is_stray_letter(text.substr(p.begin, p.end - p.begin));
         });
}

/// Joins letter-spaced pieces: drops the spaces between them.
class SpacedWords {
 public:
  SpacedWords(const MappedText& line, const RepairContext& context)
      : text_(line.text()), context_(context), pieces_(split_pieces(text_)), out_(line) {}

  MappedText run() {
    if (wholly_spaced(text_, pieces_)) {
      join_between_gaps();
    } else if (context_.lexicon.available()) {
      for (std::size_t at = 0; at < pieces_.size();) at = join_from(at);
    }
    return out_.finish();
  }

 private:
  void drop_gap(std::size_t at) { out_.replace(pieces_[at - 1].end, pieces_[at].begin, ""); }

  void join_between_gaps() {
    const bool wide =
        std::any_of(pieces_.begin() + 1, pieces_.end(), [](const Piece& p) { return p.gap > 1; });
    for (std::size_t at = 1; at < pieces_.size(); ++at)
      if (pieces_[at].gap == 1 && (wide || pieces_.size() > 3)) drop_gap(at);
  }

  std::string_view piece(std::size_t at) const {
    return text_.substr(pieces_[at].begin, pieces_[at].end - pieces_[at].begin);
  }

  /// The longest run from a piece whose letters together spell a French word, when one of them at
  /// least is a letter that cannot stand alone.
  std::size_t join_from(std::size_t from) {
    static constexpr std::size_t most = 24;
    std::size_t best = from + 1, letters = 0;
    int stray = 0;
    for (std::size_t to = from; to < std::min(pieces_.size(), from + most); ++to) {
      if (to > from && pieces_[to].gap != 1) break;
      const std::string_view last = piece(to);
      const std::size_t count = count_letters(without_punctuation(last));
      if (count == 0 && !is_apostrophe(decode(last, 0).value)) break;
      letters += count;
      stray += is_stray_letter(last) && allowed(to, from);
      const std::string whole = join(text_, pieces_, from, to + 1);
      const auto word = after_elision(without_punctuation(whole));
      // One letter alone may be a name (« le i long »): the word must be one the report writes.
      const bool sure = stray > 1 || (stray == 1 && context_.vocabulary.count(word) > 0);
      if (to > from && sure && letters >= 2 && context_.lexicon.has(word)) best = to + 1;
      if (without_punctuation(last).size() != last.size()) break;
    }
    for (std::size_t at = from + 1; at < best; ++at) drop_gap(at);
    return best;
  }

  /// A capital alone (« plan B ») is evidence only where a line or sentence starts; a unit behind
  /// a number (« 5 m ») never is.
  bool allowed(std::size_t at, std::size_t from) const {
    const char32_t code = decode(piece(at), 0).value;
    if (at > 0 && is_digit(last_sign(piece(at - 1)))) return false;
    return is_lower(code) || (at == 0 && from == 0);
  }

  std::string_view text_;
  const RepairContext& context_;
  std::vector<Piece> pieces_;
  Rewriter out_;
};

bool may_be_spaced(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at && end - at <= 2 && is_stray_letter(text.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

/// « RRaappppoorrtt »: half of it, or nothing when the signs do not come in pairs.
std::string halved(std::string_view word) {
  std::string half;
  for (std::size_t at = 0; at < word.size();) {
    const Codepoint code = decode(word, at);
    const std::size_t next = at + code.size;
    if (next >= word.size() || decode(word, next).value != code.value) return {};
    half += word.substr(at, code.size);
    at = next + code.size;
  }
  return half;
}

MappedText halve_doubled(const MappedText& line, const RepairContext& context) {
  const std::string_view text = line.text();
  const auto pieces = split_pieces(text);
  std::vector<std::string> halves;
  bool sure = false;
  for (const Piece& piece : pieces) {
    halves.push_back(halved(text.substr(piece.begin, piece.end - piece.begin)));
    const auto word = after_elision(without_punctuation(halves.back()));
    const bool letters = count_letters(word) >= 3;
    sure = sure || (letters && (context.lexicon.has(word) || count_letters(word) >= 5));
  }
  if (!sure) return line;
  Rewriter out(line);
  for (std::size_t at = 0; at < pieces.size(); ++at)
    if (!halves[at].empty()) out.replace(pieces[at].begin, pieces[at].end, halves[at]);
  return out.finish();
}

bool is_elision(std::string_view before) {
  static constexpr std::string_view elided[] = {
      "l", "d", "s", "n", "m", "t", "c", "j", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};
  std::size_t begin = before.size();
  for (int letters = 0; begin > 0 && letters < 8; ++letters) {
    const Codepoint code = decode_before(before, begin);
    if (!is_letter(code.value)) break;
    begin -= code.size;
  }
  const std::string word = lower_case(before.substr(begin));
  return std::find(std::begin(elided), std::end(elided), word) != std::end(elided);
}

/// Whether the spaces [begin, end) of a line are to go.
bool is_stray_space(std::string_view text, std::size_t begin, std::size_t end,
                    const RepairContext& context) {
  if (begin == 0 || end >= text.size()) return false;
  const char32_t left = decode_before(text, begin).value;
  const Codepoint right = decode(text, end);
  const bool word = is_letter(right.value) || is_digit(right.value) || right.value == 0x20AC ||
                    right.value == 0xAB;
  if (is_apostrophe(left))
    return word && is_elision(text.substr(0, begin - decode_before(text, begin).size));
  if (is_apostrophe(right.value))
    return is_elision(text.substr(0, begin)) && end + right.size < text.size() &&
           is_letter(decode(text, end + right.size).value);
  if (left == '(' || right.value == ')') return left != ' ';
  if (right.value == '.' || right.value == ',') {
    const bool ends = end + 1 == text.size() || text[end + 1] == ' ';
    return ends && (is_letter(left) || is_digit(left) || left == ')');
  }
  if (right.value == 0xB0) return left == 'n' || left == 'N';
  if (left == '-' && begin > 1 && is_letter(decode_before(text, begin - 1).value) &&
      is_letter(right.value)) {
    // « Hauts-de- France »: the report spells the compound elsewhere.
    auto from = begin, to = end;
    while (from > 0 && begin - from < 60 && text[from - 1] != ' ') --from;
    while (to < text.size() && to - end < 60) {
      const Codepoint code = decode(text, to);
      if (!is_letter(code.value) && code.value != '-') break;
      to += code.size;
    }
    const std::string whole =
        std::string(text.substr(from, begin - from)) + std::string(text.substr(end, to - end));
    const auto word_only = after_elision(whole);
    return context.vocabulary.count(word_only) > 0;
  }
  return false;
}

}  // namespace

MappedText repair_spacing(const MappedText& line, const RepairContext& context) {
  MappedText out = may_be_spaced(line.text()) ? SpacedWords(line, context).run() : line;
  return halve_doubled(out, context);
}

MappedText repair_spaces(const MappedText& line, const RepairContext& context) {
  const std::string_view text = line.text();
  Rewriter out(line);
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at)) {
    auto end = at;
    while (end < text.size() && text[end] == ' ') ++end;
    if (is_stray_space(text, at, end, context)) {
      out.replace(at, end, "");
    } else if (end > at + 1) {
      out.replace(at + 1, end, "");
    }
    at = end;
  }
  return out.finish();
}

}  // namespace repere::corpus
