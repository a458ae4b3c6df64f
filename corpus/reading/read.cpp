// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/reading.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace repere::corpus {

Report plain_report(std::string_view text) {
  Report report;
  report.text = std::string(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  report.map.append({{0, size}, {0, size}});
  report.sections.push_back({"", 0, SectionKind::body, -1, {0, size}, {0, size}});
  for (std::uint32_t at = 0; at < size;) {
    const auto line = text.find('\n', at);
    const auto end = line == std::string_view::npos ? size : static_cast<std::uint32_t>(line);
    if (end > at) report.blocks.push_back({BlockKind::paragraph, {at, end}, 0, 0, -1});
    at = end + 1;
  }
  return report;
}

Result<std::vector<Description>> read_descriptions(const std::filesystem::path&) {
  return std::vector<Description>{};
}

Result<Report> read_text(std::string_view bytes, std::string_view, const Description& description) {
  Report report = plain_report(bytes);
  report.title = description.title;
  return report;
}

Result<std::size_t> read_file(const std::filesystem::path& file, const Description& description,
                              const ReadOptions&, const std::function<void(Report)>& sink) {
  std::ifstream in(file, std::ios::binary);
  if (file.extension() == ".jsonl") {
    std::size_t count = 0;
    for (std::string line; std::getline(in, line);) {
      const auto record = nlohmann::json::parse(line);
      Report report = plain_report(record.value("text", ""));
      report.id = record.value("id", "");
      report.title = record.value("title", "");
      report.is_record = true;
      sink(std::move(report));
      ++count;
    }
    return count;
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  auto report = read_text(bytes, file.extension().string(), description);
  if (!report) return report.error();
  report->id = file.stem().string();
  report->path = file.string();
  sink(*std::move(report));
  return std::size_t{1};
}

}  // namespace repere::corpus
