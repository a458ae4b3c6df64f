// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/features.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "answer/agreement.h"
#include "answer/lexicon.h"

namespace repere::query::answers {
namespace {

constexpr std::uint32_t reach = 40;  ///< words each way that proximity looks at

float closeness(std::uint32_t distance) {
  return 1.0F / (1.0F + 0.25F * static_cast<float>(distance));
}

class Describer {
 public:
  Describer(const Question& question, const Matcher& matcher, std::span<const Passage> passages,
            std::span<const SentenceScore> sentences)
      : question_(question), matcher_(matcher), passages_(passages) {
    for (const SentenceScore& row : sentences) rows_[key(row.passage, row.sentence)] = &row;
    top_ = passages.empty() ? 1.0 : std::max(1e-9, passages.front().source->score);
  }

  Features describe(const Candidate& candidate) {
    out_ = {};
    const Passage& passage = passages_[candidate.passage];
    const SentenceScore& row = *rows_.at(key(candidate.passage, candidate.sentence));
    add_sentence(candidate, passage, row);
    add_neighbours(candidate, passage);
    add_own(candidate, passage);
    add_form(candidate, passage);
    add_kind(candidate);
    add_left(candidate, passage);
    add_right(candidate, passage);
    add_agreement(question_, candidate, passage, out_);
    return out_;
  }

 private:
  static std::uint64_t key(std::uint32_t passage, std::uint32_t sentence) {
    return (static_cast<std::uint64_t>(passage) << 32) | sentence;
  }
  float& at(Feature feature) { return out_[static_cast<std::size_t>(feature)]; }
  void set(Feature feature, bool value = true) { at(feature) = value ? 1.0F : 0.0F; }

  void add_sentence(const Candidate& candidate, const Passage& passage, const SentenceScore& row);
  void add_neighbours(const Candidate& candidate, const Passage& passage);
  void add_sides(const Candidate& candidate, const Passage& passage,
                 std::span<const std::uint32_t> nearest, std::span<const std::int8_t> side);
  void add_own(const Candidate& candidate, const Passage& passage);
  float cover_of(const Passage& passage, std::uint32_t first, std::uint32_t last) const;
  void add_form(const Candidate& candidate, const Passage& passage);
  void add_kind(const Candidate& candidate);
  void add_left(const Candidate& candidate, const Passage& passage);
  void add_right(const Candidate& candidate, const Passage& passage);

