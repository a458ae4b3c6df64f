// SPDX-License-Identifier: GPL-2.0-or-later
// The first minutes of the design in a real browser, with and without JavaScript, at 390 and 1280
// pixels, light and dark; keyboard only; axe-core on every page.
//   node tests/browser/check.mjs [--base http://127.0.0.1:8080]
// Without --base it serves the made-up library of the tests. Ends with 1 when something fails.
import { fixtureServer, launch, options, serve, tools } from "./tools.mjs";

const given = options(process.argv.slice(2));
const require = tools();
const axePath = require.resolve("axe-core/axe.min.js");
const server = given.base ? { base: given.base, stop() {} } : await serve(fixtureServer);
const question = "Combien de jeunes en service civique ?";
const reports = await (await fetch(server.base + "/api/v1/documents?limit=1")).json();
const report = "/rapport/" + encodeURIComponent(reports.documents[0].id);
const paths = ["/", "/?q=" + encodeURIComponent(question), "/?q=contrats", "/?q=licorne", "/?q=personnes&year=2022",
  "/?q=" + encodeURIComponent("Combien de licornes ?"), report, report + "?q=contrats", "/chiffres", "/chiffres?q=contrats",
  "/chiffres?unit=EUR&sort=-value", "/aide", "/accessibilite", "/nulle-part"];

const browser = await launch(require);
let failures = 0, checks = 0;
function check(good, what) {
  checks++;
  if (!good) { failures++; console.log("ÉCHEC :", what); }
}

const only = given.only;
async function step(name, body) {
  if (only && only !== name) return;
  const start = Date.now();
  await body().catch((error) => check(false, `${name} : ${error.message.split("\n").slice(0, 3).join(" ")}`));
  console.log(`${name} : ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

async function open({ width = 1280, javaScriptEnabled = true, colorScheme = "light", bypassCSP = false } = {}) {
  const context = await browser.newContext({ bypassCSP, viewport: { width, height: 900 }, javaScriptEnabled, colorScheme, locale: "fr-FR", baseURL: server.base });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const outside = [];
  page.on("request", (request) => { if (!request.url().startsWith(server.base)) outside.push(request.url()); });
  page.on("console", (message) => { if (message.type() === "error" && !/404/.test(message.text())) check(false, `console : ${message.text()}`); });
  page.on("pageerror", (error) => check(false, `script : ${error.message}`));
  return { context, page, outside };
}

/// Citizen: question → answer → report at its passage. Staff: words → filter → figures → export.
async function firstMinutes(setting) {
  const name = JSON.stringify(setting);
  const { context, page, outside } = await open(setting);
  await page.goto("/");
  await page.getByLabel("Votre question ou vos mots").fill(question);
  await page.getByRole("button", { name: "Rechercher" }).click();
  await page.waitForURL(/q=/);
  check(await page.getByRole("heading", { name: "Réponse", exact: true }).isVisible(), `${name} pas de réponse`);
  const quote = await page.locator(".answer blockquote").innerText();
  check(quote.length > 20, `${name} pas de citation`);
  await page.locator(".answer .source a").first().click();
  await page.waitForURL(/rapport/);
  check(await page.locator(".passage.cited mark").first().isVisible(), `${name} la phrase n'est pas marquée`);
  const top = await page.locator(".passage.cited").evaluate((element) => element.getBoundingClientRect().top);
  check(top >= -5 && top < 900, `${name} le passage n'est pas à l'écran (${top})`);
  await page.goBack();
  check(await page.locator(".box input[name=q]").inputValue() === question, `${name} la question est perdue au retour`);

  await page.goto("/?q=personnes");
  const before = await page.locator(".count").first().innerText();
  if (setting.width < 960) await page.locator("details.filters > summary").click();
  await page.getByRole("checkbox").nth(0).waitFor();
  await page.locator("#filtres input[name=year]").first().check();
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await page.waitForURL(/year=/);
  await page.locator("a.chip").first().waitFor();
  check((await page.locator(".count").first().innerText()) !== before, `${name} le filtre ne change rien`);
  await page.locator("a.chip").first().click();
  await page.waitForFunction(() => !location.search.includes("year="));
  await page.locator(".count").first().waitFor();
  check((await page.locator(".count").first().innerText()) === before, `${name} le filtre ne se retire pas`);
  await page.goBack();
  await page.waitForURL(/year=/);
  await page.locator("a.chip").first().waitFor();

  await page.goto("/chiffres");
  await page.getByLabel("Chiffres sur…").fill("contrats");
  await page.getByRole("button", { name: "Voir les chiffres" }).click();
  await page.waitForURL(/q=contrats/);
  check(await page.locator("table.figures tbody tr").count() > 0, `${name} pas de tableau`);
  const exported = await context.request.get(await page.getByRole("link", { name: /tableur/ }).getAttribute("href"));
  check((await exported.text()).startsWith("\ufeffvaleur;"), `${name} l'export`);
  check(outside.length === 0, `${name} demandes au dehors : ${outside}`);
  check((await context.cookies()).length === 0, `${name} un cookie`);
  await context.close();
}

async function keyboardOnly() {
  const { context, page } = await open();
  await page.goto("/");
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.className === "skip"), "le premier Tab mène au lien d'évitement");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.id === "q"), "puis à la boîte de recherche");
  await page.keyboard.type("serv");
  await page.locator("[role=option]").first().waitFor();
  check(await page.locator("#q").getAttribute("aria-expanded") === "true", "la liste est annoncée ouverte");
  await page.keyboard.press("ArrowDown");
  const active = await page.locator("#q").getAttribute("aria-activedescendant");
  check(await page.locator(`[id="${active}"]`).getAttribute("aria-selected") === "true", "la flèche choisit");
  await page.keyboard.press("Escape");
  check(await page.locator("[role=listbox]").isHidden(), "Échap referme");
  await page.keyboard.press("ArrowDown");
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  const chosen = await page.locator("[role=option][aria-selected=true]").getAttribute("data-text");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  check(await page.locator(".box input[name=q]").inputValue() === chosen, "Entrée cherche la proposition");
  let shown = true;
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press("Tab");
    shown &&= await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return true;
      const style = getComputedStyle(element);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
  }
  check(shown, "le focus se voit partout");
  await context.close();
}

