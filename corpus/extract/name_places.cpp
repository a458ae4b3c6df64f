// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <unordered_map>

#include "extract/lexicon.h"
#include "extract/name_rules.h"
#include "french/name_key.h"
#include "french/phrase_hash.h"
#include "territories/gazetteer.h"

namespace repere::corpus::names {
namespace {

using gazetteer::Kind;
using gazetteer::NameRank;
using Candidates = std::vector<std::pair<std::uint32_t, NameRank>>;

struct Span {
  std::uint32_t begin, end;
  Candidates candidates;
};

/// A territory whose name is written in small letters too: « le bassin minier », « l'académie de
/// Lille ».
bool may_be_lower(Kind kind) {
  return kind == Kind::zone || kind == Kind::academy || kind == Kind::arrondissement ||
         kind == Kind::epci;
}

bool follows_article(const Words& words, std::uint32_t i) {
  return i > 0 && words.joins(i) &&
         is_one_of(words.key(i - 1), {"le", "la", "les", "l", "du", "des", "au", "aux"});
}

/// The words of a name but for its small ones have capitals.
bool written_as_name(const Words& words, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i)
    if (!words.is_capital(i) && words.tokens[i].shape != Shape::digits &&
        !is_particle(words.key(i)) &&
        !(i > begin &&
          is_one_of(words.key(i), {"metropole", "agglo", "agglomeration", "communaute"})))
      return false;
  return true;
}

void keep_as_written(const Words& words, const Span& span, Candidates& candidates) {
  const bool capitals =
      words.is_capital(span.begin) && written_as_name(words, span.begin, span.end);
  const auto known = gazetteer::records();
  const bool article = follows_article(words, span.begin);
  std::erase_if(candidates, [&](const auto& candidate) {
    const Kind kind = known[candidate.first].kind;
    if (candidate.second == NameRank::bare && !article) return true;
    if (capitals) return false;
    if (!may_be_lower(kind) || span.end - span.begin == 1 || candidate.second == NameRank::derived)
      return true;
    return kind != Kind::zone && !words.is_capital(span.end - 1);
  });
}

/// The longest name of the gazetteer that begins at word i.
Span longest_name(const Words& words, std::uint32_t i) {
  Span best{i, i, {}};
  std::uint64_t phrase = 0;
  for (std::uint32_t end = i; end < words.size() && end < i + 16; ++end) {
    if (end > i && !words.joins(end)) break;
    phrase = extend_phrase(phrase, words.tokens[end].hash);
    if (!gazetteer::may_begin_name(phrase)) break;
    Candidates found = gazetteer::named(phrase);
    if (found.empty()) continue;
    keep_as_written(words, {i, end + 1, {}}, found);
    if (!found.empty()) best = {i, end + 1, std::move(found)};
  }
  return best;
}

/// The report's own first, then plain names, then the widest, then the most populous.
std::uint32_t best_of(const Context& context, const Candidates& candidates) {
  const auto known = gazetteer::records();
  const auto better = [&](const auto& a, const auto& b) {
    if (context.territory != gazetteer::none && candidates.size() > 1) {
      const bool in_a = gazetteer::lies_in(a.first, context.territory);
      const bool in_b = gazetteer::lies_in(b.first, context.territory);
      if (in_a != in_b && known[a.first].kind == known[b.first].kind) return in_a;
    }
    const bool derived_a = a.second == NameRank::derived, derived_b = b.second == NameRank::derived;
    if (derived_a != derived_b) return derived_b;
    if (known[a.first].kind != known[b.first].kind)
      return known[a.first].kind < known[b.first].kind;
    return known[a.first].population > known[b.first].population;
  };
  return std::min_element(candidates.begin(), candidates.end(), better)->first;
}

bool says_commune(std::string_view key) {
  return is_one_of(key, {"commune",         "communes",      "ville",    "villes",
                         "maire",           "maires",        "mairie",   "arrondissement",
                         "arrondissements", "agglomeration", "canton",   "habitants",
                         "quartier",        "quartiers",     "prefet",   "prefete",
                         "departement",     "departements",  "gare",     "port",
                         "aeroport",        "site",          "tribunal", "hopital",
                         "bourg",           "village",       "pays",     "bassin",
                         "secteur"});
}

/// How much the words around speak for a place, without regard to which.
int context_score(const Words& words, std::uint32_t begin, std::uint32_t end) {
  int score = 0;
  if (begin > 0 && words.joins(begin)) {
    const std::string_view before = words.key(begin - 1);
    if (words.is_preposition_a(begin - 1) || is_one_of(before, {"vers", "depuis", "entre"}) ||
        says_commune(before))
      score += 3;
    else if (is_one_of(before, {"de", "d", "et", "en"}))
      score += 1;
    for (std::uint32_t back = 2; back <= 3 && back <= begin; ++back)
      if (says_commune(words.key(begin - back))) return score + 3;
  }
  const bool number_follows = end < words.size() && (words.tokens[end].gap & gap_open_paren) != 0 &&
                              words.tokens[end].shape == Shape::digits &&
                              words.tokens[end].key_size <= 3;
  return score + (number_follows ? 4 : 0);
}

/// True when only a comma, « et » and small words part word i from the place before it.
bool follows_place(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  if (context.last_place_end == 0 || i < context.last_place_end || i - context.last_place_end > 3)
    return false;
  for (std::uint32_t at = context.last_place_end; at <= i; ++at) {
    if ((words.tokens[at].gap & ~(inner_gaps | gap_comma)) != 0) return false;
    if (at < i && !is_particle(words.key(at)) && words.key(at) != "ou") return false;
  }
  return i > context.last_place_end ||
         (words.tokens[i].gap & (gap_comma | gap_hyphen | gap_slash)) != 0;
}

/// How much speaks for a commune of one word; two or more are believed.
int commune_score(const Context& context, std::uint32_t i, std::uint32_t record) {
  const Words& words = context.words;
  const Token& word = words.tokens[i];
  const auto& known = gazetteer::records()[record];
  int score = context_score(words, i, i + 1);
  if (context.territory != gazetteer::none && gazetteer::lies_in(record, context.territory))
    score += 2;
  score += known.population >= 40'000   ? 3
           : known.population >= 12'000 ? 2
           : known.population >= 4'000  ? 1
                                        : 0;
  const bool city = known.population >= 100'000;
  const bool common =
      is_common_word(word.hash) || (context.lower_seen.may_hold(word.hash) && !city);
  if (common) score -= words.starts_sentence(i) ? 4 : city ? 0 : known.population >= 30'000 ? 1 : 3;
  if (is_given_name(word.hash)) score -= 2;
  if (words.starts_sentence(i)) score -= 1;
  if (follows_place(context, i)) score += 2;
  if (word.key_size <= 2) score -= 2;
  if (word.shape == Shape::upper && word.key_size <= 4) score -= 3;
  if (i + 1 < words.size() && words.joins(i + 1) && words.is_capital(i + 1)) score -= 1;
  if (i > 0 && words.joins(i) && words.is_capital(i - 1) &&
      (words.tokens[i].gap & gap_apostrophe) == 0)
    score -= 2;
  return score;
}

/// « le Nord » is the département in a report of its région, or beside its neighbours.
bool is_direction(const Context& context, std::uint32_t i, std::uint32_t record) {
  const Words& words = context.words;
  if (words.key(i) != "nord") return false;
  const bool article = follows_article(words, i) || (i > 0 && words.key(i - 1) == "le");
  if (i >= 2 && is_one_of(words.key(i - 2), {"departement", "departements", "conseil", "prefets",
                                             "prefet", "prefete", "prefecture", "departemental"}))
    return false;
  const bool local =
      context.territory != gazetteer::none && (gazetteer::lies_in(record, context.territory) ||
                                               gazetteer::lies_in(context.territory, record));
  if (local) return !article && (i == 0 || words.key(i - 1) != "departement");
  for (std::uint32_t at = i + 1; at < words.size() && at <= i + 4; ++at)
    if (words.key(at) == "pas" && words.is_capital(at)) return false;
  return true;
}

/// « relier la Seine et l'Oise », « la vallée de la Somme »: water, not the département.
bool is_river(const Words& words, std::uint32_t i) {
  static constexpr std::string_view waters[] = {
      "canal",      "fleuve", "fleuves",  "riviere",    "rivieres", "affluent",
      "affluents",  "vallee", "vallees",  "rives",      "rive",     "bords",
      "berges",     "crue",   "crues",    "confluence", "estuaire", "embouchure",
      "relier",     "relie",  "traverse", "rejoint",    "bassins",  "sources",
      "navigation", "amont",  "aval",     "cours",      "baie"};
  for (std::uint32_t back = 1; back <= 6 && back <= i; ++back) {
    if ((words.tokens[i - back + 1].gap & (gap_stop | gap_blank_line)) != 0) return false;
    if (std::find(std::begin(waters), std::end(waters), words.key(i - back)) != std::end(waters))
      return true;
  }
  return false;
}

bool believed(const Context& context, const Span& span, std::uint32_t record) {
  const Words& words = context.words;
  const auto& known = gazetteer::records()[record];
  const std::uint32_t i = span.begin;
  const bool starts_with_article = is_one_of(words.key(i), {"le", "la", "les", "l"});
  const bool part_of_word = i > 0 && words.tokens[i].gap == gap_hyphen &&
                            !words.is_capital(i - 1) && !is_particle(words.key(i - 1));
  if (part_of_word) return false;
  if (span.end - i > 1 && !starts_with_article) return true;
  if (starts_with_article && span.end - i == 2) {
    const Token& noun = words.tokens[i + 1];
    const bool doubtful = is_common_word(noun.hash) || context.lower_seen.may_hold(noun.hash);
    return !doubtful || (!words.starts_sentence(i) && commune_score(context, i, record) >= 2);
  }
  if (span.end - i > 1) return true;
  if (known.kind == Kind::commune || known.kind == Kind::old_commune || known.kind == Kind::epci)
    return commune_score(context, i, record) >= 2;
  if (is_direction(context, i, record)) return false;
  if (words.tokens[i].shape == Shape::upper && words.tokens[i].key_size <= 3)
    return known.kind != Kind::department;
  if (words.key(i) == "paris") return true;
  if (!is_common_word(words.tokens[i].hash) && !context.lower_seen.may_hold(words.tokens[i].hash))
    return true;
  return follows_article(words, i) ||
         (!words.starts_sentence(i) && context_score(words, i, i + 1) >= 1);
}

/// The région a record lies in, or none.
std::uint32_t region_of(std::uint32_t record) {
  const auto known = gazetteer::records();
  while (record != gazetteer::none && known[record].kind != Kind::region)
    record = known[record].parent;
  return record;
}

/// The names that tell which région a text speaks of: régions, former ones, départements, by
/// phrase.
const std::unordered_map<std::uint64_t, std::uint32_t>& telling_names() {
  static const std::unordered_map<std::uint64_t, std::uint32_t> table = [] {
    std::unordered_map<std::uint64_t, std::uint32_t> names;
    const auto known = gazetteer::records();
    for (std::uint32_t i = 0; i < known.size(); ++i) {
      const Kind kind = known[i].kind;
      if (kind == Kind::region || kind == Kind::former_region || kind == Kind::department)
        names.emplace(phrase_hash(name_key(known[i].territory.name)), region_of(i));
    }
    return names;
  }();
  return table;
}

}  // namespace

