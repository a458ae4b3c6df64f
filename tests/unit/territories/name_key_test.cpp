// SPDX-License-Identifier: GPL-2.0-or-later
#include "french/name_key.h"

#include <doctest/doctest.h>

using namespace repere::corpus;

TEST_SUITE("french/name_key") {
  TEST_CASE("spellings of one name meet") {
    struct Row {
      const char *name, *key;
    };
    static constexpr Row rows[] = {
        {"Saint-Étienne-du-Rouvray", "saint etienne du rouvray"},
        {"St Etienne  du Rouvray", "saint etienne du rouvray"},
        {"Ste-Menehould", "sainte menehould"},
        {"L’Haÿ-les-Roses", "l hay les roses"},
        {"Nord – Pas-de-Calais", "nord pas de calais"},
        {"Hauts\u00a0de\u202fFrance", "hauts de france"},
        {"Œuilly", "oeuilly"},
        {"Le Puy-en-Velay.", "le puy en velay"},
        {"  (Ham)  ", "ham"},
        {"St", "saint"},
        {"", ""},
        {"Trest", "trest"},
        {"Kortrijk ß Łódź", "kortrijk ss lodz"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.name);
      CHECK(name_key(row.name) == row.key);
    }
  }
  TEST_CASE("ill-formed bytes end no name and never read past it") {
    CHECK(name_key("\xE2\x80") == "\xE2\x80");
    CHECK(name_key("\xC3") == "\xC3");
    CHECK(name_key("a\xFFz") == "a\xFFz");
  }
  TEST_CASE("a key's article falls, a name that only looks like one stays") {
    CHECK(without_article("le havre") == "havre");
    CHECK(without_article("l oise") == "oise");
    CHECK(without_article("de la somme") == "somme");
    CHECK(without_article("lens") == "lens");
    CHECK(without_article("le ") == "le ");
  }
}
