// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "french/lexer.h"
#include "french/number_words.h"
#include "french/numbers.h"

namespace repere::corpus::french {

/// The two ways to write a plain number, digits and words, over a row of lexemes.
/// Every look ahead is bounded by the grammar, so that a whole text is linear.
class NumeralScanner {
 public:
  NumeralScanner(std::string_view text, std::span<const Lexeme> lexemes)
      : text_(text), lexemes_(lexemes) {}

 protected:
  std::uint32_t size() const { return static_cast<std::uint32_t>(lexemes_.size()); }
  const Lexeme& lexeme(std::uint32_t at) const { return lexemes_[at]; }
  std::string_view slice(std::uint32_t at) const;
  /// The folded word at `at`; empty for anything else. Valid until the next call.
  std::string_view folded(std::uint32_t at);
  const NumberWord* word_at(std::uint32_t at);
  /// True when the lexeme at `at` follows in the same paragraph.
  bool near(std::uint32_t at) const { return at < size() && lexemes_[at].gap != Gap::blank_line; }
  /// The lexeme after a glued hyphen at `at`, or `at` itself.
  std::uint32_t after_hyphen(std::uint32_t at) const;

  /// A number in digits, grouped or not, with decimals; without sign and scale.
  std::optional<Numeral> digits(std::uint32_t at);
  /// A number in words, cardinal or ordinal.
  std::optional<Numeral> words(std::uint32_t at);
  /// « 3/4 » at `at`, for a numeral that ends there (mixed) or is its numerator.
  std::optional<Numeral> slash_fraction(std::uint32_t at, const Numeral& before);
  /// « 3 millions 500 000 », « 4 mille 3 cents », « 2,2 Md », « 10k ».
  void take_scale_after_digits(Numeral& numeral);
  /// Value of the last scale word of a numeral (1 when it has none).
  double last_scale(const Numeral& numeral, double unscaled);

 private:
  bool glued(std::uint32_t at) const { return at < size() && lexemes_[at].gap == Gap::none; }
  bool is_digits(std::uint32_t at) const {
    return at < size() && lexemes_[at].kind == LexKind::digits;
  }
  std::size_t length(std::uint32_t at) const { return lexemes_[at].end - lexemes_[at].begin; }
  std::uint32_t chain_end(std::uint32_t at, std::string_view separator) const;
  bool thousands(std::uint32_t first, std::uint32_t end) const;
  std::uint32_t spaced_groups_end(std::uint32_t at) const;
  double digits_value(std::uint32_t first, std::uint32_t end) const;
  bool is_ordinal_suffix(std::uint32_t at);
  double abbreviation(std::uint32_t at);
  double scale_factor(std::uint32_t at, const Numeral& numeral);

  std::string_view text_;
  std::span<const Lexeme> lexemes_;
  FoldBuffer buffer_;
};

}  // namespace repere::corpus::french
