// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/question_words.h"

#include <algorithm>
#include <cctype>

namespace repere::query {
namespace {

bool is_acronym(std::string_view word) {
  std::size_t upper = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto c = static_cast<unsigned char>(word[at]);
    if (std::islower(c)) return false;
    if (c >= 0x80 && (c & 0xC0) != 0x80 && !is_upper_at(word, at)) return false;
    upper += is_upper_at(word, at) ? 1 : 0;
  }
  return upper >= 2;
}

}  // namespace

bool is_upper_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  if (c >= 'A' && c <= 'Z') return true;
  if (at + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return (c == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) || (c == 0xC5 && next == 0x92);
}

std::vector<Word> cut_question(std::string_view text, corpus::Analyzer& analyzer,
                               std::size_t limit) {
  std::vector<Word> words;
  for (const corpus::Token& token : analyzer.analyze(text)) {
    if (words.size() == limit) break;
    Word word;
    word.folded = corpus::fold(token.exact);
    word.term = token.term;
    word.span = {token.begin, token.end};
    const std::string_view raw = text.substr(token.begin, token.end - token.begin);
    word.number = token.kind == corpus::TokenKind::number ||
                  std::all_of(raw.begin(), raw.end(), [](unsigned char c) { return std::isdigit(c); });
    word.capital = is_upper_at(text, token.begin);
    word.acronym = !word.number && is_acronym(raw);
    word.hyphen = token.begin > 0 && text[token.begin - 1] == '-';
    while (!word.folded.empty() && word.folded.back() == '\'') word.folded.pop_back();
    words.push_back(std::move(word));
  }
  const auto letters = [](const Word& word) { return !word.number && word.folded.size() > 1; };
  const auto shouted = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const Word& w) { return letters(w) && w.acronym; }));
  const auto all = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), letters));
  if (all > 2 && shouted * 10 > all * 8)
    for (Word& word : words) word.capital = word.acronym = false;
  return words;
}

}  // namespace repere::query
