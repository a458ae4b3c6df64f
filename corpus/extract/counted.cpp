// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/counted.h"

#include <algorithm>
#include <unordered_set>

#include "extract/calendar.h"
#include "extract/units.h"
#include "repere/corpus/analysis.h"

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

/// The word in lower case, accents kept.
std::string lower(std::string_view word) {
  std::string out(word);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c | 0x20);
    if (c == 0xC3 && i + 1 < out.size() && static_cast<unsigned char>(out[i + 1]) < 0x9F)
      out[i + 1] = static_cast<char>(out[i + 1] | 0x20);
  }
  return out;
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
      "salaries",    "blesses",      "employes",    "licencies",    "retraites",    "deputes",
      "refugies",    "diplomes",     "associes",    "assures",      "handicapes",   "sinistres",
      "tues",        "decedes",      "condamnes",   "accidentes",   "delegues",     "abonnes",
      "deplaces",    "naturalises",  "administres", "detenus",      "elus",         "inscrits",
      "apprentis",   "mineurs",      "interpelles", "adherents",    "residents",    "etudiants",
      "enseignants", "intervenants", "exposants",   "participants", "habitants",    "dirigeants",
      "exploitants", "enfants",      "agents",      "stagiaires",   "allocataires", "reunis",
      "demandes",    "arretes",      "entrees",     "sorties",      "rappeles",     "rescapes"};
  return words.contains(word);
}

/// A form of a verb rather than a noun: « signés », « prévoit », « concernent ».
bool is_verbal(const Scan& scan, std::uint32_t at) {
  std::string folded(scan.folded(at));
  if (is_noun_participle(folded)) return false;
  const std::string lemma = stem(lower(scan.slice(at)));
  const bool infinitive =
      ends_with(lemma, "er") || ends_with(lemma, "ir") || ends_with(lemma, "re");
  if (!infinitive) return false;
  if (folded.back() == 's' || folded.back() == 'x') folded.pop_back();
  return lemma != folded;
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
  if (plural) return end > at + 1 || !is_verbal(scan, at);
  if (word == "fois") return true;
  if (scan.folded_is(at, "rue") ||
      scan.folded_in(at, {"avenue", "boulevard", "place", "chemin", "quai", "impasse", "allee",
                          "route", "cours"}))
    return false;
  if (end > at + 1) return true;  // « 450 start-up »
  if (is_verbal(scan, at)) return false;
  const bool one_of_it = numeral.value < 2 && !numeral.spelled;  // « 1 agent »
  return (determiner_before(scan, numeral.first) || one_of_it) && !numeral.bare_one;
}

/// Adjectives and appositions after the head: plural words, or an acronym.
bool continues(const Scan& scan, std::uint32_t at) {
  if (!scan.is_word(at) || !scan.near(at)) return false;
  const std::string_view word = scan.folded(at);
  if (is_grammatical(word)) return false;
  const std::string_view printed = scan.slice(at);
  if (is_acronym(printed)) return true;
  if (french::starts_upper(printed) || !is_plural(word)) return false;
  return word != "ainsi" && !is_verbal(scan, at);
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
    counted.last = is_verbal(scan, head) ? head + 1 : head;  // « 6 900 nouveaux recrutés »
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
