/**
 * Makes models/attribution-fast-en: tells which of the rules' candidates report something, learned on the PolNeAR train
 * part.
 *
 *     node training/fast.ts [--shared ../shared] [--epochs 6]
 *
 * Logistic regression over hashed features by AdaGrad (Duchi, Hazan and Singer 2011). Candidates inside marked content
 * are passed over: PolNeAR marks no attribution inside another.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { candidateFeatures, ROWS } from '../src/attributions/candidate-features.ts';
import { englishCues } from '../src/attributions/lexicon.ts';
import { propose } from '../src/attributions/propose.ts';
import { inQuotes } from '../src/attributions/scorer.ts';
import { parse } from '../src/language/parse.ts';
import { insideContent, isGold } from './is-gold.ts';
import { plainDocument } from './plain.ts';
import { polnear } from './polnear.ts';
import { shuffled } from './shuffled.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    epochs: { type: 'string', default: '6' },
    out: { type: 'string', default: 'models/attribution-fast-en' },
  },
});

/** Contents that share so much are the same, as the scorer's triples have it. */
const SAME_CONTENT = 0.5;
const RATE = 0.15;
/** Weights of rare features are held back so that they don't learn single sentences by heart. */
const DECAY = 2e-5;

interface Example {
  readonly rows: Int32Array;
  readonly right: boolean;
}

function examples(): Example[] {
  const found: Example[] = [];
  for (const { name, text, gold } of polnear(join(opt.shared, 'data', 'polnear', 'train'))) {
    const parsed = parse(plainDocument(name, text));
    const quoted = inQuotes(parsed);
    for (const candidate of propose(parsed, englishCues())) {
      const { start, end } = parsed.words[candidate.at]!;
      if (insideContent([start, end], gold)) continue;
      const right = isGold(candidate, [start, end], gold, SAME_CONTENT);
      found.push({ rows: candidateFeatures(parsed, candidate, quoted), right });
    }
  }
  return found;
}

function train(all: readonly Example[]): Float32Array {
  const weights = new Float32Array(ROWS);
  const squares = new Float32Array(ROWS).fill(1e-6);
  for (let epoch = 0; epoch < Number(opt.epochs); epoch++) {
    let loss = 0;
    for (const { rows, right } of shuffled(all, epoch + 1)) {
      const sum = rows.reduce((total, row) => total + weights[row]!, 0);
      const error = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      loss -= Math.log(Math.max(1e-9, 1 - Math.abs(error)));
      for (const row of rows) {
        const slope = error + DECAY * weights[row]!;
        squares[row]! += slope * slope;
        weights[row]! -= (RATE * slope) / Math.sqrt(squares[row]!);
      }
    }
    console.log(`epoch ${epoch + 1}: loss ${(loss / all.length).toFixed(4)} over ${all.length} candidates`);
  }
  return weights;
}

const weights = train(examples());
const step = Math.max(...weights.map(Math.abs)) / 127;
const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
mkdirSync(opt.out, { recursive: true });
writeFileSync(join(opt.out, 'weights.bin'), bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const manifest = { name: 'attribution-fast-en', version: 1, sha256, bytes: bytes.length, step };
writeFileSync(join(opt.out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
