import { lineages } from '../claims/lineage.ts';
import { linked, saying } from './linked.ts';
import { wrapShort } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface ClaimsOptions {
  readonly ledger: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** What several statements say, and how many reports and origins stand behind each. */
export async function claimsCommand({ ledger, limit, json }: ClaimsOptions, terminal: Terminal): Promise<number> {
  const links = await linked(ledger);
  const lineageOf = lineages(links);
  const shown = limit === 0 ? links.claims : links.claims.slice(0, limit);
  for (const claim of shown) {
    const { headline, ...lineage } = lineageOf(claim);
    const denials = claim.relations.filter(
      ({ relation }) => relation === 'denies' || relation === 'contradicts',
    ).length;
    const words = saying(links, claim.headline);
    if (json) await terminal.out(`${JSON.stringify({ ...claim, words, lineage: { ...lineage, headline } })}\n`);
    else {
      const [first = '', ...rest] = wrapShort(words, terminal.width - 14, 2);
      const told = denials ? `${headline} · ${terminal.style('red', 'denied')}` : headline;
      const lines = [
        `${terminal.style('cyan', claim.id)}  ${first}`,
        ...[...rest, told].map((line) => ' '.repeat(14) + line),
      ];
      await terminal.out(`${lines.join('\n')}\n`);
    }
  }
  if (!json) await terminal.out(`\n${terminal.style('dim', toldOf(shown.length, links.claims.length))}\n`);
  return 0;
}

const toldOf = (shown: number, all: number): string =>
  `${shown < all ? `${shown} of ${all} claims; --limit 0 for all` : `${all} claims`}. Suggested, but for what people decided.`;
