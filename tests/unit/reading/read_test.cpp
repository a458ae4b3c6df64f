// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "repere/corpus/reading.h"

using namespace repere;
using namespace repere::corpus;

namespace {

std::filesystem::path write_file(const std::string& name, const std::string& bytes) {
  const auto folder = std::filesystem::temp_directory_path() / "repere-read-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << bytes;
  return folder / name;
}

std::string error_of(const std::string& name, const std::string& bytes) {
  const auto read = read_file(write_file(name, bytes), {}, {}, [](Report) {});
  return read ? std::string() : read.error().line();
}

}  // namespace

TEST_SUITE("reading/read") {
  TEST_CASE("a text that cannot be read is refused with its reason") {
    struct Row {
      std::string bytes, reason;
    };
    for (const Row& row :
         {Row{"", "fichier vide"}, Row{" \n\f\n", "fichier vide"},
          Row{std::string("a\0b", 3), "pas du texte"}, Row{"ab\xE9 cd", "mal formé à l'octet 2"}}) {
      CAPTURE(row.reason);
      CHECK(error_of("mauvais.txt", row.bytes).find(row.reason) != std::string::npos);
    }
  }
  TEST_CASE("a bad record is named by its line and the others are read") {
    const auto file = write_file(
        "notices.jsonl",
        "{\"id\":\"a\",\"text\":\"Un.\"}\nnon\n{\"id\":\"b\",\"text\":\"Deux.\",\"year\":2019}\n");
    ReadOptions options;
    std::size_t line = 0;
    options.on_refused = [&](std::size_t at, const Error&) { line = at; };
    std::vector<Report> reports;
    const auto read =
        read_file(file, {}, options, [&](Report r) { reports.push_back(std::move(r)); });
    REQUIRE(read);
    CHECK(line == 2);
    REQUIRE(reports.size() == 2);
    CHECK(reports[1].id == "b");
    CHECK(reports[1].year == 2019);
    CHECK(reports[1].is_record);
    CHECK(reports[1].text == "Deux.");
    CHECK(reports[1].map.to_source({0, 4}) == std::vector<ByteRange>{{0, 4}});
  }
  TEST_CASE("corpus.toml describes reports and a fault names its line") {
    const auto file = write_file("corpus.toml",
                                 "[[report]]\nfile = \"a.md\"\nyear = 2020\nnature = \"digest\"\n");
    const auto read = read_descriptions(file.parent_path());
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK((*read)[0].year == 2020);
    CHECK((*read)[0].nature == Nature::digest);
    write_file("corpus.toml", "[[report]]\nfile = \"a.md\"\nyear = \n");
    const auto bad = read_descriptions(file.parent_path());
    REQUIRE_FALSE(bad);
    CHECK(bad.error().message.find("ligne 3") != std::string::npos);
    std::filesystem::remove(file);
  }
  TEST_CASE("markdown gives titles, lists and tables") {
    const auto read = read_text(
        "# Rapport\n\n## Emploi\n\nUn texte\nsur deux lignes.\n\nIl y a :\n\n- un ;\n- deux.\n\n| "
        "A | B |\n|---|---|\n| x | 3 |\n",
        ".md", {});
    REQUIRE(read);
    CHECK(read->title == "Rapport");
    REQUIRE(read->sections.size() == 2);
    CHECK(read->sections[1].title == "Emploi");
    CHECK(read->text ==
          "Rapport\n\nEmploi\n\nUn texte sur deux lignes.\n\nIl y a :\n\nun ;\n\ndeux.\n\nA | "
          "B\n\nx | 3");
  }
}
