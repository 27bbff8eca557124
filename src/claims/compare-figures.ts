import type { Amount, Assertion } from './assertion.ts';
import { isNear } from './stem.ts';
import type { Term } from './terms.ts';

/** Two figures that answer one question. */
export interface FigurePair {
  readonly a: Amount;
  readonly b: Amount;
  readonly agrees: boolean;
}

/** "about 12,000" and "12,300" are one figure: what is given softly may be off by this share. */
const SOFT = 0.1;

type Counting = Pick<Assertion, 'figures' | 'terms'>;

/** The figures of both that count the same thing in the same unit. */
export function figurePairs(x: Counting, y: Counting): FigurePair[] {
  const [a, b] = [x.figures, y.figures];
  if (isBare(a) && b.length > 1) return barePair(x, y, (two) => ({ a: a[0]!, b: two }));
  if (isBare(b) && a.length > 1) return barePair(y, x, (one) => ({ a: one, b: b[0]! }));
  const pairs: FigurePair[] = [];
  for (const one of a) {
    const same = b.filter((two) => countsSame(one, two, a.length === 1 && b.length === 1));
    if (same.length === 0) continue;
    const two = same.find((each) => isSame(one, each)) ?? same[0]!;
    pairs.push({ a: one, b: two, agrees: isSame(one, two) });
  }
  return pairs;
}

/** "kills at least 14": one figure, and of what is left open */
const isBare = (figures: readonly Amount[]): boolean => figures.length === 1 && figures[0]!.of.length === 0;

/** It is the one that is bare as well ("kills NINE, including four children"), or the one that is the same; else what is told first is what it counts: "14 were killed and 20 wounded". */
function barePair(
  { figures: [bare], terms }: Counting,
  several: Counting,
  pair: (other: Amount) => Omit<FigurePair, 'agrees'>,
): FigurePair[] {
  const inUnit = several.figures.filter(({ unit }) => unit === bare!.unit);
  const asBare = inUnit.filter(({ of }) => of.length === 0);
  const same = asBare.length === 1 ? asBare : inItsPlace(terms, { ...several, figures: inUnit });
  const found = same.find((each) => isSame(bare!, each)) ?? same[0];
  return found ? [{ ...pair(found), agrees: isSame(bare!, found) }] : [];
}

/** "kills nine", "2 shells killed 14 people": nine of those killed, and no shells. Where neither place counts, all. */
function inItsPlace(bare: Counting['terms'], { figures, terms }: Counting): readonly Amount[] {
  const isIn = (role: Term['role'], { of }: Amount) =>
    terms.some((term) => term.role === role && of.includes(term.key));
  const roles = bare.some(({ role }) => role === 'patient') ? (['actor'] as const) : (['patient', 'actor'] as const);
  const placed = roles.map((role) => figures.filter((figure) => isIn(role, figure)));
  return placed.find((found) => found.length > 0) ?? figures;
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
