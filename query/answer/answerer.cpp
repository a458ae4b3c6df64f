// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/answerer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "answer/agreement.h"
#include "answer/decline.h"

namespace repere::query::answers {
namespace {

constexpr std::size_t most_alternatives = 5;

float feature(const Features& features, Feature which) {
  return features[static_cast<std::size_t>(which)];
}

constexpr std::uint32_t longest_quote = 48;  ///< words; a longer sentence is cut at its commas

/// The sentence of a candidate; of a very long one, the whole clauses around the answer.
corpus::ByteRange quote_of(const Candidate& candidate, const Passage& passage) {
  const corpus::ByteRange whole = passage.sentences[candidate.sentence];
  const auto [first, last] = passage.sentence_toks[candidate.sentence];
  if (last - first <= longest_quote) return whole;
  const auto parts = [&](std::uint32_t i) {
    return i == last || i == first || passage.toks[i].gap >= Gap::comma;
  };
  std::uint32_t left = candidate.first, right = candidate.last + 1;
  while (!parts(left)) --left;
  while (!parts(right)) ++right;
  for (bool grew = true; grew;) {
    grew = false;
    std::uint32_t next = left;
    while (next > first && (next == left || !parts(next))) --next;
    if (next < left && right - next <= longest_quote) left = next, grew = true;
    next = right;
    while (next < last && (next == right || !parts(next))) ++next;
    if (next > right && next - left <= longest_quote) right = next, grew = true;
  }
  return {left == first ? whole.begin : passage.toks[left].begin,
          right == last ? whole.end : passage.toks[right - 1].end};
}

Finding finding_of(const Judgement& judgement, std::uint32_t index, double confidence) {
  const Candidate& candidate = judgement.candidates[index];
  const Passage& passage = judgement.passages[candidate.passage];
  Finding out;
  out.evidence = candidate.passage;
  out.answer = answer_range(candidate, passage);
  out.quote = quote_of(candidate, passage);
  out.quote.begin = std::min(out.quote.begin, out.answer.begin);
  out.quote.end = std::max(out.quote.end, out.answer.end);
  if (candidate.figure) {
    out.value = candidate.figure->value;
    out.unit = candidate.figure->unit;
  } else if (candidate.number) {
    out.value = candidate.number->value;
  }
  const Setting setting = setting_of(candidate, passage);
  out.year = setting.year;
  out.territory = setting.territory;
  out.confidence = confidence;
  return out;
}

/// What no training set of this size can teach: a figure of another year or place than the one that
/// is asked for is no answer, however near its words are; nor is a meaning that is not one.
double doubt(const Question& question, const Candidate& candidate, const Features& features) {
  double out = 1;
  if (feature(features, Feature::year_wrong) > 0) out *= 0.3;
  if (feature(features, Feature::place_wrong) > 0) out *= 0.6;
  if (feature(features, Feature::figure_kind_wrong) > 0) out *= 0.6;
  if (question.type == AnswerType::acronym && candidate.kind != CandidateKind::meaning) out *= 0.2;
  return out;
}

bool same_answer(const Finding& a, const Finding& b) {
  return a.evidence == b.evidence && a.answer.begin < b.answer.end && b.answer.begin < a.answer.end;
}

}  // namespace

corpus::ByteRange answer_range(const Candidate& candidate, const Passage& passage) {
  corpus::ByteRange out = candidate.range;
  if (candidate.figure && !candidate.figure->approx.empty()) {
    const std::string_view before = std::string_view(passage.source->text).substr(0, out.begin);
    const auto at = before.rfind(candidate.figure->approx);
    if (at != std::string_view::npos && at + candidate.figure->approx.size() + 4 >= out.begin &&
        at >= passage.sentences[candidate.sentence].begin)
      out.begin = static_cast<std::uint32_t>(at);
  }
  return out;
}

Judgement gather(const Question& question, const Collection& collection,
                 std::span<const Evidence> evidence, corpus::Analyzer& analyzer) {
  Judgement out;
  const Matcher matcher(question, collection);
  out.weights = matcher.weights();
  out.passages.reserve(evidence.size());
  for (const Evidence& item : evidence) out.passages.push_back(prepare(item, matcher, analyzer));
  out.sentences = rank_sentences(question, matcher, out.passages);
  out.candidates = find_candidates(question, out.passages, out.sentences);
  out.features = describe(question, matcher, out.passages, out.sentences, out.candidates);
  return out;
}

std::vector<std::uint32_t> rank(const Model& model, Group group, const Judgement& judgement,
                                std::vector<double>& scores) {
  scores.resize(judgement.candidates.size());
  for (std::size_t i = 0; i < scores.size(); ++i)
    scores[i] = model.score(group, judgement.features[i]);
  std::vector<std::uint32_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return scores[a] > scores[b]; });
  return order;
}

