// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text_roles.h"

namespace repere::corpus {

/// Whether a text is one figure and nothing else (« 15 918 695 », « 12,5 % »).
bool is_figure_only(std::string_view text);

/// Whether labels and figures that stand in two columns belong together: as many of each, and every
/// line called « total » (or « net ») is the sum (or difference) of lines above it.
/// Rounding may cost one unit a term.
bool sums_agree(const std::vector<std::string>& labels, const std::vector<double>& figures);

/// Marks the rows of tables: label and figure on one line, or apart and paired again when
/// sums_agree. Labels of a drawing are rows without a figure.
/// notes: says which tables stay apart.
void find_tables(std::vector<Unit>& units, std::vector<std::string>& notes);

}  // namespace repere::corpus
