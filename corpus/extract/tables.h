// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "extract/dates.h"
#include "extract/drafts.h"
#include "extract/scan.h"
#include "repere/corpus/report.h"

namespace repere::corpus {

struct TableCell {
  int block = 0;
  Draft draft;  ///< label set
};

/// Numbers whose unit and label stand in a table's rows and header rather than in a sentence:
/// « Nombre de réunions 11 », a header « (en M€) », a first row of years.
/// A total that agrees with the prose only in another unit proves the header wrong: the proof wins.
/// cost: linear; at most some hundred tables of a report are checked against its prose.
std::vector<TableCell> table_cells(const Report& report, const Scan& scan,
                                   const std::vector<DateRange>& dates,
                                   const std::vector<bool>& taken);

}  // namespace repere::corpus
