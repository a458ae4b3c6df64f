// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/name_tokens.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus::names {

/// What has to follow a head for it to name something.
enum class Needs : std::uint8_t {
  any,    ///< a complement, in small letters too: « ministère de la justice »
  level,  ///< a word of level (« régional », « national »), then a complement or a capital
  proper,  ///< a capital, directly or after « de »: « stade Bollaert », « université de Lille »
  apposed,      ///< a capital directly after it, no « de »: « groupe Weldom », « bateau … »
  capital,      ///< as proper, the head itself with a capital: « Forum de… »
  capital_any,  ///< a complement, the head with a capital: « Commissaire spécial à… »
};

struct Head {
  std::string_view word;
  EntityClass cls;
  Needs needs;
  std::uint8_t budget;  ///< words in small letters that its complement may hold
};

/// The head that a word is, in either number, or nullptr.
const Head* head_of(const Token& word);

/// A word in small letters that qualifies the noun before it, by its ending.
bool looks_adjective(std::string_view key);

}  // namespace repere::corpus::names
