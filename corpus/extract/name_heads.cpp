// SPDX-License-Identifier: GPL-2.0-or-later
// Names that begin with the noun that says what they are: « direction départementale des territoires »,
// « plan régional santé environnement », « loi relative à… », « stade … ».
#include <algorithm>
#include <array>
#include <initializer_list>

#include "extract/lexicon.h"
#include "extract/name_rules.h"
#include "french/phrase_hash.h"

namespace repere::corpus::names {
namespace {

using enum EntityClass;

/// What has to follow a head for it to name something.
enum class Needs : std::uint8_t {
  any,       ///< a complement, in small letters too: « ministère de la justice »
  level,     ///< a word of level (« régional », « national »), then a complement or a capital
  proper,    ///< a capital, directly or after « de »: « stade Bollaert », « université de Lille »
  apposed,   ///< a capital directly after it, no « de »: « groupe Weldom », « bateau … »
  capital,   ///< as proper, the head itself with a capital: « Forum de… »
  capital_any,  ///< a complement, the head with a capital: « Commissaire spécial à… »
};

struct Head {
  std::string_view word;
  EntityClass cls;
  Needs needs;
  std::uint8_t budget;  ///< words in small letters that its complement may hold
};

constexpr Head heads[] = {
    {"ministere", organisation, Needs::any, 3},   {"direction", organisation, Needs::level, 3},
    {"delegation", organisation, Needs::level, 3}, {"conseil", organisation, Needs::level, 2},
    {"comite", organisation, Needs::level, 3},    {"commission", organisation, Needs::level, 3},
    {"commissariat", organisation, Needs::any, 3}, {"observatoire", organisation, Needs::any, 3},
    {"agence", organisation, Needs::level, 3},    {"office", organisation, Needs::level, 3},
    {"institut", organisation, Needs::level, 3},  {"chambre", organisation, Needs::level, 3},
    {"federation", organisation, Needs::level, 3}, {"confederation", organisation, Needs::level, 3},
    {"universite", organisation, Needs::proper, 2}, {"ecole", organisation, Needs::level, 2},
    {"tribunal", organisation, Needs::proper, 3}, {"cour", organisation, Needs::proper, 2},
    {"prefecture", organisation, Needs::proper, 1}, {"rectorat", organisation, Needs::proper, 0},
    {"mairie", organisation, Needs::proper, 0},   {"syndicat", organisation, Needs::level, 3},
    {"union", organisation, Needs::level, 3},     {"caisse", organisation, Needs::level, 3},
    {"inspection", organisation, Needs::level, 2}, {"mission", organisation, Needs::level, 2},
    {"secretariat", organisation, Needs::level, 3}, {"etablissement", organisation, Needs::proper, 2},
    {"fondation", organisation, Needs::proper, 2}, {"association", organisation, Needs::proper, 2},
    {"societe", organisation, Needs::apposed, 0}, {"entreprise", organisation, Needs::apposed, 0},
    {"groupe", organisation, Needs::apposed, 0},  {"banque", organisation, Needs::proper, 1},
    {"compagnie", organisation, Needs::proper, 1}, {"club", organisation, Needs::apposed, 1},
    {"parti", organisation, Needs::capital, 1},   {"laboratoire", organisation, Needs::apposed, 1},
    {"groupement", organisation, Needs::level, 3}, {"metropole", organisation, Needs::capital, 1},
    {"communaute", organisation, Needs::proper, 3}, {"agglomeration", organisation, Needs::apposed, 0},
    {"centre", organisation, Needs::level, 3},    {"pole", organisation, Needs::apposed, 1},
    {"cluster", organisation, Needs::apposed, 0}, {"reseau", organisation, Needs::capital, 2},
    {"brigade", organisation, Needs::level, 3},   {"haut", organisation, Needs::capital, 3},
    {"parc", organisation, Needs::level, 3},      {"unite", organisation, Needs::level, 2},
    {"commissaire", organisation, Needs::capital_any, 5},     {"journal", organisation, Needs::apposed, 1},

    {"plan", programme, Needs::level, 3},         {"programme", programme, Needs::level, 3},
    {"contrat", programme, Needs::level, 3},      {"fonds", programme, Needs::level, 3},
    {"schema", programme, Needs::level, 3},       {"dispositif", programme, Needs::apposed, 2},
    {"initiative", programme, Needs::capital, 3}, {"dotation", programme, Needs::capital, 3},
    {"strategie", programme, Needs::level, 3},    {"pacte", programme, Needs::level, 3},
    {"operation", programme, Needs::apposed, 2},  {"label", programme, Needs::apposed, 2},
    {"charte", programme, Needs::level, 3},       {"projet", programme, Needs::apposed, 2},
    {"appel", programme, Needs::apposed, 0},      {"accelerateur", programme, Needs::apposed, 1},
    {"labellisation", programme, Needs::apposed, 1}, {"demarche", programme, Needs::apposed, 1},

    {"forum", event, Needs::capital, 3},          {"salon", event, Needs::proper, 2},
    {"festival", event, Needs::proper, 2},        {"rencontre", event, Needs::level, 3},
    {"championnat", event, Needs::any, 2},        {"semaine", event, Needs::level, 3},
    {"journee", event, Needs::level, 3},          {"assises", event, Needs::level, 3},
    {"sommet", event, Needs::proper, 1},          {"bataille", event, Needs::proper, 1},
    {"guerre", event, Needs::proper, 1},          {"congres", event, Needs::proper, 1},
    {"exposition", event, Needs::apposed, 0},     {"tournoi", event, Needs::proper, 1},
    {"coupe", event, Needs::proper, 1},           {"siege", event, Needs::apposed, 0},

    {"stade", infrastructure, Needs::proper, 0},  {"gare", infrastructure, Needs::proper, 0},
    {"aeroport", infrastructure, Needs::proper, 1}, {"aerodrome", infrastructure, Needs::proper, 0},
    {"port", infrastructure, Needs::proper, 1},   {"canal", infrastructure, Needs::proper, 0},
    {"pont", infrastructure, Needs::proper, 0},   {"viaduc", infrastructure, Needs::proper, 0},
    {"tunnel", infrastructure, Needs::proper, 0}, {"centrale", infrastructure, Needs::proper, 1},
    {"zac", infrastructure, Needs::proper, 0},    {"musee", infrastructure, Needs::proper, 2},
    {"palais", infrastructure, Needs::capital, 1}, {"hopital", infrastructure, Needs::proper, 0},
    {"lycee", infrastructure, Needs::proper, 1},  {"college", infrastructure, Needs::apposed, 0},
    {"theatre", infrastructure, Needs::proper, 1}, {"chateau", infrastructure, Needs::proper, 0},
    {"cathedrale", infrastructure, Needs::proper, 0}, {"eglise", infrastructure, Needs::proper, 0},
    {"basilique", infrastructure, Needs::proper, 0}, {"abbaye", infrastructure, Needs::proper, 0},
    {"barrage", infrastructure, Needs::proper, 0}, {"liaison", infrastructure, Needs::apposed, 0},
    {"ligne", infrastructure, Needs::apposed, 1}, {"echangeur", infrastructure, Needs::proper, 1},
    {"prison", infrastructure, Needs::proper, 0}, {"caserne", infrastructure, Needs::apposed, 0},
    {"tour", infrastructure, Needs::apposed, 0},  {"bateau", infrastructure, Needs::apposed, 0},
    {"navire", infrastructure, Needs::apposed, 0}, {"rue", infrastructure, Needs::proper, 0},
    {"avenue", infrastructure, Needs::proper, 0}, {"boulevard", infrastructure, Needs::proper, 0},
    {"place", infrastructure, Needs::apposed, 0}, {"quai", infrastructure, Needs::proper, 0},
    {"residence", infrastructure, Needs::apposed, 0}, {"mediatheque", infrastructure, Needs::proper, 0},
    {"bibliotheque", infrastructure, Needs::proper, 1}, {"gymnase", infrastructure, Needs::apposed, 0},
    {"autoroute", infrastructure, Needs::apposed, 0}, {"rocade", infrastructure, Needs::proper, 0},

    {"foret", place, Needs::proper, 0},           {"lac", place, Needs::proper, 0},
    {"mont", place, Needs::apposed, 0},           {"massif", place, Needs::proper, 0},
    {"ile", place, Needs::proper, 0},             {"mer", place, Needs::proper, 0},
    {"detroit", place, Needs::proper, 0},         {"golfe", place, Needs::proper, 0},
    {"province", place, Needs::proper, 0},        {"fleuve", place, Needs::apposed, 0},
    {"riviere", place, Needs::apposed, 0},        {"col", place, Needs::proper, 0},
    {"cap", place, Needs::apposed, 0},            {"desert", place, Needs::proper, 0},
    {"archipel", place, Needs::proper, 0},        {"quartier", place, Needs::apposed, 0},
};

const Head* head_of(const Token& word) {
  struct Slot { std::uint64_t stem; const Head* head; };
  static const std::vector<Slot> table = [] {
    std::vector<Slot> slots(512, Slot{0, nullptr});
    for (const Head& head : heads) {
      const std::uint64_t stem = plural_hash(head.word);
      std::size_t at = stem;
      while (slots[at % 512].head != nullptr) ++at;
      slots[at % 512] = {stem, &head};
    }
    return slots;
  }();
  for (std::size_t at = word.stem; table[at % 512].head != nullptr; ++at)
    if (table[at % 512].stem == word.stem) return table[at % 512].head;
  return nullptr;
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The level that makes a service of a noun: « régional », « national », « interministériel »…
bool is_level(std::string_view key) {
  static constexpr std::string_view stems[] = {
      "regiona", "departementa", "nationa", "interministeriel", "interregiona", "interdepartementa", "genera",
      "academique", "municipa", "communa", "intercommuna", "superieur", "europeen", "centra", "territoria",
      "francais", "internationa", "consultati", "economique", "zona", "mixte", "hospitalier", "unique", "directeur",
      "pluriannuel", "quinquenna", "strategique", "metropolitain", "olympique", "universitaire", "constitutionnel",
      "judiciaire", "administrati", "penitentiaire", "locaux", "parlementaire", "prefectora", "interprofessionnel",
      "natura", "federa", "mondia", "polytechnique"};
  return std::any_of(std::begin(stems), std::end(stems), [&](std::string_view stem) { return key.starts_with(stem); });
}

/// A word in small letters that qualifies the noun before it, by its ending.
bool looks_adjective(std::string_view key) {
  if (key.size() < 5) return false;
  static constexpr std::string_view endings[] = {
      "al", "ale", "ales", "aux", "ique", "iques", "aire", "aires", "if", "ifs", "ive", "ives", "ien", "iens",
      "ienne", "iennes", "el", "els", "elle", "elles", "eux", "euse", "euses", "ain", "ains", "aine", "ais",
      "aise", "aises", "ois", "oise", "able", "ables", "ible", "ibles", "ees", "local", "publics", "public", "publique"};
  return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view end) { return key.ends_with(end); });
}

/// « de rendre », « d'organiser »: a verb, where a noun would go on with the name.
bool looks_infinitive(std::string_view key) {
  if (is_one_of(key, {"mer", "fer", "hiver", "cancer", "avenir", "loisir", "plaisir", "pouvoir", "cadre", "ordre"})) return false;
  return (key.ends_with("er") && !key.ends_with("ier")) || key.ends_with("ir") || key.ends_with("dre") || key.ends_with("ttre");
}

/// What a complement may begin with; « et » and « pour » only where a capital follows.
bool is_link(std::string_view key) { return is_one_of(key, {"de", "du", "des", "d"}); }

struct Complement {
  std::uint32_t end = 0;
  bool proper = false;   ///< it holds a capital
  bool apposed = false;  ///< … directly after the head
  std::uint32_t lower = 0;
};

/// Reads what follows a head at word begin - 1.
class Reader {
 public:
  Reader(const Context& context, std::uint32_t begin, std::uint32_t budget)
      : context_(context), words_(context.words), at_(begin), budget_(budget) { out_.end = begin; }

