// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>
#include <cstdio>

#include "french/numbers.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {
namespace {

ByteRange span_of(const std::vector<french::Lexeme>& lexemes, const french::Numeral& numeral) {
  return {lexemes[numeral.first].begin, lexemes[numeral.last - 1].end};
}

}  // namespace

std::string canonical_number(double value) {
  char digits[48];
  const bool whole = std::fabs(value) < 1e15 && value == std::floor(value);
  const int size = std::snprintf(digits, sizeof digits, whole ? "%.0f" : "%.12g", value);
  return {digits, static_cast<std::size_t>(size)};
}

std::vector<Number> find_numbers(std::string_view text) {
  const auto lexemes = french::lex(text);
  std::vector<Number> out;
  for (const auto& numeral : french::parse_numerals(text, lexemes))
    if (!numeral.bare_one)
      out.push_back({span_of(lexemes, numeral), numeral.value, numeral.ordinal});
  return out;
}

std::vector<NumberTerm> number_terms(std::string_view text) {
  const auto lexemes = french::lex(text);
  std::vector<NumberTerm> out;
  for (const auto& numeral : french::parse_numerals(text, lexemes))
    if (!numeral.bare_one && !numeral.ordinal)
      out.push_back({span_of(lexemes, numeral), canonical_number(numeral.value)});
  return out;
}

}  // namespace repere::corpus
