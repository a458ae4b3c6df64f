// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/units.h"

#include <unordered_map>
#include <unordered_set>

#include "extract/calendar.h"

namespace repere::corpus {
namespace {

struct Entry {
  std::string_view name;
  double factor = 1;
  FigureKind kind = FigureKind::measure;
};

/// Full words, folded; plurals in -s are looked up without it.
const std::unordered_map<std::string_view, Entry>& words() {
  using K = FigureKind;
  static const std::unordered_map<std::string_view, Entry> table = {
      {"euro", {"EUR", 1, K::money}},
      {"pourcent", {"%", 1, K::percent}},
      {"pourcentage", {"%", 1, K::percent}},
      {"dollar", {"dollar", 1, K::money}},
      {"franc", {"franc", 1, K::money}},
      {"centime", {"EUR", 0.01, K::money}},
      {"yen", {"yen", 1, K::money}},
      {"penny", {"penny", 1, K::money}},
      {"pence", {"penny", 1, K::money}},
      {"kilometre", {"km"}},
      {"metre", {"m"}},
      {"hectometre", {"hectomètre"}},
      {"decimetre", {"m", 0.1}},
      {"centimetre", {"m", 0.01}},
      {"millimetre", {"m", 0.001}},
      {"hectare", {"ha"}},
      {"litre", {"l"}},
      {"tonne", {"t"}},
      {"kilogramme", {"kg"}},
      {"kilo", {"kg"}},
      {"gramme", {"g"}},
      {"watt", {"W"}},
      {"kilowatt", {"kW"}},
      {"megawatt", {"MW"}},
      {"gigawatt", {"GW"}},
      {"kilowattheure", {"kWh"}},
      {"megawattheure", {"MWh"}},
      {"gigawattheure", {"GWh"}},
      {"terawattheure", {"TWh"}},
      {"an", {"an", 1, K::duration}},
      {"annee", {"an", 1, K::duration}},
      {"mois", {"mois", 1, K::duration}},
      {"semaine", {"semaine", 1, K::duration}},
      {"jour", {"jour", 1, K::duration}},
      {"journee", {"jour", 1, K::duration}},
      {"heure", {"heure", 1, K::duration}},
      {"minute", {"minute", 1, K::duration}},
      {"seconde", {"seconde", 1, K::duration}},
      {"degre", {"degré"}},
  };
  return table;
}

/// Symbols, in their exact case.
const std::unordered_map<std::string_view, Entry>& symbols() {
  using K = FigureKind;
  static const std::unordered_map<std::string_view, Entry> table = {
      {"€", {"EUR", 1, K::money}},
      {"EUR", {"EUR", 1, K::money}},
      {"%", {"%", 1, K::percent}},
      {"‰", {"‰", 1, K::percent}},
      {"$", {"dollar", 1, K::money}},
      {"£", {"livre", 1, K::money}},
      {"km", {"km"}},
      {"m", {"m"}},
      {"cm", {"m", 0.01}},
      {"mm", {"m", 0.001}},
      {"dm", {"m", 0.1}},
      {"ha", {"ha"}},
      {"t", {"t"}},
      {"kt", {"kt"}},
      {"kg", {"kg"}},
      {"g", {"g"}},
      {"l", {"l"}},
      {"L", {"l"}},
      {"ml", {"ml"}},
      {"hl", {"hl"}},
      {"kW", {"kW"}},
      {"KW", {"kW"}},
      {"MW", {"MW"}},
      {"GW", {"GW"}},
      {"MWc", {"MWc"}},
      {"kWc", {"kWc"}},
      {"kWh", {"kWh"}},
      {"KWh", {"kWh"}},
      {"MWh", {"MWh"}},
      {"Mwh", {"MWh"}},
      {"GWh", {"GWh"}},
      {"Gwh", {"GWh"}},
      {"TWh", {"TWh"}},
      {"tep", {"tep"}},
      {"ktep", {"ktep"}},
      {"Ha", {"ha"}},
      {"h", {"heure", 1, K::duration}},
      {"min", {"minute", 1, K::duration}},
      {"ETP", {"ETP"}},
      {"ETPT", {"ETPT"}},
      {"°", {"degré"}},
  };
  return table;
}

/// m², m3, km2, « mètres carrés »: the power that turns a length into an area or a volume.
void take_power(const Scan& scan, Unit& unit) {
  if (unit.name != "m" && unit.name != "km") return;
  const bool km = unit.name == "km";
  const std::uint32_t at = unit.last;
  const bool square = (scan.glued(at) && (scan.is(at, "2") || scan.is(at, "²"))) ||
                      scan.folded_in(at, {"carre", "carres"});
  const bool cube = (scan.glued(at) && (scan.is(at, "3") || scan.is(at, "³"))) ||
                    scan.folded_in(at, {"cube", "cubes"});
  if (square || (cube && !km)) {
    if (unit.factor != 1) unit.factor *= cube ? unit.factor * unit.factor : unit.factor;
    unit.name = square ? (km ? "km2" : "m2") : "m3";
    unit.last = at + 1;
  } else if (scan.folded_in(at, {"lineaire", "lineaires"})) {
    unit.last = at + 1;
  } else if (scan.is(at, "/") && scan.is(at + 1, "h")) {
    unit.name = km ? "km/h" : "m/h";
    unit.last = at + 2;
  }
}

/// « tonnes d'équivalent CO2 », « t CO2 », « teqCO2 »: greenhouse gas.
void take_carbon(const Scan& scan, Unit& unit) {
  if (unit.name != "t" && unit.name != "kt") return;
  std::uint32_t at = unit.last;
  for (int steps = 0; steps < 5 && at < scan.size(); ++steps, ++at) {
    if (scan.folded_is(at, "co") && scan.is(at + 1, "2")) {
      if (unit.name == "kt") unit.factor = 1000;
      unit.name = "tCO2e";
      unit.last = at + 2;
      if (scan.folded_in(unit.last, {"e", "eq"})) ++unit.last;
      return;
    }
    if (!scan.folded_in(at, {"d", "de", "eq", "equivalent", "equivalents"}) &&
        !scan.is_apostrophe(at))
      return;
  }
}

std::optional<Unit> carbon_word(const Scan& scan, std::uint32_t at) {
  if (!scan.folded_in(at, {"tco", "teqco", "tonnesco"}) || !scan.is(at + 1, "2"))
    return std::nullopt;
  Unit unit{"tCO2e", 1, FigureKind::measure, at + 2};
  if (scan.glued(at + 2) && scan.folded_in(at + 2, {"e", "eq"})) ++unit.last;
  return unit;
}

/// « points » of an index or a share; « 12 points d'accueil » are places.
std::optional<Unit> points(const Scan& scan, std::uint32_t at, const french::Numeral& numeral) {
  if (!scan.folded_in(at, {"point", "points", "pt", "pts"})) return std::nullopt;
  Unit unit{"points", 1, FigureKind::measure, at + 1};
  if (scan.folded_is(at + 1, "de") && scan.folded_in(at + 2, {"pourcentage", "pourcent"})) {
    unit.last = at + 3;
    return unit;
  }
  if (scan.folded_is(at + 1, "de") && scan.is(at + 2, "%")) {
    unit.last = at + 3;
    return unit;
  }
  const bool ends = !scan.near(at + 1) || !scan.is_word(at + 1);
  const bool change =
      scan.folded_in(at + 1, {"en", "par", "sur", "contre", "depuis", "a", "au", "entre", "pour",
                              "et", "de", "plus", "moins", "supplementaires"});
  const bool link =
      scan.folded_in(at + 1, {"de", "d"}) && !scan.folded_in(at + 2, {"plus", "moins"});
  if (numeral.decimals > 0 || ((ends || change) && !link)) return unit;
  return std::nullopt;
}

std::optional<Unit> full_time(const Scan& scan, std::uint32_t at) {
  if (!scan.folded_in(at, {"equivalent", "equivalents"})) return std::nullopt;
  std::uint32_t next = at + 1;
  if (scan.is_hyphen(next)) ++next;
  if (!scan.folded_in(next, {"temps"})) return std::nullopt;
  ++next;
  if (scan.is_hyphen(next)) ++next;
  if (!scan.folded_in(next, {"plein", "pleins", "complet"})) return std::nullopt;
  return Unit{"ETP", 1, FigureKind::measure, next + 1};
}

std::optional<Unit> plain(const Scan& scan, std::uint32_t at) {
  if (at >= scan.size()) return std::nullopt;
  const auto symbol = symbols().find(scan.slice(at));
  if (symbol != symbols().end()) {
    const auto& [name, factor, kind] = symbol->second;
    return Unit{name, factor, kind, at + 1};
  }
  std::string_view word = scan.folded(at);
  if (word.size() < 2) return std::nullopt;
  auto found = words().find(word);
  if (found == words().end() && word.back() == 's') {
    word.remove_suffix(1);
    found = words().find(word);
  }
  if (found == words().end()) return std::nullopt;
  return Unit{found->second.name, found->second.factor, found->second.kind, at + 1};
}

/// « 14 h 30 », « à 9 heures »: the time of day.
bool is_clock(const Scan& scan, const Unit& unit, const french::Numeral& numeral) {
  if (unit.name != "heure" || numeral.value > 24 || numeral.decimals > 0) return false;
  if (scan.is_digits(unit.last) && scan.slice(unit.last).size() == 2) return true;
  if (scan.is(unit.last, "/")) return true;
  return numeral.first > 0 && scan.folded_in(numeral.first - 1, {"a", "vers", "des", "h"});
}

}  // namespace

std::optional<Unit> unit_at(const Scan& scan, std::uint32_t at, const french::Numeral& numeral) {
  if (!scan.near(at)) return std::nullopt;
  if (scan.folded_in(at, {"pour"}) &&
      scan.folded_in(scan.is_hyphen(at + 1) ? at + 2 : at + 1, {"cent"}))
    return Unit{"%", 1, FigureKind::percent, scan.is_hyphen(at + 1) ? at + 3 : at + 2};
  std::uint32_t start = at;
  if (scan.is_hyphen(at) && scan.glued(at) && scan.glued(at + 1)) start = at + 1;  // « 2,5-km »
  if (scan.folded_in(start, {"de"}))
    ++start;
  else if (scan.folded_in(start, {"d"}) && scan.is_apostrophe(start + 1))
    start += 2;
  const bool linked = start != at;
  if (auto unit = carbon_word(scan, start)) return unit;
  if (auto unit = points(scan, start, numeral); unit && !linked) return unit;
  if (auto unit = full_time(scan, start)) return unit;
  auto unit = plain(scan, start);
  if (!unit) return std::nullopt;
  if (linked && scan.slice(start).size() == 1) return std::nullopt;
  const bool letter = scan.is_word(start) && scan.slice(start).size() == 1;
  if (letter && scan.glued(start + 1) &&
      (scan.is_apostrophe(start + 1) || scan.is(start + 1, ".")) && scan.is_word(start + 2))
    return std::nullopt;
  if (is_clock(scan, *unit, numeral)) return std::nullopt;
  take_power(scan, *unit);
  take_carbon(scan, *unit);
  if (unit->kind == FigureKind::duration && scan.matches(unit->last, {"et", "demi"}))
    unit->last += 2;
  return unit;
}

std::optional<Unit> unit_before(const Scan& scan, std::uint32_t first, std::uint32_t& begin) {
  if (first == 0 || !scan.near(first)) return std::nullopt;
  const bool sign = scan.is(first - 1, "€") || scan.is(first - 1, "$") || scan.is(first - 1, "£");
  if (!sign || (first > 1 && scan.glued(first - 1) && scan.is_digits(first - 2)))
    return std::nullopt;
  const bool ends_amount = first > 1 && scan.numeral_at(first - 2) >= 0;
  if (ends_amount) return std::nullopt;
  begin = first - 1;
  if (scan.glued(begin) && begin > 0 && scan.is_word(begin - 1)) --begin;
  return plain(scan, first - 1);
}

bool is_money_noun(std::string_view folded) {
  static const std::unordered_set<std::string_view> nouns = {
      "depense",  "credit",        "subvention",   "aide",      "investissement", "travaux",
      "recette",  "dotation",      "financement",  "fonds",     "cofinancement",  "pret",
      "dette",    "creance",       "impot",        "taxe",      "budget",         "cotisation",
      "soutien",  "participation", "contribution", "prime",     "indemnite",      "engagement",
      "paiement", "autorisation",  "benefice",     "chiffre",   "cout",           "economie",
      "amende",   "capital",       "garantie",     "versement", "allocation",     "redevance",
      "concours", "degrevement",   "perte"};
  if (nouns.contains(folded)) return true;
  if (!folded.empty() && folded.back() == 's') folded.remove_suffix(1);
  return nouns.contains(folded);
}

}  // namespace repere::corpus
