#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills a build at many points of its life; after each, the old index must serve unharmed and the
next build must succeed.

  kill_writer.py BIN
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

WORDS = ("préfecture commune forêt rivière budget logement école hôpital emploi chantier route gare "
         "marché énergie culture sport santé sécurité agriculture tourisme").split()


def write_records(path, count, year):
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            text = " ".join(WORDS[(i * 7 + k * (1 + i % 5)) % len(WORDS)] for k in range(60))
            out.write(json.dumps({"id": f"r{i}", "title": f"Fiche {i}", "year": year,
                                  "text": f"En {year}, {i + 3} projets. {text}."}) + "\n")


def main():
    index_program = os.path.join(sys.argv[1], "repere-index")
    query_program = os.path.join(sys.argv[1], "repere-query")
    with tempfile.TemporaryDirectory() as folder:
        index, corpus = folder + "/index", folder + "/corpus"
        os.mkdir(corpus)
        write_records(corpus + "/a.jsonl", 3000, 2015)
        build = [index_program, "build", "--index", index, corpus]
        began = time.monotonic()
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        whole = time.monotonic() - began

        def seen():
            subprocess.run([index_program, "check", "--index", index], check=True, stdout=subprocess.DEVNULL)
            out = subprocess.run([query_program, "--index", index, "search", "forêt", "--json"], check=True,
                                 capture_output=True, text=True)
            return json.loads(out.stdout)

        before = seen()
        killed = 0
        for step in range(24):
            write_records(corpus + "/a.jsonl", 3000, 2016 + step)
            process = subprocess.Popen(build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=whole * (step + 1) / 22)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                killed += 1
            now = seen()
            finished = process.returncode == 0
            if finished:
                before = now
            elif now["revision"] != before["revision"] or now["hits"] != before["hits"]:
                # The switch itself may have happened just before the kill: then the new year is whole.
                if now["hits"][0]["year"] != 2016 + step or now["total"] != before["total"]:
                    raise SystemExit(f"étape {step} : l'index a changé sans que la construction finisse")
                before = now
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        left = set(os.listdir(index)) - {"CURRENT", "LOCK", "segments"}
        if len(left) != 1 or len(os.listdir(index + "/segments")) != 1:
            raise SystemExit(f"restes après reprise : {left}, {os.listdir(index + '/segments')}")
        print(f"{killed} constructions tuées sur 24 ; l'ancien index a servi chaque fois")
        return 0 if killed >= 8 else 1


if __name__ == "__main__":
    sys.exit(main())
