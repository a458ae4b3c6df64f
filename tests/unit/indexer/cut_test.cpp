// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "repere/corpus/reading.h"
#include "write/inputs.h"
#include "write/prepare.h"

using namespace repere;
using namespace repere::indexer;

namespace {

std::string words(int count, const std::string& end = ".") {
  std::string out = "Les";
  for (int i = 1; i < count; ++i) out += " mots";
  return out + end;
}

corpus::Report report(const std::string& text) { return corpus::plain_report(text); }

std::size_t count(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) +
         static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_SUITE("indexer/cut") {
  TEST_CASE("short neighbours join, up to about a passage") {
    std::string text;
    for (int i = 0; i < 12; ++i) text += words(30) + "\n";
    const auto r = report(text);
    const auto cuts = cut_passages(r);
    CHECK(cuts.size() > 1);
    for (const auto& cut : cuts) {
      CHECK(count(r.slice(cut.clean)) <= longest_passage_words);
      CHECK(cut.clean.begin < cut.clean.end);
    }
    CHECK(cuts.front().clean.begin == 0);
  }
  TEST_CASE("a long block is cut between sentences and nothing of it is lost") {
    std::string text;
    for (int i = 0; i < 20; ++i) text += words(40) + " ";
    const auto r = report(text);
    const auto cuts = cut_passages(r);
    CHECK(cuts.size() >= 4);
    std::size_t sentences = 0;
    for (const auto& cut : cuts) {
      const auto piece = r.slice(cut.clean);
      CHECK(piece.back() == '.');
      sentences += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '.'));
    }
    CHECK(sentences == 20);
  }
  TEST_CASE("one enormous sentence still makes one passage") {
    const auto r = report(words(5000));
    CHECK(cut_passages(r).size() == 1);
  }
  TEST_CASE("the contents page and headings are not prose") {
    auto r = report("Sommaire\nUn titre\nDu texte.");
    r.blocks[0].kind = corpus::BlockKind::toc_entry;
    r.blocks[1].kind = corpus::BlockKind::heading;
    const auto cuts = cut_passages(r);
    REQUIRE(cuts.size() == 1);
    CHECK(r.slice(cuts[0].clean) == "Du texte.");
  }
  TEST_CASE("a file's name becomes an id that fits an address") {
    CHECK(document_id("/x/Rapport d'activité 2016.pdf") == "rapport-d-activite-2016");
    CHECK(document_id("œuvres – bilan.txt") == "oeuvres-bilan");
  }
}
