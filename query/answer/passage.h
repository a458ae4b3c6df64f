// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answer/evidence.h"
#include "answer/question.h"
#include "repere/corpus/analysis.h"
#include "repere/corpus/extraction.h"

namespace repere::query::answers {

enum class WordClass : std::uint8_t {
  content,
  number,
  article,
  preposition,
  pronoun,
  auxiliary,
  conjunction,
  other
};

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t { none, space, comma, colon, opening, closing, quote, dash, stop };

/// A word of a passage.
struct Tok {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the passage's text
  std::uint32_t sentence = 0;
  WordClass cls = WordClass::content;
  Gap gap = Gap::none;
  bool capital = false, acronym = false;
  bool verb_like = false;  ///< a conjugated verb, as far as its form tells
  bool infinitive = false, participle = false;
  std::int16_t term = -1;  ///< the question term it matches, or -1
  float match = 0;         ///< how surely, 0 to 1
  std::string folded;

  bool is_content() const { return cls == WordClass::content || cls == WordClass::number; }
};

/// A passage ready for candidates: its words, sentences, and what the house reads in it.
struct Passage {
  const Evidence* source = nullptr;
  std::vector<Tok> toks;
  std::vector<corpus::ByteRange> sentences;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      sentence_toks;           ///< [first, last) per sentence
  std::vector<float> context;  ///< per question term: matched in title or section path, 0 to 1
  corpus::Extraction extraction;
};

/// How the question's words meet those of the passages.
class Matcher {
 public:
  Matcher(const Question& question, const Collection& collection);

  /// The question term that a word stands for, and how surely: the same term 1, a synonym 0.7, a
  /// word of the same family 0.6, a word one letter away 0.8; or {-1, 0}.
  std::pair<int, float> match(std::string_view term, std::string_view folded) const;

  const std::vector<double>& weights() const { return weights_; }  ///< idf of each term, sum 1

 private:
  const Question& question_;
  std::vector<double> weights_;
  std::vector<std::vector<std::string>> synonyms_;  ///< per term: folded stems that may replace it
};

/// Cuts, matches and reads a passage. cost: linear in its bytes, times the question's terms.
Passage prepare(const Evidence& evidence, const Matcher& matcher, corpus::Analyzer& analyzer);

}  // namespace repere::query::answers
