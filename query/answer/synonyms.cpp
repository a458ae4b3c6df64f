// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/synonyms.h"

#include <unordered_map>

#include "answer/lexicon.h"
#include "repere/corpus/analysis.h"

namespace repere::query {
namespace {

/// One group a line, words of one idea; a word may stand in several. Folded, singular. What
/// citizens say and what reports write; kept to words whose swap seldom changes what is asked.
constexpr std::string_view groups[] = {
    "entreprise societe firme etablissement compagnie pme",
    "migrant exile refugie demandeur etranger",
    "chomeur demandeur chomage sans-emploi inoccupe",
    "chomage emploi",
    "emploi poste travail job metier embauche recrutement",
    "embauche recrutement recrute embauche engage",
    "salarie employe travailleur personnel effectif agent",
    "agent fonctionnaire personnel effectif agents employe",
    "travailler employer exercer agent",
    "argent fonds credit financement euro montant somme",
    "aide subvention soutien appui accompagnement concours financement",
    "aider soutenir accompagner appuyer beneficier subventionner financer epauler",
    "subvention dotation credit financement enveloppe aide",
    "depense cout montant budget frais somme",
    "depenser mobiliser consacrer engager verser investir financer allouer attribuer",
    "cout prix montant budget tarif somme projet",
    "couter montant cout prix",
    "budget credit enveloppe montant dotation",
    "payer verser financer regler rembourser",
    "recevoir beneficier percevoir obtenir toucher recu",
    "impot fiscalite taxe contribution recette fiscal",
    "internet ligne numerique web dematerialise teleprocedure",
    "informatique numerique",
    "jeune mineur adolescent enfant etudiant lyceen",
    "enfant mineur eleve ecolier jeune",
    "eleve ecolier collegien lyceen scolaire enfant",
    "ecole scolaire etablissement classe enseignement",
    "vieux age senior ancien retraite",
    "handicape handicap handicapee",
    "pauvre pauvrete precaire precarite demuni defavorise vulnerable",
    "pauvrete precarite exclusion",
    "logement habitat hlm habitation appartement maison domicile",
    "hebergement accueil abri logement",
    "heberger accueillir loger orienter",
    "loger heberger accueillir commune",
    "maison habitation logement",
    "renovation rehabilitation refection amelioration travaux",
    "route voirie axe chaussee autoroute rue voie",
    "voiture vehicule automobile auto",
    "camion poids-lourd vehicule",
    "train ferroviaire sncf rail ligne",
    "bateau navire embarcation",
    "avion aerien vol",
    "hopital hospitalier sante clinique chu",
    "medecin docteur sante praticien generaliste",
    "malade patient",
    "maladie pathologie affection",
    "mort deces tue victime decede",
    "blesse victime",
    "accident sinistre",
    "police policier gendarmerie ordre securite",
    "vol cambriolage delinquance",
    "crime delinquance infraction delit",
    "incendie feu",
    "pompier sapeur sdis incendie secours",
    "inondation crue submersion",
    "pesticide phytosanitaire phyto ecophyto",
    "ecologie environnement ecologique",
    "pollution polluant",
    "dechet ordure",
    "energie electricite renouvelable",
    "eolien eolienne vent",
    "agriculteur exploitant agricole paysan exploitation ferme",
    "ferme exploitation agricole",
    "campagne rural ruralite",
    "ruralite rural campagne",
    "ville commune urbain municipalite agglomeration",
    "mairie commune municipalite",
    "maire elu municipal edile",
    "commune ville municipalite village",
    "region regional territoire",
    "departement departemental",
    "prefecture prefet services",
    "prefet prefecture prefectoral",
    "etat etatique public",
    "marche commande contrat",
    "diriger presider piloter conduire mener animer gerer",
    "presider president presidence",
    "piloter conduire diriger copiloter mener responsable",
    "responsable pilote pilotage charge directeur copilote",
    "gerer gestion administrer gestionnaire",
    "signer signature signataire conclure parapher",
    "creer creation ouvrir fonder lancer instaurer ne",
    "creation ouverture lancement naissance",
    "naitre naissance voir creation jour",
    "ouvrir ouverture inaugurer inauguration",
    "lancer lancement demarrer debuter commencer initier initiative",
    "demarrer debuter commencer lancement lancer debut",
    "debut demarrage lancement commencement",
    "fin achevement terme cloture",
    "finir achever terminer",
    "construire batir construction edifier realiser",
    "batiment immeuble edifice",
    "chantier travaux",
    "livrer livraison terminer achever",
    "acheter acquerir acquis acquisition racheter rachat",
    "vendre vente cession ceder",
    "augmenter hausse progression croitre accroitre progresser",
    "baisser diminuer reduire baisse reduction diminution recul",
    "baisse reduction diminution recul",
    "hausse augmentation progression croissance",
    "eviter evitement economiser",
    "choisir retenir selectionner laureat designer",
    "retenir selectionner laureat identifier choisir retenu",
    "selection appel choix",
    "laureat gagnant retenu selectionne",
    "dossier demande projet",
    "projet dossier operation initiative action",
    "operation action projet",
    "mesure action disposition",
    "demande dossier requete",
    "refuser rejeter rejete rejet",
    "accepter valider approuver",
    "autorisation permis agrement",
    "delivrer delivrance remettre octroyer",
    "controle inspection intervention verification",
    "controler verifier inspecter",
    "plainte reclamation",
    "amende sanction penalite",
    "former formation apprentissage",
    "formateur enseignant professeur",
    "professeur enseignant",
    "stage apprentissage alternance",
    "apprenti apprentissage alternance",
    "participer participant participation",
    "participant inscrit public",
    "benevole volontaire",
    "volontaire benevole jeune",
    "organiser tenir animer",
    "reunion rencontre seminaire assemblee comite",
    "journee seminaire rencontre",
    "conference seminaire colloque",
    "chef directeur responsable",
    "patron dirigeant directeur",
    "habitant population personne residant",
    "population habitant",
    "personne gens individu habitant",
    "foyer menage famille",
    "famille menage foyer",
    "femme feminin creatrice",
    "homme masculin",
    "masculin homme",
    "feminin femme",
    "actif activite",
    "inactif chomeur",
    "association organisme structure",
    "organisme structure operateur etablissement",
    "structure entreprise organisme etablissement",
    "interlocuteur acteur partenaire",
    "acteur partenaire intervenant",
    "partenaire acteur",
    "prestataire operateur partenaire",
    "touriste visiteur",
    "visiteur spectateur public touriste",
    "supporter visiteur spectateur public",
    "etranger international exterieur",
    "sport sportif",
    "football euro foot",
    "foot football",
    "match rencontre",
    "competition euro tournoi",
    "musee culture",
    "livre lecture bibliotheque",
    "illettre illettrisme lecture",
    "surface superficie etendue hectare",
    "longueur lineaire kilometre distance",
    "mer maritime littoral",
    "plage littoral",
    "riviere cours eau",
    "foret bois forestier",
    "nature naturel environnement biodiversite",
    "chauffage chaleur thermique",
    "isolation renovation thermique",
    "fibre debit numerique",
    "telephone telephonie mobile",
    "terrorisme terroriste attentat",
    "attentat terrorisme",
    "radicalisation radicalise",
    "election vote scrutin electoral",
    "passeport identite titre",
    "titre passeport carte",
    "permis autorisation",
    "loi legislation texte",
    "sigle acronyme",
    "parution publication publie",
    "publier paraitre publication",
    "dater date",
    "limite echeance terme tard",
    "actuellement desormais",
    "annuel an",
    "part proportion pourcentage taux",
    "proportion taux part pourcentage",
    "nombre total effectif",
    "total cumule global ensemble",
    "vehicule voiture",
    "traverser emprunter",
    "fabriquer produire production specialise fabrication",
    "produire production fabriquer",
    "specialiste specialise expert",
    "immigration migration migratoire",
    "detache detachement",
    "fraude illegal",
    "noir illegal dissimule",
    "restructuration licenciement sauvegarde",
    "difficulte fragile",
    "fermeture fermer cessation",
    "fermer fermeture supprimer suppression",
    "fusion regroupement fusionner",
    "seuil niveau",
    "ancien ex",
    "etude observation analyse",
    "enquete etude",
    "secours pompier urgence",
    "proteger protection preserver",
    "danger risque menace",
    "risque danger alea",
    "gouvernement ministre ministere",
    "ministre ministere gouvernement",
    "idee initiative",
    "but objectif vise",
    "objectif but ambition",
    "role mission",
    "mission role",
    "naissance naitre",
    "vainqueur gagner remporter",
    "gagner remporter vaincre victoire",
    "perdre defaite perte",
    "guerre conflit bataille",
    "roi souverain monarque",
    "ecrivain auteur romancier",
    "ecrire auteur rediger publier",
    "film cinema",
    "chanson titre morceau",
    "mourir mort deceder",
    "habiter vivre resider",
};

/// Endings of conjugation and gender, longest first: what is left unites a verb's forms.
constexpr std::string_view endings[] = {
    "issements", "issement", "eraient", "assent", "issent", "erait", "aient", "erons",
    "eront",     "issant",   "issait",  "erent",  "antes",  "ante",  "ants",  "iere",
    "ment",      "era",      "ait",     "ant",    "ees",    "ent",   "ons",   "ez",
    "er",        "ee",       "es",      "is",     "ir",     "it",    "ie",    "e",
    "i",         "s",        "x",       "u",      "t"};

}  // namespace

std::string synonym_key(std::string_view folded) {
  std::string key = singular(folded);
  for (const std::string_view end : endings)
    if (key.size() >= end.size() + 4 && key.ends_with(end)) {
      key.resize(key.size() - end.size());
      break;
    }
  return key;
}

namespace {

struct Swap {
  std::vector<std::string> keys, terms;
};

const Swap* swap_of(std::string_view folded) {
  static const auto table = [] {
    std::unordered_map<std::string, Swap> rows;
    for (std::string_view group : groups) {
      std::string head;
      while (!group.empty()) {
        const auto space = group.find(' ');
        const std::string_view word = group.substr(0, space);
        if (head.empty()) {
          head = synonym_key(word);
        } else {
          rows[head].keys.push_back(synonym_key(word));
          rows[head].terms.push_back(corpus::stem(word));
        }
        group = space == std::string_view::npos ? std::string_view{} : group.substr(space + 1);
      }
    }
    return rows;
  }();
  const auto it = table.find(synonym_key(folded));
  return it == table.end() ? nullptr : &it->second;
}

}  // namespace

std::vector<std::string> synonyms_of(std::string_view folded) {
  const Swap* found = swap_of(folded);
  return found ? found->keys : std::vector<std::string>{};
}

std::vector<std::string> synonym_terms(std::string_view folded) {
  const Swap* found = swap_of(folded);
  return found ? found->terms : std::vector<std::string>{};
}

}  // namespace repere::query
