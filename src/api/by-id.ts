import type { Found, Ledger } from '../ledger/ledger.ts';
import { RequestRefused } from './problem.ts';

/** The id that is meant by it or by its beginning; refused where that is none or several. */
export async function fullId(ledger: Ledger, typed: string, kind: Found['kind']): Promise<string> {
  const found = (await ledger.find(typed, 20)).filter((one) => one.kind === kind);
  const exact = found.find(({ id }) => id === typed.toLowerCase());
  if (exact) return exact.id;
  if (found.length === 1) return found[0]!.id;
  if (found.length === 0) throw unknownId(kind, typed);
  throw severalIds(kind, typed, found);
}

export const unknownId = (kind: string, typed: string, way_out = `List them: /api/v1/${kind}s`): RequestRefused =>
  new RequestRefused('unknown-id', {
    title: 'Not here',
    status: 404,
    detail: `no ${kind} has an id that begins with “${typed}”`,
    way_out,
  });

export const severalIds = (kind: string, typed: string, near: readonly { readonly id: string }[]): RequestRefused =>
  new RequestRefused('several-ids', {
    title: 'Several begin so',
    status: 404,
    detail: `“${typed}” is the beginning of several ${kind}s: ${near.map(({ id }) => id).join(', ')}`,
    way_out: 'Type more of it.',
    near,
  });
