import type { Attribution } from '../attributions/attribution.ts';
import type { Span } from '../text/span.ts';
import { checkSlice } from './check-slice.ts';
import { extent, holds } from './correctable.ts';

/** The value as it is kept, once it is sure that the field can hold it; words become spans. Throws what is wrong with it. */
export function checkValue(text: string, attribution: Attribution, field: string, value: unknown): unknown {
  const what = holds(field)!;
  const owner = { name: `statement ${attribution.id}`, near: extent(attribution), option: '--to' };
  if (typeof what !== 'string') return oneOf(field, what, value);
  switch (what) {
    case 'spans':
      return spansOf(text, owner, field, value);
    case 'span':
    case 'span or none':
      if (value === null && what === 'span or none') return null;
      return oneSpan(field, spansOf(text, owner, field, isSpan(value) ? [value] : value));
    case 'number':
    case 'number or none':
      if (value === null && what === 'number or none') return null;
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      break;
    case 'words':
    case 'words or none':
      if (value === null && what === 'words or none') return null;
      if (isWords(value)) return value;
      break;
    case 'list of words':
      if (Array.isArray(value) && value.length > 0 && value.every(isWords)) return value;
      break;
    case 'yes or no':
      if (typeof value === 'boolean') return value;
  }
  throw new Error(`${field} cannot be ${JSON.stringify(value)}: it holds ${what}`);
}

function oneOf(field: string, choices: readonly (string | null)[], value: unknown): unknown {
  if (choices.includes(value as string | null)) return value;
  const told = choices.map((choice) => choice ?? 'none').join(', ');
  throw new Error(`${field} cannot be ${JSON.stringify(value)}: it is one of ${told}`);
}

const isWords = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.isWellFormed();

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && value.length === 2 && value.every((edge) => typeof edge === 'number');

function oneSpan(field: string, spans: readonly Span[]): Span {
  if (spans.length === 1) return spans[0]!;
  throw new Error(`${field} is one span, and ${spans.length} were given`);
}

export interface Owner {
  /** "statement 3fa9" */
  readonly name: string;
  /** where its words are looked for first; null for all of the text */
  readonly near: Span | null;
  /** with which words are typed: "--cue" */
  readonly option: string;
}

/** Pieces in the order of the text, each an exact slice of it; words become spans. */
export function spansOf(text: string, owner: Owner, field: string, value: unknown): readonly Span[] {
  const given = typeof value === 'string' ? [value] : value;
  const spans = Array.isArray(given)
    ? given.map((one) => (typeof one === 'string' ? spanOfWords(text, owner, one) : one))
    : null;
  if (!spans?.every(isSpan)) {
    throw new Error(`${field} cannot be ${JSON.stringify(value)}: give [[start, end], …], or the words`);
  }
  if (field === 'content' && spans.length === 0)
    throw new Error('content cannot be nothing; reject the statement instead');
  for (const [i, span] of spans.entries()) {
    checkSlice(text, owner.name, field, span);
    if (i > 0 && span[0] < spans[i - 1]![1])
      throw new Error(`${field}: pieces overlap or are not in the order of the text`);
  }
  return spans.map(([start, end]) => [start, end] as const);
}

// How far around a statement its source is looked for before the whole text is.
const passage = 600;

/** Where words stand: in the passage of the statement, else in the text. Two places are no place. */
function spanOfWords(text: string, { near: passageAt, option }: Owner, sought: string): Span {
  const [start, end] = passageAt ?? [0, text.length];
  const from = Math.max(0, start - passage);
  const near = places(text.slice(from, end + passage), sought).map((at) => at + from);
  const found = near.length > 0 ? near : places(text, sought);
  if (found.length === 1) return [found[0]!, found[0]! + sought.length];
  if (found.length === 0) throw new Error(`“${sought}” is not in the text`);
  const where = found.slice(0, SHOWN).map((at) => placeTold(text, [at, at + sought.length]));
  const more = found.length > SHOWN ? `; and ${found.length - SHOWN} more` : '';
  const [first] = found as [number];
  throw new Error(
    `“${sought}” stands in more than one place: ${where.join('; ')}${more}. Give the place that is meant, as in: ${option} ${first},${first + sought.length}`,
  );
}

const SHOWN = 5;
const AROUND = 24;

/** 6,10 “Ferry dock to close …” */
function placeTold(text: string, [start, end]: Span): string {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const words = text.slice(from, to).toWellFormed().replace(/\s+/g, ' ').trim();
  return `${start},${end} “${from > 0 ? '… ' : ''}${words}${to < text.length ? ' …' : ''}”`;
}

function places(text: string, sought: string): number[] {
  const found: number[] = [];
  if (sought === '') return found;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) found.push(at);
  return found;
}
