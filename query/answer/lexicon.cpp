// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer/lexicon.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>

namespace repere::query {
namespace {

using enum AnswerType;

constexpr TypeNoun type_nouns[] = {
    {"nombre", count, 3, ""},
    {"nb", count, 3, ""},
    {"effectif", count, 2, ""},
    {"population", count, 2, ""},
    {"quantite", figure, 3, ""},
    {"chiffre", figure, 2, ""},
    {"total", figure, 1, ""},
    {"valeur", figure, 1, ""},
    {"score", figure, 2, ""},
    {"niveau", figure, 1, ""},
    {"seuil", figure, 1, ""},
    {"note", figure, 1, ""},
    {"montant", amount, 3, "EUR"},
    {"budget", amount, 2, "EUR"},
    {"cout", amount, 2, "EUR"},
    {"prix", amount, 2, "EUR"},
    {"somme", amount, 2, "EUR"},
    {"enveloppe", amount, 2, "EUR"},
    {"credit", amount, 2, "EUR"},
    {"subvention", amount, 2, "EUR"},
    {"dotation", amount, 2, "EUR"},
    {"depense", amount, 2, "EUR"},
    {"recette", amount, 2, "EUR"},
    {"salaire", amount, 2, "EUR"},
    {"indemnite", amount, 2, "EUR"},
    {"investissement", amount, 1, "EUR"},
    {"financement", amount, 1, "EUR"},
    {"aide", amount, 1, "EUR"},
    {"amende", amount, 2, "EUR"},
    {"tarif", amount, 2, "EUR"},
    {"facture", amount, 2, "EUR"},
    {"dette", amount, 2, "EUR"},
    {"argent", amount, 2, "EUR"},
    {"euro", amount, 2, "EUR"},
    {"chiffre d'affaires", amount, 3, "EUR"},
    {"pourcentage", share, 3, "%"},
    {"proportion", share, 3, "%"},
    {"part", share, 3, "%"},
    {"taux", share, 3, "%"},
    {"pourcent", share, 3, "%"},
    {"ratio", share, 2, "%"},
    {"hausse", change, 2, "%"},
    {"baisse", change, 2, "%"},
    {"augmentation", change, 2, "%"},
    {"diminution", change, 2, "%"},
    {"progression", change, 2, "%"},
    {"evolution", change, 2, "%"},
    {"croissance", change, 2, "%"},
    {"recul", change, 1, "%"},
    {"variation", change, 2, "%"},
    {"longueur", measure, 3, "km"},
    {"distance", measure, 3, "km"},
    {"largeur", measure, 3, "m"},
    {"lineaire", measure, 2, "km"},
    {"hauteur", measure, 3, "m"},
    {"altitude", measure, 3, "m"},
    {"profondeur", measure, 3, "m"},
    {"surface", measure, 3, "ha"},
    {"superficie", measure, 3, "ha"},
    {"etendue", measure, 2, "ha"},
    {"volume", measure, 2, "m3"},
    {"tonnage", measure, 3, "t"},
    {"poids", measure, 3, "t"},
    {"masse", measure, 2, "t"},
    {"puissance", measure, 2, "MW"},
    {"capacite", figure, 2, ""},
    {"vitesse", measure, 3, "km/h"},
    {"debit", measure, 1, ""},
    {"temperature", measure, 3, "°C"},
    {"diametre", measure, 3, "m"},
    {"taille", measure, 2, "m"},
    {"densite", measure, 3, ""},
    {"consommation", measure, 1, ""},
    {"production", measure, 1, ""},
    {"duree", duration, 3, "an"},
    {"delai", duration, 3, "jour"},
    {"temps", duration, 2, ""},
    {"age", duration, 3, "an"},
    {"anciennete", duration, 2, "an"},
    {"date", date, 3, ""},
    {"annee", date, 3, ""},
    {"jour", date, 2, ""},
    {"mois", date, 2, ""},
    {"moment", date, 3, ""},
    {"epoque", date, 3, ""},
    {"siecle", date, 3, ""},
    {"echeance", date, 3, ""},
    {"horizon", date, 1, ""},
    {"calendrier", date, 1, ""},
    {"heure", date, 2, ""},
    {"saison", date, 1, ""},
    {"periode", period, 3, ""},
    {"pays", place, 3, ""},
    {"ville", place, 3, ""},
    {"commune", place, 3, ""},
    {"village", place, 3, ""},
    {"departement", place, 2, ""},
    {"region", place, 2, ""},
    {"arrondissement", place, 3, ""},
    {"canton", place, 2, ""},
    {"lieu", place, 3, ""},
    {"endroit", place, 3, ""},
    {"territoire", place, 1, ""},
    {"adresse", place, 2, ""},
    {"quartier", place, 2, ""},
    {"continent", place, 3, ""},
    {"ile", place, 2, ""},
    {"capitale", place, 3, ""},
    {"localite", place, 3, ""},
    {"agglomeration", place, 2, ""},
    {"etat", place, 1, ""},
    {"province", place, 2, ""},
    {"aeroport", place, 1, ""},
    {"port", place, 1, ""},
    {"gare", place, 1, ""},
    {"riviere", place, 2, ""},
    {"fleuve", place, 2, ""},
    {"montagne", place, 2, ""},
    {"site", place, 1, ""},
    {"zone", place, 1, ""},
    {"bureau", place, 1, ""},
    {"prefecture", place, 1, ""},
    {"organisme", organisation, 3, ""},
    {"organisation", organisation, 3, ""},
    {"entreprise", organisation, 3, ""},
    {"societe", organisation, 3, ""},
    {"service", organisation, 2, ""},
    {"ministere", organisation, 3, ""},
    {"association", organisation, 3, ""},
    {"direction", organisation, 2, ""},
    {"agence", organisation, 3, ""},
    {"institution", organisation, 3, ""},
    {"operateur", organisation, 3, ""},
    {"prestataire", organisation, 3, ""},
    {"etablissement", organisation, 2, ""},
    {"structure", organisation, 2, ""},
    {"administration", organisation, 2, ""},
    {"partenaire", organisation, 2, ""},
    {"collectivite", organisation, 2, ""},
    {"club", organisation, 2, ""},
    {"equipe", organisation, 2, ""},
    {"parti", organisation, 2, ""},
    {"groupe", organisation, 1, ""},
    {"syndicat", organisation, 2, ""},
    {"universite", organisation, 2, ""},
    {"ecole", organisation, 1, ""},
    {"federation", organisation, 2, ""},
    {"fondation", organisation, 2, ""},
    {"banque", organisation, 2, ""},
    {"instance", organisation, 2, ""},
    {"comite", organisation, 1, ""},
    {"acteur", organisation, 1, ""},
    {"personne", person, 2, ""},
    {"homme", person, 2, ""},
    {"femme", person, 2, ""},
    {"nom", thing, 1, ""},
    {"directeur", person, 2, ""},
    {"directrice", person, 2, ""},
    {"prefet", person, 2, ""},
    {"prefete", person, 2, ""},
    {"president", person, 2, ""},
    {"presidente", person, 2, ""},
    {"maire", person, 2, ""},
    {"ministre", person, 2, ""},
    {"commissaire", person, 2, ""},
    {"secretaire", person, 1, ""},
    {"auteur", person, 2, ""},
    {"responsable", person, 1, ""},
    {"chef", person, 1, ""},
    {"roi", person, 2, ""},
    {"reine", person, 2, ""},
    {"empereur", person, 2, ""},
    {"joueur", person, 2, ""},
    {"acteurs", person, 1, ""},
    {"artiste", person, 2, ""},
    {"ecrivain", person, 2, ""},
    {"peintre", person, 2, ""},
    {"philosophe", person, 2, ""},
    {"general", person, 1, ""},
    {"senateur", person, 2, ""},
    {"depute", person, 2, ""},
    {"recteur", person, 2, ""},
    {"pere", person, 1, ""},
    {"mere", person, 1, ""},
    {"fils", person, 1, ""},
    {"fondateur", person, 2, ""},
    {"createur", person, 2, ""},
    {"realisateur", person, 2, ""},
    {"entraineur", person, 2, ""},
    {"interlocuteur", person, 1, ""},
    {"programme", programme, 2, ""},
    {"plan", programme, 2, ""},
    {"dispositif", programme, 2, ""},
    {"loi", programme, 1, ""},
    {"decret", programme, 1, ""},
    {"fonds", programme, 2, ""},
    {"contrat", programme, 1, ""},
    {"schema", programme, 1, ""},
    {"projet", programme, 1, ""},
    {"label", programme, 1, ""},
    {"operation", programme, 1, ""},
    {"definition", definition, 3, ""},
    {"signification", definition, 3, ""},
    {"sigle", acronym, 3, ""},
    {"acronyme", acronym, 3, ""},
    {"abreviation", acronym, 3, ""},
    {"raison", why, 2, ""},
    {"motif", why, 2, ""},
    {"cause", why, 2, ""},
};

using WordSet = std::unordered_set<std::string_view>;

bool has_prefix_of(std::string_view word, std::initializer_list<std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(),
                     [&](std::string_view stem) { return word.starts_with(stem); });
}

}  // namespace

