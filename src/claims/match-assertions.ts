import { firstIndex } from '../text/first-index.ts';
import type { Assertion } from './assertion.ts';
import { relate } from './relate.ts';
import { roughly } from './stem.ts';
import { usualWeights } from './weights.ts';

/** An assertion of one version of a report, with its words. */
export interface Told {
  readonly assertion: Assertion;
  /** without marks and capitals */
  readonly words: string;
  /** how unsure it is, by `doubtIn` */
  readonly doubt: number;
  /** its place among those of its version */
  readonly at: number;
}

/** What one version says and what became of it in the next. */
export type Pair = readonly [old: Told, now: Told];

/** Below this one was dropped and another added: lower pairs two that share their subject only. */
const LEAST = 0.45;
/** Where neither has what the other says, only whom it says it of. */
const LEAST_BESIDE = 0.65;
/** Shared words that weigh less (two rare ones) may meet by chance. */
const LEAST_WEIGHT = 5;
/** Two that are this near to one may either be meant: none is. */
const MARGIN = 0.005;
/** What reports of different outlets would be held to say alike goes before what only shares its words. */
const RELATED = 1;
/** Versions mostly keep their order. */
const SAME_PLACE = 0.1;
const SAME_SOURCE = 0.05;
/** A word that so many assertions of a version have finds no candidates: it would cost more than it tells. */
const MOST_PLACES = 40;

/** The same words first, whoever's they are; then what says the same; then what shares most of its words at the same place. */
export function matchAssertions(before: readonly Told[], after: readonly Told[]): Pair[] {
  const ofOne = sameWords(before, after, ({ assertion, words }) => `${assertion.kind} ${assertion.source}: ${words}`);
  const ofOther = sameWords(without(before, ofOne, 0), without(after, ofOne, 1), ({ words }) => words);
  const stayed = [...ofOne, ...ofOther];
  return [...stayed, ...mostAlike(without(before, stayed, 0), without(after, stayed, 1), expectedPlace(stayed))];
}

function without(all: readonly Told[], pairs: readonly Pair[], side: 0 | 1): Told[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return all.filter((told) => !taken.has(told));
}

/** The first that says so with the first that says so, the second with the second. */
function sameWords(before: readonly Told[], after: readonly Told[], keyOf: (told: Told) => string): Pair[] {
  const open = new Map([...Map.groupBy(after, keyOf)].map(([key, list]) => [key, list.values()]));
  return before.flatMap((old): Pair[] => {
    const now = open.get(keyOf(old))?.next().value;
    return now ? [[old, now]] : [];
  });
}

/** Where an assertion is looked for: as far behind the last one that stayed as it stood before. */
function expectedPlace(stayed: readonly Pair[]): (told: Told) => number {
  const anchors = stayed.map(([old, now]) => [old.at, now.at] as const).sort((a, b) => a[0] - b[0]);
  return ({ at }) => {
    const anchor = anchors[firstIndex(anchors.length, (i) => anchors[i]![0] <= at) - 1];
    return anchor ? anchor[1] + at - anchor[0] : at;
  };
}

interface Candidate {
  readonly pair: Pair;
  readonly score: number;
}

/** The best first; where two are as near, neither, until one of them is taken by a better one. */
function mostAlike(before: readonly Told[], after: readonly Told[], placeOf: (told: Told) => number): Pair[] {
  const candidates = candidatesOf(before, after, placeOf).sort(
    (x, y) => y.score - x.score || x.pair[0].at - y.pair[0].at || x.pair[1].at - y.pair[1].at,
  );
  const rivals = Map.groupBy(
    candidates.flatMap((each) => each.pair.map((told) => [told, each] as const)),
    ([told]) => told,
  );
  const taken = new Set<Told>();
  const isFree = ({ pair }: Candidate) => !pair.some((told) => taken.has(told));
  const isClear = (each: Candidate) =>
    each.pair.every((told) =>
      rivals.get(told)!.every(([, other]) => other === each || other.score < each.score - MARGIN || !isFree(other)),
    );
  return candidates.flatMap((each): Pair[] => {
    if (!isFree(each) || !isClear(each)) return [];
    for (const told of each.pair) taken.add(told);
    return [each.pair];
  });
}

function candidatesOf(before: readonly Told[], after: readonly Told[], placeOf: (told: Told) => number): Candidate[] {
  const keys = new Map([...before, ...after].map((told) => [told, keysOf(told)]));
  const places = new Map<string, Told[]>();
  for (const now of after) {
    for (const key of keys.get(now)!) {
      const known = places.get(key);
      if (!known) places.set(key, [now]);
      else if (known.length <= MOST_PLACES) known.push(now);
    }
  }
  return before.flatMap((old) => {
    const found = [...keys.get(old)!].map((key) => places.get(key) ?? []).filter((list) => list.length <= MOST_PLACES);
    return [...new Set(found.flat())].flatMap((now): Candidate[] => {
      const score = scoreOf(old, now, keys.get(old)!, keys.get(now)!);
      return score === null
        ? []
        : [{ pair: [old, now], score: score + SAME_PLACE / (1 + Math.abs(now.at - placeOf(old))) }];
    });
  });
}

const keysOf = ({ assertion: { terms } }: Told): ReadonlySet<string> =>
  new Set(terms.map(({ key }) => (/^[@~]/.test(key) ? key : roughly(key))));

/** Such two are two assertions, not one that was changed. */
const APART = new Set(['denies', 'contradicts', 'differs in actor']);

function scoreOf(old: Told, now: Told, ofOld: ReadonlySet<string>, ofNow: ReadonlySet<string>): number | null {
  const [a, b] = [old.assertion, now.assertion];
  const relation = relate(a, b);
  if (relation) return APART.has(relation.relation) ? null : RELATED + relation.score;
  if (a.stance * b.stance === -1) return null;
  const shared = weightOf([...ofOld].filter((key) => ofNow.has(key)));
  const [x, y] = [weightOf(ofOld), weightOf(ofNow)];
  const score = (1.2 * shared) / (x + y) + (0.4 * shared) / Math.min(x, y);
  if (shared < LEAST_WEIGHT || score < (says(a, ofNow) || says(b, ofOld) ? LEAST : LEAST_BESIDE)) return null;
  return score + (a.source !== null && a.source === b.source ? SAME_SOURCE : 0);
}

const says = ({ head }: Assertion, keys: ReadonlySet<string>): boolean => head !== null && keys.has(roughly(head));

function weightOf(keys: Iterable<string>): number {
  let sum = 0;
  for (const key of keys) sum += usualWeights(key);
  return sum;
}
