import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { cueSpan } from './cue.ts';
import type { CueLexicon } from './lexicon.ts';
import type { Chosen } from './select.ts';
import { sourceOf } from './source.ts';
import { isVerb, lower, sentenceOf, spanOf } from './tree.ts';
import { UNWEIGHED, withUnowned } from './unowned.ts';

const REPORTS =
  /^(?:add|allege|announce|assert|claim|confirm|disclose|insist|maintain|note|report|reveal|say|state|suggest|tell|warn|write)$/;
/** In words: "reported [early on Monday], citing" */
const MOST_BEFORE = 5;
/** In words: "citing [two officials at the ministry of health], that" */
const MOST_CITED = 12;

/** "The Standard reported on Monday, CITING CORVANE WIRE, that 22 died": the Standard says so, and the wire is a link of the chain. */
export function withCreditBetween(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] {
  let all = chosen;
  for (const [at, { form }] of parse.words.entries()) {
    const said = /^(?:citing|quoting)$/.test(form) ? saidAround(parse, at, lexicon) : null;
    if (!said) continue;
    const found = all.findIndex(({ candidate }) => candidate.at === said.at);
    const mended = (one: Chosen): Chosen => ({ ...one, candidate: repaired(parse, one.candidate, said, at) });
    all = found < 0 ? withUnowned(parse, all, [said]) : all.with(found, mended(all[found]!));
  }
  return all;
}

/** The statement that a verb before "citing" and a "that" behind whom it cites make. */
function saidAround(parse: Parse, citing: number, lexicon: CueLexicon): Candidate | null {
  const { words } = parse;
  const [first, last] = sentenceOf(parse, citing).run;
  const that = thatBehind(parse, citing, last);
  const at = words[citing - 1]?.text === ',' ? verbBefore(parse, citing - 1, first) : null;
  if (that === null || at === null) return null;
  const lemma = lexicon.lemma(lower(words[at]!));
  const subject = sourceOf(parse, at, false);
  const [content, source] = [spanOf(parse, [that, endOfClause(parse, that, last)]), subject && spanOf(parse, subject)];
  if (!REPORTS.test(lemma) || !content || !source || source[1] > words[at]!.start) return null;
  return {
    ...{ cueClass: 'verb', lemma, frame: 'that', at, rate: UNWEIGHED },
    ...{ content: [content], cue: [cueSpan(parse, at, at, null)], source: [source] },
  };
}

function thatBehind({ words }: Parse, citing: number, last: number): number | null {
  for (let at = citing + 2; at < Math.min(last - 2, citing + MOST_CITED); at++) {
    if (isVerb(words[at]!)) return null;
    if (words[at]!.text === ',') return words[at + 1]!.form === 'that' ? at + 1 : null;
  }
  return null;
}

/** "that nine were hurt | , withdrew it", "that it fell | , and the mayor said" */
function endOfClause({ words }: Parse, that: number, last: number): number {
  for (let at = that + 1; at < last - 1; at++)
    if (words[at]!.text === ',' && /^(?:VBD|VBZ|VBP|MD|CC)$/.test(words[at + 1]!.tag)) return at;
  return last;
}

function verbBefore({ words }: Parse, comma: number, first: number): number | null {
  for (let at = comma - 1; at >= Math.max(first, comma - MOST_BEFORE); at--) if (isVerb(words[at]!)) return at;
  return null;
}

/** What was found of it, without whom it cites. */
function repaired({ words }: Parse, found: Candidate, said: Candidate, citing: number): Candidate {
  const { start } = words[citing]!;
  const from = said.content[0]![0];
  const own = found.content.flatMap(([a, b]): Span[] => (b > from ? [[Math.max(a, from), b]] : []));
  const source = found.source.length > 0 && found.source.every(([, end]) => end < start) ? found.source : said.source;
  return { ...found, content: own.length > 0 ? own : said.content, source };
}
