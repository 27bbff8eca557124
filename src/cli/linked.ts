import { claimWords, titleSpan } from '../claims/claim-words.ts';
import type { Coverage } from '../claims/coverage.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ClaimLinks } from '../ledger/links/linked-ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { slice } from '../text/span.ts';
import { resolveId, UnknownId } from './resolve-id.ts';
import { plain, shorten } from './shorten.ts';
import type { Terminal } from './terminal.ts';

/** Opens a ledger and links what came since it was asked last; says so where that takes a while. */
export async function inLinked<Told>(
  path: string,
  terminal: Terminal,
  tell: (ledger: Ledger) => Promise<Told>,
): Promise<Told> {
  const ledger = openLedger(path, { create: false });
  try {
    let told = 0;
    await ledger.links.update((left) => {
      if (left > MANY || told > 0) terminal.err(`${told++ === 0 ? 'Linking' : '…'} ${left} that are new in ${path}\n`);
    });
    return await tell(ledger);
  } finally {
    await ledger.close();
  }
}

/** Fewer are linked before anyone wonders. */
const MANY = 300;

/** The one claim whose id begins so, or that a statement whose id begins so is part of. */
export async function claimBy(ledger: Ledger, prefix: string): Promise<ClaimLinks> {
  const { links } = ledger;
  const found = prefix === '' ? [] : await links.find(prefix.toLowerCase(), MOST + 1);
  if (found.length === 1) return (await links.claim(found[0]!))!;
  if (found.length > 1) throw new UnknownId(await severalTold(ledger, prefix, found));
  const said = await ledger.find(prefix, MOST);
  const [only] = said.filter(({ kind }) => kind === 'statement');
  if (prefix !== '' && only && said.length === 1) {
    const next = `Look at it: hearsay show ${only.id}`;
    throw new UnknownId(`${only.id} is in no claim: no other report says it. ${next}`);
  }
  const what = `no claim or statement of a claim has an id that begins with “${plain(prefix)}”`;
  throw new UnknownId(`${what}. List them: hearsay claims`);
}

/** As many as are listed where one was meant. */
const MOST = 10;

/** A whole id of a statement has no more to type. */
async function severalTold({ links, find }: Ledger, prefix: string, ids: readonly string[]): Promise<string> {
  const isWhole = (await find(prefix, MOST)).some(({ id }) => id === prefix.toLowerCase());
  const told = isWhole
    ? 'is part of several claims; give the id of one'
    : 'stands for several claims; give the id of one, or more of yours';
  const rows = ids.slice(0, MOST).map(async (id) => {
    const { claim, coverage } = (await links.claim(id))!;
    return `\n  ${id}  ${shorten(claiming(coverage, claim.headline), 80)}`;
  });
  return `${plain(prefix)} ${told}:${(await Promise.all(rows)).join('')}${ids.length > MOST ? '\n  …' : ''}`;
}

/** The one document whose id begins so. */
export const documentBy = (ledger: Ledger, prefix: string): Promise<string> => resolveId(ledger, prefix, 'document');

/** Where statements and readings are looked up: what a claim needs, or all of a ledger. */
export type Known = Pick<Coverage, 'assertions' | 'readings'>;

/** The words of an assertion as they are shown alone, on one line. */
export function saying({ assertions, readings }: Known, id: string): string {
  const { document, span } = assertions.get(id)!;
  const { text } = readings.get(document)!.document;
  return plain(slice(text, titleSpan(span, text)));
}

/** The words of a claim, by its headline, on one line. */
export function claiming({ assertions, readings }: Known, headline: string): string {
  const assertion = assertions.get(headline)!;
  return plain(claimWords(assertion, readings.get(assertion.document)!.document.text));
}

/** "The Wexley Courier, 2024-11-21" */
export function reportName({ readings }: Pick<Known, 'readings'>, id: string): string {
  const { outlet, title, address, published } = readings.get(id)!.document;
  const name = shorten(plain(outlet ?? title ?? address), 40);
  return published ? `${name}, ${published.slice(0, 10)}` : name;
}
