// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/candidate.h"

#include <algorithm>
#include <cmath>

#include "answer/lexicon.h"

namespace repere::query::answers {
namespace {

constexpr std::size_t sentences_for_spans = 8;
constexpr std::size_t sentences_for_values = 30;

/// Best match of each question term among words [first, last).
void cover(const Passage& passage, std::uint32_t first, std::uint32_t last,
           std::vector<float>& best) {
  for (std::uint32_t i = first; i < last; ++i) {
    const Tok& tok = passage.toks[i];
    if (tok.term >= 0) {
      float& cell = best[static_cast<std::size_t>(tok.term)];
      cell = std::max(cell, tok.match);
    }
  }
}

double weigh(const std::vector<float>& best, const std::vector<double>& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < best.size(); ++i) sum += weights[i] * static_cast<double>(best[i]);
  return sum;
}

bool in_sentence(corpus::ByteRange span, corpus::ByteRange sentence) {
  return span.begin >= sentence.begin && span.begin < sentence.end;
}

template <typename List, typename Make>
void add_values(const Passage& passage, std::uint32_t index, std::uint32_t sentence,
                const List& list, CandidateKind kind, std::vector<Candidate>& out, Make make) {
  for (const auto& item : list) {
    if (!in_sentence(item.span, passage.sentences[sentence])) continue;
    Candidate candidate;
    candidate.passage = index;
    candidate.sentence = sentence;
    candidate.range = item.span;
    candidate.kind = kind;
    make(candidate, item);
    if (words_of(passage, item.span, candidate.first, candidate.last)) out.push_back(candidate);
  }
}

/// Numbers that are no figure and no part of a date: a table's cell, a score, a year alone.
void add_numbers(const Passage& passage, std::uint32_t index, std::uint32_t sentence, bool years,
                 bool dated, std::vector<Candidate>& out) {
  const auto& found = passage.extraction;
  const auto meets = [](corpus::ByteRange span) {
    return [span](const auto& item) {
      return item.span.begin < span.end && span.begin < item.span.end;
    };
  };
  for (const corpus::Number& number : found.numbers) {
    if (!in_sentence(number.span, passage.sentences[sentence]) || number.ordinal) continue;
    const bool year = number.span.size() == 4 && number.value >= 1000 && number.value <= 2100;
    if (dated && !year) continue;
    if (!years && number.span.size() == 4 && number.value >= 1900 && number.value <= 2050) continue;
    if (std::any_of(found.figures.begin(), found.figures.end(), meets(number.span))) continue;
    if (std::any_of(found.dates.begin(), found.dates.end(), meets(number.span))) continue;
    Candidate candidate;
    candidate.passage = index;
    candidate.sentence = sentence;
    candidate.range = number.span;
    candidate.kind = CandidateKind::figure;
    candidate.number = &number;
    if (words_of(passage, number.span, candidate.first, candidate.last)) out.push_back(candidate);
  }
}

void add_sentence(const Passage& passage, std::uint32_t index, std::uint32_t sentence,
                  std::vector<Candidate>& out) {
  Candidate candidate;
  candidate.passage = index;
  candidate.sentence = sentence;
  candidate.range = passage.sentences[sentence];
  candidate.kind = CandidateKind::sentence;
  if (words_of(passage, candidate.range, candidate.first, candidate.last)) out.push_back(candidate);
}

/// Of the spans from `first` on, keeps those that speak of time: « au début du XIXe siècle ».
void erase_timeless(const Passage& passage, std::size_t first, std::vector<Candidate>& out) {
  static constexpr std::string_view words[] = {
      "siecle",  "siecles", "annee",   "annees", "debut", "fin",       "printemps",
      "automne", "hiver",   "ete",     "matin",  "soir",  "epoque",    "lendemain",
      "veille",  "mois",    "semaine", "jours",  "ans",   "trimestre", "semestre"};
  const auto timeless = [&](const Candidate& candidate) {
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i)
      if (std::find(std::begin(words), std::end(words), passage.toks[i].folded) != std::end(words))
        return false;
    return true;
  };
  out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), timeless),
            out.end());
}

