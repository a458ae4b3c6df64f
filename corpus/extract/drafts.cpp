// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/drafts.h"

#include <algorithm>
#include <cmath>

#include "extract/calendar.h"
#include "extract/counted.h"
#include "extract/units.h"

namespace repere::corpus {
namespace {

/// Reads one numeral into a draft: its unit, or what it counts, or pending.
class DraftReader {
 public:
  explicit DraftReader(const Scan& scan) : scan_(scan) {}

  std::optional<Draft> read(const french::Numeral& numeral) const {
    if (numeral.ordinal || is_reference(scan_, numeral)) return std::nullopt;
    Draft draft;
    draft.first = draft.number = numeral.first;
    draft.last = numeral.last;
    draft.value = numeral.value;
    draft.spelled = numeral.spelled;
    draft.fractional = numeral.decimals > 0 || numeral.signed_value;
    if (numeral.bare_one)
      return one_of_some(numeral, draft) ? std::optional(draft) : lone_point(numeral, draft);
    if (numeral.fraction && numeral.value < 1) return share(numeral, draft);
    const bool glued_word = scan_.glued(numeral.last) && scan_.is_word(numeral.last);
    const bool done = money_before(draft) || unit_after(numeral, draft) ||
                      of_scaled(numeral, draft) || counted(numeral, draft) || of_these(draft);
    if (!done && glued_word) return std::nullopt;  // « 3D », « 14h »
    draft.pending = !done;
    if (numeral.collective && numeral.value != 1000) draft.approx = "environ";
    return draft;
  }

 private:
  /// « perd un point »: the only unit whose « un » is a quantity.
  std::optional<Draft> lone_point(const french::Numeral& numeral, Draft& draft) const {
    const auto unit = unit_at(scan_, numeral.last, numeral);
    if (!unit || unit->name != "points") return std::nullopt;
    const bool of_share = unit->last > numeral.last + 1;
    const bool moved =
        numeral.first > 0 &&
        scan_.folded_in(numeral.first - 1, {"perd", "perdra", "gagne", "gagnera", "recule",
                                            "progresse", "perdent", "gagnent", "d"});
    if (!of_share && !moved) return std::nullopt;
    take(draft, *unit);
    return draft;
  }

  /// « une femme sur trois »: the joiner takes the whole.
  bool one_of_some(const french::Numeral& numeral, Draft& draft) const {
    const std::uint32_t noun = numeral.last;
    const int whole = scan_.numeral_at(noun + 2);
    if (!scan_.is_word(noun) || !scan_.folded_is(noun + 1, "sur") || whole < 0) return false;
    const auto& other = scan_.numeral(whole);
    if (other.bare_one || other.ordinal || other.value < 2 || other.value > 1000) return false;
    if (is_grammatical(scan_.folded(noun)) || unit_at(scan_, other.last, other)) return false;
    draft.unit = scan_.slice(noun);
    draft.last = noun + 1;
    return true;
  }

  /// « un tiers des dossiers »: a share, in percent.
  std::optional<Draft> share(const french::Numeral& numeral, Draft& draft) const {
    const bool of_whole =
        scan_.folded_in(numeral.last, {"de", "des", "du", "d", "sont", "est", "ont"});
    const auto unit = unit_at(scan_, numeral.last, numeral);
    if (!of_whole || (unit && unit->kind == FigureKind::duration)) return std::nullopt;
    draft.value = std::round(numeral.value * 1e6) / 1e4;
    draft.unit = "%";
    draft.kind = FigureKind::percent;
    return draft;
  }

  void take(Draft& draft, const Unit& unit) const {
    draft.unit = unit.name;
    draft.kind = unit.kind;
    draft.last = unit.last;
    if (unit.factor != 1) draft.value = std::round(draft.value * unit.factor * 1e9) / 1e9;
  }

  bool money_before(Draft& draft) const {
    std::uint32_t begin = draft.first;
    const auto unit = unit_before(scan_, draft.first, begin);
    if (!unit) return false;
    draft.first = begin;
    draft.unit = unit->name;
    draft.kind = unit->kind;
    return true;
  }

