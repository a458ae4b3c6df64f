// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "answer/question.h"

namespace repere::query {

/// A noun that tells what kind of answer is asked for: « budget », « commune », « directeur ».
struct TypeNoun {
  std::string_view noun;  ///< folded, singular
  AnswerType type;
  int strength;  ///< 3: names the type outright (« nombre »), 2: nearly always, 1: a hint
  std::string_view unit;  ///< the unit it implies, or ""
};

/// The row of a word, singular or plural, or nullptr. folded: as corpus::fold gives.
const TypeNoun* type_noun(std::string_view folded);

/// A rough singular: "ecoles" → "ecole", "hopitaux" → "hopital". Folded in and out.
std::string singular(std::string_view folded);

/// Verbs, all forms by prefix, that make « combien » ask for money, or for a change.
bool is_money_verb(std::string_view folded);
bool is_change_verb(std::string_view folded);

/// Grammatical words of French, all folded: articles, prepositions, pronouns, auxiliaries.
bool is_article(std::string_view folded);
bool is_preposition(std::string_view folded);
bool is_pronoun(std::string_view folded);
bool is_auxiliary(std::string_view folded);
bool is_conjunction(std::string_view folded);
/// Any of the above, and adverbs that carry no content.
bool is_function_word(std::string_view folded);

/// A unit of time, as a figure's unit is spelled: "annees" → "an", "mois" → "mois"; else "".
std::string_view time_unit(std::string_view folded);

/// A metric unit's symbol: "hectares" → "ha", "tonnes" → "t"; else "".
std::string_view metric_unit(std::string_view folded);

}  // namespace repere::query
