// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/name_head_table.h"

#include <vector>

namespace repere::corpus::names {
namespace {

using enum EntityClass;

constexpr Head heads[] = {
    {"ministere", organisation, Needs::any, 3},
    {"direction", organisation, Needs::level, 3},
    {"delegation", organisation, Needs::level, 3},
    {"conseil", organisation, Needs::level, 2},
    {"comite", organisation, Needs::level, 3},
    {"commission", organisation, Needs::level, 3},
    {"commissariat", organisation, Needs::any, 3},
    {"observatoire", organisation, Needs::any, 3},
    {"agence", organisation, Needs::level, 3},
    {"office", organisation, Needs::level, 3},
    {"institut", organisation, Needs::level, 3},
    {"chambre", organisation, Needs::level, 3},
    {"federation", organisation, Needs::level, 3},
    {"confederation", organisation, Needs::level, 3},
    {"universite", organisation, Needs::proper, 2},
    {"ecole", organisation, Needs::level, 2},
    {"tribunal", organisation, Needs::proper, 3},
    {"cour", organisation, Needs::proper, 2},
    {"prefecture", organisation, Needs::proper, 1},
    {"rectorat", organisation, Needs::proper, 0},
    {"mairie", organisation, Needs::proper, 0},
    {"syndicat", organisation, Needs::level, 3},
    {"union", organisation, Needs::level, 3},
    {"caisse", organisation, Needs::level, 3},
    {"inspection", organisation, Needs::level, 2},
    {"mission", organisation, Needs::level, 2},
    {"secretariat", organisation, Needs::level, 3},
    {"etablissement", organisation, Needs::proper, 2},
    {"fondation", organisation, Needs::proper, 2},
    {"association", organisation, Needs::proper, 2},
    {"societe", organisation, Needs::apposed, 0},
    {"entreprise", organisation, Needs::apposed, 0},
    {"groupe", organisation, Needs::apposed, 0},
    {"banque", organisation, Needs::proper, 1},
    {"compagnie", organisation, Needs::proper, 1},
    {"club", organisation, Needs::apposed, 1},
    {"parti", organisation, Needs::capital, 1},
    {"laboratoire", organisation, Needs::apposed, 1},
    {"groupement", organisation, Needs::level, 3},
    {"metropole", organisation, Needs::capital, 1},
    {"communaute", organisation, Needs::proper, 3},
    {"agglomeration", organisation, Needs::apposed, 0},
    {"centre", organisation, Needs::level, 3},
    {"pole", organisation, Needs::apposed, 1},
    {"cluster", organisation, Needs::apposed, 0},
    {"reseau", organisation, Needs::capital, 2},
    {"brigade", organisation, Needs::level, 3},
    {"haut", organisation, Needs::capital, 3},
    {"parc", organisation, Needs::level, 3},
    {"unite", organisation, Needs::level, 2},
    {"commissaire", organisation, Needs::capital_any, 5},
    {"journal", organisation, Needs::apposed, 1},
    {"plan", programme, Needs::level, 3},
    {"programme", programme, Needs::level, 3},
    {"contrat", programme, Needs::level, 3},
    {"fonds", programme, Needs::level, 3},
    {"schema", programme, Needs::level, 3},
    {"dispositif", programme, Needs::apposed, 2},
    {"initiative", programme, Needs::capital, 3},
    {"dotation", programme, Needs::capital, 3},
    {"strategie", programme, Needs::level, 3},
    {"pacte", programme, Needs::level, 3},
    {"operation", programme, Needs::apposed, 2},
    {"label", programme, Needs::apposed, 2},
    {"charte", programme, Needs::level, 3},
    {"projet", programme, Needs::apposed, 2},
    {"appel", programme, Needs::apposed, 0},
    {"accelerateur", programme, Needs::apposed, 1},
    {"labellisation", programme, Needs::apposed, 1},
    {"demarche", programme, Needs::apposed, 1},
    {"forum", event, Needs::capital, 3},
    {"salon", event, Needs::proper, 2},
    {"festival", event, Needs::proper, 2},
    {"rencontre", event, Needs::level, 3},
    {"championnat", event, Needs::any, 2},
    {"semaine", event, Needs::level, 3},
    {"journee", event, Needs::level, 3},
    {"assises", event, Needs::level, 3},
    {"sommet", event, Needs::proper, 1},
    {"bataille", event, Needs::proper, 1},
    {"guerre", event, Needs::proper, 1},
    {"congres", event, Needs::proper, 1},
    {"exposition", event, Needs::apposed, 0},
    {"tournoi", event, Needs::proper, 1},
    {"coupe", event, Needs::proper, 1},
    {"siege", event, Needs::apposed, 0},
    {"stade", infrastructure, Needs::proper, 0},
    {"gare", infrastructure, Needs::proper, 0},
    {"aeroport", infrastructure, Needs::proper, 1},
    {"aerodrome", infrastructure, Needs::proper, 0},
    {"port", infrastructure, Needs::proper, 1},
    {"canal", infrastructure, Needs::proper, 0},
    {"pont", infrastructure, Needs::proper, 0},
    {"viaduc", infrastructure, Needs::proper, 0},
    {"tunnel", infrastructure, Needs::proper, 0},
    {"centrale", infrastructure, Needs::proper, 1},
    {"zac", infrastructure, Needs::proper, 0},
    {"musee", infrastructure, Needs::proper, 2},
    {"palais", infrastructure, Needs::capital, 1},
    {"hopital", infrastructure, Needs::proper, 0},
    {"lycee", infrastructure, Needs::proper, 1},
    {"college", infrastructure, Needs::apposed, 0},
    {"theatre", infrastructure, Needs::proper, 1},
    {"chateau", infrastructure, Needs::proper, 0},
    {"cathedrale", infrastructure, Needs::proper, 0},
    {"eglise", infrastructure, Needs::proper, 0},
    {"basilique", infrastructure, Needs::proper, 0},
    {"abbaye", infrastructure, Needs::proper, 0},
    {"barrage", infrastructure, Needs::proper, 0},
    {"liaison", infrastructure, Needs::apposed, 0},
    {"ligne", infrastructure, Needs::apposed, 1},
    {"echangeur", infrastructure, Needs::proper, 1},
    {"prison", infrastructure, Needs::proper, 0},
    {"caserne", infrastructure, Needs::apposed, 0},
    {"tour", infrastructure, Needs::apposed, 0},
    {"bateau", infrastructure, Needs::apposed, 0},
    {"navire", infrastructure, Needs::apposed, 0},
    {"rue", infrastructure, Needs::proper, 0},
    {"avenue", infrastructure, Needs::proper, 0},
    {"boulevard", infrastructure, Needs::proper, 0},
    {"place", infrastructure, Needs::apposed, 0},
    {"quai", infrastructure, Needs::proper, 0},
    {"residence", infrastructure, Needs::apposed, 0},
    {"mediatheque", infrastructure, Needs::proper, 0},
    {"bibliotheque", infrastructure, Needs::proper, 1},
    {"gymnase", infrastructure, Needs::apposed, 0},
    {"autoroute", infrastructure, Needs::apposed, 0},
    {"rocade", infrastructure, Needs::proper, 0},
    {"foret", place, Needs::proper, 0},
    {"lac", place, Needs::proper, 0},
    {"mont", place, Needs::apposed, 0},
    {"massif", place, Needs::proper, 0},
    {"ile", place, Needs::proper, 0},
    {"mer", place, Needs::proper, 0},
    {"detroit", place, Needs::proper, 0},
    {"golfe", place, Needs::proper, 0},
    {"province", place, Needs::proper, 0},
    {"fleuve", place, Needs::apposed, 0},
    {"riviere", place, Needs::apposed, 0},
    {"col", place, Needs::proper, 0},
    {"cap", place, Needs::apposed, 0},
    {"desert", place, Needs::proper, 0},
    {"archipel", place, Needs::proper, 0},
    {"quartier", place, Needs::apposed, 0},
};

}  // namespace

const Head* head_of(const Token& word) {
  struct Slot {
    std::uint64_t stem;
    const Head* head;
  };
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

}  // namespace repere::corpus::names
