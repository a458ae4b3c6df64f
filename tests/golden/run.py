#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Indexes reports/ into a temporary folder and holds every case of cases/ against it.

  run.py BIN    BIN: folder of repere-index and repere-query

A case is a small French text: « cherche : … » or « demande : … » opens a step, the lines under it
say what must be seen.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


class Case:
    def __init__(self, binaries, index):
        self.query = [os.path.join(binaries, "repere-query"), "--index", index]
        self.wrong = []

    def call(self, verb, text, options=()):
        done = subprocess.run([*self.query, verb, text, "--json", "--limit", "50", *options],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"repere-query {verb} {text!r}: {done.returncode} {done.stderr}")
        return json.loads(done.stdout)

    def expect(self, ok, what):
        if not ok:
            self.wrong.append(what)

    def run(self, steps):
        for verb, text, checks in steps:
            options = [word for kind, rest in checks if kind == "filtre" for word in rest.split()]
            out = self.call("search" if verb == "cherche" else "ask", text, options)
            for kind, rest in checks:
                self.check(out, text, kind, rest)

    def check(self, out, text, kind, rest):
        hits = out.get("hits", [])
        if kind == "même ensemble":
            ids = lambda found: sorted(h["id"] for h in found["hits"])
            self.expect(hits and ids(out) == ids(self.call("search", rest)), f"{text} ≠ {rest}")
        elif kind == "premier passage contient":
            self.expect(hits and rest in hits[0]["text"], f"{text} : premier passage sans « {rest} »")
        elif kind == "aucun passage":
            self.expect(out["total"] == 0 and not hits, f"{text} : {out['total']} passages")
        elif kind == "citation contient":
            self.expect(rest in out["quote"], f"{text} : cite « {out['quote']} »")
        elif kind == "réponse contient":
            self.expect(out["answered"] and rest in out["answer"], f"{text} : répond « {out['answer']} »")
        elif kind == "ne répond pas":
            self.expect(not out["answered"], f"{text} : répond « {out['answer']} »")
        elif kind == "tous les passages de":
            self.expect(hits and all(h["document"] == rest for h in hits), f"{text} : pas que {rest}")
        elif kind == "facette":
            facet, value, _, least = rest.split()
            count = {v["value"]: v["count"] for v in out["facets"][facet]}.get(value, 0)
            self.expect(count > int(least), f"{text} : {facet} {value} vaut {count}")
        elif kind != "filtre":
            raise SystemExit(f"ligne de cas inconnue : {kind}")


def read(path):
    steps = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            kind, _, rest = (part.strip() for part in line.partition(" : "))
            if kind in ("cherche", "demande"):
                steps.append((kind, rest, []))
            else:
                steps[-1][2].append((kind, rest))
    return steps


def main():
    binaries = sys.argv[1]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        built = subprocess.run([os.path.join(binaries, "repere-index"), "build", "--index", folder + "/i", "--json",
                                os.path.join(HERE, "reports")], capture_output=True, text=True)
        summary = json.loads(built.stdout)
        if built.returncode != 0 or summary["reports"] != 2:
            raise SystemExit(f"build: {built.returncode} {built.stdout} {built.stderr}")
        for path in sorted(glob.glob(os.path.join(HERE, "cases", "*.txt"))):
            case = Case(binaries, folder + "/i")
            case.run(read(path))
            print(("ok    " if not case.wrong else "FAUX  ") + os.path.basename(path))
            for line in case.wrong:
                print("      " + line)
            failed += bool(case.wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
