// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

using namespace repere::corpus;

namespace {

std::vector<Figure> figures_of(std::string_view text) {
  return find_figures(plain_report(text), {});
}

/// "approx value unit" of every figure, ranges as low..high, joined by " | ".
std::string printed(std::string_view text) {
  std::string out;
  for (const Figure& figure : figures_of(text)) {
    if (!out.empty()) out += " | ";
    if (!figure.approx.empty()) out += "[" + figure.approx + "] ";
    out += canonical_number(figure.value);
    if (figure.high) out += ".." + canonical_number(*figure.high);
    if (!figure.unit.empty()) out += " " + figure.unit;
    if (figure.of) out += " of " + canonical_number(*figure.of);
  }
  return out;
}

struct Row {
  std::string_view text, expected;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(printed(row.text) == row.expected);
  }
}

}  // namespace

TEST_SUITE("extract/figures") {
  TEST_CASE("units are canonical and multipliers are applied") {
    check({{"Un budget de 4,2 M d’€ est voté.", "4200000 EUR"},
           {"La dotation atteint 12 k€.", "12000 EUR"},
           {"Il coûte 3 milliards d'euros.", "3000000000 EUR"},
           {"On compte 64 M de dépenses et 80 M de l'État.", "64000000 EUR | 80000000 EUR"},
           {"Le taux passe à 7,4 %.", "7.4 %"},
           {"Il gagne 1,5 point et recule de 2 points en un an.", "1.5 points | 2 points"},
           {"Le réseau offre 14 points d'accueil.", "14 points d'accueil"},
           {"Une digue de 7 km protège 40 hectares.", "7 km | 40 ha"},
           {"Le remblai de 60 centimètres occupe 1 200 m2 et 3,5 M de mètres cubes.",
            "0.6 m | 1200 m2 | 3500000 m3"},
           {"La chaufferie de 12 MW évite 800 tonnes d'équivalent CO2.", "12 MW | 800 tCO2e"},
           {"Le service emploie 45 ETPT.", "45 ETPT"},
           {"Le chantier dure 18 mois.", "18 mois"}});
  }

  TEST_CASE("counted nouns are kept as written") {
    check({{"Ces 214 jeunes bénévoles ont été accueillis.", "214 jeunes bénévoles"},
           {"Quatre contrats de relance sont signés.", "4 contrats de relance"},
           {"L'appel retient 96 appels à projets.", "96 appels à projets"},
           {"Il compte 31 start-up.", "31 start-up"},
           {"Les élèves (38) ont visité la mairie.", "38 élèves"},
           {"Il y a 120 agents : 80 dans les écoles et 40 dans les collèges.",
            "120 agents | 80 agents | 40 agents"},
           {"Six maisons dont 2 à Arras.", "6 maisons | 2 maisons"},
           {"Trois de ces maisons sont ouvertes.", "3 maisons"}});
  }

  TEST_CASE("approximators are a field") {
    check({{"Près de 300 élus et plus d'une dizaine de maires.",
            "[près de] 300 élus | [plus de] 10 maires"},
           {"Une trentaine d'agents.", "[environ] 30 agents"},
           {"Les quelque 900 lots.", "[quelque] 900 lots"},
           {"Jusqu’à 8 pays et au moins 5 ports.", "[jusqu'à] 8 pays | [au moins] 5 ports"},
           {"Il s'organise autour de 3 axes.", "3 axes"}});
  }

  TEST_CASE("ranges, lists and shares") {
    check({{"Les jeunes de 16 à 25 ans.", "16..25 an"},
           {"Les 18-30 ans.", "18..30 an"},
           {"Entre 3 et 5 M€.", "3000000..5000000 EUR"},
           {"Soit 12, 10 et 6 % respectivement.", "12 % | 10 % | 6 %"},
           {"On a 9 écoles sur 40.", "9 écoles of 40"},
           {"Un tiers des dossiers et les 2/3 des élèves.", "33.3333 % | 66.6667 %"},
           {"Une femme sur trois.", "1 femme of 3"},
           {"Les trois premiers mois.", "3 mois"},
           {"Un budget de 600 millions.", "600000000 EUR"},
           {"Il y a 1 agent pour 12 élèves.", "1 agent | 12 élèves"}});
  }

  TEST_CASE("what only names or dates is no figure") {
    for (const std::string_view text :
         {"L'article 12 prévoit la loi n° 2015-991.", "La RN 2 rejoint l'A16 et la RD548.",
          "Le 31 mai 2016, la 15e édition.", "Le plan 2014-2020 (59) de 2016.",
          "Mairie, 12 rue Basse, 59000 Lille, tél. 03 20 30 40 50.", "Le programme 354 en page 12.",
          "À 14 h 30 le COP21 et le Bac+5.", "une agence et un agent"})
      CHECK_MESSAGE(printed(text) == "", text);
  }

  TEST_CASE("a change keeps its sign and its base") {
    const auto figures =
        figures_of("Une baisse de 12 % par rapport à 2015, puis +3,5 % sur un an.");
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].change == -12);
    CHECK(figures[0].base == "par rapport à 2015");
    CHECK(figures[1].change == 3.5);
    CHECK(figures[1].base == "sur un an");
  }

  TEST_CASE("the year is the sentence's, not an aside's") {
    const auto year = [](std::string_view text) { return figures_of(text).at(0).year; };
    CHECK(year("En 2019, 12 écoles ont ouvert.") == 2019);
    CHECK(year("12 écoles ont ouvert en mars 2018.") == 2018);
    CHECK(figures_of("De 10 faits en 2012 à 11 faits en 2013.").at(1).year == 2013);
    CHECK(year("Le plan, publié le 3 mai 2015, vise 12 écoles.") == std::nullopt);
    CHECK(year("Depuis 2010, 12 écoles ont ouvert.") == std::nullopt);
    CHECK(year("Sur la période 2014-2020, 12 écoles.") == std::nullopt);
    CHECK(year("Le plan Horizon 2030 aide 12 écoles.") == std::nullopt);
  }

  TEST_CASE("the place is the one said nearest") {
    const std::string text = "Pour Lille, il verse 15 M€ et pour Lens, 7 M€.";
    const auto at = [&](std::string_view name) {
      const auto begin = static_cast<std::uint32_t>(text.find(name));
      return ByteRange{begin, begin + static_cast<std::uint32_t>(name.size())};
    };
    const std::vector<Entity> entities = {{at("Lille"), EntityClass::place, "Lille", "COM-59350"},
                                          {at("Lens"), EntityClass::place, "Lens", "COM-62498"}};
    const auto figures = find_figures(plain_report(text), entities);
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].territory == "COM-59350");
    CHECK(figures[1].territory == "COM-62498");
    CHECK(figures[1].territory_from == Origin::sentence);
  }

  TEST_CASE("spans slice the value and its unit; labels are short") {
    const std::string text =
        "Au total, près de 2 400 élèves boursiers de l'académie ont été aidés.";
    const auto figures = figures_of(text);
    REQUIRE(figures.size() == 1);
    CHECK(text.substr(figures[0].span.begin, figures[0].span.size()) == "2 400 élèves boursiers");
    CHECK(figures[0].label.find("élèves boursiers de l'académie") == 0);
    CHECK(figures[0].sentence == ByteRange{0, static_cast<std::uint32_t>(text.size())});
  }
}

