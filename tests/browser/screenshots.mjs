// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures of each page at 390 and 1280 pixels, light and dark:
//   node tests/browser/screenshots.mjs [--base http://127.0.0.1:8080] [--out build/screenshots] [--only accueil]
// Without --base it serves the made-up library of the tests.
import { mkdirSync } from "node:fs";
import { fixtureServer, launch, options, serve, tools } from "./tools.mjs";

const given = options(process.argv.slice(2));
const out = given.out || "build/screenshots";
mkdirSync(out, { recursive: true });
const server = given.base ? { base: given.base, stop() {} } : await serve(fixtureServer);
const documents = await (await fetch(server.base + "/api/v1/documents?limit=1")).json();
const report = encodeURIComponent(documents.documents[0].id);
const pages = {
  accueil: "/",
  reponse: "/?q=" + encodeURIComponent("Combien de jeunes en service civique dans l'Oise ?"),
  mots: "/?q=contrats",
  refus: "/?q=" + encodeURIComponent("Combien de licornes en 2016 ?"),
  rapport: `/rapport/${report}`,
  "rapport-cherche": `/rapport/${report}?q=contrats`,
  chiffres: "/chiffres?q=contrats",
  "chiffres-tous": "/chiffres",
  aide: "/aide",
  accessibilite: "/accessibilite",
  erreur: "/nulle-part",
};
const browser = await launch(tools());
for (const width of [390, 1280])
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, colorScheme, locale: "fr-FR", bypassCSP: true });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      if (given.only && given.only !== name) continue;
      await page.goto(server.base + path, { waitUntil: "networkidle" });
      // Passages out of sight are not painted; a picture of the whole page wants them.
      await page.addStyleTag({ content: ".passage { content-visibility: visible !important; }" });
      const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), Number(given.height) || 2600);
      await page.screenshot({ path: `${out}/${name}-${width}-${colorScheme}.png`, clip: { x: 0, y: 0, width, height }, fullPage: true });
    }
    await context.close();
  }
await browser.close();
server.stop();
