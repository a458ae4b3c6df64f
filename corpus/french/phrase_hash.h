// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

/// One hash for words and one for phrases, so that a text cut into words finds names of several
/// words without building a string for each try.
namespace repere::corpus {

inline constexpr std::uint64_t empty_word_hash = 0xcbf29ce484222325u;

constexpr std::uint64_t extend_word(std::uint64_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
}

constexpr std::uint64_t word_hash(std::string_view key) {
  std::uint64_t hash = empty_word_hash;
  for (const char letter : key) hash = extend_word(hash, letter);
  return hash;
}

/// The hash of a phrase with one more word; a phrase of no words is 0.
constexpr std::uint64_t extend_phrase(std::uint64_t phrase, std::uint64_t word) {
  phrase = (phrase ^ word) * 0x9E3779B97F4A7C15u;
  return phrase ^ (phrase >> 29);
}

/// The hash of a name_key(): words parted by one space.
constexpr std::uint64_t phrase_hash(std::string_view key) {
  std::uint64_t phrase = 0, word = empty_word_hash;
  for (const char letter : key) {
    if (letter == ' ') {
      phrase = extend_phrase(phrase, word);
      word = empty_word_hash;
    } else {
      word = extend_word(word, letter);
    }
  }
  return extend_phrase(phrase, word);
}

}  // namespace repere::corpus
