// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cpu_time.h"
#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

using namespace repere::corpus;

namespace {

using List = std::vector<std::string>;

Report report_of(std::string_view text, std::string_view territory) {
  Report report = plain_report(text);
  report.territory = territory;
  return report;
}

/// "class:surface" of every entity of a text, in order.
List found(std::string_view text, std::string_view territory = {}) {
  const Report report = report_of(text, territory);
  List out;
  for (const Entity& entity : find_entities(report))
    out.push_back(std::string(to_string(entity.cls)) + ":" +
                  std::string(report.slice(entity.span)));
  return out;
}

/// One a line, so that a failure shows what was found.
std::string joined(const List& list) {
  std::string out;
  for (const std::string& item : list) out += item + "\n";
  return out;
}

Entity only(std::string_view text, std::string_view territory = {}) {
  const auto entities = find_entities(report_of(text, territory));
  REQUIRE(entities.size() == 1);
  return entities.front();
}

struct Row {
  const char* text;
  List expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CHECK(joined(found(row.text)) == joined(row.expected));
  }
}

}  // namespace

TEST_SUITE("extract/entities") {
  TEST_CASE("a territory has its code, and the report's own comes first") {
    const Entity oise = only("Le préfet de l'Oise a ouvert la séance.");
    CHECK(oise.cls == EntityClass::place);
    CHECK(oise.code == "DEP-60");
    CHECK(oise.name == "Oise");
    CHECK(only("Une réunion s'est tenue à Saint Omer.", "REG-32").code == "COM-62765");
    CHECK(only("Une réunion s'est tenue à Saint-Omer.", "DEP-14").code == "COM-14635");
    CHECK(only("Les services de l'académie de Nancy-Metz l'ont dit.").code == "ACA-12");
    CHECK(only("Le bassin minier change.").code == "ZON-bassin-minier");
    CHECK(only("Les élus de la métropole européenne de Lille.").code == "EPCI-200093201");
  }

  TEST_CASE("a river, a direction, an ordinary word are no département and no commune") {
    CHECK(only("La vallée de la Somme est inondée.").code.empty());
    CHECK(only("Le taux est stable dans la Somme.").code == "DEP-80");
    check({{"Les vents soufflent du Nord depuis lundi.", {}},
           {"Le froid vient du nord.", {}},
           {"Marche après marche, le projet avance. Guise de conclusion.", {}},
           {"Rose et Avion sont des mots. Contrats signés.", {}}});
    check({{"Les départements du Nord et du Pas-de-Calais sont voisins.",
            {"place:Nord", "place:Pas-de-Calais"}}});
    CHECK(joined(found("Des ateliers ont lieu à Guise et à Ham.", "REG-32")) ==
          "place:Guise\nplace:Ham\n");
  }

  TEST_CASE("names that a hyphen joins are one place, or none") {
    check({{"Le quartier de Rouen-Sud est rénové.", {"place:Rouen-Sud"}},
           {"Une toile de Toulouse-Lautrec est exposée.", {}},
           {"Le train Mulhouse - Strasbourg repart.", {"place:Mulhouse", "place:Strasbourg"}}});
  }

  TEST_CASE("an acronym stands for what the text says it does") {
    const Report report =
        report_of("La brigade régionale d'appui (BRA) intervient. La BRA compte dix agents.", "");
    const auto entities = find_entities(report);
    REQUIRE(entities.size() == 3);
    for (const Entity& entity : entities) {
      CHECK(entity.cls == EntityClass::organisation);
      CHECK(entity.name == "brigade régionale d'appui");
    }
    check({{"Le plan d'aide aux bourgs (PAB) démarre.",
            {"programme:plan d'aide aux bourgs", "programme:PAB"}},
           {"Le SCRAB (schéma de coordination rurale des aides aux bourgs) suit.",
            {"programme:SCRAB", "programme:schéma de coordination rurale des aides aux bourgs"}},
           {"Les zones non cultivées (ZNC) restent.", {}}});
  }

  TEST_CASE("a person is a named human, not a function, not a building") {
    check({{"Il a reçu Jean-Marc Dupuis au stade Pierre Bérégovoy.",
            {"person:Jean-Marc Dupuis", "infrastructure:stade Pierre Bérégovoy"}},
           {"Le préfet et la ministre ont signé la convention.", {}},
           {"M. Delattre et Mme VAN HOUTTE ont répondu.", {"person:Delattre", "person:VAN HOUTTE"}},
           {"Sous Louis XIV et François Ier, la cour change.",
            {"person:Louis XIV", "person:François Ier"}},
           {"Pierre après pierre, le mur monte.", {}}});
    const auto entities =
        find_entities(report_of("Sophie Lambrecq arrive. Puis Lambrecq parle.", ""));
    REQUIRE(entities.size() == 2);
    CHECK(entities[1].name == "Sophie Lambrecq");
  }

  TEST_CASE("a noun names what follows it") {
    check({
        {"Le ministère de la mer répond.", {"organisation:ministère de la mer"}},
        {"Les services de l'État et la DREAL agissent.",
         {"organisation:État", "organisation:DREAL"}},
        {"Le coup d'État a échoué.", {}},
        {"La direction régionale des affaires fluviales multiplie les contrôles.",
         {"organisation:direction régionale des affaires fluviales"}},
        {"Il visite l'entreprise Durox. Depuis, Durox recrute.",
         {"organisation:entreprise Durox", "organisation:Durox"}},
        {"Le programme national « Ports propres » finance les quais.", {"programme:Ports propres"}},
        {"La loi du 5 mars 2007 et le décret du 28 juin 2011 s'appliquent.",
         {"law:loi du 5 mars 2007", "law:décret du 28 juin 2011"}},
        {"La loi relative à la protection des marais prévoit des aides.",
         {"law:loi relative à la protection des marais"}},
        {"L'A16 et la RD 940 sont fermées.", {"infrastructure:A16", "infrastructure:RD 940"}},
        {"Elle étudie à l'université de Poitiers.", {"organisation:université de Poitiers"}},
        {"Le conseil a délibéré. Un plan de formation est prêt.", {}},
    });
  }

  TEST_CASE("each of a list of communautés is one, named without the common words") {
    check(
        {{"Les communautés de communes du Val de Somme, du Pays de Mormal et de la Bresle "
          "adhèrent.",
          {"organisation:Val de Somme", "organisation:Pays de Mormal", "organisation:Bresle"}}});
  }

  TEST_CASE("spans slice the text, in order, without overlap") {
    const Report report = report_of(
        "À Lille, Pôle emploi et l'« Agence du numérique » suivent le plan national « France très "
        "haut débit » ; "
        "le Conseil régional d'Île-de-France (CRIF), lui, attend.\n\nŒuvres : Saint-Étienne, "
        "L’Haÿ-les-Roses.",
        "");
    std::uint32_t end = 0;
    for (const Entity& entity : find_entities(report)) {
      CHECK(entity.span.begin >= end);
      CHECK(entity.span.end > entity.span.begin);
      REQUIRE(entity.span.end <= report.text.size());
      CHECK(!entity.name.empty());
      end = entity.span.end;
    }
    CHECK(end > 150);
  }

  TEST_CASE("hostile input takes time in proportion to its size") {
    const char* units[] = {"123456789",
                           "et ",
                           "(",
                           "Aa (AAAA) ",
                           "direction régionale de la ",
                           "Jean de ",
                           "plan « ",
                           "communautés de communes du X, du Y et de la ",
                           "Saint-",
                           "aA",
                           "é",
                           "schéma régional de prévention et de santé (SRPS",
                           "Nord ",
                           "\xE2\x80",
                           "\n",
                           "loi pour la "};
    const auto seconds = [](const char* unit, std::size_t size) {
      std::string text;
      while (text.size() < size) text += unit;
      const Report report = report_of(text, "");
      const double start = repere::tests::cpu_seconds();
      find_entities(report);
      return repere::tests::cpu_seconds() - start;
    };
    seconds("Lens ", 10);  // the tables
    for (const char* unit : units) {
      CAPTURE(std::string(unit));
      const double small = seconds(unit, 20'000);
      double large = seconds(unit, 200'000);
      for (int again = 0; again < 5 && large > 40 * small + 0.05; ++again)
        large = std::min(large, seconds(unit, 200'000));  // a busy machine
      CHECK(large < 40 * small + 0.05);
    }
  }
}
