import type { Parse } from '../language/parse.ts';
import type { Quotation } from '../language/quotations.ts';
import { contains } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { isIdiom } from './idioms.ts';
import type { CueLexicon } from './lexicon.ts';
import { type Nearby, nearby } from './nearby.ts';
import { clip, outermostOf, quotationAt, snap, trim, without } from './snap.ts';
import { dependentOf, sentenceOf, spanOf } from './tree.ts';

/** A chosen candidate, and the index of the chosen one in whose content it stands. */
export interface Chosen {
  readonly candidate: Candidate;
  readonly within: number | null;
}

/** Rarer cues are left out: lower finds more and errs more. Near the best triple F1 on the PolNeAR dev part. */
const LEAST = 0.4;

/** The candidates that report something, in text order, each cue once, with what stands in what. */
export function select(parse: Parse, candidates: readonly Candidate[], lexicon: CueLexicon): Chosen[] {
  const quotations = outermostOf(parse);
  const likely = oneByCue(
    candidates
      .filter((c) => c.rate >= LEAST && !isIdiom(parse, c.at))
      .flatMap((c) => atQuotations(parse, c, quotations)),
  );
  const around = nearby(parse, likely);
  const shared = likely.map((c) => shareSource(parse, cutAtNext(parse, c, around), around));
  const whole = withoutEchoes(shared.map((c) => withoutWhen(parse, stretch(parse, c, around))))
    .map((c) => ({ ...c, content: tidy(parse, c) }))
    .filter((c) => c.content.length > 0);
  const near = nearby(parse, whole);
  const kept = whole
    .filter((c) => holderOf(c, near) === null || standsNested(c, lexicon))
    .sort((a, b) => startOf(a) - startOf(b));
  const index = new Map(kept.map((c, i) => [c, i]));
  return kept.map((candidate) => ({ candidate, within: holderIndex(candidate, near, index) }));
}

const startOf = (c: Candidate): number => Math.min(...[...c.content, ...c.cue, ...c.source].map(([start]) => start));

const standsNested = (c: Candidate, lexicon: CueLexicon): boolean =>
  c.source.length > 0 && (/^(?:quote-|phrase$)/.test(c.frame) || lexicon.reports(c.lemma, c.frame));

/** A cue between quotation marks reports within them only; one outside takes quotations whole. */
function atQuotations(parse: Parse, c: Candidate, quotations: readonly Quotation[]): Candidate[] {
  const own = c.frame.startsWith('quote-') ? undefined : quotationAt(quotations, parse.words[c.at]!.start);
  if (!own) return [{ ...c, content: snap(c.content, quotations) }];
  const content = clip(c.content, own.inner);
  return content.length ? [{ ...c, content, source: clip(c.source, own.inner) }] : [];
}

/** One attribution a cue word: the quotation rules know best, then the frame that came first. */
function oneByCue(candidates: readonly Candidate[]): Candidate[] {
  const byWord = new Map<number, Candidate>();
  for (const c of candidates) {
    const known = byWord.get(c.at);
    if (!known) byWord.set(c.at, c);
    else if (known.frame.startsWith('quote-')) byWord.set(c.at, joined(known, c));
  }
  return [...byWord.values()];
}

/** He said the plan, “a bad one,” would fail: a clause that takes in all the quotations is the whole content. */
function joined(quote: Candidate, clause: Candidate): Candidate {
  if (clause.frame !== 'that' || quote.frame !== 'quote-before') return quote;
  const takesIn = quote.content.every((piece) => clause.content.some((run) => contains(run, piece)));
  return takesIn ? { ...quote, content: clause.content } : quote;
}

/** The cue of the same speaker that goes on after this one: "says that X, AND ESTIMATES THAT Y". */
function nextCue(parse: Parse, c: Candidate, around: Nearby): Candidate | undefined {
  if (c.frame !== 'that' || !c.cue[0]) return undefined;
  const { tag } = parse.words[c.at]!;
  return around(c.cue[0][0]).find((o) => {
    if (
      o.at <= c.at ||
      o.frame !== 'that' ||
      parse.words[o.at]!.tag !== tag ||
      sentenceOf(parse, o.at) !== sentenceOf(parse, c.at)
    )
      return false;
    const opens = parse.words[o.at + 1]?.text === 'that' && parse.words[o.at - 1]?.tag === 'CC';
    return opens && (parse.words[o.at - 2]?.text === ',' || parse.words[c.at + 1]?.text === 'that');
  });
}

function cutAtNext(parse: Parse, c: Candidate, around: Nearby): Candidate {
  const next = nextCue(parse, c, around);
  if (!next) return c;
  const end = parse.words[next.at - 1]!.start;
  const content = clip(c.content, [0, end])
    .map((piece) => trim(parse.text, piece))
    .filter((piece) => piece !== null);
  return content.length ? { ...c, content } : c;
}

