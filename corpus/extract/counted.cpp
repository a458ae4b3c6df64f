// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/counted.h"

#include <algorithm>
#include <unordered_set>

#include "extract/calendar.h"
#include "extract/units.h"

namespace repere::corpus {
namespace {

constexpr int max_words = 6;

bool ends_with(std::string_view word, std::string_view suffix) {
  return word.size() >= suffix.size() && word.substr(word.size() - suffix.size()) == suffix;
}

bool is_plural(std::string_view word) {
  return word.size() > 2 && (word.back() == 's' || word.back() == 'x' || word.back() == 'z');
}

bool is_acronym(std::string_view printed) {
  int capitals = 0;
  for (const char c : printed) capitals += c >= 'A' && c <= 'Z';
  return capitals >= 2 && capitals >= static_cast<int>(printed.size()) - 1;
}

/// Adjectives that come before their noun.
bool comes_first(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "nouveaux",    "nouvelles", "nouveau",   "nouvelle",   "autres",      "grands",
      "grandes",     "petits",    "petites",   "anciens",    "anciennes",   "premiers",
      "premieres",   "derniers",  "dernieres", "principaux", "principales", "differents",
      "differentes", "seuls",     "seules",    "bons",       "bonnes",      "meilleurs",
      "meilleures",  "memes",     "futurs",    "futures",    "vrais",       "gros",
      "grosses",     "hauts",     "hautes",    "beaux",      "belles",      "prochains",
      "prochaines",  "multiples", "divers",    "diverses",   "importants",  "importantes",
      "importante",  "grand",     "grande",    "nombreux",   "nombreuses"};
  return words.contains(word);
}

/// Participles that are nouns too: « 5 400 salariés », « 12 blessés ».
bool is_noun_participle(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "salaries",      "blesses",      "employes",      "licencies",
      "retraites",     "deputes",      "refugies",      "diplomes",
      "associes",      "assures",      "administres",   "handicapes",
      "sinistres",     "tues",         "decedes",       "condamnes",
      "accidentes",    "delegues",     "abonnes",       "deplaces",
      "evacues",       "naturalises",  "detaches",      "unites",
      "qualites",      "cites",        "entites",       "universites",
      "collectivites", "communautes",  "societes",      "activites",
      "difficultes",   "priorites",    "annees",        "journees",
      "arretes",       "marches",      "traites",       "comites",
      "degres",        "cotes",        "foyes",         "allies",
      "musees",        "lycees",       "entrees",       "arrivees",
      "sorties",       "parties",      "series",        "unite",
      "facultes",      "mairies",      "pharmacies",    "sous-prefectures",
      "demandes",      "gardes",       "facilites",     "proprietes",
      "autorites",     "localites",    "municipalites", "proximites",
      "mobilites",     "opportunites", "specialites",   "identites",
      "autorises",     "apprentis",    "brigades",      "villages",
      "liberes",       "interpelles",  "mineures",      "soirees",
      "tournees",      "visites",      "plaintes",      "rentrees",
      "idees",         "donnees",      "durees",        "coordonnees",
      "echappees",     "alliees",      "allees",        "trophees",
      "employees",     "salariees",    "retraitees",    "pieces",
      "associees",     "inities",      "accuses",       "arretees",
      "volontes",      "extremites",   "communes",      "cles",
      "bles",          "pres",         "fosses",        "affiches",
      "cafes",         "clichés",      "cliches",       "debouches",
      "exposes",       "laureats",     "certifies",     "conges",
      "degats",        "releves",      "tracés",        "traces",
      "resultats",     "sites",        "limites",       "suites"};
  return words.contains(word);
}

bool is_participle(std::string_view word) {
  return (ends_with(word, "es") && word.size() > 4 && !is_noun_participle(word)) ||
         (ends_with(word, "is") && word.size() > 4) || ends_with(word, "us");
}

/// A word as printed, hyphens and slashes inside: « pré-projets », « véhicules/jour ».
std::uint32_t compound_end(const Scan& scan, std::uint32_t at) {
  std::uint32_t end = at + 1;
  while ((scan.is_hyphen(end) || scan.is(end, "/") || scan.is(end, "·")) && scan.glued(end) &&
         scan.is_word(end + 1) && scan.lexemes()[end + 1].gap <= french::Gap::newline &&
         (scan.glued(end + 1) || scan.is_hyphen(end)))
    end += 2;
  return end;
}

/// The lexeme of a compound that carries its number: the first for « fans-zones », « start-up ».
bool is_plural_compound(const Scan& scan, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t at = first; at < last; at += 2)
    if (is_plural(scan.folded(at))) return true;
  return false;
}

bool is_accented_participle(std::string_view printed) {
  for (const std::string_view end : {"és", "ées", "é", "ée"})
    if (ends_with(printed, end)) return true;
  return false;
}

bool determiner_before(const Scan& scan, std::uint32_t first) {
  if (first == 0) return false;
  return scan.folded_in(
      first - 1, {"de", "des", "les", "aux", "ces", "leurs", "nos", "ses", "avec", "pour", "par",
                  "environ", "quelque", "plus", "dont", "et", "a", "sur"});
}

