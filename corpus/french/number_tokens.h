// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace repere::corpus {

/// Numbers as search tokens: what is printed in digits. Numbers in words are the figures' part.

/// The end of the number that starts at a digit: its groups of three (parted by a space, a no-break
/// space, a thin space or stops), its decimals, and the ending of an ordinal (« 1er », « 2ème »).
std::size_t number_end(std::string_view text, std::size_t begin);

/// One spelling a value: "10 000" gives "10000", "3,50" gives "3.5", "2ème" gives "2".
std::string canonical_number(std::string_view surface);

/// "XIXe" gives "19"; empty for anything that is not a Roman ordinal in capitals.
std::string roman_ordinal(std::string_view surface);

}  // namespace repere::corpus
