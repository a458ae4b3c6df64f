// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "repere/corpus/extraction.h"
#include "repere/corpus/reading.h"

namespace repere::indexer {
namespace {

using Json = nlohmann::ordered_json;
using namespace corpus;  // NOLINT: this file prints what corpus names

/// First to last source byte of a clean range; false when nothing of it has a source.
bool locate(const Report& report, ByteRange clean, Json& out) {
  const auto source = report.map.to_source(clean);
  if (source.empty()) return false;
  out["start"] = source.front().begin;
  out["end"] = source.back().end;
  return true;
}

Json optional(const auto& value) { return value ? Json(*value) : Json(nullptr); }

Json sentence_range(const Report& report, ByteRange clean) {
  Json at;
  if (!locate(report, clean, at)) return nullptr;
  return Json::array({at["start"], at["end"]});
}

Json to_json(const Number& number, const Report& report) {
  Json out{{"type", "number"}};
  if (!locate(report, number.span, out)) return nullptr;
  out["text"] = report.slice(number.span);
  out["value"] = number.value;
  if (number.ordinal) out["ordinal"] = true;
  return out;
}

Json to_json(const Figure& figure, const Report& report) {
  Json out{{"type", "figure"}};
  if (!locate(report, figure.span, out)) return nullptr;
  out["text"] = report.slice(figure.span);
  out["value"] = figure.value;
  if (figure.low) out["low"] = *figure.low;
  if (figure.high) out["high"] = *figure.high;
  out["unit"] = figure.unit;
  out["kind"] = to_string(figure.kind);
  out["approx"] = figure.approx;
  out["label"] = figure.label;
  out["year"] = optional(figure.year);
  out["year_from"] = to_string(figure.year_from);
  out["territory"] = figure.territory;
  out["territory_name"] = figure.territory_name;
  out["territory_from"] = to_string(figure.territory_from);
  if (figure.change) out["change"] = *figure.change;
  if (!figure.base.empty()) out["base"] = figure.base;
  if (figure.of) out["of"] = *figure.of;
  out["sentence"] = sentence_range(report, figure.sentence);
  out["section"] = section_path(report, figure.section);
  return out;
}

Json to_json(const Entity& entity, const Report& report) {
  Json out{{"type", "entity"}};
  if (!locate(report, entity.span, out)) return nullptr;
  out["text"] = report.slice(entity.span);
  out["class"] = to_string(entity.cls);
  out["name"] = entity.name;
  out["code"] = entity.code;
  return out;
}

Json to_json(const DateSpan& date, const Report& report) {
  Json out{{"type", "date"}};
  if (!locate(report, date.span, out)) return nullptr;
  out["text"] = report.slice(date.span);
  out["from"] = date.from;
  out["to"] = date.to;
  return out;
}

Json to_json(const Section& section) {
  return {{"type", "section"},         {"start", section.source.begin},
          {"end", section.source.end}, {"level", section.level},
          {"title", section.title},    {"kind", to_string(section.kind)}};
}

/// Everything found in a report, by type, each in text order.
template <typename Sink>
void each_found(const Report& report, const Sink& sink) {
  const Extraction found = extract(report);
  const auto give = [&](const auto& list) {
    for (const auto& item : list)
      if (Json line = to_json(item, report); !line.is_null()) sink(line);
  };
  for (const Section& section : report.sections)
    if (section.parent >= 0) sink(to_json(section));
  give(found.numbers);
  give(found.figures);
  give(found.entities);
  give(found.dates);
}

void print(const Json& line) {
  std::cout << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

int refuse(const std::string& name, const std::string& why) {
  std::cerr << "repere-index extract : " << name << " : " << why << '\n';
  return 1;
}

int extract_text(const std::string& name) {
  std::string bytes;
  std::string extension = ".txt";
  if (name == "-") {
    bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    std::ifstream file(name, std::ios::binary);
    if (!file) return refuse(name, "fichier illisible, vérifiez le chemin");
    bytes.assign(std::istreambuf_iterator<char>(file), {});
    extension = std::filesystem::path(name).extension().string();
    if (extension != ".md" && extension != ".html") extension = ".txt";
  }
  const auto report = read_text(bytes, extension, {});
  if (!report) return refuse(name, report.error().line());
  each_found(*report, print);
  return 0;
}

int extract_batch(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  if (!file) return refuse(name, "fichier illisible, vérifiez le chemin");
  int code = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Json row = Json::parse(line, nullptr, false);
    if (!row.is_object() || !row.contains("id") || !row.contains("text") ||
        !row["text"].is_string()) {
      code = refuse(name + ":" + std::to_string(number),
                    "une ligne doit être un objet {\"id\", \"text\"}");
      continue;
    }
    Json found = Json::array();
    const Report report = plain_report(row["text"].get_ref<const std::string&>());
    each_found(report, [&](const Json& item) { found.push_back(item); });
    print({{"id", row["id"]}, {"found", std::move(found)}});
  }
  return code;
}

}  // namespace

void add_extract_command(CLI::App& app, int& code) {
  auto* command = app.add_subcommand(
      "extract",
      "écrit les nombres, chiffres, noms, dates et sections d'un texte, un objet JSON "
      "par ligne, positions en octets UTF-8 du texte donné");
  auto* file = command->add_option("fichier", "fichier .txt, .md ou .html, ou - pour l'entrée")
                   ->type_name("FICHIER");
  auto* batch = command->add_option("--batch", "fichier .jsonl d'objets {\"id\", \"text\"}")
                    ->type_name("FICHIER");
  file->excludes(batch);
  command->callback([&code, file, batch] {
    code = batch->count() > 0 ? extract_batch(batch->as<std::string>())
                              : extract_text(file->count() > 0 ? file->as<std::string>() : "-");
  });
}

}  // namespace repere::indexer
