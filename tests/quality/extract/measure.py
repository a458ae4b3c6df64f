#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores extraction against hand-made truth, when it stands beside the repository (else skipped, 77).

  measure.py REPERE_INDEX [SHARED]     SHARED: folder with gold/, score/, corpus/ and peer-suites/
"""
import json
import pathlib
import subprocess
import sys
import tempfile

# Lines of the report that the dev half covers, and the least that each score may be.
LINES = "1-379,717-977,1213-1640,1659-1878,1994-2302,2390-2585"
FIGURES = {"f1": 0.97, "unit_accuracy": 0.93, "approx_accuracy": 0.95, "year_accuracy": 0.85,
           "territory_accuracy": 0.85, "territory_elsewhere_accuracy": 0.85, "label_accuracy": 0.75}
NUMBERS = {"right": 0.90}


def score(shared, *words):
    command = [sys.executable, str(shared / "score" / "score.py"), "--json", *map(str, words)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def extract(program, folder, name, *words):
    out = pathlib.Path(folder) / name
    with open(out, "wb") as lines:
        subprocess.run([program, "extract", *map(str, words)], check=True, stdout=lines)
    return out


def judge(name, got, floors):
    for key, floor in floors.items():
        print(f"{name:8} {key:30} {got[key]:.4f}   (au moins {floor})")
    return all(got[key] >= floor for key, floor in floors.items())


def main():
    here = pathlib.Path(__file__).resolve().parents[3]
    shared = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here.parent / "shared"
    reports = sorted((shared / "corpus").glob("*.txt"))
    if len(sys.argv) < 2 or not reports or not (shared / "score" / "score.py").exists():
        print("pas de vérité à côté du dépôt : rien n'est mesuré")
        return 77
    program, report = sys.argv[1], reports[0]
    with tempfile.TemporaryDirectory() as folder:
        figures = score(shared, "figures", shared / "gold" / "figures.dev.jsonl",
                        extract(program, folder, "report.jsonl", report), report, "--lines", LINES)
        cases = shared / "peer-suites" / "numbers.dev.jsonl"
        numbers = score(shared, "numbers", cases, extract(program, folder, "numbers.jsonl", "--batch", cases))
    return 0 if all([judge("figures", figures, FIGURES), judge("numbers", numbers, NUMBERS)]) else 1


if __name__ == "__main__":
    sys.exit(main())