/// No sideways scrolling at 320 pixels, targets of 24 pixels.
async function reflow() {
  const { context, page } = await open({ width: 320 });
  for (const path of paths) {
    await page.goto(path);
    const { scroll, small } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      small: [...document.querySelectorAll("button, input:not([type=hidden]), .menu a, .chip, .pages a, summary")]
        .filter((element) => element.checkVisibility() && element.type !== "checkbox" && element.getBoundingClientRect().height < 24)
        .map((element) => element.outerHTML.slice(0, 80)) }));
    check(scroll <= 320, `${path} déborde à 320 pixels : ${scroll}`);
    check(small.length === 0, `${path} cibles trop petites : ${small.slice(0, 3)}`);
  }
  await context.close();
}

async function accessible() {
  for (const width of [390, 1280])
    for (const colorScheme of ["light", "dark"]) {
      const { context, page } = await open({ width, colorScheme, bypassCSP: true });  // our own policy keeps axe out
      for (const path of paths) {
        await page.goto(path);
        await page.evaluate(() => document.querySelectorAll("details").forEach((element) => { element.open = true; }));
        // Boxes of passages that are not painted yet lie over each other for axe: paint them all.
        await page.addStyleTag({ content: ".passage { content-visibility: visible !important; }" });
        await page.addScriptTag({ path: axePath });
        const violations = await page.evaluate(async () => {
          const found = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
          return found.violations.map((violation) => `${violation.id} (${violation.nodes.length}) ${violation.nodes[0].html.slice(0, 140)} ${violation.nodes[0].any[0]?.message ?? ""}`);
        });
        check(violations.length === 0, `axe ${width} ${colorScheme} ${path}\n  ${violations.join("\n  ")}`);
      }
      await context.close();
    }
}

async function weight() {
  const { context, page } = await open();
  let bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
  await page.goto("/", { waitUntil: "networkidle" });
  check(bytes < 60000, `la première vue pèse ${bytes} octets`);
  console.log(`première vue : ${bytes} octets`);
  await context.close();
}

for (const width of [390, 1280])
  for (const javaScriptEnabled of [true, false])
    await step("parcours", () => firstMinutes({ width, javaScriptEnabled }));
await step("clavier", keyboardOnly);
await step("petit", reflow);
await step("axe", accessible);
await step("poids", weight);
await browser.close();
server.stop();
console.log(`${checks - failures} contrôles réussis, ${failures} en échec`);
process.exit(failures ? 1 : 0);
