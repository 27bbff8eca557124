import type { Parse } from '../language/parse.ts';
import type { Quotation } from '../language/quotations.ts';
import { contains, type Span } from '../text/span.ts';
import type { Candidate } from './candidates.ts';
import { cueSpan } from './cue.ts';
import type { CueLexicon } from './lexicon.ts';
import { inferSource, sourceOf } from './source.ts';
import { isVerb, lower, sentenceOf, spanOf } from './tree.ts';

/** A quotation with the words it takes in, and the block it stands in. */
interface Quote {
  readonly quotation: Quotation;
  readonly first: number;
  readonly last: number;
  readonly block: number;
}

/** Words this far from a quotation can still introduce it: “…,” said Hong Min, a senior analyst at the institute. */
const REACH = 30;
/** A word seen with a quotation this seldom does not introduce one. */
const LEAST = 0.3;

/**
 * Direct quotations and the verbs beside them: “A,” she said. “B.” Pieces that a verb does not claim go on with the
 * one before, over sentences and paragraphs. Quotations inside a clause ("said it was “bad”") are left to the tree.
 */
export function quotedCandidates(parse: Parse, lexicon: CueLexicon): Candidate[] {
  const quotes = quotesOf(parse);
  const inside = insideQuotes(parse, quotes);
  const found: Growing[] = [];
  const byCue = new Map<number, number>();
  let speaking: number | null = null; // index in `found` of the one who spoke last
  quotes.forEach((quote, i) => {
    const before = quotes[i - 1];
    const cue = isSpeech(parse, quote) ? cueBeside(parse, lexicon, inside, quote) : null;
    if (cue !== null) {
      const known = byCue.get(cue);
      if (known !== undefined) addContent(found[known]!, quote.quotation.span);
      else byCue.set(cue, found.push(quoted(parse, lexicon, quote, cue)) - 1);
      speaking = known ?? found.length - 1;
    } else if (speaking !== null && before && goesOn(parse, inside, before, quote)) {
      addContent(found[speaking]!, quote.quotation.span);
    } else if (isWhole(parse, inside, quote)) {
      found.push(afterColon(parse, lexicon, inside, quote));
      speaking = found.length - 1;
    } else speaking = null;
  });
  return found;
}

function quotesOf(parse: Parse): Quote[] {
  const quotes: Quote[] = [];
  let word = 0;
  for (const quotation of parse.quotations) {
    if (quotation.depth > 0) continue;
    while (word < parse.words.length && parse.words[word]!.start < quotation.span[0]) word++;
    let last = word;
    while (last < parse.words.length && parse.words[last]!.end <= quotation.span[1]) last++;
    if (last > word) quotes.push({ quotation, first: word, last, block: sentenceOf(parse, word).block });
    word = last;
  }
  return quotes;
}

function insideQuotes(parse: Parse, quotes: readonly Quote[]): Uint8Array {
  const inside = new Uint8Array(parse.words.length);
  for (const { first, last } of quotes) inside.fill(1, first, last);
  return inside;
}

const FEW_WORDS = 4;

/** Words that someone spoke, rather than a name or a word held at a distance. */
function isSpeech(parse: Parse, { quotation, first, last }: Quote): boolean {
  if (!quotation.closed || last - first > FEW_WORDS + 2) return true;
  return (
    /[,.?!…—-]$/.test(parse.text.slice(...quotation.inner).trimEnd()) ||
    parse.words[last]?.text === ',' ||
    parse.words[first - 1]?.text === ':' ||
    parse.words[first - 1]?.text === ','
  );
}

/** The verb that a quotation hangs on: after it (“…,” said Kim), else before it (Kim said: “…”). */
function cueBeside(parse: Parse, lexicon: CueLexicon, inside: Uint8Array, quote: Quote): number | null {
  const closing =
    parse.text
      .slice(...quote.quotation.inner)
      .trimEnd()
      .at(-1) ?? '';
  const comma = closing === ',' || parse.words[quote.last]?.text === ',';
  const led = /^(?:[,:]|that)$/.test(parse.words[quote.first - 1]?.text ?? '');
  const after = () => cueAfter(parse, lexicon, inside, quote);
  const before = () => cueBefore(parse, lexicon, inside, quote);
  if (comma) return after() ?? (led ? before() : null);
  if (led) return before() ?? (/[?!—-]/.test(closing) ? after() : null);
  if (/[?!—…-]/.test(closing)) return after();
  return leansOn(parse, lexicon, quote) ? quote.first - 1 : null;
}

function cueAfter(parse: Parse, lexicon: CueLexicon, inside: Uint8Array, { last, block }: Quote): number | null {
  for (let at = last; at < Math.min(parse.words.length, last + REACH); at++) {
    const word = parse.words[at]!;
    if (inside[at] || /^[.?!:;]$/.test(word.text) || sentenceOf(parse, at).block !== block) return null;
    if (word.tag === 'CC' && at <= last + 1) return null; // …’, but cautioned that
    if (!isVerb(word) || isBeside(word.label)) continue;
    if (introduces(lexicon, lower(word), 'after')) return at;
    if (word.label === 'root' || word.label === 'conj') return null;
  }
  return null;
}

