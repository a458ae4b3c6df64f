// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/numeral_scanner.h"

#include <algorithm>
#include <cmath>

namespace repere::corpus::french {
namespace {

/// Longest row of digit groups that is one number; a longer one is no quantity.
constexpr std::uint32_t max_groups = 7;

/// Cardinal under construction: « trois cent vingt mille quatre » read word by word.
class Cardinal {
 public:
  bool accepts(const NumberWord& word) const {
    const int low = group_ % 100;
    switch (word.role) {
      case WordRole::unit:
        if (word.value == 0) return empty();
        if (last_ == 10) return word.value >= 7;  // dix-sept, soixante-dix-sept
        return low == 0 || (last_ >= 20 && low % 10 == 0);
      case WordRole::teen:
        return low == 0 || low == 60 || low == 80;
      case WordRole::ten:
        return low == 0 || (low == 4 && word.value == 20);
      case WordRole::hundred:
        return group_ <= 9 && !(group_ == 0 && last_ == 0 && !empty() && closed_);
      case WordRole::thousand:
        return thousands_ == 0;
      case WordRole::scale:
        return word.value < smallest_scale_;
      default:
        return false;
    }
  }

  bool empty() const { return last_ < 0; }
  bool takes_and(const NumberWord& next) const {
    const int low = group_ % 100;
    return (next.value == 1 && low >= 20 && low <= 70 && low % 10 == 0) ||
           (next.value == 11 && low == 60);
  }

  void add(const NumberWord& word) {
    switch (word.role) {
      case WordRole::ten:
        group_ += group_ % 100 == 4 ? 76 : static_cast<int>(word.value);
        break;
      case WordRole::hundred:
        group_ = std::max(group_, 1) * 100;
        break;
      case WordRole::thousand:
        thousands_ = std::max(group_, 1) * 1000;
        group_ = 0;
        break;
      case WordRole::scale:
        value_ += std::max(thousands_ + group_, 1) * word.value;
        smallest_scale_ = word.value;
        thousands_ = group_ = 0;
        break;
      default:
        group_ += static_cast<int>(word.value);
    }
    last_ = static_cast<int>(std::min(word.value, 1e6));
    closed_ = word.value == 0;
  }

  double value() const { return value_ + thousands_ + group_; }

