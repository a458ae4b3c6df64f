// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/indexer/build.h"

#include <doctest/doctest.h>

#include "repere/storage/index_folder.h"
#include "temporary_folder.h"

using namespace repere;
using namespace repere::indexer;
using repere::tests::TemporaryFolder;

namespace {

struct Fixture {
  TemporaryFolder folder;
  std::filesystem::path index = folder.path() / "index";
  std::filesystem::path corpus = folder.path() / "corpus";

  Fixture() {
    folder.write("corpus/a.txt", "Emploi\n\nLa mission locale a reçu 540 jeunes en 2018.\n");
    folder.write("corpus/b.md", "# Eau\n\nLe syndicat a posé 12 km de conduites.\n");
    folder.write("corpus/c.jsonl",
                 "{\"id\":\"r1\",\"title\":\"T\",\"text\":\"Un texte.\"}\n"
                 "{\"id\":\"r2\",\"title\":\"T\",\"text\":\"Un texte.\"}\n");
  }
  Result<BuildSummary> run(std::size_t jobs = 2) {
    BuildOptions options;
    options.index = index;
    options.inputs = {corpus};
    options.jobs = jobs;
    return build(options);
  }
};

}  // namespace

TEST_SUITE("indexer/build") {
  TEST_CASE("a folder becomes an index that checks out; equal texts of two ids both stay") {
    Fixture f;
    const auto summary = f.run();
    REQUIRE(summary);
    CHECK(summary->reports == 4);
    CHECK(summary->refused.empty());
    const auto seen = check(f.index);
    REQUIRE(seen);
    CHECK(seen->reports == 4);
  }
  TEST_CASE("an unchanged file is carried over, a changed one read again, a vanished one dropped") {
    Fixture f;
    REQUIRE(f.run());
    f.folder.write("corpus/a.txt", "Emploi\n\nLa mission locale a reçu 600 jeunes en 2019.\n");
    std::filesystem::remove(f.corpus / "b.md");
    const auto again = f.run();
    REQUIRE(again);
    CHECK(again->carried_over == 1);
    CHECK(again->dropped == 1);
    CHECK(again->reports == 3);
    CHECK(check(f.index));
    const auto same = f.run();
    REQUIRE(same);
    CHECK(same->carried_over == 2);
  }
  TEST_CASE("an id given twice is refused by name, in one file and across files") {
    Fixture f;
    f.folder.write("corpus/d.jsonl",
                   "{\"id\":\"r2\",\"title\":\"T\",\"text\":\"Autre.\"}\n"
                   "{\"id\":\"r3\",\"title\":\"T\",\"text\":\"Autre.\"}\n");
    const auto summary = f.run();
    REQUIRE(summary);
    REQUIRE(summary->refused.size() == 1);
    CHECK(summary->refused[0].input.find("r2") != std::string::npos);
    CHECK(summary->reports == 5);
  }
  TEST_CASE("bad inputs are refused one by one and the rest is indexed") {
    Fixture f;
    f.folder.write("corpus/vide.txt", "");
    f.folder.write("corpus/faux.txt", std::string("Du texte \xC3\x28 faux.\n"));
    const auto summary = f.run();
    REQUIRE(summary);
    CHECK(summary->refused.size() == 2);
    CHECK(summary->reports == 4);
  }
  TEST_CASE("nothing to read, nothing there, a folder of something else: each its own error") {
    Fixture f;
    std::filesystem::remove_all(f.corpus);
    CHECK(f.run().error().code == ErrorCode::invalid_argument);
    std::filesystem::create_directories(f.corpus);
    CHECK(f.run().error().code == ErrorCode::invalid_argument);
    Fixture g;
    g.folder.write("index/lettre.txt", "à garder");
    CHECK(g.run().error().code == ErrorCode::foreign_index);
    CHECK(std::filesystem::exists(g.index / "lettre.txt"));
  }
  TEST_CASE("a build that fails leaves the index as it was") {
    Fixture f;
    REQUIRE(f.run());
    const auto before = info(f.index);
    for (const char* name : {"a.txt", "b.md", "c.jsonl"})
      f.folder.write(std::string("corpus/") + name, "");
    CHECK_FALSE(f.run());
    CHECK(info(f.index)->revision == before->revision);
    CHECK(check(f.index));
  }
  TEST_CASE("the number of threads does not change what is indexed") {
    Fixture f, g;
    const auto one = f.run(1), four = g.run(4);
    REQUIRE(one);
    REQUIRE(four);
    CHECK(one->passages == four->passages);
    CHECK(one->figures == four->figures);
  }
  TEST_CASE("damage is found by check and named") {
    Fixture f;
    REQUIRE(f.run());
    const auto live = storage::load_generation(f.index);
    const auto file = storage::segment_folder(f.index, live->segments[0].name) / "passages.dat";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    const auto seen = check(f.index);
    REQUIRE_FALSE(seen);
    CHECK(seen.error().message.find("passages.dat") != std::string::npos);
  }
}
