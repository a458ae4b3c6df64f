// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "child_process.h"
#include "pdf.h"
#include "repere/corpus/reading.h"

using namespace repere;
using namespace repere::corpus;

namespace {

/// One word of a page as the worker writes it.
std::string word(double left, double top, double width, const std::string& text, double size = 10,
                 bool bold = false) {
  return "W\t" + std::to_string(left) + "\t" + std::to_string(top) + "\t" +
         std::to_string(left + width) + "\t" + std::to_string(top + size) + "\t" +
         std::to_string(size) + "\t" + (bold ? "1" : "0") + "\t1\t0\t" + text + "\tSerif\n";
}

/// A line of words of equal width from left.
std::string line(double left, double top, const std::string& text, double size = 10) {
  std::string out;
  double at = left;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(' ', from), text.size());
    const double width = static_cast<double>(end - from) * size * 0.5;
    out += word(at, top, width, text.substr(from, end - from), size);
    at += width + size * 0.3;
    from = end + 1;
  }
  return out;
}

}  // namespace

TEST_SUITE("reading/formats") {
  TEST_CASE("an HTML page gives its main content, mapped to its source") {
    const std::string page =
        "<html><head><title>Bilan</title></head><body><nav>Menu</nav><main><h1>Bilan "
        "2020</h1><h2>Emploi &amp; formation</h2>"
        "<p>Les aides ont b&eacute;n&eacute;fici&eacute; à <b>120</b> "
        "entreprises.</p><ul><li>une</li><li>deux</li></ul>"
        "<table><tr><th>Aide</th><th>Montant</th></tr><tr><td>Prime</td><td>12</td></tr></table></"
        "main><footer>Mentions</footer></body></html>";
    const auto report = read_text(page, ".html", {});
    REQUIRE(report);
    CHECK(report->title == "Bilan 2020");
    CHECK(report->year == 2020);
    CHECK(report->text ==
          "Bilan 2020\n\nEmploi & formation\n\nLes aides ont bénéficié à 120 "
          "entreprises.\n\nune\n\ndeux\n\nAide | Montant\n\nPrime | 12");
    const auto at = static_cast<std::uint32_t>(report->text.find("120"));
    const auto source = report->map.to_source({at, at + 3});
    REQUIRE(source.size() == 1);
    CHECK(page.substr(source[0].begin, source[0].size()) == "120");
  }
  TEST_CASE("HTML without bottom is refused") {
    std::string page;
    for (int at = 0; at < 20000; ++at) page += "<div>";
    CHECK_FALSE(read_text(page + "texte", ".html", {}));
  }
  TEST_CASE("columns are read one after the other, under a title that spans both") {
    std::string words =
        "D\t\t\t1\nP\t1\t600\t800\n" + line(50, 60, "Un titre large pour toute la page", 20);
    for (int row = 0; row < 8; ++row) {
      words += line(50, 120 + 13 * row,
                    "gauche" + std::to_string(row) + " de la colonne première du texte");
      words += line(320, 120 + 13 * row,
                    "droite" + std::to_string(row) + " de la colonne seconde du texte");
    }
    const Report report = read_pdf_words(parse_words(words + "Z\n"), {}, {});
    CHECK(report.text.find("Un titre large") == 0);
    const auto last_left = report.text.find("gauche7"), first_right = report.text.find("droite0");
    REQUIRE(last_left != std::string::npos);
    REQUIRE(first_right != std::string::npos);
    CHECK(last_left < first_right);
    CHECK(report.is_pdf);
    REQUIRE(report.pages.size() == 1);
    CHECK(report.pages[0].clean == ByteRange{0, static_cast<std::uint32_t>(report.text.size())});
    CHECK_FALSE(report.regions.empty());
  }
  TEST_CASE("cells of a table stay in their row") {
    std::string words = "D\t\t\t1\nP\t1\t600\t800\n";
    const std::string labels[] = {"Dispositif", "Primes", "Bourses", "Contrats"},
                      figures[] = {"Montant", "12,5", "7,25", "1 240"};
    for (int row = 0; row < 4; ++row) {
      words += line(50, 100 + 16 * row, labels[row]);
      words += line(400, 100 + 16 * row, figures[row]);
    }
    const Report report = read_pdf_words(parse_words(words + "Z\n"), {}, {});
    CHECK(report.text == "Dispositif Montant\n\nPrimes 12,5\n\nBourses 7,25\n\nContrats 1 240");
    for (const Block& block : report.blocks) CHECK(block.kind == BlockKind::table_row);
  }
  TEST_CASE("a page without words is named, and a worker that ends early is told") {
    const std::string words = "D\t\t\t3\nP\t1\t600\t800\n" +
                              line(50, 100, "Un texte court mais lisible.") + "P\t2\t600\t800\n";
    const Report report = read_pdf_words(parse_words(words), {}, {});
    REQUIRE(report.pages.size() == 2);
    CHECK(report.pages[1].quality == PageQuality::empty);
    REQUIRE(report.notes.size() == 2);
    CHECK(report.notes[1] == "lecture interrompue à la page 2 sur 3");
  }
  TEST_CASE("records of the worker that are none are left out") {
    const PdfDocument document =
        parse_words("W\t1\nP\tx\nQ\nP\t1\t10\t10\nW\tnan\t1e999\t3\t4\tinf\t0\t0\t0\tmot\tf\n");
    CHECK(document.pages.size() <= 2);
    CHECK_FALSE(document.whole);
  }
  TEST_CASE("a child past its limits is ended") {
    CHECK(run_child({"/bin/sh", "-c", "sleep 20"}, {std::chrono::seconds(1), 100}).end ==
          ChildResult::End::timed_out);
    CHECK(run_child({"/bin/sh", "-c", "while :; do echo beaucoup; done"},
                    {std::chrono::seconds(20), 1000})
              .end == ChildResult::End::too_much);
    CHECK(run_child({"/nulle/part"}, {}).end == ChildResult::End::not_started);
    CHECK(run_child({"/bin/sh", "-c", "echo oui; exit 3"}, {}).code == 3);
  }
}
