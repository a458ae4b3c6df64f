// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/scan.h"

#include <algorithm>

namespace repere::corpus {

Scan::Scan(std::string_view text)
    : text_(text),
      lexemes_(french::lex(text)),
      numerals_(french::parse_numerals(text, lexemes_)),
      starts_(lexemes_.size(), -1) {
  for (std::size_t i = 0; i < numerals_.size(); ++i)
    starts_[numerals_[i].first] = static_cast<int>(i);
}

std::string_view Scan::folded(std::uint32_t at) const {
  if (at != folded_at_) {
    folded_ = is_word(at) ? buffer_.fold(slice(at)) : std::string_view{};
    folded_at_ = at;
  }
  return folded_;
}

bool Scan::folded_in(std::uint32_t at, std::initializer_list<std::string_view> words) const {
  const std::string_view word = folded(at);
  return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

bool Scan::same(std::uint32_t at, std::string_view word) const {
  if (word == "'") return is_apostrophe(at);
  return is_word(at) ? folded(at) == word : slice(at) == word;
}

bool Scan::preceded_by(std::uint32_t end, std::span<const std::string_view> words) const {
  if (end < words.size() || !same(end - 1, words.back())) return false;
  return matches(end - static_cast<std::uint32_t>(words.size()), words);
}

bool Scan::matches(std::uint32_t at, std::span<const std::string_view> words) const {
  for (const std::string_view word : words)
    if (!same(at++, word)) return false;
  return true;
}

std::uint32_t Scan::lexeme_from(std::uint32_t byte) const {
  const auto found =
      std::partition_point(lexemes_.begin(), lexemes_.end(),
                           [byte](const french::Lexeme& lexeme) { return lexeme.begin < byte; });
  return static_cast<std::uint32_t>(found - lexemes_.begin());
}

}  // namespace repere::corpus
