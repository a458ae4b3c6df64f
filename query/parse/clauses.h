// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/report.h"

namespace repere::query {

enum class ClauseKind : std::uint8_t { words, phrase, prefix, field };
enum class Joint : std::uint8_t { none, any, both, near };  ///< how a clause follows the one before

/// A piece of a query between operators; the text of its words is still to be analysed.
struct Clause {
  ClauseKind kind = ClauseKind::words;
  corpus::ByteRange span;  ///< of its words in the query
  std::string field;       ///< folded name of a field
  Joint joint = Joint::none;
  bool required = false, excluded = false;
};

/// Cuts a query at its operators. hints: what could not be read, in French.
std::vector<Clause> cut_clauses(std::string_view text, std::vector<std::string>& hints);

}  // namespace repere::query
