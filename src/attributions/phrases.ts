import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import type { CueLexicon } from './lexicon.ts';
import { withoutLink } from './snap.ts';
import { nounPhrase } from './source.ts';
import { dependentOf, isNoun, isVerb, lower, sentenceOf, spanOf, yieldOf } from './tree.ts';

type Run = readonly [number, number];

/** "according to …" and its kin: the clause about the phrase is the content. */
const PHRASES: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'opinion', 'of'],
  ['in', 'the', 'eyes', 'of'],
  ['as', 'per'],
  ['per'],
];

const FIRST_WORDS = new Set(PHRASES.map(([first]) => first));

export function phraseCandidates(parse: Parse, lexicon: CueLexicon): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < parse.words.length; at++) {
    if (!FIRST_WORDS.has(lower(parse.words[at]!))) continue;
    const phrase = PHRASES.find((words) => words.every((word, k) => lower(parse.words[at + k] ?? NO_WORD) === word));
    const candidate = phrase && phraseCandidate(parse, lexicon, at, phrase);
    if (candidate) found.push(candidate);
  }
  return found;
}

const NO_WORD = { text: '', form: '' } as Parse['words'][number];

function phraseCandidate(parse: Parse, lexicon: CueLexicon, at: number, phrase: readonly string[]): Candidate | null {
  const last = at + phrase.length;
  const [, sentenceEnd] = sentenceOf(parse, at).run;
  const noun = headAfter(parse, last, sentenceEnd);
  if (noun === null) return null;
  const fronted = spanOf(parse, [sentenceOf(parse, at).run[0], at]) === null;
  const end = fronted ? firstComma(parse, last, sentenceEnd) : sentenceEnd;
  const source = spanOf(parse, clampRun(nounPhrase(parse, noun), last, end));
  const content = aroundPhrase(parse, at, noun, end).map((piece) => withoutLink(parse.text, piece));
  if (!source || content.length === 0) return null;
  const lemma = phrase.join(' ');
  return {
    cueClass: 'noun',
    lemma,
    frame: 'phrase',
    at,
    content,
    cue: [[parse.words[at]!.start, parse.words[last - 1]!.end]],
    source: [source],
    rate: lexicon.rate('noun', lemma, 'phrase'),
  };
}

const clampRun = ([first, last]: Run, from: number, to: number): Run => [Math.max(first, from), Math.min(last, to)];

/** "According to state media, Kim …": the comma ends the phrase, unless an apposition follows. */
function firstComma(parse: Parse, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (parse.words[at]!.text !== ',') continue;
    if (!/^(?:a|an|which|who)$/.test(lower(parse.words[at + 1] ?? NO_WORD))) return at;
  }
  return to;
}

/** The head of the noun phrase that begins at `from`: its first noun, and up from there while the head is to the right. */
function headAfter(parse: Parse, from: number, to: number): number | null {
  let at = from;
  while (at < to && !isNoun(parse.words[at]!)) {
    if (/^(?:[.;:,]|VBD|VBZ|VBP|MD)$/.test(parse.words[at]!.tag)) return null;
    at++;
  }
  if (at >= to) return null;
  while (/^(?:compound|amod|nummod|nmod:poss|det|nmod:npmod)$/.test(parse.words[at]!.label)) {
    const { head } = parse.words[at]!;
    if (head <= at || head >= to || !isNoun(parse.words[head]!)) break;
    at = head;
  }
  return at;
}

/** The sentence without the phrase, up to the semicolon or the "and" that opens a clause of its own. */
function aroundPhrase(parse: Parse, at: number, noun: number, end: number): Span[] {
  const [from, to] = sentenceOf(parse, at).run;
  const phraseEnd = Math.min(end, yieldOf(parse, noun, (child) => isClause(parse, child))[1]);
  const [first, last] = clauseRun(parse, at, Math.max(phraseEnd, noun + 1), [from, to]);
  const runs: Run[] = [
    [first, at],
    [phraseEnd, last],
  ];
  return runs.map((run) => (run[0] < run[1] ? spanOf(parse, run) : null)).filter((span) => span !== null);
}

/** A finite clause with a subject of its own does not belong to the noun before it. */
const isClause = (parse: Parse, at: number): boolean =>
  isVerb(parse.words[at]!) && /^(?:conj|parataxis|ccomp|dep)$/.test(parse.words[at]!.label);

function clauseRun(parse: Parse, at: number, end: number, [from, to]: Run): Run {
  let first = from;
  let last = to;
  for (let k = at - 1; k > from; k--) {
    if (parse.words[k]!.text === ';') {
      first = k + 1;
      break;
    }
  }
  const inFront = spanOf(parse, [first, at]) === null;
  for (let k = end; k < to; k++) {
    const opens = parse.words[k]!.text === ';' || (!inFront && opensClause(parse, k));
    if (!opens) continue;
    last = k;
    break;
  }
  return [first, last];
}

/** ", and the ministry …": a conjunction whose clause has its own subject */
function opensClause(parse: Parse, at: number): boolean {
  const word = parse.words[at]!;
  if (word.tag !== 'CC') return false;
  const verb = parse.dependents[word.head]?.find((d) => d > at && parse.words[d]!.label === 'conj');
  return verb !== undefined && dependentOf(parse, verb, 'nsubj', 'nsubjpass') !== undefined;
}

const ADVERBS = new Set('reportedly allegedly supposedly purportedly presumably ostensibly'.split(' '));

/** "was reportedly injured": someone said so, and nobody is named. */
export function adverbCandidates(parse: Parse, lexicon: CueLexicon): Candidate[] {
  const found: Candidate[] = [];
  parse.words.forEach((word, at) => {
    const form = lower(word);
    if (!ADVERBS.has(form) || word.head < 0) return;
    const [first, last] = yieldOf(
      parse,
      word.head,
      (child) => isClause(parse, child) || parse.words[child]!.label === 'mark',
    );
    const end = endOfAdverb(parse, at, last);
    const content = [spanOf(parse, [first, at]), spanOf(parse, [at + 1, end])].filter((span) => span !== null);
    if (at < first || at >= last || content.length === 0) return;
    found.push({
      cueClass: 'adjective',
      lemma: form,
      frame: 'adverb',
      at,
      content,
      cue: [[word.start, word.end]],
      source: [],
      rate: lexicon.rate('adjective', form, 'adverb'),
    });
  });
  return found;
}

const SUBORDINATES = /^(?:while|although|though|as|because|if|since|after|when)$/;

/** "While strikes reportedly caused damage, details …": in a clause that opens the sentence it reaches to the comma. */
function endOfAdverb(parse: Parse, at: number, last: number): number {
  const { run } = sentenceOf(parse, at);
  if (!SUBORDINATES.test(lower(parse.words[run[0]]!))) return last;
  for (let w = at; w < last; w++) if (parse.words[w]!.text === ',') return w;
  return last;
}
