// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "repere/corpus/extraction.h"

using namespace repere::corpus;

namespace {

/// "value@surface" of every number, joined by " | "; ordinals carry a trailing e.
std::string printed(std::string_view text) {
  std::string out;
  for (const Number& number : find_numbers(text)) {
    if (!out.empty()) out += " | ";
    out += canonical_number(number.value) + (number.ordinal ? "e" : "") + "@";
    out += text.substr(number.span.begin, number.span.size());
  }
  return out;
}

std::string terms(std::string_view text) {
  std::string out;
  for (const NumberTerm& term : number_terms(text)) out += (out.empty() ? "" : " ") + term.term;
  return out;
}

struct Row {
  std::string_view text, expected;
};

}  // namespace

TEST_SUITE("extract/numbers") {
  TEST_CASE("digits are read in every French notation") {
    constexpr Row rows[] = {
        {"12 communes", "12@12"},
        {"10 000 élèves", "10000@10 000"},
        {"10\u00a0000 élèves", "10000@10\u00a0000"},
        {"10\u202f000 élèves", "10000@10\u202f000"},
        {"10\u2009000 élèves", "10000@10\u2009000"},
        {"1.250.000 euros", "1250000@1.250.000"},
        {"94.000 euros", "94000@94.000"},
        {"3,75 %", "3.75@3,75"},
        {"1.4 Md d'€", "1400000000@1.4 Md"},
        {"en baisse de -1,7 %", "-1.7@-1,7"},
        {"un solde de −8 points", "-8@−8"},
        {"une hausse de +2,5 %", "2.5@+2,5"},
        {"329,57 M€", "329570000@329,57 M"},
        {"12k€ et 12 k€", "12000@12k | 12000@12 k"},
        {"3 Mds€", "3000000000@3 Mds"},
        {"1 mn d’€ en 10 mn", "1000000@1 mn | 10@10"},
        {"2 millions 500 000", "2500000@2 millions 500 000"},
        {"4 mille 3 cents", "4300@4 mille 3 cents"},
        {"en 2016 35 dossiers", "2016@2016 | 35@35"},
        {"M. Blin a vu 4 M. Dupré aussi", "4@4"},
        {"0,5 point", "0.5@0,5"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(printed(row.text) == row.expected);
    }
  }

  TEST_CASE("words are read as one number") {
    constexpr Row rows[] = {
        {"quatre-vingt-dix-sept maires", "97@quatre-vingt-dix-sept"},
        {"soixante et onze", "71@soixante et onze"},
        {"septante-deux et nonante-neuf", "72@septante-deux | 99@nonante-neuf"},
        {"trois cent vingt mille quatre", "320004@trois cent vingt mille quatre"},
        {"deux millions cinq cent mille", "2500000@deux millions cinq cent mille"},
        {"dix mille", "10000@dix mille"},
        {"une trentaine d'agents", "30@une trentaine"},
        {"trois douzaines", "36@trois douzaines"},
        {"une centaine de millions", "100000000@une centaine de millions"},
        {"un million et demi", "1500000@un million et demi"},
        {"deux virgule zéro cinq", "2.05@deux virgule zéro cinq"},
        {"moins douze degrés", "-12@moins douze"},
        {"au moins douze agents", "12@douze"},
        {"un agent, une mairie", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(printed(row.text) == row.expected);
    }
  }

  TEST_CASE("shares are fractions and ranks are ordinals") {
    constexpr Row rows[] = {
        {"les trois quarts", "0.75@trois quarts"},
        {"un cinquième des élèves", "0.2@un cinquième"},
        {"le cinquième arrondissement", "5e@cinquième"},
        {"la 15ème édition et le 1er prix", "15e@15ème | 1e@1er"},
        {"la moitié des lots", "0.5@moitié"},
        {"2 1/4", "2.25@2 1/4"},
        {"vingt-et-unième", "21e@vingt-et-unième"},
        {"sept centièmes", "0.07@sept centièmes"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(printed(row.text) == row.expected);
    }
  }

  TEST_CASE("every notation of a value shares its search term") {
    for (const std::string_view text : {"10000", "10 000", "10\u00a0000", "10\u202f000",
                                        "10\u2009000", "10.000", "dix mille", "10 mille", "10 k"})
      CHECK_MESSAGE(terms(text) == "10000", text);
    for (const std::string_view text :
         {"2,2 Md€", "2,2 milliards d'euros", "2 200 M€", "2.2 Mds d’€", "2200 millions d'€"})
      CHECK_MESSAGE(terms(text) == "2200000000", text);
    CHECK(terms("le 2e des 12,50 points") == "12.5");
  }

  TEST_CASE("a printed value is read back") {
    const auto grouped = [](long long value, std::string_view mark) {
      std::string digits = std::to_string(value);
      for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, mark);
      return digits;
    };
    long long value = 7;
    for (int i = 0; i < 400; ++i) {
      value = (value * 6364136223846793005LL + 1442695040888963407LL) & 0x3fffffffffffLL;
      const long long small = value % (i % 2 == 0 ? 100000000000LL : 100000LL);
      for (const std::string_view mark : {"", " ", "\u00a0", "\u202f", "\u2009", "."}) {
        const std::string text = "soit " + grouped(small, mark) + " en tout";
        const auto numbers = find_numbers(text);
        CAPTURE(text);
        REQUIRE(numbers.size() == 1);
        CHECK(numbers[0].value == static_cast<double>(small));
        CHECK(text.substr(numbers[0].span.begin, numbers[0].span.size()) == grouped(small, mark));
      }
      const double cents = static_cast<double>(small % 1000000) / 100;
      const std::string decimal = std::to_string(small % 1000000 / 100) + "," +
                                  std::to_string(small % 100 / 10) + std::to_string(small % 10);
      REQUIRE(find_numbers(decimal).size() == 1);
      CHECK(find_numbers(decimal)[0].value == doctest::Approx(cents));
      CHECK(find_numbers(decimal + " M€")[0].value == doctest::Approx(cents * 1e6));
    }
  }
}
