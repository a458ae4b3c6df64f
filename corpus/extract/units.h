// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/scan.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {

/// A unit of the closed list, read at some lexeme.
struct Unit {
  std::string_view name;  ///< canonical: "EUR", "%", "km"…; static
  double factor = 1;      ///< of what was printed: 0.01 for « centimètres »
  FigureKind kind = FigureKind::measure;
  std::uint32_t last = 0;  ///< one past its last lexeme
};

/// The unit printed from lexeme `at`, where a number (of `decimals` decimals) ends.
/// scaled: a million, a thousand or « -aine » stands before, so that « de », « d' » may link.
std::optional<Unit> unit_at(const Scan& scan, std::uint32_t at, const french::Numeral& numeral);

/// A unit printed before its number: « € 12 », « £ 8,10 millions », « cad$ 15 ».
std::optional<Unit> unit_before(const Scan& scan, std::uint32_t first, std::uint32_t& begin);

/// « dépenses », « crédits », « subventions »…: « 51 M de dépenses » are euros.
bool is_money_noun(std::string_view folded);

}  // namespace repere::corpus
