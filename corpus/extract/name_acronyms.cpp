// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>

#include "extract/lexicon.h"
#include "extract/name_rules.h"

namespace repere::corpus::names {
namespace {

constexpr std::uint32_t longest_form = 16;  ///< words of a long form, small ones included

bool may_be_acronym(const Words& words, std::uint32_t i) {
  const Token& word = words.tokens[i];
  return word.key_size >= 2 && word.key_size <= 10 && word.shape != Shape::lower &&
         word.shape != Shape::digits;
}

/// True when word i alone stands between parentheses, or is followed by a comma or dash in them.
bool stands_in_parentheses(const Words& words, std::uint32_t i) {
  if ((words.tokens[i].gap & gap_open_paren) == 0) return false;
  if (i + 1 == words.size()) return true;
  return (words.tokens[i + 1].gap & (gap_close_paren | gap_comma | gap_blank_line)) != 0;
}

/// True when the letters of the acronym are the initials of the words, small words taken or left.
bool are_initials(const Words& words, std::uint32_t begin, std::uint32_t end,
                  std::string_view letters) {
  std::size_t at = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::string_view key = words.key(i);
    if (key.empty()) continue;
    if (at < letters.size() && key.front() == letters[at])
      ++at;
    else if (!is_particle(key))
      return false;
  }
  return at == letters.size();
}

/// True when the letters can be read in the words in order, at least half of them as initials:
/// CODEFI.
bool are_syllables(const Words& words, std::uint32_t begin, std::uint32_t end,
                   std::string_view letters) {
  std::size_t at = 0, initials = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::string_view key = words.key(i);
    if (is_particle(key)) continue;
    if (at == letters.size() || key.empty() || key.front() != letters[at]) continue;
    ++at;
    ++initials;
    for (std::size_t k = 1; k < key.size() && at < letters.size() && k < 4 && key[k] == letters[at];
         ++k)
      ++at;
  }
  return at == letters.size() && initials >= 2 && initials * 2 >= letters.size();
}

/// The first word of the long form that ends before word end; end itself when there is none.
std::uint32_t long_form(const Words& words, std::uint32_t end, std::string_view letters) {
  if (letters.ends_with('s') && letters.size() > 3) {
    const auto singular = long_form(words, end, letters.substr(0, letters.size() - 1));
    if (singular != end) return singular;
  }
  std::uint32_t loose = end;
  for (std::uint32_t begin = end; begin > 0 && end - begin < longest_form;) {
    const std::uint16_t gap = begin == end ? 0 : words.tokens[begin].gap;
    if ((gap & ~(inner_gaps | gap_comma | gap_open_quote | gap_close_quote)) != 0) break;
    --begin;
    const std::string_view key = words.key(begin);
    if (key.empty() || key.front() != letters.front()) continue;
    if (are_initials(words, begin, end, letters)) return begin;
    if (loose == end && are_syllables(words, begin, end, letters)) loose = begin;
  }
  return loose;
}

/// « SRADDET (Schéma régional d'aménagement…) »: the words in the parentheses that open at word i.
std::uint32_t closing(const Words& words, std::uint32_t i) {
  for (std::uint32_t end = i + 1; end <= words.size() && end - i <= longest_form; ++end) {
    if (end == words.size() || (words.tokens[end].gap & gap_close_paren) != 0) return end;
    if ((words.tokens[end].gap & (gap_blank_line | gap_open_paren)) != 0) break;
  }
  return i;
}

bool speaks_of_programmes(const Words& words, std::uint32_t i) {
  static constexpr std::string_view cues[] = {"programme",   "programmes", "dispositif",
                                              "dispositifs", "contrats",   "projets",
                                              "plan",        "label"};
  for (std::uint32_t back = 1; back <= 20 && back <= i; ++back)
    if (std::find(std::begin(cues), std::end(cues), words.key(i - back)) != std::end(cues))
      return true;
  return false;
}

/// The class of a long form: that of the tables, of its first word, or, in capitals, of what is
/// about.
bool classify(const Words& words, Definition& found) {
  const Found known = find_known(words, found.acronym);
  if (known.entry != nullptr) return found.cls = known.entry->cls, !known.entry->none;
  const Found form = find_known(words, found.begin);
  if (form.entry != nullptr && form.end == found.end)
    return found.cls = form.entry->cls, !form.entry->none;
  if (class_of_head(words, found.begin, found.cls)) return true;
  static constexpr std::string_view schemes[] = {"preparation", "formation", "marche",   "action",
                                                 "certificat",  "parcours",  "garantie", "prime",
                                                 "bourse",      "titre",     "passeport"};
  if (std::find(std::begin(schemes), std::end(schemes), words.key(found.begin)) !=
      std::end(schemes))
    return found.cls = EntityClass::programme, true;
  if (!words.is_capital(found.begin) || found.end - found.begin < 3) return false;
  found.cls =
      speaks_of_programmes(words, found.begin) ? EntityClass::programme : EntityClass::organisation;
  return true;
}

}  // namespace

std::vector<Definition> find_definitions(const Words& words) {
  std::vector<Definition> out;
  for (std::uint32_t i = 1; i < words.size(); ++i) {
    if ((words.tokens[i].gap & gap_open_paren) == 0) continue;
    Definition found;
    if (may_be_acronym(words, i) && stands_in_parentheses(words, i)) {
      found = {long_form(words, i, words.key(i)), i, i, {}};
    } else if (may_be_acronym(words, i - 1) && words.tokens[i - 1].shape == Shape::upper) {
      const std::uint32_t end = closing(words, i);
      const std::uint32_t begin = end > i ? long_form(words, end, words.key(i - 1)) : end;
      found = {begin < i ? end : begin, end, i - 1, {}};
    }
    if (found.end - found.begin >= 2 && classify(words, found)) out.push_back(found);
  }
  return out;
}

}  // namespace repere::corpus::names