 private:
  double value_ = 0;
  int thousands_ = 0;
  int group_ = 0;
  int last_ = -1;
  bool closed_ = false;
  double smallest_scale_ = 1e18;
};

}  // namespace

std::string_view NumeralScanner::slice(std::uint32_t at) const {
  return text_.substr(lexemes_[at].begin, length(at));
}

std::string_view NumeralScanner::folded(std::uint32_t at) {
  if (at >= size() || lexemes_[at].kind != LexKind::word) return {};
  return buffer_.fold(slice(at));
}

const NumberWord* NumeralScanner::word_at(std::uint32_t at) {
  if (at >= size() || lexemes_[at].kind != LexKind::word) return nullptr;
  return may_be_number_word(slice(at)) ? number_word(buffer_.fold(slice(at))) : nullptr;
}

std::uint32_t NumeralScanner::after_hyphen(std::uint32_t at) const {
  const bool hyphen = at + 1 < size() && glued(at) && (slice(at) == "-" || slice(at) == "‑");
  return hyphen && lexemes_[at + 1].gap <= Gap::newline ? at + 1 : at;
}

std::optional<Numeral> NumeralScanner::words(std::uint32_t at) {
  Cardinal cardinal;
  Numeral numeral{at, at};
  numeral.spelled = true;
  std::uint32_t next = at;
  while (near(next) || next == at) {
    const NumberWord* word = word_at(next);
    if (word == nullptr && !cardinal.empty() && folded(next) == "et") {
      const std::uint32_t after = after_hyphen(next + 1);
      word = near(after) ? word_at(after) : nullptr;
      if (word == nullptr || !cardinal.takes_and(*word)) break;
      next = after;
    }
    if (word == nullptr || !cardinal.accepts(*word)) break;
    const bool hundredth = word->ordinal && word->role >= WordRole::hundred;
    const bool share = hundredth && (word->plural || cardinal.value() == 1);
    if (share && !cardinal.empty()) break;  // « quatre centièmes »
    cardinal.add(*word);
    if (word->role == WordRole::scale) numeral.scaled = true;
    numeral.last = next + 1;
    if (word->ordinal) {
      numeral.ordinal = true;
      break;
    }
    next = after_hyphen(numeral.last);
  }
  if (cardinal.empty()) return std::nullopt;
  numeral.value = cardinal.value();
  numeral.bare_one = numeral.value == 1 && numeral.last == at + 1 && !numeral.ordinal;
  return numeral;
}

std::uint32_t NumeralScanner::chain_end(std::uint32_t at, std::string_view separator) const {
  std::uint32_t end = at + 1;
  for (std::uint32_t groups = 1; groups <= max_groups; ++groups, end += 2)
    if (!glued(end) || slice(end) != separator || !glued(end + 1) || !is_digits(end + 1)) break;
  return end;
}

bool NumeralScanner::thousands(std::uint32_t first, std::uint32_t end) const {
  if (length(first) > 3 || slice(first)[0] == '0' || end > first + 2 * max_groups) return false;
  for (std::uint32_t at = first + 2; at < end; at += 2)
    if (length(at) != 3) return false;
  return true;
}

std::uint32_t NumeralScanner::spaced_groups_end(std::uint32_t at) const {
  std::uint32_t end = at + 1;
  if (length(at) > 3 || slice(at)[0] == '0') return end;
  while (end < at + max_groups && is_digits(end) && lexemes_[end].gap == Gap::space &&
         length(end) == 3)
    ++end;
  return end;
}

double NumeralScanner::digits_value(std::uint32_t first, std::uint32_t end) const {
  double value = 0;
  for (std::uint32_t at = first; at < end; ++at) {
    if (!is_digits(at)) continue;
    for (const char digit : slice(at)) value = std::min(value * 10 + (digit - '0'), 1e300);
  }
  return value;
}

bool NumeralScanner::is_ordinal_suffix(std::uint32_t at) {
  if (!glued(at)) return false;
  const std::string_view word = folded(at);
  for (const std::string_view suffix : {"er", "ers", "re", "res", "ere", "eres", "e", "es", "eme",
                                        "emes", "ieme", "iemes", "nd", "nde"})
    if (word == suffix) return true;
  return false;
}

std::optional<Numeral> NumeralScanner::digits(std::uint32_t at) {
  Numeral numeral{at, at + 1};
  numeral.digit_count = static_cast<std::uint8_t>(std::min<std::size_t>(length(at), 255));
  const bool after_word = glued(at) && at > 0 && lexemes_[at - 1].kind == LexKind::word;
  const bool after_mark =
      glued(at) && at > 1 && glued(at - 1) && lexemes_[at - 1].kind == LexKind::symbol;
  const std::string_view mark = after_mark ? slice(at - 1) : std::string_view{};
  const bool suffix_of_word = after_mark && lexemes_[at - 2].kind == LexKind::word &&
                              (mark == "-" || mark == "+" || mark == "_" || mark == "/");
  const bool mid_chain = after_mark && is_digits(at - 2) && (mark == "." || mark == ":");
  const std::uint32_t dots = chain_end(at, ".");
  const std::uint32_t commas = chain_end(at, ",");
  const bool dotted = dots > at + 1 && thousands(at, dots);
  const bool clock = glued(at + 1) && slice(at + 1) == ":" && is_digits(at + 2) && glued(at + 2);
  const bool odd_chain = dots > at + 3 && !dotted;
  std::uint32_t end = at + 1;
  numeral.chained = after_word || suffix_of_word || mid_chain || clock || odd_chain ||
                    length(at) > 15 || chain_end(at, "/") > at + 3;
  if (!numeral.chained) {
    if (dotted)
      end = dots;
    else if (commas > at + 3 && thousands(at, commas))
      end = commas;
    else
      end = spaced_groups_end(at);
    numeral.grouped = end > at + 1;
  }
  numeral.value = digits_value(at, end);
  numeral.last = end;
  if (numeral.grouped) numeral.digit_count = static_cast<std::uint8_t>(3 * (end - at));
  if (numeral.chained) return numeral;
  if (is_ordinal_suffix(end)) {
    numeral.ordinal = true;
    ++numeral.last;
    return numeral;
  }
  const bool comma = chain_end(end - 1, ",") == end + 2;
  const bool point = !dotted && chain_end(end - 1, ".") == end + 2;
  if ((comma || point) && length(end + 1) <= 15) {
    numeral.decimals = static_cast<std::uint8_t>(length(end + 1));
    numeral.value += digits_value(end + 1, end + 2) / std::pow(10.0, numeral.decimals);
    numeral.last = end + 2;
  }
  return numeral;
}

std::optional<Numeral> NumeralScanner::slash_fraction(std::uint32_t at, const Numeral& before) {
  if (before.spelled || before.decimals > 0 || before.last != at) return std::nullopt;
  std::uint32_t numerator = at;
  const bool mixed =
      is_digits(at) && (lexemes_[at].gap == Gap::space || lexemes_[at].gap == Gap::spaces);
  if (!mixed) numerator = at - 1;
  if (!mixed && (before.last != before.first + 1 || !is_digits(numerator))) return std::nullopt;
  if (chain_end(numerator, "/") != numerator + 3) return std::nullopt;
  const double over = digits_value(numerator, numerator + 1);
  const double under = digits_value(numerator + 2, numerator + 3);
  const bool plain = over >= 1 && over < under && under <= 100 && slice(numerator)[0] != '0' &&
                     slice(numerator + 2)[0] != '0';
  if (!plain || (glued(numerator + 3) && lexemes_[numerator + 3].kind == LexKind::word))
    return std::nullopt;
  Numeral part{numerator, numerator + 3};
  part.value = mixed ? over / under : over / under - before.value;
  return part;
}

double NumeralScanner::abbreviation(std::uint32_t at) {
  const std::string_view word = slice(at);
  const bool starts_name = at + 2 < size() && glued(at + 1) && slice(at + 1) == "." &&
                           !glued(at + 2) && starts_upper(slice(at + 2));
  if (word == "M" || word == "Mio") return starts_name && word == "M" ? 0 : 1e6;
  if (word == "k" || word == "K") return 1e3;
  for (const std::string_view thousand_million :
       {"Md", "Mds", "MD", "MDS", "md", "mds", "Mrd", "Mrds"})
    if (word == thousand_million) return 1e9;
  if (word != "mn" && word != "Mn") return 0;
  std::uint32_t next = at + 1;
  if (folded(next) == "d" || folded(next) == "de") ++next;
  if (next < size() && lexemes_[next].kind == LexKind::symbol && slice(next) != "€") ++next;
  return next < size() && (slice(next) == "€" || folded(next).substr(0, 4) == "euro") ? 1e6 : 0;
}

double NumeralScanner::scale_factor(std::uint32_t at, const Numeral& numeral) {
  if (!near(at) || lexemes_[at].kind != LexKind::word) return 0;
  const NumberWord* word = word_at(at);
  const bool scales = word != nullptr && !word->ordinal &&
                      (word->role == WordRole::scale || word->role == WordRole::thousand ||
                       (word->role == WordRole::hundred && numeral.decimals == 0));
  return scales ? word->value : 0;
}

void NumeralScanner::take_scale_after_digits(Numeral& numeral) {
  const double shift = std::pow(10.0, numeral.decimals);
  const auto scaled = [&](double factor) {  // exact for the decimals that people print
    return std::round(numeral.value * shift) * factor / shift;
  };
  const bool word_next = near(numeral.last) && lexemes_[numeral.last].kind == LexKind::word;
  if (const double factor = word_next ? abbreviation(numeral.last) : 0; factor > 0) {
    numeral.value = scaled(factor);
    numeral.scaled = numeral.abbreviated = true;
    ++numeral.last;
    return;
  }
  double total = 0;
  double rest = 0;
  double below = 1e18;
  for (;;) {
    const double factor = scale_factor(numeral.last, numeral);
    if (factor == 0 || factor >= below) break;
    total += total == 0 ? scaled(factor) : rest * factor;
    rest = 0;
    below = factor;
    numeral.scaled = true;
    const std::uint32_t at = ++numeral.last;
    if (!is_digits(at) || lexemes_[at].gap != Gap::space) break;
    const auto next = digits(at);
    if (!next || next->chained || next->ordinal || next->decimals > 0 || next->value >= factor)
      break;
    rest = next->value;
    numeral.last = next->last;
  }
  if (numeral.scaled) numeral.value = total + rest;
}

double NumeralScanner::last_scale(const Numeral& numeral, double unscaled) {
  if (!numeral.scaled || unscaled <= 0) return 1;
  const NumberWord* word = word_at(numeral.last - 1);
  return word != nullptr && word->role == WordRole::scale ? word->value : 1;
}

}  // namespace repere::corpus::french
