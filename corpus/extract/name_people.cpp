// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "extract/lexicon.h"
#include "extract/name_rules.h"
#include "territories/gazetteer.h"

namespace repere::corpus::names {
namespace {

bool is_title(std::string_view key) {
  return is_one_of(key, {"m",         "mm",          "mme",          "mmes",       "mlle",
                         "monsieur",  "madame",      "mademoiselle", "maitre",     "dr",
                         "docteur",   "pr",          "professeur",   "general",    "colonel",
                         "capitaine", "commandant",  "amiral",       "lieutenant", "marechal",
                         "abbe",      "monseigneur", "mgr",          "sir",        "lord"});
}

bool is_function(std::string_view key) {
  return is_one_of(
      key, {"president",     "presidente",   "ministre",      "prefet",      "prefete",
            "depute",        "deputee",      "senateur",      "senatrice",   "maire",
            "directeur",     "directrice",   "recteur",       "rectrice",    "roi",
            "reine",         "prince",       "princesse",     "empereur",    "duc",
            "comte",         "pape",         "philosophe",    "ecrivain",    "peintre",
            "chanteur",      "chanteuse",    "acteur",        "actrice",     "architecte",
            "historien",     "compositeur",  "chancelier",    "mission",     "historienne",
            "sculpteur",     "romancier",    "romanciere",    "poete",       "journaliste",
            "realisateur",   "realisatrice", "dramaturge",    "physicien",   "chimiste",
            "mathematicien", "astronome",    "medecin",       "biologiste",  "botaniste",
            "naturaliste",   "sociologue",   "economiste",    "juriste",     "avocat",
            "pasteur",       "eveque",       "archeveque",    "cardinal",    "rabbin",
            "imam",          "sultan",       "emir",          "calife",      "baron",
            "baronne",       "marquis",      "vicomte",       "chevalier",   "entraineur",
            "gardien",       "attaquant",    "cycliste",      "pianiste",    "guitariste",
            "musicien",      "photographe",  "cineaste",      "navigateur",  "explorateur",
            "inventeur",     "ingenieur",    "industriel",    "banquier",    "homme",
            "diplomate",     "ambassadeur",  "secretaire",    "commissaire", "inspecteur",
            "sous",          "procureur",    "juge",          "militant",    "syndicaliste",
            "theologien",    "linguiste",    "anthropologue", "psychologue", "psychanalyste",
            "epouse",        "epoux",        "frere",         "soeur",       "fils",
            "fille",         "pere",         "mere",          "neveu",       "oncle",
            "cousin",        "ami",          "docteure"});
}

/// « de », « van », « ben »: what stands inside a family name.
bool is_name_particle(std::string_view key) {
  return is_one_of(
      key, {"de", "d",  "du", "des", "la",  "le",    "van", "von", "der", "den", "ben", "el", "al",
            "di", "da", "do", "dos", "del", "della", "bin", "ibn", "ter", "o",   "mac", "l"});
}

bool is_roman(const Words& words, std::uint32_t i) {
  const std::string_view key = words.key(i);
  if (key == "ier" || key == "1er") return true;
  return words.tokens[i].shape == Shape::upper && key.find_first_not_of("ivxl") == key.npos;
}

bool is_initial(const Words& words, std::uint32_t i) {
  return words.tokens[i].shape == Shape::upper && words.tokens[i].key_size == 1;
}

/// A word that can be part of a person's name: it has a capital, and no number in it.
bool is_name_word(const Words& words, std::uint32_t i) {
  const std::string_view key = words.key(i);
  return words.is_capital(i) && key.find_first_of("0123456789") == key.npos;
}

bool joins_name(const Words& words, std::uint32_t i, std::uint32_t before) {
  const std::uint16_t gap = words.tokens[i].gap;
  const std::uint16_t allowed = gap_space | gap_hyphen | gap_apostrophe | gap_newline |
                                (is_initial(words, before) ? gap_stop : 0);
  return (gap & ~allowed) == 0;
}

bool names_something_else(const Words& words, std::uint32_t i) {
  const Found known = find_known(words, i);
  return known.entry != nullptr && known.entry->cls != EntityClass::person;
}

/// The end of the family name that begins at word i: « de Gaulle », « VASSEUR », « Castro Ruz ».
std::uint32_t family_end(const Words& words, std::uint32_t i) {
  std::uint32_t end = i, at = i, taken = 0;
  while (at < words.size() && at < i + 7 && taken < 3 && joins_name(words, at, at - 1)) {
    if (is_name_word(words, at)) {
      if (taken > 0 && (words.tokens[at].gap & gap_newline) != 0) break;
      if (is_function(words.key(at)) || is_title(words.key(at))) break;
      const bool apart = (words.tokens[at].gap & (gap_hyphen | gap_apostrophe)) == 0;
      if (apart && taken > 0 && names_something_else(words, at)) break;
      end = ++at;
      taken += apart ? 1 : 0;
    } else if (is_name_particle(words.key(at)) && (words.tokens[at].gap & gap_hyphen) == 0) {
      // « Jean, ministre de la Culture » is not of the family; after a name only « de » may go on.
      if (taken > 0 &&
          !is_one_of(words.key(at), {"de", "d", "du", "van", "von", "ben", "el", "al", "di"}))
        break;
      ++at;
    } else {
      break;
    }
  }
  return end;
}

/// After the family name, « de LIEU » is where the person comes from or serves, not the name.
std::uint32_t drop_place(const Context& context, std::uint32_t begin, std::uint32_t end) {
  const Words& words = context.words;
  for (std::uint32_t i = begin + 2; i < end; ++i)
    if (is_one_of(words.key(i), {"de", "d", "du"}) && !words.is_capital(i) && i + 1 < end &&
        i >= begin + 2)
      if (find_territory(context, i + 1).size() > 0 || names_something_else(words, i + 1)) return i;
  return end;
}

Mention person(std::uint32_t begin, std::uint32_t end) { return {begin, end, EntityClass::person}; }

/// A given name, one or more, then a family name or a king's number.
Mention from_given(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  if (!is_given_name(words.tokens[i].hash) || words.tokens[i].key_size < 2) return {};
  std::uint32_t at = i + 1;
  while (at < words.size() && at < i + 4 && joins_name(words, at, at - 1) &&
         is_name_word(words, at) &&
         (is_initial(words, at) ||
          ((words.tokens[at].gap & gap_hyphen) != 0 && is_given_name(words.tokens[at].hash))))
    ++at;
  if (at >= words.size() || !joins_name(words, at, at - 1)) return {};
  if (is_roman(words, at) && words.tokens[i].shape == Shape::capital) return person(i, at + 1);
  const bool hyphen = (words.tokens[at].gap & gap_hyphen) != 0;
  if (hyphen && !is_name_word(words, at)) return {};
  const bool particle = is_one_of(words.key(at), {"de", "d", "du", "van", "von", "ben", "el", "al",
                                                  "le", "la", "di", "da", "des"});
  if (!is_name_word(words, at) && !particle) return {};
  if (is_name_word(words, at) && names_something_else(words, at)) return {};
  const std::uint32_t end = family_end(words, at);
  if (end <= at) return {};
  const bool doubtful =
      is_common_word(words.tokens[i].hash) || context.lower_seen.may_hold(words.tokens[i].hash);
  if (particle && !words.is_capital(at)) {
    if (doubtful && words.starts_sentence(i)) return {};
    if (find_territory(context, at + 1).size() > 0 && find_territory(context, i).size() > 0)
      return {};
  }
  if (doubtful && words.starts_sentence(i) && context.lower_seen.may_hold(words.tokens[at].hash))
    return {};
  return person(i, drop_place(context, i, end));
}

/// « M. Dupont », « le président Hollande », « la mission Vasseur ».
Mention from_title(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  if (i == 0 || !is_name_word(words, i)) return {};
  const std::string_view before = words.key(i - 1);
  const bool dotted = is_one_of(before, {"m", "mm", "dr", "pr", "mgr"});
  const std::uint16_t allowed = gap_space | gap_newline | (dotted ? gap_stop : 0);
  if ((words.tokens[i].gap & ~allowed) != 0) return {};
  if (before == "m" && (words.tokens[i].gap & gap_stop) == 0) return {};
  const bool title = is_title(before) && (words.is_capital(i - 1) || !dotted);
  if (!title && !is_function(before)) return {};
  const Token& word = words.tokens[i];
  if (names_something_else(words, i)) return {};
  if (!title || before == "general") {
    const bool acronym = word.shape == Shape::upper && word.key_size < 5;
    if (is_function(words.key(i)) || is_title(words.key(i))) return {};
    if (acronym || find_territory(context, i).size() > 0 || is_common_word(word.hash) ||
        word.shape == Shape::mixed || context.lower_seen.may_hold(word.hash))
      return {};
  }
  const std::uint32_t end = family_end(words, i);
  return end > i && word.key_size > 1 ? person(i, drop_place(context, i, end)) : Mention{};
}

}  // namespace

Mention find_person(const Context& context, std::uint32_t i) {
  if (!is_name_word(context.words, i)) return {};
  const Mention given = from_given(context, i);
  return given.size() > 0 ? given : from_title(context, i);
}

}  // namespace repere::corpus::names
