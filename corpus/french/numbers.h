// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "french/lexer.h"

namespace repere::corpus::french {

/// A numeral expression as lexemes [first, last).
struct Numeral {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  double value = 0;
  bool ordinal = false;
  bool spelled = false;     ///< holds no digit
  bool bare_one = false;    ///< « un », « une » alone: an article more often than a number
  bool collective = false;  ///< « une trentaine », « trois douzaines », « deux milliers »
  bool fraction = false;    ///< « un tiers », « 3/4 », « la moitié »
  bool signed_value = false;
  bool scaled = false;       ///< a million, M, Md, k … was written
  bool abbreviated = false;  ///< the scale is an abbreviation: M, Md, k, mn
  bool grouped = false;      ///< digits in groups of thousands
  bool chained = false;      ///< part of 1.2.3, 03.20.30…, 12/05/2018: never a quantity
  std::uint8_t decimals = 0;
  std::uint8_t digit_count = 0;  ///< of the integer part when written in digits
};

/// The one grammar of numbers, for reports and for questions.
/// returns: numerals in order, disjoint; « un » and « une » alone are among them (bare_one).
/// cost:    linear in lexemes.
std::vector<Numeral> parse_numerals(std::string_view text, std::span<const Lexeme> lexemes);

}  // namespace repere::corpus::french
