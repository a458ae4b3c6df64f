#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Derives families.txt: words made from one another (« construire », « construction »), by the
endings that French forms words with, where the Lefff knows both words. See README.md.

usage: derive_families.py package/src/lefff-3.4.mlex/lefff-3.4.mlex > families.txt
"""
import collections
import sys

import derive_lemmas

VERB_ENDINGS = {
    "er": ("ement", "ation", "age", "eur", "ateur", "ure", "ance", "ition", "ion", "ment"),
    "quer": ("cation",),
    "fier": ("fication",),
    "yer": ("i", "ie", "iement"),
    "ir": ("issement", "isseur", "issage", "ition", "ution", "ie", "ien"),
    "uire": ("uction", "ucteur"),
    "crire": ("cription", "cripteur"),
    "re": ("te", "e", "eur", "ement", "u"),
}
NOUN_ENDINGS = ("al", "el", "ique", "aire", "eux", "if", "ien", "ier", "iel")
PERSON_ENDINGS = ("iste", "isme", "ite", "ier", "aire")
ADJECTIVE_ENDINGS = ("ite", "ment", "ement", "isme", "iser", "ique", "esse", "eur")
SWAPS = (("ie", "ique"), ("ie", "ien"), ("tion", "tif"), ("tion", "teur"), ("ence", "ent"),
         ("ance", "ant"), ("ence", "entiel"))
# Pairs of one shape and two meanings.
PARTED = {("loge", "logement"), ("depart", "departement"), ("marche", "marcher"), ("fond", "fonder"),
          ("part", "partir"), ("sort", "sortir"), ("port", "porter"), ("tour", "tourner"),
          ("temps", "temporal"), ("commune", "communiste"), ("commun", "communiste"),
          ("commune", "communisme"), ("commun", "communisme"), ("social", "socialisme")}


def words(path):
    nouns, adjectives, verbs = {}, {}, {}
    for line in open(path, encoding="utf-8"):
        form, pos, lemma, _ = line.rstrip("\n").split("\t")
        lemma = lemma.replace("œ", "oe")
        if lemma.isalpha() and lemma == lemma.lower():
            into = {"nc": nouns, "adj": adjectives, "v": verbs}.get(pos)
            if into is not None:
                into.setdefault(derive_lemmas.fold(lemma), lemma)
    return nouns, adjectives, verbs


def pairs(nouns, adjectives, verbs):
    for verb in verbs:
        for ending, made in VERB_ENDINGS.items():
            stem = verb[:-len(ending)]
            if verb.endswith(ending) and len(stem) >= 3 - (ending not in ("er", "ir", "re")):
                yield from ((verb, stem + m) for m in made if stem + m in nouns)
        if verb.endswith("er") and len(verb) >= 7:
            yield from ((verb, n) for n in (verb[:-2], verb[:-1]) if n in nouns)
    for noun in nouns:
        stem = noun[:-1] if noun.endswith("e") else noun
        if len(stem) >= 4:
            yield from ((noun, stem + m) for m in NOUN_ENDINGS if stem + m in adjectives)
            yield from ((noun, stem + m) for m in PERSON_ENDINGS if stem + m in nouns)
        for old, new in SWAPS:
            other = noun[:-len(old)] + new
            if noun.endswith(old) and (other in adjectives or other in nouns):
                yield noun, other
    for adjective in adjectives:
        for stem in {adjective, adjective.rstrip("e")}:
            if len(stem) >= 4:
                yield from ((adjective, stem + m) for m in ADJECTIVE_ENDINGS
                            if stem + m in nouns or stem + m in verbs)
        if adjective[-2:] in ("al", "el") and adjective[:-2] + "alite" in nouns:
            yield adjective, adjective[:-2] + "alite"


def main():
    path = sys.argv[1]
    _, target, _, _ = derive_lemmas.terms_of(derive_lemmas.read(path))
    nouns, adjectives, verbs = words(path)
    spelled = {**verbs, **adjectives, **nouns}
    families = collections.defaultdict(set)
    for one, other in pairs(nouns, adjectives, verbs):
        if (one, other) in PARTED or (other, one) in PARTED or one == other:
            continue
        one, other = (target.get(spelled[w], w) for w in (one, other))
        if one != other:
            families[min(one, other)].add(max(one, other))
    print("# Derived from the Lefff 3.4 (Sagot 2010), LGPL-LR, by derive_families.py: do not edit.")
    for first in sorted(families):
        print(" ".join([first] + sorted(families[first])))


if __name__ == "__main__":
    main()
