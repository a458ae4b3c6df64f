// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answer/passage.h"
#include "answer/question.h"

namespace repere::query::answers {

enum class CandidateKind : std::uint8_t { figure, date, entity, meaning, span, clause, sentence };

/// A byte range of a passage that may answer.
struct Candidate {
  std::uint32_t passage = 0, sentence = 0;
  corpus::ByteRange range;            ///< bytes of the passage's text
  std::uint32_t first = 0, last = 0;  ///< its words, both included
  CandidateKind kind = CandidateKind::span;
  const corpus::Figure* figure = nullptr;
  const corpus::Number* number = nullptr;  ///< a bare number that no figure or date holds
  const corpus::Entity* entity = nullptr;
  const corpus::DateSpan* date = nullptr;
};

/// A sentence of the passages with how much of the question it holds.
struct SentenceScore {
  std::uint32_t passage = 0, sentence = 0;
  double cover = 0;    ///< share of the question's weight that it holds
  double context = 0;  ///< the same with its headings and the sentence before
  double score = 0;    ///< what the sentences are ranked by
  std::uint32_t rank = 0;
};

/// Every sentence, best first. order of equals: the passages' order.
std::vector<SentenceScore> rank_sentences(const Question& question, const Matcher& matcher,
                                          std::span<const Passage> passages);

/// The candidates of the best sentences: figures, dates and entities of many, spans of few.
std::vector<Candidate> find_candidates(const Question& question, std::span<const Passage> passages,
                                       std::span<const SentenceScore> sentences);

/// Noun phrases, quoted strings and complements of one sentence.
void add_spans(const Passage& passage, std::uint32_t index, std::uint32_t sentence,
               std::vector<Candidate>& out);

/// « Nom Long (NL) », « NL (Nom Long) », « NL : Nom Long » for one acronym.
void add_meanings(const Passage& passage, std::uint32_t index, std::string_view acronym,
                  std::vector<Candidate>& out);

/// Reasons, purposes and manners of one sentence: « car … », « afin de … », « grâce à … ».
void add_clauses(const Passage& passage, std::uint32_t index, std::uint32_t sentence,
                 std::vector<Candidate>& out);

/// The words of a byte range, both included; false when it holds none.
bool words_of(const Passage& passage, corpus::ByteRange range, std::uint32_t& first,
              std::uint32_t& last);

}  // namespace repere::query::answers
