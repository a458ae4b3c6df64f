// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extract/drafts.h"
#include "extract/scan.h"

namespace repere::corpus {

/// What a figure counts or measures, in at most 15 words of its sentence: the noun phrase and what
/// follows for a count, the words before for an amount. heading: used when the sentence says
/// little. sentence: lexemes [begin, end). taken: per lexeme, true inside a date.
std::string make_label(const Scan& scan, const Draft& draft, std::uint32_t begin, std::uint32_t end,
                       const std::vector<bool>& taken, std::string_view heading);

}  // namespace repere::corpus
