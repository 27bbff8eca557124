import type { Attribution } from '../attributions/attribution.ts';
import type { Unknown, UnknownKind } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { Span } from '../text/span.ts';
import { type Assertion, assertionsOf } from './assertion.ts';
import { type Claim, isToldOf } from './claims.ts';
import type { Links } from './links.ts';
import { inTime, publishedAt, versionAt } from './published-at.ts';
import { relate } from './relate.ts';

/** What a report says nobody knows, has told or has confirmed of a claim: "whether he was hurt then has not been established". */
export interface SaidUnknown {
  readonly document: string;
  /** when this version of the report was published; null where that is not told */
  readonly at: string | null;
  /** the whole statement */
  readonly span: Span;
  /** what is not known: "whether he was hurt then" */
  readonly about: Span;
  readonly kind: UnknownKind;
  /** who has not told it */
  readonly who: Span | null;
  /** id of the member of the claim that says what is left open here */
  readonly beside: string;
}

/** What is left open of a claim in the reports that it stands in, in the order in which these came out as they are. */
export function saidUnknown(
  { members }: Claim,
  { assertions, readings }: Pick<Links, 'assertions' | 'readings'>,
): SaidUnknown[] {
  const own = members.map((id) => assertions.get(id)!);
  const documents = inTime([...new Set(own.map(({ document }) => document))], readings);
  const open = documents.flatMap((id) => {
    const reading = readings.get(id)!;
    return unknownsOf(reading).flatMap(({ unknown, asks }) => {
      const beside = nearest(asks, own);
      if (!beside) return [];
      const { span, about, kind, who } = unknown;
      return [{ document: id, at: versionAt(reading), span, about, kind, who, beside: beside.id }];
    });
  });
  return open.sort((a, b) => publishedAt(a.at) - publishedAt(b.at));
}

/** What a report leaves open, and what that asks, ready to be set beside statements. */
interface Open {
  readonly unknown: Unknown & { readonly about: Span };
  readonly asks: readonly Assertion[];
}

/** A report is parsed for it, and stands in many claims that are looked at again and again. */
const known = new WeakMap<Reading, readonly Open[]>();

/** All that a report leaves open. */
export function unknownsOf(reading: Reading): readonly Open[] {
  const found = known.get(reading) ?? openIn(reading);
  known.set(reading, found);
  return found;
}

function openIn(reading: Reading): Open[] {
  const asked = reading.unknowns.filter((unknown): unknown is Open['unknown'] => unknown.about !== null);
  if (asked.length === 0) return [];
  const open = asked.map(({ about }, n) => openStatement(about, `?${n}`));
  const all = assertionsOf({ ...reading, attributions: [...reading.attributions, ...open] });
  const byStatement = Map.groupBy(all, ({ statement }) => statement);
  return asked.map((unknown, n) => ({ unknown, asks: byStatement.get(`?${n}`) ?? [] }));
}

/** As if somebody asked: "their account" points back as it does where somebody denies it. */
const openStatement = (about: Span, id: string): Attribution => ({
  id,
  kind: 'attribution',
  manner: 'indirect',
  source: [],
  cue: [],
  content: [about],
  chain: [],
  polarity: 'undecided',
  certainty: 'underspecified',
  hedges: [],
  said: null,
  within: null,
  confidence: 1,
  author: { polarity: 'undecided', certainty: 'underspecified', distance: [] },
});

/**
 * Of these statements the one that says what is asked; null where none does.
 *
 * @param least of the relation's score
 */
export function nearest(asks: readonly Assertion[], statements: readonly Assertion[], least = 0): Assertion | null {
  const taken = statements.find(({ id }) => asks.some(({ about }) => about === id));
  if (taken) return taken;
  let best: readonly [Assertion | null, number] = [null, least];
  for (const one of asks) {
    for (const other of statements) {
      const relation = relate(one, other);
      const isOne = relation && isToldOf(relation, (id) => (id === one.id ? one : other));
      if (isOne && relation.score > best[1]) best = [other, relation.score];
    }
  }
  return best[0];
}