  const Question& question_;
  const Matcher& matcher_;
  std::span<const Passage> passages_;
  std::unordered_map<std::uint64_t, const SentenceScore*> rows_;
  double top_ = 1;
  Features out_{};
};

void Describer::add_sentence(const Candidate& candidate, const Passage& passage,
                             const SentenceScore& row) {
  at(Feature::cover) = static_cast<float>(row.cover);
  at(Feature::context_cover) = static_cast<float>(row.context);
  at(Feature::retrieval) = static_cast<float>(passage.source->score / top_);
  at(Feature::passage_rank) = 1.0F / (1.0F + static_cast<float>(candidate.passage));
  at(Feature::sentence_rank) = 1.0F / (1.0F + static_cast<float>(row.rank));
  set(Feature::best_sentence, row.rank == 0);
  const auto [first, last] = passage.sentence_toks[candidate.sentence];
  at(Feature::sentence_length) = std::min(1.0F, static_cast<float>(last - first) / 60.0F);
  const std::size_t terms = question_.terms.size();
  std::vector<float> own(terms, 0.0F), wide = passage.context;
  for (std::uint32_t i = 0; i < passage.toks.size(); ++i) {
    const Tok& tok = passage.toks[i];
    if (tok.term < 0) continue;
    const auto term = static_cast<std::size_t>(tok.term);
    wide[term] = std::max(wide[term], tok.match);
    if (i >= first && i < last) own[term] = std::max(own[term], tok.match);
  }
  for (std::size_t i = 0; i < terms; ++i) {
    const QuestionTerm& term = question_.terms[i];
    const auto weight = static_cast<float>(matcher_.weights()[i]);
    at(Feature::passage_cover) += weight * wide[i];
    if (term.proper && wide[i] < 0.5F) at(Feature::proper_missing) += weight;
    if (term.number && wide[i] < 0.5F) at(Feature::number_missing) += weight;
    if (term.verb && own[i] > 0) set(Feature::verb_found);
    if (term.folded == question_.head && own[i] > 0) set(Feature::focus_found);
  }
}

void Describer::add_neighbours(const Candidate& candidate, const Passage& passage) {
  const std::size_t terms = question_.terms.size();
  const auto [first, last] = passage.sentence_toks[candidate.sentence];
  std::vector<float> near(terms, 0.0F), clause(terms, 0.0F);
  std::vector<std::uint32_t> nearest(terms, reach);
  std::vector<std::int8_t> side(terms, 0);
  bool same_clause = true;
  const auto look = [&](std::uint32_t i, std::uint32_t distance, std::int8_t where) {
    const Tok& tok = passage.toks[i];
    if (tok.term < 0) return;
    const auto term = static_cast<std::size_t>(tok.term);
    near[term] = std::max(near[term], tok.match * closeness(distance));
    if (same_clause) clause[term] = std::max(clause[term], tok.match);
    if (distance < nearest[term]) nearest[term] = distance, side[term] = where;
  };
  const auto parts = [](Gap gap) { return gap >= Gap::colon && gap != Gap::quote; };
  for (std::uint32_t i = candidate.first; i > first && candidate.first - i < reach; --i) {
    if (parts(passage.toks[i].gap)) same_clause = false;
    look(i - 1, candidate.first - i + 1, -1);
  }
  same_clause = true;
  for (std::uint32_t i = candidate.last + 1; i < last && i - candidate.last < reach; ++i) {
    if (parts(passage.toks[i].gap)) same_clause = false;
    look(i, i - candidate.last, 1);
  }
  for (std::size_t i = 0; i < terms; ++i) {
    const auto weight = static_cast<float>(matcher_.weights()[i]);
    at(Feature::proximity) += weight * near[i];
    at(Feature::clause_cover) += weight * clause[i];
    if (nearest[i] <= 6) at(side[i] < 0 ? Feature::left_cover : Feature::right_cover) += weight;
  }
  add_sides(candidate, passage, nearest, side);
}

void Describer::add_sides(const Candidate& candidate, const Passage& passage,
                          std::span<const std::uint32_t> nearest,
                          std::span<const std::int8_t> side) {
  for (std::size_t i = 0; i < question_.terms.size(); ++i) {
    const QuestionTerm& term = question_.terms[i];
    const bool head = term.folded == question_.head && !question_.head.empty();
    if (nearest[i] >= reach) continue;
    const bool left = side[i] < 0;
    if (head) at(left ? Feature::head_left : Feature::head_right) = closeness(nearest[i]);
    if (term.verb) at(left ? Feature::verb_left : Feature::verb_right) = closeness(nearest[i]);
  }
  std::uint32_t content = 0, known = 0;
  for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
    const Tok& tok = passage.toks[i];
    if (!tok.is_content()) continue;
    ++content;
    if (tok.term < 0) continue;
    if (tok.match > 0.55F) ++known;
    if (question_.terms[static_cast<std::size_t>(tok.term)].folded == question_.head)
      set(content == 1 ? Feature::head_first : Feature::head_inside);
    if (passage.context[static_cast<std::size_t>(tok.term)] > 0) set(Feature::in_context);
  }
  if (content > 0) {
    at(Feature::overlap) = static_cast<float>(known) / static_cast<float>(content);
    set(Feature::all_overlap, known == content);
  }
  const auto [first, last] = passage.sentence_toks[candidate.sentence];
  std::uint32_t i = candidate.first;
  while (i > first && !passage.toks[i - 1].is_content()) --i;
  if (i > first) at(Feature::left_touch) = passage.toks[i - 1].match;
  i = candidate.last + 1;
  while (i < last && !passage.toks[i].is_content()) ++i;
  if (i < last) at(Feature::right_touch) = passage.toks[i].match;
}

float Describer::cover_of(const Passage& passage, std::uint32_t first, std::uint32_t last) const {
  std::vector<float> held(question_.terms.size(), 0.0F);
  for (std::uint32_t i = first; i < last; ++i)
    if (const Tok& tok = passage.toks[i]; tok.term >= 0) {
      float& cell = held[static_cast<std::size_t>(tok.term)];
      cell = std::max(cell, tok.match);
    }
  float sum = 0;
  for (std::size_t i = 0; i < held.size(); ++i)
    sum += static_cast<float>(matcher_.weights()[i]) * held[i];
  return sum;
}

/// What stands nearer to the candidate than any other number or comma: « 359 volontaires en 2015 et
/// 834 en 2016 » gives each number its own half.
void Describer::add_own(const Candidate& candidate, const Passage& passage) {
  const auto [first, last] = passage.sentence_toks[candidate.sentence];
  std::uint32_t left = candidate.first, right = candidate.last + 1;
  while (left > first && passage.toks[left - 1].cls != WordClass::number) --left;
  while (right < last && passage.toks[right].cls != WordClass::number) ++right;
  const float own = cover_of(passage, left, right);
  at(Feature::own_cover) = own;
  at(Feature::own_right) = cover_of(passage, candidate.first, right);
  left = candidate.first;
  right = candidate.last + 1;
  while (left > first && passage.toks[left].gap < Gap::comma) --left;
  while (right < last && passage.toks[right].gap < Gap::comma) ++right;
  at(Feature::piece_cover) = cover_of(passage, left, right);
  at(Feature::own_lead) = at(Feature::own_right) - cover_of(passage, first, candidate.first);
}

void Describer::add_form(const Candidate& candidate, const Passage& passage) {
  const std::uint32_t words = candidate.last - candidate.first + 1;
  set(words == 1   ? Feature::words_1
      : words == 2 ? Feature::words_2
      : words == 3 ? Feature::words_3
      : words <= 5 ? Feature::words_5
      : words <= 8 ? Feature::words_8
                   : Feature::words_more);
  const Tok& first = passage.toks[candidate.first];
  const Tok& last = passage.toks[candidate.last];
  std::uint32_t content = 0, capital = 0;
  for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
    const Tok& tok = passage.toks[i];
    if (tok.is_content()) ++content, capital += tok.capital ? 1 : 0;
    if (tok.cls == WordClass::number) {
      set(Feature::has_number);
      if (words == 1 && tok.end - tok.begin == 4) set(Feature::is_year);
    }
    if (i == candidate.first) continue;
    if (tok.cls == WordClass::auxiliary || tok.cls == WordClass::pronoun) set(Feature::has_verb);
    if (tok.verb_like) set(Feature::has_finite);
    if (tok.gap == Gap::comma) set(Feature::has_comma);
    if (tok.folded == "et" || tok.folded == "ou") set(Feature::has_and);
  }
  const bool opens = first.gap == Gap::stop;
  set(Feature::capital_first, first.capital && !opens);
  set(Feature::capital_all, content > 0 && capital == content && !(opens && content == 1));
  set(Feature::verb_first, first.verb_like);
  set(Feature::infinitive_first, first.infinitive);
  set(Feature::participle_first, first.participle);
  set(Feature::participle_last, last.participle && words > 1);
  set(Feature::opens_sentence, candidate.first == passage.sentence_toks[candidate.sentence].first);
  set(Feature::starts_mid, first.gap <= Gap::space && candidate.first > 0 &&
                               passage.toks[candidate.first - 1].is_content() && !opens);
  const std::uint32_t next = candidate.last + 1;
  const bool closes = next >= passage.sentence_toks[candidate.sentence].second;
  set(Feature::closes_sentence, closes);
  const Gap after = closes ? Gap::stop : passage.toks[next].gap;
  set(Feature::ends_mid,
      !closes && after <= Gap::space && passage.toks[next].is_content() && last.is_content());
  set(Feature::quoted, first.gap == Gap::quote && (after == Gap::quote || after == Gap::stop));
  set(Feature::bracketed, first.gap == Gap::opening);
}

