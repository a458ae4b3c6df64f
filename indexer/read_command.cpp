// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "commands.h"
#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

namespace repere::indexer {
namespace {

using corpus::Report;
using nlohmann::ordered_json;

ordered_json range(corpus::ByteRange r) { return ordered_json::array({r.begin, r.end}); }

ordered_json sections_json(const Report& report) {
  auto out = ordered_json::array();
  for (const auto& section : report.sections) {
    out.push_back({{"level", section.level},
                   {"title", section.title},
                   {"kind", corpus::to_string(section.kind)},
                   {"parent", section.parent},
                   {"clean", range(section.clean)},
                   {"source", range(section.source)}});
  }
  return out;
}

ordered_json blocks_json(const Report& report) {
  auto out = ordered_json::array();
  for (const auto& block : report.blocks) {
    auto sources = ordered_json::array();
    for (const auto& source : report.map.to_source(block.clean)) sources.push_back(range(source));
    out.push_back({{"kind", corpus::to_string(block.kind)},
                   {"section", block.section},
                   {"page", block.page},
                   {"list_head", block.list_head},
                   {"clean", range(block.clean)},
                   {"source", sources},
                   {"text", report.slice(block.clean)}});
  }
  return out;
}

void print_json(const Report& report, std::ostream& out) {
  ordered_json object = {{"id", report.id},
                         {"title", report.title},
                         {"publisher", report.publisher},
                         {"year", report.year ? ordered_json(*report.year) : ordered_json(nullptr)},
                         {"territory", report.territory},
                         {"url", report.url},
                         {"inferred",
                          {{"title", report.inferred.title},
                           {"publisher", report.inferred.publisher},
                           {"year", report.inferred.year},
                           {"territory", report.inferred.territory}}},
                         {"notes", report.notes},
                         {"sections", sections_json(report)},
                         {"blocks", blocks_json(report)}};
  auto pages = ordered_json::array();
  for (const auto& page : report.pages)
    pages.push_back({{"number", page.number},
                     {"quality", corpus::to_string(page.quality)},
                     {"clean", range(page.clean)}});
  object["pages"] = pages;
  out << object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

void print_outline(const Report& report, std::ostream& out) {
  out << (report.title.empty() ? report.id : report.title) << '\n';
  for (const auto& note : report.notes) out << "! " << note << '\n';
  for (std::size_t at = 1; at < report.sections.size(); ++at) {
    const auto& section = report.sections[at];
    out << std::string(static_cast<std::size_t>(section.level) * 2, ' ')
        << (section.title.empty() ? "(sans titre)" : section.title);
    if (section.kind != corpus::SectionKind::body)
      out << "  [" << corpus::to_string(section.kind) << "]";
    out << '\n';
  }
}

}  // namespace

void add_read_command(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("read", "montre ce qui est lu d'un fichier");
  auto file = std::make_shared<std::string>();
  auto format = std::make_shared<std::string>("outline");
  auto options = std::make_shared<corpus::ReadOptions>();
  command->add_option("FILE", *file, "fichier .txt .md .html .pdf .jsonl")->required();
  command->add_option("--format", *format, "outline, text ou json")
      ->check(CLI::IsMember({"outline", "text", "json"}));
  command->add_flag("--ocr", options->ocr, "lit les pages numérisées avec tesseract");
  command->callback([&code, file, format, options] {
    options->pdf_worker = std::filesystem::read_symlink("/proc/self/exe");
    options->on_refused = [&code](std::size_t, const Error& why) {
      std::cerr << why.line() << '\n';
      code = 1;
    };
    const auto show = [&](const Report& report) {
      if (*format == "json") return print_json(report, std::cout);
      if (*format == "outline") return print_outline(report, std::cout);
      std::cout << report.text << '\n';
    };
    const auto read = corpus::read_file(*file, {}, *options, show);
    if (read) return;
    std::cerr << read.error().line() << '\n';
    code = 1;
  });
}

}  // namespace repere::indexer
