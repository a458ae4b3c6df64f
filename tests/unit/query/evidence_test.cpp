// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rank/evidence.h"

using namespace repere;
using namespace repere::query;

namespace {

double scored(std::string_view query_text, std::string_view body, std::string_view heading = "") {
  static corpus::Analyzer analyzer;
  const auto query = parse(query_text, analyzer, {.families = false, .thesaurus = false});
  EvidenceReader reader(query, std::vector<double>(query.terms.size(), 3.0), 20, analyzer);
  return score(reader.read(body, {heading}));
}

}  // namespace

TEST_SUITE("query/rank") {
  TEST_CASE("of two passages equal but for the form, the exact one scores higher") {
    struct Row {
      std::string_view typed, other;
    };
    const Row rows[] = {{"emploi", "emplois"},        {"préfet", "préfète"},
                        {"travaux", "travail"},       {"française", "français"},
                        {"accueillis", "accueillir"}, {"lieux", "lieu"}};
    for (const auto& row : rows) {
      CAPTURE(row.typed);
      const auto with = [](std::string_view word) {
        return "Le bilan du service dit : " + std::string(word) + " en hausse.";
      };
      CHECK(scored(row.typed, with(row.typed)) > scored(row.typed, with(row.other)));
      CHECK(scored(row.typed, with(row.other)) > 0);
    }
  }

  TEST_CASE("words that stay together score higher than words apart") {
    CHECK(scored("service civique", "Le service civique progresse ici depuis longtemps.") >
          scored("service civique", "Le service progresse ici depuis longtemps, civique enfin."));
  }

  TEST_CASE("words of one sentence score higher than words of two") {
    CHECK(
        scored(
            "jeunes logement",
            "Des jeunes, avec tout cela et bien d'autres choses, ont un logement. Fin du texte.") >
        scored("jeunes logement",
               "Des jeunes, avec tout cela et bien d'autres choses. Fin du texte : un logement."));
  }

  TEST_CASE("a heading counts") {
    CHECK(scored("logement", "Les aides montent.", "Logement") >
          scored("logement", "Les aides montent."));
  }

  TEST_CASE("a passage with a number is preferred when a number is asked for") {
    CHECK(scored("combien de jeunes sont formés", "On a formé 300 jeunes hier.") >
          scored("combien de jeunes sont formés", "On a formé trop jeunes hier."));
  }
}
