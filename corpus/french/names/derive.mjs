// SPDX-License-Identifier: GPL-2.0-or-later
// Derives two word lists from Debian's dictionaries (apt-get install hunspell-fr-comprehensive wfrench):
//   given_names.txt   the given names of the Dicollecte dictionary (MPL-2.0, entries « po:prn »)
//   common_words.txt  the ordinary French words of wfrench (GPL-2) that are also the name of a commune,
//                     a given name or an acronym of our tables: such a name needs more than a capital
//                     letter to be believed
// Run in this folder: node derive.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const key = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
  .replace(/œ/g, 'oe').replace(/æ/g, 'ae');
const lines = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

const given = new Set();
for (const line of lines('/usr/share/hunspell/fr.dic')) {
  if (line.includes('po:prn')) given.add(line.split(/[/ \t]/)[0]);
}
const places = new Set();
for (const line of lines('../../territories/official.tsv')) {
  const cells = line.split('\t');
  if (cells[0] === 'COM' || cells[0] === 'OLD') {
    const name = cells[cells.length - 1].replace(/^(Le|La|Les) |^L'/, '');
    if (!/[ '-]/.test(name)) places.add(key(name));
  }
}
const names = new Set([...given].map(key));
for (const table of ['state_bodies', 'programmes', 'named_things']) {
  for (const line of lines(`${table}.tsv`).filter((l) => !l.startsWith('#'))) {
    const [, name, aliases] = line.split('\t');
    for (const form of [name, ...(aliases ?? '').split(';')]) if (/^[A-ZÀ-Ý]{5,}$/.test(form)) names.add(key(form));
  }
}
const common = new Set();
for (const word of lines('/usr/share/dict/french')) {
  if (word !== word.toLowerCase()) continue;
  const k = key(word);
  if (places.has(k) || names.has(k)) common.add(k);
}
const wrap = (set) => [...set].sort().join('\n') + '\n';
writeFileSync('given_names.txt', wrap(given));
writeFileSync('common_words.txt', wrap(common));