std::uint32_t infer_territory(const Words& words) {
  std::unordered_map<std::uint32_t, std::uint32_t> votes;
  std::uint32_t total = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!words.is_capital(i)) continue;
    std::uint64_t phrase = 0;
    for (std::uint32_t end = i; end < words.size() && end < i + 6 && (end == i || words.joins(end));
         ++end) {
      phrase = extend_phrase(phrase, words.tokens[end].hash);
      const auto found = telling_names().find(phrase);
      if (found == telling_names().end()) continue;
      const std::uint32_t weight = end > i ? 3 : 1;  // « Pas-de-Calais » tells more than « Nord »
      votes[found->second] += weight;
      total += weight;
    }
  }
  const auto first = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second < b.second : a.first > b.first;
  });
  return first != votes.end() && first->second >= 6 && first->second * 2 > total ? first->first
                                                                                 : gazetteer::none;
}

std::uint32_t territory_name_end(const Words& words, std::uint32_t i) {
  const Span span = longest_name(words, i);
  const bool large =
      std::any_of(span.candidates.begin(), span.candidates.end(), [](const auto& candidate) {
        const auto& known = gazetteer::records()[candidate.first];
        return known.kind < Kind::commune || known.population >= 4'000;
      });
  return large ? span.end : i;
}

Mention find_territory(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  if (words.tokens[i].shape == Shape::digits) return {};
  const Span span = longest_name(words, i);
  if (span.end == i) return {};
  const std::uint32_t record = best_of(context, span.candidates);
  if (!believed(context, span, record)) return {};
  const auto& found = gazetteer::records()[record];
  Mention mention{span.begin,          span.end, EntityClass::place, false, found.territory.name,
                  found.territory.code};
  if (found.kind == Kind::epci) mention.cls = EntityClass::organisation;
  if (found.kind == Kind::department && span.end - i == 1 && is_river(words, i)) mention.code = {};
  return mention;
}

}  // namespace repere::corpus::names
