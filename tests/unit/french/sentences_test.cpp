// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "repere/corpus/analysis.h"

namespace {

/// The sentences of a text, parted by " | ".
std::string printed(std::string_view text) {
  std::string out;
  for (const auto range : repere::corpus::sentences(text)) {
    if (!out.empty()) out += " | ";
    out += text.substr(range.begin, range.size());
  }
  return out;
}

struct Row {
  std::string_view text, sentences;
};

}  // namespace

TEST_SUITE("french/sentences") {
  TEST_CASE("sentences end where a reader ends them") {
    const Row rows[] = {
        {"", ""},
        {"  Un. Deux.  ", "Un. | Deux."},
        {"Le préfet reçoit M. Martin. Il signe.", "Le préfet reçoit M. Martin. | Il signe."},
        {"MM. Roux et Petit, Mme. Noir. Fin.", "MM. Roux et Petit, Mme. Noir. | Fin."},
        {"Voir l’art. L. 121 du code. Puis cf. Annexe.",
         "Voir l’art. L. 121 du code. | Puis cf. Annexe."},
        {"Le budget est de 14.2 M€. Il monte.", "Le budget est de 14.2 M€. | Il monte."},
        {"J. R. R. Tolkien écrit. Il lit.", "J. R. R. Tolkien écrit. | Il lit."},
        {"1. Emploi des jeunes\n2. Logement", "1. Emploi des jeunes | 2. Logement"},
        {"Trois axes : • l’emploi ; • la santé.", "Trois axes : | • l’emploi ; | • la santé."},
        {"Est-ce vrai ? Oui ! « Certes. » Bien.", "Est-ce vrai ? | Oui ! | « Certes. » | Bien."},
        {"Une ligne qui\ncontinue ici. Et après.", "Une ligne qui\ncontinue ici. | Et après."},
        {"Titre\n\nLe texte suit.", "Titre | Le texte suit."},
        {"titre\n\nle texte suit", "titre | le texte suit"},
        {"Signé par M.\n\nLe bloc suivant.", "Signé par M. | Le bloc suivant."},
        {"Né en 50 av. J.-C. à Rome. Mort.", "Né en 50 av. J.-C. à Rome. | Mort."},
        {"Le n° 12. La suite.", "Le n° 12. | La suite."},
        {"Il pèse 3 kg... Environ. Etc.", "Il pèse 3 kg... | Environ. | Etc."},
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      CHECK(printed(row.text) == row.sentences);
    }
  }

  TEST_CASE("sentences increase, never overlap and lose nothing but white space") {
    std::mt19937 random(2017);
    const std::string_view pieces[] = {"a",  "B", ". ",   "! ",     "M.", " ",  "\n",  "\n\n", "12",
                                       "• ", "é", "\xff", "\u00a0", "« ", " »", "1. ", "…"};
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (int i = 0; i < 16; ++i) text += pieces[random() % std::size(pieces)];
      CAPTURE(text);
      std::uint32_t last = 0;
      for (const auto range : repere::corpus::sentences(text)) {
        CHECK(range.begin >= last);
        CHECK(range.end > range.begin);
        for (auto at = last; at < range.begin; ++at)
          CHECK(std::string_view(" \n\xc2\xa0").find(text[at]) != std::string_view::npos);
        last = range.end;
      }
      CHECK(last <= text.size());
    }
  }
}
