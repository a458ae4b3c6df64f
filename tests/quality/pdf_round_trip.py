#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Typesets our own French as two-column PDFs with headless Chromium, reads them back with
`repere-index read`, and compares: at least 99 % of the words in order, every table row whole.

Stated losses: page headers and footers are dropped (Chromium prints its own: date, title, page).
Prints one line and ends with 0 when Chromium is not installed.
"""
import argparse
import difflib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

STYLE = """@page{size:A4;margin:20mm 18mm}body{font:%spt/1.35 %s;text-align:justify;hyphens:manual}
h1{font-size:25pt;text-align:left}h2{font-size:17pt;text-align:left;column-span:all}h3{font-size:13pt;text-align:left}
.cols{columns:2;column-gap:9mm}.box{border:1px solid #333;padding:3mm;background:#eef;break-inside:avoid;font-size:9pt}
table{border-collapse:collapse;width:100%%;text-align:left;break-inside:avoid}td,th{padding:1mm 2mm;border-bottom:1px solid #999}
td.n{text-align:right}"""
SUBJECTS = ["Les services de l’État", "La préfecture", "Le conseil départemental", "La mission locale", "L’agence de l’eau",
            "Le rectorat", "Les communes rurales", "Les entreprises artisanales"]
VERBS = ["accompagnent durablement", "financent en priorité", "soutiennent avec constance", "évaluent chaque année",
         "renforcent progressivement", "préparent ensemble"]
OBJECTS = ["la rénovation énergétique des bâtiments publics", "l’insertion professionnelle des jeunes",
           "la protection des captages d’eau potable", "l’accès aux soins dans les cantons éloignés",
           "la modernisation des équipements numériques", "les projets culturels itinérants"]
ENDS = ["dans douze cantons du département.", "grâce à une enveloppe de 350 000 € par an.",
        "en lien avec les associations du territoire.", "malgré un calendrier particulièrement resserré.",
        "depuis la signature du contrat en 2019."]


def paragraph(seed, sentences):
    out = []
    for at in range(sentences):
        n = seed * 7 + at * 5
        out.append(" ".join([SUBJECTS[n % 8], VERBS[(n // 2) % 6], OBJECTS[(n // 3) % 6], ENDS[(n + at) % 5]]))
    return " ".join(out)


def content(seed):
    """The report as (kind, text) in reading order."""
    items = [("h1", f"Rapport d’activité {2018 + seed} des services déconcentrés")]
    for chapter in range(3):
        items.append(("h2", ["Agir pour l’emploi", "Protéger les habitants", "Aménager le territoire"][chapter]))
        for part in range(2):
            n = seed * 11 + chapter * 3 + part
            items.append(("h3", ["Former les jeunes", "Aider les entreprises", "Prévenir les crues", "Contrôler les routes",
                                 "Rénover les logements", "Relier les villages"][chapter * 2 + part]))
            items.append(("p", paragraph(n, 4)))
            items.append(("p", paragraph(n + 3, 3)))
            if part == 0:
                items.append(("box", ("Un exemple à suivre", paragraph(n + 5, 2))))
                items.append(("p", "Les engagements pris se répartissent en trois axes :"))
                items += [("li", text) for text in ("repérer les besoins des habitants ;", "financer les travaux prioritaires ;",
                                                    "rendre compte chaque trimestre.")]
            else:
                items.append(("table", [("Mesure", "Montant")] + [(name, f"{17 * n + at * 31} 000")
                              for at, name in enumerate(("Subventions versées", "Prêts garantis", "Aides directes"))]))
            items.append(("p", paragraph(n + 9, 4)))
    return items


def soft(text):
    """Places where a line may cut a word."""
    return re.sub(r"([a-zéèà]{3}[bcdfglmnprst])([aeiouyé][a-zéèà]{3})", "\\1\u00AD\\2", text)


def to_html(items, size, font):
    parts = [f"<!doctype html><html lang=fr><meta charset=utf-8><title>Essai</title><style>{STYLE % (size, font)}</style><body>"]
    columns = False
    for kind, value in items:
        if kind == "h2" and not columns:
            parts.append("<div class=cols>")
            columns = True
        if kind == "box":
            parts.append(f"<div class=box><b>{value[0]}</b><p>{soft(value[1])}</p></div>")
        elif kind == "table":
            rows = "".join("<tr>" + "".join(f"<td{' class=n' if at and row else ''}>{cell}</td>" for at, cell in enumerate(cells)) + "</tr>"
                           for row, cells in enumerate(value))
            parts.append(f"<table>{rows}</table>")
        elif kind == "li":
            parts.append(f"<ul style='margin:0'><li>{soft(value)}</li></ul>")
        else:
            parts.append(f"<{kind}>{soft(value) if kind == 'p' else value}</{kind}>")
    return "".join(parts)


def words_of(items):
    out = []
    for kind, value in items:
        if kind == "box":
            out += value[0].split() + value[1].split()
        elif kind == "table":
            for cells in value:
                out += " ".join(cells).split()
        else:
            out += value.split()
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--program", default="build/release/bin/repere-index")
    parser.add_argument("--min-words", type=float, default=0.99)
    parser.add_argument("--keep", help="folder to leave the PDFs in")
    args = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        print("pdf_round_trip: sauté, chromium n'est pas installé")
        return 0
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(args.keep or folder)
        for seed, (size, font) in enumerate([("10.5", "'DejaVu Serif',serif"), ("9.5", "'DejaVu Sans',sans-serif"), ("11", "serif")]):
            items = content(seed)
            page, pdf = folder / f"{seed}.html", folder / f"{seed}.pdf"
            page.write_text(to_html(items, size, font), encoding="utf-8")
            subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                            f"--print-to-pdf={pdf}", str(page)], check=True, capture_output=True, timeout=180)
            out = subprocess.run([args.program, "read", "--format", "json", str(pdf)], capture_output=True, check=True)
            report = json.loads(out.stdout)
            expected = words_of(items)
            got = " ".join(block["text"] for block in report["blocks"]).split()
            matcher = difflib.SequenceMatcher(None, expected, got, autojunk=False)
            same = sum(size for _, _, size in matcher.get_matching_blocks())
            rows = [" ".join(cells) for kind, value in items if kind == "table" for cells in value]
            texts = {block["text"] for block in report["blocks"]}
            whole = sum(row in texts for row in rows)
            titles = [value for kind, value in items if kind in ("h2", "h3")]
            found = sum(any(s["title"] == title for s in report["sections"]) for title in titles)
            share = same / len(expected)
            print(f"pdf {seed}: words in order {share:.4f} ({same}/{len(expected)}, read {len(got)}), "
                  f"table rows whole {whole}/{len(rows)}, titles {found}/{len(titles)}, pages {len(report['pages'])}")
            if share < args.min_words or whole < len(rows):
                failed = True
                for op in matcher.get_opcodes():
                    if op[0] != "equal":
                        print("   ", op[0], expected[op[1]:op[2]][:14], "→", got[op[3]:op[4]][:14])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
