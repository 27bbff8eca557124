import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import { dependentsOf, lower } from './tree.ts';

/** "said in a statement": the medium belongs to the cue (PolNeAR's guidelines, "keep the verb group together"). */
const MEDIA = new Set(
  'statement interview tweet letter speech email e-mail memo report release post op-ed column essay article editorial message affidavit filing testimony briefing note broadcast video address'.split(
    ' ',
  ),
);

/** The verb with its auxiliaries, negation, adverbs and particle: "has repeatedly called for". */
export function cueSpan(parse: Parse, from: number, verb: number, preposition: number | null): Span {
  let first = from;
  while (first > 0 && isBefore(parse, first - 1, from)) first--;
  let last = verb;
  const tail = (at: number) =>
    parse.words[at]?.head === verb && /^(?:compound:prt|advmod)$/.test(parse.words[at]!.label);
  while (tail(last + 1) && !/^(?:when|that|why|how|where|otherwise|so)$/.test(lower(parse.words[last + 1]!))) last++;
  if (preposition === last + 1) last = preposition;
  last = Math.max(last, mediumAfter(parse, verb, last));
  if (parse.words[last + 1]?.text === ':') last++;
  return [parse.words[first]!.start, parse.words[last]!.end];
}

function isBefore(parse: Parse, at: number, verb: number): boolean {
  const { head, label, text } = parse.words[at]!;
  if (head !== verb) return false;
  return (
    /^(?:aux|auxpass|neg|cop)$/.test(label) || (label === 'advmod' && !/^(?:when|why|how|where|as|so)$/i.test(text))
  );
}

function mediumAfter(parse: Parse, verb: number, last: number): number {
  for (const child of dependentsOf(parse, verb, 'nmod')) {
    const first = dependentsOf(parse, child, 'case')[0];
    if (first === last + 1 && MEDIA.has(lower(parse.words[child]!))) return child;
  }
  return last;
}
