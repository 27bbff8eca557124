import type { Found, Ledger } from '../ledger/ledger.ts';
import { plain, shorten } from './shorten.ts';

/** An id that is not there, or the beginning of several; the message says which are near. */
export class UnknownId extends Error {}

// As git asks for four: shorter ones would soon fit several.
const shortestHint = 2;

/** The one id that begins so. */
export async function resolveId(ledger: Ledger, prefix: string, kind?: Found['kind']): Promise<string> {
  return (await resolve(ledger, prefix, kind)).id;
}

export async function resolve(ledger: Ledger, prefix: string, kind?: Found['kind']): Promise<Found> {
  const most = 10;
  const found = (await ledger.find(prefix, most + 1)).filter((one) => !kind || one.kind === kind);
  const exact = found.find((one) => one.id === prefix.toLowerCase());
  if (prefix !== '' && exact) return exact;
  if (prefix !== '' && found.length === 1) return found[0]!;
  if (prefix !== '' && found.length > 1) {
    const more = found.length > most ? '\n  …' : '';
    throw new UnknownId(
      `${prefix} is the beginning of several; type more of it:\n${list(found.slice(0, most))}${more}`,
    );
  }
  const other = prefix !== '' && kind ? await ledger.find(prefix, 1) : [];
  if (other[0])
    throw new UnknownId(
      `${plain(prefix)} is the beginning of a ${other[0].kind}’s id, and a ${kind}’s is asked for:\n${list(other)}`,
    );
  const near = await nearest(ledger, prefix, kind);
  const hint = near.length > 0 ? `Nearest:\n${list(near)}` : 'List them: hearsay ledger';
  throw new UnknownId(`no ${kind ?? 'statement or document'} has an id that begins with “${plain(prefix)}”. ${hint}`);
}

async function nearest(ledger: Ledger, prefix: string, kind?: Found['kind']): Promise<Found[]> {
  for (let length = prefix.length - 1; length >= shortestHint; length--) {
    const found = (await ledger.find(prefix.slice(0, length), 3)).filter((one) => !kind || one.kind === kind);
    if (found.length > 0) return found;
  }
  return [];
}

const list = (found: readonly Found[]): string =>
  found.map(({ kind, id, label }) => `  ${id}  ${kind.padEnd(9)}  ${shorten(plain(label), 50)}`).join('\n');
