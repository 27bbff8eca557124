import type { Parse, Sentence } from '../language/parse.ts';
import type { Document } from '../text/document.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import { trim, without } from './snap.ts';
import { isVerb, spanOf } from './tree.ts';

/** Blocks in which a document speaks for itself; credits and captions' credits do not assert. */
const SPEAKS = new Set(['headline', 'heading', 'paragraph', 'list-item', 'caption']);
/** Less than this share of a sentence left over from attributions is no statement of its own. */
const LEAST_SHARE = 0.35;

/** What the document asserts itself: the sentences, and the main clauses, that it gives to nobody. */
export function voicesOf(document: Document, parse: Parse, attributions: readonly Taken[]): Span[][] {
  const taken = attributions.flatMap((a) => [...a.content, ...a.cue, ...a.source]).sort((a, b) => a[0] - b[0]);
  const voices: Span[][] = [];
  let from = 0;
  for (const sentence of parse.sentences) {
    while (from < taken.length && endsBefore(taken, from, sentence.span[0])) from++;
    const own = SPEAKS.has(document.blocks[sentence.block]!.kind)
      ? voiceOf(document, parse, sentence, taken, from)
      : [];
    if (own.length > 0) voices.push(own);
  }
  return voices;
}

type Taken = Pick<Attribution, 'content' | 'cue' | 'source'>;

const endsBefore = (taken: readonly Span[], at: number, place: number): boolean => taken[at]![1] <= place;

function voiceOf(document: Document, parse: Parse, sentence: Sentence, taken: readonly Span[], from: number): Span[] {
  const whole = contentOf(document, parse, sentence);
  if (!whole) return [];
  const isTitle = document.blocks[sentence.block]!.kind === 'headline';
  if (isTitle && isSubject(parse, sentence)) return [];
  if (!asserts(parse, sentence) && !(isTitle && isTold(parse, sentence))) return [];
  const holes: Span[] = [];
  for (let at = from; at < taken.length && taken[at]![0] < whole[1]; at++)
    if (overlaps(taken[at]!, whole)) holes.push(taken[at]!);
  if (holes.length === 0) return [whole];
  const root = rootOf(parse, sentence);
  if (root === undefined || holes.some((hole) => overlaps(hole, [parse.words[root]!.start, parse.words[root]!.end])))
    return [];
  const left = without([whole], holes)
    .map((piece) => trim(parse.text, piece))
    .filter((piece) => piece !== null)
    .filter(([start, end]) => /\p{L}/u.test(parse.text.slice(start, end)));
  const share = left.reduce((sum, [start, end]) => sum + end - start, 0) / (whole[1] - whole[0]);
  return share >= LEAST_SHARE ? left : [];
}

/** The sentence without its full stop, its dateline and the mark of a list. */
function contentOf(document: Document, parse: Parse, { run, span }: Sentence): Span | null {
  const dateline = document.dateline;
  let first = run[0];
  if (dateline && dateline[0] >= span[0] && dateline[1] <= span[1]) {
    while (first < run[1] && parse.words[first]!.start < dateline[1]) first++;
  }
  return spanOf(parse, [first, run[1]]);
}

/** "What we know about the blast", "How the harbour burned": what is told of, and nothing is told. "When the dock fell, nine died" */
function isSubject({ words }: Parse, { run: [first, last] }: Sentence): boolean {
  const asks = words[first]!;
  return (
    asks.tag.startsWith('W') &&
    asks.text !== 'WHO' &&
    !words.slice(first, last).some(({ text }) => /^[,:;–—-]$/.test(text))
  );
}

/** A sentence of this many words that ends in a full stop is taken for one, whatever the tagger makes of its verb. */
const SENTENCE = 6;

/** Has it a verb that asserts, and is it no question? */
function asserts(parse: Parse, { run }: Sentence): boolean {
  let verb: 'finite' | 'other' | null = null;
  for (let at = run[0]; at < run[1]; at++) {
    const word = parse.words[at]!;
    if (word.text === '?') return false;
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(word.tag)) verb = 'finite';
    else if (isVerb(word)) verb ??= 'other';
  }
  if (verb === 'finite') return true;
  return verb === 'other' && run[1] - run[0] >= SENTENCE && /^[.”"’]/.test(parse.words[run[1] - 1]!.text);
}

const DONE_TO =
  /^(?:killed|shot|stabbed|slain|wounded|injured|hurt|arrested|detained|held|jailed|charged|sentenced|convicted|freed|released|rescued|evacuated|missing|dead|found|hit|struck|shelled|bombed|destroyed|damaged|sunk|closed|sacked|fired|dismissed|elected|appointed|trapped)$/;
/** "Fears nine dead", "Nine believed killed", "Film: nine dead", "Mayor to be charged", "Mayor nearly killed": not told as done. */
const NOT_TOLD =
  /^(?:be|being|nearly|almost|fears?|feared|believed|thought|presumed|suspected|claims?|alleged|rumou?rs?|reports?|hoax|myth|calls?|bids?|plans?|hopes?|threats?|warnings?|demands?|films?|movies?|novels?|books?|plays?|drama|review|opinion|quiz|satire|letters?)$/;
const OTHER_DEED =
  /^(?:held (?:to|up|back|out|off)|fired (?:up|at)|hit (?:back|out|with)|found wanting|closed (?:higher|lower|up|down)|dead (?:in the water|or alive|end|heat|last|certain|ahead|right|wrong|set|serious)|missing (?:the|a|an|his|her|its|their|out))\b/i;

/** "Nine dead in Arica blast", "Mayor arrested in Selm": a headline leaves out the verb that asserts. */
function isTold(parse: Parse, { run: [first, last] }: Sentence): boolean {
  const words = parse.words.slice(first, last);
  if (words.some(({ text }) => text === '?') || words[0]!.tag.startsWith('W')) return false;
  let who = false;
  let quotes = 0;
  for (const [i, { tag, label, form, head, start, text }] of words.entries()) {
    if (NOT_TOLD.test(form)) return false;
    if (/^["“”‘’']$/.test(text)) quotes++;
    if (
      who &&
      DONE_TO.test(form) &&
      quotes % 2 === 0 &&
      !(label === 'amod' && head > first + i) &&
      !/^(?:a|an|the|of|for|from|by)$/.test(words[i - 1]!.form) &&
      !OTHER_DEED.test(parse.text.slice(start, start + LONGEST_DEED))
    )
      return true;
    who ||= /^(?:NN|CD)/.test(tag);
  }
  return false;
}
/** In characters: "dead in the water" */
const LONGEST_DEED = 24;

function rootOf(parse: Parse, { run }: Sentence): number | undefined {
  for (let at = run[0]; at < run[1]; at++) if (parse.words[at]!.head === -1) return at;
  return undefined;
}
