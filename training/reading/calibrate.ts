/**
 * Writes into the manifest of the reading model its thresholds, and how confident to be: a logistic regression that
 * tells right attributions from wrong ones, fitted on every other article of the PolNeAR dev part.
 *
 *     node training/reading/calibrate.ts [--shared ../shared] [--model models/attribution-en]
 *
 * `bench/reliability.ts` measures on the articles that are left out here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { match } from '../../bench/beyond/match.ts';
import type { Candidate } from '../../src/attributions/candidates.ts';
import { englishCues } from '../../src/attributions/lexicon.ts';
import { chooseByModel } from '../../src/attributions/model/choose-by-model.ts';
import { type ConfidenceWeights, confidenceOf, SIGNS, type Signs } from '../../src/attributions/model/confidence.ts';
import { couldAttribute } from '../../src/attributions/model/gate.ts';
import { loadReader } from '../../src/attributions/model/reader.ts';
import { parse } from '../../src/language/parse.ts';
import { plainDocument } from '../plain.ts';
import { polnear } from '../polnear.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    model: { type: 'string', default: 'models/attribution-en' },
    outer: { type: 'string', default: '0.6' },
    inner: { type: 'string', default: '0.4' },
    sourceless: { type: 'string', default: '0.3' },
  },
});

interface Example {
  readonly signs: Signs;
  readonly right: boolean;
}

const path = join(opt.model, 'manifest.json');
const { name, version, files } = JSON.parse(readFileSync(path, 'utf8'));
const least = { outer: Number(opt.outer), inner: Number(opt.inner), sourceless: Number(opt.sourceless) };
const write = (confidence: ConfidenceWeights) =>
  writeFileSync(path, `${JSON.stringify({ name, version, files, least, confidence }, null, 2)}\n`);

/** Each alone, so that what is chosen tells its own signs. */
const alone = (sign: keyof Signs): ConfidenceWeights => ({ ...NOTHING, [sign]: 1 });
const NOTHING: ConfidenceWeights = { bias: 0, likely: 0, cue: 0, content: 0, outside: 0, sourceless: 0 };

async function examples(): Promise<Example[]> {
  const reader = await loadReader(pathToFileURL(`${opt.model}/`), 2);
  const all: Example[] = [];
  const articles = polnear(join(opt.shared, 'data', 'polnear', 'dev')).filter((_, i) => i % 2 === 0);
  for (const { name, text, gold } of articles) {
    const parsed = parse(plainDocument(name, text));
    const choose = async (confidence: ConfidenceWeights) => {
      const own = { ...reader, manifest: { ...reader.manifest, least: { ...least, sourceless: 0 }, confidence } };
      const chosen = await chooseByModel(parsed, own, englishCues(), couldAttribute(parsed, englishCues()));
      return chosen
        .filter(({ within }) => within === null)
        .map(({ candidate }) => candidate)
        .filter(({ frame }) => !/^quote-(?:alone|colon)$/.test(frame));
    };
    const bySign = new Map<keyof Signs, readonly number[]>();
    let outer: readonly Candidate[] = [];
    for (const sign of SIGNS) {
      outer = await choose(alone(sign));
      bySign.set(
        sign,
        outer.map(({ rate }) => Math.log(rate / (1 - rate))),
      );
    }
    const right = new Set(match(text, gold, outer));
    outer.forEach((_, j) => {
      const signs = Object.fromEntries(SIGNS.map((sign) => [sign, bySign.get(sign)![j]!])) as unknown as Signs;
      all.push({ signs, right: right.has(j) });
    });
  }
  return all;
}

const STEPS = 4000;
const RATE = 0.1;

/** Logistic regression by plain gradient descent: six weights, a thousand examples. */
function fitted(all: readonly Example[]): ConfidenceWeights {
  const weights: Record<string, number> = { ...NOTHING };
  for (let step = 0; step < STEPS; step++) {
    const slope: Record<string, number> = { ...NOTHING };
    for (const { signs, right } of all) {
      const error = (confidenceOf(signs, weights as ConfidenceWeights) - (right ? 1 : 0)) / all.length;
      for (const sign of SIGNS) slope[sign]! += error * signs[sign];
      slope.bias! += error;
    }
    for (const name of Object.keys(weights)) weights[name]! -= RATE * slope[name]!;
  }
  for (const name of Object.keys(weights)) weights[name] = Math.round(1000 * weights[name]!) / 1000;
  return weights as ConfidenceWeights;
}

const found = await examples();
const weights = fitted(found);
write(weights);
console.log(`${found.filter(({ right }) => right).length} of ${found.length} right`, weights);
