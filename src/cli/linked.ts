import type { Claim } from '../claims/claims.ts';
import { type Links, linksOf } from '../claims/links.ts';
import { pairsOf, type Readings, readingsOf } from '../ledger/ledger-links.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { slice } from '../text/span.ts';
import { UnknownId } from './resolve-id.ts';
import { plain, shorten } from './shorten.ts';

/** All of a ledger's newest readings and how they hang together, as people decided where they did. */
export async function linked(path: string): Promise<Links> {
  const { readings, standing } = await readingsIn(path);
  return linksOf(readings.values(), pairsOf(standing));
}

/** All of a ledger's newest readings. */
export async function readingsIn(path: string): Promise<Readings> {
  const ledger = openLedger(path, { create: false });
  try {
    return await readingsOf(ledger);
  } finally {
    await ledger.close();
  }
}

/** The one claim whose id begins so, or that a statement whose id begins so is part of. */
export function claimBy({ claims }: Links, prefix: string): Claim {
  const isMeant = ({ id, members }: Claim, typed: string) => [id, ...members].some((one) => one.startsWith(typed));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const id = theOne(prefix, [...byId.keys()], (id, typed) => isMeant(byId.get(id)!, typed), {
    what: 'claim or statement of a claim',
    list: 'hearsay claims',
  });
  return byId.get(id)!;
}

/** The one document whose id begins so. */
export const documentBy = ({ readings }: Pick<Links, 'readings'>, prefix: string): string =>
  theOne(prefix, [...readings.keys()], (id, typed) => id.startsWith(typed), {
    what: 'document',
    list: 'hearsay ledger',
  });

/** The one id that is meant by what was typed; nothing is meant by nothing. */
function theOne(
  prefix: string,
  ids: readonly string[],
  isMeant: (id: string, typed: string) => boolean,
  { what, list }: { readonly what: string; readonly list: string },
): string {
  const found = prefix === '' ? [] : ids.filter((id) => isMeant(id, prefix.toLowerCase()));
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new UnknownId(`${prefix} is the beginning of several: ${found.join(', ')}; type more of it`);
  throw new UnknownId(`no ${what} has an id that begins with “${plain(prefix)}”. List them: ${list}`);
}

/** The words of an assertion, on one line. */
export function saying({ assertions, readings }: Links, id: string): string {
  const { document, span } = assertions.get(id)!;
  return plain(slice(readings.get(document)!.document.text, span));
}

/** "The Wexley Courier, 2024-11-21" */
export function reportName({ readings }: Pick<Links, 'readings'>, id: string): string {
  const { outlet, title, address, published } = readings.get(id)!.document;
  const name = shorten(plain(outlet ?? title ?? address), 40);
  return published ? `${name}, ${published.slice(0, 10)}` : name;
}
