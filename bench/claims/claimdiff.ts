import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { type Assertion, assertionsOf } from '../../src/claims/assertion.ts';
import { overlapOf } from '../../src/claims/compare-terms.ts';
import { relate } from '../../src/claims/relate.ts';
import { usualWeights } from '../../src/claims/weights.ts';
import { readDocument } from '../../src/read.ts';
import { plainDocument } from '../../training/plain.ts';
import { auc, f1, fitted } from './regression.ts';

interface Row {
  readonly topic: string;
  readonly claim_a: string;
  readonly claim_b: string;
  readonly strengthens: 0 | 1;
  readonly weakens: 0 | 1;
}

/** Does a claim of one outlet strengthen or weaken another's? Halves by topic. */
export async function claimdiff(data: string): Promise<void> {
  const rows = gunzipSync(readFileSync(join(data, 'claimdiff', 'train.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const topics = [...new Set(rows.map(({ topic }) => topic))].sort();
  const first = new Set(topics.filter((_, i) => i % 2 === 0));
  const model = fastModel();
  const known = new Map<string, Assertion[]>();
  const read = async (text: string) => {
    const before = known.get(text);
    if (before) return before;
    const found = assertionsOf(await readDocument(plainDocument(`${known.size}`, text), model));
    known.set(text, found);
    return found;
  };
  const pairs: { row: Row; features: number[] }[] = [];
  for (const row of rows) pairs.push({ row, features: featuresOf(await read(row.claim_a), await read(row.claim_b)) });
  const halves = [pairs.filter(({ row }) => first.has(row.topic)), pairs.filter(({ row }) => !first.has(row.topic))];
  console.log('ClaimDiff (train part, halves by topic)         first half   held half');
  for (const label of ['strengthens', 'weakens'] as const) {
    const learnt = fitted(
      halves[0]!.map(({ features }) => features),
      halves[0]!.map(({ row }) => row[label]),
      2,
    );
    const scores = halves.map((half) => half.map(({ features }) => learnt.scores(features)[1]!));
    const wanted = halves.map((half) => half.map(({ row }) => row[label] === 1));
    const cut = bestCut(scores[0]!, wanted[0]!);
    const line = (name: string, of: (i: number) => number) =>
      console.log(`  ${`${label}: ${name}`.padEnd(46)}${of(0).toFixed(3)}        ${of(1).toFixed(3)}`);
    line('AUC', (i) => auc(scores[i]!, wanted[i]!));
    line('F1', (i) =>
      f1(
        scores[i]!.map((score) => score >= cut),
        wanted[i]!,
      ),
    );
    line('F1 of always yes', (i) =>
      f1(
        wanted[i]!.map(() => true),
        wanted[i]!,
      ),
    );
  }
  const found = pairs.filter(({ features }) => features[2]! > 0 || features[3]! > 0).length;
  console.log(`  pairs in which a relation is found at all     ${found} of ${rows.length}`);
}

function featuresOf(a: readonly Assertion[], b: readonly Assertion[]): number[] {
  const best = { dice: 0, whole: 0, agreed: 0, opposed: 0, against: 0, weight: 0 };
  for (const one of a) {
    for (const two of b) {
      const { dice, ofA, ofB, matches, head } = overlapOf(one, two, usualWeights);
      best.dice = Math.max(best.dice, dice);
      best.whole = Math.max(best.whole, (ofA + ofB + head) / 3);
      best.weight = Math.max(
        best.weight,
        matches.reduce((sum, match) => sum + match.weight, 0),
      );
      if (one.stance * two.stance < 0) best.against = Math.max(best.against, dice);
      const relation = relate(one, two);
      if (!relation) continue;
      if (/denies|contradicts|differs/.test(relation.relation)) best.opposed = Math.max(best.opposed, relation.score);
      else best.agreed = Math.max(best.agreed, relation.score);
    }
  }
  const negative = (all: readonly Assertion[]) => all.filter(({ stance }) => stance < 0).length;
  const doubts = (all: readonly Assertion[]) => all.filter(({ certainty }) => certainty !== 'certain').length;
  return [
    best.dice,
    best.whole,
    best.agreed,
    best.opposed,
    best.against,
    best.weight,
    negative(a),
    negative(b),
    Number(negative(a) > 0 !== negative(b) > 0),
    doubts(a),
    doubts(b),
  ];
}

function bestCut(scores: readonly number[], wanted: readonly boolean[]): number {
  const cuts = Array.from({ length: 60 }, (_, i) => i / 60);
  const value = (cut: number) =>
    f1(
      scores.map((score) => score >= cut),
      wanted,
    );
  return cuts.reduce((best, cut) => (value(cut) > value(best) ? cut : best), 0.5);
}
