// SPDX-License-Identifier: GPL-2.0-or-later
#include "tree.h"

namespace repere::corpus {
namespace {

// The missions are those of the finance act for 2024. The descriptors are written without accents,
// since the classifier folds them anyway; plurals need not be given.
constexpr ThemeEntry entries[] = {
    {"emploi", "Emploi et formation", "Travail et emploi",
     "emploi, emplois, embauche, embauches, recrutement, recrutes, salarie, metier, cdi, cdd, "
     "marche du travail^1, pole emploi, france travail, politique de l'emploi, stagiaire^0.5, "
     "emplois soutenus^3, emploi sans frontieres"},
    {"emploi/chomage", "Chômage et demandeurs d'emploi", "",
     "chomage^2, chomeur^2, demandeur d'emploi^3, taux de chomage^3, pole emploi^1.5, inscrits a "
     "pole emploi^2, longue duree^1.5, sans emploi, inactifs, actifs au sens du bit^3, taux "
     "d'activite^2.5, interim^2, service public de l'emploi^3, spel^4, bassin d'emploi, "
     "population active^2, emploi salarie^2, pertes d'emplois^2"},
    {"emploi/contrats-aides", "Contrats aidés", "",
     "contrat aide^5, cae^3, cie^2, cui, emplois d'avenir^3, emploi d'avenir^3, cie starter^3, "
     "parcours emploi competences^4, contrat initiative emploi^4, aide a l'embauche^3, contrats "
     "d'accompagnement^3, aides a l'emploi^3, adulte relais^2, adultes relais^2"},
    {"emploi/jeunes", "Emploi des jeunes", "",
     "garantie jeunes^5, mission locale^3, chomage des jeunes^4, emploi des jeunes^4, iej^4, "
     "initiative pour l'emploi des jeunes^4, jeunes sans emploi^3, ecole de la 2e chance^3, "
     "deuxieme chance^2, emplois d'avenir^1.5, jeunes diplomes^2, ni en emploi ni en etudes^3, "
     "insertion des jeunes^3, chomage jeunes^4, jeunes en emploi^2"},
    {"emploi/apprentissage", "Apprentissage et formation professionnelle", "",
     "apprentissage^3, apprenti^3, alternance^3, contrat de professionnalisation^4, "
     "professionnalisation^2, formation professionnelle^3, formation continue^2, afpa^2, poei^3, "
     "preparation operationnelle^3, formation au metier^2, orientation professionnelle^2, "
     "competences^0.5, former aux metiers^2, formation^0.7, contrats d'apprentissage^3"},
    {"emploi/insertion", "Insertion par le travail", "",
     "insertion par l'activite economique^5, iae^4, insertion professionnelle^3, clause "
     "d'insertion^4, clause sociale^3, eloignes de l'emploi^4, insertion durable^3, chantier "
     "d'insertion^4, retour a l'emploi^3, plie^2, heures d'insertion^3, eloignees du marche du "
     "travail^3, maraude sociale^2, invisibles^1.5"},
    {"emploi/travail", "Conditions de travail et travail illégal", "",
     "travail illegal^5, inspection du travail^5, code du travail^3, conditions de travail^3, "
     "detachement^2.5, travailleur detache^4, prestation de service internationale^4, accident du "
     "travail^3, dialogue social^2, travail dissimule^4, concurrence loyale^2, partenaires "
     "sociaux^1, salaries victimes^2"},
    {"emploi/frontaliers", "Travailler de l'autre côté de la frontière", "",
     "transfrontalier^1.5, travailleur frontalier^4, frontalier^2, emploi transfrontalier^4, sans "
     "frontieres^1.5, forem^4, vdab^4, marche du travail transfrontalier^4, eurometropole^2, "
     "grenzeloos^4, jobbeurs^4, mobilite transfrontaliere^3"},
    {"economie", "Économie et entreprises", "Économie",
     "economie, economique, entreprise, pme, tpe, eti, developpement economique^1.5, "
     "investissement^0.7, bpifrance^2, chambre de commerce, banque de france^1.5, activite "
     "economique, entrepreneur, commerce^0.7"},
    {"economie/aides", "Aides aux entreprises", "",
     "aides aux entreprises^5, entreprises aidees^4, bpifrance^3, credit d'impot^3, cice^4, prime "
     "d'amenagement du territoire^4, pat^2, suivi personnalise^2, garantie^0.7, pret^0.7, aide "
     "remboursable^3, numerisation^1.5, subvention aux entreprises^3, accelerateur^2, reduction "
     "du cout du travail^3, fonds de garantie^2, direccte^1, entreprises beneficient^2, aidees a "
     "investir^4"},
    {"economie/industrie", "Industrie et filières", "",
     "industrie^2, industriel^1.2, usine^2, filiere^1, aeronautique^3, automobile^2, "
     "agroalimentaire^2, territoires d'industrie^5, industrie du futur^5, fonds resilience^3, "
     "nouvelle france industrielle^5, nfi^4, maroquinerie^2, sellerie^3, biscuiterie^2, "
     "ferroviaire^1, metallurgie^2, siderurgie^2, textile^2, centrale nucleaire^2, production "
     "industrielle^2, filiere strategique^2, logistique^1.5, hub logistique^3"},
    {"economie/redressement", "Entreprises en difficulté et reconversion", "",
     "entreprises en difficulte^5, reindustrialisation^4, revitalisation economique^2, "
     "commissaire special^4, restructuration^3, licenciement^3, plan social^3, mediation du "
     "credit^3, reconversion industrielle^3, vasseur^3, redynamisation^1.5, aide a la "
     "reindustrialisation^4, mutations economiques^3, contrat unique d'implantation^4, "
     "liquidation^2, codefi^3, entreprises fragiles^3, delais de paiement^2"},
    {"economie/creation", "Création d'entreprise et commerce", "",
     "creation d'entreprise^5, creations d'entreprises^5, creer une entreprise^4, start up^2, "
     "entrepreneuriat^3, fisac^4, artisanat^3, artisan^2, commerce de proximite^3, commercant^3, "
     "auto entrepreneur^3, fgif^3, createurs d'entreprise^4, economie sociale et solidaire^3, "
     "ess^2, cheffes d'entreprise^2"},
    {"economie/innovation", "Innovation et pôles de compétitivité", "",
     "pole de competitivite^5, innovation^2, innovant^1, recherche et developpement^3, brevet^3, "
     "start up^2, incubateur^3, credit impot recherche^3, centre r d^3, french tech^4, projets "
     "labellises^1.5, laboratoire d'innovation^2, technocentre^2, jeune pousse^2"},
    {"economie/international", "Exportations et investisseurs étrangers", "",
     "export^3, exportation^3, exporter^3, douane^3, douanier^2, dedouanement^4, investisseur "
     "etranger^4, entreprises etrangeres^3, international^0.7, business france^4, referent "
     "unique^3, rui^3, commerce exterieur^4, partenariats internationaux^2, implantation^1, "
     "internationalisation^3"},
    {"economie/relance", "Plan de relance et grands investissements", "Plan de relance",
     "plan de relance^5, france relance^5, investissements d'avenir^4, pia^3, relance^2, "
     "programme d'investissements^2, france 2030^4, prime a la casse^2, relance economique^3"},
    {"economie/tourisme", "Tourisme", "",
     "tourisme^4, touristique^3, hotellerie^2, hotel^1.5, visiteur^1.5, restauration^1, "
     "camping^1.5, nuitees^3, frequentation^1.5, offices de tourisme^3, attractivite^0.5"},
    {"economie/consommation", "Consommation, fraudes et sécurité des aliments", "",
     "consommateur^3, consommation des menages^2, repression des fraudes^5, dgccrf^5, controles "
     "anti fraudes^3, protection des populations^2.5, pouvoir d'achat^2, prix^0.7, anti fraude^3, "
     "pratiques commerciales^3, surendettement^2, securite alimentaire^4, securite sanitaire^3, "
     "hygiene alimentaire^4, abattoir^4, controle sanitaire^1.5, controles sanitaires^2, "
     "veterinaire^4, influenza aviaire^5, intoxication^3, restauration collective^3"},
    {"economie/conjoncture", "Situation économique", "",
     "conjoncture^4, chiffre d'affaires^3, bilan economique^4, reprise^1.5, croissance^1.5, "
     "situation economique^4, activite economique^2, investissement des entreprises^2, capacites "
     "de production^3, encours de credits^3, exercice economique^2, crise^0.7, pib^4, valeur "
     "ajoutee^3"},
    {"education", "Écoles et études", "Enseignement scolaire",
     "education^1, scolaire^1.5, enseignement^1.5, eleve^1.5, ecole^1, rectorat^2, academie^2, "
     "recteur^2, etudes^0.7, education nationale^3, pedagogique^1, diplome^1"},
    {"education/ecoles", "Écoles, collèges et lycées", "",
     "ecolier^4, collegien^4, lyceen^4, lycee^2, college^2, rentree^2.5, rentree scolaire^5, "
     "premier degre^3, second degre^3, enseignant^2, professeur^2, etablissement scolaire^3, "
     "ulis^4, groupe scolaire^2, fermeture d'ecole^4, baccalaureat^2, postes d'enseignants^3, "
     "classe^1, maternelle^2"},
    {"education/decrochage", "Décrochage scolaire", "",
     "decrochage^4, decrochage scolaire^5, decrocheur^4, abandon scolaire^5, micro lycee^5, "
     "descolarise^4, retour en formation^4, abandon precoce^3, reprise d'etudes^3, sans "
     "qualification^3, retours en formation^4, sortie precoce^3, reprendre ses etudes^2"},
    {"education/superieur", "Université et recherche", "Recherche et enseignement supérieur",
     "universite^3, universitaire^2, etudiant^2.5, enseignement superieur^5, recherche^1, "
     "chercheur^3, master^2, licence pro^2, cnrs^4, laboratoire^1.5, doctorant^4, campus^2, "
     "isite^3, bac 5^2, travaux de recherche^2"},
    {"education/agricole", "Enseignement agricole",
     "Agriculture, alimentation, forêt et affaires rurales",
     "enseignement agricole^5, lycee agricole^5, legta^4, apprentis agricoles^3, etablissements "
     "agricoles^3"},
    {"jeunesse", "Jeunesse, sport et associations", "Sport, jeunesse et vie associative",
     "jeune^0.8, jeunesse^2, drjscs^1.5, drajes^2, engagement citoyen^2, education populaire^2, "
     "information jeunesse^2.5, politique de jeunesse^2, adolescent^1"},
    {"jeunesse/service-civique", "Service civique", "",
     "service civique^6, volontaire^1, engagement de volontariat^2, reserve civique^4, mission de "
     "service civique^3, institut de l'engagement^4, snu^3, volontariat^2"},
    {"jeunesse/sport", "Sport", "",
     "sport^3, sportif^2.5, equipement sportif^4, cnds^4, natation^4, bassin de natation^3, "
     "piscine^3, football^3, stade^3, licencie^2, club^2, licence sportive^4, tennis^3, rugby^3, "
     "boulodrome^4, creps^3, gymnase^3, match^2, terrains de grands jeux^3, competition^1"},
    {"jeunesse/evenements", "Grands événements sportifs", "",
     "euro 2016^6, jeux olympiques^5, championnat d'europe^5, fan zone^4, fans zones^4, uefa^4, "
     "competition majeure^3, supporter^3, jeux de 2024^5, spectateur^2, grand evenement^2"},
    {"jeunesse/associations", "Associations, bénévolat et chantiers de jeunes", "",
     "association^0.8, associatif^1.5, benevole^2.5, benevolat^4, vie associative^5, fdva^4, "
     "monde associatif^2, mouvement associatif^2, emmaus^2, centres sociaux^2, chantiers de "
     "jeunes^5, chantier jeunes^5, jeunes benevoles^4, concordia^4, service civil "
     "international^4, colonie de vacances^4, accueil de loisirs^4, mobilite des jeunes^3, "
     "mobilite internationale^3, erasmus^4, chantier de memoire^4"},
    {"solidarite", "Solidarité et lutte contre la pauvreté",
     "Solidarité, insertion et égalité des chances",
     "solidarite^0.8, cohesion sociale^2, precarite^2, precaire^2, demuni^2.5, pauvrete^2, "
     "exclusion^1.5, aide sociale^2, social^0.4, fragile^0.7, vulnerable^2, inclusion^1"},
    {"solidarite/pauvrete", "Pauvreté et aide alimentaire", "",
     "pauvrete^3, plan pauvrete^5, seuil de pauvrete^5, aide alimentaire^5, rsa^3, demuni^2, "
     "minima sociaux^4, lutte contre la pauvrete^5, inclusion sociale^3, foyers fragiles^4, "
     "banque alimentaire^4, acces aux droits^3, domiciliation^2, prime d'activite^3"},
    {"solidarite/hebergement", "Hébergement et sans-abri", "Cohésion des territoires",
     "hebergement^2, hebergement d'urgence^5, sans abri^5, centre d'hebergement^4, chrs^4, places "
     "d'hebergement^4, 115^2, grand froid^3, sans domicile^5, nuit d'hotel^3, pension de "
     "famille^4, residence sociale^3, veille sociale^4"},
    {"solidarite/isolement", "Isolement et accès aux services", "Cohésion des territoires",
     "isolement^3, isolement social^5, accessibilite des services^4, services au public^4, schema "
     "d'amelioration^4, maison de services au public^5, france services^5, acces aux services "
     "publics^4, services de proximite^2, deficit d'accessibilite^3"},
    {"solidarite/handicap", "Handicap", "",
     "handicap^4, handicape^4, personnes handicapees^4, aah^3, travailleurs handicapes^4, esat^4, "
     "situation de handicap^4, mdph^4, accessibilite handicap^3, medico social^1"},
    {"solidarite/egalite", "Égalité entre les femmes et les hommes", "",
     "egalite professionnelle^5, femmes et hommes^3, droits des femmes^5, femme^1, sexisme^4, "
     "egalite entre femmes^4, egalite hommes^4, parite^3, cheffes^2, mixite^3, taux d'activite "
     "des femmes^4"},
    {"solidarite/discriminations", "Laïcité, citoyenneté et discriminations", "",
     "laicite^4, valeurs de la republique^5, discrimination^4, egalite et citoyennete^4, "
     "citoyennete^2, racisme^4, antisemitisme^4, conseil citoyen^3, vivre ensemble^3, delegue du "
     "gouvernement^2, fait religieux^4"},
    {"solidarite/familles", "Familles, enfance et personnes âgées", "",
     "enfance^3, famille^1.5, petite enfance^4, creche^4, protection de l'enfance^5, personnes "
     "agees^4, silver economie^2, ehpad^4, dependance^2, autonomie^1.5, seniors^2, aide sociale a "
     "l'enfance^5, parentalite^4, services a la personne^2"},
    {"sante", "Santé", "Santé",
     "sante^2, sanitaire^1.2, ars^2, agence regionale de sante^3, medical^2, malade^2, maladie^2, "
     "sante publique^3, medico social^1.5"},
    {"sante/soins", "Soins, hôpitaux et prévention", "",
     "hopital^3, hospitalier^2, soins^2.5, medecin^3, generaliste^3, acces aux soins^5, offre de "
     "soins^5, maison de sante^5, desert medical^5, psychiatrie^3, infirmier^3, projet regional "
     "de sante^5, prs^4, organisation des soins^4, etablissement de sante^3, inegalites face a la "
     "sante^3, droit a la sante^4, urgences^1.5, prevention sante^3, schema de prevention^4, "
     "addiction^4, tabac^4, depistage^4, obesite^4, alcoolisme^3, education a la sante^4, "
     "nutrition^3, cancer^3, sante mentale^3, maison des adolescents^2"},
    {"sante/vaccination", "Épidémies et vaccination", "",
     "vaccin^4, vaccination^5, vaccine^4, covid^4, dose^3, injection^3, epidemie^4, pandemie^3, "
     "crise sanitaire^3, premiere dose^4, astrazeneca^4, comorbidite^4, centre de vaccination^5"},
    {"sante/eau-potable", "Eau du robinet", "",
     "eau du robinet^6, eau potable^5, eaux distribuees^5, nitrates^3, pesticides^2.5, "
     "bacteriologie^4, perchlorates^4, selenium^4, metolachlore^4, unite de distribution^4, "
     "qualite des eaux^3, prelevement^2, nappe^1.5, captage^3"},
    {"logement", "Logement", "Cohésion des territoires",
     "logement^2, habitat^1.5, habitation^1.5, locataire^2, proprietaire^1.5, loyer^2, residence "
     "principale^2, immobilier^0.5, parc locatif^2"},
    {"logement/social", "Logement social", "",
     "logement social^5, logements sociaux^5, bailleur social^5, bailleurs sociaux^5, hlm^5, "
     "plai^4, plus pls^3, parc locatif social^5, parc social^4, locatif aide^4, vacance^2, mises "
     "en service^1.5, demande de logement^3, office public de l'habitat^4"},
    {"logement/renovation", "Rénovation et chauffage des logements", "",
     "renovation^2, renovation thermique^4, renovation energetique^3, maprimerenov^6, habiter "
     "mieux^5, anah^4, renov^2, precarite energetique^5, logements renoves^5, rehabilitation^2, "
     "proprietaires occupants^4, isolation^3, aides a l'habitat^4, espaces info energie^3, eie^3, "
     "renovation info service^4, conseiller info energie^3"},
    {"logement/construction", "Construction de logements", "",
     "construction de logements^5, mise en chantier^4, mises en chantier^4, autorisations de "
     "construire^5, permis de construire^4, pret a taux zero^4, accession^3, construction "
     "neuve^4, production de logements^3, logements neufs^4"},
    {"logement/indigne", "Logement indigne et expulsions", "",
     "habitat indigne^5, logement indigne^5, insalubre^4, insalubrite^4, marchand de sommeil^4, "
     "expulsion locative^5, dalo^4, droit au logement^4, expulsions^2"},
    {"territoires", "Villes, campagnes et aménagement", "Cohésion des territoires",
     "territoire^0.4, amenagement du territoire^2.5, territorial^0.3, ville^0.6, cohesion des "
     "territoires^2.5, urbain^1, urbanisme^2, agglomeration^0.6, commune^0.5"},
    {"territoires/quartiers", "Quartiers prioritaires", "",
     "quartier prioritaire^5, politique de la ville^5, qpv^5, contrat de ville^4, quartier^1.5, "
     "renovation urbaine^4, anru^4, dotation politique de la ville^4, conseils citoyens^3, "
     "quartiers sensibles^3, quartiers populaires^3, adultes relais^2"},
    {"territoires/ruralite", "Campagnes et centres-bourgs", "",
     "ruralite^4, rural^2, contrat de ruralite^5, centre bourg^4, centres bourgs^4, bourg "
     "centre^4, comite interministeriel aux ruralites^5, revitalisation rurale^3, zone "
     "rurale^2.5, village^1.5, bourg^2.5, territoires ruraux^3, petite commune^2"},
    {"territoires/collectivites", "Communes, intercommunalités et dotations",
     "Relations avec les collectivités territoriales",
     "collectivite^1, collectivites territoriales^1.5, intercommunalite^3, epci^2.5, dotation^2, "
     "dsil^4, detr^4, fsil^4, investissement public local^4, carte intercommunale^4, communaute "
     "de communes^1, arrondissement^0.8, fiscalite propre^2.5, batiments publics locaux^3, "
     "transfert de competences^2.5, gemapi^2, maire^1"},
    {"territoires/reconversion", "Bassin minier, Calaisis, Amiénois : contrats de territoire", "",
     "bassin minier^4, calaisis^2, amienois^2.5, contrat de developpement territorial^5, "
     "engagement pour le renouveau^5, ingenierie territoriale^4, territoires a enjeux^4, "
     "minier^1.5, sambre avesnois^2, renouveau du bassin minier^4, ingenierie^1.5"},
    {"territoires/friches", "Friches industrielles et sols pollués", "",
     "friche^5, friches industrielles^5, sols pollues^4, terres polluees^4, depollution^2.5, "
     "metaleurop^4, usinor^3, sites pollues^4, reconversion d'anciens sites^3, requalifier^2, "
     "denain^2"},
    {"territoires/planification", "Urbanisme et écoquartiers", "",
     "eco quartier^4, ecoquartier^4, sraddet^5, scot^4, plan local d'urbanisme^5, amenagement "
     "durable^4, eco cite^4, zac^2.5, urbanisme^2, document d'urbanisme^4, ville de demain^4, "
     "planification^2, coherence territoriale^3"},
    {"numerique", "Numérique", "Économie",
     "numerique^1.5, internet^2, informatique^2, donnees^0.7, en ligne^0.7, digital^2, "
     "technologies de l'information^2.5, amenagement numerique^2"},
    {"numerique/tres-haut-debit", "Internet rapide et fibre", "",
     "tres haut debit^5, haut debit^3, fibre^4, reseau d'initiative publique^5, france tres haut "
     "debit^5, 4g^3, cohesion numerique^4, amel^3, couverture mobile^4, zone blanche^4, "
     "satellite^2.5, syndicat mixte^1, reseaux d'initiatives publics^4, debit^2"},
    {"numerique/usages", "Apprendre et utiliser le numérique", "",
     "usages numeriques^5, inclusion numerique^5, ecole du numerique^4, metiers du numerique^4, "
     "fracture numerique^5, acces numerique^4, republique numerique^4, pop school^4, mediation "
     "numerique^4, illectronisme^5, pratiques numeriques^4, ecole numerique^4"},
    {"transports", "Transports et grands travaux", "Écologie, développement et mobilité durables",
     "transport^1.5, mobilite^0.7, deplacement^1, circulation^0.7, infrastructure^1.5, trafic^1, "
     "vehicule^1, intermodalite^2"},
    {"transports/routes", "Routes et autoroutes", "",
     "autoroute^4, autoroutier^4, echangeur^4, demi echangeur^4, rn2^3, a23^3, a2^2, route "
     "nationale^4, reseau routier^4, investissements routiers^5, transports exceptionnels^4, "
     "convoi exceptionnel^4, dir nord^3, congestion^3, routier^1, voirie^2.5"},
    {"transports/rail", "Trains", "",
     "train^3, gare^2.5, sncf^4, ligne ferroviaire^4, reseau ferroviaire^4, grande vitesse^3, "
     "ter^1.5, roissy picardie^5, creil roissy^5, ferroviaire^2.5, ligne nouvelle^3, tgv^4, "
     "rail^3"},
    {"transports/canal-ports", "Canaux et ports", "",
     "canal seine nord^6, canal^3, fluvial^4, port^2, calais port 2015^5, dragage^4, digue^3, "
     "vnf^4, voies navigables^4, perre^2, terre plein^3, navigation^2, maritime^1.2, escaut^2, "
     "peniche^4, bassin de la seine^2"},
    {"transports/vehicules-propres", "Voitures propres et aides à l'achat", "",
     "bonus ecologique^5, prime a la conversion^5, primes a la conversion^5, vehicule "
     "electrique^4, prime a la casse^5, primes a la casse^5, hybride^4, borne de recharge^4, "
     "covoiturage^4, vehicules legers^3"},
    {"environnement", "Environnement, énergie et climat",
     "Écologie, développement et mobilité durables",
     "environnement^1, environnemental^1, ecologie^1.5, ecologique^1, developpement durable^1.5, "
     "dreal^1.5, nature^0.7, climatique^1.5, climat^1.5, ademe^1.5"},
    {"environnement/energies", "Énergies renouvelables", "",
     "energie renouvelable^5, energies renouvelables^5, eolien^4, fonds chaleur^5, solaire^3, "
     "reseau de chaleur^5, biomasse^4, biogaz^4, methanisation^4, biomethane^4, chaufferie^4, "
     "photovoltaique^4, enr^3, gwh^2, mw^2"},
    {"environnement/transition", "Transition énergétique et climat", "",
     "transition energetique^4, changement climatique^4, energie positive^5, croissance verte^4, "
     "tepcv^4, plan climat^4, cotri^5, troisieme revolution industrielle^5, tri^1.5, gaz a effet "
     "de serre^4, co2^3, carbone^2.5, audit energetique^3, consommation energetique^3, batiments "
     "publics^1.5, renovation energetique^1.5, energetique^1, thermique^1, economie circulaire^2"},
    {"environnement/air", "Qualité de l'air", "",
     "qualite de l'air^6, pollution atmospherique^5, atmo^4, particules^3, pollution de l'air^5, "
     "pic de pollution^5"},
    {"environnement/eau", "Eau et rivières", "",
     "agence de l'eau^4, agences de l'eau^4, riviere^3, cours d'eau^4, zone humide^4, zones "
     "humides^4, milieux aquatiques^4, remeandrement^4, assainissement^4, gemapi^3, qualite de "
     "l'eau^3, eau^0.8, eaux pluviales^3, milieux humides^4, artois picardie^2, seine "
     "normandie^1.5, socle^1.5"},
    {"environnement/mer", "Mer, pêche et littoral", "",
     "littoral^2.5, mer^2.5, marin^2.5, marine^2, dune^3, conservatoire du littoral^4, aire "
     "marine protegee^5, aires marines protegees^5, plage^3, milieu marin^4, cotier^3, protection "
     "du littoral^4, eolien offshore^2, peche^3, pecheur^4, flotte de peche^5, criee^4, "
     "aquaculture^5, activites de peche^4, feamp^4, conchyliculture^5"},
    {"environnement/biodiversite", "Nature et paysages", "",
     "biodiversite^4, espaces naturels^4, parc naturel^3, faune^4, flore^4, natura 2000^5, "
     "reserve naturelle^5, paysage^2, marais^3, especes protegees^4, nature et paysages^4"},
    {"environnement/dechets", "Déchets et pollutions industrielles", "",
     "dechet^4, recyclage^4, installation classee^5, icpe^5, seveso^5, zero gaspillage^4, "
     "pollution industrielle^4, tri selectif^4, pollutions diffuses^2, zero dechet^4"},
    {"environnement/risques", "Inondations, sécheresse et catastrophes", "",
     "inondation^4, catastrophe naturelle^5, secheresse^3, risque naturel^4, ppri^5, tempete^3, "
     "submersion^4, seisme^4, prevention des risques^4, canicule^3, fonds barnier^4, crue^4, "
     "gel^2"},
    {"agriculture", "Agriculture et forêt", "Agriculture, alimentation, forêt et affaires rurales",
     "agricole^1.5, agriculture^2, agriculteur^2, exploitant^1.2, draaf^2.5, exploitation "
     "agricole^2, alimentation^1, pac^1.5, ddt^0.5"},
    {"agriculture/exploitations", "Fermes et aides aux agriculteurs", "",
     "exploitations agricoles^4, surface agricole^5, cereale^4, oleagineux^4, vigne^4, "
     "viticole^4, agriculteurs en difficulte^4, exploitation^1, agroequipement^4, sau^3, aides "
     "agricoles^4, emploi agricole^4, installation d'agriculteurs^4, taxe sur le non bati^4, "
     "culture cerealiere^3, aides pac^4, degrevement^1.5"},
    {"agriculture/agroecologie", "Agriculture plus verte", "",
     "agro ecologie^5, agroecologie^5, agro ecologique^5, ecophyto^5, phytosanitaire^4, bio^2, "
     "agriculture biologique^5, zero phyto^5, phyto^3, pesticide^1.5, herbicide^2, jardin "
     "partage^2"},
    {"agriculture/elevage", "Élevage", "",
     "elevage^4, eleveur^4, vache^4, lait^4, bovin^4, brebis^4, porcin^4, ovin^4, volaille^4, "
     "laitier^4, allaitante^4"},
    {"agriculture/foret", "Forêt et bois", "",
     "foret^3, bois^2.5, forestier^3.5, recolte de bois^5, bois d'oeuvre^5, bois d'industrie^5, "
     "chene^3, massif^1.5, onf^3, scierie^4, bois scie^4, sylviculture^5, essence^1"},
    {"securite", "Sécurité et justice", "Sécurités",
     "securite^1, police^1.5, gendarmerie^1.5, policier^1.5, gendarme^1.5, ordre public^2, forces "
     "de l'ordre^2.5, procureur^1.5, maintien de l'ordre^2"},
    {"securite/delinquance", "Délinquance et cambriolages", "",
     "delinquance^4, cambriolage^4, vol^2, vols^2, crimes et delits^5, atteintes aux biens^5, "
     "atteintes aux personnes^4, atteintes volontaires^4, integrite physique^4, homicide^4, "
     "escroquerie^4, faits constates^3, elucidation^4, coups et blessures^4, vehicules brules^4, "
     "criminalite^4, zone de securite prioritaire^4, degradations^2, faits de delinquance^5, "
     "infractions^1, main armee^3, jets de projectiles^3, police technique^3"},
    {"securite/familiales", "Violences dans le couple et la famille", "",
     "violences intrafamiliales^6, violences conjugales^6, feminicide^6, violences faites aux "
     "femmes^6, violences sexuelles^4, conjoint^2, violence^1, telephone grave danger^4, "
     "intrafamilial^4"},
    {"securite/terrorisme", "Terrorisme et radicalisation", "",
     "terrorisme^5, terroriste^4, attentat^4, radicalisation^5, etat d'urgence^5, vigipirate^5, "
     "menace^1, antiterroriste^4, prevention de la radicalisation^5, sentinelle^3"},
    {"securite/routiere", "Sécurité routière", "",
     "securite routiere^6, accidents de la route^4, tues^2.5, accident^1.5, blesse^2, "
     "vitesse^1.5, alcool^2, mortalite routiere^4, permis retires^4, radar^4, deux roues^3, "
     "blesses hospitalises^4, motard^3, pieton^2, morts sur les routes^5, accidentalite^5, veille "
     "du trafic^4, crises routieres^3, stupefiants au volant^4, conducteur^2"},
    {"securite/stupefiants", "Drogues et trafics", "",
     "stupefiant^4, drogue^4, cocaine^5, cannabis^5, zamal^5, ecstasy^5, trafic de drogue^5, "
     "narcotrafic^5, saisie^1.5, saisies^2, heroine^5, trafiquant^3"},
    {"securite/secours", "Pompiers, incendies et secours", "",
     "pompier^4, sapeur pompier^4, incendie^4, secours^2.5, securite civile^5, sdis^4, feux de "
     "foret^6, feu^2, incendies de foret^6, sis^1.5, etat major interministeriel^3, protection de "
     "la population^2.5, gestion de crise^3, maquis^2.5, canadair^5, deminage^4, feux^3, surface "
     "brulee^4"},
    {"securite/justice", "Justice et prisons", "Justice",
     "justice^2, tribunal^3, prison^4, detention^3, penitentiaire^4, protection judiciaire^4, "
     "pjj^4, detenu^4, sous main de justice^4, procureur^1.5, palais de justice^2, magistrat^4, "
     "judiciaire^1.5"},
    {"migrations", "Asile et immigration", "Immigration, asile et intégration",
     "migrant^3, immigration^4, etranger^0.7, asile^2, refugie^3, migratoire^2.5, crise "
     "migratoire^3, exile^2.5"},
    {"migrations/asile", "Demandeurs d'asile, réfugiés et mineurs isolés", "",
     "demandeur d'asile^5, droit d'asile^5, refugie^3, cada^4, ofpra^5, ofii^4, protection "
     "internationale^4, demande d'asile^5, relocalisation^4, asile^2, reinstallation^3, huda^3, "
     "mineur isole^5, mineurs isoles^5, mineurs etrangers^4, mineur non accompagne^5, mineurs non "
     "accompagnes^5, caomi^5, mineur etranger^4"},
    {"migrations/accueil", "Hébergement et aide aux migrants", "",
     "centre d'accueil et d'orientation^6, cao^4, caes^5, mises a l'abri^5, mise a l'abri^5, "
     "dispositif humanitaire^5, population migrante^5, maraude^2, distribution de repas^4, "
     "jungle^4, demantelement^2.5, france terre d'asile^4, audasse^4, vie active^3, repas^2, "
     "centre jules ferry^4, lande^4, campement^4"},
    {"migrations/passeurs", "Frontière, passeurs et traversées", "",
     "passeur^5, reseaux de passeurs^5, traversee de la manche^5, traversees de la manche^5, "
     "police aux frontieres^4, immigration irreguliere^5, eloignement^2, small boat^4, filieres "
     "d'immigration^4, reconduite^3, retention^3"},
    {"migrations/integration", "Titres de séjour et intégration", "",
     "titre de sejour^5, naturalisation^5, integration republicaine^4, contrat d'integration^4, "
     "carte de sejour^5, insertion des etrangers^4, integration des refugies^4, apprentissage du "
     "francais^4"},
    {"culture", "Culture et patrimoine", "Culture",
     "culture^1.2, culturel^1.2, drac^2.5, artiste^1.5, artistique^1.2, oeuvre d'art^2, "
     "democratisation de la culture^3, ministere de la culture^2"},
    {"culture/patrimoine", "Monuments et patrimoine", "",
     "patrimoine^2.5, monument^4, monument historique^5, monuments historiques^5, unesco^4, "
     "terril^3, classement^1.5, sites patrimoniaux^5, archeologie^5, archeologique^5, inrap^4, "
     "jardin remarquable^5, maison des illustres^5, art et histoire^3, chateau^3, sites "
     "nationaux^4, motte castrale^4, villes et pays d'art^4, patrimoine mondial^5, patrimonial^2"},
    {"culture/education-artistique", "Éducation artistique et publics éloignés", "",
     "education artistique^5, clea^4, contrat local d'education^4, acces a la culture^4, contrat "
     "culture ruralite^4, artiste rencontre^4, action culturelle^4, education aux medias^4, "
     "liberte d'expression^3, culture justice^3, culture sante^3"},
    {"culture/lecture", "Lecture, illettrisme et médias", "Médias, livre et industries culturelles",
     "lecture publique^5, bibliotheque^4, mediatheque^4, contrat territoire lecture^5, ctl^4, "
     "livre^2.5, medias^2, journaliste^2.5, cnl^3, presse^2, lecture^2, illettrisme^5, "
     "illettre^4, savoirs de base^4, alphabetisation^3, apprendre a lire^3, maitrise de la "
     "langue^3"},
    {"culture/spectacle", "Musées, cinéma et spectacles", "",
     "musee^4, musees de france^5, cinema^4, theatre^4, spectacle^3, musique^3, danse^3, cnc^3, "
     "cnm^3, palais des beaux arts^5, atrium^3, exposition^3, creation artistique^4, scene "
     "nationale^4, festival^3"},
    {"culture/memoire", "Mémoire et anciens combattants",
     "Anciens combattants, mémoire et liens avec la Nation",
     "ancien combattant^5, anciens combattants^5, centenaire^3, commemoration^4, grande guerre^4, "
     "memoire^1.5, bataille de la somme^5, onac^4, devoir de memoire^5, premiere guerre "
     "mondiale^4"},
    {"etat", "Administration et services publics",
     "Administration générale et territoriale de l'État",
     "prefecture^0.6, prefet^0.4, administration^0.8, service public^0.8, services de l'etat^0.4, "
     "sgar^1, fonctionnement^0.5, administratif^0.6, sous prefecture^1"},
    {"etat/organisation", "Réforme et organisation de l'État", "",
     "reforme territoriale^4, reorganisation^3, nouvelle organisation^2, organisation de "
     "l'etat^4, directions regionales^3, fusion^2, reforme de l'etat^4, nouvelle region^2, "
     "gouvernance^1.5, mutualisation^3.5, organigramme^4, courrier^1.5, archivage^2, juridique^1, "
     "flotte automobile^3, organisation territoriale^3, direction departementale^1, bi site^3, "
     "mode projet^2, secretariat general^1.5, fonctions support^4, effectifs de l'etat^3, "
     "economies^1"},
    {"etat/demarches", "Démarches et guichets", "",
     "permis de conduire^4, carte grise^5, carte d'identite^5, passeport^5, demarche^2, ppng^5, "
     "prefecture nouvelle generation^5, prefectures nouvelle generation^5, dematerialisation^4, "
     "en ligne^1.5, simplification^3, usager^2, guichet^3, points numeriques^4, delivrance de "
     "titres^4, teleprocedure^4, normes des collectivites^2, fraude documentaire^3"},
    {"etat/agents", "Agents publics", "Transformation et fonction publiques",
     "fonction publique^4, agents publics^5, agent public^5, emploi public^4, fonctionnaire^4, "
     "ressources humaines^3, hospitaliere^1, interfonctions publiques^4, mobilite des agents^4, "
     "inter fonctions publiques^4, effectifs^1.5"},
    {"etat/budget", "Dépenses de l'État", "Engagements financiers de l'État",
     "depenses de l'etat^5, budget de l'etat^5, budget^2, depenses fiscales^5, depenses "
     "sociales^4, transferts financiers^4, loi de finances^4, execution^1, moyens financiers^1.5, "
     "argent de l'etat^4, recettes fiscales^4, depense^1.5, poids financier^4, decaisse^2, "
     "rapport annuel de performances^3"},
    {"etat/impots", "Impôts", "Gestion des finances publiques",
     "impot^3, impot sur le revenu^5, foyer fiscal^5, foyers fiscaux^5, fiscal^1, declaration de "
     "revenus^5, declarer revenus^4, taxe^1.5, taxe d'habitation^4, finances publiques^3, tva^3, "
     "contribuable^4, degrevement^2.5, avis d'imposition^5"},
    {"etat/batiments", "Bâtiments de l'État", "",
     "batiments de l'etat^5, cite administrative^5, immobilier de l'etat^5, projet immobilier^3, "
     "emprise militaire^4, emprises militaires^4, gare la vallee^3, implantations^1.5, locaux^1.5"},
    {"etat/achats", "Achats publics", "",
     "commande publique^5, achat public^5, marche public^4, marches publics^4, donneur d'ordre^3, "
     "acheteur^3, observatoire de la commande^4, appel d'offres^3, marche public simplifie^5"},
    {"etat/etudes", "Études et statistiques publiques", "Économie",
     "insee^2, statistique^2, observatoire^1.5, piver^5, etudes en region^4, plate forme "
     "d'observation^4, diffusion des connaissances^3, systeme d'information partage^3, diagnostic "
     "statistique^4, sipics^5, observation^1.5, information economique^3, information "
     "statistique^4"},
    {"monde", "Europe et coopération internationale", "Action extérieure de l'État",
     "europe^1, europeen^0.8, international^0.7, union europeenne^1, diplomatie^2.5, "
     "diplomatique^2, cooperation^1.2, pays europeens^1.5, ministere des affaires etrangeres^2.5, "
     "relations internationales^3"},
    {"monde/voisins", "Belgique, Royaume-Uni et pays voisins", "",
     "belgique^3, royaume uni^3, pays bas^2.5, franco belge^4, brexit^4, londres^3, wallonie^2, "
     "flandre^0.7, franco britannique^4, pays riverain^4, pays voisin^4, pays frontaliers^4, "
     "luxembourg^2, belge^3, transfrontalier^1, wallon^2, flamand^2"},
    {"monde/fonds", "Fonds européens", "",
     "fonds europeens^5, feder^4, fse^3, fonds social europeen^4, interreg^5, feader^4, credits "
     "europeens^5, cooperation territoriale^4, programmes europeens^3, cofinance^0.7"},
    {"monde/solidarite", "Coopération avec d'autres pays du monde",
     "Aide publique au développement",
     "cooperation decentralisee^6, burkina faso^4, senegal^3, maroc^3, franco senegalaise^4, "
     "franco marocaine^4, solidarite internationale^5, aide au developpement^5, pays en voie de "
     "developpement^4, moldavie^3, guinee^2, cofinances par le ministere des affaires "
     "etrangeres^3"},
};

}  // namespace

std::span<const ThemeEntry> theme_entries() { return entries; }

}  // namespace repere::corpus