void Describer::add_kind(const Candidate& candidate) {
  switch (candidate.kind) {
    case CandidateKind::figure:
      set(Feature::kind_figure);
      break;
    case CandidateKind::date:
      set(Feature::kind_date);
      break;
    case CandidateKind::meaning:
      set(Feature::kind_meaning);
      break;
    case CandidateKind::span:
      set(Feature::kind_span);
      break;
    case CandidateKind::clause:
      set(Feature::kind_clause);
      break;
    case CandidateKind::sentence:
      set(Feature::kind_sentence);
      break;
    case CandidateKind::entity:
      switch (candidate.entity->cls) {
        case corpus::EntityClass::person:
          set(Feature::kind_person);
          break;
        case corpus::EntityClass::place:
          set(Feature::kind_place);
          break;
        case corpus::EntityClass::organisation:
          set(Feature::kind_organisation);
          break;
        case corpus::EntityClass::programme:
          set(Feature::kind_programme);
          break;
        default:
          set(Feature::kind_other_entity);
      }
  }
}

void Describer::add_left(const Candidate& candidate, const Passage& passage) {
  const Tok& own = passage.toks[candidate.first];
  const auto first = passage.sentence_toks[candidate.sentence].first;
  if (candidate.first == first) return set(Feature::after_start);
  if (own.gap == Gap::comma) set(Feature::after_comma);
  if (own.gap == Gap::colon || own.gap == Gap::dash) set(Feature::after_colon);
  std::uint32_t i = candidate.first;
  if (passage.toks[i - 1].cls == WordClass::article && own.gap <= Gap::space) {
    set(Feature::after_article);
    if (--i == first) return set(Feature::after_start);
  }
  const Tok& tok = passage.toks[i - 1];
  const std::string& word = tok.folded;
  if (word == "de" || word == "d" || word == "du" || word == "des")
    set(Feature::after_de);
  else if (word == "a" || word == "au" || word == "aux")
    set(Feature::after_a);
  else if (word == "en" || word == "depuis" || word == "des")
    set(Feature::after_en);
  else if (word == "dans" || word == "sur" || word == "sous" || word == "chez" || word == "vers")
    set(Feature::after_dans);
  else if (word == "par")
    set(Feature::after_par);
  else if (word == "pour" || word == "contre" || word == "avec")
    set(Feature::after_pour);
  else if (tok.cls == WordClass::auxiliary)
    set(Feature::after_auxiliary);
  else if (tok.cls == WordClass::pronoun)
    set(Feature::after_relative);
  else if (tok.cls == WordClass::conjunction)
    set(Feature::after_and);
  else if (tok.verb_like)
    set(Feature::after_verb);
  else if (tok.participle)
    set(Feature::after_participle);
  else if (tok.infinitive)
    set(Feature::after_infinitive);
  else if (tok.is_content())
    set(Feature::after_content);
  std::string asked = question_.preposition;
  if (!asked.empty()) {
    const auto same = [&](const std::string& found) {
      return found == asked || (asked == "a" && (found == "au" || found == "aux")) ||
             (asked == "de" && (found == "du" || found == "des" || found == "d")) ||
             (asked == "dans" && (found == "en" || found == "a" || found == "au"));
    };
    set(Feature::same_preposition,
        same(word) || same(passage.toks[candidate.first - 1].folded) || same(own.folded));
  }
}

