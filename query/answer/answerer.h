// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answer/candidate.h"
#include "answer/evidence.h"
#include "answer/model.h"
#include "answer/question.h"

namespace repere::query::answers {

/// One answer, as byte ranges of a passage.
struct Finding {
  std::size_t evidence = 0;  ///< index of the passage
  corpus::ByteRange answer;  ///< bytes of its text
  corpus::ByteRange quote;   ///< the sentence or sentences it stands in
  std::optional<double> value;
  std::string unit;
  std::optional<int> year;  ///< it holds for
  std::string territory;
  double confidence = 0;
};

/// The best answer found, said or not.
struct Verdict {
  bool answered = false;
  std::optional<Finding> best;
  std::string declined_because;       ///< in French, when not answered
  std::vector<Finding> alternatives;  ///< at most five, other passages or other values
};

/// Everything known of a question's candidates; the trainer looks inside, the programs do not.
struct Judgement {
  std::vector<Passage> passages;
  std::vector<double> weights;  ///< of the question's terms
  std::vector<SentenceScore> sentences;
  std::vector<Candidate> candidates;
  std::vector<Features> features;
};

Judgement gather(const Question& question, const Collection& collection,
                 std::span<const Evidence> evidence, corpus::Analyzer& analyzer);

/// What the calibration sees when `order` (best first) ranks the candidates.
Signs signs_of(const Question& question, const Judgement& judgement, std::span<const double> scores,
               std::span<const std::uint32_t> order);

/// Candidate indices, best first; equals in reading order.
std::vector<std::uint32_t> rank(const Model& model, Group group, const Judgement& judgement,
                                std::vector<double>& scores);

/// The range shown for a candidate: the figure with its « près de », the span without loose ends.
corpus::ByteRange answer_range(const Candidate& candidate, const Passage& passage);

/// Finds the answer in the passages, or says why there is none.
/// evidence: best first; about twenty are worth their time.
/// cost:     linear in their bytes. Never fails; nothing it gives stands outside the passages.
Verdict best_answer(const Question& question, const Collection& collection,
                    std::span<const Evidence> evidence, corpus::Analyzer& analyzer);

}  // namespace repere::query::answers
