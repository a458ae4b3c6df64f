// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "repere/query/search.h"

namespace repere::query {

enum class CsvForm : std::uint8_t {
  rfc4180,   ///< comma, CRLF, decimal point, UTF-8
  excel_fr,  ///< semicolon, CRLF, decimal comma, UTF-8 with a byte order mark
};

/// Figures as a table with a header row. A text that a spreadsheet would take for a formula
/// (it begins with = + - @ or a control character) gets an apostrophe before it.
std::string to_csv(const std::vector<FigureHit>& figures, CsvForm form);

}  // namespace repere::query
