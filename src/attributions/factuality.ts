import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Certainty, Polarity } from './attribution.ts';
import { isCalledFalse } from './called-false.ts';
import type { Candidate } from './candidates.ts';
import { doubtAt } from './doubt.ts';
import { factualityAt } from './factuality-at.ts';
import { foundNothing } from './found-nothing.ts';
import { OPEN, type Standing } from './implications.ts';
import { englishCues } from './lexicon.ts';
import { RAISES_NEGATION, stances } from './stances.ts';
import { isTakenBack, isUnsaying, isWithdrawnLater } from './taken-back.ts';
import { dependentOf, dependentsOf, firstWordAt, lower, sentenceOf } from './tree.ts';
import { weaker } from './weaker.ts';

export interface Factuality {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly hedges: readonly Span[];
}

/** How the source stands to what is reported, and the words that show it. */
export function factualityOf(parse: Parse, candidate: Candidate): Factuality {
  const stance = stances.get(candidate.lemma);
  const doubt = doubtIn(parse, candidate.content, candidate);
  const distance = stance?.distance ? candidate.cue : [];
  return {
    ...standingOf(parse, candidate, doubt.certainty),
    hedges: [...distance, ...doubt.hedges].sort((a, b) => a[0] - b[0]),
  };
}

function standingOf(parse: Parse, candidate: Candidate, doubt: Certainty): Standing {
  const stance = stances.get(candidate.lemma);
  if (raisesNegation(parse, candidate))
    return { polarity: 'denies', certainty: weaker('probable', weaker(stance?.certainty ?? 'certain', doubt)) };
  const found = isNobody(parse, candidate.source) ? null : foundNothing(parse, candidate);
  if (found === 'denies') return { polarity: found, certainty: weaker('probable', doubt) };
  if (isOpen(parse, candidate) || isUnsaid(parse, candidate)) return OPEN;
  if (isCalledFalse(parse, candidate)) return { polarity: 'denies', certainty: doubt };
  if (found === 'undecided') return OPEN;
  const polarity = isDismissed(parse, candidate) ? 'denies' : (stance?.polarity ?? 'affirms');
  return {
    polarity: candidate.frame === 'passive-to' ? 'affirms' : polarity,
    certainty: weaker(stance?.certainty ?? 'certain', doubt),
  };
}

const isUnsaid = ({ text }: Parse, candidate: Candidate): boolean =>
  isTakenBack(text, candidate) || isUnsaying(text, candidate) || isWithdrawnLater(text, candidate);

/** "do not believe that the bridge fell" is a mild denial of theirs; "nobody believes" is nobody's. */
function raisesNegation(parse: Parse, { at, lemma, frame, cueClass, source }: Candidate): boolean {
  if (cueClass !== 'verb' || !RAISES_NEGATION.has(lemma) || !/^(?:that|to|object-to)$/.test(frame)) return false;
  return dependentsOf(parse, at, 'neg').length === 1 && !isNobody(parse, source);
}

/** "dismissed reports that …": whoever dismisses them denies what they say. */
function isDismissed(parse: Parse, { at, cueClass, source }: Candidate): boolean {
  const { head, label } = parse.words[at]!;
  if (cueClass !== 'noun' || label !== 'dobj' || head < 0 || !source[0]) return false;
  const subject = dependentOf(parse, head, 'nsubj');
  if (subject === undefined || parse.words[subject]!.start < source[0][0]) return false;
  return (
    parse.words[subject]!.end <= source[0][1] &&
    stances.get(englishCues().lemma(lower(parse.words[head]!)))?.polarity === 'denies'
  );
}

/** How the document stands to what it asserts itself. */
export function ownFactuality(parse: Parse, content: readonly Span[]): Factuality {
  const { certainty, hedges } = doubtIn(parse, content, null);
  const distant = hedges.some(([start]) => doubtAt(parse, firstWordAt(parse, start))?.kind === 'distance');
  return { polarity: 'affirms', certainty: distant ? 'underspecified' : certainty, hedges };
}

export const isNobody = (parse: Parse, source: readonly Span[]): boolean =>
  source[0] !== undefined && /^(?:nobody|no one|none)\b/i.test(parse.text.slice(...source[0]));

/** "did not say", "asked whether", "nobody believes": nothing is put forward. */
function isOpen(parse: Parse, { at, content, source, frame, cueClass }: Candidate): boolean {
  if (isNobody(parse, source)) return true;
  const negated =
    dependentsOf(parse, at, 'neg').length > 0 ||
    /^(?:neither|nor)$/.test(lower(parse.words[at - 1] ?? parse.words[at]!));
  if (cueClass === 'verb' && !frame.startsWith('quote-') && (negated || isRefused(parse, at))) return true;
  const first = content[0];
  return (
    first !== undefined &&
    /^(?:whether|if)\b/.test(parse.text.slice(first[0], first[0] + 8)) &&
    !frame.startsWith('quote-')
  );
}

/** "declined to say who", "failed to mention that"; who denied one thing, SAYING another, did say that. */
const isRefused = (parse: Parse, at: number): boolean =>
  parse.words[at]!.label === 'xcomp' &&
  parse.words[at - 1]?.text !== ',' &&
  factualityAt(parse, at).polarity === 'denies';

/** Doubt in the words of the content; only what stands in its main clause weakens it, the writer's distance nothing. */
function doubtIn(parse: Parse, content: readonly Span[], candidate: Candidate | null) {
  const hedges: Span[] = [];
  let certainty: Certainty = 'certain';
  const top = content[0] === undefined ? 0 : depthOfClause(parse, content);
  eachWord(parse, content, (at) => {
    const doubt = doubtAt(parse, at);
    if (!doubt) return;
    hedges.push(doubt.span);
    if ((doubt.kind === 'distance' && candidate) || isBeside(parse, at)) return;
    if (clauseDepth(parse, at) <= top + 1) certainty = weaker(certainty, doubt.certainty);
  });
  return { hedges, certainty };
}

/** "weighs the POSSIBILITY of war", "a POTENTIAL buyer": a thing spoken of, not how firmly all of it is put. */
function isBeside({ words }: Parse, at: number): boolean {
  const { tag, label } = words[at]!;
  return (tag.startsWith('NN') && /^(?:dobj|nmod|conj)/.test(label)) || (tag.startsWith('JJ') && label === 'amod');
}

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