function shareSource(parse: Parse, c: Candidate, around: Nearby): Candidate {
  if (c.frame !== 'that' || !c.cue[0] || parse.words[c.at - 1]?.tag !== 'CC') return c;
  const first = around(c.cue[0][0]).find((o) => o.at < c.at && nextCue(parse, o, around) === c);
  return first ? { ...c, source: first.source } : c;
}

const TO_THE_END = /^(?:that|told-that|passive-that|object-to|verb\+that)$/;

/**
 * Reported clauses mostly run to the end of the sentence; where the tree cuts one short and no other cue follows, the
 * rest belongs to it: "said the group is no lobby [and supports both sides]".
 */
function stretch(parse: Parse, c: Candidate, around: Nearby): Candidate {
  const last = c.content.at(-1)!;
  if (!TO_THE_END.test(c.frame) || !c.cue[0] || last[0] < c.cue[0][0]) return c;
  const { run } = sentenceOf(parse, c.at);
  const end = spanOf(parse, run)?.[1] ?? last[1];
  if (end <= last[1] || BESIDE.test(parse.text.slice(last[1], last[1] + 40)) || !belongs(parse, c.at, last[1], end))
    return c;
  const cued = around(c.cue[0][0]).some((o) => o !== c && o.cue.some(([start]) => start >= last[1] && start < end));
  return cued ? c : { ...c, content: [...c.content.slice(0, -1), [last[0], end]] };
}

/** "denied that …, two days after a report": when and why it was said is no part of what was said. */
const BESIDE =
  /^,\s(?:(?:\w+\s)?(?:years?|months?|weeks?|days?|hours?|minutes?)\s(?:after|before|later|earlier)|after|before|when|while|as|following|citing|adding|according|in an?\s(?:interview|statement))\b/;

/** What follows hangs on the cue itself, and is no clause of its own speaker: "said X, but he left". */
function belongs(parse: Parse, cue: number, from: number, to: number): boolean {
  for (let at = cue + 1; at < parse.words.length && parse.words[at]!.start < to; at++) {
    const word = parse.words[at]!;
    if (word.start < from || word.head > cue) continue;
    if (word.head < cue && word.head >= 0 && word.label === 'punct') continue;
    if (word.head !== cue) return false;
    if (/^(?:conj|parataxis)$/.test(word.label) && dependentOf(parse, at, 'nsubj') === undefined) return false;
  }
  return true;
}

/** ", two days after a report" says when the denial came, wherever the tree hangs it. */
const WHEN = /,\s(?:\w+\s)?(?:years?|months?|weeks?|days?|hours?|minutes?)\s(?:after|before|later|earlier)\b/;

function withoutWhen(parse: Parse, c: Candidate): Candidate {
  const last = c.content.at(-1)!;
  const when = c.frame === 'that' ? WHEN.exec(parse.text.slice(...last)) : null;
  return when ? { ...c, content: [...c.content.slice(0, -1), [last[0], last[0] + when.index]] } : c;
}

/** Two cues with the very same content: the likelier keeps it. */
function withoutEchoes(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const c of candidates) {
    const key = JSON.stringify(c.content);
    const known = seen.get(key);
    if (!known || c.rate > known.rate) seen.set(key, c);
  }
  return [...seen.values()];
}

/** Content without the cue and the source that stand in it. */
const tidy = (parse: Parse, c: Candidate) =>
  without(c.content, [...c.cue, ...c.source])
    .map((piece) => trim(parse.text, piece))
    .filter((piece) => piece !== null);

/** The smallest candidate in whose content this one's cue stands. */
function holderOf(c: Candidate, near: Nearby): Candidate | null {
  const head = c.cue[0] ?? c.content[0]!;
  let holder: Candidate | null = null;
  for (const other of near(head[0])) {
    if (other === c || !other.content.some((piece) => contains(piece, head))) continue;
    const mutual = c.content.some((piece) => other.cue.some((cue) => contains(piece, cue)));
    if (mutual && c.frame !== 'adverb') continue; // each in the other
    if (!holder || size(other) < size(holder)) holder = other;
  }
  return holder;
}

const size = (c: Candidate): number => c.content.reduce((sum, [start, end]) => sum + end - start, 0);

/** Index of the nearest holder that was kept itself. */
function holderIndex(c: Candidate, near: Nearby, index: ReadonlyMap<Candidate, number>): number | null {
  const passed = new Set<Candidate>([c]);
  for (let at = holderOf(c, near); at && !passed.has(at); at = holderOf(at, near)) {
    const found = index.get(at);
    if (found !== undefined) return found;
    passed.add(at);
  }
  return null;
}
