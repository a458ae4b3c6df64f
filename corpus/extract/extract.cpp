// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/dates.h"
#include "extract/drafts.h"
#include "extract/scan.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {

Extraction extract(const Report& report) {
  const Scan scan(report.text);
  const auto dates = find_date_ranges(scan, report.year);
  Extraction out;
  for (const auto& numeral : scan.numerals())
    if (!numeral.bare_one)
      out.numbers.push_back(
          {scan.span(numeral.first, numeral.last), numeral.value, numeral.ordinal});
  out.dates = to_spans(scan, dates);
  out.entities = find_entities(report);
  out.figures = find_figures(report, scan, dates, out.entities);
  return out;
}

}  // namespace repere::corpus
