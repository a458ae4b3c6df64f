// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/record_file.h"

#include <doctest/doctest.h>

#include <fstream>

#include "repere/storage/codec.h"
#include "temporary_folder.h"

using namespace repere::storage;
using repere::tests::TemporaryFolder;

namespace {

std::string record(int i) {
  return "Fiche " + std::to_string(i) + " : " + std::string(static_cast<std::size_t>(i % 90), 'x') +
         " le département a ouvert " + std::to_string(i * 37) + " places.";
}

void write(const std::filesystem::path& stem, int from, int to) {
  RecordWriter out(stem);
  for (int i = from; i < to; ++i) out.append(record(i));
  out.finish();
}

}  // namespace

TEST_SUITE("storage/record_file") {
  TEST_CASE("records come back, with a trained dictionary and without") {
    const TemporaryFolder folder;
    for (const int count : {0, 1, 50, 20000}) {
      CAPTURE(count);
      write(folder.path() / "r", 0, count);
      const RecordReader in(folder.path() / "r");
      REQUIRE(in.size() == static_cast<std::uint32_t>(count));
      for (int i = 0; i < count; i += 1 + count / 97)
        CHECK(in.read(static_cast<std::uint32_t>(i)) == record(i));
      CHECK_THROWS_AS(in.read(in.size()), CorruptRecord);
    }
  }
  TEST_CASE("merged files read as one, in order") {
    const TemporaryFolder folder;
    write(folder.path() / "a", 0, 20000);
    write(folder.path() / "b", 20000, 20003);
    write(folder.path() / "empty", 0, 0);
    write(folder.path() / "c", 20003, 40000);
    merge_records(
        {folder.path() / "a", folder.path() / "b", folder.path() / "empty", folder.path() / "c"},
        folder.path() / "m");
    const RecordReader in(folder.path() / "m");
    REQUIRE(in.size() == 40000);
    for (const int i : {0, 19999, 20000, 20002, 20003, 39999})
      CHECK(in.read(static_cast<std::uint32_t>(i)) == record(i));
  }
  TEST_CASE("a damaged file is refused") {
    const TemporaryFolder folder;
    write(folder.path() / "r", 0, 10);
    std::filesystem::resize_file(folder.path() / "r.dat", 30);
    const RecordReader in(folder.path() / "r");
    CHECK_THROWS_AS(in.read(9), CorruptRecord);
    std::ofstream(folder.path() / "r.dat") << "autre chose";
    CHECK_THROWS_AS(RecordReader(folder.path() / "r"), CorruptRecord);
  }
}
