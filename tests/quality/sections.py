#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores the sections that `repere-index read --format json FILE` finds against a hand-made truth.

truth:   a .jsonl of {"id","level","title","first_line","last_line","kind"}, lines from 1.
         Titles of kind body and box count; parts that stand only in the contents page (level 1) and
         headings whose note says « déplacé » do not.
title:   equal after folding (case, accents, signs).    level: equal, of matched titles.
extent:  lines in common over lines of either >= 0.75, of matched titles.
A section of ours whose title is in no row of the truth, of any kind, counts against precision; an
untitled one does unless it shares half its lines with an untitled row.
"""
import argparse
import bisect
import json
import re
import subprocess
import sys
import unicodedata


def fold(title):
    plain = unicodedata.normalize("NFD", title.lower().replace("œ", "oe"))
    return re.sub(r"[^a-z0-9]+", "", plain)


def overlap(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return max(0, common) / (max(a[1], b[1]) - min(a[0], b[0]) + 1)


def read_ours(program, file):
    out = subprocess.run([program, "read", "--format", "json", file], capture_output=True, check=True)
    report = json.loads(out.stdout)
    data = open(file, "rb").read()
    starts = [0] + [m.end() for m in re.finditer(b"\n", data)]
    line = lambda byte: bisect.bisect_right(starts, byte)
    ours = []
    for section in report["sections"][1:]:
        first, last = section["source"]
        ours.append(dict(section, lines=(line(first), line(max(first, last - 1)))))
    return ours


def pick(candidates, lines):
    return max(candidates, key=lambda s: overlap(s["lines"], lines), default=None)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("truth")
    parser.add_argument("--program", default="build/release/bin/repere-index")
    parser.add_argument("--lines", default="", help="judge only these lines, as 1-379,717-977")
    parser.add_argument("--min-f1", type=float, default=0)
    parser.add_argument("--min-level", type=float, default=0)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()

    spans = [tuple(map(int, part.split("-"))) for part in args.lines.split(",") if part]
    judged = lambda at: not spans or any(a <= at <= b for a, b in spans)
    truth = [json.loads(row) for row in open(args.truth, encoding="utf-8")]
    for row in truth:
        row["lines"] = (row["first_line"], row["last_line"])
    ours = read_ours(args.program, args.file)

    wanted, used = [], set()
    for row in truth:
        titled = row["title"] and row["kind"] in ("body", "box")
        excused = row["level"] == 1 or "déplacé" in row.get("note", "")
        if titled and not excused and judged(row["first_line"]):
            wanted.append(row)
    matched, level, extent = 0, 0, 0
    for row in wanted:
        same = [s for s in ours if fold(s["title"]) == fold(row["title"]) and id(s) not in used
                and s["kind"] != "toc"]
        found = pick(same, row["lines"])
        if not found:
            if args.verbose:
                print("missed  ", row["id"], row["level"], row["title"])
            continue
        used.add(id(found))
        matched += 1
        level += found["level"] == row["level"]
        good = overlap(found["lines"], row["lines"]) >= 0.75
        extent += good
        if args.verbose and (found["level"] != row["level"] or not good):
            print("differs ", row["id"], "level", found["level"], "for", row["level"],
                  "lines", found["lines"], "for", row["lines"], row["title"][:60])
    titles = {fold(row["title"]) for row in truth if row["title"]}
    excused = [row for row in truth if not row["title"] or row["kind"] not in ("body", "box")]
    wrong = 0
    for section in ours:
        if id(section) in used or not judged(section["lines"][0]):
            continue
        known = fold(section["title"]) in titles if section["title"] else False
        lying = any(overlap(section["lines"], row["lines"]) >= 0.5 for row in excused)
        if not known and not lying:
            wrong += 1
            if args.verbose:
                print("extra   ", section["level"], section["kind"], section["lines"], section["title"][:70])
    recall = matched / max(1, len(wanted))
    precision = matched / max(1, matched + wrong)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    level_right, extent_right = level / max(1, matched), extent / max(1, matched)
    print(f"titles {len(wanted)} matched {matched} extra {wrong} precision {precision:.3f} "
          f"recall {recall:.3f} f1 {f1:.3f} level {level_right:.3f} extent {extent_right:.3f}")
    return 0 if f1 >= args.min_f1 and level_right >= args.min_level else 1


if __name__ == "__main__":
    sys.exit(main())
