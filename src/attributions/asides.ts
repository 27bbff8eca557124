import type { Parse } from '../language/parse.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { cueSpan } from './cue.ts';
import type { CueLexicon } from './lexicon.ts';
import { trimRun } from './source.ts';
import { lower, sentenceOf, spanOf } from './tree.ts';

/** The longest speaker of an aside: ", two of the officials briefed on the raid said," */
const LONGEST = 14;
/** Below this a verb does not speak in an aside. */
const LEAST = 0.5;
/** Words that may stand between the verb and the next comma: "said on Friday", "said in a statement". */
const LONGEST_TAIL = 9;

/**
 * Speakers set off by commas, which a tree often mistakes: "The plan, she said, would fail." "It failed, two of the
 * officials said." "It failed, said the officials, who …". What stands around the aside is the content.
 */
export function asideCandidates(parse: Parse, lexicon: CueLexicon): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < parse.words.length; at++) {
    if (!/^VB[DZP]$/.test(parse.words[at]!.tag)) continue;
    const lemma = lexicon.lemma(lower(parse.words[at]!));
    const rate = Math.max(lexicon.rate('verb', lemma, 'aside'), lexicon.reports(lemma, 'that') ? LISTED : 0);
    if (rate < LEAST) continue;
    const aside = asideAt(parse, at);
    const candidate = aside && candidateOf(parse, at, lemma, rate, aside);
    if (candidate) found.push(candidate);
  }
  return found;
}

const LISTED = 0.8;

interface Aside {
  /** the words of the aside, commas left out, `[first, last)` */
  readonly first: number;
  readonly last: number;
  readonly source: readonly [number, number];
}

function asideAt(parse: Parse, verb: number): Aside | null {
  const { run } = sentenceOf(parse, verb);
  const comma = commaBefore(parse, verb, run[0]);
  if (comma === null || spanOf(parse, [run[0], comma]) === null) return null;
  const tail = tailEnd(parse, verb, run[1]);
  if (comma === verb - 1) return inverted(parse, verb, run[1]);
  return tail === null ? null : { first: comma + 1, last: tail, source: [comma + 1, verb] };
}

/** The comma that opens the aside; between it and the verb stands a noun phrase and nothing else. */
function commaBefore(parse: Parse, verb: number, from: number): number | null {
  for (let at = verb - 1; at >= Math.max(from, verb - LONGEST); at--) {
    const { text, tag } = parse.words[at]!;
    if (text === ',') return closesQuote(parse, at) ? null : at;
    if (
      !/^(?:NN|PRP$|DT$|JJ|CD$|POS$|PRP\$|IN$|VBN$|RB$|TO$|``|'')/.test(tag) ||
      SUBORDINATES.has(lower(parse.words[at]!))
    )
      return null;
  }
  return null;
}

const closesQuote = (parse: Parse, comma: number): boolean => /^(?:["”’]|'')$/.test(parse.words[comma - 1]?.text ?? '');
const SUBORDINATES = new Set(
  'that as if because although though when while since after before until unless whether which who and but or'.split(
    ' ',
  ),
);

/** The comma or full stop that closes the aside; null where the verb goes on to a complement. */
function tailEnd(parse: Parse, verb: number, to: number): number | null {
  for (let at = verb + 1; at < Math.min(to, verb + LONGEST_TAIL); at++) {
    const { text, tag } = parse.words[at]!;
    if (/^(?:[.,;!?]|—|–|-|--)$/.test(text)) return at;
    if (/^(?:VB[DZP]?|MD|WDT|WP|WRB|CC|:|``)$/.test(tag) || /^(?:that|["“‘])$/.test(text)) return null;
    if (at === verb + 1 && !/^(?:IN|RB|NNP|TO|NN|PRP)$/.test(tag)) return null;
  }
  return to - verb <= LONGEST_TAIL ? to : null;
}

/** ", said the officials, who …" at the end of a sentence */
function inverted(parse: Parse, verb: number, to: number): Aside | null {
  const next = parse.words[verb + 1];
  if (!next || !/^(?:NN|DT$|PRP$|CD$|JJ|PRP\$)/.test(next.tag)) return null;
  let last = verb + 1;
  while (last < to && /^(?:NN|DT$|PRP|CD$|JJ|POS$|IN$|VBN$)/.test(parse.words[last]!.tag)) last++;
  const stop = parse.words[last]?.text ?? '.';
  if (last < to && !/^[.,;]$/.test(stop)) return null;
  return { first: verb, last: to, source: [verb + 1, last] };
}

function candidateOf(
  parse: Parse,
  at: number,
  lemma: string,
  rate: number,
  { first, last, source }: Aside,
): Candidate | null {
  const { run } = sentenceOf(parse, at);
  const sides: (readonly [number, number])[] = [
    [run[0], first],
    [last, run[1]],
  ];
  const content = sides
    .map((side) => (side[0] < side[1] ? spanOf(parse, side) : null))
    .filter((span): span is Span => span !== null && span[1] - span[0] > 1);
  const speaker = spanOf(parse, trimRun(parse, source));
  if (content.length === 0 || !speaker) return null;
  return {
    cueClass: 'verb',
    lemma,
    frame: 'aside',
    at,
    content,
    cue: [cueSpan(parse, at, at, null)],
    source: [speaker],
    rate,
  };
}
