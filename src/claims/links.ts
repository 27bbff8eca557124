import type { Reading } from '../read.ts';
import type { Assertion } from './assertion.ts';
import { memoryIndex } from './claim-index.ts';
import { type Claim, claims } from './claims.ts';
import type { Copy } from './copy.ts';
import { memoryCopyIndex } from './copy-index.ts';
import type { DecidedPair } from './decided-pairs.ts';
import type { Relation } from './relation.ts';

/** How reports hang together: what says the same, what was copied. Suggested by the machine, but for what people decided. */
export interface Links {
  /** by document */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly assertions: ReadonlyMap<string, Assertion>;
  readonly relations: readonly Relation[];
  /** those in the most reports first */
  readonly claims: readonly Claim[];
  readonly copies: readonly Copy[];
}

/** The same for the same reports and decisions, in whatever order the reports come. */
export function linksOf(readings: Iterable<Reading>, decided: readonly DecidedPair[] = []): Links {
  const known = new Map([...readings].map((reading) => [reading.document.id, reading]));
  const ordered = [...known.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const index = memoryIndex();
  for (const reading of ordered) index.add(reading);
  const relations = index.relations();
  const assertions = new Map(index.assertions().map((assertion) => [assertion.id, assertion]));
  const reports = ({ members }: Claim) => new Set(members.map((id) => assertions.get(id)!.document)).size;
  const found = claims([...assertions.values()], relations, decided);
  return {
    readings: known,
    assertions,
    relations,
    claims: found.toSorted(
      (a, b) => reports(b) - reports(a) || b.members.length - a.members.length || (a.id < b.id ? -1 : 1),
    ),
    copies: copiesAmong(known.values()),
  };
}

/** The same for the same reports, in whatever order they come. */
export function copiesAmong(readings: Iterable<Reading>): Copy[] {
  const index = memoryCopyIndex();
  for (const { document } of readings) index.add(document);
  return index.copies();
}