Signs signs_of(const Question& question, const Judgement& judgement, std::span<const double> scores,
               std::span<const std::uint32_t> order) {
  Signs out{};
  const auto at = [&](Sign sign) -> float& { return out[static_cast<std::size_t>(sign)]; };
  at(Sign::bias) = 1;
  if (order.empty()) return out;
  const Candidate& best = judgement.candidates[order[0]];
  const Features& features = judgement.features[order[0]];
  double total = 0, same = 0;
  float lead = 5;
  for (const std::uint32_t i : order) {
    const Candidate& other = judgement.candidates[i];
    const double share = std::exp(scores[i] - scores[order[0]]);
    const bool overlaps = other.passage == best.passage && other.range.begin < best.range.end &&
                          best.range.begin < other.range.end;
    total += share;
    if (overlaps)
      same += share;
    else
      lead = std::min(lead, static_cast<float>(scores[order[0]] - scores[i]));
  }
  at(Sign::lead) = lead / 5;
  at(Sign::probability) = static_cast<float>(same / total);
  const std::pair<Sign, Feature> copies[] = {{Sign::cover, Feature::cover},
                                             {Sign::context_cover, Feature::context_cover},
                                             {Sign::passage_cover, Feature::passage_cover},
                                             {Sign::proper_missing, Feature::proper_missing},
                                             {Sign::number_missing, Feature::number_missing},
                                             {Sign::year_wrong, Feature::year_wrong},
                                             {Sign::year_none, Feature::year_none},
                                             {Sign::place_wrong, Feature::place_wrong},
                                             {Sign::proximity, Feature::proximity},
                                             {Sign::unit_right, Feature::unit_right},
                                             {Sign::unit_wrong, Feature::unit_wrong},
                                             {Sign::kind_right, Feature::figure_kind_right},
                                             {Sign::kind_wrong, Feature::figure_kind_wrong},
                                             {Sign::focus_found, Feature::focus_found},
                                             {Sign::verb_found, Feature::verb_found},
                                             {Sign::label_cover, Feature::label_cover},
                                             {Sign::agreement, Feature::agreement},
                                             {Sign::retrieval, Feature::retrieval}};
  for (const auto& [sign, from] : copies) at(sign) = feature(features, from);
  const Passage& passage = judgement.passages[best.passage];
  std::vector<float> held = passage.context;
  for (const Tok& tok : passage.toks)
    if (tok.term >= 0)
      held[static_cast<std::size_t>(tok.term)] =
          std::max(held[static_cast<std::size_t>(tok.term)], tok.match);
  for (std::size_t i = 0; i < held.size(); ++i) {
    const auto weight = static_cast<float>(judgement.weights[i]);
    if (held[i] < 0.45F) at(Sign::heaviest_missing) = std::max(at(Sign::heaviest_missing), weight);
    if (held[i] >= 1) at(Sign::exact_cover) += weight;
  }
  if (judgement.passages.size() > 1)
    at(Sign::runner_retrieval) = static_cast<float>(
        judgement.passages[1].source->score / std::max(1e-9, judgement.passages[0].source->score));
  at(Sign::terms) = std::min(1.0F, static_cast<float>(question.terms.size()) / 10.0F);
  at(Sign::candidates) = std::min(1.0F, static_cast<float>(order.size()) / 500.0F);
  at(Sign::raw_score) = static_cast<float>(scores[order[0]] / 10.0);
  return out;
}

Verdict best_answer(const Question& question, const Collection& collection,
                    std::span<const Evidence> evidence, corpus::Analyzer& analyzer) {
  Verdict out;
  const Judgement judgement = gather(question, collection, evidence, analyzer);
  const Model& model = trained_model();
  const Group group = group_of(question);
  std::vector<double> scores;
  const auto order = rank(model, group, judgement, scores);
  if (order.empty() || question.terms.empty()) {
    out.declined_because = explain_nothing(question, !evidence.empty());
    return out;
  }
  const double chance =
      model.chance(group, signs_of(question, judgement, scores, order)) *
      doubt(question, judgement.candidates[order[0]], judgement.features[order[0]]);
  out.best = finding_of(judgement, order[0], chance);
  out.answered = chance >= operating_point;
  if (!out.answered) out.declined_because = explain(question, judgement, order[0]);
  for (const std::uint32_t i : order) {
    if (out.alternatives.size() == most_alternatives) break;
    Finding other = finding_of(judgement, i, chance * std::exp(scores[i] - scores[order[0]]));
    const bool known = same_answer(other, *out.best) ||
                       std::any_of(out.alternatives.begin(), out.alternatives.end(),
                                   [&](const Finding& a) { return same_answer(a, other); });
    if (!known && other.confidence > chance / 50) out.alternatives.push_back(std::move(other));
  }
  return out;
}

}  // namespace repere::query::answers
