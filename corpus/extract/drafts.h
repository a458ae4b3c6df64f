// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/dates.h"
#include "extract/scan.h"
#include "repere/corpus/extraction.h"

namespace repere::corpus {

/// A figure while it is read: what it is, before where and when it is so.
struct Draft {
  std::uint32_t first = 0;  ///< lexemes of the value and its unit
  std::uint32_t last = 0;
  std::uint32_t number = 0;  ///< first lexeme of the value (after an approximator)
  double value = 0;
  std::optional<double> low, high, of, change;
  std::string base;
  std::string unit;
  FigureKind kind = FigureKind::count;
  std::string approx;
  std::string label;        ///< set by a table; else to be read from the sentence
  std::optional<int> year;  ///< set by a table
  /// « à Lille, Lens et Douai (12, 10 et 6 % respectivement) »: its rank in the list of numbers,
  /// their count, and the first lexeme of the list; a count of 0 outside such a list.
  std::uint32_t list_rank = 0, list_size = 0, list_first = 0;
  bool pending = false;  ///< no unit of its own yet
  bool spelled = false;
  bool fractional = false;  ///< has decimals or a sign: a bare one follows a share
};

/// The figures of one block, lexemes [begin, end): numbers with their units, ranges, lists that
/// share a unit, elliptic numbers that take the unit said before.
/// taken: per lexeme, true inside a date or a name. cost: linear in lexemes.
std::vector<Draft> draft_figures(const Scan& scan, std::uint32_t begin, std::uint32_t end,
                                 const std::vector<bool>& taken);

/// find_figures() on a text already cut, whose dates are known.
std::vector<Figure> find_figures(const Report& report, const Scan& scan,
                                 const std::vector<DateRange>& dates,
                                 const std::vector<Entity>& entities);

/// « près de », « environ »… said before lexeme `first` or after `last`; empty when none is.
/// amount: money, a share or a measure, which « autour de » approximates.
std::string approximator(const Scan& scan, std::uint32_t first, std::uint32_t last, bool amount);

/// Fills Draft::change and Draft::base: « une hausse de 12 % par rapport à 2015 ».
void read_change(const Scan& scan, std::uint32_t begin, std::uint32_t end, Draft& draft);

}  // namespace repere::corpus
