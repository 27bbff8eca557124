import type { Attribution } from '../../attributions/attribution.ts';
import type { Row } from '../../export/schema.ts';
import type { Standing } from '../../ledger/standing.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Told } from '../parts/decide.ts';

/** A statement that was missed, as far as it is told. */
export interface NewStatement {
  readonly content: Span | null;
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly name: string;
  readonly polarity: Attribution['polarity'];
  readonly why: string;
}

/** What selected words can be of it. */
export const PARTS = ['content', 'source', 'cue'] as const;
export type Part = (typeof PARTS)[number];

/** True of every statement that is added; whoever knows more writes over it. */
const MISSED = 'the reader missed it';

export const newStatement = (content: Span | null): NewStatement => {
  return { content, source: null, cue: null, name: '', polarity: 'affirms', why: MISSED };
};

/** The selected words taken for a part of it. */
export function withPart(statement: NewStatement, part: Part, selected: Span, text: string): NewStatement {
  const name = part === 'source' ? text.slice(...selected) : statement.name;
  return { ...statement, [part]: selected, name };
}

/** A name that is emptied takes the words for it along. */
export const withName = (statement: NewStatement, name: string): NewStatement => {
  return { ...statement, name, source: name.trim() === '' ? null : statement.source };
};

/** What the words are selected in. */
type Report = Pick<Row, 'id' | 'text' | 'sha256'>;

/** Null until there are words and somebody who says them. */
export function toldOfNew({ id, text, sha256 }: Report, statement: NewStatement): Told | null {
  const { content, source, cue, polarity } = statement;
  const [name, why] = [statement.name.trim(), statement.why.trim()];
  if (content === null || name === '' || why === '') return null;
  // the name that the text has for them is found there
  const isAsWritten = source !== null && text.slice(...source) === name;
  return {
    ...{ verb: 'add', on: { kind: 'document', id }, content: [content], polarity, why, text: sha256 },
    ...(source && { source: [source] }),
    ...(cue && { cue: [cue] }),
    ...(!isAsWritten && { name }),
  };
}

/** What the report was taken to say itself since nobody was found to say it. */
export interface Beside {
  readonly voice: Attribution;
  /** most of it is in the words of the statement */
  readonly isCovered: boolean;
}

/** With half of its words or more somebody else’s, a sentence is hardly the report’s own. */
const MOST = 0.5;

export function voicesBeside(
  { content, source, cue }: NewStatement,
  attributions: readonly Attribution[],
  standings: Readonly<Record<string, Pick<Standing, 'state'> | undefined>>,
): Beside[] {
  const own = [content, source, cue].filter((span) => span !== null);
  return attributions
    .filter(({ id, kind }) => kind === 'voice' && standings[id]?.state !== 'rejected')
    .filter((voice) => voice.content.some((piece) => own.some((span) => overlaps(piece, span))))
    .map((voice) => {
      const shared = voice.content.flatMap((piece) => own.map((span) => sharedBy(piece, span)));
      return { voice, isCovered: sum(shared) >= MOST * sum(voice.content.map(([start, end]) => end - start)) };
    });
}

const sharedBy = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