  bool unit_after(const french::Numeral& numeral, Draft& draft) const {
    std::uint32_t at = numeral.last;
    if (scan_.folded_in(
            at, {"premiers", "premieres", "derniers", "dernieres", "prochains", "prochaines"}))
      ++at;  // « les trois premiers mois »
    const auto unit = unit_at(scan_, at, numeral);
    if (!unit) return false;
    take(draft, *unit);
    if (draft.kind == FigureKind::duration && scan_.matches(draft.last - 2, {"et", "demi"}))
      draft.value += 0.5;
    return true;
  }

  /// « 4,5 M de visiteurs », « 51 M de dépenses », « 300 M », « une trentaine de partenaires ».
  bool of_scaled(const french::Numeral& numeral, Draft& draft) const {
    if (!numeral.scaled && !numeral.collective) return false;
    std::uint32_t at = numeral.last;
    const bool linked =
        scan_.folded_is(at, "de") || (scan_.folded_is(at, "d") && scan_.is_apostrophe(at + 1));
    const std::uint32_t noun = !linked ? at : scan_.folded_is(at, "de") ? at + 1 : at + 2;
    if (linked) {
      if (!numeral.collective && is_money_noun(scan_.folded(noun))) return euros(draft);
      if (count_from(noun, numeral, draft)) return true;
    }
    if (!linked && !numeral.abbreviated && !numeral.collective && amount_before(numeral.first))
      return euros(draft);  // « un budget de 600 millions »
    const bool direct = !linked && counted_at(scan_, at, numeral).has_value();
    return numeral.abbreviated && !direct && euros(draft);
  }

  bool amount_before(std::uint32_t first) const {
    for (std::uint32_t at = first, steps = 0; at > 0 && steps < 6; --at, ++steps) {
      if (scan_.is_symbol(at - 1) && !scan_.is_apostrophe(at - 1)) return false;
      if (is_money_noun(scan_.folded(at - 1)) ||
          scan_.folded_in(at - 1, {"montant", "enveloppe", "somme", "montants", "facture"}))
        return true;
    }
    return false;
  }

  bool euros(Draft& draft) const {
    draft.unit = "EUR";
    draft.kind = FigureKind::money;
    return true;
  }

  bool count_from(std::uint32_t noun, const french::Numeral& numeral, Draft& draft) const {
    const auto found = counted_at(scan_, noun, numeral);
    if (!found) return false;
    draft.unit = phrase(scan_, found->first, found->last);
    draft.kind = FigureKind::count;
    draft.last = found->last;
    return true;
  }

  bool counted(const french::Numeral& numeral, Draft& draft) const {
    return count_from(numeral.last, numeral, draft);
  }

  /// « trois de ces contrats »
  bool of_these(Draft& draft) const {
    if (!scan_.folded_is(draft.last, "de") ||
        !scan_.folded_in(draft.last + 1, {"ces", "ses", "leurs", "nos"}))
      return false;
    const std::uint32_t noun = draft.last + 2;
    if (!scan_.is_word(noun)) return false;
    draft.unit = phrase(scan_, noun, noun + 1);
    draft.last = noun + 1;
    return true;
  }

  const Scan& scan_;
};

/// Joins the drafts of a block: ranges, shared units, elliptic numbers, « X sur Y ».
class DraftJoiner {
 public:
  DraftJoiner(const Scan& scan, std::uint32_t begin, std::uint32_t end, std::vector<Draft>& drafts)
      : scan_(scan), begin_(begin), end_(end), drafts_(drafts) {}

  void join() {
    std::vector<Draft> joined;
    joined.reserve(drafts_.size());
    for (Draft& draft : drafts_)
      if (joined.empty() || !(make_range(joined.back(), draft) || make_share(joined.back(), draft)))
        joined.push_back(std::move(draft));
    drafts_ = std::move(joined);
    for (std::size_t i = drafts_.size(); i-- > 1;) share_ahead(drafts_[i - 1], drafts_[i]);
    for (std::size_t i = 0; i < drafts_.size(); ++i) resolve_pending(i);
    mark_respective_lists();
    std::erase_if(drafts_, [](const Draft& draft) { return draft.pending; });
  }

 private:
  bool link_is(const Draft& a, const Draft& b,
               std::initializer_list<std::string_view> words) const {
    return b.first == a.last + 1 && scan_.near(a.last) && scan_.near(b.first) &&
           scan_.folded_in(a.last, words);
  }

