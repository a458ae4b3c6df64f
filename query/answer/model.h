// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "answer/features.h"

namespace repere::query::answers {

/// What the calibration looks at: the best candidate's evidence and how far it leads.
enum class Sign : std::uint8_t {
  bias,
  lead,
  probability,
  cover,
  context_cover,
  passage_cover,
  heaviest_missing,
  proper_missing,
  number_missing,
  year_wrong,
  year_none,
  place_wrong,
  proximity,
  unit_right,
  unit_wrong,
  kind_right,
  kind_wrong,
  focus_found,
  verb_found,
  label_cover,
  agreement,
  retrieval,
  runner_retrieval,
  terms,
  exact_cover,
  candidates,
  raw_score,
  count_
};
inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::count_);
extern const std::array<std::string_view, sign_count> sign_names;
using Signs = std::array<float, sign_count>;

/// A linear model of candidates: one weight a feature for all questions, and one more for each
/// group of questions; and a logistic one of the best candidate's chance to be right.
struct Model {
  std::array<std::array<float, group_count + 1>, feature_count> weights{};  ///< [0] is for all
  std::array<std::array<float, group_count + 1>, sign_count> confidence{};

  double score(Group group, const Features& features) const;
  /// Calibrated chance, 0 to 1.
  double chance(Group group, const Signs& signs) const;
};

/// Answers below this chance are declined. Chosen by tests/quality/train_answers on cross-validated
/// chances: see README.md beside for risk and coverage there.
extern const double operating_point;

/// The trained model, from weights.inc.
const Model& trained_model();

}  // namespace repere::query::answers