bool wants_sentence(AnswerType type) {
  using enum AnswerType;
  return type == yes_no || type == how || type == why || type == passage || type == definition;
}

}  // namespace

bool words_of(const Passage& passage, corpus::ByteRange range, std::uint32_t& first,
              std::uint32_t& last) {
  const auto begin =
      std::lower_bound(passage.toks.begin(), passage.toks.end(), range.begin,
                       [](const Tok& tok, std::uint32_t at) { return tok.end <= at; });
  auto end = begin;
  while (end != passage.toks.end() && end->begin < range.end) ++end;
  if (begin == end) return false;
  first = static_cast<std::uint32_t>(begin - passage.toks.begin());
  last = static_cast<std::uint32_t>(end - passage.toks.begin()) - 1;
  return true;
}

std::vector<SentenceScore> rank_sentences(const Question& question, const Matcher& matcher,
                                          std::span<const Passage> passages) {
  std::vector<SentenceScore> out;
  const std::size_t terms = question.terms.size();
  const double top = passages.empty() ? 1.0 : std::max(1e-9, passages.front().source->score);
  for (std::uint32_t p = 0; p < passages.size(); ++p) {
    const Passage& passage = passages[p];
    std::vector<float> all(terms, 0.0F), previous(terms, 0.0F);
    cover(passage, 0, static_cast<std::uint32_t>(passage.toks.size()), all);
    for (std::uint32_t s = 0; s < passage.sentences.size(); ++s) {
      const auto [first, last] = passage.sentence_toks[s];
      if (first == last) continue;
      std::vector<float> own(terms, 0.0F);
      cover(passage, first, last, own);
      SentenceScore row{p, s};
      row.cover = weigh(own, matcher.weights());
      std::vector<float> wide = own;
      for (std::size_t i = 0; i < terms; ++i)
        wide[i] = std::max({wide[i], 0.8F * passage.context[i], 0.7F * previous[i]});
      row.context = weigh(wide, matcher.weights());
      row.score = row.cover + 0.5 * row.context + 0.25 * weigh(all, matcher.weights()) +
                  0.35 * passage.source->score / top;
      out.push_back(row);
      previous = std::move(own);
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  for (std::uint32_t i = 0; i < out.size(); ++i) out[i].rank = i;
  return out;
}

std::vector<Candidate> find_candidates(const Question& question, std::span<const Passage> passages,
                                       std::span<const SentenceScore> sentences) {
  std::vector<Candidate> out;
  if (!question.acronym.empty())
    for (std::uint32_t p = 0; p < passages.size(); ++p)
      add_meanings(passages[p], p, question.acronym, out);
  const bool dated = question.type == AnswerType::date || question.type == AnswerType::period;
  const bool spans = !is_figure(question.type) && question.type != AnswerType::acronym;
  for (const SentenceScore& row :
       sentences.first(std::min(sentences.size(), sentences_for_values))) {
    const Passage& passage = passages[row.passage];
    const auto& found = passage.extraction;
    add_values(passage, row.passage, row.sentence, found.figures, CandidateKind::figure, out,
               [](Candidate& c, const corpus::Figure& item) { c.figure = &item; });
    if (!is_figure(question.type))
      add_values(passage, row.passage, row.sentence, found.dates, CandidateKind::date, out,
                 [](Candidate& c, const corpus::DateSpan& item) { c.date = &item; });
    add_numbers(passage, row.passage, row.sentence, !is_figure(question.type), dated, out);
    if (is_figure(question.type)) continue;
    add_values(passage, row.passage, row.sentence, found.entities, CandidateKind::entity, out,
               [](Candidate& c, const corpus::Entity& item) { c.entity = &item; });
    if (row.rank >= sentences_for_spans) continue;
    if (spans) {
      const std::size_t before = out.size();
      add_spans(passage, row.passage, row.sentence, out);
      if (dated) erase_timeless(passage, before, out);
    }
    add_clauses(passage, row.passage, row.sentence, out);
    if (wants_sentence(question.type)) add_sentence(passage, row.passage, row.sentence, out);
  }
  return out;
}

}  // namespace repere::query::answers
