/**
 * Learns whom a pronoun stands for from CoreNLP's automatic coreference of PolNeAR's training articles and from our own
 * rows (bench/sources/tune.jsonl), and writes lexicons/en/antecedents.tsv:
 *
 *     node training/antecedents.ts [--shared ../shared] [--rounds 8]
 *
 * A conditional logit: of the candidates for a pronoun, the one that the clusters name should score best.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { passages, spanOf } from '../bench/sources/rows.ts';
import { attribute } from '../src/attributions/attribute.ts';
import { fastModel } from '../src/attributions/attribution-model.ts';
import { parse } from '../src/language/parse.ts';
import { agrees, antecedentOf, type Candidate, featuresOf } from '../src/sources/antecedent.ts';
import type { Cluster } from '../src/sources/cluster.ts';
import type { Mention } from '../src/sources/mention.ts';
import { bareName } from '../src/sources/mentions.ts';
import { type Choose, resolve } from '../src/sources/resolve.ts';
import { chainsOf } from './gold-chains.ts';
import { plainDocument } from './plain.ts';
import { polnear } from './polnear.ts';
import { shuffled } from './shuffled.ts';
import { isSame, silverClusters } from './silver.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    rounds: { type: 'string', default: '8' },
  },
});
const RATE = 0.1;
/** Holds weights of rare signs near nothing. */
const DECAY = 1e-4;

interface Example {
  /** signs of each candidate */
  readonly features: readonly (readonly string[])[];
  readonly right: number;
}

const folder = join(opt.shared, 'data', 'polnear', 'train');

/** Reads the articles with the silver answers, so that each pronoun is met as a reader who understood the rest would. */
function examples(): Example[] {
  const found: Example[] = [];
  const silver = silverClusters(folder);
  for (const { name, text, gold } of polnear(folder)) {
    const clusters = silver.get(name) ?? [];
    const choose = (pronoun: Mention, candidates: readonly Candidate[], speaks: boolean): Cluster | null => {
      const fitting = candidates.filter((candidate) => agrees(pronoun, candidate));
      const right = fitting.findIndex(({ cluster }) => isSame(pronoun.span, cluster, clusters));
      if (right >= 0 && fitting.length > 1)
        found.push({ features: fitting.map((candidate) => featuresOf(pronoun, candidate, speaks)), right });
      return fitting[right]?.cluster ?? null;
    };
    resolve(parse(plainDocument(name, text)), chainsOf(gold), [], choose);
  }
  return found;
}

function train(all: readonly Example[]): Map<string, number> {
  const weights = new Map<string, number>();
  const sums = new Map<string, number>();
  const squares = new Map<string, number>();
  const score = (features: readonly string[]) => features.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0);
  let steps = 0;
  for (let round = 0; round < Number(opt.rounds); round++) {
    for (const { features, right } of shuffled(all, round + 1)) {
      const scores = features.map(score);
      const top = Math.max(...scores);
      const shares = scores.map((s) => Math.exp(s - top));
      const whole = shares.reduce((a, b) => a + b, 0);
      features.forEach((signs, i) => {
        const error = shares[i]! / whole - Number(i === right);
        for (const sign of signs) {
          const before = weights.get(sign) ?? 0;
          const step = error + DECAY * before;
          const square = (squares.get(sign) ?? 1e-6) + step * step;
          squares.set(sign, square);
          weights.set(sign, before - (RATE * step) / Math.sqrt(square));
        }
      });
      steps++;
    }
    for (const [sign, weight] of weights) sums.set(sign, (sums.get(sign) ?? 0) + weight);
  }
  const rounds = Number(opt.rounds);
  const right = all.filter(({ features, right: r }) =>
    features.every((f, i) => i === r || score(f) < score(features[r]!)),
  );
  console.log(
    `${all.length} pronouns, ${steps} steps; ${((100 * right.length) / all.length).toFixed(1)} % first among their candidates`,
  );
  return new Map([...sums].map(([sign, sum]) => [sign, sum / rounds]));
}

/** Our own rows are few and right; the clusters are many, and wrong as often as one in four. */
const OWN_WEIGHT = 6;

/** The pronouns of our own rows, read with what the fast model finds in them. */
async function ownExamples(): Promise<Example[]> {
  const found: Example[] = [];
  for (const { id, text, speakers } of passages('tune')) {
    const document = plainDocument(id, text);
    const parsed = parse(document);
    const spans = speakers.map((row) => spanOf(text, row));
    const asked = chainsOf(
      spans.filter((span) => span !== null).map((span) => ({ source: [span], cue: [], content: [] })),
    );
    const choose: Choose = (pronoun, candidates, speaks) => {
      const wanted = speakers.find(
        (_, i) => spans[i]?.[0] === pronoun.span[0] && spans[i]?.[1] === pronoun.span[1],
      )?.is;
      const fitting = candidates.filter((candidate) => agrees(pronoun, candidate));
      const right = wanted ? fitting.findIndex(({ cluster }) => isCalled(text, cluster, wanted)) : -1;
      if (right < 0) return antecedentOf(pronoun, candidates, speaks);
      const features = fitting.map((candidate) => featuresOf(pronoun, candidate, speaks));
      if (fitting.length > 1) for (let i = 0; i < OWN_WEIGHT; i++) found.push({ features, right });
      return fitting[right]!.cluster;
    };
    resolve(parsed, [...(await attribute(document, parsed, fastModel())), ...asked], [], choose);
  }
  return found;
}

const isCalled = (text: string, { name, mentions }: Cluster, wanted: string): boolean =>
  [name, ...mentions.map(({ span }) => text.slice(...span))].some((words) => {
    const [a, b] = [bareName(words).toLowerCase(), bareName(wanted).toLowerCase()];
    return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`) || a.startsWith(`${b} `) || b.startsWith(`${a} `);
  });

const weights = train([...examples(), ...(await ownExamples())]);
const head = [
  '# What: how much each sign speaks for somebody as the one a pronoun stands for: `sign, weight`.',
  '# Why:  "he said" is mostly the one who spoke before, named last, and subject there.',
  '# Whence: training/antecedents.ts, from CoreNLP’s automatic coreference of the articles of PolNeAR’s train part and',
  '#       from bench/sources/tune.jsonl.',
];
const rows = [...weights]
  .filter(([, weight]) => Math.abs(weight) >= 0.01)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([sign, weight]) => `${sign}\t${weight.toFixed(3)}`);
writeFileSync(new URL('../lexicons/en/antecedents.tsv', import.meta.url), `${[...head, ...rows].join('\n')}\n`);
console.log(`${rows.length} signs`);
