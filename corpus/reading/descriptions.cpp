// SPDX-License-Identifier: GPL-2.0-or-later
// Debian's toml++ library is built to throw; the header alone can return its errors, as we want.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <fstream>
#include <iterator>

#include "repere/corpus/reading.h"
#include "repere/corpus/territories.h"

namespace repere::corpus {
namespace {

namespace fs = std::filesystem;

Error fault(const fs::path& file, std::uint32_t line, const std::string& what) {
  return {ErrorCode::refused_input,
          file.string() + ", ligne " + std::to_string(line) + " : " + what, "corrigez corpus.toml"};
}

std::string text_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

Result<Description> describe(const toml::table& table, const fs::path& file) {
  const auto line = table.source().begin.line;
  Description out;
  out.file = text_of(table, "file");
  if (out.file.empty()) return fault(file, line, "un [[report]] sans « file »");
  out.title = text_of(table, "title");
  out.publisher = text_of(table, "publisher");
  out.url = text_of(table, "url");
  out.licence = text_of(table, "licence");
  out.theme = text_of(table, "theme");
  if (const auto* year = table.get("year")) {
    const auto value = year->value<int>();
    if (!value) return fault(file, year->source().begin.line, "« year » n'est pas une année");
    out.year = *value;
  }
  if (const auto* place = table.get("territory")) {
    const auto name = place->value_or(std::string());
    out.territory = resolve_territory(name);
    if (out.territory.empty() && !name.empty())
      return fault(file, place->source().begin.line, "territoire inconnu « " + name + " »");
  }
  const auto nature = text_of(table, "nature");
  if (!nature.empty() && nature != "original" && nature != "digest")
    return fault(file, line, "« nature » vaut « original » ou « digest », pas « " + nature + " »");
  if (nature == "digest") out.nature = Nature::digest;
  return out;
}

}  // namespace

Result<std::vector<Description>> read_descriptions(const fs::path& folder) {
  std::vector<Description> out;
  const fs::path file = folder / "corpus.toml";
  std::ifstream in(file, std::ios::binary);
  if (!in) return out;
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const toml::parse_result parsed = toml::parse(bytes);
  if (!parsed)
    return fault(file, parsed.error().source().begin.line,
                 std::string(parsed.error().description()));
  const auto* reports = parsed.table()["report"].as_array();
  if (reports == nullptr) return out;
  for (const auto& node : *reports) {
    const auto* table = node.as_table();
    if (table == nullptr) return fault(file, node.source().begin.line, "[[report]] attendu");
    auto description = describe(*table, file);
    if (!description) return description.error();
    out.push_back(*std::move(description));
  }
  return out;
}

}  // namespace repere::corpus
