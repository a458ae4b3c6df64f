// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/name_tokens.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus::names {

/// What a row of the name tables says of its name.
struct Entry {
  EntityClass cls = EntityClass::organisation;
  bool none = false;      ///< a phrase that is no entity, so that nothing in it is taken for one
  std::string_view name;  ///< canonical
};

/// A name of the tables found in a text: words [begin, end).
struct Found {
  std::uint32_t begin = 0, end = 0;
  const Entry* entry = nullptr;
};

/// The longest known name that begins at word i, its letters' case included; entry is null when
/// none. source: the tables of corpus/french/names.
Found find_known(const Words& words, std::size_t i);

/// A given name (« Philippe », « Fatima »). key: one word.
bool is_given_name(std::uint64_t word);

/// An ordinary French word that is also a commune's or a person's name (« marche », « rose »).
bool is_common_word(std::uint64_t word);

}  // namespace repere::corpus::names
