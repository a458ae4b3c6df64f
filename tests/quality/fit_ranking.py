#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fits the weights of query/rank/evidence.h on the dev halves, and says what each feature is worth.

usage: rank_features INDEX QUERIES.jsonl > features.jsonl     (once a collection)
       fit_ranking.py retrieval:features.jsonl:queries.jsonl evidence:features.jsonl:questions.jsonl

Listwise softmax over the first passages of BM25, five folds of neighbouring questions (those on one
passage stay together), so that the figures are of questions the weights have not seen.
"""
import json
import math
import os
import re
import sys
import unicodedata

NAMES = ["bm25", "exact", "proximity", "sentence", "context", "coverage", "answer_type", "heading"]
FOLDS, STEPS, RATE, PRIOR = 5, 120, 0.08, 1e-3


def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("œ", "oe")).lower()
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)", "", text)
    return re.findall(r"[\w%€+]+", text)


def holds_evidence(gold, text):
    """A passage is right when it has six tenths of the evidence's words and an answer."""
    want, have = fold(gold["evidence"]), fold(text)
    found = sum(min(have.count(w), want.count(w)) for w in set(want))
    joined = " " + " ".join(have) + " "
    return found >= 0.6 * len(want) and any(
        " " + " ".join(fold(a)) + " " in joined for a in gold["answers"])


def read(kind, features, gold):
    gold = {g["id"]: g for g in map(json.loads, open(gold, encoding="utf-8"))}
    out = []
    for line in open(features, encoding="utf-8"):
        row = json.loads(line)
        g = gold[row["id"]]
        if g.get("type") == "unanswerable":
            continue
        if kind == "retrieval":
            right = [c["id"] in g["relevant"] for c in row["candidates"]]
        else:
            right = [holds_evidence(g, c["text"]) for c in row["candidates"]]
        out.append((right, [c["evidence"] for c in row["candidates"]]))
    return out


def fit(queries, used, start):
    """Adam on the listwise loss; weights stay >= 0, bm25 is free like the others."""
    weights = list(start)
    first, second = [0.0] * len(weights), [0.0] * len(weights)
    usable = [q for q in queries if any(q[0]) and not all(q[0])]
    for step in range(1, STEPS + 1):
        gradient = [PRIOR * w for w in weights]
        for right, rows in usable:
            scores = [sum(weights[i] * row[i] for i in used) for row in rows]
            top = max(scores)
            odds = [math.exp(s - top) for s in scores]
            total = sum(odds)
            good = sum(o for o, r in zip(odds, right) if r)
            for o, r, row in zip(odds, right, rows):
                share = o / total - (o / good if r else 0)
                if abs(share) > 1e-4:
                    for i in used:
                        gradient[i] += share * row[i] / len(usable)
        for i in used:
            first[i] = 0.9 * first[i] + 0.1 * gradient[i]
            second[i] = 0.99 * second[i] + 0.01 * gradient[i] ** 2
            move = first[i] / (1 - 0.9 ** step) / (math.sqrt(second[i] / (1 - 0.99 ** step)) + 1e-9)
            weights[i] = max(0.0, weights[i] - RATE * move)
    return weights


def measure(queries, weights):
    at1 = mrr = 0.0
    for right, rows in queries:
        order = sorted(range(len(rows)),
                       key=lambda k: -sum(w * x for w, x in zip(weights, rows[k])))
        rank = next((n for n, k in enumerate(order[:10], 1) if right[k]), 0)
        at1 += rank == 1
        mrr += 1 / rank if rank else 0
    return at1 / len(queries), mrr / len(queries)


def main():
    sets = [read(*argument.split(":")) for argument in sys.argv[1:]]
    width = len(sets[0][0][1][0])
    start = [1.0 if NAMES[i] == "bm25" else 0.2 for i in range(width)]
    every = list(range(width))
    folds = [[[q for n, q in enumerate(s) if n * FOLDS // len(s) == f] for s in sets]
             for f in range(FOLDS)]

    def cross(used):
        rows = []
        for f in range(FOLDS):
            train = [q for g in range(FOLDS) if g != f for part in folds[g] for q in part]
            fitted = fit(train, used, [w if i in used else 0 for i, w in enumerate(start)])
            rows.append([measure(part, fitted) for part in folds[f]])
        return [tuple(sum(r[s][k] for r in rows) / FOLDS for k in (0, 1)) for s in range(len(sets))]

    weights = fit([q for s in sets for q in s], every, start)
    scale = 1 / weights[0] if weights[0] else 1
    print("weights", {n: round(w * scale, 3) for n, w in zip(NAMES, weights)})
    show = lambda r: "  ".join("recall@1 %.4f mrr %.4f" % x for x in r)
    print("these weights, seen      ", show([measure(s, weights) for s in sets]))
    print("cross-validated          ", show(cross(every)))
    if os.environ.get("ABLATION"):
        for i in every[1:]:
            print("without %-17s" % NAMES[i], show(cross([k for k in every if k != i])))


if __name__ == "__main__":
    main()
