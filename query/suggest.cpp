// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest.h"

#include <algorithm>
#include <map>

#include "repere/corpus/analysis.h"
#include "repere/corpus/territories.h"
#include "repere/storage/schema.h"

namespace repere::query {
namespace {

using storage::LabelKind;

/// What a label is called in a suggestion; empty for kinds that nobody types.
std::string shown(LabelKind kind, std::string_view value) {
  if (kind == LabelKind::organisation || kind == LabelKind::programme) return std::string(value);
  if (kind != LabelKind::territory) return "";
  const auto* territory = corpus::territory_by_code(value);
  return territory == nullptr ? "" : std::string(territory->name);
}

}  // namespace

std::vector<Suggestion> suggest(const OpenIndex& index, std::string_view prefix,
                                std::size_t limit) {
  const auto wanted = corpus::fold(prefix);
  std::map<std::string, Suggestion> found;
  for (const auto& segment : index.segments()) {
    const auto& columns = segment.passage_columns();
    for (std::uint32_t i = 0; i < columns.label_count(); ++i) {
      const auto label = columns.label_name(i);
      const auto kind = static_cast<LabelKind>(label[0]);
      const auto text = shown(kind, label.substr(2));
      const auto folded = corpus::fold(text);
      const auto at = (" " + folded).find(" " + wanted);
      if (text.empty() || at == std::string::npos) continue;
      auto& entry = found[text];
      entry.text = text;
      entry.kind = kind == LabelKind::territory ? "territory" : "entity";
      entry.count +=
          segment.passage_terms().get_termfreq(storage::term(storage::label_prefix, label));
    }
  }
  std::vector<Suggestion> out;
  for (auto& [text, suggestion] : found) out.push_back(std::move(suggestion));
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace repere::query
