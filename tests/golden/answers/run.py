#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks the questions of questions.jsonl of the shipped reports and holds the answers to a floor.

  run.py BIN REPORTS    BIN: folder of repere-index and repere-query; REPORTS: corpus/reports

A figure is right when its value is; any other answer when it holds an accepted one in at most
three words more. Whatever is answered, the answer must stand in its quote and the quote in its
report; a question without an answer must be declined. The floors are a little under what was
measured when they were set: raise them with the model, never lower them to pass.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
RIGHT_OF_ALL, RIGHT_WHEN_SAID, DECLINED = 0.78, 0.86, 0.85


def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return " ".join(re.findall(r"[\w%€]+", text))


def right(question, answer):
    if question["type"] == "figure" and answer.get("value") is not None:
        wanted = question["value"]
        return abs(answer["value"] - wanted) <= 1e-6 * max(1, abs(wanted))
    said = fold(answer["answer"])
    return any(fold(a) in said and len(said.split()) <= len(fold(a).split()) + 3
               for a in question["answers"])


def verbatim(answer, reports):
    """The answer in its quote, and the quote's pieces in the report that is named."""
    if answer["answer"] not in answer["quote"]:
        return False
    with open(os.path.join(reports, answer["document"] + ".md"), encoding="utf-8") as file:
        source = fold(file.read())
    return all(fold(piece) in source for piece in answer["quote"].split(" […] "))


def main(binaries, reports):
    with open(os.path.join(HERE, "questions.jsonl"), encoding="utf-8") as file:
        questions = [json.loads(line) for line in file]
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        subprocess.run([os.path.join(binaries, "repere-index"), "build", "--index", index, reports],
                       check=True, stdout=subprocess.DEVNULL)
        done = subprocess.run([os.path.join(binaries, "repere-query"), "--index", index, "ask", "--batch",
                               os.path.join(HERE, "questions.jsonl")],
                              check=True, capture_output=True, text=True)
    answers = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    asked = [q for q in questions if q["type"] != "unanswerable"]
    said = [q for q in questions if answers[q["id"]]["answered"]]
    good = [q for q in asked if answers[q["id"]]["answered"] and right(q, answers[q["id"]])]
    silent = [q for q in questions if q["type"] == "unanswerable" and not answers[q["id"]]["answered"]]
    invented = [q["id"] for q in said if not verbatim(answers[q["id"]], reports)]
    of_all, when_said = len(good) / len(asked), len(good) / max(1, len(said))
    declined = len(silent) / (len(questions) - len(asked))
    for q in questions:
        a = answers[q["id"]]
        if q not in good and q not in silent:
            print(f"{q['id']} {q['question']}\n    attendu {q['answers']}, dit {a['answered']} : {a['answer']!r} ({a['confidence']:.2f})")
    print(f"{len(questions)} questions: right {of_all:.3f}, right when said {when_said:.3f}, declined {declined:.3f}")
    print(f"not verbatim: {invented or 'none'}")
    ok = of_all >= RIGHT_OF_ALL and when_said >= RIGHT_WHEN_SAID and declined >= DECLINED and not invented
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
