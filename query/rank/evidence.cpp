// SPDX-License-Identifier: GPL-2.0-or-later
#include "rank/evidence.h"

#include <algorithm>
#include <cmath>

namespace repere::query {
namespace {

// source: grid on PIAF's dev half; passages are cut to one length, so length says little.
constexpr double k1 = 0.9, b = 0.6;
constexpr double heading_weight = 2, heading_b = 0.5, usual_heading_length = 4;

/// How near two neighbours of the query stand, by the signed distance of their words.
double nearness(int distance) {
  if (distance == 1) return 1;
  if (distance == -1) return 0.6;
  const int apart = std::abs(distance);
  if (apart <= 3) return 0.5;
  return apart <= 8 ? 0.25 : 0;
}

/// True when a sentence ends between two neighbouring words; cheaper than ICU's, and exact enough
/// to tell what stands together.
bool ends_sentence(std::string_view gap, std::string_view next) {
  if (gap.find('\n') != std::string_view::npos) return true;
  const auto mark = gap.find_first_of(".!?");
  if (mark == std::string_view::npos || next.empty()) return false;
  const auto first = static_cast<unsigned char>(next[0]);
  const bool capital =
      (first >= 'A' && first <= 'Z') || first == 0xC3 || (first >= '0' && first <= '9');
  return capital && gap.find(' ', mark) != std::string_view::npos;
}

bool is_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]);
  if (first >= 'A' && first <= 'Z') return true;
  return first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) < 0xA0;
}

}  // namespace

double score(const Evidence& evidence) {
  double sum = 0;
  for (std::size_t i = 0; i < feature_count; ++i) sum += model[i] * evidence[i];
  return sum;
}

struct EvidenceReader::Seen {
  struct Word {
    std::size_t term;
    int position;
    std::size_t sentence;
  };
  std::vector<Word> words;             ///< the query's, in the body's order
  std::vector<double> body, headings;  ///< occurrences by term
  std::vector<bool> exact;
  std::vector<bool> has_number, has_year, has_name;  ///< by sentence, other than the query's words
  int length = 0, heading_length = 0, heading_found = 0;
};

EvidenceReader::EvidenceReader(const ParsedQuery& query, std::vector<double> worth,
                               double average_length, corpus::Analyzer& analyzer)
    : query_(query),
      worth_(std::move(worth)),
      average_length_(std::max(1.0, average_length)),
      analyzer_(analyzer) {
  for (std::size_t i = 0; i < query_.terms.size(); ++i) {
    by_term_.emplace(query_.terms[i].term, i);
    if (!query_.terms[i].added) total_ += worth_[i];
  }
}

void EvidenceReader::read_body(std::string_view body, Seen& seen) {
  std::size_t sentence = 0;
  std::uint32_t last_end = 0;
  bool first_of_sentence = true;
  seen.has_number.assign(1, false);
  seen.has_year = seen.has_name = seen.has_number;
  for (const auto& token : analyzer_.analyze(body)) {
    const auto text = body.substr(token.begin, token.end - token.begin);
    if (token.begin > last_end &&
        ends_sentence(body.substr(last_end, token.begin - last_end), text)) {
      ++sentence;
      first_of_sentence = true;
      for (auto* flags : {&seen.has_number, &seen.has_year, &seen.has_name})
        flags->push_back(false);
    }
    last_end = token.end;
    const bool opens = std::exchange(first_of_sentence, false);
    if (token.stop) continue;
    ++seen.length;
    const auto found = by_term_.find(token.term);
    if (found != by_term_.end()) {
      const std::size_t i = found->second;
      seen.words.push_back({i, seen.length, sentence});
      seen.body[i] += 1;
      if (token.exact == query_.terms[i].exact) seen.exact[i] = true;
    } else if (token.kind == corpus::TokenKind::number) {
      seen.has_number[sentence] = true;
      if (token.term.size() == 4 && (token.term[0] == '1' || token.term[0] == '2'))
        seen.has_year[sentence] = true;
    } else if (!opens && is_capital(text)) {
      seen.has_name[sentence] = true;
    }
  }
}

void EvidenceReader::read_headings(const std::vector<std::string_view>& headings, Seen& seen) {
  for (const auto heading : headings)
    for (const auto& token : analyzer_.analyze(heading)) {
      if (token.stop) continue;
      ++seen.heading_length;
      const auto found = by_term_.find(token.term);
      if (found == by_term_.end()) continue;
      if (seen.headings[found->second] == 0 && !query_.terms[found->second].added)
        ++seen.heading_found;
      seen.headings[found->second] += 1;
      if (token.exact == query_.terms[found->second].exact) seen.exact[found->second] = true;
    }
}

