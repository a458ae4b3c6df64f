// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>
#include <nlohmann/json.hpp>

#include "readers.h"
#include "repere/corpus/analysis.h"
#include "repere/corpus/territories.h"

namespace repere::corpus {
namespace {

using nlohmann::json;

Error refused(const std::filesystem::path& file, std::size_t line, const std::string& what) {
  return {ErrorCode::refused_input, file.string() + ":" + std::to_string(line) + " : " + what,
          "corrigez ou retirez cet enregistrement"};
}

/// A field that may be absent, null, text or a number, as text.
std::string field(const json& record, const char* key) {
  const auto found = record.find(key);
  if (found == record.end() || found->is_null()) return {};
  if (found->is_string()) return found->get_ref<const std::string&>();
  return found->is_number_integer() ? found->dump() : std::string();
}

std::optional<int> year_of(const json& record) {
  const std::string text = field(record, "year");
  if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string::npos) return {};
  return std::stoi(text);
}

Result<Report> read_record(const std::string& line, const std::filesystem::path& file,
                           std::size_t number) {
  if (const auto valid = valid_utf8_prefix(line); valid < line.size())
    return refused(file, number,
                   "UTF-8 mal formé à l'octet " + std::to_string(valid) + " de la ligne");
  const json record = json::parse(line, nullptr, false);
  if (record.is_discarded() || !record.is_object())
    return refused(file, number, "ce n'est pas un objet JSON");
  const auto text = record.find("text");
  if (text == record.end() || !text->is_string())
    return refused(file, number, "le champ « text » manque");
  Report report = plain_report(text->get_ref<const std::string&>());
  report.id = field(record, "id");
  if (report.id.empty()) return refused(file, number, "le champ « id » manque");
  if (report.blocks.empty())
    return refused(file, number, "le texte de « " + report.id + " » est vide");
  report.title = field(record, "title");
  report.sections[0].title = report.title;
  report.url = field(record, "url");
  report.theme = field(record, "theme");
  report.year = year_of(record);
  const std::string place = field(record, "territory");
  report.territory = resolve_territory(place);
  if (!place.empty() && report.territory.empty())
    report.notes.push_back("territoire inconnu « " + place + " »");
  report.is_record = true;
  report.path = file.string();
  return report;
}

}  // namespace

Result<std::size_t> read_records(const std::filesystem::path& file, const ReadOptions& options,
                                 const std::function<void(Report)>& sink) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{ErrorCode::refused_input, file.string() + " : illisible", ""};
  std::size_t count = 0, number = 0;
  bool any = false;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (number == 1 && line.compare(0, 3, "\xEF\xBB\xBF") == 0) line.erase(0, 3);
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    any = true;
    auto report = read_record(line, file, number);
    if (report) {
      sink(*std::move(report));
      ++count;
    } else if (options.on_refused) {
      options.on_refused(number, report.error());
    } else {
      return report.error();
    }
  }
  if (!any) return Error{ErrorCode::refused_input, file.string() + " : fichier vide", ""};
  return count;
}

}  // namespace repere::corpus
