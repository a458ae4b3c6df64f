// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string_view>

#include "repere/corpus/analysis.h"

namespace repere::corpus {
namespace {

using namespace std::string_view_literals;

// Articles, pronouns, prepositions, conjunctions, the common forms of être and avoir, and the words
// that only ask. « été », « pas », « sans », « entre », « plus », « moins » are kept: they carry
// meaning in figures and names. Single letters are stop words only before an apostrophe.
constexpr auto words = std::to_array<std::string_view>(
    {"a"sv,        "afin"sv,     "ai"sv,       "ainsi"sv,  "alors"sv,      "as"sv,
     "au"sv,       "aucun"sv,    "aucune"sv,   "auquel"sv, "aura"sv,       "auraient"sv,
     "aurait"sv,   "aurez"sv,    "auront"sv,   "aussi"sv,  "aux"sv,        "auxquelles"sv,
     "auxquels"sv, "avaient"sv,  "avait"sv,    "avec"sv,   "avez"sv,       "avoir"sv,
     "avons"sv,    "ayant"sv,    "ca"sv,       "car"sv,    "ce"sv,         "ceci"sv,
     "cela"sv,     "celle"sv,    "celles"sv,   "celui"sv,  "ces"sv,        "cet"sv,
     "cette"sv,    "ceux"sv,     "chez"sv,     "ci"sv,     "combien"sv,    "comme"sv,
     "comment"sv,  "dans"sv,     "de"sv,       "des"sv,    "desquelles"sv, "desquels"sv,
     "donc"sv,     "dont"sv,     "du"sv,       "duquel"sv, "elle"sv,       "elles"sv,
     "en"sv,       "es"sv,       "est"sv,      "et"sv,     "etaient"sv,    "etait"sv,
     "etant"sv,    "etre"sv,     "eu"sv,       "eurent"sv, "eusse"sv,      "eussent"sv,
     "eut"sv,      "eux"sv,      "furent"sv,   "fus"sv,    "fusse"sv,      "fussent"sv,
     "fut"sv,      "il"sv,       "ils"sv,      "je"sv,     "jusqu"sv,      "jusque"sv,
     "la"sv,       "laquelle"sv, "le"sv,       "lequel"sv, "les"sv,        "lesquelles"sv,
     "lesquels"sv, "leur"sv,     "leurs"sv,    "lors"sv,   "lorsqu"sv,     "lorsque"sv,
     "lui"sv,      "ma"sv,       "mais"sv,     "me"sv,     "meme"sv,       "memes"sv,
     "mes"sv,      "moi"sv,      "mon"sv,      "ne"sv,     "ni"sv,         "nos"sv,
     "notre"sv,    "nous"sv,     "on"sv,       "ont"sv,    "ou"sv,         "par"sv,
     "parce"sv,    "pour"sv,     "pourquoi"sv, "puisqu"sv, "puisque"sv,    "qu"sv,
     "quand"sv,    "que"sv,      "quel"sv,     "quelle"sv, "quelles"sv,    "quelqu"sv,
     "quelque"sv,  "quelques"sv, "quels"sv,    "qui"sv,    "quoi"sv,       "quoiqu"sv,
     "quoique"sv,  "sa"sv,       "se"sv,       "sera"sv,   "seraient"sv,   "serais"sv,
     "serait"sv,   "serez"sv,    "seront"sv,   "ses"sv,    "si"sv,         "soi"sv,
     "soient"sv,   "sois"sv,     "soit"sv,     "son"sv,    "sont"sv,       "soyons"sv,
     "suis"sv,     "sur"sv,      "ta"sv,       "te"sv,     "tel"sv,        "telle"sv,
     "telles"sv,   "tels"sv,     "tes"sv,      "toi"sv,    "ton"sv,        "tu"sv,
     "un"sv,       "une"sv,      "vos"sv,      "votre"sv,  "vous"sv,       "y"sv});
static_assert(std::ranges::is_sorted(words));

}  // namespace

bool is_stop_word(std::string_view folded) { return std::ranges::binary_search(words, folded); }

}  // namespace repere::corpus
