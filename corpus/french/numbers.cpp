// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/numbers.h"

#include <cmath>
#include <optional>

#include "french/number_words.h"
#include "french/numeral_scanner.h"

namespace repere::corpus::french {
namespace {

/// What may follow a cardinal and belongs to it: scales, collectives, fractions, « et demi ».
class NumeralParser : public NumeralScanner {
 public:
  using NumeralScanner::NumeralScanner;

  std::vector<Numeral> parse() {
    std::vector<Numeral> out;
    for (std::uint32_t at = 0; at < size();) {
      const std::uint32_t previous_end = out.empty() ? 0 : out.back().last;
      if (auto numeral = numeral_at(at, previous_end)) {
        at = numeral->last;
        out.push_back(*numeral);
      } else {
        ++at;
      }
    }
    return out;
  }

 private:
  std::optional<Numeral> numeral_at(std::uint32_t at, std::uint32_t previous_end) {
    const LexKind kind = lexeme(at).kind;
    if (kind == LexKind::symbol) return signed_number(at);
    if (kind == LexKind::digits) return finished(digits(at));
    const NumberWord* word = word_at(at);
    if (word == nullptr) return std::nullopt;
    const bool of_percent = word->role == WordRole::hundred && at > 0 && folded(at - 1) == "pour" &&
                            at - 1 == previous_end && previous_end > 0;
    if (of_percent) return std::nullopt;
    if (word->role == WordRole::negative) return negated(at, *word);
    if (word->role == WordRole::part || word->role == WordRole::half) return lone_part(at, *word);
    if (word->role == WordRole::collective) return lone_collective(at, *word);
    if (word->role == WordRole::point) return std::nullopt;
    if (folded(at) == "neuf" && !(at + 1 < size() && lexeme(at + 1).kind == LexKind::word))
      return std::nullopt;
    return finished(words(at));
  }

  std::optional<Numeral> signed_number(std::uint32_t at) {
    const std::string_view sign = slice(at);
    const bool minus = sign == "-" || sign == "−";
    if ((!minus && sign != "+") || at + 1 >= size()) return std::nullopt;
    const bool apart = at == 0 || lexeme(at).gap != Gap::none || slice(at - 1) == "(";
    if (!apart || lexeme(at + 1).kind != LexKind::digits) return std::nullopt;
    if (lexeme(at + 1).gap != Gap::none && at > 0) return std::nullopt;  // a list mark
    auto numeral = finished(digits(at + 1));
    if (!numeral || numeral->ordinal || numeral->chained) return std::nullopt;
    const bool spaced = lexeme(at + 1).gap != Gap::none;
    if (spaced && minus && numeral->last != size()) return std::nullopt;
    numeral->first = at;
    numeral->signed_value = true;
    if (minus) numeral->value = -numeral->value;
    return numeral;
  }

  std::optional<Numeral> negated(std::uint32_t at, const NumberWord& word) {
    if (at + 1 >= size() || lexeme(at + 1).gap == Gap::none) return std::nullopt;
    const bool minus = folded(at).front() == 'm';
    if (minus && at > 0) {
      const std::string_view before = folded(at - 1);
      for (const std::string_view not_minus : {"au", "du", "le", "de", "en", "ou", "pas", "les"})
        if (before == not_minus) return std::nullopt;
    }
    std::optional<Numeral> numeral;
    if (lexeme(at + 1).kind == LexKind::digits) numeral = finished(digits(at + 1));
    const NumberWord* next = word_at(at + 1);
    if (next != nullptr && next->role <= WordRole::scale) numeral = finished(words(at + 1));
    if (!numeral || numeral->ordinal) return std::nullopt;
    numeral->first = at;
    numeral->value *= word.value;
    numeral->signed_value = true;
    numeral->bare_one = false;
    return numeral;
  }

  /// « la moitié », « quart de million », « demi-douzaine ».
  std::optional<Numeral> lone_part(std::uint32_t at, const NumberWord& word) {
    Numeral numeral{at, at + 1, word.value};
    numeral.spelled = numeral.fraction = true;
    const std::uint32_t next = after_hyphen(at + 1);
    const NumberWord* following = word_at(next);
    if (word.role == WordRole::half && following != nullptr &&
        following->role == WordRole::collective) {
      numeral.value *= following->value;
      numeral.last = next + 1;
      numeral.collective = true;
      return numeral;
    }
    if (take_of_scale(numeral)) return numeral;
    if (folded(at) == "moitie") return numeral;
    return std::nullopt;
  }

  std::optional<Numeral> lone_collective(std::uint32_t at, const NumberWord& word) {
    if (word.plural || (at > 0 && folded(at - 1) == "en")) return std::nullopt;
    Numeral numeral{at, at + 1, word.value};
    numeral.spelled = numeral.collective = true;
    take_of_scale(numeral);
    return numeral;
  }

  /// « de millions » after a part or a collective multiplies it.
  bool take_of_scale(Numeral& numeral) {
    std::uint32_t at = numeral.last;
    if (folded(at) == "de" || folded(at) == "d") ++at;
    const NumberWord* scale = word_at(at);
    const bool fits = scale != nullptr && !scale->ordinal &&
                      (scale->role == WordRole::scale ||
                       (scale->role == WordRole::collective && scale->value == 1000));
    if (!fits || !near(at)) return false;
    numeral.value *= scale->value;
    numeral.last = at + 1;
    numeral.scaled = true;
    return true;
  }

