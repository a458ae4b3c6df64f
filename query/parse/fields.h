// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "parse/parsed_query.h"

namespace repere::query {

/// Reads the value of a field (« territoire: », « année: »…) into filters and constraints, or into
/// a hint when it says nothing. field: folded.
void read_field(std::string_view field, std::string_view value, ByteRange span, ParsedQuery& out);

}  // namespace repere::query
