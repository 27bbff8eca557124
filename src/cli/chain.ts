import type { Attribution } from '../attributions/attribution.ts';
import { plain } from './shorten.ts';

/** "Western officials → The Wall Street Journal", from the one who knows; without the document that prints it. */
export function chainBefore({ chain, kind }: Attribution): string {
  if (kind === 'voice') return `${plain(chain.at(-1)?.name ?? 'the document')}, in its own voice`;
  const names = chain.slice(0, -1).map((hop) => plain(hop.name));
  return names.length > 0 ? names.join(' → ') : 'nobody named';
}

/** The whole way, to the document itself. */
export const wholeChain = ({ chain }: Attribution): string => chain.map((hop) => plain(hop.name)).join(' → ');
