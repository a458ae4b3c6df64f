// SPDX-License-Identifier: GPL-2.0-or-later
// Every defect of extracted text, in sentences of our own.
#include <doctest/doctest.h>

#include <string>

#include "lexicon.h"
#include "line_repair.h"
#include "repere/corpus/reading.h"

using namespace repere::corpus;

namespace {

std::string read(const std::string& text) {
  const auto report = read_text(text, ".txt", {});
  REQUIRE(report);
  return report->text;
}

bool has_lexicon() {
  if (Lexicon::french().available()) return true;
  MESSAGE("wfrench n'est pas installé : réparations par lexique non vérifiées");
  return false;
}

/// Every clean range maps back, offsets increase, verbatim runs hold the same bytes.
void check_map(const Report& report, const std::string& source) {
  std::uint32_t clean = 0;
  for (const MapRun& run : report.map.runs()) {
    CHECK(run.clean.begin >= clean);
    CHECK(run.clean.end > run.clean.begin);
    CHECK(run.source.end <= source.size());
    clean = run.clean.end;
    if (run.clean.size() != run.source.size()) continue;
    CHECK(report.slice(run.clean) ==
          std::string_view(source).substr(run.source.begin, run.source.size()));
  }
  for (const Block& block : report.blocks) CHECK_FALSE(report.map.to_source(block.clean).empty());
}

}  // namespace

