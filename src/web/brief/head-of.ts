import type { StatementAnswer } from '../../api/client.ts';
import type { Attribution } from '../../attributions/attribution.ts';
import { speakerOf } from '../parts/chain.tsx';
import { moment } from '../wording.ts';

const STANDS = {
  affirms: ['affirms', 'affirm'],
  denies: ['denies', 'deny'],
  undecided: ['leaves open', 'leave open'],
} as const;

const UNNAMED: Readonly<Record<string, string>> = {
  'not named': 'A source that is not named',
  'source not given': 'A source that is not given',
};

interface Head {
  /** "The Russian army" */
  readonly who: string;
  /** "denies" */
  readonly stands: string;
}

/** What stands above the words of a statement, so that nobody takes words that are denied for words that are held. */
export function headOf(attribution: Attribution, outlet: string | null): Head {
  const name = speakerOf(attribution, outlet);
  const who = UNNAMED[name] ?? name[0]!.toUpperCase() + name.slice(1);
  const isMany = attribution.kind === 'attribution' && areMany(attribution.chain[0]);
  return { who, stands: STANDS[attribution.polarity][isMany ? 1 : 0] };
}

/** "two of the officials", "Western officials briefed on the attack"; not "a senior official in Brussels" */
function areMany(first: Attribution['chain'][number] | undefined): boolean {
  if (!first || !/^(?:collective|anonymous)$/.test(first.kind ?? '')) return false;
  const head = first.name.split(/\s(?:in|on|at|from|with|close|briefed|familiar|near|who)\b/)[0]!;
  return !/^(?:an?|one|another)\b/i.test(head) && /(?:[^s]s|people|some|many|both|several)$/i.test(head);
}

/** The words as they may be quoted: only those that were said so stand in quotation marks. */
export const quotedIf = ({ kind, manner }: Pick<Attribution, 'kind' | 'manner'>, words: string): string =>
  kind === 'attribution' && manner === 'direct' && !/^["“”‘'«]/.test(words) ? `“${words}”` : words;

/** Where the words were, and when they were kept. */
export const fromOf = ({ url, document, captured }: Pick<StatementAnswer, 'url' | 'document' | 'captured'>) => ({
  address: url ?? document.address,
  kept: captured ? `captured ${moment(captured)}` : 'time of capture not kept',
});
