// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/records.h"

#include <doctest/doctest.h>

#include "repere/storage/codec.h"

using namespace repere;
using namespace repere::storage;

namespace {

StoredPassage a_passage() {
  StoredPassage p;
  p.id = "rapport.0123456789";
  p.section = 3;
  p.page = 12;
  p.quality = corpus::PageQuality::ocr;
  p.clean_begin = 70000;
  p.text = "Près de 300 agents ont été formés.";
  p.runs = {{{0, 8}, {100, 108}, false}, {{9, 35}, {500, 526}, true}};
  p.blocks = {{corpus::BlockKind::list_item, {0, 35}}};
  p.entities = {{{0, 4}, corpus::EntityClass::place, "Oise", "DEP-60"}};
  p.themes = {"emploi/formation", "etat"};
  p.figure_count = 1;
  return p;
}

corpus::Figure a_figure() {
  corpus::Figure f;
  f.span = {9, 19};
  f.sentence = {0, 35};
  f.value = 300;
  f.high = 400.5;
  f.unit = "agents";
  f.kind = corpus::FigureKind::range;
  f.approx = "près de";
  f.label = "agents formés";
  f.year = 2016;
  f.year_from = corpus::Origin::heading;
  f.territory = "DEP-60";
  f.territory_name = "Oise";
  f.change = -3.5;
  f.base = "2015";
  f.section = 2;
  return f;
}

}  // namespace

TEST_SUITE("storage/records") {
  TEST_CASE("a passage comes back as it went in") {
    const auto back = decode_passage(encode(a_passage()));
    CHECK(encode(back) == encode(a_passage()));
    CHECK(back.text == a_passage().text);
    CHECK(back.runs[1].after_skip);
    CHECK(back.entities[0].code == "DEP-60");
    CHECK(back.themes == a_passage().themes);
  }
  TEST_CASE("a figure comes back as it went in") {
    const auto back = decode_figure(encode(StoredFigure{0, a_figure()})).figure;
    CHECK(back.value == 300);
    CHECK(back.high == 400.5);
    CHECK_FALSE(back.low.has_value());
    CHECK(back.change == -3.5);
    CHECK(back.year == 2016);
    CHECK(back.year_from == corpus::Origin::heading);
  }
  TEST_CASE("a report comes back as it went in") {
    StoredReport r;
    r.head.id = "rapport";
    r.head.year = 2016;
    r.head.inferred.territory = true;
    r.head.nature = corpus::Nature::digest;
    r.head.sections = {{"", 0, corpus::SectionKind::body, -1, {0, 9}, {0, 9}},
                       {"Emploi", 1, corpus::SectionKind::box, 0, {0, 9}, {4, 20}}};
    r.head.pages = {{1, {0, 9}, corpus::PageQuality::garbled}};
    r.passage_count = 7;
    const auto back = decode_report(encode(r));
    CHECK(encode(back) == encode(r));
    CHECK(back.head.sections[0].parent == -1);
    CHECK(back.head.inferred.territory);
    CHECK_FALSE(back.head.inferred.year);
  }
  TEST_CASE("a record cut short at any byte is refused, never misread") {
    const auto whole = encode(a_passage());
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK_THROWS_AS(decode_passage(whole.substr(0, size)), CorruptRecord);
    }
  }
}
