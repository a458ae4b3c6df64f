// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace repere::corpus::french {

enum class WordRole : std::uint8_t {
  unit,        ///< zéro … neuf
  teen,        ///< dix … seize
  ten,         ///< vingt … soixante, septante, octante, huitante, nonante
  hundred,     ///< cent
  thousand,    ///< mille
  scale,       ///< million, milliard, billion
  collective,  ///< dizaine … centaine, millier
  half,        ///< demi
  part,        ///< tiers, quart, moitié: value is the fraction
  point,       ///< virgule
  negative,    ///< moins, négatif
};

struct NumberWord {
  WordRole role = WordRole::unit;
  bool ordinal = false;  ///< « troisième »: value is 3
  bool plural = false;   ///< written with a final s
  double value = 0;
};

/// What a folded word says in a number, or nullptr. Static data; safe from any thread.
const NumberWord* number_word(std::string_view folded);

/// A quick refusal before folding: false when no number word starts like this.
bool may_be_number_word(std::string_view word);

}  // namespace repere::corpus::french
