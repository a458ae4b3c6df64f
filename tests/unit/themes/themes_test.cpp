// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/themes.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace repere::corpus;

namespace {

std::string best(std::string_view text, const std::vector<std::string>& headings = {}) {
  const auto themes = classify(text, headings);
  return themes.empty() ? "" : std::string(themes.front().theme->code);
}

}  // namespace

TEST_SUITE("corpus/themes") {
  TEST_CASE("the tree has some fifteen roots and sixty to ninety sub-themes, each with a mission") {
    std::set<std::string_view> codes, labels;
    std::size_t roots = 0;
    for (const Theme& theme : all_themes()) {
      CAPTURE(theme.code);
      CHECK(codes.insert(theme.code).second);
      CHECK(labels.insert(theme.label).second);
      CHECK_FALSE(theme.mission.empty());
      if (theme.parent.empty()) {
        ++roots;
        continue;
      }
      REQUIRE(theme_by_code(theme.parent) != nullptr);
      CHECK(theme.code.substr(0, theme.parent.size() + 1) == std::string(theme.parent) + "/");
    }
    CHECK(roots >= 14);
    CHECK(roots <= 18);
    CHECK(codes.size() - roots >= 60);
    CHECK(codes.size() - roots <= 90);
  }

  TEST_CASE("a theme is found by its code") {
    REQUIRE(theme_by_code("emploi/contrats-aides") != nullptr);
    CHECK(theme_by_code("emploi/contrats-aides")->label == "Contrats aidés");
    CHECK(theme_by_code("emploi/rien") == nullptr);
  }

  TEST_CASE("a passage gets the theme that its words speak for") {
    const std::pair<const char*, const char*> rows[] = {
        {"Quarante volontaires ont commencé leur service civique au lycée.",
         "jeunesse/service-civique"},
        {"La préfète a recensé douze CAMBRIOLAGES de moins et davantage d'escroqueries.",
         "securite/delinquance"},
        {"Le bailleur gère 900 logements sociaux, dont dix sont vacants.", "logement/social"},
        {"Les contrats aidés sont signés par les associations.", "emploi/contrats-aides"},
        {"Quatre feux de forêt ont mobilisé les sapeurs-pompiers.", "securite/secours"},
        {"La taxe d’habitation et l’impôt sur le revenu se déclarent en ligne.", "etat/impots"},
        {"Les œuvres du musée et le festival de cinéma.", "culture/spectacle"},
    };
    for (const auto& [text, theme] : rows) {
      CAPTURE(text);
      CHECK(best(text) == theme);
    }
  }

  TEST_CASE("case, accents and number do not matter") {
    CHECK(best("LES LOGEMENTS SOCIAUX") == best("le logement social"));
    CHECK(best("Catastrophes naturelles reconnues, inondations") ==
          best("catastrophe naturelle reconnue, inondation"));
    CHECK(best("de\u0301linquance, cambriolage") == "securite/delinquance");
  }

  TEST_CASE("headings help, text decides") {
    CHECK(best("Trente entrées cette année.", {"Service civique"}) == "jeunesse/service-civique");
    CHECK(best("Le parc de logements sociaux compte deux bailleurs sociaux.", {"Numérique"}) ==
          "logement/social");
  }

  TEST_CASE("one to three themes, best first, scores between 0 and 1, no theme beside its root") {
    const auto themes = classify(
        "Les contrats aidés, l'apprentissage, la garantie jeunes, le service civique et les "
        "quartiers prioritaires de la politique de la ville.",
        {});
    REQUIRE(themes.size() <= 3);
    REQUIRE(themes.size() >= 2);
    for (std::size_t i = 0; i < themes.size(); ++i) {
      CHECK(themes[i].score > 0);
      CHECK(themes[i].score < 1);
      if (i > 0) CHECK(themes[i - 1].score >= themes[i].score);
      for (std::size_t j = 0; j < themes.size(); ++j) {
        CHECK(themes[i].theme->parent != themes[j].theme->code);
      }
    }
  }

  TEST_CASE("a passage that speaks of nothing gets no theme") {
    CHECK(classify("", {}).empty());
    CHECK(classify("Voir le tableau ci-dessous.", {}).empty());
    CHECK(classify("\xC3", {}).empty());
    CHECK(classify("\xFF\xFE\xC5 \xCC", {}).empty());
  }

  TEST_CASE("a phrase does not run over a full stop") {
    CHECK(best("Un service. Civique et sobre.") != "jeunesse/service-civique");
  }
}
