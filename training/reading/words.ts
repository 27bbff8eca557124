/**
 * Writes what the reading model learns from, one PolNeAR article a line: its words as Hearsay cuts them, paragraphs,
 * sentences, which words stand between quotation marks, the gold attributions as sets of words, and CoreNLP's automatic
 * heads and labels (silver) where its tokens are ours.
 *
 *     node training/reading/words.ts --part train --out FILE.jsonl [--shared ../shared]
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { LABELS } from '../../src/language/depend.ts';
import { type Parse, parse } from '../../src/language/parse.ts';
import type { Span } from '../../src/text/span.ts';
import { plainDocument } from '../plain.ts';
import { type Article, polnear } from '../polnear.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    part: { type: 'string', default: 'train' },
    out: { type: 'string' },
  },
});
const folder = join(opt.shared, 'data', 'polnear', opt.part);

interface Silver {
  readonly start: number;
  readonly end: number;
  /** place in the sentence, from 1; 0 is above its root */
  readonly head: number;
  readonly label: string;
}

/** CoreNLP's sentences by article, offsets in code points. */
function silver(): Map<string, Silver[][]> {
  const articles = new Map<string, Silver[][]>();
  let sentences: Silver[][] = [];
  for (const line of gunzipSync(readFileSync(join(folder, 'corenlp.conllu.gz')))
    .toString('utf8')
    .split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      sentences = [[]];
      articles.set(line.slice(14), sentences);
    } else if (line === '') sentences.push([]);
    else if (/^\d+\t/.test(line)) {
      const cells = line.split('\t');
      const at = /start=(\d+)\|end=(\d+)/.exec(cells[9]!)!;
      sentences.at(-1)!.push({ start: +at[1]!, end: +at[2]!, head: +cells[6]!, label: cells[7]! });
    }
  }
  return articles;
}

/** Heads as places in our words: -1 the root, -2 not known. */
function heads(text: string, parsed: Parse, sentences: readonly Silver[][]): { heads: number[]; labels: number[] } {
  const units: number[] = [];
  let unit = 0;
  for (const point of text) {
    units.push(unit);
    unit += point.length;
  }
  units.push(unit);
  const byStart = new Map(parsed.words.map((word, i) => [word.start, i]));
  const known = parsed.words.map(() => -2);
  const labels = parsed.words.map(() => -1);
  const ours = ({ start, end }: Silver): number | undefined => {
    const i = byStart.get(units[start]!);
    return i !== undefined && parsed.words[i]!.end === units[end]! ? i : undefined;
  };
  for (const sentence of sentences) {
    for (const token of sentence) {
      const i = ours(token);
      if (i === undefined) continue;
      const head = token.head === 0 ? -1 : ours(sentence[token.head - 1]!);
      if (head === undefined) continue;
      known[i] = head;
      labels[i] = Math.max(0, LABELS.indexOf(token.label.split(':')[0] === 'nmod' ? 'nmod' : token.label));
    }
  }
  return { heads: known, labels };
}

function runsOf(parsed: Parse): number[][] {
  const runs: number[][] = [];
  let block = -1;
  for (const sentence of parsed.sentences) {
    if (sentence.block === block) runs.at(-1)![1] = sentence.run[1];
    else runs.push([...sentence.run]);
    block = sentence.block;
  }
  return runs;
}

const wordsIn = (parsed: Parse, spans: readonly Span[]): number[] => {
  const words: number[] = [];
  parsed.words.forEach((word, i) => {
    if (spans.some(([s, e]) => word.start < e && word.end > s)) words.push(i);
  });
  return words;
};

const teacher = silver();

function row({ name, text, gold }: Article): string {
  const parsed = parse(plainDocument(name, text));
  const quoted = new Set(
    wordsIn(
      parsed,
      parsed.quotations.filter((q) => q.depth === 0).map((q) => q.span),
    ),
  );
  return JSON.stringify({
    name,
    words: parsed.words.map(({ text }) => text),
    starts: parsed.words.map(({ start }) => start),
    ends: parsed.words.map(({ end }) => end),
    paragraphs: runsOf(parsed),
    sentences: parsed.sentences.map(({ run }) => run),
    quoted: parsed.words.map((_, i) => (quoted.has(i) ? 1 : 0)),
    gold: gold.map(({ source, cue, content }) => ({
      source: wordsIn(parsed, source),
      cue: wordsIn(parsed, cue),
      content: wordsIn(parsed, content),
    })),
    ...heads(text, parsed, teacher.get(name) ?? []),
  });
}

const out = createWriteStream(opt.out!);
for (const article of polnear(folder)) out.write(`${row(article)}\n`);
out.end();
