// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "repere/corpus/territories.h"

namespace repere::corpus::gazetteer {

/// Widest first; a merged commune or a municipal arrondissement is the narrowest.
enum class Kind : std::uint8_t {
  country,
  region,
  former_region,
  academy,
  department,
  zone,
  epci,
  arrondissement,
  commune,
  old_commune
};

inline constexpr std::uint32_t none = 0xFFFFFFFFu;

struct Record {
  Territory territory;
  Kind kind = Kind::commune;
  std::uint32_t parent = none;   ///< index in records()
  std::uint32_t epci = none;     ///< of a commune
  std::uint32_t population = 0;  ///< of a commune
};

/// How a territory bears a name, best first.
enum class NameRank : std::uint8_t {
  full,  ///< its name or one people use for it, as written
  bare,  ///< the same without the article
  derived,  ///< what follows « communauté de communes de », « arrondissement de », « académie de »
};

struct Name {
  std::uint64_t hash = 0;  ///< of its name_key()
  std::uint32_t record = 0;
  std::uint32_t next = none;
  NameRank rank = NameRank::full;
};

/// All territories; indexes into this list are what the other functions speak of.
std::span<const Record> records();

/// Index of a code, or none.
std::uint32_t index_of(std::string_view code);

/// The territories that bear a name, in no order. key: a name_key().
std::vector<std::pair<std::uint32_t, NameRank>> named(std::string_view key);

/// The same for the phrase_hash() of a key.
std::vector<std::pair<std::uint32_t, NameRank>> named(std::uint64_t phrase);

/// False when no name begins with these words: what a matcher stops on. phrase: a phrase_hash().
bool may_begin_name(std::uint64_t phrase);

/// The communes of a postcode, in the table's order. postcode: five digits.
std::vector<std::uint32_t> with_postcode(std::string_view postcode);

/// The record, then all that it lies in, narrowest first: EPCI, arrondissement, zones,
/// département, académie, former région, région, France.
std::vector<std::uint32_t> holders(std::uint32_t record);

/// True when record is holder or lies in it.
bool lies_in(std::uint32_t record, std::uint32_t holder);

}  // namespace repere::corpus::gazetteer
