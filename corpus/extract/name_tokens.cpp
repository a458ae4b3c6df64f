// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/name_tokens.h"

#include <array>

#include "french/name_key.h"
#include "french/phrase_hash.h"

namespace repere::corpus::names {
namespace {

constexpr std::uint8_t letter_lower = 1, letter_upper = 2, digit = 3, multi_byte = 4;

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < 256; ++c)
    table[c] = c >= 'a' && c <= 'z'   ? letter_lower
               : c >= 'A' && c <= 'Z' ? letter_upper
               : c >= '0' && c <= '9' ? digit
               : c >= 0x80            ? multi_byte
                                      : std::uint8_t{0};
  return table;
}
constexpr auto classes = make_classes();

constexpr std::array<std::uint16_t, 128> make_gaps() {
  std::array<std::uint16_t, 128> table{};
  for (auto& gap : table) gap = gap_other;
  table[' '] = table['\t'] = table['\r'] = gap_space;
  table['-'] = gap_hyphen;
  table['\''] = table['`'] = gap_apostrophe;
  table[','] = gap_comma;
  table['.'] = table['!'] = table['?'] = gap_stop;
  table[':'] = table[';'] = gap_colon;
  table['"'] = gap_open_quote | gap_close_quote;
  table['('] = table['['] = gap_open_paren;
  table[')'] = table[']'] = gap_close_paren;
  table['/'] = table['&'] = gap_slash;
  table['*'] = table['|'] = gap_bullet;
  return table;
}
constexpr auto ascii_gaps = make_gaps();

/// Bytes of the UTF-8 character that begins with this byte; 1 for an ill-formed one.
std::size_t length_of(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::size_t length = byte < 0xC2   ? 1
                             : byte < 0xE0 ? 2
                             : byte < 0xF0 ? 3
                             : byte < 0xF5 ? 4
                                           : 1;
  return at + length <= text.size() ? length : 1;
}

std::uint16_t gap_of(std::string_view mark) {
  static constexpr std::pair<std::string_view, std::uint16_t> marks[] = {
      {"\u00a0", gap_space}, {"\u202f", gap_space}, {"\u2009", gap_space},  {"\u00ad", gap_hyphen},
      {"’", gap_apostrophe}, {"‘", gap_apostrophe}, {"ʼ", gap_apostrophe},  {"«", gap_open_quote},
      {"“", gap_open_quote}, {"„", gap_open_quote}, {"»", gap_close_quote}, {"”", gap_close_quote},
      {"–", gap_hyphen},     {"‑", gap_hyphen},     {"‐", gap_hyphen},      {"−", gap_hyphen},
      {"—", gap_other},      {"…", gap_stop},       {"•", gap_bullet},      {"·", gap_bullet},
      {"●", gap_bullet},     {"▪", gap_bullet},     {"■", gap_bullet},      {"◦", gap_bullet},
      {"►", gap_bullet},     {"➢", gap_bullet},     {"❖", gap_bullet},      {"\uf0b7", gap_bullet},
      {"✓", gap_bullet},     {"→", gap_bullet}};
  for (const auto& [known, gap] : marks)
    if (known == mark) return gap;
  return gap_other;
}

/// Letters of two bytes (Latin, Greek, Cyrillic…) are letters; U+0080 to U+00BF, × and ÷ are marks,
/// and so is all of three bytes but the accents that other scripts write. Good for French.
bool is_letter(std::string_view c) {
  if (c.size() == 2) {
    const auto first = static_cast<unsigned char>(c[0]), second = static_cast<unsigned char>(c[1]);
    if (first == 0xC2) return second == 0xAA || second == 0xB5 || second == 0xBA;
    return first != 0xC3 || (second != 0x97 && second != 0xB7);
  }
  const auto first = static_cast<unsigned char>(c[0]);
  return c.size() == 3 && (first == 0xE1 || (first >= 0xE3 && first <= 0xED));
}

