// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "answer/features.h"

namespace repere::query::answers {

/// The features of a candidate's agreement with what is asked: kind of figure, unit, label, year,
/// territory, the precision of a date, the words that lead a reason.
void add_agreement(const Question& question, const Candidate& candidate, const Passage& passage,
                   Features& out);

/// The year and the place that a candidate holds for: its figure's own, else those of its sentence,
/// else the report's. from_report: said by nothing closer than the report.
struct Setting {
  std::optional<int> year;
  std::string territory;
  bool year_from_report = false, territory_from_report = false;
};
Setting setting_of(const Candidate& candidate, const Passage& passage);

/// True when one holds the other (« DEP-60 » in « REG-32 »), or they are the same.
bool same_or_within(std::string_view inner, std::string_view outer);

}  // namespace repere::query::answers
