// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/report.h"

#include <doctest/doctest.h>

using namespace repere::corpus;

TEST_SUITE("corpus/report") {
  TEST_CASE("pieces that a dropped hyphen parts are one source range") {
    SourceMap map;
    map.append({{0, 3}, {0, 3}});
    map.append({{3, 7}, {5, 9}});
    const auto source = map.to_source({1, 5});
    REQUIRE(source.size() == 1);
    CHECK(source[0] == ByteRange{1, 7});
  }
  TEST_CASE("a skipped box cuts the source in two") {
    SourceMap map;
    map.append({{0, 3}, {0, 3}});
    map.append({{4, 8}, {50, 54}, true});
    CHECK(map.to_source({0, 8}) == std::vector<ByteRange>{{0, 3}, {50, 54}});
    CHECK(map.pieces({0, 8}) == std::vector<ByteRange>{{0, 3}, {4, 8}});
  }
  TEST_CASE("a rewritten run maps as a whole") {
    SourceMap map;
    map.append({{0, 2}, {10, 15}});
    CHECK(map.to_source({0, 1}) == std::vector<ByteRange>{{10, 15}});
  }
}
