// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "extract/drafts.h"
#include "extract/scan.h"
#include "repere/corpus/report.h"

namespace repere::corpus {

struct TableCell {
  int block = 0;
  Draft draft;  ///< label set
};

/// Numbers whose unit and label stand in a table's rows and header rather than in a sentence:
/// « Nombre de réunions 11 », columns of labels and numbers that came apart, a header « (en M€) ».
/// A total that agrees with the prose only in another unit proves the header wrong: the proof wins.
std::vector<TableCell> table_cells(const Report& report, const Scan& scan);

}  // namespace repere::corpus