  Complement read() {
    while (at_ < words_.size() && at_ < out_.end + 4 && step()) {}
    return out_;
  }

 private:
  bool step() {
    if (!words_.joins(at_)) return false;
    const std::string_view key = words_.key(at_);
    if (words_.is_capital(at_) || is_roman_or_number()) return take_capital();
    if (key == "a" && !words_.is_preposition_a(at_)) return false;
    if (is_link(key) || (is_one_of(key, {"aux", "au", "a", "et", "pour", "en", "sur"}))) return take_linked(key);
    if (words_.tokens[at_].shape == Shape::lower && looks_adjective(key) && !linked_capital_) {
      out_.end = ++at_;
      return true;
    }
    return false;
  }

  bool is_roman_or_number() const {
    return words_.tokens[at_].shape == Shape::digits && words_.tokens[at_].key_size <= 4 && out_.proper &&
           at_ == out_.end;
  }

  bool take_capital() {
    if (out_.lower == 0 && !linked_capital_ && !out_.proper) out_.apposed = true;
    out_.proper = true;
    out_.end = ++at_;
    return true;
  }

  /// « de la X », « des X »: small words, then a capital or, within the budget, a noun.
  bool take_linked(std::string_view link) {
    std::uint32_t at = at_ + 1;
    while (at < words_.size() && at < at_ + 3 && words_.joins(at) && !words_.is_capital(at) &&
           is_one_of(words_.key(at), {"la", "l", "les", "le", "de", "d", "du", "des"}))
      ++at;
    if (at < words_.size() && at <= at_ + 2 && words_.joins(at) && is_one_of(words_.key(at), {"la", "l"}) &&
        words_.is_capital(at) && at + 1 < words_.size())
      ++at;
    if (at >= words_.size() || !words_.joins(at)) return false;
    if (words_.is_capital(at)) return take_linked_capital(link, at);
    const bool noun = words_.tokens[at].shape == Shape::lower && words_.tokens[at].key_size > 2 &&
                      !looks_infinitive(words_.key(at));
    const bool may_go_on = is_link(link) || (link == "et" && out_.lower > 0) || link == "a" || link == "aux";
    if (!noun || !may_go_on || out_.lower >= budget_ || out_.proper) return false;
    if (link == "et" && at == at_ + 1) return false;
    ++out_.lower;
    out_.end = at_ = at + 1;
    return true;
  }