namespace {

/// A report whose last blocks are the rows of one table.
Report table_report(std::string_view prose, std::string_view head,
                    const std::vector<std::string>& rows) {
  Report report;
  report.sections.push_back({"", 0, SectionKind::body, -1, {}, {}});
  const auto add = [&](std::string_view text, BlockKind kind, int list_head) {
    const auto begin = static_cast<std::uint32_t>(report.text.size());
    report.text += text;
    report.blocks.push_back(
        {kind, {begin, static_cast<std::uint32_t>(report.text.size())}, 0, 0, list_head});
    report.text += "\n\n";
  };
  add(prose, BlockKind::paragraph, -1);
  add(head, BlockKind::paragraph, -1);
  for (const std::string& row : rows) add(row, BlockKind::table_row, 1);
  return report;
}

}  // namespace

TEST_SUITE("extract/tables") {
  TEST_CASE("a header's unit carries to the cells") {
    const auto report =
        table_report("Voici les comptes.",
                     "Dépenses (en milliers d'euros) :", {"Fonctionnement 1 250", "Total 3 000"});
    const auto figures = find_figures(report, {});
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].value == 1250000);
    CHECK(figures[0].unit == "EUR");
    CHECK(figures[0].label == "Fonctionnement");
  }

  TEST_CASE("a total that the prose contradicts corrects the header") {
    const auto report = table_report(
        "L'ensemble coûte 12,5 milliards d'euros en 2018.",
        "Tableau des dépenses (en M d'€) :", {"Missions 7 300 120", "Total 12 521 004"});
    const auto figures = find_figures(report, {});
    REQUIRE(figures.size() == 3);
    CHECK(figures[1].value == 7300120000.0);
    CHECK(figures[2].value == 12521004000.0);
    CHECK(figures[2].year == 2018);
  }

  TEST_CASE("rows that say what they count need no header") {
    const auto report =
        table_report("Bilan.", "Activité :", {"Nombre de réunions 11", "Montant des aides 24 500"});
    const auto figures = find_figures(report, {});
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].unit == "réunions");
    CHECK(figures[1].unit == "EUR");
  }

  TEST_CASE("a first row of years dates the columns") {
    const auto report =
        table_report("Bilan.", "Activité :", {"2018 2019", "Nombre de gardes 40 52"});
    const auto figures = find_figures(report, {});
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].year == 2018);
    CHECK(figures[1].year == 2019);
  }
}
