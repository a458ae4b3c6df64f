// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/analysis.h"
#include "repere/corpus/report.h"

namespace repere::query {

/// What kind of thing would answer a question.
enum class AnswerType : std::uint8_t {
  figure,  ///< a number, of a kind the question does not say
  count,
  amount,
  share,
  change,
  measure,
  duration,
  date,
  period,
  person,
  place,
  organisation,
  programme,
  acronym,
  definition,
  thing,  ///< « quel X », « que … » : some noun phrase
  yes_no,
  how,
  why,
  passage,  ///< keywords alone: the best sentence
};

std::string_view to_string(AnswerType type);
/// True for the types that only a figure answers.
bool is_figure(AnswerType type);

/// The interrogative that leads the question.
enum class Asker : std::uint8_t {
  none,
  combien,
  quel,
  qui,
  que,
  quoi,
  quand,
  ou,
  comment,
  pourquoi,
  yes_no
};

/// A word of the question that the answer's surroundings are expected to hold.
struct QuestionTerm {
  std::string term;    ///< as corpus::Token::term
  std::string folded;  ///< lower case, no accents
  corpus::ByteRange span;
  bool proper = false;  ///< capitalised inside the question, or an acronym
  bool number = false;
  bool focus = false;  ///< part of the thing asked about
  bool verb = false;   ///< looks like the question's verb
};

/// A question as understood.
struct Question {
  std::string text;
  AnswerType type = AnswerType::passage;
  Asker asker = Asker::none;
  bool plural = false;         ///< several items asked for
  std::string preposition;     ///< of the interrogative: « dans quel », « par qui »; folded
  std::string focus;           ///< the thing asked about, as typed; may be empty
  std::string head;            ///< folded head noun of the focus
  std::string unit;            ///< EUR, %, ha…, else the counted noun; may be empty
  std::vector<int> years;      ///< asked for, ascending; both ends of a period
  bool strict_year = false;    ///< « en 2016 »: a condition, not part of a name (« Euro 2016 »)
  std::string territory;       ///< code, when one is named
  std::string territory_name;  ///< as typed
  std::string acronym;         ///< the acronym whose meaning is asked
  bool subject = false;        ///< « qui a signé … »: the answer is the verb's subject
  std::vector<QuestionTerm> terms;  ///< in order, interrogatives and fillers left out
};

/// Reads what is asked, whatever way it is typed: inversion, « est-ce que », « c'est quoi »,
/// keywords alone, imperative; accents and case are not needed.
/// text:  UTF-8, any length; only the first 60 content words count.
/// cost:  linear in bytes.
Question understand(std::string_view text, corpus::Analyzer& analyzer);

}  // namespace repere::query
