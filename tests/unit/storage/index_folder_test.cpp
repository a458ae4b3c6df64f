// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/index_folder.h"

#include <doctest/doctest.h>

#include "repere/storage/guard.h"
#include "temporary_folder.h"

using namespace repere;
using namespace repere::storage;
using repere::tests::TemporaryFolder;

TEST_SUITE("storage/index_folder") {
  TEST_CASE("what is published is what is loaded") {
    const TemporaryFolder folder;
    Generation generation;
    generation.number = 4;
    generation.segments.push_back({"s4-0", 1, 2, 3, 4, {{"a.txt", "00ff", 12, {}}}, {{"x", 5, 6}}});
    publish(folder.path(), generation);
    const auto live = load_generation(folder.path());
    REQUIRE(live);
    CHECK(live->number == 4);
    CHECK(live->segments[0].sources[0].hash == "00ff");
    CHECK(live->segments[0].files[0].checksum == 6);
    CHECK(live->revision() == generation.revision());
  }
  TEST_CASE("a folder without an index, and an index of another version, are refused by name") {
    const TemporaryFolder folder;
    const auto none = load_generation(folder.path());
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::foreign_index);
    folder.write("CURRENT", "generation-1.json\n");
    folder.write("generation-1.json", R"({"number":1,"schema":9999,"analysis":1,"segments":[]})");
    const auto other = load_generation(folder.path());
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::foreign_index);
    CHECK(other.error().line().find("reconstruisez") != std::string::npos);
  }
  TEST_CASE("an unreadable generation file is damage, not a crash") {
    const TemporaryFolder folder;
    folder.write("CURRENT", "generation-1.json\n");
    folder.write("generation-1.json", "{\"number\":");
    const auto live =
        guarded<Generation>([&]() -> Result<Generation> { return load_generation(folder.path()); });
    REQUIRE_FALSE(live);
    CHECK(live.error().code == ErrorCode::unavailable);
  }
  TEST_CASE("a second writer is refused while the first lives") {
    const TemporaryFolder folder;
    {
      const auto first = WriterLock::take(folder.path());
      REQUIRE(first);
      const auto second = WriterLock::take(folder.path());
      REQUIRE_FALSE(second);
      CHECK(second.error().code == ErrorCode::locked);
    }
    CHECK(WriterLock::take(folder.path()));
  }
  TEST_CASE("damage to a sealed file is found by name") {
    const TemporaryFolder folder;
    folder.write("segment/a.dat", "abc");
    const auto files = seal_segment(folder.path() / "segment");
    CHECK(find_damage(folder.path() / "segment", files).empty());
    folder.write("segment/a.dat", "abd");
    CHECK(find_damage(folder.path() / "segment", files) == "a.dat");
  }
}
