import type { Parse, Word } from '../language/parse.ts';
import type { Candidate } from './candidates.ts';
import { dependentsOf, firstWordAt, lower } from './tree.ts';

/** Weights are looked up by hash; two features rarely share one of so many rows. */
export const ROWS = 1 << 16;

/** What is looked at to tell whether a candidate reports something, as rows of weights. */
export function candidateFeatures(parse: Parse, c: Candidate, quoted: (word: number) => boolean): Int32Array {
  const word = parse.words[c.at]!;
  const own = `${c.cueClass} ${c.lemma}`;
  const source = headWord(parse, c.source[0]?.[0], c.source[0]?.[1]);
  const first = wordAt(parse, c.content[0]?.[0]);
  const said = [c.content[0]![0], c.content.at(-1)![1]] as const;
  const governor = word.head < 0 ? null : parse.words[word.head]!;
  const inQuotes = quoted(c.at) ? 'in' : 'out';
  const opens = first ? lower(first) : '';
  return rowsOf([
    'bias',
    own,
    `${own} ${c.frame}`,
    c.frame,
    `${c.cueClass} ${c.frame}`,
    `${word.tag} ${c.frame}`,
    `${word.tag} ${own}`,
    source ? lower(source) : 'no source',
    `${kindOf(source)} ${c.frame}`,
    `${kindOf(source)} ${own}`,
    `${kindOf(source)} ${opens}`,
    c.source[0] ? bucket(c.source[0][1] - c.source[0][0]) : '-',
    `${opens} ${c.frame}`,
    `${opens} ${own}`,
    `${first?.tag} ${c.frame}`,
    `${bucket(said[1] - said[0])} ${c.frame}`,
    `${bucket(said[1] - said[0])} ${own}`,
    `${quoted(firstWordAt(parse, said[0])) ? 'quoted' : 'plain'} ${c.frame}`,
    `${c.content.length} ${c.frame}`,
    `${inQuotes} ${c.frame}`,
    `${inQuotes} ${own}`,
    `${word.label} ${c.frame}`,
    `${word.label} ${governor ? lower(governor) : ''}`,
    governor ? `${governor.tag} ${word.label}` : 'root',
    around(parse, c.at - 1),
    around(parse, c.at + 1),
    `${around(parse, c.at + 1)} ${own}`,
    ...dependentsOf(parse, c.at, 'aux', 'auxpass', 'neg', 'mark', 'advmod', 'case').map((d) => lower(parse.words[d]!)),
  ]);
}

const rowsOf = (features: readonly string[]): Int32Array =>
  Int32Array.from(features, (feature, template) => hash(Math.min(template, LAST), feature) & (ROWS - 1));

/** FNV-1a over UTF-16 code units, its high bits folded in. */
function hash(seed: number, feature: string): number {
  let h = Math.imul(seed + 1, 0x9e3779b1) ^ 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) h = Math.imul(h ^ feature.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 15);
}

/** Auxiliaries, whatever their number, share a template. */
const LAST = 27;

const around = (parse: Parse, at: number): string => (parse.words[at] ? lower(parse.words[at]) : '');

const wordAt = (parse: Parse, start: number | undefined): Word | undefined =>
  start === undefined ? undefined : parse.words[firstWordAt(parse, start)];

/** The word of a noun phrase that the others hang on. */
function headWord(parse: Parse, start: number | undefined, end: number | undefined): Word | undefined {
  if (start === undefined) return undefined;
  const first = firstWordAt(parse, start);
  for (let at = first; at < parse.words.length && parse.words[at]!.start < end!; at++) {
    const { head } = parse.words[at]!;
    if (head < first || parse.words[head]!.start >= end!) return parse.words[at];
  }
  return parse.words[first];
}

function kindOf(source: Word | undefined): string {
  if (!source) return 'none';
  if (source.tag === 'PRP') return lower(source);
  return source.tag;
}

/** Lengths on a scale that doubles. */
const bucket = (length: number): string => String(Math.ceil(Math.log2(1 + length)));
