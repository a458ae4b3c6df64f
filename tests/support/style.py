#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the house that a program can hold: arrows, third parties, catches, output, CMake, licence
lines, sizes, layout of the code."""
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LONGEST_FILE = 530  # 500 and a little: a file just over it is asked about, not refused
ROOM = {"corpus": (), "indexer": ("corpus", "storage"), "query": ("corpus", "storage"),
        "web": ("corpus", "query", "web")}
CLI = "corpus/cli/"  # what the programs' own files share; no library includes it


def tracked():
    out = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                         check=True, capture_output=True)
    return [p for p in out.stdout.decode().split("\0") if p and os.path.isfile(os.path.join(ROOT, p))]


def is_command(path):
    name = os.path.basename(path)
    return name == "main.cpp" or name.endswith(("commands.cpp", "_command.cpp"))


def faults_of(path, text):
    room = path.split("/")[0]
    code = path.endswith((".cpp", ".h"))
    if code or path.endswith((".py", ".sh", ".mjs")):
        if "SPDX-License-Identifier: GPL-2.0-or-later" not in "\n".join(text.splitlines()[:4]):
            yield "no SPDX line"
    if os.path.basename(path) == "CMakeLists.txt" or path.endswith(".cmake"):
        for word in (r"\bGLOB", r"^\s*include_directories", "CMAKE_CXX_FLAGS"):
            if re.search(word, text, re.M):
                yield f"CMake: {word}"
    if not code:
        return
    if text.count("\n") > LONGEST_FILE:
        yield f"{text.count(chr(10))} lines, over {LONGEST_FILE}"
    if "/include/repere/" in path and "/storage/" not in path and re.search(r'#include [<"](xapian|unicode/|httplib)', text):
        yield "a public header shows a third party"
    for found in re.finditer(r"TODO(?!\(#\d+\))", text):
        yield "a TODO without a number"
        break
    if room not in ROOM:
        return
    for other in re.findall(r'#include "repere/(\w+)/', text):
        if other == "cli" and is_command(path):
            continue
        if other != room and other not in ROOM[room] and not (room == "corpus" and "/storage/" in path):
            yield f"{room} includes {other}"
    if room != "web" and not is_command(path) and not path.startswith(CLI):
        if re.search(r"std::(cout|cerr)\b|\bgetenv\(|\b_?exit\(", text):
            yield "a library prints, exits or reads the environment"
        if "catch (" in text and not path.startswith("corpus/storage/guard"):
            yield "a catch outside the guard"


def badly_formatted(paths):
    tool = shutil.which("clang-format") or shutil.which("clang-format-14")
    if tool is None:
        print("sauté : clang-format absent, la mise en forme n'est pas vérifiée")
        return []
    out = subprocess.run([tool, "--dry-run", *paths], cwd=ROOT, capture_output=True, text=True)
    return sorted({line.split(":")[0] for line in out.stderr.splitlines() if "warning:" in line})


def main():
    paths = tracked()
    wrong = []
    for path in paths:
        if path.endswith((".cpp", ".h", ".py", ".sh", ".mjs", ".txt", ".cmake")):
            with open(os.path.join(ROOT, path), encoding="utf-8") as file:
                wrong += [f"{path}: {fault}" for fault in faults_of(path, file.read())]
    wrong += [f"{path}: clang-format would change it"
              for path in badly_formatted([p for p in paths if p.endswith((".cpp", ".h"))])]
    for line in wrong:
        print(line)
    print(f"{len(paths)} files, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