std::string singular(std::string_view folded) {
  std::string out(folded);
  if (out.size() > 4 && out.ends_with("aux") && !out.ends_with("eaux"))
    return out.substr(0, out.size() - 3) + "al";
  if (out.size() > 3 && (out.back() == 's' || out.back() == 'x')) out.pop_back();
  return out;
}

const TypeNoun* type_noun(std::string_view folded) {
  static const auto table = [] {
    std::unordered_map<std::string_view, const TypeNoun*> rows;
    for (const TypeNoun& row : type_nouns) rows.emplace(row.noun, &row);
    return rows;
  }();
  if (auto it = table.find(folded); it != table.end()) return it->second;
  const std::string one = singular(folded);
  const auto it = table.find(one);
  return it == table.end() ? nullptr : it->second;
}

bool is_money_verb(std::string_view folded) {
  return has_prefix_of(
      folded, {"cout",       "depens",  "verse",   "invest",   "financ", "pay",   "engag",
               "consacr",    "mobilis", "gagn",    "rapport",  "vaut",   "vaudr", "rembours",
               "subvention", "allou",   "attribu", "percev",   "percoi", "touch", "recu",
               "recoi",      "recev",   "debours", "represent"});
}

bool is_change_verb(std::string_view folded) {
  return has_prefix_of(
      folded, {"augment", "baiss", "diminu", "progress", "recul", "redui", "chut", "croi", "accru",
               "accroi", "hauss", "evolu", "grimp", "bondi", "varie", "economis"});
}

