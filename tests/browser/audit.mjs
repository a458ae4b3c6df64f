// SPDX-License-Identifier: GPL-2.0-or-later
// The outside judges: lighthouse (performance, accessibility, best practices ≥ 98), vnu (valid
// HTML), csp_evaluator (no finding).
//   node tests/browser/audit.mjs [--base http://127.0.0.1:8080] [--only vnu]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumFlags, chromiumPath, fixtureServer, options, serve, tools } from "./tools.mjs";

const given = options(process.argv.slice(2));
const require = tools({ lighthouse: "12", "vnu-jar": "latest", csp_evaluator: "latest" });
const server = given.base ? { base: given.base, stop() {} } : await serve(fixtureServer);
const reports = await (await fetch(server.base + "/api/v1/documents?limit=1")).json();
const report = "/rapport/" + encodeURIComponent(reports.documents[0].id);
const judged = ["/", "/?q=contrats", report, "/chiffres"];
const all = [...judged, "/?q=" + encodeURIComponent("Combien de jeunes en service civique ?"), "/?q=licorne",
  report + "?q=contrats", "/chiffres?q=contrats", "/aide", "/accessibilite", "/nulle-part"];
const wants = (name) => !given.only || given.only === name;
let failed = 0;
function check(good, what) { if (!good) failed++; console.log(good ? "bon   " : "ÉCHEC ", what); }

if (wants("vnu")) {
  const folder = mkdtempSync(join(tmpdir(), "vnu-"));
  for (const [i, path] of all.entries()) writeFileSync(join(folder, `${i}.html`), await (await fetch(server.base + path)).text());
  const jar = require("vnu-jar");
  const run = spawnSync("java", ["-jar", jar.vnuJar ?? jar, "--errors-only", "--format", "gnu", folder], { encoding: "utf8", maxBuffer: 1 << 26 });
  check(run.status === 0, `vnu : ${all.length} pages\n${(run.stderr || run.stdout).split("\n").slice(0, 12).join("\n")}`);
  rmSync(folder, { recursive: true });
}

if (wants("csp")) {
  const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
  const { CspParser } = require("csp_evaluator/dist/parser.js");
  const policy = (await fetch(server.base + "/")).headers.get("content-security-policy");
  // Severities up to MEDIUM_MAYBE (50) are findings; « informational » ones are not.
  const found = new CspEvaluator(new CspParser(policy).csp).evaluate().filter((finding) => finding.severity <= 50);
  check(found.length === 0, `CSP : ${policy}\n${found.map((finding) => finding.description).join("\n")}`);
}

if (wants("lighthouse")) {
  const cli = require.resolve("lighthouse/cli/index.js");
  for (const path of judged) {
    const out = execFileSync(process.execPath, [cli, server.base + path, "--quiet", "--output=json", "--preset=desktop",
      "--only-categories=performance,accessibility,best-practices", `--chrome-flags=${chromiumFlags.join(" ")}`],
      { env: { ...process.env, CHROME_PATH: chromiumPath }, maxBuffer: 1 << 28, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const result = JSON.parse(out);
    const scores = Object.values(result.categories).map((category) => `${category.id} ${Math.round(category.score * 100)}`);
    const low = Object.values(result.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative").map((audit) => audit.id);
    check(Object.values(result.categories).every((category) => category.score >= 0.98), `lighthouse ${path} : ${scores.join(", ")} ${low.slice(0, 6).join(" ")}`);
  }
}
server.stop();
process.exit(failed ? 1 : 0);
