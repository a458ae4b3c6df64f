// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parse/parsed_query.h"
#include "repere/corpus/analysis.h"

namespace repere::query {

/// What speaks for a passage. Each value is in units of idf (a sum over words of the query), so
/// that one model serves collections of any size.
enum class Feature : std::size_t {
  bm25,         ///< field-weighted BM25 of body and headings
  exact,        ///< words that stand in the very form that was typed
  proximity,    ///< neighbours of the query that are neighbours in the body
  sentence,     ///< the best sentence's words
  context,      ///< the same with half of what headings, and less of what the sentence before, add
  coverage,     ///< words found anywhere in body or headings
  answer_type,  ///< the best sentence holds what is asked for: a number, a date, a name
  heading,      ///< share of the headings' words that the query asks for
  count_,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count_);
using Evidence = std::array<double, feature_count>;

/// The one scored model: its weights, by feature. source: tests/quality/fit_ranking.py.
inline constexpr Evidence model = {1, 1, 0.4, 0, 0.47, 0, 0.1, 0.3};

double score(const Evidence& evidence);

/// Reads the evidence of passages for one query. cost: linear in the passage's bytes.
class EvidenceReader {
 public:
  /// worth: of each query term, its idf and weight in one (see worth_of()). average_length: words
  /// of a passage.
  EvidenceReader(const ParsedQuery& query, std::vector<double> worth, double average_length,
                 corpus::Analyzer& analyzer);

  Evidence read(std::string_view body, const std::vector<std::string_view>& headings);

 private:
  struct Seen;

  void read_body(std::string_view body, Seen& seen);
  void read_headings(const std::vector<std::string_view>& headings, Seen& seen);
  double bm25(const Seen& seen) const;
  double proximity(const Seen& seen) const;
  void read_sentences(const Seen& seen, Evidence& out) const;
  bool fits_answer(const Seen& seen, std::size_t sentence) const;

  const ParsedQuery& query_;
  std::vector<double> worth_;
  double average_length_, total_ = 0;
  corpus::Analyzer& analyzer_;
  std::unordered_map<std::string_view, std::size_t> by_term_;
};

}  // namespace repere::query
