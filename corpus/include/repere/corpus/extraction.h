// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/report.h"

namespace repere::corpus {

/// All offsets of this file are bytes of the text that was given (a report's clean text).

struct Number {
  ByteRange span;
  double value = 0;
  bool ordinal = false;
};

/// A number as search knows it: « 10000 », « 10 000 » and « dix mille » share the term "10000",
/// « 2,2 Md€ » and « 2 200 M€ » "2200000000", « 12,5 % » "12.5".
struct NumberTerm {
  ByteRange span;
  std::string term;
};

enum class FigureKind : std::uint8_t { money, percent, count, measure, duration, range };
/// Where a figure's year or place was read: beside it, or inherited from further up.
enum class Origin : std::uint8_t { none, sentence, list, heading, report };

/// A value with what it counts, where, when, how surely.
struct Figure {
  ByteRange span;    ///< the value and its unit as printed
  double value = 0;  ///< multipliers applied; of a range, its low end
  std::optional<double> low, high;
  std::string unit;  ///< EUR % points m km m2 ha t …, else the counted noun phrase
  FigureKind kind = FigureKind::count;
  std::string approx;  ///< « près de », « environ »… or empty
  std::string label;   ///< what is counted, at most 15 words
  std::optional<int> year;
  Origin year_from = Origin::none;
  std::string territory;  ///< code, or empty when only a name is known
  std::string territory_name;
  Origin territory_from = Origin::none;
  std::optional<double> change;  ///< signed change, in percent, where said
  std::string base;              ///< « par rapport à 2015 », where said
  std::optional<double> of;      ///< the whole of « X sur Y »
  ByteRange sentence;
  int section = 0;
};

enum class EntityClass : std::uint8_t {
  person,
  organisation,
  place,
  programme,
  law,
  event,
  infrastructure
};

struct Entity {
  ByteRange span;
  EntityClass cls = EntityClass::organisation;
  std::string name;  ///< canonical form
  std::string code;  ///< a place's official code, else empty
};

/// A date or period, both ends included, ISO 8601 ("2016-09-01").
struct DateSpan {
  ByteRange span;
  std::string from, to;
};

struct Extraction {
  std::vector<Number> numbers;  ///< each list in text order
  std::vector<Figure> figures;
  std::vector<Entity> entities;
  std::vector<DateSpan> dates;
};

/// Everything the house reads in a report. cost: linear in bytes. Safe from any thread.
Extraction extract(const Report& report);

/// The parts, for questions and tests; offsets into text.
std::vector<Number> find_numbers(std::string_view text);

/// The canonical terms of the quantities of a text or a question, in order and disjoint; ordinals
/// and the articles « un », « une » are none. cost: linear in bytes, without ICU.
std::vector<NumberTerm> number_terms(std::string_view text);

/// The term of a value: decimal digits, a point, no group marks, no trailing zeros.
std::string canonical_number(double value);

std::vector<DateSpan> find_dates(std::string_view text, std::optional<int> default_year = {});
std::vector<Figure> find_figures(const Report& report, const std::vector<Entity>& entities);
std::vector<Entity> find_entities(const Report& report);

std::string_view to_string(FigureKind kind);
std::string_view to_string(Origin origin);
std::string_view to_string(EntityClass cls);
std::string_view to_string(SectionKind kind);

}  // namespace repere::corpus
