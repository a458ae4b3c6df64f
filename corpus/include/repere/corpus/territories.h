// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace repere::corpus {

/// A place of the official geography. Codes: "FR", "REG-32", "DEP-60", "ARR-601", "EPCI-200067999"
/// (SIREN), "COM-60057"; former régions "AREG-22" (Picardie), académies "ACA-…", and the areas
/// people name « le Calaisis », « bassin minier » as "ZON-…".
struct Territory {
  std::string_view code;
  std::string_view name;    ///< « Oise »
  std::string_view parent;  ///< the code just above in the tree; empty for "FR"
};

/// The territory of a code, or nullptr. Static data; safe from any thread.
const Territory* territory_by_code(std::string_view code);

/// Territories that bear this name (any case, accents, hyphens; with or without its article), the
/// widest first, those named only by what follows « arrondissement de », « communauté de communes
/// de » after the others; postcodes of five digits too, and « département de l'Oise ».
/// within: those under this code come first.
std::vector<const Territory*> territories_by_name(std::string_view name,
                                                  std::string_view within = {});

/// The code itself, then all that it lies in, narrowest first: arrondissement, EPCI, zones,
/// département, académie, former région, région, "FR". Empty for an unknown code. A filter by any
/// of these holds it.
std::vector<std::string_view> territory_ancestors(std::string_view code);

/// A code or an official name made a code; empty when unknown.
std::string resolve_territory(std::string_view code_or_name);

}  // namespace repere::corpus
