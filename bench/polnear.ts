/**
 * Quality and speed of attributions on the PolNeAR dev part, beside people and the best published systems.
 *
 *     node bench/polnear.ts [--shared ../shared] [--part dev] [--model accurate|fast] [--threads 2] [--errors 20] [--json]
 *
 * Scores come from shared/bench/score-attributions.mjs. PolNeAR marks no attribution inside another, so those that
 * Hearsay gives as `within` are left out of the first table and scored with the rest in the second.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accurateModel, fastModel } from '../src/attributions/attribution-model.ts';
import { type Reading, readDocument } from '../src/read.ts';
import { plainDocument } from '../training/plain.ts';
import { polnear } from '../training/polnear.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    part: { type: 'string', default: 'dev' },
    errors: { type: 'string', default: '0' },
    model: { type: 'string', default: 'accurate' },
    threads: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
});
const gold = join(opt.shared, 'data', 'polnear', opt.part);
const scorer = join(opt.shared, 'bench', 'score-attributions.mjs');
const folder = mkdtempSync(join(tmpdir(), 'hearsay-polnear-'));

interface Row {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}
type Rows = Readonly<Record<string, Row>>;

const articles = polnear(gold);
const began = performance.now();
const model = opt.model === 'fast' ? fastModel() : accurateModel(Number(opt.threads));
const readings: Reading[] = [];
for (const { name, text } of articles) readings.push(await readDocument(plainDocument(name, text), model));
const seconds = (performance.now() - began) / 1000;
const characters = articles.reduce((sum, { text }) => sum + text.length, 0);

function predictions(file: string, nested: boolean): string {
  const path = join(folder, file);
  const lines = readings.map(({ document, attributions }) =>
    JSON.stringify({ id: document.id, attributions: attributions.filter((a) => nested || a.within === null) }),
  );
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function scores(pred: string): Rows {
  return JSON.parse(
    execFileSync(process.execPath, [scorer, '--gold', gold, '--pred', pred, '--json'], { encoding: 'utf8' }),
  );
}

const outer = predictions('outer.jsonl', false);
const flat = scores(outer);
const all = scores(predictions('all.jsonl', true));
const memory = process.resourceUsage().maxRSS / 1024;

/** F1 of source / cue / content, as the papers give them; see shared/sota.md. */
const PUBLISHED = [
  ['rules (CofeNet’s), test', '10.7', '22.8', '5.6'],
  ['Stanford CoreNLP, test', '13.9', '–', '17.5'],
  ['BERT-base, test', '81.1', '74.0', '68.9'],
  ['CofeNet, BERT-base, test: the best', '83.2', '75.3', '72.9'],
  ['annotator against annotator, train', '78.9', '71.3', '73.5'],
] as const;

const percent = (value: number): string => (100 * value).toFixed(1);
const line = (name: string, ...cells: string[]) =>
  console.log(name.padEnd(38) + cells.map((c) => c.padStart(8)).join(''));
const prf = ({ p, r, f1 }: Row): string[] => [percent(p), percent(r), percent(f1)];

function print(): void {
  console.log(`PolNeAR ${opt.part}: ${articles.length} articles\n`);
  line('', 'P', 'R', 'F1');
  for (const [name, row] of Object.entries(flat)) if (typeof row === 'object') line(name, ...prf(row));
  line('triple, with nested ones', ...prf(all.triple!));
  console.log();
  line('cut at sentence ends, F1', 'source', 'cue', 'content');
  line(`Hearsay, ${opt.part}`, ...['source', 'cue', 'content'].map((role) => percent(flat[`cofenet ${role}`]!.f1)));
  for (const [name, ...cells] of PUBLISHED) line(name, ...cells);
  console.log('\nannotator against annotator, triple F1 74.9');
  console.log(
    `\n${(articles.length / seconds).toFixed(1)} articles/s, ${Math.round(characters / seconds / 1000)} k characters/s, ` +
      `one thread, model load included; peak memory ${Math.round(memory)} MB`,
  );
}

if (opt.json) console.log(JSON.stringify({ flat, all, articlesPerSecond: articles.length / seconds, memory }));
else print();
if (Number(opt.errors)) {
  const shown = execFileSync(process.execPath, [scorer, '--gold', gold, '--pred', outer, '--errors', opt.errors], {
    encoding: 'utf8',
  });
  console.log(shown.slice(shown.indexOf('\nmissed:')));
}
