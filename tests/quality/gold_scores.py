#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores the built programs on the truth sets of ../shared with its own scorer, and holds floors.

  gold_scores.py BIN [SHARED]

Exit 77 (skipped) when SHARED is not there. The floors are a little under what was last measured: they catch a
change that loses quality, they are not the aims.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LINES = "1-379,717-977,1213-1640,1659-1878,1994-2302,2390-2585"
FLOORS = {
    "retrieval.recall@1": 0.73, "retrieval.mrr@10": 0.79,
    "evidence.recall@1": 0.80, "evidence.recall@3": 0.88,
    "figures.f1": 0.97, "figures.unit_accuracy": 0.93, "figures.approx_accuracy": 0.95,
    "figures.year_accuracy": 0.85, "figures.label_accuracy": 0.75,
    "entities.place": 0.92, "entities.organisation": 0.85, "entities.programme": 0.75, "entities.person": 1.0,
    "numbers.right": 0.90,
}


def main():
    binaries = sys.argv[1]
    shared = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(ROOT), "shared")
    scorer = os.path.join(shared, "score", "score.py")
    if not os.path.exists(scorer):
        print("sauté : ../shared absent")
        return 77
    report = glob.glob(os.path.join(shared, "corpus", "*.txt"))[0]
    index_program, query_program = (os.path.join(binaries, "repere-" + p) for p in ("index", "query"))

    def out(path, *command):
        with open(path, "w", encoding="utf-8") as to:
            subprocess.run(command, check=True, stdout=to)
        return path

    def score(*args):
        done = subprocess.run([sys.executable, scorer, "--json", *args], check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    gold = lambda name: os.path.join(shared, "gold", name)
    got = {}
    with tempfile.TemporaryDirectory() as work:
        piaf, real = work + "/piaf", work + "/real"
        build = lambda index, *paths: subprocess.run([index_program, "build", "--index", index, *paths], check=True,
                                                     stdout=subprocess.DEVNULL)
        build(piaf, os.path.join(shared, "piaf", "passages.jsonl"))
        build(real, report)
        queries = os.path.join(shared, "piaf", "queries.dev.jsonl")
        questions = gold("questions.dev.jsonl")
        got["retrieval"] = score("retrieval", queries, out(work + "/h", query_program, "--index", piaf, "search",
                                                           "--batch", queries, "--limit", "100"))
        got["evidence"] = score("evidence", questions, out(work + "/e", query_program, "--index", real, "search",
                                                           "--batch", questions, "--texts"))
        extract = out(work + "/x", index_program, "extract", report)
        got["figures"] = score("figures", "--lines", LINES, gold("figures.dev.jsonl"), extract, report)
        found = score("entities", "--lines", LINES, gold("entities.dev.jsonl"), extract, report)
        got["entities"] = {name: cell["f1"] for name, cell in found.items()}
        cases = os.path.join(shared, "peer-suites", "numbers.dev.jsonl")
        got["numbers"] = score("numbers", cases, out(work + "/n", index_program, "extract", "--batch", cases))
        got["answers"] = score("answers", questions,
                               out(work + "/a", query_program, "--index", real, "ask", "--batch", questions), report)
    low = []
    for group, values in got.items():
        for name, value in values.items():
            if not isinstance(value, float):
                continue
            floor = FLOORS.get(f"{group}.{name}")
            print(f"{group + '.' + name:36} {value:.4f}" + (f"  (plancher {floor})" if floor else ""))
            if floor and value < floor:
                low.append(f"{group}.{name} {value:.4f} < {floor}")
    for line in low:
        print("sous le plancher : " + line)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
