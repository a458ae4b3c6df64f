// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answer/question.h"
#include "repere/corpus/analysis.h"
#include "repere/corpus/report.h"

namespace repere::query {

/// A word of a question, with what its spelling tells.
struct Word {
  std::string folded, term;
  corpus::ByteRange span;
  bool number = false;
  bool capital = false;  ///< its first letter is upper case
  bool acronym = false;  ///< two letters or more, all upper case
  bool hyphen = false;   ///< a hyphen binds it to the word before
  bool used = false;     ///< part of the interrogative or of politeness: no content
};

/// The words of a question, at most limit of them.
std::vector<Word> cut_question(std::string_view text, corpus::Analyzer& analyzer,
                               std::size_t limit);

/// The interrogative that a word spells, people's misspellings included. folded: as corpus::fold.
Asker asker_of(std::string_view folded);

/// Phrases that ask without being part of what is asked, folded, longest first.
std::span<const std::string_view> asking_phrases();

/// Words that stand between an interrogative and its noun: « le principal », « les trois premiers
/// ».
bool is_before_noun(std::string_view folded);

/// True when a byte position begins an upper-case letter of French.
bool is_upper_at(std::string_view text, std::size_t at);

}  // namespace repere::query
