// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "repere/corpus/thesaurus.h"

using namespace repere::corpus;

namespace {

bool finds(std::string_view text, std::string_view synonym) {
  Analyzer analyzer;
  const auto found = analyzer.analyze(text);
  const std::vector<Token> tokens(found.begin(), found.end());
  const auto synonyms = Thesaurus::instance().find(text, tokens);
  return std::ranges::find(synonyms, synonym, &Synonym::text) != synonyms.end();
}

}  // namespace

TEST_SUITE("french/thesaurus") {
  TEST_CASE("it has at least 1 200 relations") { CHECK(Thesaurus::instance().size() >= 1200); }

  TEST_CASE("citizens' words lead to the administration's") {
    CHECK(finds("les chômeurs de l'Oise", "demandeurs d'emploi"));
    CHECK(finds("inscription à la fac", "université"));
    CHECK(finds("refaire ma carte grise", "certificat d'immatriculation"));
    CHECK(finds("mon intercommunalité", "EPCI"));
    CHECK(finds("HLM", "logement social"));
  }

  TEST_CASE("acronyms work both ways, whatever the case and number") {
    CHECK(finds("epci", "établissement public de coopération intercommunale"));
    CHECK(finds("établissements publics de coopération intercommunale", "EPCI"));
    CHECK(finds("RSA", "revenu de solidarité active"));
  }

  TEST_CASE("one-way relations stay one-way, and words are not taken for acronyms") {
    CHECK_FALSE(finds("certificat médical", "carte grise"));
    CHECK_FALSE(finds("un enfant sage", "schéma d'aménagement et de gestion des eaux"));
    CHECK(finds("le SAGE", "schéma d'aménagement et de gestion des eaux"));
  }

  TEST_CASE("families are linked, look-alikes are not") {
    const auto related = [](std::string_view one, std::string_view other) {
      return std::ranges::count(related_terms(stem(one)), stem(other)) > 0;
    };
    CHECK(related("préfet", "préfectoral"));
    CHECK(related("emploi", "employeur"));
    CHECK(related("subvention", "subventionner"));
    CHECK(related("construction", "construire"));
    CHECK(related("marche", "marché"));
    CHECK_FALSE(related("département", "départ"));
    CHECK_FALSE(related("logement", "loge"));
  }
}
