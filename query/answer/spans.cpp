// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "answer/candidate.h"
#include "answer/lexicon.h"

namespace repere::query::answers {
namespace {

constexpr std::uint32_t longest_span = 14;  ///< words
constexpr std::uint32_t longest_clause = 30;

/// A run of content words with nothing between them but spaces or hyphens.
struct Chunk {
  std::uint32_t first, last;
};

std::vector<Chunk> chunks_of(const Passage& passage, std::uint32_t first, std::uint32_t last) {
  std::vector<Chunk> out;
  for (std::uint32_t i = first; i < last; ++i) {
    const Tok& tok = passage.toks[i];
    if (!tok.is_content() && !(tok.acronym && tok.cls != WordClass::article)) continue;
    if (tok.verb_like) continue;
    const bool joins = !out.empty() && out.back().last + 1 == i && tok.gap <= Gap::space;
    if (joins)
      out.back().last = i;
    else
      out.push_back({i, i});
  }
  return out;
}

/// Words [first, last] hold no half of a pair of brackets and no change of sentence.
bool is_whole(const Passage& passage, std::uint32_t first, std::uint32_t last) {
  int open = 0;
  for (std::uint32_t i = first + 1; i <= last; ++i) {
    const Gap gap = passage.toks[i].gap;
    if (gap == Gap::stop || gap == Gap::colon) return false;
    if (gap == Gap::opening) ++open;
    if (gap == Gap::closing && --open < 0) return false;
  }
  return open == 0;
}

Candidate make(const Passage& passage, std::uint32_t index, std::uint32_t first, std::uint32_t last,
               CandidateKind kind) {
  Candidate out;
  out.passage = index;
  out.sentence = passage.toks[first].sentence;
  out.first = first;
  out.last = last;
  out.range = {passage.toks[first].begin, passage.toks[last].end};
  out.kind = kind;
  return out;
}

bool same_word(char a, char b) { return (a | 0x20) == (b | 0x20); }

/// Whether the initials of words [first, last] spell the acronym, small words free to be skipped.
bool spells(const Passage& passage, std::uint32_t first, std::uint32_t last,
            std::string_view acronym) {
  std::size_t at = 0;
  for (std::uint32_t i = first; i <= last && at < acronym.size(); ++i) {
    const Tok& tok = passage.toks[i];
    if (tok.folded.empty()) continue;
    if (same_word(tok.folded.front(), acronym[at])) {
      ++at;
      // « Bpifrance », « CODERST »: a word may give several of its letters.
      std::size_t letter = 1;
      while (letter < tok.folded.size() && at < acronym.size() && i == last && letter < 4 &&
             same_word(tok.folded[letter], acronym[at])) {
        ++at;
        ++letter;
      }
    } else if (tok.is_content() && i != first) {
      continue;
    } else if (tok.is_content()) {
      return false;
    }
  }
  return at == acronym.size();
}

}  // namespace

void add_spans(const Passage& passage, std::uint32_t index, std::uint32_t sentence,
               std::vector<Candidate>& out) {
  const auto [first, last] = passage.sentence_toks[sentence];
  const std::vector<Chunk> chunks = chunks_of(passage, first, last);
  for (std::size_t a = 0; a < chunks.size(); ++a)
    for (std::uint32_t start = chunks[a].first;
         start <= std::min(chunks[a].last, chunks[a].first + 1); ++start)
      for (std::size_t b = a; b < std::min(chunks.size(), a + 5); ++b) {
        const std::uint32_t end = chunks[b].last;
        if (end - start >= longest_span || !is_whole(passage, start, end)) break;
        out.push_back(make(passage, index, start, end, CandidateKind::span));
        if (end > chunks[b].first && end > start)
          out.push_back(make(passage, index, start, end - 1, CandidateKind::span));
        if (end > chunks[b].first + 1 && end > start + 1 && b == a)
          out.push_back(make(passage, index, start, end - 2, CandidateKind::span));
      }
}

void add_meanings(const Passage& passage, std::uint32_t index, std::string_view acronym,
                  std::vector<Candidate>& out) {
  const std::string wanted = corpus::fold(acronym);
  const auto size = static_cast<std::uint32_t>(passage.toks.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    const Tok& tok = passage.toks[i];
    if (tok.folded != wanted || !tok.capital) continue;
    const auto reach = static_cast<std::uint32_t>(2 * wanted.size() + 4);
    // « Nom Long (NL) »: the closest start whose initials spell it.
    for (std::uint32_t back = 1; back <= std::min(i, reach); ++back) {
      const std::uint32_t start = i - back;
      if (passage.toks[start + 1].gap == Gap::stop && back > 1) break;
      if (!passage.toks[start].is_content() || !spells(passage, start, i - 1, wanted)) continue;
      out.push_back(make(passage, index, start, i - 1, CandidateKind::meaning));
      break;
    }
    // « NL (Nom Long) », « NL : Nom Long », « NL, Nom Long »
    if (i + 1 >= size || passage.toks[i + 1].gap < Gap::comma ||
        passage.toks[i + 1].gap == Gap::stop)
      continue;
    const bool bracketed = passage.toks[i + 1].gap == Gap::opening;
    std::uint32_t start = i + 1;
    while (start < size && passage.toks[start].cls == WordClass::article) ++start;
    std::uint32_t fitting = 0, closing = 0;
    for (std::uint32_t end = start; end < std::min(size, start + reach); ++end) {
      if (end > start && passage.toks[end].gap == Gap::stop) break;
      if (bracketed && end > start && passage.toks[end].gap == Gap::closing) {
        closing = end - 1;
        break;
      }
      if (!fitting && passage.toks[end].is_content() && spells(passage, start, end, wanted))
        fitting = end;
      if (bracketed && (end + 1 == size || passage.toks[end + 1].gap == Gap::stop)) closing = end;
    }
    if (fitting && !(bracketed && closing >= fitting && closing <= fitting + 3))
      out.push_back(make(passage, index, start, fitting, CandidateKind::meaning));
    else if (closing > start)
      out.push_back(make(passage, index, start, closing, CandidateKind::meaning));
  }
}

void add_clauses(const Passage& passage, std::uint32_t index, std::uint32_t sentence,
                 std::vector<Candidate>& out) {
  static constexpr std::array<std::string_view, 19> leads = {
      "pour",   "afin",      "car",      "parce",  "puisque", "grace", "en",
      "par",    "avec",      "suite",    "raison", "cause",   "faute", "vise",
      "permet", "permettre", "consiste", "comme",  "que"};
  const auto [first, last] = passage.sentence_toks[sentence];
  for (std::uint32_t i = first; i < last; ++i) {
    if (std::find(leads.begin(), leads.end(), passage.toks[i].folded) == leads.end()) continue;
    std::uint32_t commas = 0;
    for (std::uint32_t end = i + 1; end < last && end - i < longest_clause; ++end) {
      const bool stops = end + 1 == last || passage.toks[end + 1].gap >= Gap::comma;
      if (!stops) continue;
      if (passage.toks[end].is_content() && is_whole(passage, i, end))
        out.push_back(make(passage, index, i, end, CandidateKind::clause));
      if (++commas == 2) break;
    }
  }
}

}  // namespace repere::query::answers
