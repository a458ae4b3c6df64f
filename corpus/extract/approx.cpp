// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>

#include "extract/counted.h"
#include "extract/drafts.h"

namespace repere::corpus {
namespace {

struct Phrase {
  std::string_view printed;
  std::vector<std::string_view> words;
};

/// Longest first: « pas moins de » before « moins de ».
const std::vector<Phrase>& phrases_before() {
  static const std::vector<Phrase> phrases = {
      {"de l'ordre de", {"de", "l", "'", "ordre", "de"}},
      {"à peu près", {"a", "peu", "pres"}},
      {"pas moins de", {"pas", "moins", "de"}},
      {"pas moins de", {"pas", "moins", "d", "'"}},
      {"un peu plus de", {"un", "peu", "plus", "de"}},
      {"un peu moins de", {"un", "peu", "moins", "de"}},
      {"jusqu'à", {"jusqu", "'", "a"}},
      {"jusqu'à", {"jusqu", "'", "au"}},
      {"jusqu'à", {"jusqu", "'", "aux"}},
      {"près de", {"pres", "de"}},
      {"près de", {"pres", "d", "'"}},
      {"près de", {"pres", "des"}},
      {"plus de", {"plus", "de"}},
      {"plus de", {"plus", "des"}},
      {"plus de", {"plus", "d", "'"}},
      {"moins de", {"moins", "de"}},
      {"moins de", {"moins", "d", "'"}},
      {"au moins", {"au", "moins"}},
      {"au plus", {"au", "plus"}},
      {"au maximum", {"au", "maximum"}},
      {"au minimum", {"au", "minimum"}},
      {"autour de", {"autour", "de"}},
      {"aux alentours de", {"aux", "alentours", "de"}},
      {"supérieur à", {"superieur", "a"}},
      {"supérieur à", {"superieure", "a"}},
      {"supérieur à", {"superieurs", "a"}},
      {"supérieur à", {"superieures", "a"}},
      {"inférieur à", {"inferieur", "a"}},
      {"inférieur à", {"inferieure", "a"}},
      {"inférieur à", {"inferieurs", "a"}},
      {"inférieur à", {"inferieures", "a"}},
      {"environ", {"environ"}},
      {"environ", {"environ", "d", "'"}},
      {"quelque", {"quelque"}},
      {"quelque", {"quelques"}},
      {"presque", {"presque"}},
      {"approximativement", {"approximativement"}},
  };
  return phrases;
}

const std::vector<Phrase>& phrases_after() {
  static const std::vector<Phrase> phrases = {
      {"environ", {"environ"}},          {"au moins", {"au", "moins"}},
      {"au maximum", {"au", "maximum"}}, {"au minimum", {"au", "minimum"}},
      {"au moins", {"ou", "plus"}},      {"au moins", {"et", "plus"}},
      {"minimum", {"minimum"}},          {"maximum", {"maximum"}},
  };
  return phrases;
}

}  // namespace

std::string approximator(const Scan& scan, std::uint32_t first, std::uint32_t last, bool amount) {
  for (const Phrase& phrase : phrases_before()) {
    if (!scan.preceded_by(first, phrase.words)) continue;
    const auto start = first - static_cast<std::uint32_t>(phrase.words.size());
    const bool quantity_before =
        phrase.printed == "plus de" && start > 0 && scan.folded_is(start - 1, "en");
    const bool topic = phrase.printed == "autour de" && !amount;  // « autour de trois axes »
    if (!quantity_before && !topic) return std::string(phrase.printed);
  }
  for (const Phrase& phrase : phrases_after())
    if (scan.near(last) && scan.matches(last, phrase.words)) {
      const auto end = last + static_cast<std::uint32_t>(phrase.words.size());
      const bool of_next = scan.numeral_at(end) >= 0;  // « 12 communes, environ 30 agents »
      if (!of_next) return std::string(phrase.printed);
    }
  return {};
}

namespace {

/// +1 and -1 for the words that say which way a share moves, else 0.
int direction(const Scan& scan, std::uint32_t at) {
  if (scan.folded_in(
          at, {"augmentation", "hausse", "progression", "croissance", "augmente", "augmentent",
               "progresse", "progressent", "progresse", "accroissement", "hausses"}))
    return 1;
  if (scan.folded_in(
          at, {"baisse", "diminution", "recul", "reduction", "diminue", "diminuent", "recule",
               "reculent", "baisses", "chute", "repli", "reduit", "reduire", "baissent"}))
    return -1;
  return 0;
}

}  // namespace

void read_change(const Scan& scan, std::uint32_t begin, std::uint32_t end, Draft& draft) {
  if (draft.kind != FigureKind::percent && draft.unit != "points") return;
  int sign = 0;
  for (std::uint32_t at = draft.first, steps = 0; at > begin && steps < 6 && sign == 0;
       --at, ++steps) {
    if (scan.is(at - 1, ",") || scan.is(at - 1, ";") || scan.is(at - 1, ".")) break;
    sign = direction(scan, at - 1);
  }
  const bool printed_sign =
      scan.is(draft.number, "+") || scan.is(draft.number, "-") || scan.is(draft.number, "−");
  if (sign == 0 && !printed_sign) return;
  draft.change = sign == 0 ? draft.value : sign * std::fabs(draft.value);
  std::uint32_t at = draft.last;
  const bool based = scan.matches(at, {"par", "rapport"}) || scan.matches(at, {"depuis"}) ||
                     scan.matches(at, {"sur", "un", "an"}) ||
                     scan.matches(at, {"en", "un", "an"}) || scan.matches(at, {"contre"});
  if (!based) return;
  const std::uint32_t from = at;
  while (at < end && at < from + 10 && !scan.is(at, ",") && !scan.is(at, ".") &&
         !scan.is(at, ";") && !scan.is(at, ")"))
    ++at;
  draft.base = phrase(scan, from, at);
}

}  // namespace repere::corpus
