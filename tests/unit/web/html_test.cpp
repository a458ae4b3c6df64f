// SPDX-License-Identifier: GPL-2.0-or-later
#include "pages/html.h"

#include <doctest/doctest.h>

using namespace repere::web;

TEST_SUITE("web/html") {
  TEST_CASE("all that is not a literal is escaped, in text and in attributes") {
    Html html;
    html << "<a title=\""_html << std::string("\"><script>'&") << "\">"_html;
    CHECK(html.str() == "<a title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">");
  }
  TEST_CASE("markup is typeset as French, user text is not") {
    Html html;
    html << "« Oui » : vraiment ?"_html
         << " « a » ?";
    CHECK(html.str() == "«\u00A0Oui\u00A0»\u00A0: vraiment\u202F? « a » ?");
  }
  TEST_CASE("marks are clipped to the text and put on character borders") {
    Html html;
    html.marked("été <1>", {{0, 4}, {5, 99}});
    CHECK(html.str() == "<mark>ét</mark>é<mark> &lt;1&gt;</mark>");
  }
  TEST_CASE("marks that overlap or run backwards never nest") {
    Html html;
    html.marked("abcdef", {{1, 4}, {2, 5}, {3, 2}});
    CHECK(html.str() == "a<mark>bcd</mark><mark>e</mark>f");
  }
  TEST_CASE("numbers are written the French way") {
    struct Row {
      double value;
      std::string_view shown;
    };
    for (const auto& row : {Row{0, "0"}, Row{1240, "1\u202F240"}, Row{2.5, "2,5"},
                            Row{-1234567.891, "−1\u202F234\u202F567,89"}, Row{-0.001, "0"}}) {
      CAPTURE(row.value);
      CHECK(french_number(row.value) == row.shown);
    }
    CHECK(french_quantity(2.2e9, "EUR") == "2,2\u00A0Md\u00A0€");
    CHECK(french_quantity(45, "%") == "45\u202F%");
    CHECK(french_quantity(3, "an") == "3\u00A0ans");
    CHECK(counted(1, "passage", "passages") == "1\u00A0passage");
    CHECK(counted(0, "passage", "passages") == "0\u00A0passage");
  }
  TEST_CASE("a text is shortened between words and never inside a character") {
    CHECK(shortened("les contrats aidés", 99) == "les contrats aidés");
    CHECK(shortened("les contrats aidés", 14) == "les contrats…");
    CHECK(shortened("éééééé", 3) == "é…");
  }
  TEST_CASE("only web addresses become links") {
    CHECK(web_address("https://exemple.invalid/a") == "https://exemple.invalid/a");
    CHECK(web_address("javascript:alert(1)").empty());
    CHECK(web_address("data:text/html,x").empty());
  }
}
