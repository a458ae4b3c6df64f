// SPDX-License-Identifier: GPL-2.0-or-later
#include "scratch_search.h"

#include <algorithm>
#include <cmath>

#include "answer/synonyms.h"

namespace repere::quality {
namespace {
constexpr double k1 = 1.2, b = 0.75, heading_weight = 2;
constexpr std::size_t shortest = 250, longest = 1300;  ///< bytes of a passage of grouped blocks
}  // namespace

void ScratchSearch::add(query::Evidence evidence) {
  std::unordered_map<std::string, double> counts;
  double length = 0;
  const auto count = [&](std::string_view text, double weight) {
    for (const corpus::Token& token : analyzer_.analyze(text)) {
      if (token.stop) continue;
      counts[std::string(token.term)] += weight;
      length += 1;
    }
  };
  count(evidence.text, 1);
  count(evidence.title, heading_weight);
  for (const std::string& title : evidence.section) count(title, heading_weight);
  for (const auto& [term, n] : counts) postings_[term].emplace_back(passages_.size(), n);
  passages_.push_back(std::move(evidence));
  lengths_.push_back(length);
  total_length_ += length;
}

void ScratchSearch::add_report(const corpus::Report& report) {
  query::Evidence open;
  int section = -1;
  const auto close = [&] {
    if (!open.text.empty()) add(std::move(open));
    open = {};
  };
  for (const corpus::Block& block : report.blocks) {
    if (block.kind == corpus::BlockKind::heading || block.kind == corpus::BlockKind::toc_entry) continue;
    const auto text = report.slice(block.clean);
    if (block.section != section || open.text.size() + text.size() > longest ||
        (open.text.size() > shortest && block.kind == corpus::BlockKind::paragraph))
      close();
    section = block.section;
    if (open.text.empty()) {
      open.id = report.id + "#" + std::to_string(passages_.size());
      open.document = report.id;
      open.title = report.title;
      open.year = report.year;
      open.territory = report.territory;
      open.section = corpus::section_path(report, block.section);
    } else {
      open.text += "\n\n";
    }
    open.text += text;
  }
  close();
}

std::vector<std::pair<double, std::size_t>> ScratchSearch::ranked(const query::Question& question) {
  std::vector<double> scores(passages_.size(), 0);
  const auto n = static_cast<double>(passages_.size());
  const double mean = total_length_ / std::max(1.0, n);
  for (const query::QuestionTerm& term : question.terms) {
    const auto found = postings_.find(term.term);
    if (found == postings_.end()) continue;
    const auto df = static_cast<double>(found->second.size());
    const double idf = std::log(1 + (n - df + 0.5) / (df + 0.5));
    for (const auto& [index, tf] : found->second)
      scores[index] += idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * lengths_[index] / mean));
  }
  std::vector<std::pair<double, std::size_t>> out;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores[i] > 0) out.emplace_back(scores[i], i);
  std::sort(out.begin(), out.end(), [](const auto& left, const auto& right) {
    return left.first != right.first ? left.first > right.first : left.second < right.second;
  });
  return out;
}

query::Collection ScratchSearch::collection() const {
  return {static_cast<double>(passages_.size()), [this](std::string_view term) {
            const auto found = postings_.find(std::string(term));
            return found == postings_.end() ? 0.0 : static_cast<double>(found->second.size());
          }};
}

}  // namespace repere::quality
