#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the shipped digests with the sources that they digest, where those are at hand.

  compare.py [--shared DIR] [--reports DIR] [--show]

Two rules of corpus/reports/README.md: no digest has a run of eight or more words in common with
its source, names of bodies, programmes and laws excepted (names.txt); and every figure of the
hand-made half (gold/figures.dev.jsonl) stands in the digest of its report with value and unit.
Exit: 0 both hold, 1 one does not, 77 there is no source to compare with.
"""
import argparse
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
LONGEST_RUN = 7
FULL_DIGEST = "2016-hauts-de-france.md"
UNIT_WORDS = {
    "EUR": ["€", "euro"], "%": ["%"], "ha": ["hectare", "ha"], "m3": ["m³", "m3", "metres cube"],
    "m": ["centimetre", "metre"], "tCO2e": ["tonne"], "an": ["an", "annee"], "jour": ["jour"],
    "mois": ["mois"], "heure": ["heure"], "km": ["km"], "MW": ["mw"], "GWh": ["gwh"],
    "véhicules/jour": ["vehicule"], "CAE": ["cae", "contrats d'accompagnement"],
    "EIE": ["espaces info energie", "eie"],
}
NUMBER_WORDS = {w: i for i, w in enumerate(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze".split())}
NUMBER_WORDS |= {"une": 1, "vingtaine": 20, "trentaine": 30, "trente": 30, "dizaine": 10}
MULTIPLIERS = {"million": 1e6, "milliard": 1e9, "md": 1e9, "m": 1e6, "k": 1e3, "millier": 1e3}


def fold(text):
    text = text.replace("œ", "oe").replace("’", "'").replace("²", "2").replace("³", "3")
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def words(text):
    return re.findall(r"\w+", fold(text))


def names():
    lines = (HERE / "names.txt").read_text(encoding="utf-8").splitlines()
    listed = [words(line) for line in lines if line.strip() and not line.startswith("#")]
    return sorted(listed, key=len, reverse=True)


def without_names(tokens, listed):
    """The tokens, each listed name made one mark that counts for no word."""
    by_first = {}
    for name in listed:
        by_first.setdefault(name[0], []).append(name)
    out, i = [], 0
    while i < len(tokens):
        name = next((n for n in by_first.get(tokens[i], []) if tokens[i:i + len(n)] == n), None)
        out.append("§" if name else tokens[i])
        i += len(name) if name else 1
    return out


def common_runs(digest, source):
    """Runs of more than LONGEST_RUN words, names not counted, that both texts hold."""
    places = {}
    for j, word in enumerate(source):
        places.setdefault(word, []).append(j)
    runs, best_end = [], 0
    for i, word in enumerate(digest):
        longest = 0
        for j in places.get(word, ()):
            n = 0
            while i + n < len(digest) and j + n < len(source) and digest[i + n] == source[j + n]:
                n += 1
            longest = max(longest, n)
        counted = sum(w != "§" for w in digest[i:i + longest])
        if counted > LONGEST_RUN and i + longest > best_end:
            runs.append(" ".join(digest[i:i + longest]))
            best_end = i + longest
    return runs


def prose(path):
    """The digest without its last section, which cites the source by its title."""
    text = path.read_text(encoding="utf-8")
    return text.split("\n## D'où viennent ces chiffres")[0]


def joined(source):
    """A source with the words that line ends cut made whole again."""
    return re.sub(r"(\w)-\n\s*(\w)", r"\1\2", source)


def facts_of(source):
    return source.split("## Faits")[-1]


def figures(text):
    """(value, what stands around it) for each number of the text."""
    header = ""
    for line in text.splitlines():
        table = line.startswith("|")
        header = (line if table and not header else header) if table else ""
        plain = fold(line).replace("\u00a0", " ").replace("\u202f", " ")
        pattern = r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?|\b(?:%s)\b" % "|".join(NUMBER_WORDS)
        for found in re.finditer(pattern, plain):
            raw = found.group().replace(" ", "").replace(",", ".")
            value = NUMBER_WORDS[raw] if raw in NUMBER_WORDS else float(raw)
            after = plain[found.end():]
            multiplier = re.match(r"\s*(milliard|million|millier|md|m|k)(?:s\b|\b| ?€)", after)
            around = fold(header) + plain if table else after[:90]
            yield value, around
            if multiplier and value < 1e6:
                yield value * MULTIPLIERS[multiplier.group(1)], around
            if "centimetre" in after[:14]:
                yield value / 100, around
            if table and "milliers d'euros" in fold(header):
                yield value * 1000, around


def unit_words(unit):
    if unit in UNIT_WORDS:
        return UNIT_WORDS[unit]
    return [fold(word)[:6].rstrip("s") for word in re.findall(r"\w+", unit)[:1]]


def missing_figures(gold, text):
    found = list(figures(text))
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if not row.get("optional")]

    def stands(row):
        return any(abs(value - row["value"]) < 1e-6 * max(1, abs(row["value"])) and
                   any(re.search(r"(?<!\w)" + re.escape(word), around) for word in
                       unit_words(row["unit"])) for value, around in found)
    return len(rows), [row for row in rows if not stands(row)]


def compare_runs(reports, shared, show):
    listed, faults = names(), 0
    original = next((shared / "corpus").glob("*.txt"))
    for path in sorted(reports.glob("*.md")):
        facts = shared / "facts" / path.name
        if path.name == FULL_DIGEST:
            source = joined(original.read_text(encoding="utf-8"))
        elif facts.exists():
            source = facts_of(facts.read_text(encoding="utf-8"))
        else:
            continue
        runs = common_runs(without_names(words(prose(path)), listed),
                           without_names(words(source), listed))
        faults += len(runs)
        for run in runs:
            print(f"{path.name} : {len(run.split())} mots en commun : {run if show else run[:80]}")
    return faults


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = HERE.parents[2]
    options.add_argument("--shared", type=pathlib.Path, default=root.parent / "shared")
    options.add_argument("--reports", type=pathlib.Path, default=root / "corpus" / "reports")
    options.add_argument("--show", action="store_true", help="print each fault whole")
    args = options.parse_args()
    if not (args.shared / "facts").is_dir():
        print("SKIPPED: no sources to compare the digests with")
        return 77
    runs = compare_runs(args.reports, args.shared, args.show)
    digests = len(list(args.reports.glob("[0-9]*.md")))
    print(f"{digests} digests, {runs} runs of eight words or more in common with a source")
    text = (args.reports / FULL_DIGEST).read_text(encoding="utf-8")
    total, missing = missing_figures(args.shared / "gold" / "figures.dev.jsonl", text)
    print(f"{total - len(missing)} of {total} figures of the hand-made half in {FULL_DIGEST}")
    for row in missing if args.show else missing[:5]:
        print(f"missing: l. {row['line']} {row['surface']} ({row['value']} {row['unit']})")
    return 1 if runs or missing else 0


if __name__ == "__main__":
    sys.exit(main())