  bool take_linked_capital(std::string_view link, std::uint32_t at) {
    const bool hyphen = (words_.tokens[at_].gap & gap_hyphen) != 0;
    if (is_one_of(link, {"a", "en", "sur", "pour"}) && !hyphen) return false;
    if (is_one_of(link, {"au", "aux"}) && !out_.proper && out_.lower == 0) return false;
    const bool goes_on = link == "et" ? out_.proper && at == at_ + 1 && words_.is_capital(at_ - 1) && !begins_other_name(at)
                                      : !out_.apposed || hyphen || !begins_other_name(at);
    if (!goes_on) return false;
    linked_capital_ = true;
    out_.proper = true;
    out_.end = at_ = at + 1;
    return true;
  }

  bool begins_other_name(std::uint32_t at) const {
    return find_territory(context_, at).size() > 0 || find_known(words_, at).entry != nullptr;
  }

  const Context& context_;
  const Words& words_;
  std::uint32_t at_;
  std::uint32_t budget_;
  bool linked_capital_ = false;
  Complement out_;
};

/// The words between quotes that open at word i, at most ten; i when they are no title.
std::uint32_t quoted_end(const Words& words, std::uint32_t i) {
  for (std::uint32_t end = i + 1; end <= i + 11; ++end) {
    if (end == words.size() || (words.tokens[end].gap & gap_close_quote) != 0) return end;
    if ((words.tokens[end].gap & (gap_blank_line | gap_open_quote)) != 0) break;
  }
  return i;
}

/// « programme national “X” », « appel à projets « X » »: the title is the name.
Mention titled(const Words& words, std::uint32_t i, const Head& head) {
  for (std::uint32_t at = i + 1; at < words.size() && at <= i + 5; ++at) {
    if ((words.tokens[at].gap & (gap_stop | gap_blank_line | gap_comma)) != 0) return {};
    if ((words.tokens[at].gap & gap_open_quote) != 0) {
      const std::uint32_t end = quoted_end(words, at);
      if (end == at || (end == at + 1 && (words.tokens[at].key_size < 3 || !words.is_capital(at)))) return {};
      // « le projet immobilier “Gare du Midi” » is a gare.
      const Head* inner = head_of(words.tokens[at]);
      const bool building = inner != nullptr && inner->cls == infrastructure && end > at + 1 &&
                            (words.is_capital(end - 1) || words.is_capital(at + 1)) && !words.key(at).ends_with("s");
      return {at, end, building ? infrastructure : head.cls};
    }
    if (words.is_capital(at)) return {};
  }
  return {};
}

bool is_long_enough(const Words& words, const Head& head, std::uint32_t i, const Complement& found) {
  const bool level = i + 1 < words.size() && is_level(words.key(i + 1)) && words.joins(i + 1);
  switch (head.needs) {
    case Needs::any: return found.lower > 0 || found.proper;
    case Needs::level:
      if (level) return found.proper || found.lower > 0 || found.end > i + 2;
      if (is_one_of(head.word, {"centre", "conseil", "comite", "commission", "mission", "ecole", "unite", "parc"}))
        return found.proper && words.is_capital(i);
      return found.apposed || (found.proper && words.is_capital(i));
    case Needs::proper: return found.proper;
    case Needs::apposed: return found.apposed;
    case Needs::capital_any: return words.is_capital(i) && (found.proper || found.lower > 0);
    case Needs::capital: return found.proper ? words.is_capital(i) : words.is_capital(i) && level;
  }
  return false;
}

bool is_link_of_law(std::string_view key) {
  return is_particle(key) || is_one_of(key, {"relative", "portant", "relatif", "visant", "n", "no"});
}

/// A law: « loi n° 2015-991 du 7 août 2015 », « loi relative à… », « décret du 28 décembre 2016 ».
Mention find_law(const Words& words, std::uint32_t i) {
  const std::string_view key = words.key(i);
  if (!is_one_of(key, {"loi", "lois", "decret", "ordonnance", "directive", "reglement", "circulaire"})) return {};
  if (i + 2 >= words.size() || !words.joins(i + 1)) return {};
  const std::string_view next = words.key(i + 1);
  const auto up_to = [&](std::uint32_t budget) {
    std::uint32_t end = i + 1, nouns = 0;
    for (; end < words.size() && end < i + 18 && words.joins(end); ++end) {
      const std::string_view word = words.key(end), before = words.key(end - 1);
      if (is_link_of_law(word)) continue;
      const bool number = words.tokens[end].shape == Shape::digits;
      const bool bound = end == i + 1 || number || words.is_capital(end) || is_link_of_law(before) ||
                         words.tokens[end - 1].shape == Shape::digits || looks_adjective(word) ||
                         is_one_of(before, {"nouvelle", "nouvelles", "nouveau", "grande", "haute", "meilleure", "libre"});
      if (!bound || (++nouns > budget && !number)) break;
    }
    while (end > i + 1 && is_link_of_law(words.key(end - 1))) --end;
    return end;
  };
  const bool law = key.starts_with("loi");
  if (next == "n" || next == "no") return {i, up_to(4), EntityClass::law};
  if (next == "du" && words.tokens[i + 2].shape == Shape::digits) return {i, i + (i + 5 <= words.size() ? 5u : 3u), EntityClass::law};
  if (law && is_one_of(next, {"relative", "portant"})) return {i, up_to(5), EntityClass::law};
  if (law && is_one_of(next, {"pour", "sur"}) && is_one_of(words.key(i + 2), {"la", "l", "le", "les", "une"})) return {i, up_to(4), EntityClass::law};
  if (law && is_one_of(next, {"d", "de"}) && is_one_of(words.key(i + 2), {"orientation", "finances", "financement", "programmation", "modernisation", "transition", "refondation", "habilitation"}))
    return {i, up_to(4), EntityClass::law};
  if (law && words.tokens[i + 1].shape == Shape::digits) return {};
  if (law && words.is_capital(i + 1)) return {i, capitals_end(words, i + 1, 3), EntityClass::law};
  if (law && next == "de" && words.tokens[i + 2].shape == Shape::digits && i + 4 < words.size() && is_one_of(words.key(i + 3), {"pour", "sur", "relative"}))
    return {i, up_to(4), EntityClass::law};
  return {};
}

}  // namespace

