// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "answer/model.h"

namespace repere::quality {

/// A candidate's features that are not zero.
using Sparse = std::vector<std::pair<std::uint8_t, float>>;

/// A question's candidates with what each is worth; worth sums to 1.
struct RankExample {
  query::answers::Group group = query::answers::Group::thing;
  std::vector<Sparse> candidates;
  std::vector<float> worth;
  float weight = 1;
};

struct ChanceExample {
  query::answers::Group group = query::answers::Group::thing;
  query::answers::Signs signs{};
  bool right = false;
  float weight = 1;
};

struct LearnOptions {
  int epochs = 20;
  double rate = 0.05;
  double shared_decay = 5e-3, own_decay = 3e-2;  ///< L2 a step; groups are held closer to zero
  std::uint32_t seed = 1;
};

/// Softmax over each question's candidates, Adagrad. Same data and seed, same weights.
void learn_ranking(std::span<const RankExample* const> examples, const LearnOptions& options,
                   query::answers::Model& model);
/// Logistic regression of the chance to be right.
void learn_chance(std::span<const ChanceExample* const> examples, const LearnOptions& options,
                  query::answers::Model& model);

double score(const query::answers::Model& model, query::answers::Group group,
             const Sparse& features);

}  // namespace repere::quality
