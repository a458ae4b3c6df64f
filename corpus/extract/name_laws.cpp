// SPDX-License-Identifier: GPL-2.0-or-later
// Laws and roads: names that are made of a word and a number or a subject.
#include <algorithm>

#include "extract/name_head_table.h"
#include "extract/name_rules.h"

namespace repere::corpus::names {
namespace {

bool is_link_of_law(std::string_view key) {
  return is_particle(key) ||
         is_one_of(key, {"relative", "portant", "relatif", "visant", "n", "no"});
}

}  // namespace

/// A law: « loi n° 2015-991 du 7 août 2015 », « loi relative à… », « décret du 28 décembre 2016 ».
Mention find_law(const Words& words, std::uint32_t i) {
  const std::string_view key = words.key(i);
  if (!is_one_of(key,
                 {"loi", "lois", "decret", "ordonnance", "directive", "reglement", "circulaire"}))
    return {};
  if (i + 2 >= words.size() || !words.joins(i + 1)) return {};
  const std::string_view next = words.key(i + 1);
  const auto up_to = [&](std::uint32_t budget) {
    std::uint32_t end = i + 1, nouns = 0;
    for (; end < words.size() && end < i + 18 && words.joins(end); ++end) {
      const std::string_view word = words.key(end), before = words.key(end - 1);
      if (is_link_of_law(word)) continue;
      const bool number = words.tokens[end].shape == Shape::digits;
      const bool bound =
          end == i + 1 || number || words.is_capital(end) || is_link_of_law(before) ||
          words.tokens[end - 1].shape == Shape::digits || looks_adjective(word) ||
          is_one_of(before,
                    {"nouvelle", "nouvelles", "nouveau", "grande", "haute", "meilleure", "libre"});
      if (!bound || (++nouns > budget && !number)) break;
    }
    while (end > i + 1 && is_link_of_law(words.key(end - 1))) --end;
    return end;
  };
  const bool law = key.starts_with("loi");
  if (next == "n" || next == "no") return {i, up_to(4), EntityClass::law};
  if (next == "du" && words.tokens[i + 2].shape == Shape::digits)
    return {i, i + (i + 5 <= words.size() ? 5u : 3u), EntityClass::law};
  if (law && is_one_of(next, {"relative", "portant"})) return {i, up_to(5), EntityClass::law};
  if (law && is_one_of(next, {"pour", "sur"}) &&
      is_one_of(words.key(i + 2), {"la", "l", "le", "les", "une"}))
    return {i, up_to(4), EntityClass::law};
  if (law && is_one_of(next, {"d", "de"}) &&
      is_one_of(words.key(i + 2), {"orientation", "finances", "financement", "programmation",
                                   "modernisation", "transition", "refondation", "habilitation"}))
    return {i, up_to(4), EntityClass::law};
  if (law && words.tokens[i + 1].shape == Shape::digits) return {};
  if (law && words.is_capital(i + 1)) return {i, capitals_end(words, i + 1, 3), EntityClass::law};
  if (law && next == "de" && words.tokens[i + 2].shape == Shape::digits && i + 4 < words.size() &&
      is_one_of(words.key(i + 3), {"pour", "sur", "relative"}))
    return {i, up_to(4), EntityClass::law};
  return {};
}

Mention find_road(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  const std::string_view key = words.key(i);
  const Token& word = words.tokens[i];
  if (word.shape != Shape::upper || key.empty()) return {};
  const std::size_t letters = key.find_first_of("0123456789");
  static constexpr std::string_view kinds[] = {"a", "n", "d", "rn", "rd", "rnil", "e"};
  const auto known = [&](std::string_view kind) {
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
  };
  const auto all_digits = [](std::string_view text) {
    return text.find_first_not_of("0123456789") == text.npos;
  };
  if (letters != key.npos && letters > 0 && key.size() - letters <= 4 &&
      known(key.substr(0, letters)) && all_digits(key.substr(letters)))
    return {i, i + 1, EntityClass::infrastructure};
  const bool apart = letters == key.npos && known(key) && key != "e" && i + 1 < words.size() &&
                     words.joins(i + 1) && words.tokens[i + 1].shape == Shape::digits &&
                     words.tokens[i + 1].key_size <= 4 && key.size() <= 2 &&
                     (key.size() == 2 || (i > 0 && (words.tokens[i].gap & gap_apostrophe) != 0));
  return apart ? Mention{i, i + 2, EntityClass::infrastructure} : Mention{};
}

}  // namespace repere::corpus::names
