// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string_view>

#include "repere/corpus/analysis.h"

using repere::corpus::stem;

namespace {

struct Pair {
  std::string_view one, other;
};

constexpr Pair united[] = {
    {"emploi", "emplois"},
    {"loi", "lois"},
    {"étranger", "étrangers"},
    {"étranger", "étrangère"},
    {"crédit", "crédits"},
    {"élu", "élus"},
    {"lieu", "lieux"},
    {"travail", "travaux"},
    {"directeur", "directrice"},
    {"français", "française"},
    {"français", "françaises"},
    {"commission", "commissions"},
    {"bail", "baux"},
    {"œil", "yeux"},
    {"préfet", "préfète"},
    {"préfet", "préfets"},
    {"régional", "régionaux"},
    {"régional", "régionales"},
    {"départemental", "départementaux"},
    {"départemental", "départementale"},
    {"local", "locaux"},
    {"national", "nationaux"},
    {"social", "sociaux"},
    {"hôpital", "hôpitaux"},
    {"tribunal", "tribunaux"},
    {"canal", "canaux"},
    {"journal", "journaux"},
    {"vitrail", "vitraux"},
    {"château", "châteaux"},
    {"eau", "eaux"},
    {"réseau", "réseaux"},
    {"bureau", "bureaux"},
    {"bateau", "bateaux"},
    {"jeu", "jeux"},
    {"feu", "feux"},
    {"vœu", "vœux"},
    {"niveau", "niveaux"},
    {"nouveau", "nouveaux"},
    {"nouveau", "nouvelle"},
    {"agriculteur", "agricultrice"},
    {"acteur", "actrices"},
    {"bénéficiaire", "bénéficiaires"},
    {"chômeur", "chômeuses"},
    {"employeur", "employeurs"},
    {"salarié", "salariée"},
    {"salarié", "salariés"},
    {"apprenti", "apprentie"},
    {"lycéen", "lycéennes"},
    {"européen", "européenne"},
    {"citoyen", "citoyens"},
    {"ancien", "anciennes"},
    {"industriel", "industrielle"},
    {"culturel", "culturelles"},
    {"actif", "active"},
    {"sportif", "sportives"},
    {"administratif", "administrative"},
    {"public", "publique"},
    {"public", "publics"},
    {"public", "publiques"},
    {"grec", "grecque"},
    {"blanc", "blanche"},
    {"sec", "sèche"},
    {"dangereux", "dangereuse"},
    {"nombreux", "nombreuses"},
    {"premier", "première"},
    {"ouvrier", "ouvrières"},
    {"conseiller", "conseillère"},
    {"financer", "financé"},
    {"financer", "finançait"},
    {"accueillir", "accueillent"},
    {"accueillir", "accueillis"},
    {"soutenir", "soutient"},
    {"soutenir", "soutenus"},
    {"construire", "construit"},
    {"construire", "construisait"},
    {"naître", "né"},
    {"naître", "naquit"},
    {"mourir", "mourut"},
    {"recevoir", "reçu"},
    {"recevoir", "reçoivent"},
    {"travailler", "travaillent"},
    {"travailler", "travaillant"},
    {"devenir", "devenue"},
    {"obtenir", "obtient"},
    {"écrire", "écrivit"},
    {"vivre", "vécu"},
    {"mettre", "mis"},
    {"prendre", "prirent"},
    {"voir", "vu"},
    {"permettre", "permet"},
    {"créer", "créées"},
    {"prefecture", "préfecture"},
    {"prefete", "préfète"},
    {"employes", "employés"},
    {"region", "régions"},
    {"depute", "députés"},
    {"oeuvre", "œuvres"},
    {"etat", "états"},
    {"marchés", "marché"},
    {"arrêtés", "arrêté"},
    {"côtés", "côté"},
    {"paris", "paris"},
};

constexpr Pair parted[] = {
    {"département", "départ"},
    {"arrêté", "arrêt"},
    {"marché", "marche"},
    {"logement", "loge"},
    {"côté", "côte"},
    {"côte", "cote"},
    {"retraité", "retraite"},
    {"pêche", "péché"},
    {"tâche", "tache"},
    {"élève", "élevé"},
    {"commune", "communiquer"},
    {"communauté", "communication"},
    {"police", "politique"},
    {"port", "porte"},
    {"conseil", "consigne"},
    {"général", "générer"},
    {"université", "univers"},
    {"organe", "organisation"},
    {"relation", "relatif"},
    {"nature", "natation"},
    {"capital", "capitaine"},
    {"partie", "parti"},
    {"français", "franc"},
    {"chat", "châtiment"},
    {"poste", "post"},
    {"service", "serviette"},
    {"paris", "pari"},
    {"gare", "garde"},
    {"mission", "missile"},
    {"action", "actif"},
    {"contrat", "contraction"},
    {"fonction", "fond"},
    {"état", "été"},
    {"fils", "fil"},
    {"cours", "cour"},
    {"vol", "voler"},
};

}  // namespace

TEST_SUITE("french/stem") {
  TEST_CASE("forms of one word have one term") {
    static_assert(std::size(united) >= 80);
    for (const auto& pair : united) {
      CAPTURE(pair.one);
      CAPTURE(pair.other);
      CHECK(stem(pair.one) == stem(pair.other));
    }
  }

  TEST_CASE("words of different meanings keep different terms") {
    static_assert(std::size(parted) >= 30);
    for (const auto& pair : parted) {
      CAPTURE(pair.one);
      CAPTURE(pair.other);
      CHECK(stem(pair.one) != stem(pair.other));
    }
  }

  TEST_CASE("numbers and short words are left alone") {
    CHECK(stem("2016") == "2016");
    CHECK(stem("os") == "os");
    CHECK(stem("") == "");
  }
}
