// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "report_builder.h"
#include "text_lines.h"
#include "text_roles.h"

namespace repere::corpus {

/// Opens the sections of a report and puts its units in them.
void write_sections(const std::vector<Unit>& units, const Outline& outline, ReportBuilder& builder);

/// The whole way from printed lines to sections; what there is to say goes to the report's notes.
void structure_lines(const std::vector<TextLine>& lines, const RepairContext& context,
                     ReportBuilder& builder);

}  // namespace repere::corpus
