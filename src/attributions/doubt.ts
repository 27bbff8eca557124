import type { Parse, Word } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import { wordList } from '../text/word-list.ts';
import type { Certainty } from './attribution.ts';
import { lower } from './tree.ts';

export interface Doubt {
  readonly certainty: Certainty;
  /** `distance` is the writer's, and leaves the source's certainty alone */
  readonly kind: 'modal' | 'word' | 'distance';
  readonly span: Span;
}

const doubts = new Map(
  wordList('doubt').map(([word, certainty, kind]) => [word!, { certainty, kind } as Pick<Doubt, 'certainty' | 'kind'>]),
);
/** Their first words. */
const openings = new Set([...doubts.keys()].map((words) => words.split(' ')[0]!));

/** The doubt that begins at a word: "could", "likely", "if confirmed". */
export function doubtAt(parse: Parse, at: number): Doubt | null {
  const word = parse.words[at]!;
  if (!openings.has(lower(word))) return null;
  const next = parse.words[at + 1];
  const pair = next && doubts.get(`${lower(word)} ${lower(next)}`);
  const doubt = pair ?? doubts.get(lower(word));
  if (!doubt || (doubt.kind === 'modal' && word.tag !== 'MD') || isMonthOfMay(word) || isUnable(word, next))
    return null;
  return { ...doubt, span: [word.start, pair ? next.end : word.end] };
}

/** "COULD not see it": an ability that was not there, said for certain */
const isUnable = ({ form }: Word, next: Word | undefined): boolean =>
  /^(?:could|can|ca)$/.test(form) && /^(?:not|n't)$/.test(next?.form ?? '');

const isMonthOfMay = ({ text, tag }: Word): boolean => text === 'May' && tag.startsWith('NNP');
