import type { Claim } from '../claims/claims.ts';
import { type Contest, contested } from '../claims/contested.ts';
import { type Lineage, lineages } from '../claims/lineage.ts';
import type { Links } from '../claims/links.ts';
import { type Span, slice } from '../text/span.ts';
import type { DocumentNameSchema } from './schemas/links.ts';
import type { Of } from './schemas/same.ts';

/** Links with what answers ask of them again and again; each is worked out once. */
export interface Linked extends Links {
  readonly lineageOf: (claim: Claim) => Lineage;
  /** by statement; of several the one in the most reports */
  readonly claimOf: ReadonlyMap<string, Claim>;
  readonly contests: () => readonly Contest[];
}

const known = new WeakMap<Links, Linked>();

export function linkedOf(links: Links): Linked {
  const before = known.get(links);
  if (before) return before;
  const lineageOf = once(lineages(links));
  let contests: readonly Contest[] | undefined;
  const linked = {
    ...links,
    lineageOf,
    claimOf: byStatement(links),
    contests: () => (contests ??= contested(links.claims, links.assertions)),
  };
  known.set(links, linked);
  return linked;
}

function once<In extends object, Out>(work: (one: In) => Out): (one: In) => Out {
  const done = new WeakMap<In, Out>();
  return (one) => {
    if (!done.has(one)) done.set(one, work(one));
    return done.get(one)!;
  };
}

/** Claims come with those in the most reports first, so the first that has a statement is its claim. */
function byStatement({ claims, assertions }: Links): Map<string, Claim> {
  const found = new Map<string, Claim>();
  for (const claim of claims) {
    for (const member of claim.members) {
      const { statement } = assertions.get(member)!;
      if (!found.has(statement)) found.set(statement, claim);
    }
  }
  return found;
}

/** The words of an assertion. */
export function saying({ assertions, readings }: Links, id: string): string {
  const { document, span } = assertions.get(id)!;
  return wordsAt({ readings }, document, span);
}

export const wordsAt = ({ readings }: Pick<Links, 'readings'>, document: string, span: Span): string =>
  slice(readings.get(document)!.document.text, span);

/** What is told of a document beside words of it. */
export function nameOf({ readings }: Pick<Links, 'readings'>, id: string): Of<typeof DocumentNameSchema> {
  const { address, outlet, title, published } = readings.get(id)!.document;
  return { id, address, outlet, title, published };
}

/** "7 reports · 2 origins" of the claim that a statement is part of. */
export function claimBeside(linked: Linked, statement: string) {
  const claim = linked.claimOf.get(statement);
  if (!claim) return null;
  const { reports, origins, headline } = linked.lineageOf(claim);
  const words = saying(linked, claim.headline);
  return { id: claim.id, words, reports: reports.length, origins: origins.length, headline };
}
