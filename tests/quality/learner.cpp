// SPDX-License-Identifier: GPL-2.0-or-later
#include "learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace repere::quality {
namespace {

/// Adagrad over one table of weights, shared column first.
template <std::size_t rows>
class Stepper {
 public:
  using Table = std::array<std::array<float, query::answers::group_count + 1>, rows>;
  Stepper(Table& table, const LearnOptions& options) : table_(table), options_(options) {}

  void step(std::size_t row, std::size_t own, double gradient) {
    for (const std::size_t column : {std::size_t{0}, own}) {
      float& weight = table_[row][column];
      const double decay = column == 0 ? options_.shared_decay : options_.own_decay;
      const double full = gradient + decay * static_cast<double>(weight);
      double& seen = seen_[row][column];
      seen += full * full;
      weight -= static_cast<float>(options_.rate * full / (std::sqrt(seen) + 1e-3));
    }
  }

 private:
  Table& table_;
  const LearnOptions& options_;
  std::array<std::array<double, query::answers::group_count + 1>, rows> seen_{};
};

std::vector<std::size_t> shuffled(std::size_t size, std::mt19937& random) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::shuffle(order.begin(), order.end(), random);
  return order;
}

}  // namespace

double score(const query::answers::Model& model, query::answers::Group group,
             const Sparse& features) {
  const std::size_t own = static_cast<std::size_t>(group) + 1;
  double sum = 0;
  for (const auto& [i, value] : features)
    sum += static_cast<double>((model.weights[i][0] + model.weights[i][own]) * value);
  return sum;
}

void learn_ranking(std::span<const RankExample* const> examples, const LearnOptions& options,
                   query::answers::Model& model) {
  std::mt19937 random(options.seed);
  Stepper<query::answers::feature_count> stepper(model.weights, options);
  std::vector<double> scores;
  for (int epoch = 0; epoch < options.epochs; ++epoch)
    for (const std::size_t at : shuffled(examples.size(), random)) {
      const RankExample& example = *examples[at];
      const std::size_t own = static_cast<std::size_t>(example.group) + 1;
      scores.clear();
      for (const Sparse& candidate : example.candidates)
        scores.push_back(score(model, example.group, candidate));
      const double top = *std::max_element(scores.begin(), scores.end());
      double total = 0;
      for (double& value : scores) total += value = std::exp(value - top);
      std::array<double, query::answers::feature_count> gradient{};
      for (std::size_t i = 0; i < scores.size(); ++i) {
        const double error =
            (scores[i] / total - static_cast<double>(example.worth[i])) * example.weight;
        if (std::abs(error) < 1e-5) continue;
        for (const auto& [row, value] : example.candidates[i])
          gradient[row] += error * static_cast<double>(value);
      }
      for (std::size_t row = 0; row < gradient.size(); ++row)
        if (gradient[row] != 0) stepper.step(row, own, gradient[row]);
    }
}

void learn_chance(std::span<const ChanceExample* const> examples, const LearnOptions& options,
                  query::answers::Model& model) {
  std::mt19937 random(options.seed);
  Stepper<query::answers::sign_count> stepper(model.confidence, options);
  for (int epoch = 0; epoch < options.epochs; ++epoch)
    for (const std::size_t at : shuffled(examples.size(), random)) {
      const ChanceExample& example = *examples[at];
      const double error =
          (model.chance(example.group, example.signs) - (example.right ? 1 : 0)) * example.weight;
      for (std::size_t row = 0; row < query::answers::sign_count; ++row)
        if (example.signs[row] != 0)
          stepper.step(row, static_cast<std::size_t>(example.group) + 1,
                       error * static_cast<double>(example.signs[row]));
    }
}

}  // namespace repere::quality
