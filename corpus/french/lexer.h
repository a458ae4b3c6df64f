// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace repere::corpus::french {

enum class LexKind : std::uint8_t { word, digits, symbol };

/// White space before a lexeme, from none to a blank line.
enum class Gap : std::uint8_t { none, space, spaces, newline, blank_line };

/// A run of letters, a run of ASCII digits, or one other character.
struct Lexeme {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  LexKind kind = LexKind::word;
  Gap gap = Gap::none;
};

/// Cuts a text for the grammars of numbers, dates and figures. Every kind of space counts as one
/// (U+0020, tab, U+00A0, U+2000…U+200A, U+202F); apostrophes and hyphens are symbols.
/// cost: linear in bytes, one pass, no ICU. Ill-formed bytes are symbols.
std::vector<Lexeme> lex(std::string_view text);

/// Lower-case ASCII letters of a word without accents ("Électricité" gives "electricite"; œ gives
/// oe). buffer: room for the result; longer words give an empty view.
class FoldBuffer {
 public:
  std::string_view fold(std::string_view word);

 private:
  char bytes_[48];
};

/// Length in bytes of the UTF-8 character at `at` (1 for an ill-formed byte).
std::size_t character_size(std::string_view text, std::size_t at);

/// True when the character at the start of word is a capital letter.
bool starts_upper(std::string_view word);

}  // namespace repere::corpus::french
