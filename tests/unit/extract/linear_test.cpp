// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "cpu_time.h"
#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

using namespace repere::corpus;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

double seconds(const std::string& text, int runs = 2) {
  const Report report = plain_report(text);
  double best = 1e9;
  for (int run = 0; run < runs; ++run) {
    const double start = repere::tests::cpu_seconds();
    find_figures(report, {});
    find_dates(text);
    number_terms(text);
    best = std::min(best, repere::tests::cpu_seconds() - start);
  }
  return best;
}

}  // namespace

TEST_SUITE("extract/linear") {
  TEST_CASE("four times the text costs about four times the time, whatever it holds") {
    for (const std::string_view piece :
         {"7",       "1 ",       "1,",        "1.",          "1/",
          "12 000 ", "et ",      "un et ",    "(",           "mille ",
          "vingt ",  "3 et ",    "de 3 à 5 ", "3 agents, ",  "en 2016 3 agents ",
          "de ",     "d'",       "-",         "3-",          "2016-",
          "3 %, ",   "« ",       "un sur ",   "M de ",       "quatre-vingt-",
          "3 sur ",  "le 3 au ", "nouveaux ", "3 nouveaux ", "12 à "}) {
      CAPTURE(piece);
      const double quarter = seconds(repeated(piece, 10000));
      const double whole = seconds(repeated(piece, 40000));
      CHECK(whole < 10 * quarter + 0.05);
    }
  }

  TEST_CASE("a megabyte of one thing is read in seconds, under a sanitizer too") {
    for (const std::string_view piece : {"7", "et ", "(", "1 000 "}) {
      CAPTURE(piece);
      CHECK(seconds(repeated(piece, 1 << 20), 1) < 20);
    }
  }

  TEST_CASE("values stay finite and spans stay inside the text") {
    for (const std::string_view text :
         {"99999999999999999999999999999999999 M€", "\xC3", "1\xE2\x80", "12 \xF0\x9F", "1er\xCC",
          "(", "€ 12", "milliards de milliards", "-", "1,", ",1",
          "1 000 000 000 000 000 000 000 000 agents"}) {
      CAPTURE(text);
      for (const Figure& figure : find_figures(plain_report(text), {})) {
        CHECK(figure.value < 1e301);
        CHECK(figure.span.end <= text.size());
        CHECK(figure.span.begin < figure.span.end);
      }
    }
  }
}
