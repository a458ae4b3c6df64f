// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "extract/dates.h"

namespace repere::corpus {

/// 1…12 for a folded French month, or 0.
int month_of(std::string_view folded);
bool weekday(std::string_view folded);
int month_days(int year, int month);
bool is_valid(const Day& day);

/// The value of some decimal digits; 0 past nine of them.
int number_of(std::string_view digits);

/// Words that count nothing and are counted by nothing: articles, prepositions, pronouns,
/// auxiliaries, common verbs and adverbs. folded.
bool is_grammatical(std::string_view folded);

/// « km », « m », « ha »… as printed: a number before is no year.
bool is_unit_letter(std::string_view printed);

}  // namespace repere::corpus
