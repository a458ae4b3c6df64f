// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/territories.h"

namespace repere::corpus {

const Territory* territory_by_code(std::string_view) { return nullptr; }
std::vector<const Territory*> territories_by_name(std::string_view, std::string_view) { return {}; }
std::vector<std::string_view> territory_ancestors(std::string_view) { return {}; }
std::string resolve_territory(std::string_view code_or_name) { return std::string(code_or_name); }

}  // namespace repere::corpus
