// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/territories.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "territories/gazetteer.h"

using namespace repere::corpus;

namespace {
std::string best(std::string_view name, std::string_view within = {}) {
  const auto found = territories_by_name(name, within);
  return found.empty() ? "" : std::string(found.front()->code);
}
}  // namespace

TEST_SUITE("territories") {
  TEST_CASE("a code gives its name and its parent") {
    struct Row {
      const char *code, *name, *parent;
    };
    static constexpr Row rows[] = {
        {"FR", "France", ""},
        {"REG-32", "Hauts-de-France", "FR"},
        {"DEP-60", "Oise", "REG-32"},
        {"ARR-601", "arrondissement de Beauvais", "DEP-60"},
        {"COM-60057", "Beauvais", "ARR-601"},
        {"DEP-2A", "Corse-du-Sud", "REG-94"},
        {"COM-97411", "Saint-Denis", "ARR-9741"},
        {"EPCI-200067999", "communauté d'agglomération du Beauvaisis", "DEP-60"},
        {"AREG-22", "Picardie", "REG-32"},
        {"ACA-20", "académie d'Amiens", "REG-32"},
        {"ZON-calaisis", "Calaisis", "DEP-62"},
        {"COM-75101", "Paris 1er Arrondissement", "COM-75056"},
        {"COM-97608", "Dzaoudzi", "DEP-976"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.code);
      const Territory* found = territory_by_code(row.code);
      REQUIRE(found != nullptr);
      CHECK(found->name == row.name);
      CHECK(found->parent == row.parent);
    }
    CHECK(territory_by_code("DEP-20") == nullptr);
    CHECK(territory_by_code("") == nullptr);
  }

  TEST_CASE("names meet whatever their spelling, the widest territory first") {
    struct Row {
      const char *name, *code;
    };
    static constexpr Row rows[] = {
        {"Oise", "DEP-60"},
        {"l'Oise", "DEP-60"},
        {"OISE", "DEP-60"},
        {"le Nord", "DEP-59"},
        {"hauts de france", "REG-32"},
        {"La Réunion", "REG-04"},
        {"reunion", "REG-04"},
        {"Picardie", "AREG-22"},
        {"Lens", "COM-62498"},
        {"Amiens", "COM-80021"},
        {"Le Havre", "COM-76351"},
        {"Havre", "COM-76351"},
        {"Beauvais", "COM-60057"},
        {"MEL", "EPCI-200093201"},
        {"Métropole européenne de Lille", "EPCI-200093201"},
        {"le Calaisis", "ZON-calaisis"},
        {"bassin minier", "ZON-bassin-minier"},
        {"Nord - Pas-de-Calais", "AREG-31"},
        {"Nord-Pas-de-Calais-Picardie", "REG-32"},
        {"Val de Somme", "EPCI-248000499"},
        {"académie de Lille", "ACA-09"},
        {"PACA", "REG-93"},
        {"Bellegarde-sur-Valserine", "COM-01033"},
        {"60000", "COM-60057"},
        {"département du Nord", "DEP-59"},
        {"la région Normandie", "REG-28"},
        {"arrondissement de Senlis", "ARR-604"},
        {"ville de Paris", "COM-75056"},
        {"préfecture de la région Picardie", "AREG-22"},
        {"Préfecture de l'Aisne", "DEP-02"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.name);
      CHECK(best(row.name) == row.code);
    }
    CHECK(territories_by_name("Trifouillis-les-Oies").empty());
    CHECK(territories_by_name("").empty());
    CHECK(territories_by_name(" - ").empty());
    CHECK(territories_by_name("99999").empty());
  }

  TEST_CASE("a name that several communes bear goes to the one in the report's territory") {
    CHECK(best("Saint-Omer", "REG-32") == "COM-62765");
    CHECK(best("Saint-Omer", "DEP-14") == "COM-14635");
    CHECK(best("Villeneuve", "DEP-04") == "COM-04242");
    CHECK(best("Saint-Denis", "DEP-974") == "COM-97411");
    CHECK(best("Saint-Denis", "DEP-93") == "COM-93066");
  }

  TEST_CASE(
      "a commune lies in its EPCI, arrondissement, zones, département, académie, régions, "
      "country") {
    const auto found = territory_ancestors("COM-62498");
    const std::vector<std::string_view> expected = {
        "COM-62498",   "ARR-627", "EPCI-246200364", "ZON-bassin-minier",
        "ZON-lensois", "DEP-62",  "ACA-09",         "AREG-31",
        "REG-32",      "FR"};
    CHECK(found == expected);
    CHECK(territory_ancestors("FR") == std::vector<std::string_view>{"FR"});
    CHECK(territory_ancestors("DEP-XX").empty());
  }

  TEST_CASE("a commune of an EPCI over two départements lies in its own only") {
    const auto& all = gazetteer::records();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (all[i].kind != gazetteer::Kind::commune) continue;
      const auto holders = gazetteer::holders(i);
      const auto departments = std::count_if(holders.begin(), holders.end(), [&](std::uint32_t h) {
        return all[h].kind == gazetteer::Kind::department;
      });
      REQUIRE(departments == 1);
      REQUIRE(all[holders.back()].territory.code == "FR");
    }
  }

  TEST_CASE("a postcode gives its communes, the largest first") {
    const auto found = territories_by_name("60200");
    REQUIRE(!found.empty());
    CHECK(found.front()->name == "Compiègne");
    const auto many = territories_by_name("80132");
    CHECK(many.size() > 3);
    CHECK(best("59000", "DEP-59") == "COM-59350");
  }

  TEST_CASE("a code, a département's number or a name resolves to one code") {
    struct Row {
      const char *said, *code;
    };
    static constexpr Row rows[] = {
        {"DEP-60", "DEP-60"},
        {"dep-60", "DEP-60"},
        {"60", "DEP-60"},
        {"2a", "DEP-2A"},
        {"974", "DEP-974"},
        {" Oise ", "DEP-60"},
        {"Lens (62)", "COM-62498"},
        {"Saint-Omer (Calvados)", "COM-14635"},
        {"nulle part", ""},
        {"", ""},
        {"((((", ""},
        {"ZON-calaisis", "ZON-calaisis"},
        {"01", "DEP-01"},
        {"99", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.said);
      CHECK(resolve_territory(row.said) == row.code);
    }
  }

  TEST_CASE("the table holds the whole official geography") {
    std::size_t counts[10] = {};
    std::set<std::string_view> codes;
    for (const auto& record : gazetteer::records()) {
      ++counts[static_cast<std::size_t>(record.kind)];
      CHECK(codes.insert(record.territory.code).second);
      if (record.kind != gazetteer::Kind::country) REQUIRE(!record.territory.parent.empty());
    }
    using gazetteer::Kind;
    CHECK(counts[static_cast<std::size_t>(Kind::region)] == 26);
    CHECK(counts[static_cast<std::size_t>(Kind::department)] == 109);
    CHECK(counts[static_cast<std::size_t>(Kind::arrondissement)] == 333);
    CHECK(counts[static_cast<std::size_t>(Kind::commune)] == 34969);
    CHECK(counts[static_cast<std::size_t>(Kind::epci)] == 1255 + 11);
    CHECK(counts[static_cast<std::size_t>(Kind::former_region)] == 16);
    CHECK(counts[static_cast<std::size_t>(Kind::zone)] > 100);
  }
}
