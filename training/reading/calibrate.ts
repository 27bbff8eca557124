/**
 * Writes into the manifest of the reading model what its scores mean: attributions of the PolNeAR dev part, every other
 * article, by score, and how often those of like score were right.
 *
 *     node training/reading/calibrate.ts [--shared ../shared] [--model models/attribution-en]
 *
 * Pooling adjacent violators (Ayer et al. 1955): the rate never falls as the score rises. `bench/reliability.ts`
 * measures on the articles that are left out here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { match } from '../../bench/beyond/match.ts';
import { englishCues } from '../../src/attributions/lexicon.ts';
import { chooseByModel } from '../../src/attributions/model/choose-by-model.ts';
import { loadReader } from '../../src/attributions/model/reader.ts';
import { parse } from '../../src/language/parse.ts';
import { plainDocument } from '../plain.ts';
import { polnear } from '../polnear.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    model: { type: 'string', default: 'models/attribution-en' },
    outer: { type: 'string', default: '0.45' },
    inner: { type: 'string', default: '0.5' },
  },
});

interface Scored {
  readonly score: number;
  readonly right: boolean;
}

/** Attributions with a bin of their own, and no fewer: the rate of fewer is chance. */
const LEAST = 60;

const path = join(opt.model, 'manifest.json');
const { labels: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
manifest.least = { outer: Number(opt.outer), inner: Number(opt.inner) };
const write = (reliability: readonly (readonly [number, number])[]) =>
  writeFileSync(path, `${JSON.stringify({ ...manifest, reliability }, null, 2)}\n`);

async function scored(): Promise<Scored[]> {
  const reader = await loadReader(pathToFileURL(`${opt.model}/`), 2);
  const all: Scored[] = [];
  const articles = polnear(join(opt.shared, 'data', 'polnear', 'dev')).filter((_, i) => i % 2 === 0);
  for (const { name, text, gold } of articles) {
    const chosen = await chooseByModel(parse(plainDocument(name, text)), reader, englishCues());
    const outer = chosen.filter(({ within }) => within === null).map(({ candidate }) => candidate);
    const right = new Set(match(text, gold, outer));
    all.push(...outer.map(({ rate }, j) => ({ score: rate, right: right.has(j) })));
  }
  return all.sort((a, b) => a.score - b.score);
}

interface Bin {
  readonly from: number;
  readonly count: number;
  readonly right: number;
}
const rate = ({ count, right }: Bin): number => right / count;

/** Bins of at least so many, joined until the rates rise. */
function bins(all: readonly Scored[]): Bin[] {
  const pooled: Bin[] = [];
  for (let at = 0; at < all.length; at += LEAST) {
    const part = all.length - at < 2 * LEAST ? all.slice(at) : all.slice(at, at + LEAST);
    let bin: Bin = { from: part[0]!.score, count: part.length, right: part.filter(({ right }) => right).length };
    while (pooled.length && rate(pooled.at(-1)!) >= rate(bin)) {
      const last = pooled.pop()!;
      bin = { from: last.from, count: last.count + bin.count, right: last.right + bin.right };
    }
    pooled.push(bin);
    if (part.length > LEAST) break;
  }
  return pooled;
}

write([]);
const found = bins(await scored());
const three = (value: number): number => Math.round(1000 * value) / 1000;
write(found.map((bin, i) => [i === 0 ? 0 : three(bin.from), three(rate(bin))]));
for (const bin of found) console.log(`from ${bin.from.toFixed(3)}: ${bin.right} of ${bin.count} right`);