  /// « entre 3 et 5 M€ », « de 16 à 25 ans », « 18 à 25 ans », « 16-25 ans ».
  bool make_range(Draft& a, const Draft& b) const {
    if (b.pending || a.high || b.high) return false;
    const bool same_unit = a.pending || a.unit == b.unit;
    if (!same_unit || a.unit.find_first_of("\n") != std::string::npos) return false;
    const bool between =
        link_is(a, b, {"et"}) && a.first > begin_ && scan_.folded_is(a.first - 1, "entre");
    const bool from = link_is(a, b, {"a"}) &&
                      (a.pending || (a.first > begin_ && scan_.folded_is(a.first - 1, "de")));
    const bool either = a.pending && link_is(a, b, {"ou"});
    const bool dash = a.pending && b.first == a.last + 1 && scan_.is_dash(a.last) && !b.fractional;
    const bool dash_as_sign = a.pending && b.first == a.last && scan_.is_dash(b.number);
    if (!between && !from && !either && !dash && !dash_as_sign) return false;
    const double high = dash_as_sign ? std::fabs(b.value) : b.value;
    double low = a.value;
    if (a.pending && b.value >= 1e3 && low < high / 1e3) low *= scale_of(b);  // « 3 à 5 M€ »
    a.low = std::min(low, high);
    a.high = std::max(low, high);
    a.value = *a.low;
    a.unit = b.unit;
    a.kind = FigureKind::range;
    a.last = b.last;
    a.pending = false;
    return true;
  }

  /// Millions, thousands… printed once, at the upper end.
  double scale_of(const Draft& draft) const {
    const int index = scan_.numeral_at(draft.number);
    if (index < 0 || !scan_.numeral(index).scaled) return 1;
    double scale = 1;
    while (scale * 1000 <= std::fabs(draft.value)) scale *= 1000;
    return scale;
  }

  /// « 10 familles sur 87 »: the second number is the whole.
  bool make_share(Draft& a, const Draft& b) const {
    if (a.pending && !b.pending && b.kind != FigureKind::count) return false;
    if (a.kind != FigureKind::count || !link_is(a, b, {"sur"})) return false;
    const bool adjective = !b.pending && b.last == b.number + 2 && ends_like_adjective(b.last - 1);
    const bool same_head = !b.pending && a.unit.substr(0, 4) == b.unit.substr(0, 4);
    if (!b.pending && !adjective && !same_head && !a.pending) return false;
    if (b.value < a.value) return false;
    if (a.pending) a.unit = b.unit;
    a.of = b.value;
    a.last = b.last;
    a.pending = a.pending && b.pending;
    return true;
  }

  bool ends_like_adjective(std::uint32_t at) const {
    const std::string_view word = scan_.folded(at);
    for (const std::string_view end :
         {"antes", "ants", "ees", "es", "us", "ues", "is", "aux", "ales"})
      if (word.size() > end.size() + 2 && word.substr(word.size() - end.size()) == end)
        return word.substr(word.size() - 4) != "unes";
    return false;
  }

  /// « 12, 10, 10, 6 et 6 % »: a bare number before one with a unit.
  void share_ahead(Draft& a, const Draft& b) const {
    if (!a.pending || b.pending || b.kind == FigureKind::range) return;
    if (!listed(a, b)) return;
    a.unit = b.unit;
    a.kind = b.kind;
    a.pending = false;
  }

  bool listed(const Draft& a, const Draft& b) const {
    return b.first == a.last + 1 && scan_.near(b.first) &&
           (scan_.is(a.last, ",") || scan_.folded_in(a.last, {"et", "ou", "puis"}));
  }

  void mark_respective_lists() {
    for (std::size_t first = 0; first < drafts_.size();) {
      std::size_t end = first + 1;
      while (end < drafts_.size() && listed(drafts_[end - 1], drafts_[end])) ++end;
      const bool said = end > first + 1 && scan_.folded_is(drafts_[end - 1].last, "respectivement");
      for (std::size_t i = first; said && i < end; ++i) {
        drafts_[i].list_rank = static_cast<std::uint32_t>(i - first);
        drafts_[i].list_size = static_cast<std::uint32_t>(end - first);
        drafts_[i].list_first = drafts_[first].first;
      }
      first = end;
    }
  }

