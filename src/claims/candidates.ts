import { HUBS, type Postings } from './postings.ts';

/** An outlet prints under its reports what this many of them hold: "Sign up for our newsletter …" */
const FURNITURE = 5;
/**
 * A passage that comes back over so many weeks is stock: "330,000 have been killed since the war began". A report that is
 * copied is copied within days.
 */
const STOCK = 3;
/** Runs that so few documents hold count in full; what more hold counts less and less, as words of the language do. */
const FEW = 32;
/** Shared runs that make two documents worth a closer look. One is shared by chance; three miss what was edited heavily. */
const ENOUGH = 2000;

/** Outlets whose furniture it is. */
function furnishers(postings: Postings, fingerprint: number): readonly string[] {
  if (postings.count(fingerprint) < FURNITURE) return [];
  return [...postings.outletsOf(fingerprint)].filter(([, count]) => count >= FURNITURE).map(([outlet]) => outlet);
}

export const isFurnitureOf = (postings: Postings, fingerprint: number, outlets: readonly (string | null)[]): boolean =>
  furnishers(postings, fingerprint).some((outlet) => outlets.includes(outlet));

export const isStock = (postings: Postings, fingerprint: number): boolean =>
  postings.count(fingerprint) >= STOCK && postings.weeksOf(fingerprint) >= STOCK;

/** A thousandth of a run, so that sums are whole and the same in any order. Less with every doubling, in steps. */
const weightOf = (count: number): number => Math.round(1000 / (1 + Math.floor(Math.log2(Math.max(1, count / FEW)))));

/** What a run's holders make of it; where this changes, copies that rest on it must be looked at again. */
export interface RunState {
  readonly count: number;
  readonly weight: number;
  readonly isStock: boolean;
  readonly furnishers: readonly string[];
  readonly hubs: readonly string[];
}

export const runState = (postings: Postings, fingerprint: number): RunState => {
  const count = postings.count(fingerprint);
  return {
    count,
    weight: weightOf(count),
    isStock: isStock(postings, fingerprint),
    furnishers: furnishers(postings, fingerprint),
    // what they were then: the postings go on
    hubs: count > HUBS ? [...postings.hubs(fingerprint)] : [],
  };
};

/** Did a run become stock, or furniture of an outlet, or is it no more? */
export const isOtherwiseTaken = (before: RunState, after: RunState): boolean =>
  before.isStock !== after.isStock || before.furnishers.length !== after.furnishers.length;

/** Documents whose copies may be none, or others, now that one more holds a run; null for all that hold it. */
export function unsettled(before: RunState, after: RunState): readonly string[] | null {
  const isOther = before.weight !== after.weight || (before.hubs.length === 0 && after.hubs.length > 0);
  return isOther || isOtherwiseTaken(before, after) ? null : before.hubs.filter((hub) => !after.hubs.includes(hub));
}

/** Documents that may have copies, or others, now that one less holds a run: with any that holds it. */
export function regained(postings: Postings, fingerprint: number, before: RunState): readonly string[] {
  const after = runState(postings, fingerprint);
  if (isOtherwiseTaken(before, after) || (before.hubs.length > 0 && after.hubs.length === 0))
    return postings.holders(fingerprint);
  return before.weight === after.weight ? after.hubs.filter((hub) => !before.hubs.includes(hub)) : after.hubs;
}

/**
 * Documents that share enough runs with one that is in the postings. More documents only ever take candidates away: those
 * of a whole are among those that were found while it grew, in whatever order.
 */
export function candidates(postings: Postings, document: string, fingerprints: Iterable<number>): string[] {
  const shared = new Map<string, number>();
  const outlet = postings.outletOf(document);
  for (const fingerprint of fingerprints) {
    const count = postings.count(fingerprint);
    const furnished = furnishers(postings, fingerprint);
    if (count < 2 || (outlet && furnished.includes(outlet))) continue;
    for (const other of partners(postings, fingerprint, count, document)) {
      if (other === document || (furnished.length > 0 && furnished.includes(postings.outletOf(other) ?? ''))) continue;
      shared.set(other, (shared.get(other) ?? 0) + weightOf(count));
    }
  }
  return [...shared].filter(([, weight]) => weight >= ENOUGH).map(([other]) => other);
}

function partners(postings: Postings, fingerprint: number, count: number, document: string): readonly string[] {
  if (count <= HUBS) return postings.holders(fingerprint);
  const hubs = postings.hubs(fingerprint);
  return hubs.includes(document) ? postings.holders(fingerprint) : hubs;
}

/** Are two documents candidates for one another, by the runs that both hold? */
export function areCandidates(postings: Postings, a: string, b: string, shared: Iterable<number>): boolean {
  const outlets = [postings.outletOf(a), postings.outletOf(b)];
  let weight = 0;
  for (const fingerprint of shared) {
    const count = postings.count(fingerprint);
    if (isFurnitureOf(postings, fingerprint, outlets)) continue;
    if (count <= HUBS || postings.hubs(fingerprint).some((hub) => hub === a || hub === b)) weight += weightOf(count);
  }
  return weight >= ENOUGH;
}
