// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/extraction.h"

namespace repere::corpus {

namespace {
template <typename Enum, std::size_t n>
std::string_view name_of(Enum value, const std::string_view (&names)[n]) {
  return names[static_cast<std::size_t>(value)];
}
}  // namespace

std::string_view to_string(FigureKind kind) {
  static constexpr std::string_view names[] = {"money",   "percent",  "count",
                                               "measure", "duration", "range"};
  return name_of(kind, names);
}
std::string_view to_string(Origin origin) {
  static constexpr std::string_view names[] = {"", "sentence", "list", "heading", "report"};
  return name_of(origin, names);
}
std::string_view to_string(EntityClass cls) {
  static constexpr std::string_view names[] = {
      "person", "organisation", "place", "programme", "law", "event", "infrastructure"};
  return name_of(cls, names);
}
std::string_view to_string(SectionKind kind) {
  static constexpr std::string_view names[] = {"body",  "box",      "caption",
                                               "table", "foreword", "toc"};
  return name_of(kind, names);
}

}  // namespace repere::corpus
