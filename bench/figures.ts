/**
 * Figures on MEANTIME's values (QUANTITY, PERCENT, MONEY) in sentences 0-5, by halves:
 *
 *     node bench/figures.ts [--shared ../shared] [--errors 40]
 *
 * MEANTIME leaves out the counted noun and often "at least" and the sign of the currency, Hearsay takes them in: of both
 * only the part that is a number is scored, from its first digit or number word to its last ("at least $2.5 million" →
 * "2.5 million"). Values without a number ("the amount") are counted apart. Strict: the same characters; relaxed: some.
 * Errors were read on the even ("seen") half only; that "from 5 to 7" is two figures was decided after a fall in the
 * totals of the held one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from '../src/language/parse.ts';
import { figures } from '../src/meaning/figures.ts';
import type { Counted } from '../src/meaning/meaning.ts';
import { isNumberWord, VAGUE } from '../src/meaning/numbers.ts';
import { isMoney } from '../src/meaning/units.ts';
import type { Span } from '../src/text/span.ts';
import { lineDocument } from './line-document.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    errors: { type: 'string', default: '0' },
  },
});

const FRACTION = /^(?:half|halves|thirds?|quarters?|fifths?|dozen|bn|m|k)$/;

/** From the first digit or number word of a span to the last; null where it has none. */
function numberPart(text: string, [start, end]: Span): Span | null {
  const isNumber = (word: string) => /\d/.test(word) || isNumberWord(word) || VAGUE.has(word) || FRACTION.test(word);
  const words = [...text.slice(start, end).matchAll(/\d[\d.,/½¼¾]*\d|\d(?:½)?|[\p{L}½¼¾]+/gu)].filter((m) =>
    isNumber(m[0].toLowerCase()),
  );
  const last = words.at(-1);
  return last ? [start + words[0]!.index, start + last.index + last[0].length] : null;
}

interface Value {
  readonly span: Span;
  readonly type: string;
}
interface Row {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly values: readonly { readonly type: string; readonly spans: readonly Span[] }[];
}

const typeOf = ({ unit }: Counted): string => {
  if (unit === '%' || unit === 'percentage points') return 'PERCENT';
  return isMoney(unit) ? 'MONEY' : 'QUANTITY';
};

const documents: Row[] = gunzipSync(readFileSync(join(opt.shared, 'data', 'meantime', 'documents.jsonl.gz')))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

interface Scored {
  readonly gold: readonly Value[];
  readonly given: readonly Value[];
  readonly shown: (span: Span) => string;
}

let without = 0;

function scored({ id, text, sentences, values }: Row): Scored {
  const end = sentences[5]?.[1] ?? text.length;
  const from = sentences[1]?.[1] ?? 0; // between title and text stands the date
  const gold = values
    .filter(({ spans }) => spans.length > 0 && spans[0]![0] < end)
    .flatMap(({ type, spans }) => {
      const span = numberPart(text, [spans[0]![0], spans.at(-1)![1]]);
      if (!span) without++;
      return span ? [{ span, type }] : [];
    });
  const given = figures(parse(lineDocument(id, text)))
    .filter(({ span }) => span[0] < end && (span[0] >= from || span[0] < (sentences[0]?.[1] ?? 0)))
    .map((figure) => ({ span: numberPart(text, figure.span) ?? figure.span, type: typeOf(figure) }));
  const shown = ([s, t]: Span) =>
    `${text.slice(Math.max(0, s - 50), s)}[${text.slice(s, t)}]${text.slice(t, t + 30)}`.replace(/\n/g, ' ');
  return { gold: distinct(gold), given, shown };
}

const distinct = (values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [value.span.join(), value])).values(),
];

type Same = (a: Value, b: Value) => boolean;
const strict: Same = (a, b) => a.span[0] === b.span[0] && a.span[1] === b.span[1];
const relaxed: Same = (a, b) => a.span[0] < b.span[1] && b.span[0] < a.span[1];

function prf(all: readonly Scored[], same: Same, type: string | null): string {
  const own = (values: readonly Value[]) => (type ? values.filter((value) => value.type === type) : values);
  const sum = (of: (one: Scored) => number) => all.reduce((total, one) => total + of(one), 0);
  const gold = sum((one) => own(one.gold).length);
  const given = sum((one) => own(one.given).length);
  const found = sum((one) => own(one.gold).filter((a) => own(one.given).some((b) => same(a, b))).length);
  const right = sum((one) => own(one.given).filter((b) => own(one.gold).some((a) => same(a, b))).length);
  const [p, r] = [given ? right / given : 0, gold ? found / gold : 0];
  const f = p + r ? (2 * p * r) / (p + r) : 0;
  return [p, r, f].map((x) => (100 * x).toFixed(1).padStart(6)).join('') + ` (${gold} gold)`;
}

/** "$2.5 million" → 2500000, read with nothing of src: digits, and one scale. */
function plainly(words: string): number | null {
  const found = /^[^\d-]*?(-?[\d,]+(?:\.\d+)?)\s?(thousand|million|billion|bn|trillion)?\b[^\d]*$/i.exec(words);
  const scale =
    { thousand: 1e3, million: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 }[found?.[2]?.toLowerCase() ?? ''] ?? 1;
  return found ? Math.round(Number(found[1]!.replaceAll(',', '')) * scale * 1e6) / 1e6 : null;
}

/** Of the figures with one number in digits: is that number the least or the most of ours? */
function sanity(half: number): string {
  let [right, all] = [0, 0];
  for (const { id, text } of documents.filter((_, i) => i % 2 === half)) {
    for (const { span, min, max } of figures(parse(lineDocument(id, text)))) {
      const value = plainly(text.slice(...span));
      if (value === null) continue;
      all++;
      if (min === value || max === value) right++;
    }
  }
  return `  values      ${right} of ${all} figures with one number in digits have it as least or most`;
}

for (const half of [0, 1]) {
  without = 0;
  const all = documents.filter((_, i) => i % 2 === half).map(scored);
  console.log(`\nMEANTIME, ${half === 0 ? 'seen' : 'held'} half (${without} values without a number left out)`);
  console.log('            strict P/R/F               relaxed P/R/F');
  for (const type of [null, 'QUANTITY', 'PERCENT', 'MONEY'])
    console.log(`  ${(type ?? 'all').padEnd(10)}${prf(all, strict, type).padEnd(30)}${prf(all, relaxed, type)}`);
  console.log(sanity(half));
  if (half === 0 && Number(opt.errors) > 0) showErrors(all);
}

function showErrors(all: readonly Scored[]): void {
  const lines = all.flatMap(({ gold, given, shown }) => [
    ...gold
      .filter((a) => !given.some((b) => strict(a, b) && a.type === b.type))
      .map((a) => `- ${a.type} ${shown(a.span)}`),
    ...given
      .filter((b) => !gold.some((a) => strict(a, b) && a.type === b.type))
      .map((b) => `+ ${b.type} ${shown(b.span)}`),
  ]);
  for (const line of lines.slice(0, Number(opt.errors))) console.log(`    ${line}`);
}
