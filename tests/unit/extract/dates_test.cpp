// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "repere/corpus/extraction.h"

using namespace repere::corpus;

namespace {

std::string printed(std::string_view text) {
  std::string out;
  for (const DateSpan& date : find_dates(text)) {
    if (!out.empty()) out += " | ";
    out += date.from + "/" + date.to + "@";
    out += text.substr(date.span.begin, date.span.size());
  }
  return out;
}

}  // namespace

TEST_SUITE("extract/dates") {
  TEST_CASE("dates and periods are ISO intervals") {
    struct Row {
      std::string_view text, expected;
    };
    constexpr Row rows[] = {
        {"le 7 mars 2017", "2017-03-07/2017-03-07@7 mars 2017"},
        {"au 1er janvier 2020", "2020-01-01/2020-01-01@1er janvier 2020"},
        {"du 11 au 25 août 2016", "2016-08-11/2016-08-25@11 au 25 août 2016"},
        {"du 10 juin au 10 juillet 2016", "2016-06-10/2016-07-10@10 juin au 10 juillet 2016"},
        {"en octobre 2016", "2016-10-01/2016-10-31@octobre 2016"},
        {"de novembre 2015 à février 2016", "2015-11-01/2016-02-29@novembre 2015 à février 2016"},
        {"au 2e trimestre 2019", "2019-04-01/2019-06-30@2e trimestre 2019"},
        {"second semestre 2016", "2016-07-01/2016-12-31@second semestre 2016"},
        {"mi-2021", "2021-06-01/2021-07-31@mi-2021"},
        {"fin 2022", "2022-10-01/2022-12-31@fin 2022"},
        {"à l'automne 2016", "2016-09-21/2016-12-20@automne 2016"},
        {"à l'horizon 2025", "2025-01-01/2025-12-31@2025"},
        {"l'année scolaire 2015-2016", "2015-09-01/2016-08-31@2015-2016"},
        {"le contrat 2014-2020", "2014-01-01/2020-12-31@2014-2020"},
        {"entre 2010 et 2015", "2010-01-01/2015-12-31@2010 et 2015"},
        {"le 17/05/2018", "2018-05-17/2018-05-17@17/05/2018"},
        {"le 2018-05-17", "2018-05-17/2018-05-17@2018-05-17"},
        {"En 2016, puis le 3 mai", "2016-01-01/2016-12-31@2016 | 2016-05-03/2016-05-03@3 mai"},
        {"2000 habitants et 1950 euros", ""},
        {"le 31 février 2016", "2016-02-01/2016-02-29@février 2016"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(printed(row.text) == row.expected);
    }
  }

  TEST_CASE("a day without a year takes the report's") {
    const auto dates = find_dates("le 26 janvier", 2017);
    REQUIRE(dates.size() == 1);
    CHECK(dates[0].from == "2017-01-26");
    CHECK(find_dates("le 26 janvier").empty());
  }
}