bool is_article(std::string_view folded) {
  static const WordSet words = {
      "le",      "la",       "les",       "l",      "l'",       "un",       "une", "des", "du",
      "au",      "aux",      "ce",        "cet",    "cette",    "ces",      "son", "sa",  "ses",
      "leur",    "leurs",    "notre",     "nos",    "votre",    "vos",      "mon", "ma",  "mes",
      "quelque", "quelques", "plusieurs", "chaque", "certains", "certaines"};
  return words.contains(folded);
}

bool is_preposition(std::string_view folded) {
  static const WordSet words = {
      "de",      "d",      "d'",    "a",      "en",     "dans",   "par",    "pour",
      "sur",     "sous",   "avec",  "sans",   "vers",   "chez",   "entre",  "depuis",
      "pendant", "durant", "jusqu", "jusque", "jusqu'", "contre", "selon",  "lors",
      "des",     "du",     "au",    "aux",    "apres",  "avant",  "parmi",  "envers",
      "hors",    "via",    "dont",  "afin",   "grace",  "face",   "malgre", "outre"};
  return words.contains(folded);
}

bool is_pronoun(std::string_view folded) {
  static const WordSet words = {
      "il",       "elle",       "ils",   "elles", "on",   "je",     "tu",   "nous",   "vous",
      "se",       "s",          "s'",    "y",     "qui",  "que",    "qu",   "qu'",    "quoi",
      "dont",     "ou",         "celui", "celle", "ceux", "celles", "cela", "ca",     "c",
      "c'",       "lui",        "eux",   "t",     "me",   "m",      "te",   "lequel", "laquelle",
      "lesquels", "lesquelles", "n",     "j",     "moi",  "toi"};
  return words.contains(folded);
}

