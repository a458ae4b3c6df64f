#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks the programs questions about the shipped corpus, as each audience would.

  ask.py BIN_DIR [--reports DIR] [--show] [--floor PERCENT]

Builds an index of the shipped reports in a temporary folder, asks questions.jsonl in one batch,
and prints by audience how many answers are right: the expected document, and the expected value
(or name) in the answer or its quote; for questions without an answer, that none is given. Then how
many best candidates are right, those included that were not sure enough to be answers.
Exit: 0 at or above the floor, 1 below it, 2 when a program fails.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def close(a, b):
    return a is not None and abs(a - b) <= 1e-6 * max(1.0, abs(b))


def is_found(expected, given):
    """The best candidate is the right one, whether or not it was sure enough to be an answer."""
    if given.get("document") != expected["document"]:
        return False
    if "answer" in expected:
        return expected["answer"] in given.get("answer", "") + given.get("quote", "")
    return close(given.get("value"), expected["value"])


def is_right(expected, given):
    if not expected["document"]:
        return not given.get("answered")
    return bool(given.get("answered")) and is_found(expected, given)


def ask(programs, reports, questions):
    with tempfile.TemporaryDirectory() as folder:
        index = folder + "/index"
        subprocess.run([programs / "repere-index", "build", "--index", index, reports],
                       check=True, stdout=subprocess.DEVNULL)
        batch = pathlib.Path(folder) / "questions.jsonl"
        batch.write_text("".join(json.dumps(q) + "\n" for q in questions), encoding="utf-8")
        told = subprocess.run([programs / "repere-query", "--index", index, "ask", "--batch",
                               batch], check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in told.stdout.splitlines()]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("programs", type=pathlib.Path)
    options.add_argument("--reports", type=pathlib.Path, default=HERE.parents[2] / "corpus/reports")
    options.add_argument("--show", action="store_true")
    options.add_argument("--floor", type=float, default=0)
    args = options.parse_args()
    lines = (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines]
    try:
        answers = {a["id"]: a for a in ask(args.programs.resolve(), args.reports, questions)}
    except (subprocess.CalledProcessError, OSError, ValueError) as failure:
        print(f"a program failed: {failure}")
        return 2
    right, asked, found = collections.Counter(), collections.Counter(), 0
    for question in questions:
        given = answers.get(question["id"], {})
        good = is_right(question, given)
        found += bool(question["document"]) and is_found(question, given)
        right[question["audience"]] += good
        asked[question["audience"]] += 1
        if args.show and not good:
            print(f"{question['id']} {question['question']} : {given.get('value')} "
                  f"« {given.get('answer', '')} » ({given.get('document')}, "
                  f"{'answered' if given.get('answered') else 'not answered'})")
    for audience, total in asked.items():
        print(f"{audience}: {right[audience]} of {total}")
    print(f"best candidate right: {found} of {sum(bool(q['document']) for q in questions)}")
    share = 100 * sum(right.values()) / sum(asked.values())
    print(f"all: {sum(right.values())} of {sum(asked.values())} ({share:.1f} %)")
    return 0 if share >= args.floor else 1


if __name__ == "__main__":
    sys.exit(main())
