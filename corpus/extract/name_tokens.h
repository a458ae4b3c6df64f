// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/report.h"

namespace repere::corpus::names {

/// How a word is written.
enum class Shape : std::uint8_t { lower, capital, upper, mixed, digits };

/// What stands between a word and the one before it: bits of Token::gap.
enum Gap : std::uint16_t {
  gap_space = 1,
  gap_hyphen = 2,
  gap_apostrophe = 4,
  gap_newline = 8,
  gap_blank_line = 16,
  gap_comma = 32,
  gap_stop = 64,
  gap_colon = 128,
  gap_open_quote = 256,
  gap_close_quote = 512,
  gap_open_paren = 1024,
  gap_close_paren = 2048,
  gap_slash = 4096,
  gap_bullet = 8192,
  gap_other = 16384
};

/// Gaps that a name may have inside.
inline constexpr std::uint16_t inner_gaps =
    gap_space | gap_hyphen | gap_apostrophe | gap_newline | gap_slash;

/// A word of the text: letters and digits, cut at apostrophes, hyphens and all else.
struct Token {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  std::uint32_t key_begin = 0;       ///< in Words::keys
  std::uint16_t key_size = 0;
  std::uint16_t gap = 0;   ///< bits of Gap; of the first word, gap_blank_line
  std::uint64_t hash = 0;  ///< of the key: word_hash()
  std::uint64_t stem = 0;  ///< of the key without its plural mark: plural_hash()
  Shape shape = Shape::lower;
};

/// The words of a text with their keys (lower case, no accents).
struct Words {
  std::string_view text;
  std::string keys;
  std::vector<Token> tokens;

  std::string_view key(std::size_t i) const {
    return std::string_view(keys).substr(tokens[i].key_begin, tokens[i].key_size);
  }
  std::string_view surface(std::size_t i) const {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
  std::size_t size() const { return tokens.size(); }
  /// « à », not the verb « a », whose key is the same.
  bool is_preposition_a(std::size_t i) const { return key(i) == "a" && surface(i) != "a"; }
  bool is_capital(std::size_t i) const {
    return tokens[i].shape == Shape::capital || tokens[i].shape == Shape::upper ||
           tokens[i].shape == Shape::mixed;
  }
  /// True when nothing but inner gaps stands before word i, so that a name may run over it.
  bool joins(std::size_t i) const { return (tokens[i].gap & ~inner_gaps) == 0; }
  /// True where a capital letter says nothing: the start of a sentence, a list item, a heading.
  bool starts_sentence(std::size_t i) const {
    return (tokens[i].gap & (gap_blank_line | gap_stop | gap_bullet)) != 0;
  }
};

/// word_hash() of a key without its plural: « régionaux » and « régional », « plans » and « plan »
/// meet.
std::uint64_t plural_hash(std::string_view key);

/// Cuts a text into words. cost: linear in bytes.
Words cut_words(std::string_view text);

}  // namespace repere::corpus::names
