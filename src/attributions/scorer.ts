import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Parse } from '../language/parse.ts';
import { candidateFeatures, ROWS } from './candidate-features.ts';
import type { Candidate } from './candidates.ts';
import { outermostOf, quotationAt } from './snap.ts';

/** The share that the counts have in a rate; the weights have the rest. */
const COUNTED = 0.6;

/** How likely a candidate reports something, 0…1. */
export type Scorer = (parse: Parse, candidates: readonly Candidate[]) => Candidate[];

interface Manifest {
  readonly sha256: string;
  /** what one step of a weight is worth */
  readonly step: number;
}

const ENGLISH = new URL('../../models/attribution-fast-en/', import.meta.url);
let english: Scorer | undefined;

/** The linear model that comes with the package; see models/attribution-fast-en/README.md. */
export function englishScorer(): Scorer {
  english ??= loadScorer(ENGLISH);
  return english;
}

/** @throws Error when the weights are not those that the manifest names */
export function loadScorer(folder: URL): Scorer {
  const manifest: Manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  const bytes = readFileSync(new URL('weights.bin', folder));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== manifest.sha256 || bytes.length !== ROWS)
    throw new Error(
      `${folder.pathname}weights.bin has SHA-256 ${sha256}, not ${manifest.sha256}: install Hearsay anew`,
    );
  const weights = Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, ROWS), (w) => w * manifest.step);
  return scorerOf(weights);
}

/**
 * Logistic regression over the features of a candidate. Its rate becomes a mean of what the weights say, which know
 * PolNeAR's ways, and what it was, which the list of reporting verbs keeps from falling: 1.3 points of triple F1 more
 * than the counts alone; the weights alone lose "Pyongyang denied sending soldiers".
 */
export function scorerOf(weights: Float32Array): Scorer {
  return (parse, candidates) => {
    const quoted = inQuotes(parse);
    return candidates.map((c) => {
      const sum = candidateFeatures(parse, c, quoted).reduce((total, row) => total + weights[row]!, 0);
      return { ...c, rate: COUNTED * c.rate + (1 - COUNTED) / (1 + Math.exp(-sum)) };
    });
  };
}

/** Does a word stand between outermost quotation marks? */
export function inQuotes(parse: Parse): (word: number) => boolean {
  const outermost = outermostOf(parse);
  return (word) => parse.words[word] !== undefined && quotationAt(outermost, parse.words[word].end - 1) !== undefined;
}
