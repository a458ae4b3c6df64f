// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "parse/clauses.h"
#include "parse/parsed_query.h"

using namespace repere;
using namespace repere::query;

namespace {

/// What a query demands: "typed words | +required -excluded "phrase" -"phrase" prefix* filters".
std::string printed(std::string_view text) {
  corpus::Analyzer analyzer;
  const auto query = parse(text, analyzer);
  std::string out;
  for (const auto& t : query.terms)
    if (!t.added) out.append(t.term).append(" ");
  out += "|";
  for (const auto& any : query.constraints.required) {
    out += " +";
    for (const auto& word : any) out.append(&word == &any.front() ? "" : "/").append(word);
  }
  for (const auto& word : query.constraints.excluded) out.append(" -").append(word);
  const auto phrase = [&](const Phrase& p, const char* sign) {
    out.append(" ").append(sign).append(p.window > 0 ? "~" : "\"");
    for (const auto& [word, place] : p.words)
      out.append(place == 0 ? "" : " ").append(word).append(std::to_string(place));
  };
  for (const auto& p : query.constraints.phrases) phrase(p, "");
  for (const auto& p : query.constraints.excluded_phrases) phrase(p, "-");
  for (const auto& prefix : query.constraints.prefixes) out.append(" ").append(prefix).append("*");
  for (const auto& code : query.filters.territories) out.append(" @").append(code);
  for (const auto& year : query.filters.years)
    out.append(" ").append(std::to_string(year.from)).append("..").append(std::to_string(year.to));
  if (query.constraints.least_amount)
    out.append(" >=").append(
        std::to_string(static_cast<long long>(*query.constraints.least_amount)));
  if (query.constraints.most_amount)
    out.append(" <=").append(
        std::to_string(static_cast<long long>(*query.constraints.most_amount)));
  if (!query.hints.empty()) out += " !";
  return out;
}

struct Row {
  std::string_view query, reading;
};

}  // namespace

TEST_SUITE("query/parse") {
  TEST_CASE("the query language is read as its users mean it") {
    const Row rows[] = {
        {"", "|"},
        {"emplois des jeunes", "emploi jeune |"},
        {"\"service civique\"", "service civique | \"service0 civique1"},
        {"\"mise en œuvre\"", "mise oeuvre | \"mise0 oeuvre2"},
        {"emploi -sport", "emploi | -sport"},
        {"emploi SAUF sport", "emploi | -sport"},
        {"emploi -\"service civique\"", "emploi | -\"service0 civique1"},
        {"Nord-Pas-de-Calais", "nord pas calais |"},
        {"emploi ET sport", "emploi sport | +emploi +sport"},
        {"emploi et sport", "emploi sport |"},
        {"+emploi sport", "emploi sport | +emploi"},
        {"emploi OU sport", "emploi sport |"},
        {"emploi PROCHE jeunes", "emploi jeune | ~emploi0 jeune1"},
        {"prefect*", "| prefect*"},
        {"emploi territoire:Oise", "emploi | @DEP-60"},
        {"emploi territoire:\"Hauts-de-France\"", "emploi | @REG-32"},
        {"année:2014..2016 emploi", "emploi | 2014..2016"},
        {"annee:2016", "| 2016..2016"},
        {"montant:>1M€", "| >=1000000"},
        {"montant:<500k€", "| <=500000"},
        {"10 000 jeunes", "10000 jeune |"},
        {"\"emploi", "emploi | !"},
        {"OU emploi", "emploi | !"},
        {"emploi ET", "emploi | !"},
        {"territoire:nullepartville emploi", "emploi | !"},
        {"(emploi)", "emploi |"},
        {"EMPLOI ET SPORT", "emploi sport |"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.query);
      CHECK(printed(row.query) == row.reading);
    }
  }

  TEST_CASE("nothing that is typed fails") {
    std::mt19937 random(2024);
    const std::string_view pieces[] = {
        "\"", "-", "OU ", "ET ",         "SAUF ",  "PROCHE ",   "a",  "mot*",  "*",
        "(",  ")", ":",   "territoire:", "année:", "montant:>", "20", "..",    "«",
        "»",  "“", "”",   " ",           "é",      "\xff",      "+",  "10 000"};
    corpus::Analyzer analyzer;
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (int i = 0; i < 14; ++i) text += pieces[random() % std::size(pieces)];
      CAPTURE(text);
      const auto query = parse(text, analyzer);
      for (const auto index : query.order) CHECK(index < query.terms.size());
      for (const auto& term : query.terms) CHECK(term.base < query.terms.size());
      for (const auto& known : query.recognised) CHECK(known.span.end <= text.size());
    }
  }

  TEST_CASE("a query of a megabyte is cut, and says so") {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "mot" + std::to_string(i) + " ";
    corpus::Analyzer analyzer;
    const auto query = parse(text, analyzer);
    CHECK(query.terms.size() <= 96);
    CHECK(query.hints.size() == 1);
  }

  TEST_CASE("quoted words are taken as typed, plain ones find their synonyms") {
    corpus::Analyzer analyzer;
    const auto has = [&](std::string_view text, std::string_view term) {
      for (const auto& t : parse(text, analyzer).terms)
        if (t.added && t.term == term) return true;
      return false;
    };
    CHECK(has("chômeurs", "demandeur"));
    CHECK(has("carte grise", "immatriculation"));
    CHECK(has("EPCI", "intercommunal"));
    CHECK_FALSE(has("\"carte grise\"", "immatriculation"));
    CHECK(parse("chômeurs", analyzer).recognised.front().kind == "synonym");
  }
}
