// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/model.h"

#include <cmath>

namespace repere::query::answers {
namespace {

struct Row {
  std::string_view name;
  std::array<float, group_count + 1> weights;
};

/// Written by tests/quality/train_answers. A row: a name, its weight for all questions, then what
/// each group adds, in the order of group_names.
constexpr Row feature_rows[] = {
#include "answer/weights_features.inc"
};
constexpr Row sign_rows[] = {
#include "answer/weights_confidence.inc"
};

template <std::size_t rows, std::size_t count>
void load(const Row (&from)[rows], const std::array<std::string_view, count>& names,
          std::array<std::array<float, group_count + 1>, count>& to) {
  for (const Row& row : from)
    for (std::size_t i = 0; i < count; ++i)
      if (names[i] == row.name) to[i] = row.weights;
}

}  // namespace

const std::array<std::string_view, sign_count> sign_names = {
    "bias",           "lead",          "probability",      "cover",
    "context_cover",  "passage_cover", "heaviest_missing", "proper_missing",
    "number_missing", "year_wrong",    "year_none",        "place_wrong",
    "proximity",      "unit_right",    "unit_wrong",       "kind_right",
    "kind_wrong",     "focus_found",   "verb_found",       "label_cover",
    "agreement",      "retrieval",     "runner_retrieval", "terms",
    "exact_cover",    "candidates",    "raw_score"};

const double operating_point =
#include "answer/operating_point.inc"
    ;

double Model::score(Group group, const Features& features) const {
  double sum = 0;
  const std::size_t own = static_cast<std::size_t>(group) + 1;
  for (std::size_t i = 0; i < feature_count; ++i)
    if (features[i] != 0) sum += (weights[i][0] + weights[i][own]) * features[i];
  return sum;
}

double Model::chance(Group group, const Signs& signs) const {
  double sum = 0;
  const std::size_t own = static_cast<std::size_t>(group) + 1;
  for (std::size_t i = 0; i < sign_count; ++i)
    sum += (confidence[i][0] + confidence[i][own]) * signs[i];
  return 1.0 / (1.0 + std::exp(-sum));
}

const Model& trained_model() {
  static const Model model = [] {
    Model out;
    load(feature_rows, feature_names, out.weights);
    load(sign_rows, sign_names, out.confidence);
    return out;
  }();
  return model;
}

}  // namespace repere::query::answers
