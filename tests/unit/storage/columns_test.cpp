// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/storage/columns.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "repere/storage/codec.h"
#include "temporary_folder.h"

using namespace repere::storage;
using repere::tests::TemporaryFolder;

namespace {

std::vector<std::string> labels_of(const Columns& columns, std::uint32_t passage) {
  std::vector<std::string> out;
  for (const auto label : columns.labels(passage)) out.emplace_back(columns.label_name(label));
  std::sort(out.begin(), out.end());
  return out;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_SUITE("storage/columns") {
  TEST_CASE("labels, reports and records come back; repeats are one") {
    const TemporaryFolder folder;
    ColumnsWriter out;
    out.append(0, false, Labels{"y:2016", "t:DEP-60", "y:2016"});
    out.append(0, false, Labels{});
    out.append(1, true, Labels{"t:DEP-60"});
    out.write(folder.path() / "c");
    const Columns in(folder.path() / "c");
    REQUIRE(in.size() == 3);
    CHECK(labels_of(in, 0) == Labels{"t:DEP-60", "y:2016"});
    CHECK(labels_of(in, 1).empty());
    CHECK(in.report(2) == 1);
    CHECK(in.is_record(2));
    CHECK_FALSE(in.is_record(0));
    CHECK(in.first_of(1) == 2);
  }
  TEST_CASE("appended columns keep their labels under new numbers") {
    const TemporaryFolder folder;
    ColumnsWriter first, second, both;
    first.append(0, false, Labels{"h:emploi"});
    second.append(0, true, Labels{"h:sante", "h:emploi"});
    first.write(folder.path() / "1");
    second.write(folder.path() / "2");
    both.append(Columns(folder.path() / "1"), 0);
    both.append(Columns(folder.path() / "2"), 1);
    both.write(folder.path() / "3");
    const Columns in(folder.path() / "3");
    CHECK(labels_of(in, 1) == Labels{"h:emploi", "h:sante"});
    CHECK(in.report(1) == 1);
    CHECK(in.is_record(1));
  }
  TEST_CASE("a file cut short or overwritten is refused") {
    const TemporaryFolder folder;
    ColumnsWriter out;
    out.append(0, false, Labels{"h:emploi"});
    out.write(folder.path() / "c");
    const auto size = std::filesystem::file_size(folder.path() / "c");
    for (std::size_t cut = 0; cut < size; ++cut) {
      std::filesystem::copy_file(folder.path() / "c", folder.path() / "d",
                                 std::filesystem::copy_options::overwrite_existing);
      std::filesystem::resize_file(folder.path() / "d", cut);
      CHECK_THROWS_AS(Columns(folder.path() / "d"), CorruptRecord);
    }
  }
}
