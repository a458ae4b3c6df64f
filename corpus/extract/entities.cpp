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
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

class Finder {
 public:
  explicit Finder(const Report& report)
      : words_(cut_words(report.text)),
        context_{words_, report.territory.empty() ? gazetteer::none : gazetteer::index_of(report.territory), 0, PrefixFilter(18)} {
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
  void keep(const Mention& found);
  void resolve_loose(std::uint32_t i);
  std::vector<Entity> entities();
  std::string spelling(const Mention& found, std::unordered_map<std::uint64_t, std::string>& first) const;
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
  std::unordered_map<std::uint64_t, std::size_t> by_short_name_;  ///< family names, brands → mention
  std::unordered_map<std::size_t, std::size_t> alias_of_;         ///< mention → the whole name it is short for
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
  consider(find_territory(context_, i));
  if (words_.is_capital(i)) {
    consider(find_person(context_, i));
    consider(find_road(context_, i));
  }
  consider(find_headed(context_, i));
  if (best.size() == 0 && words_.is_capital(i)) best = find_unknown(context_, i);
  return best;
}

void Finder::keep(const Mention& found) {
  mentions_.push_back(found);
  if (found.cls == EntityClass::place) context_.last_place_end = found.end;
  const std::uint32_t last = found.end - 1;
  const Token& word = words_.tokens[last];
  const bool brand = found.cls == EntityClass::organisation && found.name.empty() && found.size() == 2 &&
                     !words_.is_capital(found.begin) && words_.is_capital(last);
  const bool family = found.cls == EntityClass::person && found.size() > 1 && !is_given_name(word.hash);
  if ((brand || family) && word.key_size >= 3 && !is_common_word(word.hash) && words_.is_capital(last))
    by_short_name_.try_emplace(word.hash, mentions_.size() - 1);
}

/// « les communautés de communes du Val de Somme, du Pays du Coquelicot et de la Bresle »: what
/// follows the first of several is of its kind.
std::uint32_t Finder::enumerate(const Mention& first) {
  const std::string_view head = words_.key(first.begin);
  if (!head.ends_with('s') || words_.is_capital(first.begin) || first.size() < 3) return first.end;
  std::uint32_t at = first.end;
  while (at < words_.size()) {
    std::uint32_t begin = at;
    const bool comma = (words_.tokens[at].gap & ~inner_gaps) == gap_comma;
    if (words_.key(begin) == "et" && words_.joins(begin)) ++begin;
    else if (!comma) break;
    const std::uint32_t links = begin;
    while (begin < words_.size() && begin < links + 2 && is_particle(words_.key(begin)) && !words_.is_capital(begin)) ++begin;
    if (begin >= words_.size() || begin == links || words_.key(links).front() != 'd') break;
    std::uint32_t end = capitals_end(words_, begin, 5);
    if (end == begin && head == "communautes") {
      while (end < words_.size() && end < begin + 2 && (end == begin || words_.joins(end)) && !is_particle(words_.key(end))) ++end;
    }
    if (end == begin) break;
    keep({begin, end, first.cls});
    at = end;
  }
  return at;
}

/// A capitalised word alone that ends a name met before: the family name of a person, a brand.
void Finder::resolve_loose(std::uint32_t i) {
  const auto known = by_short_name_.find(words_.tokens[i].hash);
  if (known == by_short_name_.end()) return;
  const Mention& whole = mentions_[known->second];
  alias_of_.emplace(mentions_.size(), known->second);
  mentions_.push_back({i, i + 1, whole.cls, false, whole.name, whole.code});
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
    entity.span = {words_.tokens[found.begin].begin, words_.tokens[found.end - 1].end};
    entity.cls = found.cls;
    entity.code = found.code;
    entity.name = named.name.empty() ? spelling(named, first_spelling) : std::string(named.name);
    out.push_back(std::move(entity));
  }
  std::sort(out.begin(), out.end(), [](const Entity& a, const Entity& b) { return a.span.begin < b.span.begin; });
  return out;
}

/// The name of a mention that no table names: its definition's long form, or how it was first written.
std::string Finder::spelling(const Mention& found, std::unordered_map<std::uint64_t, std::string>& first) const {
  if (found.size() == 1) {
    const auto acronym = by_acronym_.find(words_.tokens[found.begin].hash);
    if (acronym != by_acronym_.end()) {
      const Definition& form = definitions_[acronym->second];
      return surface(form.begin, form.end);
    }
  }
  std::uint64_t phrase = 0;
  for (std::uint32_t i = found.begin; i < found.end; ++i) phrase = extend_phrase(phrase, words_.tokens[i].stem);
  return first.try_emplace(phrase, surface(found.begin, found.end)).first->second;
}

}  // namespace

std::vector<Entity> find_entities(const Report& report) { return Finder(report).run(); }

}  // namespace repere::corpus
