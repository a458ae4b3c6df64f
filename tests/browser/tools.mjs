// SPDX-License-Identifier: GPL-2.0-or-later
// What the browser tests share: the npm tools (installed at test time into build/browser, never in
// the source tree), a Chromium, a server on a free port.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const place = join(root, "build", "browser");
const wanted = { "playwright-core": "1.49.1", "axe-core": "4.10.2" };

export function tools(more = {}) {
  mkdirSync(place, { recursive: true });
  const packages = { ...wanted, ...more };
  const missing = Object.keys(packages).filter((name) => !existsSync(join(place, "node_modules", name)));
  if (missing.length) {
    if (!existsSync(join(place, "package.json"))) writeFileSync(join(place, "package.json"), '{"private":true}');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", place, ...missing.map((name) => `${name}@${packages[name]}`)], { stdio: ["ignore", "ignore", "inherit"] });
  }
  return createRequire(join(place, "package.json"));
}

export const chromiumFlags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
export const chromiumPath = process.env.CHROMIUM || "/usr/bin/chromium";

export function launch(require) {
  const { chromium } = require("playwright-core");
  return chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
}

/// Starts a server; resolves with its address (its first line) and a way to end it.
export function serve(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const line = said.split("\n");
      if (line.length > 1) resolve({ base: line[0].trim(), stop: () => child.kill("SIGTERM") });
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`server ended: ${code}`)));
  });
}

/// --name value pairs of the command line; alone, a name is true.
export function options(argv) {
  const found = {};
  for (let i = 0; i < argv.length; i++)
    if (argv[i].startsWith("--")) {
      const next = argv[i + 1];
      found[argv[i].slice(2)] = next === undefined || next.startsWith("--") ? true : argv[++i];
    }
  return found;
}

export const fixtureServer = [join(root, "build", "release", "bin", "repere-web-fixture")];
