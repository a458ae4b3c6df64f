// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/scan.h"

namespace repere::corpus {

/// What a number counts, as printed: lexemes [first, last), at most six words.
struct Counted {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The noun phrase that starts at lexeme `at`, just after `numeral`; none when the words there
/// are a verb, a preposition, a name…
std::optional<Counted> counted_at(const Scan& scan, std::uint32_t at,
                                  const french::Numeral& numeral);

/// The plural noun (and its adjectives) that ends just before lexeme `end`: « les jeunes (17) ».
std::optional<Counted> counted_before(const Scan& scan, std::uint32_t end);

/// One line, one space between words, no hyphen of a line end.
std::string phrase(const Scan& scan, std::uint32_t first, std::uint32_t last);

/// True for a number that names rather than counts: « article 12 », « RN 2 », « n° 4 », « (62) »,
/// a postcode, a street number, a page.
bool is_reference(const Scan& scan, const french::Numeral& numeral);

}  // namespace repere::corpus