/// Upper case among the letters of two bytes that French and its neighbours use.
bool is_upper(std::string_view c) {
  if (c.size() != 2) return false;
  const auto first = static_cast<unsigned char>(c[0]), second = static_cast<unsigned char>(c[1]);
  if (first == 0xC3) return second < 0x9F && second != 0x97;
  if (first == 0xC4) return second < 0xB8 ? second % 2 == 0 : second % 2 == 1;
  if (first == 0xC5)
    return second <= 0x88 && second >= 0x81 ? second % 2 == 1
           : second < 0xB8                  ? second % 2 == 0
                                            : second % 2 == 1;
  if (first == 0xCE) return second >= 0x91 && second <= 0xA9;
  return first == 0xD0 && second < 0xB0;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {
    words_.text = text;
    words_.keys.reserve(text.size() + 16);
    words_.tokens.reserve(text.size() / 5 + 4);
  }

  Words run() && {
    gap_ = gap_blank_line;
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c < 0x80) {
        if (classes[c] != 0)
          word();
        else
          ascii_mark(c);
        continue;
      }
      const auto mark = text_.substr(at_, length_of(text_, at_));
      if (is_letter(mark)) {
        word();
      } else {
        add_gap(gap_of(mark));
        at_ += mark.size();
      }
    }
    return std::move(words_);
  }

 private:
  void ascii_mark(unsigned char c) {
    if (c == '\n') {
      const bool blank = (gap_ & gap_newline) != 0 && only_space_since_newline_;
      gap_ |= static_cast<std::uint16_t>(blank ? gap_newline | gap_blank_line : gap_newline);
      only_space_since_newline_ = true;
    } else {
      // A dash that begins a line is a list mark.
      add_gap(c == '-' && (gap_ & gap_newline) != 0 && only_space_since_newline_ && space_follows()
                  ? std::uint16_t{gap_bullet}
                  : ascii_gaps[c]);
    }
    ++at_;
  }

  bool space_follows() const { return at_ + 1 < text_.size() && text_[at_ + 1] == ' '; }

  void add_gap(std::uint16_t gap) {
    gap_ |= gap;
    if (gap != gap_space) only_space_since_newline_ = false;
  }

  void word() {
    Token token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.key_begin = static_cast<std::uint32_t>(words_.keys.size());
    std::size_t upper = 0, lower = 0;
    bool first_upper = false;
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      const std::uint8_t cls = classes[c];
      if (cls == 0) break;
      if (cls == multi_byte) {
        const auto letter = text_.substr(at_, length_of(text_, at_));
        if (!is_letter(letter)) break;
        const bool is_up = is_upper(letter);
        first_upper |= is_up && at_ == token.begin;
        (is_up ? upper : lower) += 1;
        append_name_key(letter, words_.keys);
        at_ += letter.size();
        continue;
      }
      first_upper |= cls == letter_upper && at_ == token.begin;
      if (cls != digit) (cls == letter_upper ? upper : lower) += 1;
      words_.keys += static_cast<char>(cls == letter_upper ? c + 32 : c);
      ++at_;
    }
    finish(token, upper, lower, first_upper);
  }

  void finish(Token token, std::size_t upper, std::size_t lower, bool first_upper) {
    token.end = static_cast<std::uint32_t>(at_);
    expand_saint(token);
    const std::size_t size = words_.keys.size() - token.key_begin;
    token.key_size = static_cast<std::uint16_t>(size < 0xFFFF ? size : 0xFFFF);
    token.hash = word_hash(std::string_view(words_.keys).substr(token.key_begin, token.key_size));
    token.stem = plural_hash(std::string_view(words_.keys).substr(token.key_begin, token.key_size));
    token.gap = gap_;
    token.shape = upper + lower == 0          ? Shape::digits
                  : lower == 0 && upper > 0   ? Shape::upper
                  : first_upper && upper == 1 ? Shape::capital
                  : upper > 0                 ? Shape::mixed
                                              : Shape::lower;
    words_.tokens.push_back(token);
    gap_ = 0;
    only_space_since_newline_ = false;
  }

  /// As in name_key(): « St » and « Ste » are the words they stand for.
  void expand_saint(const Token& token) {
    const std::string_view key = std::string_view(words_.keys).substr(token.key_begin);
    if (key == "st")
      words_.keys.replace(token.key_begin, 2, "saint");
    else if (key == "ste")
      words_.keys.replace(token.key_begin, 3, "sainte");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint16_t gap_ = 0;
  bool only_space_since_newline_ = false;
  Words words_;
};

}  // namespace

std::uint64_t plural_hash(std::string_view key) {
  if (key.size() > 5 && key.ends_with("aux") && !key.ends_with("eaux"))
    return extend_word(extend_word(word_hash(key.substr(0, key.size() - 3)), 'a'), 'l');
  if (key.size() > 3 && (key.back() == 's' || key.back() == 'x')) key.remove_suffix(1);
  return word_hash(key);
}

Words cut_words(std::string_view text) { return Cutter(text).run(); }

}  // namespace repere::corpus::names