bool is_auxiliary(std::string_view folded) {
  static const WordSet words = {
      "est",      "sont",    "etait",  "etaient",  "sera",  "seront",  "serait",  "seraient",
      "fut",      "furent",  "ete",    "etre",     "a",     "ont",     "avait",   "avaient",
      "aura",     "auront",  "aurait", "auraient", "eu",    "eut",     "eurent",  "avoir",
      "soit",     "soient",  "etant",  "ayant",    "peut",  "peuvent", "pourra",  "pourrait",
      "pourront", "pouvait", "doit",   "doivent",  "devra", "devrait", "devront", "devait",
      "va",       "vont",    "fait",   "font",     "faire", "faisait", "fera",    "veut",
      "veulent",  "ait",     "ai",     "as",       "avez",  "avons",   "es",      "sommes",
      "etes",     "peux",    "pouvez"};
  return words.contains(folded);
}

bool is_conjunction(std::string_view folded) {
  static const WordSet words = {"et",    "ou",    "mais",   "or",    "ni", "car",
                                "donc",  "puis",  "ainsi",  "comme", "si", "lorsque",
                                "quand", "alors", "tandis", "ainsi"};
  return words.contains(folded);
}

bool is_function_word(std::string_view folded) {
  static const WordSet others = {
      "ne",       "pas",    "plus",    "moins",   "tres",    "trop",     "aussi",
      "bien",     "non",    "oui",     "deja",    "encore",  "toujours", "notamment",
      "tout",     "tous",   "toute",   "toutes",  "meme",    "memes",    "autre",
      "autres",   "quel",   "quelle",  "quels",   "quelles", "combien",  "comment",
      "pourquoi", "la-bas", "ci",      "la",      "ici",     "tel",      "telle",
      "tels",     "telles", "ensuite", "environ", "pres",    "presque",  "peu"};
  return is_article(folded) || is_preposition(folded) || is_pronoun(folded) ||
         is_auxiliary(folded) || is_conjunction(folded) || others.contains(folded);
}

std::string_view time_unit(std::string_view folded) {
  static const std::unordered_map<std::string_view, std::string_view> units = {
      {"an", "an"},         {"ans", "an"},          {"annee", "an"},         {"annees", "an"},
      {"mois", "mois"},     {"jour", "jour"},       {"jours", "jour"},       {"heure", "heure"},
      {"heures", "heure"},  {"semaine", "semaine"}, {"semaines", "semaine"}, {"minute", "minute"},
      {"minutes", "minute"}};
  const auto it = units.find(folded);
  return it == units.end() ? std::string_view{} : it->second;
}

std::string_view metric_unit(std::string_view folded) {
  static const std::unordered_map<std::string_view, std::string_view> units = {
      {"hectare", "ha"},    {"hectares", "ha"}, {"ha", "ha"},   {"kilometre", "km"},
      {"kilometres", "km"}, {"km", "km"},       {"metre", "m"}, {"metres", "m"},
      {"tonne", "t"},       {"tonnes", "t"},    {"m2", "m2"},   {"m3", "m3"},
      {"megawatts", "MW"},  {"mw", "MW"},       {"gwh", "GWh"}, {"mwh", "MWh"},
      {"kw", "kW"}};
  const auto it = units.find(folded);
  return it == units.end() ? std::string_view{} : it->second;
}

bool is_figure(AnswerType type) {
  using enum AnswerType;
  return type == figure || type == count || type == amount || type == share || type == change ||
         type == measure || type == duration;
}

std::string_view to_string(AnswerType type) {
  static constexpr std::string_view names[] = {
      "figure",     "count",  "amount", "share", "change",       "measure",   "duration",
      "date",       "period", "person", "place", "organisation", "programme", "acronym",
      "definition", "thing",  "yes_no", "how",   "why",          "passage"};
  return names[static_cast<std::size_t>(type)];
}

}  // namespace repere::query
