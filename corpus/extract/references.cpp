// SPDX-License-Identifier: GPL-2.0-or-later
#include <unordered_set>

#include "extract/calendar.h"
#include "extract/counted.h"

namespace repere::corpus {
namespace {

/// Nouns that a number after them names: « article 12 », « programme 354 ».
bool takes_a_rank(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "art",        "article",   "articles", "numero",      "numeros",  "no",         "programme",
      "programmes", "mesure",    "action",   "axe",         "chapitre", "page",       "pages",
      "p",          "pp",        "annexe",   "figure",      "tableau",  "titre",      "phase",
      "niveau",     "lot",       "ligne",    "categorie",   "classe",   "type",       "groupe",
      "reglement",  "directive", "decret",   "loi",         "arrete",   "circulaire", "alinea",
      "objectif",   "fiche",     "carte",    "graphique",   "encadre",  "note",       "chambre",
      "bp",         "cs",        "cedex",    "bop",         "cerfa",    "siret",      "siren",
      "tel",        "telephone", "fax",      "poste",       "version",  "tome",       "volume",
      "partie",     "section",   "etape",    "departement", "tranche",  "zone",       "scenario",
      "palier",     "rang",      "exemple",  "question",    "bis",      "alineas",    "annexes",
      "usc",        "chap",      "fig",      "tab",         "vol",      "ref",        "reference",
      "dossier",    "code"};
  return words.contains(word);
}

bool is_two_digit_code(const Scan& scan, const french::Numeral& numeral) {
  const std::string_view digits = scan.slice(numeral.first);
  return numeral.last == numeral.first + 1 && (digits.size() == 2 || digits.size() == 3) &&
         numeral.decimals == 0 && numeral.value <= 976;
}

/// « Hénin-Beaumont (62) », « Lille (59) », « (59, 62) »: the département of a place.
bool is_department_code(const Scan& scan, const french::Numeral& numeral) {
  const std::uint32_t at = numeral.first;
  if (!is_two_digit_code(scan, numeral) || at < 2 || !scan.is(at - 1, "(")) return false;
  return scan.is(numeral.last, ")") && french::starts_upper(scan.slice(at - 2));
}

/// « 59000 Lille »: five digits before a capital.
bool is_postcode(const Scan& scan, const french::Numeral& numeral) {
  if (numeral.last != numeral.first + 1 || scan.slice(numeral.first).size() != 5) return false;
  const std::string_view next = scan.slice(numeral.last);
  if (numeral.value > 98999 || !scan.is_word(numeral.last)) return false;
  return french::starts_upper(next) && (next.size() > 4 || !scan.glued(numeral.last));
}

bool is_street(const Scan& scan, const french::Numeral& numeral) {
  std::uint32_t next = numeral.last;
  if (scan.is(next, ",")) ++next;
  if (scan.folded_in(next, {"bis", "ter"})) ++next;
  return numeral.value < 10000 && !numeral.spelled &&
         scan.folded_in(
             next, {"rue", "avenue", "boulevard", "place", "chemin", "quai", "impasse", "allee"});
}

}  // namespace

bool is_reference(const Scan& scan, const french::Numeral& numeral) {
  if (numeral.chained) return true;
  const std::uint32_t at = numeral.first;
  if (is_department_code(scan, numeral) || is_postcode(scan, numeral) || is_street(scan, numeral))
    return true;
  if (at == 0 || numeral.spelled || !scan.near(at)) return false;
  if (scan.is(at - 1, "°") || scan.is(at - 1, "º")) return true;
  if (scan.is(at - 1, ".") && at > 1 && scan.glued(at - 1) &&
      (takes_a_rank(scan.folded(at - 2)) || scan.slice(at - 2).size() == 1))
    return scan.is_word(at - 2);
  const std::string_view before = scan.slice(at - 1);
  const bool single_capital = before.size() == 1 && scan.is_word(at - 1) &&
                              french::starts_upper(before) && !scan.is(at - 1, "À");
  if (single_capital && numeral.value < 2000) return true;  // « A 16 », « D 917 »
  if (scan.folded_in(at - 1, {"rn", "rd", "cop", "covid", "bp", "cs"})) return true;
  return scan.is_word(at - 1) && takes_a_rank(scan.folded(at - 1)) && numeral.decimals == 0 &&
         !scan.is(numeral.last, "%") && !scan.is(numeral.last, "€");
}

}  // namespace repere::corpus
