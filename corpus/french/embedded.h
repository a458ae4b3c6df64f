// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

/// The tables that the library carries in itself (see cmake/Embed.cmake); static bytes.
namespace repere::corpus::embedded {

std::string_view lemmas();                ///< french/lemmas/lemmas.txt
std::string_view official_territories();  ///< territories/official.tsv
std::string_view used_names();            ///< territories/used_names.tsv

}  // namespace repere::corpus::embedded
