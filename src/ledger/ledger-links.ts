import type { DecidedPair } from '../claims/claims.ts';
import { type Links, linksOf } from '../claims/links.ts';
import type { Reading } from '../read.ts';
import { asDecided } from './as-decided.ts';
import type { Decision } from './decision.ts';
import { inForce } from './decisions.ts';
import type { Ledger } from './ledger.ts';

export interface Readings {
  /** by document, as people decided where they did */
  readonly readings: ReadonlyMap<string, Reading>;
  /** decisions that were not taken back */
  readonly standing: readonly Decision[];
}

/** All of a ledger's newest readings. */
export async function readingsOf(ledger: Ledger): Promise<Readings> {
  const standing = inForce(await ledger.decisions());
  const decided = new Set(standing.flatMap(({ seen }) => seen.map(({ document }) => document)));
  const readings = new Map<string, Reading>();
  for await (const reading of ledger.readings()) {
    const { id } = reading.document;
    const stored = decided.has(id) ? await ledger.reading(id) : null;
    readings.set(id, stored ? asDecided(reading, stored.decided) : reading);
  }
  return { readings, standing };
}

/** Of two decisions on one pair the later stands. */
export const pairsOf = (decisions: readonly Decision[]): DecidedPair[] =>
  decisions.flatMap(({ on, verb }) =>
    on.kind === 'relation'
      ? [{ a: on.a, b: on.b, relation: on.relation, holds: verb === 'confirm' || verb === 'merge' }]
      : [],
  );

/** How the reports of a ledger hang together. */
export interface LedgerLinks {
  /** as of its last entry */
  newest(): Promise<Links>;
  /** for lists that do not wait: as of the last entry where that is soon done, else as they were when last made, or null */
  atHand(): Promise<Links | null>;
}

/** A report takes some 6 ms to link: a list of statements waits for so many, and not for more. */
const FEW = 200;

/** Made anew once the log grew. */
export function ledgerLinks(ledger: Ledger): LedgerLinks {
  let made: { readonly seq: number; readonly links: Promise<Links> } | null = null;
  async function newest(): Promise<Links> {
    if (made && (await ledger.since(made.seq, 1)).length === 0) return made.links;
    const [last] = (await ledger.log({ limit: 1 })).rows;
    const now = { seq: last?.seq ?? 0, links: linksNow(ledger) };
    now.links.catch(() => {
      if (made === now) made = null;
    });
    made = now;
    return now.links;
  }
  async function atHand(): Promise<Links | null> {
    return (await ledger.documents({ limit: 1 })).total <= FEW ? newest() : (made?.links ?? null);
  }
  return { newest, atHand };
}

async function linksNow(ledger: Ledger): Promise<Links> {
  const { readings, standing } = await readingsOf(ledger);
  return linksOf(readings.values(), pairsOf(standing));
}