bool is_counted_head(const Scan& scan, std::uint32_t at, const french::Numeral& numeral) {
  const std::string_view printed = scan.slice(at);
  const std::string_view word = scan.folded(at);
  if (word.size() < 2 || is_grammatical(word) || month_of(word) != 0) return false;
  const std::uint32_t end = compound_end(scan, at);
  const bool plural = is_plural_compound(scan, at, end);
  if (french::starts_upper(printed)) {
    const bool name_before = numeral.first > 0 && scan.near(numeral.first) &&
                             french::starts_upper(scan.slice(numeral.first - 1)) &&
                             numeral.first > 1 && scan.is_word(numeral.first - 2);
    return (is_acronym(printed) || plural) && !name_before;
  }
  if (plural) return !(is_participle(word) && is_accented_participle(printed));
  if (word == "fois") return true;
  if (scan.folded_is(at, "rue") ||
      scan.folded_in(at, {"avenue", "boulevard", "place", "chemin", "quai", "impasse", "allee",
                          "route", "cours"}))
    return false;
  if (end > at + 1) return true;  // « 450 start-up »
  if (is_accented_participle(printed) && !ends_with(word, "te")) return false;
  for (const std::string_view verb : {"ent", "ait", "era", "ant", "er", "ir"})
    if (ends_with(word, verb)) return false;
  return determiner_before(scan, numeral.first) && !numeral.bare_one;
}

/// Adjectives and appositions after the head: plural words, or an acronym.
bool continues(const Scan& scan, std::uint32_t at) {
  if (!scan.is_word(at) || !scan.near(at)) return false;
  const std::string_view word = scan.folded(at);
  if (is_grammatical(word)) return false;
  const std::string_view printed = scan.slice(at);
  if (is_acronym(printed)) return true;
  if (french::starts_upper(printed) || !is_plural(word)) return false;
  if (is_accented_participle(printed) && !is_noun_participle(word)) return false;
  return !ends_with(word, "ais") && word != "ainsi";
}

/// « de ruralité », « d'emplois », « à projets »: a complement without article; its last lexeme.
std::uint32_t complement_end(const Scan& scan, std::uint32_t at) {
  std::uint32_t noun = at;
  if (scan.folded_is(at, "de") || scan.folded_is(at, "a"))
    noun = at + 1;
  else if (scan.folded_is(at, "d") && scan.is_apostrophe(at + 1))
    noun = at + 2;
  else
    return at;
  const std::string_view word = scan.folded(noun);
  if (!scan.near(noun) || word.size() < 3 || is_grammatical(word)) return at;
  if (french::starts_upper(scan.slice(noun)) && !is_acronym(scan.slice(noun))) return at;
  if (scan.folded_is(at, "a") && !is_plural(scan.folded(noun))) return at;
  if (month_of(word) != 0 || scan.numeral_at(noun) >= 0) return at;
  return compound_end(scan, noun);
}

}  // namespace

std::optional<Counted> counted_at(const Scan& scan, std::uint32_t at,
                                  const french::Numeral& numeral) {
  if (!scan.is_word(at) || !scan.near(at)) return std::nullopt;
  if (scan.glued(at) && !scan.is_apostrophe(at - (at > 0))) return std::nullopt;
  Counted counted{at, at};
  int words = 0;
  std::uint32_t head = at;
  while (words < 2 && comes_first(scan.folded(head)) && scan.is_word(head + 1) &&
         scan.near(head + 1) && !is_grammatical(scan.folded(head + 1))) {
    ++head;
    ++words;
  }
  if (!is_counted_head(scan, head, numeral)) {
    if (head == at) return std::nullopt;
    counted.last = head;
    return counted;
  }
  counted.last = compound_end(scan, head);
  ++words;
  int complements = 0;
  while (words < max_words) {
    if (continues(scan, counted.last)) {
      counted.last = compound_end(scan, counted.last);
      ++words;
      continue;
    }
    const std::uint32_t end = complements < 2 ? complement_end(scan, counted.last) : counted.last;
    if (end == counted.last || words + 2 > max_words) break;
    words += 2;
    ++complements;
    counted.last = end;
  }
  return counted;
}

std::optional<Counted> counted_before(const Scan& scan, std::uint32_t end) {
  if (end == 0 || !scan.is_word(end - 1)) return std::nullopt;
  std::uint32_t first = end;
  for (int words = 0; first > 0 && words < 2; ++words) {
    const std::string_view printed = scan.slice(first - 1);
    if (!scan.is_word(first - 1) || french::starts_upper(printed)) break;
    const std::string_view word = scan.folded(first - 1);
    if (!is_plural(word) || is_grammatical(word)) break;
    --first;
  }
  return first == end ? std::nullopt : std::optional(Counted{first, end});
}

std::string phrase(const Scan& scan, std::uint32_t first, std::uint32_t last) {
  std::string out;
  for (std::uint32_t at = first; at < last; ++at) {
    if (at > first && !scan.glued(at)) out += ' ';
    out += scan.slice(at);
  }
  return out;
}

}  // namespace repere::corpus
