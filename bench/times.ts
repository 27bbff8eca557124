/**
 * Times against TempEval-3 platinum (news of March 2013) and MEANTIME (Wikinews, the sentences annotated in full), each
 * in two halves: rules were written with the errors of the first, the other was only measured.
 *
 *     node bench/times.ts [--shared ../shared] [--errors] [--peer times.jsonl]
 *
 * As TempEval-3 scores (UzZaman et al. 2013): strict is the same span, relaxed an overlap; value F1 counts the overlaps
 * whose value is right. `--errors` prints those of the first half only. `--peer` scores another reader's rows instead: a
 * line for each report, `{"id", "times": [{"start", "end", "type", "value"}]}`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { captureOf } from '../src/capture/capture-of.ts';
import { parse } from '../src/language/parse.ts';
import { times } from '../src/meaning/times.ts';
import { documentOf } from '../src/text/document-of.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    errors: { type: 'boolean', default: false },
    peer: { type: 'string' },
  },
});

interface Timed {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string | null;
}
interface Report {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  /** the date of the report itself is given, and not scored */
  readonly dateLine: [number, number];
  /** nothing after it is annotated in full */
  readonly until: number;
  readonly gold: readonly Timed[];
}

const rowsIn = <Row>(text: string): Row[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const data = (...path: string[]): Buffer => readFileSync(join(opt.shared, 'data', ...path));

function platinum(): Report[] {
  const rows = rowsIn<Omit<Report, 'gold'> & { timex: Timed[] }>(
    data('tempeval3-platinum', 'documents.jsonl').toString(),
  );
  return rows.map(({ id, dct, text, timex }) => ({ id, dct, text, dateLine: [0, 0], until: text.length, gold: timex }));
}

/** Sentences 0 to 5 are annotated in full. */
const ANNOTATED = 6;

interface Wikinews {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly sentences: [number, number][];
  readonly timex: { spans: [number, number][]; type: string; value: string; dct?: boolean }[];
}

function meantime(): Report[] {
  const rows = rowsIn<Wikinews>(gunzipSync(data('meantime', 'documents.jsonl.gz')).toString());
  return rows.map(({ id, dct, text, sentences, timex }) => {
    const dateLine = sentences[1]!;
    const until = sentences[Math.min(ANNOTATED, sentences.length) - 1]![1];
    const gold = timex
      .filter(({ spans }) => spans.length > 0)
      .map(({ spans, type, value }) => ({ start: spans[0]![0], end: spans.at(-1)![1], type, value }));
    return { id, dct, text, dateLine, until, gold: gold.filter((t) => isScored(t, dateLine, until)) };
  });
}

const isScored = ({ start, end }: Timed, [dateLine, from]: [number, number], until: number): boolean =>
  end <= until && !(start >= dateLine && end <= from);

async function ours({ id, dct, text }: Report): Promise<Timed[]> {
  const capture = captureOf({ bytes: Buffer.from(text), address: id, media: 'text/plain' });
  const document = await documentOf(capture, { published: dct });
  if (document.text !== text) throw new Error(`${id}: the text of the document is not that of the report`);
  const parsed = parse(document);
  const began = performance.now();
  const found = times(document, parsed);
  spent += performance.now() - began;
  return found.map(({ span: [start, end], type, value }) => ({ start, end, type, value }));
}
let spent = 0;

const peer = opt.peer
  ? new Map(rowsIn<{ id: string; times: Timed[] }>(readFileSync(opt.peer, 'utf8')).map((row) => [row.id, row.times]))
  : null;

interface Tally {
  gold: number;
  given: number;
  strict: number;
  relaxed: number;
  type: number;
  value: number;
}

async function score(reports: readonly Report[], shown: boolean): Promise<Tally> {
  const tally: Tally = { gold: 0, given: 0, strict: 0, relaxed: 0, type: 0, value: 0 };
  for (const report of reports) {
    const all = peer ? (peer.get(report.id) ?? []) : await ours(report);
    count(
      tally,
      report,
      all.filter((t) => isScored(t, report.dateLine, report.until)),
      shown,
    );
  }
  return tally;
}

function count(tally: Tally, report: Report, given: readonly Timed[], shown: boolean): void {
  tally.gold += report.gold.length;
  tally.given += given.length;
  const left = new Set(given);
  for (const gold of report.gold) {
    const same = [...left].find(({ start, end }) => start === gold.start && end === gold.end);
    const match = same ?? [...left].find(({ start, end }) => start < gold.end && end > gold.start);
    if (same) tally.strict++;
    if (match) {
      left.delete(match);
      tally.relaxed++;
      if (match.type === gold.type) tally.type++;
      if (match.value === gold.value) tally.value++;
    }
    if (shown) tell(report, gold, match);
  }
  if (shown) for (const extra of left) console.log(`extra   ${told(report, extra)}`);
}

function tell(report: Report, gold: Timed, match: Timed | undefined): void {
  if (!match) console.log(`missed  ${told(report, gold)}`);
  else if (match.value !== gold.value || match.type !== gold.type)
    console.log(
      `value   ${told(report, match)}\n     is ${gold.type} ${gold.value}: ${report.text.slice(gold.start, gold.end)}`,
    );
  else if (match.start !== gold.start || match.end !== gold.end)
    console.log(`span    ${told(report, match)}\n     is ${report.text.slice(gold.start, gold.end)}`);
}

function told({ text, dct }: Report, { start, end, type, value }: Timed): string {
  const words = `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`;
  return `${type} ${value} (${dct}) …${words.replace(/\s+/g, ' ')}`;
}

const line = (name: string, ...cells: string[]) =>
  console.log(name.padEnd(34) + cells.map((c) => c.padStart(13)).join(''));
const hundredth = (value: number): string => value.toFixed(2);

/** Half of the 95 % interval, as of a share of the times annotated: the sets are small. */
const interval = (share: number, of: number): number => 1.96 * Math.sqrt((share * (1 - share)) / Math.max(1, of));

function print(name: string, { gold, given, strict, relaxed, type, value }: Tally): void {
  const f1 = (right: number) => (2 * right) / Math.max(1, gold + given);
  line(
    name,
    ...[f1(strict), f1(relaxed), type / Math.max(1, relaxed)].map(hundredth),
    `${hundredth(f1(value))} ± ${hundredth(interval(f1(value), gold))}`,
    ...[gold, gold - relaxed, given - relaxed].map(String),
  );
}

line('', 'strict', 'relaxed', 'type', 'value', 'gold', 'missed', 'extra');
for (const [name, reports] of [
  ['TempEval-3 platinum', platinum()],
  ['MEANTIME', meantime()],
] as const) {
  for (const [half, parity] of [
    ['first half', 0],
    ['other half', 1],
  ] as const) {
    const part = reports.filter((_, i) => i % 2 === parity);
    print(`${name}, ${half}`, await score(part, opt.errors && parity === 0));
  }
}
line('best systems of 2013, platinum', '0.83', '0.90', '–', '0.78');
if (!peer) console.log(`\n${Math.round(spent)} ms for all, parsing not counted`);
