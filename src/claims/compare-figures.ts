import type { Amount } from './assertion.ts';
import { isNear } from './stem.ts';

/** Two figures that answer one question. */
export interface FigurePair {
  readonly a: Amount;
  readonly b: Amount;
  readonly agrees: boolean;
}

/** "about 12,000" and "12,300" are one figure: what is given softly may be off by this share. */
const SOFT = 0.1;

/** The figures of both that count the same thing in the same unit. */
export function figurePairs(a: readonly Amount[], b: readonly Amount[]): FigurePair[] {
  const pairs: FigurePair[] = [];
  for (const one of a) {
    const same = b.filter((two) => countsSame(one, two, a.length === 1 && b.length === 1));
    if (same.length === 0) continue;
    const two = same.find((each) => isSame(one, each)) ?? same[0]!;
    pairs.push({ a: one, b: two, agrees: isSame(one, two) });
  }
  return pairs;
}

function countsSame(a: Amount, b: Amount, only: boolean): boolean {
  if (a.unit !== b.unit) return false;
  if (a.of.length === 0 || b.of.length === 0) return only;
  return a.of.some((key) => !/^[@~]/.test(key) && b.of.some((other) => other === key || isNear(key, other)));
}

/** "at least 10,000" is "10,000 or more", and not "10,000". */
function isSame(a: Amount, b: Amount): boolean {
  const soft = a.approximate || b.approximate;
  return isSameBound(a.min, b.min, soft) && isSameBound(a.max, b.max, soft);
}

function isSameBound(a: number | null, b: number | null, soft: boolean): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= (soft ? SOFT * Math.max(Math.abs(a), Math.abs(b)) : 0);
}

/** Can both be right? "at least 10" and "12" can, "9" and "12" cannot. */
export const areCompatible = (a: Amount, b: Amount): boolean =>
  (a.min ?? Number.NEGATIVE_INFINITY) <= (b.max ?? Number.POSITIVE_INFINITY) &&
  (b.min ?? Number.NEGATIVE_INFINITY) <= (a.max ?? Number.POSITIVE_INFINITY);
