import { lineageOf } from '../claims/lineage.ts';
import type { LedgerLinks, ListedClaim } from '../ledger/links/linked-ledger.ts';
import { claiming, inLinked } from './linked.ts';
import { plain, wrapShort } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface ClaimsOptions {
  readonly ledger: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** What several statements say, and how many reports and origins stand behind each. */
export const claimsCommand = ({ ledger, limit, json }: ClaimsOptions, terminal: Terminal): Promise<number> =>
  inLinked(ledger, terminal, async ({ links }) => {
    const { rows, total } = await links.claims({ limit });
    for (const row of rows)
      await terminal.out(json ? `${await dataOf(links, row)}\n` : `${linesOf(row, terminal).join('\n')}\n`);
    if (!json)
      await terminal.out(`${rows.length > 0 ? '\n' : ''}${terminal.style('dim', toldOf(rows.length, total))}\n`);
    return 0;
  });

async function dataOf(links: LedgerLinks, { id }: ListedClaim): Promise<string> {
  const { claim, coverage } = (await links.claim(id))!;
  return JSON.stringify({ ...claim, words: claiming(coverage, claim.headline), lineage: lineageOf(claim, coverage) });
}

function linesOf({ id, words, summary, denials, undecided }: ListedClaim, { width, style }: Terminal): string[] {
  const [first = '', ...rest] = wrapShort(plain(words), width - 14, 2);
  const stance = denials ? style('red', 'denied') : undecided && 'undecided';
  const told = stance ? `${summary} · ${stance}` : summary;
  return [`${style('cyan', id)}  ${first}`, ...[...rest, told].map((line) => ' '.repeat(14) + line)];
}

function toldOf(shown: number, all: number): string {
  if (all === 0) return 'No claims: no two statements say the same.';
  const shownOf =
    shown < all ? `${shown} of ${all} claims; --limit 0 for all` : `${all} ${all === 1 ? 'claim' : 'claims'}`;
  return `${shownOf}. The machine suggests them; what people decided goes first.`;
}
