// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace repere::corpus {

/// What a character is to the word scanner.
enum class CharClass : std::uint8_t {
  other,   ///< parts words
  letter,  ///< letters and the digits of other scripts
  digit,   ///< 0 to 9
  extend,  ///< goes on a word but opens none: combining marks, soft hyphen, « ² »
  by_icu,  ///< of a script that writes words without spaces (Thai, Chinese…)
};

/// source: the Unicode property Word_Break (UAX #29) as ICU has it. Within words of the classes
/// letter, digit and extend ICU never breaks, so that runs of them are ICU's words but for the
/// apostrophes, stops and underscores that it keeps inside and we do not.
CharClass char_class(std::uint32_t code);

struct Character {
  std::uint32_t code = 0;
  std::uint8_t size = 1;  ///< bytes
  CharClass kind = CharClass::other;
};

/// The character at a byte offset; an ill-formed byte is one character of the class other.
Character character_at(std::string_view text, std::size_t at);

}  // namespace repere::corpus
