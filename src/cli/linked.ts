import type { Claim, DecidedPair } from '../claims/claims.ts';
import { type Links, linksOf } from '../claims/links.ts';
import { asDecided } from '../ledger/as-decided.ts';
import type { Decision } from '../ledger/decision.ts';
import { inForce } from '../ledger/decisions.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { Reading } from '../read.ts';
import { slice } from '../text/span.ts';
import { UnknownId } from './resolve-id.ts';
import { plain, shorten } from './shorten.ts';

/** All of a ledger's newest readings and how they hang together, as people decided where they did. */
export async function linked(path: string): Promise<Links> {
  const ledger = openLedger(path, { create: false });
  try {
    const standing = inForce(await ledger.decisions());
    const decided = new Set(standing.flatMap(({ seen }) => seen.map(({ document }) => document)));
    const readings: Reading[] = [];
    for await (const reading of ledger.readings()) {
      const stored = decided.has(reading.document.id) ? await ledger.reading(reading.document.id) : null;
      readings.push(stored ? asDecided(reading, stored.decided) : reading);
    }
    return linksOf(readings, pairsOf(standing));
  } finally {
    await ledger.close();
  }
}

/** Of two decisions on one pair the later stands. */
const pairsOf = (decisions: readonly Decision[]): DecidedPair[] =>
  decisions.flatMap(({ on, verb }) =>
    on.kind === 'relation'
      ? [{ a: on.a, b: on.b, relation: on.relation, holds: verb === 'confirm' || verb === 'merge' }]
      : [],
  );

/** The one claim whose id begins so, or that a statement whose id begins so is part of. */
export function claimBy({ claims }: Links, prefix: string): Claim {
  const typed = prefix.toLowerCase();
  const found =
    typed === '' ? [] : claims.filter(({ id, members }) => [id, ...members].some((one) => one.startsWith(typed)));
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new UnknownId(
      `${prefix} is the beginning of several: ${found.map(({ id }) => id).join(', ')}; type more of it`,
    );
  throw new UnknownId(
    `no claim or statement of a claim has an id that begins with “${plain(prefix)}”. List them: hearsay claims`,
  );
}

/** The words of an assertion, on one line. */
export function saying({ assertions, readings }: Links, id: string): string {
  const { document, span } = assertions.get(id)!;
  return plain(slice(readings.get(document)!.document.text, span));
}

/** "The Wexley Courier, 2024-11-21" */
export function reportName({ readings }: Links, id: string): string {
  const { outlet, title, address, published } = readings.get(id)!.document;
  const name = shorten(plain(outlet ?? title ?? address), 40);
  return published ? `${name}, ${published.slice(0, 10)}` : name;
}
