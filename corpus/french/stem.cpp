// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "french/lemma_table.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Words the lemma table would read as a form of something else. Sorted by the folded word.
constexpr auto own_terms = std::to_array<Pair>({
    {"%", "pourcentage"},
    {"calais", "calais"},
    {"covid", "covid"},
    {"jeux", "jeu"},
    {"mme", "madame"},
    {"mmes", "madame"},
    {"mr", "monsieur"},
    {"nord", "nord"},
    {"paris", "paris"},
    {"pourcent", "pourcentage"},
    {"reims", "reims"},
    {"sens", "sens"},
    {"vienne", "vienne"},
    {"€", "euro"},
});
static_assert(std::ranges::is_sorted(own_terms));

constexpr std::size_t longest_term = 64;  // bytes; longer words are cut

/// For words no table knows: names, new words, other languages.
std::string plural_rule(std::string folded) {
  const std::size_t size = folded.size();
  if (size > 4 && folded.ends_with("eaux")) return folded.substr(0, size - 1);
  if (size > 5 && folded.ends_with("aux")) return folded.substr(0, size - 2) + "l";
  if (size > 3 && (folded.back() == 's' || folded.back() == 'x') && folded[size - 2] != 's')
    folded.pop_back();
  return folded;
}

std::string cut(std::string word, std::size_t limit) {
  if (word.size() <= limit) return word;
  while (limit > 0 && (static_cast<unsigned char>(word[limit]) & 0xC0) == 0x80) --limit;
  word.resize(limit);
  return word;
}

std::string without_ligatures(std::string_view exact) {
  std::string out(exact);
  for (std::size_t at = 0; (at = out.find("œ", at)) != std::string::npos;) out.replace(at, 2, "oe");
  for (std::size_t at = 0; (at = out.find("æ", at)) != std::string::npos;) out.replace(at, 2, "ae");
  return out;
}

}  // namespace

std::string stem(std::string_view exact) {
  if (exact.size() > longest_term)
    return cut(fold(exact.substr(0, 4 * longest_term)), longest_term);
  std::string folded = fold(exact);
  const auto own = std::ranges::lower_bound(own_terms, std::string_view(folded), {}, &Pair::first);
  if (own != own_terms.end() && own->first == folded) return std::string(own->second);
  if (exact.size() < 2) return folded;
  std::string term = LemmaTable::instance().find(without_ligatures(exact), folded);
  if (term.empty()) term = plural_rule(std::move(folded));
  return cut(std::move(term), longest_term);
}

}  // namespace repere::corpus
