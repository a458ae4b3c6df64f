// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <unordered_map>

#include "extract/lexicon.h"
#include "extract/name_rules.h"
#include "extract/name_tokens.h"
#include "french/phrase_hash.h"
#include "repere/corpus/extraction.h"
#include "territories/gazetteer.h"

namespace repere::corpus {
namespace {

using namespace names;

/// A surface on one line, its white space single.
std::string one_line(std::string_view surface) {
  std::string out;
  for (const char c : surface) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

class Finder {
 public:
  explicit Finder(const Report& report)
      : words_(cut_words(report.text)),
        context_{words_,
                 report.territory.empty() ? gazetteer::none : gazetteer::index_of(report.territory),
                 0, PrefixFilter(18)} {
    for (const Token& word : words_.tokens)
      if (word.shape == Shape::lower) context_.lower_seen.add(word.hash);
    if (context_.territory == gazetteer::none) context_.territory = infer_territory(words_);
    definitions_ = find_definitions(words_);
    for (std::size_t d = 0; d < definitions_.size(); ++d) {
      by_acronym_.try_emplace(words_.tokens[definitions_[d].acronym].hash, d);
      by_begin_.try_emplace(definitions_[d].begin, d);
    }
  }

  std::vector<Entity> run() {
    for (std::uint32_t i = 0; i < words_.size();) {
      if (const std::uint32_t end = communities(i); end > i) {
        i = end;
        continue;
      }
      const Mention found = best_at(i);
      if (found.size() == 0) {
        if (words_.is_capital(i)) loose_.push_back(i);
        ++i;
        continue;
      }
      if (!found.none) keep(found);
      i = found.end;
      if (!found.none && found.cls == EntityClass::organisation) i = enumerate(found);
    }
    for (const std::uint32_t i : loose_) resolve_loose(i);
    return entities();
  }

 private:
  Mention best_at(std::uint32_t i) const;
  Mention known_at(std::uint32_t i) const;
  Mention defined_at(std::uint32_t i) const;
  std::uint32_t enumerate(const Mention& first);
  std::uint32_t communities(std::uint32_t i);
  std::uint32_t item_end(std::uint32_t& begin, bool lower_too) const;
  void keep(const Mention& found);
  Mention with_hyphen(const Mention& place) const;
  bool follows_capital_particle(std::uint32_t i) const;
  void resolve_loose(std::uint32_t i);
  std::uint32_t end_with_quote(const Mention& found) const;
  std::vector<Entity> entities();
  std::string spelling(const Mention& found,
                       std::unordered_map<std::uint64_t, std::string>& first) const;
  std::string surface(std::uint32_t begin, std::uint32_t end) const {
    return one_line(words_.text.substr(words_.tokens[begin].begin,
                                       words_.tokens[end - 1].end - words_.tokens[begin].begin));
  }

  Words words_;
  Context context_;
  std::vector<Definition> definitions_;
  std::unordered_map<std::uint64_t, std::size_t> by_acronym_, by_begin_;
  std::vector<Mention> mentions_;
  std::vector<std::uint32_t> loose_;  ///< capitalised words that nothing named
  std::unordered_map<std::uint64_t, std::size_t>
      by_short_name_;  ///< family names, brands → mention
  std::unordered_map<std::size_t, std::size_t>
      alias_of_;  ///< mention → the whole name it is short for
};

Mention Finder::known_at(std::uint32_t i) const {
  const Found known = find_known(words_, i);
  if (known.entry == nullptr) return {};
  return {known.begin, known.end, known.entry->cls, known.entry->none, known.entry->name, {}};
}

/// The long form of a definition, or an acronym that the text has defined.
Mention Finder::defined_at(std::uint32_t i) const {
  if (const auto form = by_begin_.find(i); form != by_begin_.end()) {
    const Definition& found = definitions_[form->second];
    return {found.begin, found.end, found.cls};
  }
  if (words_.tokens[i].shape == Shape::lower) return {};
  if (const auto acronym = by_acronym_.find(words_.tokens[i].hash); acronym != by_acronym_.end()) {
    const Definition& found = definitions_[acronym->second];
    const bool same_case = words_.tokens[i].shape == words_.tokens[found.acronym].shape ||
                           words_.tokens[i].shape == Shape::upper;
    if (same_case) return {i, i + 1, found.cls};
  }
  return {};
}

Mention Finder::best_at(std::uint32_t i) const {
  Mention best = defined_at(i);
  const auto consider = [&](const Mention& found) {
    if (found.size() > best.size()) best = found;
  };
  consider(known_at(i));
  if (!follows_capital_particle(i)) consider(find_territory(context_, i));
  if (words_.is_capital(i)) {
    consider(find_person(context_, i));
    consider(find_road(context_, i));
  }
  // « agences régionales de santé de l'époque »: small words after a known name are not of it.
  const Mention headed = find_headed(context_, i);
  bool capital_after = false;
  for (std::uint32_t at = std::max(i, best.end); at < headed.end; ++at)
    capital_after |= words_.is_capital(at);
  if (best.size() == 0 || capital_after) consider(headed);
  if (best.size() > 0 && best.cls == EntityClass::place && best.code.substr(0, 3) != "ZON")
    best = with_hyphen(best);
  if (best.size() == 0 && words_.is_capital(i)) best = find_unknown(context_, i);
  return best;
}

/// « Beauvais-Clermont », « Amiens-Nord » are one place; « Toulouse-Lautrec » is none.
Mention Finder::with_hyphen(const Mention& place) const {
  if (place.end >= words_.size() || words_.tokens[place.end].gap != gap_hyphen ||
      !words_.is_capital(place.end))
    return place;
  static constexpr std::string_view parts[] = {"nord", "sud", "est", "ouest", "centre", "ville"};
  const bool part =
      std::find(std::begin(parts), std::end(parts), words_.key(place.end)) != std::end(parts);
  if (part) return {place.begin, place.end + 1, EntityClass::place};
  const Mention known = known_at(place.end);
  const bool known_place = known.size() > 0 && known.cls == EntityClass::place && !known.none;
  const std::uint32_t end =
      std::max(territory_name_end(words_, place.end), known_place ? known.end : 0);
  return end > place.end ? Mention{place.begin, end, EntityClass::place} : Mention{};
}

/// « De Mons » is somebody.
bool Finder::follows_capital_particle(std::uint32_t i) const {
  if (i == 0 || !words_.joins(i) || words_.starts_sentence(i - 1) ||
      words_.tokens[i - 1].shape != Shape::capital)
    return false;
  const std::string_view key = words_.key(i - 1);
  return (key == "de" || key == "du" || key == "von" || key == "van") &&
         (words_.tokens[i].gap & gap_hyphen) == 0;
}

void Finder::keep(const Mention& found) {
  mentions_.push_back(found);
  if (found.cls == EntityClass::place) context_.last_place_end = found.end;
  const std::uint32_t last = found.end - 1;
  const Token& word = words_.tokens[last];
  const bool brand = found.cls == EntityClass::organisation && found.name.empty() &&
                     found.size() == 2 && !words_.is_capital(found.begin) &&
                     words_.is_capital(last);
  const bool family =
      found.cls == EntityClass::person && found.size() > 1 && !is_given_name(word.hash);
  const bool place = found.cls == EntityClass::place && found.name.empty() && found.size() == 1;
  if ((brand || family || place) && word.key_size >= 3 && !is_common_word(word.hash) &&
      words_.is_capital(last))
    by_short_name_.try_emplace(word.hash, mentions_.size() - 1);
}

/// One « du X » of a list: moves begin to X, gives the word after it; begin itself when there is
/// none.
std::uint32_t Finder::item_end(std::uint32_t& begin, bool lower_too) const {
  const std::uint32_t link = begin;
  while (begin < words_.size() && begin < link + 2 && is_particle(words_.key(begin)) &&
         !words_.is_capital(begin))
    ++begin;
  if (begin >= words_.size() || begin == link || words_.key(link).front() != 'd')
    return begin = link;
  const Mention place = find_territory(context_, begin);
  std::uint32_t end = std::max(capitals_end(words_, begin, 5), place.end);
  while (lower_too && !words_.is_capital(begin) && end < words_.size() && end < begin + 2 &&
         words_.tokens[end].shape == Shape::lower && (end == begin || words_.joins(end)) &&
         !is_particle(words_.key(end)))
    ++end;
  return end;
}

/// « les ministères de la Culture et de la Justice »: what follows the first of several is of its
/// kind.
std::uint32_t Finder::enumerate(const Mention& first) {
  const std::string_view head = words_.key(first.begin);
  if (!head.ends_with('s') || words_.is_capital(first.begin) || first.size() < 3) return first.end;
  std::uint32_t at = first.end;
  while (at < words_.size()) {
    std::uint32_t begin = at;
    const bool comma = (words_.tokens[at].gap & ~inner_gaps) == gap_comma;
    if (words_.key(begin) == "et" && words_.joins(begin))
      ++begin;
    else if (!comma)
      break;
    if (begin >= words_.size()) break;
    const std::uint32_t end = item_end(begin, false);
    if (end == begin) break;
    keep({begin, end, first.cls});
    at = end;
  }
  return at;
}

/// « les communautés de communes du Val de Somme, du Pays du Coquelicot et de la Bresle »: each is
/// one.
std::uint32_t Finder::communities(std::uint32_t i) {
  if (words_.key(i) != "communautes") return i;
  std::uint32_t at = i + 1;
  static constexpr std::string_view kinds[] = {"de",       "communes", "d", "agglomeration",
                                               "urbaines", "ou",       "et"};
  while (at < words_.size() && words_.joins(at) &&
         std::find(std::begin(kinds), std::end(kinds), words_.key(at)) != std::end(kinds))
    ++at;
  if (at > i + 1 && (words_.key(at - 1) == "de" || words_.key(at - 1) == "d")) --at;
  std::uint32_t last = i;
  while (at > i + 1 && at < words_.size()) {
    std::uint32_t begin = at;
    if (words_.key(begin) == "et" && words_.joins(begin))
      ++begin;
    else if (last > i && (words_.tokens[begin].gap & ~inner_gaps) != gap_comma)
      break;
    if (begin >= words_.size()) break;
    const std::uint32_t end = item_end(begin, last > i);
    if (end == begin) break;
    const Mention place = find_territory(context_, begin);
    const bool same =
        place.size() > 0 && place.end == end && place.cls == EntityClass::organisation;
    keep({begin, end, EntityClass::organisation, false, same ? place.name : "",
          same ? place.code : ""});
    last = at = end;
  }
  return last;
}

/// A capitalised word alone that ends a name met before: the family name of a person, a brand.
void Finder::resolve_loose(std::uint32_t i) {
  const auto known = by_short_name_.find(words_.tokens[i].hash);
  if (known == by_short_name_.end()) return;
  const Mention& whole = mentions_[known->second];
  alias_of_.emplace(mentions_.size(), known->second);
  mentions_.push_back({i, i + 1, whole.cls, false, whole.name, whole.code});
}

/// The end of a mention, the quote that closes one inside it included.
std::uint32_t Finder::end_with_quote(const Mention& found) const {
  const std::uint32_t end = words_.tokens[found.end - 1].end;
  bool open = false;
  for (std::uint32_t i = found.begin + 1; i < found.end; ++i) {
    if ((words_.tokens[i].gap & gap_open_quote) != 0)
      open = true;
    else if ((words_.tokens[i].gap & gap_close_quote) != 0)
      open = false;
  }
  if (!open) return end;
  for (const std::string_view close : {"»", "”", " »", "\u00a0»", "\u202f»", "\""})
    if (words_.text.substr(end, close.size()) == close)
      return static_cast<std::uint32_t>(end + close.size());
  return end;
}

std::vector<Entity> Finder::entities() {
  std::unordered_map<std::uint64_t, std::string> first_spelling;
  std::vector<Entity> out;
  out.reserve(mentions_.size());
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    const auto alias = alias_of_.find(m);
    const Mention& named = mentions_[alias == alias_of_.end() ? m : alias->second];
    const Mention& found = mentions_[m];
    Entity entity;
    entity.span = {words_.tokens[found.begin].begin, end_with_quote(found)};
    entity.cls = found.cls;
    entity.code = found.code;
    entity.name = named.name.empty() ? spelling(named, first_spelling) : std::string(named.name);
    out.push_back(std::move(entity));
  }
  std::sort(out.begin(), out.end(),
            [](const Entity& a, const Entity& b) { return a.span.begin < b.span.begin; });
  return out;
}

/// The name of a mention that no table names: its definition's long form, or how it was first
/// written.
std::string Finder::spelling(const Mention& found,
                             std::unordered_map<std::uint64_t, std::string>& first) const {
  if (found.size() == 1) {
    const auto acronym = by_acronym_.find(words_.tokens[found.begin].hash);
    if (acronym != by_acronym_.end()) {
      const Definition& form = definitions_[acronym->second];
      return surface(form.begin, form.end);
    }
  }
  std::uint64_t phrase = 0;
  for (std::uint32_t i = found.begin; i < found.end; ++i)
    phrase = extend_phrase(phrase, words_.tokens[i].stem);
  return first.try_emplace(phrase, surface(found.begin, found.end)).first->second;
}

}  // namespace

std::vector<Entity> find_entities(const Report& report) { return Finder(report).run(); }

}  // namespace repere::corpus
