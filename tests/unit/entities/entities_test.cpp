// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

using namespace repere::corpus;

namespace {

/// "class:surface" of every entity of a text, in order.
std::vector<std::string> found(std::string_view text, std::string_view territory = {}) {
  Report report = plain_report(text);
  report.territory = territory;
  std::vector<std::string> out;
  for (const Entity& entity : find_entities(report))
    out.push_back(std::string(to_string(entity.cls)) + ":" + std::string(report.slice(entity.span)));
  return out;
}

Entity only(std::string_view text, std::string_view territory = {}) {
  Report report = plain_report(text);
  report.territory = territory;
  const auto entities = find_entities(report);
  REQUIRE(entities.size() == 1);
  return entities.front();
}

using List = std::vector<std::string>;

}  // namespace

TEST_SUITE("extract/entities") {
  TEST_CASE("a territory has its code and its official name") {
    const Entity oise = only("Le préfet de l'Oise a ouvert la séance.");
    CHECK(oise.cls == EntityClass::place);
    CHECK(oise.code == "DEP-60");
    CHECK(only("Une réunion s'est tenue à Saint Omer.", "REG-32").code == "COM-62765");
    CHECK(only("Une réunion s'est tenue à Saint-Omer.", "DEP-14").code == "COM-14635");
  }
  TEST_CASE("an acronym stands for what the text says it does") {
    const std::string text = "La brigade régionale d'appui (BRA) intervient. La BRA compte dix agents.";
    CHECK(found(text) == List{"organisation:brigade régionale d'appui", "organisation:BRA", "organisation:BRA"});
    Report report = plain_report(text);
    CHECK(find_entities(report).back().name == "brigade régionale d'appui");
  }
  TEST_CASE("a person is a named human, a stade is not") {
    CHECK(found("Il a reçu Jean-Marc Dupuis au stade Pierre Bérégovoy.") ==
          List{"person:Jean-Marc Dupuis", "infrastructure:stade Pierre Bérégovoy"});
    CHECK(found("Le préfet et la ministre ont signé la convention.").empty());
  }
}
