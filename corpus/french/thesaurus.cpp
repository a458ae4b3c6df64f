// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/thesaurus.h"

#include <algorithm>
#include <array>

#include "french/embedded.h"
#include "french/table.h"

namespace repere::corpus {
namespace {

// An acronym says the same thing; an everyday word often says a little more or less.
constexpr double acronym_discount = 0.7, word_discount = 0.5;
constexpr std::size_t most_synonyms = 4;  // of one place in a query

// Acronyms that are also words: taken for acronyms in capitals only.
constexpr auto also_words = std::to_array<std::string_view>(
    {"ae",   "aci",   "aj",   "ale",  "alt", "are", "bac",  "bit", "cap", "car",    "cee", "cel",
     "cite", "clas",  "cle",  "clis", "cod", "cop", "cp",   "cra", "dig", "dir",    "ea",  "eac",
     "ei",   "ens",   "fart", "fem",  "gal", "gie", "gir",  "is",  "ir",  "leader", "mam", "min",
     "mous", "notre", "pat",  "pec",  "pic", "pig", "plus", "pos", "pre", "pup",    "rip", "sage",
     "sem",  "step",  "sup",  "ta",   "ter", "tic", "tri",  "vif", "za",  "zi"});

bool all_capitals(std::string_view word) {
  bool letter = false;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    letter = letter || (c >= 'A' && c <= 'Z');
  }
  return letter && word.size() > 1;
}

std::string key_of(std::span<const Token> tokens) {
  std::string key;
  for (const auto& token : tokens) {
    if (token.stop) continue;
    if (!key.empty()) key += ' ';
    key += token.term;
  }
  return key;
}

}  // namespace

const Thesaurus& Thesaurus::instance() {
  static const Thesaurus thesaurus;
  return thesaurus;
}

void Thesaurus::add(std::string key, std::string_view from, std::string_view to, bool acronym) {
  if (key.empty()) return;
  const bool capitals =
      all_capitals(from) && std::ranges::find(also_words, fold(from)) != also_words.end();
  entries_.push_back({std::move(key), to, capitals, acronym});
}

Thesaurus::Thesaurus() {
  Analyzer analyzer;
  table::for_each_row(embedded::thesaurus(), [&](const std::vector<std::string_view>& cells) {
    if (cells.size() < 3) return;
    ++relations_;
    const bool acronym = all_capitals(cells[0]) || all_capitals(cells[2]);
    for (const std::size_t side : {std::size_t{0}, std::size_t{2}}) {
      const auto tokens = analyzer.analyze(cells[side]);
      longest_ = std::max(longest_, tokens.size());
      if (side == 0 || cells[1] == "=") add(key_of(tokens), cells[side], cells[2 - side], acronym);
    }
  });
  std::ranges::stable_sort(entries_, {}, &Entry::key);
}

std::vector<Synonym> Thesaurus::find(std::string_view text, std::span<const Token> tokens) const {
  std::vector<Synonym> out;
  Analyzer analyzer;
  for (std::size_t first = 0; first < tokens.size();) {
    if (tokens[first].stop && tokens[first].end - tokens[first].begin < 3) {
      ++first;
      continue;
    }
    std::size_t taken = 0;
    for (std::size_t count = std::min(longest_, tokens.size() - first); count > 0 && taken == 0;
         --count) {
      if (tokens[first + count - 1].stop && count > 1) continue;
      const auto words = tokens.subspan(first, count);
      const auto surface = text.substr(words.front().begin, words.back().end - words.front().begin);
      const auto [from, to] = std::ranges::equal_range(entries_, key_of(words), {}, &Entry::key);
      for (auto entry = from; entry != to && taken < most_synonyms; ++entry) {
        if (entry->capitals && !all_capitals(surface)) continue;
        Synonym synonym{static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(count),
                        entry->text,
                        {},
                        entry->acronym ? acronym_discount : word_discount};
        for (const auto& token : analyzer.analyze(entry->text))
          if (!token.stop) synonym.terms.emplace_back(token.term);
        if (synonym.terms.empty()) continue;
        out.push_back(std::move(synonym));
        ++taken;
      }
      if (taken > 0) first += count - 1;
    }
    ++first;
  }
  return out;
}

}  // namespace repere::corpus
