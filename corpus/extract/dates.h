// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/scan.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {

struct Day {
  int year = 0, month = 0, day = 0;
};

/// How a date bears on what the sentence says.
enum class DateUse : std::uint8_t {
  point,   ///< « en 2016 », « fin 2017 », « à l'horizon 2025 »: when it is so
  since,   ///< « depuis 2010 », « à compter du 1er mai 2016 »
  until,   ///< « jusqu'en 2020 », « avant 2015 »
  period,  ///< « 2014-2020 », « entre 2010 et 2015 »
};

/// A date or period over lexemes [first, last), both days included.
struct DateRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Day from, to;
  DateUse use = DateUse::point;
  bool year_said = true;  ///< false when the year was taken from the text before
};

/// Dates and periods in order, disjoint. default_year: for « le 26 janvier » before any year.
/// cost: linear in lexemes.
std::vector<DateRange> find_date_ranges(const Scan& scan, std::optional<int> default_year);

/// The same as spans of the text, in ISO 8601.
std::vector<DateSpan> to_spans(const Scan& scan, const std::vector<DateRange>& dates);

}  // namespace repere::corpus
