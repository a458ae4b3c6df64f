// SPDX-License-Identifier: GPL-2.0-or-later
// Derives official.tsv from the npm package @etalab/decoupage-administratif (MIT; data: INSEE's
// code officiel géographique, La Poste's postcodes, DGCL's list of EPCI).
//   npm install --no-save @etalab/decoupage-administratif && node derive.mjs node_modules/@etalab/decoupage-administratif/data > official.tsv
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('usage : node derive.mjs DOSSIER_DATA > official.tsv');
  process.exit(2);
}
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const clean = (name) => name.replace(/\s+/g, ' ').trim();

const EPCI_KINDS = [
  [/^CC /, 'communauté de communes '],
  [/^CA /, "communauté d'agglomération "],
  [/^CU /, 'communauté urbaine '],
];

function epciName(name) {
  for (const [pattern, words] of EPCI_KINDS) {
    if (pattern.test(name)) return clean(name.replace(pattern, words));
  }
  return clean(name);
}

/** The département of most of an EPCI's people: its parent in the tree. */
function mainDepartment(epci, departmentOf) {
  const people = new Map();
  for (const member of epci.membres) {
    const code = departmentOf.get(member.code);
    people.set(code, (people.get(code) ?? 0) + (member.populationMunicipale ?? 0) + 1);
  }
  return [...people].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

const communes = read('communes');
const current = communes.filter((c) => c.type === 'commune-actuelle').sort(byCode);
const departmentOf = new Map(current.map((c) => [c.code, c.departement]));
const epciOf = new Map();
const out = [];
const row = (...cells) => out.push(cells.join('\t'));

for (const region of read('regions').sort(byCode)) row('REG', region.code, region.nom);
for (const dep of read('departements').sort(byCode)) row('DEP', dep.code, dep.region, dep.nom);
for (const arr of read('arrondissements').sort(byCode)) row('ARR', arr.code, arr.departement, arr.nom);
for (const epci of [...read('epci'), ...read('ept')].sort(byCode)) {
  if (epci.type !== 'EPT') for (const member of epci.membres) epciOf.set(member.code, epci.code);
  row('EPCI', epci.code, mainDepartment(epci, departmentOf), epciName(epci.nom));
}
for (const c of current) {
  row('COM', c.code, c.departement, (c.arrondissement ?? '').slice(c.departement.length),
      epciOf.get(c.code) ?? '', c.population ?? 0, (c.codesPostaux ?? []).join(' '), clean(c.nom));
}
// Communes that were merged and the arrondissements of Paris, Lyon, Marseille: names still used.
for (const c of communes.filter((x) => x.type !== 'commune-actuelle').sort(byCode)) {
  row('OLD', c.code, c.chefLieu ?? c.commune, (c.codesPostaux ?? []).join(' '), clean(c.nom));
}
console.log(out.join('\n'));
