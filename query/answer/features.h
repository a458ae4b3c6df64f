// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "answer/candidate.h"

namespace repere::query::answers {

/// The evidence for a candidate, each about 0 to 1. Names in feature_names, same order.
enum class Feature : std::uint8_t {
  // the sentence and the passage
  cover,
  context_cover,
  passage_cover,
  proper_missing,
  number_missing,
  retrieval,
  passage_rank,
  sentence_rank,
  best_sentence,
  verb_found,
  focus_found,
  sentence_length,
  // the words around the candidate
  proximity,
  clause_cover,
  head_left,
  head_right,
  head_first,
  head_inside,
  verb_left,
  verb_right,
  left_cover,
  right_cover,
  left_touch,
  right_touch,
  overlap,
  all_overlap,
  in_context,
  // its form
  words_1,
  words_2,
  words_3,
  words_5,
  words_8,
  words_more,
  capital_first,
  capital_all,
  has_number,
  is_year,
  quoted,
  bracketed,
  opens_sentence,
  closes_sentence,
  has_verb,
  has_comma,
  has_and,
  verb_first,
  starts_mid,
  ends_mid,
  has_finite,
  infinitive_first,
  participle_first,
  participle_last,
  // its kind
  kind_figure,
  kind_date,
  kind_person,
  kind_place,
  kind_organisation,
  kind_programme,
  kind_other_entity,
  kind_meaning,
  kind_span,
  kind_clause,
  kind_sentence,
  // the word before, the word after
  after_start,
  after_comma,
  after_de,
  after_a,
  after_en,
  after_dans,
  after_par,
  after_pour,
  after_auxiliary,
  after_article,
  after_relative,
  after_and,
  after_content,
  after_verb,
  after_participle,
  after_infinitive,
  after_colon,
  before_end,
  before_comma,
  before_de,
  before_preposition,
  before_auxiliary,
  before_and,
  before_relative,
  before_content,
  before_verb,
  before_participle,
  same_preposition,
  // agreement with what is asked
  figure_kind_right,
  figure_kind_wrong,
  unit_right,
  unit_wrong,
  unit_synonym,
  label_cover,
  year_right,
  year_wrong,
  year_none,
  place_right,
  place_wrong,
  date_full,
  date_month,
  date_year,
  lead_why,
  lead_how,
  agreement,
  class_right,
  class_wrong,
  head_class_right,
  head_class_wrong,
  place_kind_right,
  place_kind_wrong,
  place_none,
  bare_number,
  own_cover,
  own_right,
  piece_cover,
  own_lead,
  own_best,
  piece_best,
  right_best,
  near_best,
  count_
};

inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count_);
extern const std::array<std::string_view, feature_count> feature_names;

using Features = std::array<float, feature_count>;

/// What the question's type has in common with others: each has weights of its own.
enum class Group : std::uint8_t {
  number,
  date,
  person,
  place,
  organisation,
  meaning,
  definition,
  thing,
  manner,
  text,
  count_
};
inline constexpr std::size_t group_count = static_cast<std::size_t>(Group::count_);
extern const std::array<std::string_view, group_count> group_names;
Group group_of(const Question& question);

/// The features of every candidate, same order.
/// sentences: as rank_sentences gave them.  cost: linear in candidates times a sentence's words.
std::vector<Features> describe(const Question& question, const Matcher& matcher,
                               std::span<const Passage> passages,
                               std::span<const SentenceScore> sentences,
                               std::span<const Candidate> candidates);

}  // namespace repere::query::answers