  std::optional<Numeral> finished(std::optional<Numeral> numeral) {
    if (!numeral || numeral->ordinal || numeral->chained) return numeral;
    if (take_denominator(*numeral)) return numeral;
    const double before = numeral->value;
    if (!numeral->spelled) take_scale_after_digits(*numeral);
    if (take_collective(*numeral)) return numeral;
    if (numeral->spelled) take_spoken_decimals(*numeral);
    take_and_part(*numeral, before);
    if (numeral->last > numeral->first + 1) numeral->bare_one = false;
    return numeral;
  }

  /// « trois quarts », « un vingt et unième », « 4/5 », « 1 4/5 ».
  bool take_denominator(Numeral& numeral) {
    if (const auto slash = slash_fraction(numeral.last, numeral)) {
      numeral.fraction = numeral.last == slash->first + 1;
      numeral.value += slash->value;
      numeral.last = slash->last;
      return true;
    }
    if (numeral.value < 1 || numeral.value > 99 || numeral.decimals > 0) return false;
    const std::uint32_t at = numeral.last;
    const NumberWord* word = near(at) ? word_at(at) : nullptr;
    if (word == nullptr) return false;
    if ((word->role == WordRole::part && word->value != 0.5) || word->role == WordRole::half) {
      numeral.value *= word->value;
      numeral.last = at + 1;
    } else if (word->role <= WordRole::scale &&
               !(word->role == WordRole::unit && word->value < 3)) {
      const auto below = words(at);
      if (!below || !below->ordinal || below->value < 3) return false;
      numeral.value /= below->value;
      numeral.last = below->last;
    } else {
      return false;
    }
    numeral.fraction = true;
    numeral.bare_one = false;
    take_of_scale(numeral);
    return true;
  }

  bool take_collective(Numeral& numeral) {
    const NumberWord* word = near(numeral.last) ? word_at(numeral.last) : nullptr;
    if (word == nullptr || word->role != WordRole::collective || numeral.scaled) return false;
    numeral.value *= word->value;
    ++numeral.last;
    numeral.collective = true;
    numeral.bare_one = false;
    take_of_scale(numeral);
    return true;
  }

  /// « deux cent virgule cinquante-deux »
  void take_spoken_decimals(Numeral& numeral) {
    if (!near(numeral.last) || folded(numeral.last) != "virgule") return;
    std::uint32_t at = numeral.last + 1;
    double divisor = 1;
    while (near(at) && folded(at) == "zero" && divisor < 1e9) {
      divisor *= 10;
      ++at;
    }
    const NumberWord* word = near(at) ? word_at(at) : nullptr;
    const auto part = word != nullptr && word->role <= WordRole::scale ? words(at) : std::nullopt;
    if (!part || part->ordinal) return;
    for (double rest = part->value; rest >= 1; rest /= 10) divisor *= 10;
    numeral.value += part->value / divisor;
    numeral.last = part->last;
    numeral.bare_one = false;
  }

  /// « et demi », « et trois quarts », « et trois quarts millions »; unscaled: value before scale.
  void take_and_part(Numeral& numeral, double unscaled) {
    std::uint32_t at = numeral.last;
    if (!near(at) || folded(at) != "et" || !near(++at)) return;
    const NumberWord* word = word_at(at);
    if (word == nullptr || numeral.decimals > 0) return;
    Numeral part{at, at + 1, word->value};
    if (word->role == WordRole::unit && !word->ordinal) {
      part = *words(at);
      if (!take_denominator(part)) return;
    } else if (word->role != WordRole::half) {
      return;
    }
    double scale = 1;
    const NumberWord* following = near(part.last) ? word_at(part.last) : nullptr;
    if (following != nullptr && following->role == WordRole::scale) {
      scale = following->value;
      ++part.last;
    } else if (word->role == WordRole::half) {
      scale = last_scale(numeral, unscaled);
    }
    numeral.value += part.value * scale;
    numeral.last = part.last;
  }
};

/// Groups of two digits in a row (« 03 20 30 40 50 ») are a telephone number, not quantities.
void mark_telephones(std::span<const Lexeme> lexemes, std::vector<Numeral>& numerals) {
  const auto pair = [&](const Numeral& n) {
    return n.last == n.first + 1 && n.digit_count == 2 && !n.spelled;
  };
  for (std::size_t at = 0; at < numerals.size();) {
    std::size_t end = at;
    while (end < numerals.size() && pair(numerals[end]) &&
           (end == at || (numerals[end].first == numerals[end - 1].last &&
                          lexemes[numerals[end].first].gap == Gap::space)))
      ++end;
    if (end - at >= 4)
      for (std::size_t i = at; i < end; ++i) numerals[i].chained = true;
    at = std::max(end, at + 1);
  }
}

}  // namespace

std::vector<Numeral> parse_numerals(std::string_view text, std::span<const Lexeme> lexemes) {
  auto numerals = NumeralParser(text, lexemes).parse();
  mark_telephones(lexemes, numerals);
  return numerals;
}

}  // namespace repere::corpus::french
