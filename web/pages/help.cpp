// SPDX-License-Identifier: GPL-2.0-or-later
#include "pages/layout.h"
#include "pages/pages.h"

namespace repere::web {

Result<Response> help_page(const Context& context) {
  Page page;
  page.title = "Aide";
  page.current = "/aide";
  page.main
      << "<div class=\"prose\"><h1>Aide</h1>"
         "<h2>Chercher</h2><p>Tapez une question entière (« Combien de jeunes en service civique "
         "dans l'Oise ? ») ou "
         "quelques mots (« contrats aidés »). Les majuscules, les accents et le pluriel ne "
         "comptent pas.</p>"
         "<ul><li>Entre guillemets, les mots sont cherchés à la suite : « \"très haut débit\" "
         "».</li>"
         "<li>Un lieu ou une année dans la question sont reconnus et affichés : « Oise », « 2016 "
         "».</li>"
         "<li>Les filtres s'ajoutent : plusieurs valeurs d'un même filtre élargissent, deux "
         "filtres différents resserrent.</li></ul>"
         "<h2>Lire une réponse</h2><p>Une réponse est toujours un extrait mot pour mot d'un "
         "rapport, avec sa phrase, son "
         "année, son lieu et sa page. Ouvrez le rapport pour la lire dans son contexte. Quand rien "
         "ne répond assez sûrement, "
         "Repères le dit et montre les passages les plus proches.</p>"
         "<p>« Résumé par Repères, d'après … » signale un texte que nous avons écrit d'après une "
         "source publique : ses phrases "
         "sont les nôtres, ses chiffres ceux de la source, dont l'adresse est donnée.</p>"
         "<h2>Les chiffres</h2><p>La page <a href=\"/chiffres\">Chiffres</a> montre chaque valeur "
         "avec ce qu'elle compte, où et quand. "
         "« Du rapport » ou « dit dans le titre » signale une année ou un lieu qui ne sont pas "
         "dans la phrase même. Le tableau "
         "s'exporte pour un tableur.</p>"
         "<h2 id=\"donnees\">Données et API</h2><p>Tout ce que montre la page existe en JSON, sans "
         "clé : "
         "<a href=\"/openapi.json\">description OpenAPI</a>. Par exemple "
         "<a href=\"/api/v1/search?q=service%20civique\"><code>/api/v1/search?q=service "
         "civique</code></a>, "
         "<a href=\"/api/v1/figures?q=contrats%20aid%C3%A9s\"><code>/api/v1/figures?q=contrats "
         "aidés</code></a>. "
         "Chaque recherche a son flux Atom, pour être suivie. Votre navigateur peut ajouter "
         "Repères à ses moteurs de recherche.</p>"
         "<h2 id=\"vie-privee\">Vie privée</h2><p>Aucun cookie, aucun service tiers, aucune mesure "
         "d'audience. Les recherches ne sont "
         "ni enregistrées ni transmises.</p>"
         "<h2>Au clavier</h2><p>La touche Tab suit l'ordre de la page ; le premier lien mène au "
         "contenu. Dans la boîte de recherche, "
         "les flèches choisissent une proposition, Entrée la cherche, Échap referme la liste.</p></div>"_html;
  return render(context, std::move(page));
}

Result<Response> accessibility_page(const Context& context) {
  Page page;
  page.title = "Déclaration d'accessibilité";
  page.main
      << "<div class=\"prose\"><h1>Déclaration d'accessibilité</h1>"
         "<p>Cette déclaration porte sur le logiciel Repères tel qu'il est livré. Qui l'installe "
         "doit la reprendre à son nom et "
         "y mettre ses coordonnées.</p>"
         "<h2>État de conformité</h2><p>Repères est <strong>partiellement conforme</strong> au "
         "référentiel général d'amélioration de "
         "l'accessibilité (RGAA 4.1). Aucun audit par un tiers n'a encore eu lieu : ce qui suit "
         "repose sur les essais du projet.</p>"
         "<h2>Ce qui a été essayé</h2><ul>"
         "<li>Contrôle automatique (axe-core) de chaque page, claire et sombre, à 390 et 1 280 "
         "pixels de large. "
         "Un tel contrôle ne voit qu'une partie des critères.</li>"
         "<li>Parcours de recherche, de filtrage et de lecture au clavier seul et sans "
         "JavaScript.</li>"
         "<li>Affichage à 320 pixels de large.</li></ul>"
         "<h2>Ce qui ne va pas encore</h2><ul>"
         "<li>Aucun essai n'a été mené avec un lecteur d'écran ni par des personnes "
         "handicapées.</li>"
         "<li>Les tableaux des rapports d'origine sont rendus ligne à ligne, sans leurs en-têtes "
         "de colonnes.</li>"
         "<li>Les langues autres que le français, citées dans un rapport, ne sont pas "
         "signalées.</li>"
         "<li>Des titres de rapports sont mal lus dans certains fichiers : le plan peut avoir des "
         "sauts.</li>"
         "<li>Les documents d'origine (PDF) vers lesquels mènent les liens ne sont pas "
         "contrôlés.</li></ul>"
         "<h2>Autres accès à l'information</h2><p>La carte et les graphiques sont doublés d'une "
         "liste ou d'un tableau. Tout le contenu est aussi disponible "
         "en JSON et en CSV.</p>"
         "<h2>Voie de recours</h2><p>Si un défaut vous empêche d'accéder à un contenu et que "
         "l'organisme qui a installé ce service ne vous répond "
         "pas, vous pouvez saisir le <a href=\"https://www.defenseurdesdroits.fr/\" rel=\"noreferrer external\">Défenseur des droits</a>.</p></div>"_html;
  return render(context, std::move(page));
}

}  // namespace repere::web
