// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "answer/evidence.h"
#include "answer/question.h"
#include "repere/corpus/analysis.h"
#include "repere/corpus/report.h"

namespace repere::quality {

/// A BM25 index in memory over passages, so that answers are trained without an index on disk.
class ScratchSearch {
 public:
  void add(query::Evidence evidence);
  /// A report cut into passages as the indexer does: blocks of one heading, about 40 to 200 words.
  void add_report(const corpus::Report& report);

  /// The best passages for a question's terms, best first. skip: ids that are left out.
  template <typename Skip>
  std::vector<query::Evidence> top(const query::Question& question, std::size_t limit, Skip skip) {
    std::vector<query::Evidence> out;
    for (const auto& [score, index] : ranked(question)) {
      if (out.size() == limit) break;
      if (skip(passages_[index])) continue;
      out.push_back(passages_[index]);
      out.back().score = score;
    }
    return out;
  }
  query::Collection collection() const;
  const std::vector<query::Evidence>& passages() const { return passages_; }

 private:
  std::vector<std::pair<double, std::size_t>> ranked(const query::Question& question);

  corpus::Analyzer analyzer_;
  std::vector<query::Evidence> passages_;
  std::vector<double> lengths_;
  std::unordered_map<std::string, std::vector<std::pair<std::size_t, double>>> postings_;
  double total_length_ = 0;
};

}  // namespace repere::quality