void Describer::add_right(const Candidate& candidate, const Passage& passage) {
  const std::uint32_t next = candidate.last + 1;
  if (next >= passage.sentence_toks[candidate.sentence].second) return set(Feature::before_end);
  const Tok& tok = passage.toks[next];
  if (tok.gap >= Gap::comma) return set(Feature::before_comma);
  const std::string& word = tok.folded;
  if (word == "de" || word == "d" || word == "du" || word == "des")
    set(Feature::before_de);
  else if (tok.cls == WordClass::preposition)
    set(Feature::before_preposition);
  else if (tok.cls == WordClass::auxiliary)
    set(Feature::before_auxiliary);
  else if (tok.cls == WordClass::conjunction)
    set(Feature::before_and);
  else if (tok.cls == WordClass::pronoun)
    set(Feature::before_relative);
  else if (tok.verb_like)
    set(Feature::before_verb);
  else if (tok.participle)
    set(Feature::before_participle);
  else if (tok.is_content())
    set(Feature::before_content);
}

/// Equal answers of different passages speak for each other.
void add_echoes(std::span<const Passage> passages, std::span<const Candidate> candidates,
                std::vector<Features>& out) {
  std::unordered_map<std::string, std::vector<std::uint32_t>> seen;
  std::vector<std::string> keys(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    if (candidate.last - candidate.first > 6) continue;
    const Passage& passage = passages[candidate.passage];
    for (std::uint32_t k = candidate.first; k <= candidate.last; ++k)
      if (passage.toks[k].is_content()) keys[i] += passage.toks[k].folded + ' ';
    auto& where = seen[keys[i]];
    if (std::find(where.begin(), where.end(), candidate.passage) == where.end())
      where.push_back(candidate.passage);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (!keys[i].empty())
      out[i][static_cast<std::size_t>(Feature::agreement)] =
          std::log(static_cast<float>(seen[keys[i]].size())) / 3.0F;
}

/// Which of a sentence's candidates of one kind the question's words stand closest to.
void add_rivalry(std::span<const Candidate> candidates, std::vector<Features>& out) {
  static constexpr std::pair<Feature, Feature> contests[] = {
      {Feature::own_cover, Feature::own_best},
      {Feature::piece_cover, Feature::piece_best},
      {Feature::own_right, Feature::right_best},
      {Feature::proximity, Feature::near_best}};
  using Key = std::tuple<std::uint32_t, std::uint32_t, CandidateKind>;
  for (const auto& [measure, prize] : contests) {
    const auto at = static_cast<std::size_t>(measure);
    std::map<Key, std::pair<float, float>> ends;  // lowest, highest
    const auto key = [&](std::size_t i) {
      return Key{candidates[i].passage, candidates[i].sentence, candidates[i].kind};
    };
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const float value = out[i][at];
      auto& [low, high] = ends.try_emplace(key(i), value, value).first->second;
      low = std::min(low, value);
      high = std::max(high, value);
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const auto [low, high] = ends[key(i)];
      if (high > low && out[i][at] >= high) out[i][static_cast<std::size_t>(prize)] = 1;
    }
  }
}

}  // namespace

std::vector<Features> describe(const Question& question, const Matcher& matcher,
                               std::span<const Passage> passages,
                               std::span<const SentenceScore> sentences,
                               std::span<const Candidate> candidates) {
  Describer describer(question, matcher, passages, sentences);
  std::vector<Features> out;
  out.reserve(candidates.size());
  for (const Candidate& candidate : candidates) out.push_back(describer.describe(candidate));
  add_echoes(passages, candidates, out);
  add_rivalry(candidates, out);
  return out;
}

}  // namespace repere::query::answers
