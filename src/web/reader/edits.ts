import type { Attribution } from '../../attributions/attribution.ts';
import type { Span } from '../../text/span.ts';
import type { Told } from '../parts/decide.ts';

/** What can be told of a statement, each with a key of its own. */
export const EDITS = ['speaker', 'firmness', 'denial', 'words', 'reject', 'link'] as const;
export type Edit = (typeof EDITS)[number];

/** A statement that is being corrected. */
export interface Edited {
  readonly edit: Edit;
  readonly attribution: Attribution;
  readonly text: string;
  /** words that were selected in the text */
  readonly selected: Span | null;
}

/** What words of the text can be of a statement. */
export const ROLES = ['content', 'source', 'cue', 'hedges'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE = {
  content: 'what is said',
  source: 'who says it',
  cue: 'the word for saying',
  hedges: 'a hedge',
} as const satisfies Record<Role, string>;

export const TITLES = {
  speaker: 'Who says it?',
  firmness: 'How firmly does the source put it?',
  denial: 'Does the source hold it to be so?',
  words: 'What are the selected words?',
  reject: 'Why is this no statement?',
  link: 'Which claim does it say again?',
} as const satisfies Record<Edit, string>;

/** Reasons that are met again and again: a number takes one. */
export const REASONS = {
  speaker: ['the text names another', 'the pronoun is another’s', 'nobody is named'],
  firmness: ['the hedge is the source’s', 'the hedge is the paper’s', 'no hedge in the text'],
  denial: ['the text denies it', 'the text affirms it', 'left open in the text'],
  words: ['more is said', 'less is said', 'other words are said'],
  link: ['the same in other words', 'the same event', 'a follow-up names it'],
  reject: ['nobody says it', 'the words are another’s', 'told twice', 'furniture of the page'],
} as const satisfies Record<Edit, readonly string[]>;

/** What stands in the field when it is opened. */
export function firstValue({ edit, attribution, text, selected }: Edited): string {
  if (edit === 'firmness') return attribution.certainty;
  if (edit === 'denial') return attribution.polarity;
  if (edit === 'speaker')
    return selected ? text.slice(...selected) : (attribution.chain.at(-2) && attribution.chain[0]?.name) || '';
  return edit === 'link' ? '' : 'content';
}

/** Of one claim with a statement: people join what the machine did not. */
const sameAs = (a: string, b: string, why: string): Told => {
  return { verb: 'merge', on: { kind: 'relation', a, b, relation: 'same' }, why };
};

/** A hedge comes beside those that are there; of the rest the selected words are all. */
const spansWith = ({ hedges }: Attribution, role: Role, selected: Span): readonly Span[] =>
  role === 'hedges' ? [...hedges, selected].sort((a, b) => a[0] - b[0]) : [selected];

/** The decisions that an edit comes to; none where nothing is changed. */
export function toldOf({ edit, attribution, text, selected }: Edited, value: string, why: string): Told[] {
  const on = { kind: 'statement', id: attribution.id } as const;
  const correct = (field: string, to: unknown): Told => ({ verb: 'correct', on, field, to, why });
  if (edit === 'reject') return [{ verb: 'reject', on, why }];
  if (edit === 'link') return value === '' ? [] : [sameAs(attribution.id, value, why)];
  if (edit === 'firmness') return value === attribution.certainty ? [] : [correct('certainty', value)];
  if (edit === 'denial') return value === attribution.polarity ? [] : [correct('polarity', value)];
  if (edit === 'words') return selected ? [correct(value, spansWith(attribution, value as Role, selected))] : [];
  const name = value.trim();
  const { chain } = attribution;
  if (name === '' || (chain.length > 1 && chain[0]!.name === name)) return [];
  const told = [
    chain.length > 1 ? correct('chain.0.name', name) : correct('chain', [name, ...chain.map((hop) => hop.name)]),
  ];
  const isSelected = selected !== null && text.slice(...selected) === name;
  const isSame = attribution.source.length === 1 && String(attribution.source[0]) === String(selected);
  return isSelected && !isSame ? [...told, correct('source', [selected])] : told;
}
