import type { Parse, Word } from '../language/parse.ts';
import type { Quotation } from '../language/quotations.ts';
import { firstIndex } from '../text/first-index.ts';
import type { Span } from '../text/span.ts';
import { firstWordAt, lower } from './tree.ts';

/** More words than this between the marks are somebody's speech. */
const FEW = 3;
/** Words that give a name or repeat a word: what follows in marks is mentioned, not doubted. */
const NAMES =
  /^(?:call\w*|dubbed|named?|known|term(?:s|ed)?|titled?|nicknamed|labell?ed|words?|phrases?|described|album|book|film|song|play|slogan|codenamed|as|entitled|uses?|used|using|password)$/;
/** What has a name of its own: the “contested convention” scenario */
const LABELLED =
  /^(?:scenarios?|theor(?:y|ies)|rules?|clauses?|strateg(?:y|ies)|labels?|slogans?|mottos?|movements?|campaigns?|programmes?|programs?|lists?|sections?|categor(?:y|ies)|models?|options?|tags?|signs?|buttons?)$/;
/** How far before the mark such a word is looked for. */
const REACH = 4;

/**
 * Marks that hold a word at arm's length: the “liberated” territories. One to three small-letter words between a
 * determiner and a noun; in a source's content only what is no adjective, since “brutal” would be the source's own word.
 */
export function scareQuotes(parse: Parse, content: readonly Span[], own: boolean): Span[] {
  return content
    .flatMap((piece) => quotationsWithin(parse.quotations, piece))
    .filter((quotation) => isScare(parse, quotation, own))
    .map(({ span }) => span);
}

function quotationsWithin(quotations: readonly Quotation[], [start, end]: Span): Quotation[] {
  const found: Quotation[] = [];
  let at = firstIndex(quotations.length, (i) => quotations[i]!.span[0] < start);
  for (; at < quotations.length && quotations[at]!.span[0] < end; at++)
    if (quotations[at]!.closed && quotations[at]!.span[1] <= end) found.push(quotations[at]!);
  return found;
}

function isScare(parse: Parse, { span, inner }: Quotation, own: boolean): boolean {
  const first = firstWordAt(parse, inner[0]);
  const words: Word[] = [];
  let last = first;
  for (; words.length <= FEW && last < parse.words.length && parse.words[last]!.start < inner[1]; last++)
    words.push(parse.words[last]!);
  if (words.length === 0 || words.length > FEW || !words.every(isPlain)) return false;
  const before = parse.words[first - 2];
  const after = parse.words[last + 1];
  if (!before || !after || before.end > span[0] || !/^(?:DT|PRP\$|POS)$/.test(before.tag)) return false;
  if (!after.tag.startsWith('NN') || after.start > span[1] + 1 || LABELLED.test(lower(after))) return false;
  if (!own && words.length === 1 && words[0]!.tag === 'JJ' && !/ed$/.test(lower(words[0]!))) return false;
  return !isNamed(parse, first - 2);
}

const isPlain = ({ text, tag }: Word): boolean =>
  /^\p{Ll}/u.test(text) && /^(?:JJ|NN|NNS|VBN|VBD|RB|VBG|HYPH)$/.test(tag);

function isNamed(parse: Parse, before: number): boolean {
  for (let w = before; w > Math.max(-1, before - REACH); w--) if (NAMES.test(lower(parse.words[w]!))) return true;
  return false;
}
