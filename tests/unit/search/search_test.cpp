// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <set>

#include "made_index.h"

using namespace repere;
using repere::tests::MadeIndex;

namespace {

std::string record(const std::string& id, const std::string& text) {
  return "{\"id\":\"" + id + "\",\"title\":\"\",\"text\":\"" + text + "\"}\n";
}

query::SearchResult search(query::Searcher& searcher, const std::string& text,
                           std::size_t offset = 0, std::size_t limit = 10) {
  query::SearchRequest request;
  request.text = text;
  request.offset = offset;
  request.limit = limit;
  auto result = searcher.search(request);
  REQUIRE(result);
  return *std::move(result);
}

std::vector<std::string> ids(const query::SearchResult& result) {
  std::vector<std::string> out;
  for (const auto& hit : result.hits) out.push_back(hit.id);
  return out;
}

}  // namespace

TEST_SUITE("search") {
  TEST_CASE("forms of a word find the same set, and the form typed comes first") {
    const MadeIndex made(record("pluriel", "Les emplois du bassin ont changé.") +
                         record("singulier", "Les emploi du bassin ont changé.") +
                         record("autre", "La rivière a changé de lit."));
    auto searcher = made.open();
    const auto elided = search(searcher, "l’emploi"), plural = search(searcher, "emplois");
    const auto as_set = [](const auto& r) {
      const auto list = ids(r);
      return std::set(list.begin(), list.end());
    };
    CHECK(as_set(elided) == std::set<std::string>{"pluriel", "singulier"});
    CHECK(as_set(elided) == as_set(plural));
    CHECK(elided.hits[0].id == "singulier");
    CHECK(plural.hits[0].id == "pluriel");
  }
  TEST_CASE("accents may be left out") {
    const MadeIndex made(record("a", "La préfecture ouvre à neuf heures.") +
                         record("b", "Le musée ferme."));
    auto searcher = made.open();
    CHECK(ids(search(searcher, "prefecture")) == std::vector<std::string>{"a"});
  }
  TEST_CASE("a snippet is the very bytes of its passage, and marks stay inside it") {
    const MadeIndex made(record(
        "a",
        "Le matin, l’eau monte. L'été, le débit de l’eau baisse de 12 % dans la vallée. Fin."));
    auto searcher = made.open();
    const auto result = search(searcher, "débit eau");
    REQUIRE(result.hits.size() == 1);
    for (const auto& snippet : result.hits[0].snippets) {
      CHECK(snippet.text == result.hits[0].text.substr(snippet.range.begin, snippet.range.size()));
      std::uint32_t last = 0;
      for (const auto mark : snippet.marks) {
        CHECK(mark.begin >= last);
        CHECK(mark.end <= snippet.text.size());
        const auto word = snippet.text.substr(mark.begin, mark.size());
        CHECK_MESSAGE((word == "débit" || word == "eau"), word);
        last = mark.end;
      }
    }
  }
  TEST_CASE("pages follow one another without a gap or a repeat, to the last hit") {
    std::string jsonl;
    for (int i = 0; i < 230; ++i)
      jsonl += record("r" + std::to_string(i),
                      "Le canal numéro " + std::to_string(i % 17) + " est ouvert.");
    const MadeIndex made(jsonl, 2);
    auto searcher = made.open();
    std::vector<std::string> paged;
    for (std::size_t offset = 0; offset < 230; offset += 30)
      for (const auto& id : ids(search(searcher, "canal", offset, 30))) paged.push_back(id);
    CHECK(paged.size() == 230);
    CHECK(std::set(paged.begin(), paged.end()).size() == 230);
    CHECK(paged == ids(search(searcher, "canal", 0, 230)));
    CHECK(ids(search(searcher, "canal", 230, 10)).empty());
  }
  TEST_CASE("a long record is one hit, counted once") {
    std::string text;
    for (int i = 0; i < 120; ++i)
      text += "La digue numéro " + std::to_string(i) + " protège la plaine et ses villages. ";
    const MadeIndex made(record("long", text) + record("court", "La digue est neuve."));
    auto searcher = made.open();
    const auto result = search(searcher, "digue");
    CHECK(result.total == 2);
    CHECK(ids(result).size() == 2);
  }
  TEST_CASE("what is asked of an empty answer set is no error") {
    const MadeIndex made(record("a", "Un texte."));
    auto searcher = made.open();
    CHECK(search(searcher, "xylophone").total == 0);
    CHECK(search(searcher, "").total == 1);
    CHECK(search(searcher, std::string(100000, '(')).hits.size() <= 1);
    CHECK_FALSE(searcher.document("absent"));
    CHECK(searcher.passage("absent").error().code == ErrorCode::not_found);
  }
  TEST_CASE("a reader keeps its generation while a build makes another, and knows it is stale") {
    const MadeIndex made(record("a", "La digue est ancienne."));
    auto searcher = made.open();
    CHECK_FALSE(searcher.is_stale());
    indexer::BuildOptions options;
    options.index = made.folder.path() / "index";
    options.inputs = {made.folder.write("c.jsonl", record("b", "La digue est neuve."))};
    REQUIRE(indexer::build(options));
    CHECK(searcher.is_stale());
    CHECK(ids(search(searcher, "digue")) == std::vector<std::string>{"a"});
    auto fresh = made.open();
    CHECK(ids(search(fresh, "digue")) == std::vector<std::string>{"b"});
  }
}
