// SPDX-License-Identifier: GPL-2.0-or-later
// Lost ligatures (« acvités »), glued words (« d'activitédes »), and the hyphen at a line's end.
#include <algorithm>
#include <array>

#include "characters.h"
#include "line_repair.h"
#include "repere/corpus/territories.h"
#include "rewriter.h"

namespace repere::corpus {
namespace {

constexpr std::size_t longest_word = 80;  ///< bytes; longer ones are left as they are

/// The one word that a lost ligature makes of an unknown one; empty when none or several do.
std::string restore_ligature(std::string_view word, const Lexicon& lexicon) {
  static constexpr std::array<std::string_view, 7> lost = {"ti",  "fi", "fl", "ff",
                                                           "ffi", "tt", "tti"};
  std::string found;
  for (const std::string_view letters : lost) {
    for (std::size_t at = 0; at <= word.size();
         at += at < word.size() ? decode(word, at).size : 1) {
      std::string whole(word.substr(0, at));
      whole += letters;
      whole += word.substr(at);
      if (whole == found || !lexicon.has(whole)) continue;
      if (!found.empty()) return {};
      found = whole;
    }
  }
  return found;
}

/// Where two glued words part; 0 when there is no one such place. One of them is a function word.
std::size_t glued_at(std::string_view word, const RepairContext& context) {
  static constexpr std::array<std::string_view, 18> tails = {
      "des", "les",  "par", "pour", "dans", "sur", "aux", "avec", "une",
      "est", "sont", "ont", "qui",  "que",  "de",  "du",  "la",   "et"};
  std::size_t found = 0;
  for (const std::string_view tail : tails) {
    if (word.size() < tail.size() + 5 || !word.ends_with(tail)) continue;
    const auto at = word.size() - tail.size();
    const auto head = word.substr(0, at);
    if (!context.lexicon.has(head)) continue;
    // « enfumades »: a past tense is no word that a report glues.
    if (head.ends_with("a") && context.vocabulary.count(head) == 0) continue;
    if (found != 0) return 0;
    found = at;
  }
  return found;
}

bool all_lower(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const Codepoint code = decode(word, at);
    if (!is_lower(code.value)) return false;
    at += code.size;
  }
  return true;
}

/// Letters after the last space, apostrophe or bracket.
std::string_view last_word(std::string_view line) {
  std::size_t begin = line.size();
  while (begin > 0 && line.size() - begin < longest_word) {
    const Codepoint code = decode_before(line, begin);
    if (!is_letter(code.value) && code.value != '-' && !is_digit(code.value)) break;
    begin -= code.size;
  }
  return line.substr(begin);
}

std::string_view first_word(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && end < longest_word) {
    const Codepoint code = decode(line, end);
    if (!is_letter(code.value) && code.value != '-') break;
    end += code.size;
  }
  return line.substr(0, end);
}

bool is_compound_prefix(std::string_view word) {
  static constexpr std::string_view prefixes[] = {
      "sous",    "vice",  "ex",    "non",  "semi", "demi",  "avant", "après", "quasi",  "franco",
      "arrière", "outre", "au",    "ci",   "là",   "celui", "celle", "ceux",  "celles", "lui",
      "eux",     "elle",  "elles", "nous", "vous", "soi",   "elle",  "grand", "haut",   "bas"};
  const std::string lower = lower_case(word);
  return std::find(std::begin(prefixes), std::end(prefixes), lower) != std::end(prefixes);
}

}  // namespace

MappedText repair_words(const MappedText& line, const RepairContext& context, bool inside_word) {
  if (!context.lexicon.available()) return line;
  const std::string_view text = line.text();
  Rewriter out(line);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size()) {
      const Codepoint code = decode(text, end);
      if (!is_letter(code.value)) break;
      end += code.size;
    }
    if (end == at) {
      at += decode(text, at).size;
      continue;
    }
    const auto word = text.substr(at, end - at);
    // Part of a compound, of a line-end cut, of an address: not a word of its own.
    const bool alone =
        (at == 0 || std::string_view("-@./_").find(text[at - 1]) == std::string_view::npos) &&
        (end == text.size() || std::string_view("-@/_").find(text[end]) == std::string_view::npos);
    if (alone && !(inside_word && at == 0) && word.size() >= 6 && word.size() <= longest_word &&
        all_lower(word) && !context.knows(word)) {
      if (const auto whole = restore_ligature(word, context.lexicon); !whole.empty()) {
        out.replace(at, end, whole);
      } else if (const auto cut = glued_at(word, context); cut != 0) {
        out.replace(at + cut, at + cut, " ");
      }
    }
    at = end;
  }
  return out.finish();
}

HyphenJoin judge_hyphen(std::string_view before, std::string_view after,
                        const RepairContext& context) {
  const auto left = last_word(before), right = first_word(after);
  if (left.empty() || right.empty()) return HyphenJoin::keep;
  if (is_upper(decode(right, 0).value)) {
    // « COM-\nMUNES » is one word, « Nord-\nPas » two.
    const bool shouting = left.size() > 1 && is_upper(decode_before(left, left.size()).value);
    return shouting && context.lexicon.has(std::string(left) + std::string(right))
               ? HyphenJoin::drop
               : HyphenJoin::keep;
  }
  const std::string joined = std::string(left) + std::string(right);
  const std::string kept = std::string(left) + "-" + std::string(right);
  const int printed_kept = context.vocabulary.count(kept);
  const int printed_joined = context.vocabulary.count(joined);
  if (printed_kept != printed_joined)
    return printed_kept > printed_joined ? HyphenJoin::keep : HyphenJoin::drop;
  if (context.lexicon.has(joined)) return HyphenJoin::drop;
  if (context.lexicon.has(kept) || is_digit(decode_before(left, left.size()).value))
    return HyphenJoin::keep;
  if (!territories_by_name(kept).empty()) return HyphenJoin::keep;
  // The tail of a longer compound: « Seine-Saint-\nDenis », « socio-\néconomique ».
  const auto head =
      left.substr(left.rfind('-') == std::string_view::npos ? 0 : left.rfind('-') + 1);
  const auto tail = right.substr(0, right.find('-'));
  if (context.knows(std::string(head) + std::string(tail))) return HyphenJoin::drop;
  if (is_compound_prefix(head)) return HyphenJoin::keep;
  if (!context.lexicon.available()) return HyphenJoin::drop;
  const bool words = context.lexicon.has(head) && context.lexicon.has(tail) && width_of(tail) > 2;
  const bool inside_name =
      is_upper(decode(left, 0).value) &&
      (right.starts_with("de-") || right.starts_with("sur-") || right.starts_with("en-") ||
       right.starts_with("sous-") || right.starts_with("la-") || right.starts_with("le-") ||
       right.starts_with("lès-"));
  return words || inside_name ? HyphenJoin::keep : HyphenJoin::drop;
}

}  // namespace repere::corpus