/** A relative clause or a participle about the speaker is not what introduces the words. */
const isBeside = (label: string): boolean => /^(?:acl|acl:relcl|aux|auxpass|amod|case|cop)$/.test(label);

function cueBefore(parse: Parse, lexicon: CueLexicon, inside: Uint8Array, { first, block }: Quote): number | null {
  for (let at = first - 1; at >= Math.max(0, first - REACH); at--) {
    const word = parse.words[at]!;
    if (inside[at] || /^[.?!;]$/.test(word.text) || sentenceOf(parse, at).block !== block) return null;
    if (isVerb(word) && !/^(?:aux|auxpass|cop)$/.test(word.label) && introduces(lexicon, lower(word), 'before'))
      return at;
  }
  return null;
}

const introduces = (lexicon: CueLexicon, form: string, side: 'before' | 'after'): boolean =>
  lexicon.rate('verb', lexicon.lemma(form), `quote-${side}`) >= LEAST;

/** says “…”, with nothing between */
function leansOn(parse: Parse, lexicon: CueLexicon, { first, block }: Quote): boolean {
  const word = parse.words[first - 1];
  if (!word || !isVerb(word) || sentenceOf(parse, first - 1).block !== block) return false;
  return introduces(lexicon, lower(word), 'before');
}

function quoted(parse: Parse, lexicon: CueLexicon, quote: Quote, at: number): Growing {
  const before = at < quote.first;
  const lemma = lexicon.lemma(lower(parse.words[at]!));
  const run = outside(parse, quote, sourceOf(parse, at, false)) ?? inferSource(parse, at);
  const source = run && spanOf(parse, run);
  return {
    cueClass: 'verb',
    lemma,
    frame: before ? 'quote-before' : 'quote-after',
    at,
    content: [quote.quotation.span],
    cue: [cueSpan(parse, at, at, null)],
    source: source ? [source] : [],
    rate: Math.max(0.5, lexicon.rate('verb', lemma, before ? 'quote-before' : 'quote-after')),
  };
}

/** A speaker found in the words that were spoken is a mistake of the tree. */
const outside = (parse: Parse, { quotation }: Quote, run: readonly [number, number] | null) =>
  run && parse.words[run[0]]!.start < quotation.span[1] && parse.words[run[1] - 1]!.end > quotation.span[0]
    ? null
    : run;

/** A candidate whose content grows as the text is read: a speech of a thousand pieces is gathered in one list. */
type Growing = Candidate & { readonly content: Span[] };

function addContent({ content }: Growing, span: Span): void {
  if (!contains(content.at(-1)!, span)) content.push(span);
}

/** The same speaker goes on: in the next piece of the sentence, the next sentence, or the next paragraph. */
function goesOn(parse: Parse, inside: Uint8Array, before: Quote, quote: Quote): boolean {
  if (before.quotation.continues) return true;
  if (!isWhole(parse, inside, quote)) return false;
  if (before.block === quote.block) return true;
  return quote.block === before.block + 1 && opensBlock(parse, quote) && !/:$/.test(lastText(parse, quote.first - 1));
}

const lastText = (parse: Parse, at: number): string => parse.words[at]?.text ?? '';

const opensBlock = (parse: Parse, { first, block }: Quote): boolean =>
  first === 0 || sentenceOf(parse, first - 1).block !== block;

/** Nothing stands in its sentences but the quotation itself. */
function isWhole(parse: Parse, inside: Uint8Array, quote: Quote): boolean {
  const [from] = sentenceOf(parse, quote.first).run;
  const [, to] = sentenceOf(parse, quote.last - 1).run;
  for (let at = from; at < to; at++) {
    if (!inside[at] && /[\p{L}\p{N}]/u.test(parse.words[at]!.text)) return false;
  }
  return true;
}

/** "McCrummen reports:" and a paragraph of quotation; or a quotation that nobody claims. */
function afterColon(parse: Parse, lexicon: CueLexicon, inside: Uint8Array, quote: Quote): Growing {
  const colon = quote.first - 1;
  const bare: Growing = {
    cueClass: 'verb',
    lemma: '',
    frame: 'quote-alone',
    at: quote.first,
    content: [quote.quotation.span],
    cue: [],
    source: [],
    rate: lexicon.rate('verb', '', 'quote-alone'),
  };
  if (lastText(parse, colon) !== ':') return bare;
  const [from] = sentenceOf(parse, colon).run;
  for (let at = colon - 1; at >= from; at--) {
    if (!inside[at] && isVerb(parse.words[at]!) && introduces(lexicon, lower(parse.words[at]!), 'before')) {
      return quoted(parse, lexicon, quote, at);
    }
  }
  return {
    ...bare,
    frame: 'quote-colon',
    cue: [[parse.words[colon]!.start, parse.words[colon]!.end]],
    rate: lexicon.rate('verb', '', 'quote-colon'),
  };
}
