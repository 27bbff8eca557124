import type { Claim } from './claims.ts';
import type { Coverage } from './coverage.ts';
import { lineageOf } from './lineage.ts';
import { pageOf } from './page-of.ts';
import { versionNumber } from './versions.ts';

/** How documents that tell one time stand to one another: by what they take from one another, and as versions of a page. */
export interface TakenFirst {
  /** is the second, by whatever path, taken from the first, or a later version of it? */
  readonly isBefore: (first: string, second: string) => boolean;
  /** for sorting: who is before another, then in any fixed order */
  readonly compare: (a: string, b: string) => number;
}

export function takenFirst(claim: Claim, coverage: Coverage): TakenFirst {
  const of = (document: string) => coverage.readings.get(document)!.document;
  const page = (document: string): string => pageOf(of(document)) ?? document;
  const within = lineageOf(claim, coverage).edges.filter(({ to, cited }) => to !== null && cited === 'contains');
  const taken = Map.groupBy(within, ({ from }) => page(from));
  const known = new Map<string, ReadonlySet<string>>();
  /** its page and all that it leads back to: more than any of those leads back to, unless they cite one another */
  const back = (document: string): ReadonlySet<string> => {
    const own = page(document);
    const asked = known.get(own);
    if (asked) return asked;
    const found = new Set([own]);
    for (const one of found) for (const { to } of taken.get(one) ?? []) found.add(page(to!));
    known.set(own, found);
    return found;
  };
  const number = (document: string): number => versionNumber(of(document));
  return {
    isBefore: (first, second) =>
      page(first) === page(second)
        ? number(first) < number(second)
        : back(second).has(page(first)) && !back(first).has(page(second)),
    compare: (a, b) =>
      back(a).size - back(b).size || inWords(page(a), page(b)) || number(a) - number(b) || inWords(a, b),
  };
}

const inWords = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
