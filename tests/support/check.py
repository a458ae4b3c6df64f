#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the presets that ./check runs, runs their tests with ctest, prints one true count.

A test counts once: passed, failed, or skipped (exit 77: what it needs is absent, and it says what).
"""
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(command, log):
    with open(log, "w", encoding="utf-8") as out:
        return subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT).returncode


def build(preset, *options):
    log = os.path.join(ROOT, "build", f"check-{preset}.log")
    began = time.monotonic()
    ok = (run(["cmake", "--preset", preset, "-G", "Ninja", "-D", "REPERE_BUILD_TESTS=ON", *options], log) == 0
          and run(["cmake", "--build", "--preset", preset], log) == 0)
    print(f"build {preset}: {'ok' if ok else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
    if not ok:
        with open(log, encoding="utf-8", errors="replace") as lines:
            print("".join(lines.readlines()[-40:]))
    return ok


def ctest(preset, *selection):
    """Runs the tests; (passed, failed, skipped)."""
    report = os.path.join(ROOT, "build", f"check-{preset}.xml")
    if os.path.exists(report):
        os.remove(report)
    subprocess.run(["ctest", "--test-dir", os.path.join(ROOT, "build", preset), "--output-on-failure",
                    "-j", "2", "--timeout", "900", "--output-junit", report, *selection], cwd=ROOT)
    if not os.path.exists(report):
        return 0, 1, 0
    passed = failed = skipped = 0
    for case in ET.parse(report).getroot().iter("testcase"):
        if case.find("skipped") is not None or case.get("status") in ("notrun", "disabled"):
            skipped += 1
            text = (case.findtext("system-out") or "").strip().splitlines()
            print(f"sauté : {case.get('name')} : {text[-1] if text else ''}")
        elif case.get("status") == "fail" or case.find("failure") is not None:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def main():
    sanitizers = "--sanitizers" in sys.argv[1:]
    totals = [0, 0, 0]

    def add(counts):
        for i, n in enumerate(counts):
            totals[i] += n

    if build("release"):
        add(ctest("release"))
    else:
        add((0, 1, 0))
    if sanitizers:
        # Memory errors and undefined behaviour: the unit tests once more. Apart, since it builds all again.
        add(ctest("asan", "-L", "unit") if build("asan") else (0, 1, 0))
    passed, failed, skipped = totals
    if skipped:
        print(f"{skipped} sautés, chacun nommé plus haut")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
