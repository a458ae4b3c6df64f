// SPDX-License-Identifier: GPL-2.0-or-later
// Our numbers beside those of @microsoft/recognizers-text-suite on the same French cases:
//   node compare.mjs REPERE_INDEX CASES.jsonl…
// CASES: {"id","suite","text","expect":[{"text","value"}]}. The package is fetched for the run only.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const [program, ...files] = process.argv.slice(2);
if (!program || files.length === 0) {
  console.error('compare.mjs REPERE_INDEX CASES.jsonl…');
  process.exit(2);
}
const readLines = (text) => text.split('\n').filter((l) => l.trim()).map((l) => JSON.parse(l));

/// A case is right when each expected value is found where it stands, with at most three stray
/// numbers (amounts and measures are no strays).
function isRight(test, found) {
  const data = Buffer.from(test.text.toLowerCase());
  const places = test.expect.map((want) => {
    const begin = data.indexOf(Buffer.from(want.text.toLowerCase()));
    return {begin, end: begin + Buffer.byteLength(want.text), value: want.value};
  });
  const meets = (f, p) => f.start < p.end && f.end > p.begin;
  const near = (a, b) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
  const all = places.every((p) => found.some((f) =>
      meets(f, p) && near(f.value, p.value) && f.end - f.start <= p.end - p.begin + 24));
  return all && found.filter((f) => f.bare && !places.some((p) => meets(f, p))).length <= 3;
}

function ours(file) {
  const options = {encoding: 'utf8', maxBuffer: 1 << 28};
  const lines = readLines(execFileSync(program, ['extract', '--batch', file], options));
  return new Map(lines.map(({id, found}) =>
      [id, found.filter((f) => f.value !== undefined && f.value !== null)
               .map((f) => ({...f, bare: f.type === 'number'}))]));
}

function peer(suite, test) {
  const found = [];
  const {Culture} = suite;
  for (const recognize of [suite.recognizeNumber, suite.recognizePercentage, suite.recognizeCurrency,
                           suite.recognizeDimension]) {
    for (const r of recognize(test.text, Culture.French)) {
      if (r.resolution?.value === undefined || r.resolution.value === null) continue;
      const value = parseFloat(String(r.resolution.value).replace(',', '.'));
      found.push({start: Buffer.byteLength(test.text.slice(0, r.start)),
                  end: Buffer.byteLength(test.text.slice(0, r.end + 1)), value,
                  bare: recognize === suite.recognizeNumber});
    }
  }
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'repere-peer-'));
try {
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder,
                       '@microsoft/recognizers-text-suite@1.3.1'], {stdio: 'ignore'});
  const suite = createRequire(join(folder, 'x.js'))('@microsoft/recognizers-text-suite');
  for (const file of files) {
    const found = ours(file);
    const tally = new Map();
    for (const test of readLines(readFileSync(file, 'utf8'))) {
      const row = tally.get(test.suite) ?? {cases: 0, ours: 0, peer: 0};
      const right = isRight(test, found.get(test.id) ?? []);
      row.cases += 1;
      row.ours += right;
      row.peer += isRight(test, peer(suite, test));
      if (!right && process.env.SHOW) console.log('missed', test.id, JSON.stringify(test.text));
      tally.set(test.suite, row);
    }
    for (const [name, row] of tally)
      console.log(`${name.padEnd(24)} ${row.cases} cas   repères ${row.ours}   recognizers-text ${row.peer}`);
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}
