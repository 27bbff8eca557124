import type { Parse } from '../language/parse.ts';
import { wordList } from '../language/word-list.ts';
import type { Span } from '../text/span.ts';
import type { Certainty, Polarity } from './attribution.ts';
import type { Candidate } from './candidates.ts';
import { dependentsOf, firstWordAt, lower, sentenceOf } from './tree.ts';

export interface Factuality {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly hedges: readonly Span[];
}

interface Doubt {
  readonly certainty: Certainty;
  readonly kind: 'modal' | 'word' | 'distance';
}
interface Stance {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly distance: boolean;
}

const doubts = new Map(wordList('doubt').map(([word, certainty, kind]) => [word!, { certainty, kind } as Doubt]));
/** Their first words. */
const openings = new Set([...doubts.keys()].map((words) => words.split(' ')[0]!));
const stances = new Map(
  wordList('stances').map(([lemma, polarity, certainty, distance]) => [
    lemma!,
    { polarity, certainty, distance: distance === 'distance' } as Stance,
  ]),
);

const FIRMNESS: readonly Certainty[] = ['certain', 'probable', 'possible', 'underspecified'];
const weaker = (a: Certainty, b: Certainty): Certainty => (FIRMNESS.indexOf(a) >= FIRMNESS.indexOf(b) ? a : b);

/** How the source stands to what is reported, and the words that show it. */
export function factualityOf(parse: Parse, candidate: Candidate): Factuality {
  const stance = stances.get(candidate.lemma);
  const doubt = doubtIn(parse, candidate.content, candidate);
  const distance = stance?.distance ? candidate.cue : [];
  const undecided = isOpen(parse, candidate);
  return {
    polarity: undecided ? 'undecided' : candidate.frame === 'passive-to' || !stance ? 'affirms' : stance.polarity,
    certainty: undecided ? 'underspecified' : weaker(stance?.certainty ?? 'certain', doubt.certainty),
    hedges: [...distance, ...doubt.hedges].sort((a, b) => a[0] - b[0]),
  };
}

/** How the document stands to what it asserts itself. */
export function ownFactuality(parse: Parse, content: readonly Span[]): Factuality {
  const { certainty, hedges } = doubtIn(parse, content, null);
  const distant = hedges.some(
    ([start, end]) => doubts.get(parse.text.slice(start, end).toLowerCase())?.kind === 'distance',
  );
  return { polarity: 'affirms', certainty: distant ? 'underspecified' : certainty, hedges };
}

/** "did not say", "asked whether", "nobody believes": nothing is put forward. */
function isOpen(parse: Parse, { at, content, source, frame, cueClass }: Candidate): boolean {
  if (source[0] && /^(?:nobody|no one|none)\b/i.test(parse.text.slice(...source[0]))) return true;
  const negated =
    dependentsOf(parse, at, 'neg').length > 0 ||
    /^(?:neither|nor)$/.test(lower(parse.words[at - 1] ?? parse.words[at]!));
  if (cueClass === 'verb' && negated && !frame.startsWith('quote-')) return true;
  const first = content[0];
  return (
    first !== undefined &&
    /^(?:whether|if)\b/.test(parse.text.slice(first[0], first[0] + 8)) &&
    !frame.startsWith('quote-')
  );
}

/** Doubt in the words of the content; only what stands in its main clause weakens it, the writer's distance nothing. */
function doubtIn(parse: Parse, content: readonly Span[], candidate: Candidate | null) {
  const hedges: Span[] = [];
  let certainty: Certainty = 'certain';
  const top = content[0] === undefined ? 0 : depthOfClause(parse, content);
  eachWord(parse, content, (at) => {
    const word = parse.words[at]!;
    if (!openings.has(lower(word))) return;
    const pair = `${lower(word)} ${lower(parse.words[at + 1] ?? word)}`;
    const doubt = doubts.get(pair) ?? doubts.get(lower(word));
    if (!doubt || (doubt.kind === 'modal' && word.tag !== 'MD') || isMonthOfMay(word.text, word.tag)) return;
    hedges.push([word.start, doubts.has(pair) ? parse.words[at + 1]!.end : word.end]);
    if (doubt.kind === 'distance' && candidate) return;
    if (clauseDepth(parse, at) <= top + 1) certainty = weaker(certainty, doubt.certainty);
  });
  return { hedges, certainty };
}

const isMonthOfMay = (text: string, tag: string): boolean => text === 'May' && tag.startsWith('NNP');

function eachWord(parse: Parse, content: readonly Span[], visit: (at: number) => void): void {
  for (const [start, end] of content) {
    let at = firstWordAt(parse, start);
    for (; at < parse.words.length && parse.words[at]!.start < end; at++) visit(at);
  }
}

const CLAUSES = new Set(['ccomp', 'acl', 'acl:relcl', 'advcl', 'csubj']);

/** How many clauses a word lies under in its sentence. */
function clauseDepth(parse: Parse, at: number): number {
  let depth = 0;
  for (let word = at, step = 0; word >= 0 && step < 40; word = parse.words[word]!.head, step++) {
    if (CLAUSES.has(parse.words[word]!.label)) depth++;
  }
  return depth;
}

function depthOfClause(parse: Parse, content: readonly Span[]): number {
  const first = firstWordAt(parse, content[0]![0]);
  if (first >= parse.words.length) return 0;
  const [from, to] = sentenceOf(parse, first).run;
  let least = Number.POSITIVE_INFINITY;
  for (let at = Math.max(first, from); at < to && parse.words[at]!.start < content[0]![1]; at++) {
    if (/^(?:VB|MD)/.test(parse.words[at]!.tag)) least = Math.min(least, clauseDepth(parse, at));
  }
  return Number.isFinite(least) ? least : 0;
}
