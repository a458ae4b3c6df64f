// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

/// The tables that the library carries in itself (see cmake/Embed.cmake); static bytes.
namespace repere::corpus::embedded {

std::string_view lemmas();                ///< french/lemmas/lemmas.txt
std::string_view families();              ///< french/lemmas/families.txt
std::string_view families_by_hand();      ///< french/families_by_hand.txt
std::string_view thesaurus();             ///< french/thesaurus.tsv
std::string_view official_territories();  ///< territories/official.tsv
std::string_view used_names();            ///< territories/used_names.tsv
std::string_view state_bodies();          ///< french/names/state_bodies.tsv
std::string_view programmes();            ///< french/names/programmes.tsv
std::string_view named_things();          ///< french/names/named_things.tsv
std::string_view world_places();          ///< french/names/world_places.tsv
std::string_view given_names();           ///< french/names/given_names.txt
std::string_view common_words();          ///< french/names/common_words.txt

}  // namespace repere::corpus::embedded
