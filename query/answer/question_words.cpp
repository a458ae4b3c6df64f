// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/question_words.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <utility>

#include "answer/lexicon.h"

namespace repere::query {
namespace {

/// People's spellings of the interrogatives.
constexpr std::pair<std::string_view, Asker> askers[] = {{"combien", Asker::combien},
                                                         {"combient", Asker::combien},
                                                         {"conbien", Asker::combien},
                                                         {"combein", Asker::combien},
                                                         {"cmb", Asker::combien},
                                                         {"cb", Asker::combien},
                                                         {"quel", Asker::quel},
                                                         {"quelle", Asker::quel},
                                                         {"quels", Asker::quel},
                                                         {"quelles", Asker::quel},
                                                         {"kel", Asker::quel},
                                                         {"kelle", Asker::quel},
                                                         {"qel", Asker::quel},
                                                         {"quell", Asker::quel},
                                                         {"lequel", Asker::quel},
                                                         {"laquelle", Asker::quel},
                                                         {"lesquels", Asker::quel},
                                                         {"lesquelles", Asker::quel},
                                                         {"auquel", Asker::quel},
                                                         {"duquel", Asker::quel},
                                                         {"quand", Asker::quand},
                                                         {"kand", Asker::quand},
                                                         {"comment", Asker::comment},
                                                         {"coment", Asker::comment},
                                                         {"commment", Asker::comment},
                                                         {"pourquoi", Asker::pourquoi},
                                                         {"pourkoi", Asker::pourquoi},
                                                         {"pourquoie", Asker::pourquoi},
                                                         {"qui", Asker::qui},
                                                         {"ki", Asker::qui},
                                                         {"quoi", Asker::quoi},
                                                         {"koi", Asker::quoi},
                                                         {"ou", Asker::ou},
                                                         {"que", Asker::que},
                                                         {"qu", Asker::que}};

constexpr std::string_view fillers[] = {"est ce que vous pouvez me dire",
                                        "pouvez vous me dire",
                                        "pourriez vous me dire",
                                        "peux tu me dire",
                                        "pourrais tu me dire",
                                        "pouvez vous me donner",
                                        "peux tu me donner",
                                        "pouvez vous m indiquer",
                                        "je voudrais connaitre",
                                        "je voudrais savoir",
                                        "j aimerais savoir",
                                        "j aimerais connaitre",
                                        "je souhaite savoir",
                                        "je souhaite connaitre",
                                        "je veux savoir",
                                        "je cherche a savoir",
                                        "je cherche",
                                        "s il vous plait",
                                        "s il te plait",
                                        "donnez moi",
                                        "donne moi",
                                        "dites moi",
                                        "dis moi",
                                        "indiquez moi",
                                        "indique moi",
                                        "montrez moi",
                                        "montre moi",
                                        "trouve moi",
                                        "trouvez moi",
                                        "savez vous",
                                        "sais tu",
                                        "quelqu un sait",
                                        "il y a t il",
                                        "y a t il",
                                        "y a til",
                                        "est ce qu",
                                        "est ce que",
                                        "est ce",
                                        "svp",
                                        "stp",
                                        "bonjour",
                                        "merci",
                                        "citez",
                                        "cite",
                                        "donner",
                                        "donnez",
                                        "indiquez",
                                        "listez",
                                        "enumerez",
                                        "precisez",
                                        "je ne sais pas"};

bool one_of(std::string_view word, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

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

bool is_before_noun(std::string_view folded) {
  return is_article(folded) ||
         one_of(folded,
                {"premier",    "premiere",    "premiers", "premieres", "principal", "principale",
                 "principaux", "principales", "grand",    "grande",    "grands",    "grandes",
                 "nouveau",    "nouvelle",    "nouveaux", "nouvelles", "petit",     "petite",
                 "dernier",    "derniere",    "derniers", "seul",      "seule",     "ancien",
                 "ancienne",   "plus",        "meme",     "autre",     "autres",    "deux",
                 "trois",      "quatre",      "cinq",     "six",       "sept",      "huit",
                 "dix",        "bon",         "bonne",    "haut",      "haute",     "vrai",
                 "gros",       "grosse",      "tout",     "fameux",    "d",         "de"});
}

Asker asker_of(std::string_view folded) {
  const auto found = std::find_if(std::begin(askers), std::end(askers),
                                  [&](const auto& row) { return row.first == folded; });
  return found == std::end(askers) ? Asker::none : found->second;
}

std::span<const std::string_view> asking_phrases() { return fillers; }

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
    word.number =
        token.kind == corpus::TokenKind::number ||
        std::all_of(raw.begin(), raw.end(), [](unsigned char c) { return std::isdigit(c); });
    word.capital = is_upper_at(text, token.begin);
    word.acronym = !word.number && is_acronym(raw);
    word.hyphen = token.begin > 0 && text[token.begin - 1] == '-';
    while (!word.folded.empty() && word.folded.back() == '\'') word.folded.pop_back();
    words.push_back(std::move(word));
  }
  const auto letters = [](const Word& word) { return !word.number && word.folded.size() > 1; };
  const auto shouted = static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](const Word& w) { return letters(w) && w.acronym; }));
  const auto all = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), letters));
  if (all > 2 && shouted * 10 > all * 8)
    for (Word& word : words) word.capital = word.acronym = false;
  return words;
}

}  // namespace repere::query
