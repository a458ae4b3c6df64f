// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <fstream>
#include <iterator>

#include "pdf.h"
#include "readers.h"
#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

Error refused(std::string_view name, const std::string& what, const std::string& hint = {}) {
  return {ErrorCode::refused_input, std::string(name) + " : " + what, hint};
}

std::string lower_extension(std::string_view extension) {
  std::string out(extension);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  });
  return out;
}

Result<std::size_t> give(Report report, const std::filesystem::path& file,
                         const std::function<void(Report)>& sink) {
  infer_descriptions(report);
  report.id = file.stem().string();
  report.path = file.string();
  sink(std::move(report));
  return std::size_t{1};
}

}  // namespace

Report plain_report(std::string_view text) {
  Report report;
  report.text = std::string(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  report.map.append({{0, size}, {0, size}});
  report.sections.push_back({"", 0, SectionKind::body, -1, {0, size}, {0, size}});
  for (std::uint32_t at = 0; at < size;) {
    const auto line = text.find('\n', at);
    const auto end = line == std::string_view::npos ? size : static_cast<std::uint32_t>(line);
    if (text.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos)
      report.blocks.push_back({BlockKind::paragraph, {at, end}, 0, 0, -1});
    at = end + 1;
  }
  return report;
}

Result<void> check_text(std::string_view bytes, std::string_view name) {
  if (bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos)
    return refused(name, "fichier vide");
  const auto sample = bytes.substr(0, 1 << 16);
  const bool binary = sample.find('\0') != std::string_view::npos;
  const auto valid = valid_utf8_prefix(bytes);
  if (binary)
    return refused(name, "ce n'est pas du texte (octet nul)",
                   "donnez un .txt, .md, .html, .pdf ou .jsonl");
  if (valid < bytes.size())
    return refused(name, "UTF-8 mal formé à l'octet " + std::to_string(valid),
                   "convertissez le fichier en UTF-8 (iconv -f windows-1252 -t utf-8)");
  return {};
}

Result<Report> read_text(std::string_view bytes, std::string_view extension,
                         const Description& description) {
  const std::string kind = lower_extension(extension);
  if (auto fine = check_text(bytes, description.file.empty() ? "texte" : description.file); !fine)
    return fine.error();
  if (kind == ".html" || kind == ".htm") {
    auto page = read_html(bytes, description);
    if (page) infer_descriptions(*page);
    return page;
  }
  Report report =
      kind == ".md" ? read_markdown(bytes, description) : read_plain_text(bytes, description);
  infer_descriptions(report);
  return report;
}

Result<std::size_t> read_file(const std::filesystem::path& file, const Description& description,
                              const ReadOptions& options, const std::function<void(Report)>& sink) {
  const std::string kind = lower_extension(file.extension().string());
  if (kind == ".jsonl") return read_records(file, options, sink);
  if (kind == ".pdf") {
    auto report = read_pdf(file, description, options);
    if (!report) return report.error();
    return give(*std::move(report), file, sink);
  }
  if (kind != ".txt" && kind != ".md" && kind != ".html" && kind != ".htm")
    return refused(file.string(), "format inconnu", "donnez un .txt, .md, .html, .pdf ou .jsonl");
  std::ifstream in(file, std::ios::binary);
  if (!in) return refused(file.string(), "illisible");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Description named = description;
  named.file = file.string();
  auto report = read_text(bytes, kind, named);
  if (!report) return report.error();
  return give(*std::move(report), file, sink);
}

}  // namespace repere::corpus
