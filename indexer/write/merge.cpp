// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <fstream>

#include "write/segment_writer.h"

namespace repere::indexer {
namespace {

namespace fs = std::filesystem;

/// A segment's database, or the runs of one still to be joined, in order.
std::vector<fs::path> databases_of(const fs::path& segment, const std::string& name) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(segment)) {
    const auto file = entry.path().filename().string();
    if (entry.is_directory() && (file == name || file.starts_with(name + "-")))
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Xapian's compaction moves document numbers up by those before: the order of the records.
void compact_terms(const std::vector<fs::path>& segments, const fs::path& target,
                   const char* name) {
  Xapian::Database all;
  bool any = false;
  for (const auto& segment : segments)
    for (const auto& database : databases_of(segment, name)) {
      all.add_database(Xapian::Database(database.string()));
      any = true;
    }
  if (any)
    all.compact((target / name).string());
  else
    Xapian::WritableDatabase((target / name).string(), Xapian::DB_CREATE_OR_OVERWRITE).commit();
}

void merge_files(const std::vector<fs::path>& segments, const fs::path& target, const char* name) {
  std::vector<fs::path> stems;
  for (const auto& segment : segments) stems.push_back(segment / name);
  storage::merge_records(stems, target / name);
}

}  // namespace

void merge_segments(const std::vector<fs::path>& segments, const fs::path& target) {
  fs::remove_all(target);
  fs::create_directories(target);
  for (const char* name : {"passages", "figures"}) compact_terms(segments, target, name);
  for (const char* name : {"passages", "figures", "reports"}) merge_files(segments, target, name);
  storage::ColumnsWriter passages, figures;
  std::uint32_t reports = 0;
  std::ofstream values;
  values.exceptions(std::ios::failbit | std::ios::badbit);
  values.open(target / "figures.values", std::ios::binary | std::ios::trunc);
  for (const auto& folder : segments) {
    figures.append(storage::Columns(folder / "figures.columns"), passages.size());
    passages.append(storage::Columns(folder / "passages.columns"), reports);
    reports += storage::RecordReader(folder / "reports").size();
    const storage::MappedFile more(folder / "figures.values");
    values.write(more.bytes().data(), static_cast<std::streamsize>(more.bytes().size()));
  }
  passages.write(target / "passages.columns");
  figures.write(target / "figures.columns");
  values.close();
}

}  // namespace repere::indexer