double EvidenceReader::bm25(const Seen& seen) const {
  double sum = 0;
  const double body_norm = 1 - b + b * seen.length / average_length_;
  const double heading_norm =
      1 - heading_b + heading_b * seen.heading_length / usual_heading_length;
  for (std::size_t i = 0; i < query_.terms.size(); ++i) {
    const double count =
        seen.body[i] / body_norm + heading_weight * std::min(1.0, seen.headings[i]) / heading_norm;
    sum += worth_[i] * count * (k1 + 1) / (count + k1);
  }
  return sum;
}

double EvidenceReader::proximity(const Seen& seen) const {
  const auto& order = query_.order;
  double sum = 0;
  for (std::size_t at = 0; at + 1 < order.size(); ++at) {
    if (order[at] == order[at + 1]) continue;
    double best = 0;
    for (const auto& one : seen.words) {
      if (one.term != order[at]) continue;
      for (const auto& other : seen.words)
        if (other.term == order[at + 1])
          best = std::max(best, nearness(other.position - one.position));
    }
    sum += best * std::min(worth_[order[at]], worth_[order[at + 1]]);
  }
  return sum;
}

bool EvidenceReader::fits_answer(const Seen& seen, std::size_t sentence) const {
  switch (query_.wanted) {
    case Wanted::number:
      return seen.has_number[sentence];
    case Wanted::date:
      return seen.has_year[sentence];
    case Wanted::name:
      return seen.has_name[sentence];
    case Wanted::anything:
      break;
  }
  return false;
}

void EvidenceReader::read_sentences(const Seen& seen, Evidence& out) const {
  const std::size_t terms = query_.terms.size();
  std::vector<double> here(terms, 0), before(terms, 0);
  double best = 0, best_context = 0;
  std::size_t best_sentence = 0;
  for (std::size_t at = 0; at < seen.words.size();) {
    const std::size_t sentence = seen.words[at].sentence;
    const bool follows = at > 0 && seen.words[at - 1].sentence + 1 == sentence;
    before.swap(here);
    if (!follows) std::fill(before.begin(), before.end(), 0);
    std::fill(here.begin(), here.end(), 0);
    for (; at < seen.words.size() && seen.words[at].sentence == sentence; ++at)
      here[seen.words[at].term] = 1;
    double plain = 0, context = 0;
    for (std::size_t i = 0; i < terms; ++i) {
      const double value = worth_[i];
      plain += here[i] * value;
      const double around = std::max(seen.headings[i] > 0 ? 0.5 : 0.0, 0.4 * before[i]);
      context += std::max(here[i], around) * value;
    }
    best_context = std::max(best_context, context);
    if (plain <= best) continue;
    best = plain;
    best_sentence = sentence;
  }
  out[static_cast<std::size_t>(Feature::sentence)] = best;
  out[static_cast<std::size_t>(Feature::context)] = best_context;
  if (best > 0 && fits_answer(seen, best_sentence))
    out[static_cast<std::size_t>(Feature::answer_type)] = total_;
}

Evidence EvidenceReader::read(std::string_view body,
                              const std::vector<std::string_view>& headings) {
  Seen seen;
  seen.body.assign(query_.terms.size(), 0);
  seen.headings = seen.body;
  seen.exact.assign(query_.terms.size(), false);
  read_headings(headings, seen);
  read_body(body, seen);
  Evidence out{};
  const auto set = [&](Feature feature, double value) {
    out[static_cast<std::size_t>(feature)] = value;
  };
  set(Feature::bm25, bm25(seen));
  set(Feature::proximity, proximity(seen));
  double exact = 0, coverage = 0;
  for (std::size_t i = 0; i < query_.terms.size(); ++i) {
    if (query_.terms[i].added) continue;
    if (seen.exact[i]) exact += worth_[i];
    if (seen.body[i] + seen.headings[i] > 0) coverage += worth_[i];
  }
  set(Feature::exact, exact);
  set(Feature::coverage, coverage);
  if (seen.heading_length > 0)
    set(Feature::heading, total_ * seen.heading_found / seen.heading_length);
  read_sentences(seen, out);
  return out;
}

}  // namespace repere::query
