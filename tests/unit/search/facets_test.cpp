// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "made_index.h"

using namespace repere;
using repere::tests::MadeIndex;

namespace {

constexpr const char* vocabulary[] = {"forêt", "digue",   "tramway", "lycée",    "verger",
                                      "musée", "caserne", "gymnase", "abattoir", "phare"};
constexpr const char* themes[] = {"alpha", "beta", "gamma"};

struct Record {
  std::string id, theme;
  int year = 0;
  std::set<std::string> words;
};

std::vector<Record> made_records(std::mt19937& random, int count) {
  std::vector<Record> out;
  for (int i = 0; i < count; ++i) {
    Record r{
        "r" + std::to_string(i), themes[random() % 3], 2010 + static_cast<int>(random() % 6), {}};
    const auto words = 1 + random() % 4;
    for (unsigned w = 0; w < words; ++w) r.words.insert(vocabulary[random() % 10]);
    out.push_back(std::move(r));
  }
  return out;
}

std::string as_jsonl(const std::vector<Record>& records) {
  std::string out;
  for (const auto& r : records) {
    std::string text;
    for (const auto& word : r.words) text += word + " ";
    out +=
        nlohmann::json{{"id", r.id}, {"text", text}, {"theme", r.theme}, {"year", r.year}}.dump() +
        "\n";
  }
  return out;
}

struct Selection {
  std::set<std::string> words, themes;
  std::set<int> years;
};

/// The oracle: a plain scan.
bool allows(const Record& r, const Selection& s, const std::string& but) {
  const bool word =
      s.words.empty() || std::any_of(s.words.begin(), s.words.end(),
                                     [&](const auto& w) { return r.words.count(w) != 0; });
  const bool theme = but == "theme" || s.themes.empty() || s.themes.count(r.theme) != 0;
  const bool year = but == "year" || s.years.empty() || s.years.count(r.year) != 0;
  return word && theme && year;
}

using Counts = std::map<std::string, std::size_t>;

Counts counted(const std::vector<query::FacetValue>& values) {
  Counts out;
  for (const auto& v : values)
    if (v.count != 0) out[v.value] = v.count;
  return out;
}

void check_one(query::Searcher& searcher, const std::vector<Record>& records, const Selection& s) {
  query::SearchRequest request;
  for (const auto& word : s.words) request.text += word + " ";
  request.filters.themes.assign(s.themes.begin(), s.themes.end());
  for (const int year : s.years) request.filters.years.push_back({year, year});
  request.limit = 1000;
  const auto result = searcher.search(request);
  REQUIRE(result);
  Counts theme, year;
  std::set<std::string> ids;
  for (const auto& r : records) {
    if (allows(r, s, "theme")) ++theme[r.theme];
    if (allows(r, s, "year")) ++year[std::to_string(r.year)];
    if (allows(r, s, "")) ids.insert(r.id);
  }
  CHECK(result->total == ids.size());
  CHECK(counted(result->facets.at("theme")) == theme);
  CHECK(counted(result->facets.at("year")) == year);
  std::set<std::string> found;
  for (const auto& hit : result->hits) found.insert(hit.id);
  CHECK(found == ids);
}

}  // namespace

TEST_SUITE("search/facets") {
  TEST_CASE(
      "counts equal a plain scan for 500 random queries and selections, in one segment or three") {
    std::mt19937 random(20240601);
    for (const std::size_t shards : {1u, 2u}) {
      const auto records = made_records(random, 400);
      const MadeIndex made(as_jsonl(records), shards);
      auto searcher = made.open();
      for (int i = 0; i < 250; ++i) {
        Selection s;
        for (auto n = 1 + random() % 3; n > 0; --n) s.words.insert(vocabulary[random() % 10]);
        for (auto n = random() % 3; n > 0; --n) s.themes.insert(themes[random() % 3]);
        for (auto n = random() % 3; n > 0; --n)
          s.years.insert(2010 + static_cast<int>(random() % 6));
        check_one(searcher, records, s);
      }
    }
  }
}