bool class_of_head(const Words& words, std::uint32_t begin, EntityClass& cls) {
  const std::string_view key = words.key(begin);
  if (key.starts_with("service") || key == "groupe" || key == "maison" || key == "maisons") return cls = organisation, true;
  if (key == "aide" || key == "allocation" || key == "pret" || key == "convention") return cls = programme, true;
  if (key == "loi" || key == "code") return cls = EntityClass::law, true;
  const Head* head = head_of(words.tokens[begin]);
  if (head == nullptr) return false;
  return cls = head->cls, true;
}

Mention find_headed(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  if (const Mention law = find_law(words, i); law.size() > 0) return law;
  const Head* head = head_of(words.tokens[i]);
  if (head == nullptr) return {};
  if (head->cls == programme || head->cls == event)
    if (const Mention title = titled(words, i, *head); title.size() > 0) return title;
  const std::string_view key = words.key(i);
  const bool several = (key.ends_with("s") || key.ends_with("x")) && key != head->word;
  if (i + 1 < words.size() && (words.tokens[i + 1].gap & gap_hyphen) != 0) return {};
  if (several && (head->cls == infrastructure || head->cls == place)) return {};
  const Complement found = Reader(context, i + 1, head->budget).read();
  if (found.end <= i + 1 || !is_long_enough(words, *head, i, found)) return {};
  // « appel à projets Territoires à énergie positive »: the name is what a table knows.
  if (found.apposed && words.is_capital(i + 1)) {
    const Found known = find_known(words, i + 1);
    if (known.entry != nullptr && known.entry->cls == head->cls && known.end >= found.end) return {};
  }
  return {i, found.end, head->cls};
}

Mention find_road(const Context& context, std::uint32_t i) {
  const Words& words = context.words;
  const std::string_view key = words.key(i);
  const Token& word = words.tokens[i];
  if (word.shape != Shape::upper || key.empty()) return {};
  const std::size_t letters = key.find_first_of("0123456789");
  static constexpr std::string_view kinds[] = {"a", "n", "d", "rn", "rd", "rnil", "e"};
  const auto known = [&](std::string_view kind) { return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds); };
  const auto all_digits = [](std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; };
  if (letters != key.npos && letters > 0 && key.size() - letters <= 4 && known(key.substr(0, letters)) && all_digits(key.substr(letters)))
    return {i, i + 1, infrastructure};
  const bool apart = letters == key.npos && known(key) && key != "e" && i + 1 < words.size() && words.joins(i + 1) &&
                     words.tokens[i + 1].shape == Shape::digits && words.tokens[i + 1].key_size <= 4 && key.size() <= 2 &&
                     (key.size() == 2 || (i > 0 && (words.tokens[i].gap & gap_apostrophe) != 0));
  return apart ? Mention{i, i + 2, infrastructure} : Mention{};
}

}  // namespace repere::corpus::names
