// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/name_tokens.h"
#include "french/prefix_filter.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus::names {

/// A name found in the text: words [begin, end).
struct Mention {
  std::uint32_t begin = 0, end = 0;
  EntityClass cls = EntityClass::organisation;
  bool none = false;           ///< known to be no entity: it only keeps others off its words
  std::string_view name = {};  ///< canonical, when a table gives it; else the surface is the name
  std::string_view code = {};  ///< a territory's
  std::uint32_t size() const { return end - begin; }
};

/// « service public de l'emploi local (SPEL) »: what an acronym stands for in this text.
struct Definition {
  std::uint32_t begin = 0, end = 0;  ///< words of the long form
  std::uint32_t acronym = 0;         ///< its word
  EntityClass cls = EntityClass::organisation;
};

/// What the rules read: the words and what the whole text says of them.
struct Context {
  const Words& words;
  std::uint32_t territory;           ///< of the report, in gazetteer::records(), or gazetteer::none
  std::uint32_t last_place_end = 0;  ///< the word after the last place found
  PrefixFilter lower_seen;  ///< hashes of the words that the text also writes in small letters
};

inline bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  for (const std::string_view known : keys)
    if (known == key) return true;
  return false;
}

/// Small words inside names: « de », « sur », « van ».
bool is_particle(std::string_view key);
/// « le », « du », « aux »: words that bring a noun.
bool is_determiner(std::string_view key);

/// Each rule gives the mention that begins at word i, or one of size 0.
Mention find_territory(const Context& context, std::uint32_t i);
/// The end of the longest name of a territory that begins at word i, a large commune at least; i
/// when none.
std::uint32_t territory_name_end(const Words& words, std::uint32_t i);
Mention find_headed(const Context& context, std::uint32_t i);
Mention find_person(const Context& context, std::uint32_t i);
/// « loi n° 2015-991 du 7 août 2015 », « loi relative à… », « décret du 28 décembre 2016 ».
Mention find_law(const Words& words, std::uint32_t i);
/// « A16 », « RD 940 ».
Mention find_road(const Context& context, std::uint32_t i);
Mention find_unknown(const Context& context, std::uint32_t i);

/// The class that the first word of a long form gives it; false when it names no entity.
bool class_of_head(const Words& words, std::uint32_t begin, EntityClass& cls);

/// The région that a text without territory speaks of most, or gazetteer::none.
std::uint32_t infer_territory(const Words& words);

/// All definitions of the text, in order of their acronym.
std::vector<Definition> find_definitions(const Words& words);

/// The end of the capitalised words that begin at word i, particles between them included.
std::uint32_t capitals_end(const Words& words, std::uint32_t i, std::uint32_t limit);

}  // namespace repere::corpus::names
