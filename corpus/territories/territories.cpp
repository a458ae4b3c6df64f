// SPDX-License-Identifier: GPL-2.0-or-later
#include "repere/corpus/territories.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "french/name_key.h"
#include "territories/gazetteer.h"

namespace repere::corpus {
namespace {

using gazetteer::Kind;
using gazetteer::NameRank;

struct Match {
  std::uint32_t record;
  NameRank rank;
  bool inside;
};

/// Plain names before derived ones, then the widest, then the most populous.
bool comes_first(const Match& a, const Match& b) {
  if (a.inside != b.inside) return a.inside;
  const bool derived_a = a.rank == NameRank::derived, derived_b = b.rank == NameRank::derived;
  if (derived_a != derived_b) return derived_b;
  const auto& left = gazetteer::records()[a.record];
  const auto& right = gazetteer::records()[b.record];
  if (left.kind != right.kind) return left.kind < right.kind;
  if (a.rank != b.rank) return a.rank < b.rank;
  if (left.population != right.population) return left.population > right.population;
  return a.record < b.record;
}

std::vector<std::uint32_t> ordered(const std::vector<std::pair<std::uint32_t, NameRank>>& found,
                                   std::string_view within) {
  const std::uint32_t holder = within.empty() ? gazetteer::none : gazetteer::index_of(within);
  std::vector<Match> matches;
  matches.reserve(found.size());
  for (const auto& [record, rank] : found)
    matches.push_back(
        {record, rank, holder != gazetteer::none && gazetteer::lies_in(record, holder)});
  std::sort(matches.begin(), matches.end(), comes_first);
  std::vector<std::uint32_t> out;
  out.reserve(matches.size());
  for (const Match& match : matches) out.push_back(match.record);
  return out;
}

std::vector<std::uint32_t> find_by_name(std::string_view key, std::string_view within) {
  auto found = gazetteer::named(key);
  if (const auto bare = without_article(key); found.empty() && bare.size() != key.size())
    found = gazetteer::named(bare);
  return ordered(found, within);
}

struct Head {
  std::string_view words;
  std::array<Kind, 3> kinds;
};

/// « département de l'Oise » names the département only. Keys, longest first where one begins
/// another.
constexpr Head heads[] = {
    {"region academique ", {Kind::region, Kind::region, Kind::region}},
    {"prefecture de region ", {Kind::region, Kind::former_region, Kind::region}},
    {"prefecture de la region ", {Kind::region, Kind::former_region, Kind::region}},
    {"prefecture ", {Kind::department, Kind::region, Kind::former_region}},
    {"ancienne region ", {Kind::former_region, Kind::region, Kind::region}},
    {"region ", {Kind::region, Kind::former_region, Kind::region}},
    {"departement ", {Kind::department, Kind::department, Kind::department}},
    {"sous prefecture ", {Kind::arrondissement, Kind::arrondissement, Kind::arrondissement}},
    {"arrondissement ", {Kind::arrondissement, Kind::arrondissement, Kind::arrondissement}},
    {"rectorat ", {Kind::academy, Kind::academy, Kind::academy}},
    {"academie ", {Kind::academy, Kind::academy, Kind::academy}},
    {"commune ", {Kind::commune, Kind::old_commune, Kind::commune}},
    {"ville ", {Kind::commune, Kind::old_commune, Kind::commune}},
    {"agglomeration ", {Kind::epci, Kind::epci, Kind::epci}},
};

/// The territories of « <head> [de] NAME », of the head's kinds only.
std::vector<std::uint32_t> find_under_head(std::string_view key, std::string_view within) {
  if (key.starts_with("le ") || key.starts_with("la ") || key.starts_with("l "))
    key = without_article(key);
  for (const Head& head : heads) {
    if (!key.starts_with(head.words)) continue;
    const std::string_view rest = without_article(key.substr(head.words.size()));
    std::vector<std::uint32_t> out;
    for (const Kind kind : head.kinds)
      for (const std::uint32_t record : find_by_name(rest, within))
        if (gazetteer::records()[record].kind == kind &&
            std::find(out.begin(), out.end(), record) == out.end())
          out.push_back(record);
    return out;
  }
  return {};
}

bool is_postcode(std::string_view text) {
  return text.size() == 5 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// « 60 », « 2A », « 974 » as a département's code; empty when it is none.
std::string department_code(std::string_view text) {
  if (text.empty() || text.size() > 3) return {};
  std::string code = "DEP-";
  for (const unsigned char c : text) code += static_cast<char>(std::toupper(c));
  return gazetteer::index_of(code) == gazetteer::none ? std::string() : code;
}

}  // namespace

const Territory* territory_by_code(std::string_view code) {
  const std::uint32_t index = gazetteer::index_of(code);
  return index == gazetteer::none ? nullptr : &gazetteer::records()[index].territory;
}

std::vector<const Territory*> territories_by_name(std::string_view name, std::string_view within) {
  name = trim(name.substr(0, 200));
  std::vector<std::uint32_t> found;
  if (is_postcode(name)) {
    std::vector<std::pair<std::uint32_t, NameRank>> communes;
    for (const std::uint32_t record : gazetteer::with_postcode(name))
      communes.emplace_back(record, NameRank::full);
    found = ordered(communes, within);
  } else if (const std::string key = name_key(name); !key.empty()) {
    found = find_by_name(key, within);
    if (found.empty()) found = find_under_head(key, within);
  }
  std::vector<const Territory*> out;
  out.reserve(found.size());
  for (const std::uint32_t record : found) out.push_back(&gazetteer::records()[record].territory);
  return out;
}

std::vector<std::string_view> territory_ancestors(std::string_view code) {
  std::vector<std::string_view> out;
  const std::uint32_t index = gazetteer::index_of(code);
  if (index == gazetteer::none) return out;
  for (const std::uint32_t holder : gazetteer::holders(index))
    out.push_back(gazetteer::records()[holder].territory.code);
  return out;
}

std::string resolve_territory(std::string_view code_or_name) {
  const std::string_view text = trim(code_or_name.substr(0, 200));
  std::string upper;
  for (const unsigned char c : text) upper += static_cast<char>(std::toupper(c));
  for (const std::string_view code : {std::string_view(text), std::string_view(upper)})
    if (territory_by_code(code) != nullptr) return std::string(code);
  if (std::string code = department_code(text); !code.empty()) return code;

  std::string_view name = text;
  std::string within;
  if (const auto open = text.rfind('('); open != std::string_view::npos && text.ends_with(')')) {
    within = resolve_territory(text.substr(open + 1, text.size() - open - 2));
    name = trim(text.substr(0, open));
  }
  const auto found = territories_by_name(name, within);
  return found.empty() ? std::string() : std::string(found.front()->code);
}

}  // namespace repere::corpus
