// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>

#include "repere/storage/segment.h"
#include "write/segment_writer.h"

namespace repere::indexer {
namespace {

namespace fs = std::filesystem;
using storage::Segment;

void compact(const std::vector<fs::path>& segments, const fs::path& target, const char* name) {
  Xapian::Database all;
  for (const auto& segment : segments) all.add_database(Xapian::Database((segment / name).string()));
  all.compact((target / name).string());
}

std::vector<std::string> labels_of(const storage::Columns& columns, std::uint32_t number) {
  std::vector<std::string> out;
  for (const auto label : columns.labels(number)) out.emplace_back(columns.label_name(label));
  return out;
}

/// Appends one segment's records after those already written, its numbers moved up.
struct Appender {
  storage::RecordWriter passages, figures, reports;
  storage::ColumnsWriter passage_columns, figure_columns;
  std::ofstream values;

  void append(const Segment& from) {
    const auto report_base = reports.size();
    const auto passage_base = passages.size();
    const auto figure_base = figures.size();
    for (std::uint32_t i = 0; i < from.report_count(); ++i) {
      auto report = from.report(i);
      report.first_passage += passage_base;
      reports.append(storage::encode(report));
    }
    for (std::uint32_t i = 0; i < from.passage_count(); ++i) {
      auto passage = from.passage(i);
      passage.report += report_base;
      passage.first_figure += figure_base;
      passages.append(storage::encode(passage));
      passage_columns.append(passage.report, from.passage_columns().is_record(i),
                             labels_of(from.passage_columns(), i));
    }
    for (std::uint32_t i = 0; i < from.figure_count(); ++i) {
      auto figure = from.figure(i);
      figure.passage += passage_base;
      figures.append(storage::encode(figure));
      figure_columns.append(figure.passage, false, labels_of(from.figure_columns(), i));
    }
    const auto bytes = from.values();
    values.write(reinterpret_cast<const char*>(bytes.data()),
                 static_cast<std::streamsize>(bytes.size_bytes()));
  }
};

}  // namespace

void merge_segments(const std::vector<fs::path>& segments, const fs::path& target) {
  fs::remove_all(target);
  fs::create_directories(target);
  compact(segments, target, "passages");
  compact(segments, target, "figures");
  Appender all{storage::RecordWriter(target / "passages"), storage::RecordWriter(target / "figures"),
               storage::RecordWriter(target / "reports"), {}, {}, {}};
  all.values.exceptions(std::ios::failbit | std::ios::badbit);
  all.values.open(target / "figures.values", std::ios::binary | std::ios::trunc);
  for (const auto& segment : segments) all.append(Segment(segment));
  all.passages.finish();
  all.figures.finish();
  all.reports.finish();
  all.passage_columns.write(target / "passages.columns");
  all.figure_columns.write(target / "figures.columns");
  all.values.close();
}

}  // namespace repere::indexer