  void resolve_pending(std::size_t i) {
    Draft& draft = drafts_[i];
    if (!draft.pending || looks_like_list_mark(draft)) return;
    const bool in_brackets =
        draft.first > begin_ && scan_.is(draft.first - 1, "(") && scan_.is(draft.last, ")");
    if (in_brackets) {
      if (draft.value < 3 || draft.fractional) return;
      if (const auto noun = counted_before(scan_, draft.first - 1)) {
        draft.unit = phrase(scan_, noun->first, noun->last);
        draft.pending = false;
      }
      return;
    }
    if (i == 0) return;
    const Draft& before = drafts_[i - 1];
    if (before.pending || before.kind == FigureKind::range || sentence_ends_between(before, draft))
      return;
    if (!follows_like_an_ellipsis(draft)) return;
    if (draft.fractional && before.kind == FigureKind::count) return;
    draft.unit = before.unit;
    draft.kind = before.kind;
    draft.pending = false;
  }

  bool looks_like_list_mark(const Draft& draft) const {
    return scan_.is(draft.last, ")") && !(draft.first > begin_ && scan_.is(draft.first - 1, "("))
               ? draft.first == begin_
               : false;
  }

  bool sentence_ends_between(const Draft& a, const Draft& b) const {
    for (std::uint32_t at = a.last; at < b.first; ++at)
      if ((scan_.is(at, ".") || scan_.is(at, ";")) && !scan_.glued(at + 1)) return true;
    return false;
  }

  bool follows_like_an_ellipsis(const Draft& draft) const {
    const std::uint32_t before = draft.first - 1;
    const bool opens =
        scan_.folded_in(before, {"dont", "et", "contre", "puis", "aux", "ou", "soit", "mais"}) ||
        scan_.is(before, ":") || scan_.is(before, ",") || scan_.is(before, "(") ||
        scan_.folded_in(before, {"a", "de"}) || approximated(draft);
    if (!opens) return false;
    if (draft.last >= end_ || !scan_.is_word(draft.last))
      return scan_.folded_in(before, {"dont", "contre", "et"});
    return scan_.folded_in(
               draft.last,
               {"dans", "pour",     "au",   "aux",        "a",    "en",    "sur",  "par", "chez",
                "d",    "sont",     "ont",  "concernent", "avec", "du",    "des",  "et",  "seront",
                "lors", "relevent", "hors", "chez",       "via",  "apres", "avant"}) ||
           accented_participle(draft.last);
  }

  bool approximated(const Draft& draft) const {
    return !approximator(scan_, draft.first, draft.last, false).empty();
  }

  bool accented_participle(std::uint32_t at) const {
    const std::string_view word = scan_.slice(at);
    for (const std::string_view end : {"és", "ées"})
      if (word.size() > end.size() && word.substr(word.size() - end.size()) == end) return true;
    return false;
  }

  const Scan& scan_;
  std::uint32_t begin_, end_;
  std::vector<Draft>& drafts_;
};

}  // namespace

std::vector<Draft> draft_figures(const Scan& scan, std::uint32_t begin, std::uint32_t end,
                                 const std::vector<bool>& taken) {
  std::vector<Draft> drafts;
  const DraftReader reader(scan);
  for (std::uint32_t at = begin; at < end;) {
    const int index = scan.numeral_at(at);
    if (index < 0) {
      ++at;
      continue;
    }
    const auto& numeral = scan.numeral(index);
    at = numeral.last;
    if (taken[numeral.first] || numeral.last > end) continue;
    auto draft = reader.read(numeral);
    if (!draft || draft->last > end) continue;
    at = std::max(at, draft->last);
    drafts.push_back(std::move(*draft));
  }
  DraftJoiner(scan, begin, end, drafts).join();
  for (Draft& draft : drafts) {
    const bool amount = draft.kind != FigureKind::count;
    const std::string approx = approximator(scan, draft.first, draft.last, amount);
    if (!approx.empty()) draft.approx = approx;
    read_change(scan, begin, end, draft);
  }
  return drafts;
}

}  // namespace repere::corpus
