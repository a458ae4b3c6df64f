// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/calendar.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

constexpr std::string_view months[] = {"janvier",   "fevrier", "mars",     "avril",
                                       "mai",       "juin",    "juillet",  "aout",
                                       "septembre", "octobre", "novembre", "decembre"};

/// Beside the stop words of search: what may follow a number without being counted by it.
const std::unordered_set<std::string_view>& more_words() {
  static const std::unordered_set<std::string_view> words = {"ans",
                                                             "apres",
                                                             "arrive",
                                                             "atteint",
                                                             "atteignent",
                                                             "aujourd",
                                                             "auparavant",
                                                             "avant",
                                                             "bis",
                                                             "cependant",
                                                             "certains",
                                                             "certaines",
                                                             "chacun",
                                                             "chacune",
                                                             "chaque",
                                                             "concerne",
                                                             "concernent",
                                                             "contre",
                                                             "deja",
                                                             "demeure",
                                                             "demeurent",
                                                             "depuis",
                                                             "derriere",
                                                             "dessous",
                                                             "dessus",
                                                             "devant",
                                                             "devra",
                                                             "devrait",
                                                             "doit",
                                                             "doivent",
                                                             "durant",
                                                             "encore",
                                                             "ensuite",
                                                             "entre",
                                                             "enfin",
                                                             "environ",
                                                             "ete",
                                                             "etre",
                                                             "eut",
                                                             "faire",
                                                             "fait",
                                                             "font",
                                                             "hors",
                                                             "ici",
                                                             "jamais",
                                                             "jusque",
                                                             "lesdits",
                                                             "maximum",
                                                             "minimum",
                                                             "moins",
                                                             "parfois",
                                                             "parmi",
                                                             "pendant",
                                                             "permet",
                                                             "permettent",
                                                             "peut",
                                                             "peuvent",
                                                             "plus",
                                                             "plusieurs",
                                                             "pourra",
                                                             "pourront",
                                                             "pourtant",
                                                             "presque",
                                                             "puis",
                                                             "quand",
                                                             "quant",
                                                             "quelque",
                                                             "quelques",
                                                             "quoi",
                                                             "rien",
                                                             "respectivement",
                                                             "reste",
                                                             "restent",
                                                             "sans",
                                                             "sauf",
                                                             "selon",
                                                             "sera",
                                                             "serait",
                                                             "seraient",
                                                             "seront",
                                                             "seulement",
                                                             "sinon",
                                                             "soient",
                                                             "soit",
                                                             "sous",
                                                             "souvent",
                                                             "surtout",
                                                             "tandis",
                                                             "tant",
                                                             "ter",
                                                             "toujours",
                                                             "tous",
                                                             "tout",
                                                             "toute",
                                                             "toutes",
                                                             "tres",
                                                             "trop",
                                                             "va",
                                                             "versus",
                                                             "via",
                                                             "vis",
                                                             "voire",
                                                             "vont",
                                                             "vs",
                                                             "y",
                                                             "pas",
                                                             "non",
                                                             "ni",
                                                             "or",
                                                             "et",
                                                             "ou",
                                                             "mais",
                                                             "n",
                                                             "d",
                                                             "l",
                                                             "s",
                                                             "c",
                                                             "j",
                                                             "qu",
                                                             "visant",
                                                             "visent",
                                                             "vise",
                                                             "inclus",
                                                             "incluse",
                                                             "compris",
                                                             "representant",
                                                             "representent",
                                                             "represente",
                                                             "beneficient",
                                                             "beneficie",
                                                             "suivi",
                                                             "suivis",
                                                             "suivant",
                                                             "hui",
                                                             "notamment",
                                                             "dits",
                                                             "dites",
                                                             "autour",
                                                             "afin",
                                                             "lors",
                                                             "ont",
                                                             "etaient",
                                                             "avaient",
                                                             "mises",
                                                             "mis",
                                                             "pris",
                                                             "prises",
                                                             "dus",
                                                             "dues",
                                                             "necessitant",
                                                             "permettant",
                                                             "concernant"};
  return words;
}

}  // namespace

int month_of(std::string_view folded) {
  const auto found = std::find(std::begin(months), std::end(months), folded);
  return found == std::end(months) ? 0 : static_cast<int>(found - std::begin(months)) + 1;
}

bool weekday(std::string_view folded) {
  constexpr std::string_view days[] = {"lundi",    "mardi",  "mercredi", "jeudi",
                                       "vendredi", "samedi", "dimanche"};
  return std::find(std::begin(days), std::end(days), folded) != std::end(days);
}

int month_days(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 31;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

bool is_valid(const Day& day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= month_days(day.year, day.month);
}

int number_of(std::string_view digits) {
  if (digits.size() > 9) return 0;
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool is_grammatical(std::string_view folded) {
  return is_stop_word(folded) || more_words().contains(folded);
}

bool is_unit_letter(std::string_view printed) {
  constexpr std::string_view units[] = {"km",   "m",  "ha",  "t",   "kg",  "g",   "kW",
                                        "MW",   "GW", "kWh", "MWh", "GWh", "TWh", "ETP",
                                        "ETPT", "l",  "L",   "h",   "cm",  "mm"};
  return std::find(std::begin(units), std::end(units), printed) != std::end(units);
}

}  // namespace repere::corpus
