// SPDX-License-Identifier: GPL-2.0-or-later
// Names that begin with the noun that says what they are: « direction départementale des
// territoires », « plan régional santé environnement », « loi relative à… », « stade … ».
#include <algorithm>

#include "extract/lexicon.h"
#include "extract/name_head_table.h"
#include "extract/name_rules.h"

namespace repere::corpus::names {
namespace {

using enum EntityClass;

/// The level that makes a service of a noun: « régional », « national », « interministériel »…
bool is_level(std::string_view key) {
  static constexpr std::string_view stems[] = {"regiona",         "departementa",
                                               "nationa",         "interministeriel",
                                               "interregiona",    "interdepartementa",
                                               "genera",          "academique",
                                               "municipa",        "communa",
                                               "intercommuna",    "superieur",
                                               "europeen",        "centra",
                                               "territoria",      "francais",
                                               "internationa",    "consultati",
                                               "economique",      "zona",
                                               "mixte",           "hospitalier",
                                               "unique",          "directeur",
                                               "pluriannuel",     "quinquenna",
                                               "strategique",     "metropolitain",
                                               "olympique",       "universitaire",
                                               "constitutionnel", "judiciaire",
                                               "administrati",    "penitentiaire",
                                               "locaux",          "parlementaire",
                                               "prefectora",      "interprofessionnel",
                                               "natura",          "federa",
                                               "mondia",          "polytechnique"};
  return std::any_of(std::begin(stems), std::end(stems),
                     [&](std::string_view stem) { return key.starts_with(stem); });
}

/// « de rendre », « d'organiser »: a verb, where a noun would go on with the name.
bool looks_infinitive(std::string_view key) {
  if (is_one_of(key, {"mer", "fer", "hiver", "cancer", "avenir", "loisir", "plaisir", "pouvoir",
                      "cadre", "ordre"}))
    return false;
  return (key.ends_with("er") && !key.ends_with("ier")) || key.ends_with("ir") ||
         key.ends_with("dre") || key.ends_with("ttre");
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
      : context_(context), words_(context.words), at_(begin), budget_(budget) {
    out_.end = begin;
  }

  Complement read() {
    while (at_ < words_.size() && at_ < out_.end + 4 && step()) {
    }
    return out_;
  }

 private:
  bool step() {
    if (!words_.joins(at_)) return false;
    const std::string_view key = words_.key(at_);
    if (words_.is_capital(at_) || is_roman_or_number()) return take_capital();
    if (key == "a" && !words_.is_preposition_a(at_)) return false;
    if (is_link(key) || (is_one_of(key, {"aux", "au", "a", "et", "pour", "en", "sur"})))
      return take_linked(key);
    // « projet Emploi sans frontières »
    const bool without =
        is_one_of(key, {"sans", "contre"}) && out_.apposed && at_ + 1 < words_.size();
    if (without && words_.joins(at_ + 1) && words_.tokens[at_ + 1].key_size > 3) {
      out_.end = at_ += 2;
      return true;
    }
    if (words_.tokens[at_].shape == Shape::lower && looks_adjective(key) && !linked_capital_) {
      out_.end = ++at_;
      return true;
    }
    return false;
  }

  bool is_roman_or_number() const {
    return words_.tokens[at_].shape == Shape::digits && words_.tokens[at_].key_size <= 4 &&
           out_.proper && at_ == out_.end;
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
    if (at < words_.size() && at <= at_ + 2 && words_.joins(at) &&
        is_one_of(words_.key(at), {"la", "l"}) && words_.is_capital(at) && at + 1 < words_.size())
      ++at;
    if (at >= words_.size() || !words_.joins(at)) return false;
    if (words_.is_capital(at)) return take_linked_capital(link, at);
    const bool noun = words_.tokens[at].shape == Shape::lower && words_.tokens[at].key_size > 2 &&
                      !looks_infinitive(words_.key(at));
    const bool may_go_on =
        is_link(link) || (link == "et" && out_.lower > 0) || link == "a" || link == "aux";
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
    const bool goes_on = link == "et" ? out_.proper && at == at_ + 1 &&
                                            words_.is_capital(at_ - 1) && !begins_other_name(at)
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
  const std::uint32_t last = i + (head.cls == event ? 2 : 5);
  for (std::uint32_t at = i + 1; at < words.size() && at <= last; ++at) {
    if ((words.tokens[at].gap & (gap_stop | gap_blank_line | gap_comma)) != 0) return {};
    if ((words.tokens[at].gap & gap_open_quote) != 0) {
      const std::uint32_t end = quoted_end(words, at);
      if (end == at || (end == at + 1 && (words.tokens[at].key_size < 3 || !words.is_capital(at))))
        return {};
      // « le projet immobilier “Gare du Midi” » is a gare.
      const Head* inner = head_of(words.tokens[at]);
      const bool building = inner != nullptr && inner->cls == infrastructure && end > at + 1 &&
                            (words.is_capital(end - 1) || words.is_capital(at + 1)) &&
                            !words.key(at).ends_with("s");
      return {at, end, building ? infrastructure : head.cls};
    }
    if (words.is_capital(at)) return {};
  }
  return {};
}

bool is_long_enough(const Words& words, const Head& head, std::uint32_t i,
                    const Complement& found) {
  const bool level = i + 1 < words.size() && is_level(words.key(i + 1)) && words.joins(i + 1);
  switch (head.needs) {
    case Needs::any:
      return found.lower > 0 || found.proper;
    case Needs::level:
      if (level) return found.proper || found.lower > 0 || found.end > i + 2;
      if (is_one_of(head.word, {"centre", "conseil", "comite", "commission", "mission", "ecole",
                                "unite", "parc"}))
        return found.proper && words.is_capital(i);
      return found.apposed || (found.proper && words.is_capital(i));
    case Needs::proper:
      return found.proper;
    case Needs::apposed:
      return found.apposed;
    case Needs::capital_any:
      return words.is_capital(i) && (found.proper || found.lower > 0);
    case Needs::capital:
      return found.proper ? words.is_capital(i) : words.is_capital(i) && level;
  }
  return false;
}

}  // namespace

bool looks_adjective(std::string_view key) {
  if (key.size() < 5) return false;
  static constexpr std::string_view endings[] = {
      "al",   "ale",  "ales",  "aux",  "ique",  "iques",  "aire",  "aires",   "if",     "ifs",
      "ive",  "ives", "ien",   "iens", "ienne", "iennes", "el",    "els",     "elle",   "elles",
      "eux",  "euse", "euses", "ain",  "ains",  "aine",   "ais",   "aise",    "aises",  "ois",
      "oise", "able", "ables", "ible", "ibles", "ees",    "local", "publics", "public", "publique"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view end) { return key.ends_with(end); });
}

bool class_of_head(const Words& words, std::uint32_t begin, EntityClass& cls) {
  const std::string_view key = words.key(begin);
  if (key.starts_with("service") || key == "groupe" || key == "maison" || key == "maisons")
    return cls = organisation, true;
  if (key == "aide" || key == "allocation" || key == "pret" || key == "convention")
    return cls = programme, true;
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
    if (known.entry != nullptr && known.entry->cls == head->cls && known.end >= found.end)
      return {};
  }
  return {i, found.end, head->cls};
}

}  // namespace repere::corpus::names
