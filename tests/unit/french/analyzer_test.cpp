// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "repere/corpus/analysis.h"

using repere::corpus::Analyzer;
using repere::corpus::TokenKind;

namespace {

/// Tokens as "exact/term", stop words in parentheses, parted by spaces.
std::string printed(std::string_view text) {
  Analyzer analyzer;
  std::string out;
  for (const auto& token : analyzer.analyze(text)) {
    if (!out.empty()) out += ' ';
    if (token.stop)
      out.append("(").append(token.exact).append(")");
    else if (token.exact == token.term)
      out += token.exact;
    else
      out.append(token.exact).append("/").append(token.term);
  }
  return out;
}

struct Row {
  std::string_view text, tokens;
};

}  // namespace

TEST_SUITE("french/analyzer") {
  TEST_CASE("texts are cut as a reader of French would") {
    const Row rows[] = {
        {"", ""},
        {"L’État et l'emploi", "(l) état/etat (et) (l) emploi"},
        {"aujourd’hui, Prud'homme", "aujourd'hui prud'homme"},
        {"2,2 Md d’€", "2.2 md (d) €/euro"},
        {"Hauts-de-France", "hauts/haut (de) france"},
        {"les emplois-jeunes", "(les) emplois/emploi jeunes/jeune"},
        {"1940-1945", "1940 1945"},
        {"10 000 jeunes", "10000 jeunes/jeune"},
        {"10\u00a0000, 10\u202f000 et 10\u2009000", "10000 10000 (et) 10000"},
        {"1.234.567 habitants", "1234567 habitants/habitant"},
        {"14,20 % de 2016 350", "14.2 %/pourcentage (de) 2016 350"},
        {"le 01/02/2016", "(le) 1 2 2016"},
        {"1er, 2ème et XIXe siècle", "1 2 (et) 19 siècle/siecle"},
        {"10kg en 15h30", "10 kg/kilogramme (en) 15 h 30"},
        {"CO2, A29 et m²", "co2 a29 (et) m²/m2"},
        {"les E.P.C.I. du S.N.C.F.", "(les) epci (du) sncf"},
        {"M. Dupont vit à X.", "m dupont vit/vivre (à) x"},
        {"Y a-t-il 3 t ?", "(y) (a) (t) (il) 3 t"},
        {"vitamine D", "vitamine d"},
        {"lorsqu’il s'agit", "(lorsqu) (il) (s) agit/agir"},
        {"e\u0301tat", "état/etat"},
        {"coopé\u00adration", "coopération/cooperation"},
        {"Œuvre cœur", "œuvre/oeuvre cœur/coeur"},
        {"a\xff"
         "b",
         "(a) b"},
        {"préfecture Prefecture PRÉFECTURE",
         "préfecture/prefecture prefecture préfecture/prefecture"},
        {"ภาษาไทย", "ภาษา ไทย"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      CHECK(printed(row.text) == row.tokens);
    }
  }

  TEST_CASE("the two apostrophes and the two normal forms give the same terms") {
    CHECK(printed("l'école d'été") == printed("l’e\u0301cole d’e\u0301te\u0301"));
  }

  TEST_CASE("offsets increase and lie in the text, whatever the bytes") {
    std::mt19937 random(60);
    Analyzer analyzer;
    const std::string_view pieces[] = {"l'", "’", "é", "\xcc\x81", "12",       " ", "3",
                                       ",",  ".", "x", "\xff",     "\xe2\x80", "ม", "東",
                                       "-",  "%", "€", "E.",       "\u202f"};
    for (int round = 0; round < 5000; ++round) {
      std::string text;
      for (int i = 0; i < 20; ++i) text += pieces[random() % std::size(pieces)];
      std::uint32_t last = 0, position = 0;
      for (const auto& token : analyzer.analyze(text)) {
        CHECK(token.begin >= last);
        CHECK(token.end > token.begin);
        CHECK(token.end <= text.size());
        CHECK(token.position == position++);
        last = token.end;
      }
    }
  }

  TEST_CASE("a word of a megabyte gives a short term") {
    Analyzer analyzer;
    const std::string word(1 << 20, 'z');
    const auto tokens = analyzer.analyze(word);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].term.size() <= 64);
    const std::string digits(1 << 20, '7');
    CHECK(analyzer.analyze(digits)[0].term.size() <= 64);
  }

  TEST_CASE("numbers are numbers") {
    Analyzer analyzer;
    CHECK(analyzer.analyze("12 000")[0].kind == TokenKind::number);
    CHECK(analyzer.analyze("douzaine")[0].kind == TokenKind::word);
  }
}
