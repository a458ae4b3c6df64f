// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "french/lexer.h"
#include "french/numbers.h"
#include "repere/corpus/report.h"

namespace repere::corpus {

/// A text cut once for all the extractors: lexemes, numerals, and questions about both.
/// An index past the end is answered with « no » or an empty view. One thread an object.
class Scan {
 public:
  explicit Scan(std::string_view text);

  std::string_view text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(lexemes_.size()); }
  const std::vector<french::Lexeme>& lexemes() const { return lexemes_; }
  const std::vector<french::Numeral>& numerals() const { return numerals_; }
  const french::Numeral& numeral(int index) const {
    return numerals_[static_cast<std::size_t>(index)];
  }

  /// The numeral that starts at this lexeme, or -1.
  int numeral_at(std::uint32_t at) const { return at < size() ? starts_[at] : -1; }

  bool is_word(std::uint32_t at) const { return kind_is(at, french::LexKind::word); }
  bool is_digits(std::uint32_t at) const { return kind_is(at, french::LexKind::digits); }
  bool is_symbol(std::uint32_t at) const { return kind_is(at, french::LexKind::symbol); }
  bool is_apostrophe(std::uint32_t at) const { return is(at, "'") || is(at, "’"); }
  bool is_hyphen(std::uint32_t at) const { return is(at, "-") || is(at, "‑"); }
  bool is_dash(std::uint32_t at) const { return is_hyphen(at) || is(at, "–") || is(at, "−"); }
  bool glued(std::uint32_t at) const {
    return at < size() && lexemes_[at].gap == french::Gap::none;
  }
  /// In the same paragraph as the lexeme before.
  bool near(std::uint32_t at) const {
    return at < size() && lexemes_[at].gap != french::Gap::blank_line;
  }

  std::string_view slice(std::uint32_t at) const {
    return at < size() ? text_.substr(lexemes_[at].begin, lexemes_[at].end - lexemes_[at].begin)
                       : std::string_view{};
  }
  /// As printed, exactly.
  bool is(std::uint32_t at, std::string_view printed) const { return slice(at) == printed; }
  /// Folded word; valid until the next call. Empty for digits and symbols.
  std::string_view folded(std::uint32_t at) const;
  bool folded_is(std::uint32_t at, std::string_view word) const { return folded(at) == word; }
  bool folded_in(std::uint32_t at, std::initializer_list<std::string_view> words) const;
  /// The folded words (or symbols as printed; ' for both apostrophes) end just before `end`.
  bool preceded_by(std::uint32_t end, std::span<const std::string_view> words) const;
  bool matches(std::uint32_t at, std::span<const std::string_view> words) const;
  bool matches(std::uint32_t at, std::initializer_list<std::string_view> words) const {
    return matches(at, std::span(words.begin(), words.size()));
  }

  ByteRange span(std::uint32_t first, std::uint32_t last) const {
    return {lexemes_[first].begin, lexemes_[last - 1].end};
  }
  /// The first lexeme that starts at or after a byte.
  std::uint32_t lexeme_from(std::uint32_t byte) const;

 private:
  bool kind_is(std::uint32_t at, french::LexKind kind) const {
    return at < size() && lexemes_[at].kind == kind;
  }
  bool same(std::uint32_t at, std::string_view word) const;

  std::string_view text_;
  std::vector<french::Lexeme> lexemes_;
  std::vector<french::Numeral> numerals_;
  std::vector<int> starts_;
  mutable french::FoldBuffer buffer_;
  mutable std::uint32_t folded_at_ = 0xffffffff;  ///< whose fold the buffer holds
  mutable std::string_view folded_;
};

}  // namespace repere::corpus
