import type { Attribution, Basis, Certainty, Polarity } from '../attributions/attribution.ts';
import { day } from '../export/day.ts';
import type { State } from '../ledger/decision.ts';
import type { Figure, Place, Time, UnknownKind } from '../meaning/meaning.ts';

/** The words the screens use for what the contract has as values: one place, so that no two screens differ. */
export const CERTAINTY = {
  certain: 'certain',
  probable: 'probable',
  possible: 'possible',
  underspecified: 'firmness not given',
} as const satisfies Record<Certainty, string>;

/** A sign beside each word, so that nothing hangs on colour. */
export const POLARITY_SIGN = { affirms: '', denies: '⊘', undecided: '±' } as const satisfies Record<Polarity, string>;

export const STATE_SIGN = {
  suggested: '○',
  confirmed: '✓',
  rejected: '✕',
  corrected: '✎',
  added: '+',
} as const satisfies Record<State, string>;

/** What somebody did, after their name: "Cleo rejected". */
export const DECIDED: Readonly<Record<string, string>> = {
  confirm: 'confirmed',
  reject: 'rejected',
  correct: 'corrected',
  merge: 'joined',
  split: 'parted',
  grade: 'graded',
  add: 'added',
  undo: 'took back a decision on',
};

/** The subject of an entry on a statement or a report. */
export const isStatementId = (subject: string): boolean => /^[0-9a-f]{12}$/.test(subject);

export const BASIS = {
  witnessed: 'saw or heard it',
  told: 'was told',
  inferred: 'infers it',
  document: 'from a document',
} as const satisfies Record<Basis, string>;

export const UNKNOWN = {
  undisclosed: 'Said to be undisclosed',
  unclear: 'Said to be unclear',
  unknown: 'Said to be unknown',
  unconfirmed: 'Said to be unconfirmed',
  'no comment': 'No comment',
  'no response': 'No response',
} as const satisfies Record<UnknownKind, string>;

export const mannerOf = ({ kind, manner }: Attribution): string | null =>
  kind === 'voice' ? null : manner === 'mixed' ? 'mixed quotation' : manner;

/** How the report itself stands to what it passes on; null where it keeps out of it. */
export function stanceOfReport({ kind, author }: Attribution): string | null {
  if (kind === 'voice' || author.polarity === 'undecided') return null;
  return author.polarity === 'affirms' ? 'the report stands for it' : 'the report stands against it';
}

export const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 6 });

/** { min: 10000, max: null } → "10,000 or more" */
export function rangeOf({ min, max, unit, approximate }: Pick<Figure, 'min' | 'max' | 'unit' | 'approximate'>): string {
  const of = unit ? ` ${unit}` : '';
  const about = approximate ? 'about ' : '';
  if (min === null && max === null) return 'no number given';
  if (min === null) return `${about}${number(max!)}${of} or fewer`;
  if (max === null) return `${about}${number(min)}${of} or more`;
  return min === max ? `${about}${number(min)}${of}` : `${about}${number(min)} to ${number(max)}${of}`;
}

export const timeOf = ({ value }: Pick<Time, 'value'>): string => (value === null ? 'left open' : dateOf(value));

export const placeOf = ({ name, precision }: Pick<Place, 'name' | 'precision'>): string =>
  `${name}, ${precision ?? 'left open'}`;

/** "2024-11-20" → "20 November 2024"; what is no day stays as it is */
export const dateOf = (value: string): string => day(value);

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "2024-11-23 14:20:00+09:00" → "23 Nov 2024": for tables, where the hour is in the title */
export function shortDate(iso: string | null): string {
  const m = iso === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  return m ? `${Number(m[3])} ${MONTHS[Number(m[2]) - 1]} ${m[1]}` : (iso ?? 'no date');
}

/** "23 Nov 2024, updated 25 Nov 2024": what a later version says was not said on the first day. */
export function datesOf({ published, updated }: Dated): string {
  const [first, last] = [shortDate(published), shortDate(updated)];
  return updated === null || last === first ? first : `${first}, updated ${last}`;
}
interface Dated {
  readonly published: string | null;
  readonly updated: string | null;
}

/** In UTC, as the log keeps it: no time zone of the machine's enters. */
export const moment = (iso: string): string => `${shortDate(iso)}, ${iso.slice(11, 16)} UTC`;

/** count(2, 'report') → "2 reports" */
export const count = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? '' : 's'}`;

export const outletOf = ({ outlet }: { readonly outlet: string | null }): string => outlet ?? 'outlet not given';

/** The title, else what it was called where it came from: "report.txt" */
export const titleOf = ({
  title,
  id,
  address,
}: {
  readonly title: string | null;
  readonly id: string;
  readonly address: string;
}): string => title?.trim() || address.split(/[/#?]/).findLast((part) => part !== '') || id;

/** "no claim has …" → "No claim has …"; an id or an address stays as it is */
export const asSentence = (words: string): string =>
  /^[a-z]+[\s,.]/.test(words) ? words[0]!.toUpperCase() + words.slice(1) : words;