TEST_SUITE("reading/defects") {
  TEST_CASE("words cut at line ends are joined with judgement") {
    if (!has_lexicon()) return;
    struct Row {
      std::string printed, clean;
    };
    for (const Row& row :
         {Row{"Le mon-\ntant versé augmente.", "Le montant versé augmente."},
          Row{"Le sous-\npréfet préside la réunion.", "Le sous-préfet préside la réunion."},
          Row{"La région Nord-\nPas-de-Calais participe.",
              "La région Nord-Pas-de-Calais participe."},
          Row{"Sur la période 2014-\n2020, on investit.", "Sur la période 2014-2020, on investit."},
          Row{"Une aide re\u00ADmarquable, re\u00AD\nmarquée.", "Une aide remarquable, remarquée."},
          Row{"Voir www.exemple-de-\nsite.fr pour la suite.",
              "Voir www.exemple-de-site.fr pour la suite."},
          Row{"Les Hauts-de-France et les Hauts-\nde-France encore.",
              "Les Hauts-de-France et les Hauts-de-France encore."}}) {
      CAPTURE(row.printed);
      CHECK(read(row.printed) == row.clean);
    }
  }
  TEST_CASE("signs and words that the font broke are mended") {
    if (!has_lexicon()) return;
    struct Row {
      std::string printed, clean;
    };
    for (const Row& row :
         {Row{"P l u s  d e  s e r v i c e s  p u b l i c s", "Plus de services publics"},
          Row{"Un se r v i ce  r ég iona l pour tous.", "Un service régional pour tous."},
          Row{"RRaappppoorrtt dd’’aaccttiivviittéé", "Rapport d’activité"},
          Row{"Les acvités de la préfecture.", "Les activités de la préfecture."},
          Row{"Le rapport d'activitédes services.", "Le rapport d'activité des services."},
          Row{"Le plan numeŕique avance.", "Le plan numérique avance."},
          Row{"Le plan nume\u0301rique avance.", "Le plan numérique avance."},
          Row{"Une aﬀaire oﬃcielle, ﬁnancée.", "Une affaire officielle, financée."},
          Row{"Un coût de 70 M d’ € pour l’ État, n ° 12 ( hors taxe ) .",
              "Un coût de 70 M d’€ pour l’État, n° 12 (hors taxe)."},
          Row{"Les  mots   espacés.", "Les mots espacés."}}) {
      CAPTURE(row.printed);
      CHECK(read(row.printed) == row.clean);
    }
  }
  TEST_CASE("a rewritten run never claims the same bytes") {
    const std::string source =
        "Une aﬃche numeŕique,\tun coût d’ € élevé et re\u00ADmarqué pour l’ État.";
    const auto report = read_text(source, ".txt", {});
    REQUIRE(report);
    check_map(*report, source);
  }
  TEST_CASE("clean text passes through unchanged") {
    const std::string clean =
        "Le préfet de l’Aisne réunit, le 7 mars 2019, les maires des communes concernées : plan B, "
        "vitamine C, hépatite B, à 5 m de la rive, R&D, sous-préfet, aujourd’hui.\n\n"
        "Au total, 12 500 € (7 %) sont versés ; la suite viendra en 2020 – dès janvier.";
    CHECK(read(clean) == clean);
    CHECK(read(read(clean)) == clean);
  }
  TEST_CASE("a box that interrupts a sentence is put behind it, and the sentence is whole") {
    const std::string source =
        "Accompagner les communes\n\nLe fonds départemental a été réparti entre les communes "
        "rurales et a\n\n"
        "Un exemple à Vervins\n\nLa commune de Vervins a rénové son école en deux ans "
        "seulement.\n\n"
        "permis de financer quarante chantiers dans le département.\n";
    const auto report = read_text(source, ".txt", {});
    REQUIRE(report);
    CHECK(report->text.find("rurales et a permis de financer quarante chantiers") !=
          std::string::npos);
    check_map(*report, source);
    const auto at = report->text.find("Le fonds");
    const ByteRange sentence{static_cast<std::uint32_t>(at),
                             static_cast<std::uint32_t>(report->text.find(".", at) + 1)};
    CHECK(report->map.to_source(sentence).size() == 2);
    bool box = false;
    for (const Section& section : report->sections)
      box = box || (section.kind == SectionKind::box && section.title == "Un exemple à Vervins");
    CHECK(box);
  }
  TEST_CASE("labels and figures that came apart are paired when their sums prove it") {
    const std::string head =
        "Le tableau ci-dessous présente les dépenses de l’année (en euros) :\n\n";
    const auto paired =
        read_text(head + "Routes\n\nÉcoles\n\nTotal\n\n1 200\n\n800\n\n2 000\n", ".txt", {});
    REQUIRE(paired);
    CHECK(paired->text.find("Écoles 800") != std::string::npos);
    CHECK(paired->notes.empty());
    const auto apart =
        read_text(head + "Routes\n\nÉcoles\n\nTotal\n\n1 200\n\n800\n\n2 700\n", ".txt", {});
    REQUIRE(apart);
    CHECK(apart->text.find("Écoles 800") == std::string::npos);
    CHECK(apart->notes.size() == 1);
  }
  TEST_CASE("the contents page is the outline and no prose") {
    const std::string source =
        "Sommaire\n\nAgir pour l’emploi ........ 3\n• Former les jeunes ........ 4\n• Aider les "
        "entreprises ........ 5\n"
        "Protéger les habitants ........ 8\n• Prévenir les crues ........ 9\n\n\n\n"
        "Agir pour l’emploi\n\nFormer les jeunes\n\nLes jeunes sont formés dans les lycées du "
        "département.\n\n"
        "Aider les entreprises\n\nLes entreprises sont aidées par un fonds régional dédié.\n\n"
        "Protéger les habitants\n\nPrévenir les crues\n\nLes digues sont relevées chaque année par "
        "les services.\n";
    const auto report = read_text(source, ".txt", {});
    REQUIRE(report);
    std::string outline;
    for (std::size_t at = 1; at < report->sections.size(); ++at)
      outline +=
          std::to_string(report->sections[at].level) + " " + report->sections[at].title + "\n";
    CHECK(outline ==
          "1 \n1 Agir pour l’emploi\n2 Former les jeunes\n2 Aider les entreprises\n1 Protéger les "
          "habitants\n2 Prévenir les crues\n");
    CHECK(report->sections[1].kind == SectionKind::toc);
    check_map(*report, source);
  }
  TEST_CASE("page numbers and running heads of marked pages are dropped") {
    std::string source;
    for (int page = 1; page <= 4; ++page)
      source += "Rapport d’activité 2020\nLe texte de la page numéro " + std::to_string(page) +
                " se lit bien.\n" + std::to_string(page) + "\n\f";
    const auto report = read_text(source, ".txt", {});
    REQUIRE(report);
    CHECK(report->text.find("Rapport d’activité") == std::string::npos);
    CHECK(report->blocks.back().page == 4);
    CHECK(report->blocks.size() == 4);
  }
}
