// SPDX-License-Identifier: GPL-2.0-or-later
// What no table and no head noun names: the little that capitals and the words before them say.
#include <algorithm>

#include "extract/lexicon.h"
#include "extract/name_rules.h"

namespace repere::corpus::names {
namespace {

/// « XIV », « XVIIIe », « XXIème ».
bool is_number_word(std::string_view key) {
  for (const std::string_view end : {"eme", "e"})
    if (key.size() > end.size() && key.ends_with(end)) {
      key.remove_suffix(end.size());
      break;
    }
  return !key.empty() && key.find_first_not_of("ivxlcdm") == key.npos;
}

bool is_upper_neighbour(const Words& words, std::uint32_t i, std::uint32_t other) {
  return words.joins(std::max(i, other)) && words.tokens[other].shape == Shape::upper &&
         words.tokens[other].key_size > 1;
}

/// « le SDIS », « de l'UEFA »: an acronym that an article brings is some body.
Mention bare_acronym(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  const Token& word = words.tokens[i];
  if (word.key_size < 3 || word.key_size > 7 || i == 0 || !words.joins(i)) return {};
  if (is_number_word(words.key(i)) ||
      words.key(i).find_first_of("0123456789") != std::string_view::npos)
    return {};
  if (is_upper_neighbour(words, i, i - 1)) return {};
  if (i + 1 < words.size() && is_upper_neighbour(words, i, i + 1)) return {};
  if (words.tokens[i - 1].shape != Shape::lower || !is_determiner(words.key(i - 1))) return {};
  if (context.lower_seen.may_hold(word.hash)) return {};
  const std::uint32_t end = capitals_end(words, i, 2);
  const bool other = end > i + 1 && (find_territory(context, end - 1).size() > 0 ||
                                     find_known(words, i + 1).entry != nullptr);
  return {i, other || end > i + 2 ? i + 1 : end, EntityClass::organisation};
}

/// « POP School »: a word in capitals beside one with a capital.
Mention capitals_and_capital(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  if (words.tokens[i].shape != Shape::upper || words.tokens[i].key_size < 2 ||
      i + 1 >= words.size())
    return {};
  const Token& next = words.tokens[i + 1];
  if (next.gap != gap_space || next.shape != Shape::capital || is_number_word(words.key(i)))
    return {};
  if (i > 0 && is_upper_neighbour(words, i, i - 1)) return {};
  if (context.lower_seen.may_hold(next.hash) || context.lower_seen.may_hold(words.tokens[i].hash))
    return {};
  if (find_known(words, i + 1).entry != nullptr || find_territory(context, i + 1).size() > 0)
    return {};
  return {i, i + 2, EntityClass::organisation};
}

/// « la Région », « le Département »: with a capital and alone, its elected council.
Mention elected_council(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  const bool region = words.key(i) == "region", department = words.key(i) == "departement";
  if ((!region && !department) || words.tokens[i].shape != Shape::capital || i == 0 ||
      !words.joins(i))
    return {};
  if (!is_one_of(words.key(i - 1), {"la", "le", "de", "du", "et", "par"}) ||
      words.tokens[i - 1].shape != Shape::lower)
    return {};
  const bool more = i + 1 < words.size() && words.joins(i + 1) &&
                    (words.is_capital(i + 1) ||
                     is_one_of(words.key(i + 1), {"de", "d", "du", "des", "academique"}));
  if (more) return {};
  return {i,
          i + 1,
          EntityClass::organisation,
          false,
          region ? "Conseil régional" : "Conseil départemental",
          {}};
}

bool brings_place(std::string_view key) {
  return is_one_of(key, {"a", "vers", "ville", "commune", "village", "region", "province", "ile",
                         "vallee", "quartier", "quartiers", "communes", "villes", "capitale",
                         "royaume", "comte", "duche", "empire"});
}

/// « à Tombouctou », « la province Shaanxi ».
Mention place_after_word(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  const Token& word = words.tokens[i];
  if (i == 0 || words.starts_sentence(i) || !words.joins(i) || word.shape != Shape::capital ||
      word.key_size < 3)
    return {};
  if (!brings_place(words.key(i - 1)) || words.tokens[i - 1].shape != Shape::lower) return {};
  if (is_given_name(word.hash) || is_common_word(word.hash) ||
      context.lower_seen.may_hold(word.hash))
    return {};
  if (find_headed(context, i).size() > 0) return {};
  return {i, capitals_end(words, i, 3), EntityClass::place};
}

}  // namespace

bool is_particle(std::string_view key) {
  return is_one_of(key, {"de",  "du",   "des", "d",   "la",  "le", "les", "l",    "et",  "en",
                         "sur", "sous", "lez", "les", "a",   "au", "aux", "pour", "par", "dans",
                         "of",  "the",  "and", "un",  "une", "y",  "von", "van",  "der", "und"});
}

bool is_determiner(std::string_view key) {
  return is_one_of(
      key, {"le",  "la",  "l",    "les", "du",    "des", "au", "aux",  "de",    "d",     "un",
            "une", "par", "avec", "ce",  "cette", "son", "sa", "leur", "notre", "chaque"});
}

std::uint32_t capitals_end(const Words& words, std::uint32_t i, std::uint32_t limit) {
  std::uint32_t end = i, taken = 0;
  for (std::uint32_t at = i; at < words.size() && taken < limit && at <= end + 2; ++at) {
    if (at > i && !words.joins(at)) break;
    if (words.is_capital(at)) {
      end = at + 1;
      ++taken;
    } else if (words.key(at) == "et") {
      if (at + 1 >= words.size() || !words.is_capital(at + 1)) break;
    } else if (!is_one_of(words.key(at), {"de", "du", "des", "d", "la", "l", "of", "the"})) {
      break;
    }
  }
  return end;
}

Mention find_unknown(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  if (words.tokens[i].shape == Shape::upper) {
    if (const Mention acronym = bare_acronym(context, i); acronym.size() > 0) return acronym;
  }
  if (const Mention council = elected_council(context, i); council.size() > 0) return council;
  if (const Mention brand = capitals_and_capital(context, i); brand.size() > 0) return brand;
  if (const Mention place = place_after_word(context, i); place.size() > 0) return place;
  // A brand has its capital inside (« Bpifrance » has not, « BlaBlaCar » has), or a word in
  // capitals beside another.
  const bool mixed = words.tokens[i].shape == Shape::mixed && words.tokens[i].key_size > 3 &&
                     words.key(i).find_first_of("0123456789") == std::string_view::npos &&
                     !is_number_word(words.key(i));
  if (mixed) return {i, capitals_end(words, i, 3), EntityClass::organisation};
  return {};
}

}  // namespace repere::corpus::names
