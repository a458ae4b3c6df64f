// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/extraction.h"

namespace repere::corpus {

Extraction extract(const Report& report) {
  Extraction out;
  out.numbers = find_numbers(report.text);
  out.dates = find_dates(report.text, report.year);
  out.entities = find_entities(report);
  out.figures = find_figures(report, out.entities);
  return out;
}

}  // namespace repere::corpus
