import type { Claim } from '../claims/claims.ts';
import { type Links, linksOf } from '../claims/links.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { Reading } from '../read.ts';
import { slice } from '../text/span.ts';
import { UnknownId } from './resolve-id.ts';
import { plain, shorten } from './shorten.ts';

/** All of a ledger's newest readings and how they hang together. */
export async function linked(path: string): Promise<Links> {
  const ledger = openLedger(path, { create: false });
  try {
    const readings: Reading[] = [];
    for await (const reading of ledger.readings()) readings.push(reading);
    return linksOf(readings);
  } finally {
    await ledger.close();
  }
}

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
