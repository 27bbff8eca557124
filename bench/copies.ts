/**
 * Copies with known truth made of BASIL's articles, by the share that is kept and how heavily it is edited; the three
 * outlets' own reports of one event as what must not be found; the speed by the number of documents.
 *
 *     node --expose-gc bench/copies.ts [--missed] [--scale 1000,10000]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Copy } from '../src/claims/copy.ts';
import { copyGroups } from '../src/claims/copy-groups.ts';
import { type MemoryCopyIndex, memoryCopyIndex } from '../src/claims/copy-index.ts';
import type { Document } from '../src/text/document.ts';
import { slice } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';
import { collection } from './copies/collection.ts';
import { edited, sentencesOf } from './copies/edited.ts';

const { values: opt } = parseArgs({
  options: { missed: { type: 'boolean', default: false }, scale: { type: 'string', default: '1000,3000,10000' } },
});
const data = join(process.env.HEARSAY_SHARED ?? '../shared', 'data');
const rows = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

interface BasilEvent {
  readonly name: string;
  readonly articles: readonly { outlet: string; date: string; text: string; uuid: string }[];
}
interface EcbDocument {
  readonly doc_id: string;
  readonly subtopic: string;
  readonly text: string;
}
interface Original extends Document {
  readonly event: string;
}

const events = rows<BasilEvent>(readFileSync(join(data, 'basil/events.jsonl'), 'utf8'));
const ecb = rows<EcbDocument>(gunzipSync(readFileSync(join(data, 'ecbplus/documents.jsonl.gz'))).toString());

/**
 * Sentences to put round those that are kept: of one report of each topic and one of each event of the other half, without titles, in turn,
 * so that no two of them are copies of one another.
 */
function fillerFor(half: number): string[] {
  const longest = new Map<string, string[]>();
  for (const { doc_id, text } of ecb) {
    const topic = doc_id.split('_')[0]!;
    const own = sentencesOf(text).slice(1);
    if (own.length > (longest.get(topic)?.length ?? 0)) longest.set(topic, own);
  }
  const others = events.filter((_, i) => i % 2 !== half).map(({ articles }) => sentencesOf(articles[0]!.text).slice(2));
  const lists = [...longest.values(), ...others];
  const most = Math.max(...lists.map((list) => list.length));
  const inTurn = Array.from({ length: most }, (_, n) => lists.map((list) => list[n])).flat();
  return [...new Set(inTurn.filter((sentence) => sentence !== undefined))];
}

const originals = (half: number): Original[] =>
  events
    .filter((_, i) => i % 2 === half)
    .flatMap(({ name, articles }) =>
      articles.map(({ outlet, date, text, uuid }) => ({
        ...plainDocument(uuid, text),
        outlet,
        published: date,
        event: name,
      })),
    );

const key = ({ a, b }: { a: string; b: string }) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function found(documents: readonly Document[]): Copy[] {
  const index = memoryCopyIndex();
  for (const document of documents) index.add(document);
  return index.copies();
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

/** Recall over (original, copy); precision over all pairs but those of originals that carry one text themselves. */
function measure(
  own: readonly Original[],
  filler: readonly string[],
  carried: ReadonlySet<string>,
  keep: number,
  words: number,
  padded: boolean,
) {
  let used = 0;
  const made = own.map((original, n) => {
    const needed = padded ? Math.round(sentencesOf(original.text).length * (1 - keep)) : 0;
    const others = filler.slice(used, used + needed);
    used += needed;
    const { text } = edited(original.text, n * 100 + keep * 10, { keep, words, filler: others, reorder: true });
    return { ...plainDocument(`copy-${original.id}`, text), outlet: `mirror ${n}`, published: '2020-01-01' };
  });
  const all = found([...own, ...made]);
  const source = (id: string) => id.replace('copy-', '');
  const right = all.filter(({ a, b }) => source(a) === source(b));
  const wrong = all.filter(({ a, b }) => source(a) !== source(b) && !carried.has(key({ a: source(a), b: source(b) })));
  const directed = right.filter(({ from }) => from !== null && !from.startsWith('copy-')).length;
  return { made: made.length, right: right.length, wrong: wrong.length, directed };
}

for (const [half, name] of [
  [0, 'dev'],
  [1, 'held'],
] as const) {
  const own = originals(half);
  const pairs = found(own);
  const event = new Map(own.map((original) => [original.id, original.event]));
  const text = new Map(own.map((original) => [original.id, original.text]));
  console.log(
    `\n${name}: ${own.length} reports of ${own.length / 3} events by three outlets, ${own.length} pairs of one event`,
  );
  console.log(
    `pairs taken for copies: ${pairs.length}, of two events ${pairs.filter(({ a, b }) => event.get(a) !== event.get(b)).length}`,
  );
  if (half === 0 || opt.missed)
    for (const { a, kind, containment, shared } of pairs)
      console.log(
        `  ${kind} ${containment.map((share) => share.toFixed(2))} | ${event.get(a)} | ${slice(text.get(a)!, shared[0]![0]).slice(0, 90)}`,
      );
  const carried = new Set(pairs.map(key));
  const filler = fillerFor(half);
  const table: Record<string, Record<string, string>> = {};
  for (const padded of [true, false])
    for (const words of [0.05, 0.15, 0.33]) {
      const line: Record<string, string> = {};
      let [right, wrong, made, directed] = [0, 0, 0, 0];
      for (const keep of [0.1, 0.2, 0.3, 0.5, 0.7, 0.9]) {
        const got = measure(own, filler, carried, keep, words, padded);
        line[`${keep * 100}%`] = percent(got.right, got.made);
        right += got.right;
        wrong += got.wrong;
        made += got.made;
        directed += got.directed;
      }
      line.recall = percent(right, made);
      line.precision = percent(right, right + wrong);
      line['direction right'] = percent(directed, right);
      table[`${padded ? 'in a text of its own' : 'cut down'}, ${Math.round(words * 100)}% of words edited`] = line;
    }
  console.log('recall by the share of sentences kept');
  console.table(table);
}

interface Fakes {
  readonly id: string;
  readonly outlet: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}
const fakes = rows<Fakes>(readFileSync(join(data, 'fa-kes/articles.jsonl'), 'utf8')).map(
  ({ id, outlet, date, title, text }) => ({
    ...plainDocument(id, text),
    outlet,
    title,
    published: date,
  }),
);
const among = found(fakes);
const groups = copyGroups(among);
console.log(
  `\nFA-KES, to look at: ${fakes.length} reports, ${among.length} pairs in ${groups.length} groups, the largest ${Math.max(...groups.map((group) => group.length))}`,
);
console.log(
  Object.entries(Object.groupBy(among, ({ kind }) => kind))
    .map(([kind, list]) => `${kind} ${list!.length}`)
    .join(', '),
);
if (opt.missed) {
  const byId = new Map(fakes.map((document) => [document.id, document]));
  for (const { a, b, kind, containment, shared } of among)
    console.log(
      `  ${kind} ${containment.map((share) => share.toFixed(2))} ${[a, b].map((id) => `${byId.get(id)!.outlet} ${byId.get(id)!.published}`)} | ${slice(byId.get(a)!.text, shared[0]?.[0] ?? [0, 0]).slice(0, 120)}`,
    );
}

console.log('\nby the number of documents, one in ten a copy, under each a line of its outlet');
const words = [
  ...events.flatMap(({ articles }) => articles.map(({ text }) => text)),
  ...ecb.map(({ text }) => text),
  ...fakes.map(({ text }) => text),
];
const sizes = opt.scale.split(',').map(Number);
const seconds: number[] = [];

/** Bytes in use; told only with `node --expose-gc`. */
function held(): number {
  if (!global.gc) return Number.NaN;
  global.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

for (const size of sizes) {
  const { documents, copied } = collection(words, size);
  let index: MemoryCopyIndex | null = memoryCopyIndex();
  const times: number[] = [];
  const began = performance.now();
  for (const document of documents) {
    const since = performance.now();
    index.add(document);
    times.push(performance.now() - since);
  }
  const copies = index.copies();
  seconds.push((performance.now() - began) / 1000);
  const full = held();
  index = null;
  const used = full - held();
  const right = copies.filter(({ a, b }) => copied.has(key({ a, b }))).length;
  const last = times.slice(-Math.min(1000, size / 10)).sort((x, y) => x - y);
  console.log(
    `${size.toLocaleString('en')}: ${Math.round(size / seconds.at(-1)!).toLocaleString('en')} documents/s, ${Math.round(used / 2 ** 20)} MB beside the texts, ` +
      `to add one p50 ${last[last.length >> 1]!.toFixed(2)} ms p99 ${last[Math.floor(last.length * 0.99)]!.toFixed(2)} ms; ` +
      `${right} of ${copied.size} copies, ${copies.length - right} others`,
  );
}
const growth = Math.log(seconds.at(-1)! / seconds[0]!) / Math.log(sizes.at(-1)! / sizes[0]!);
if (sizes.length > 1) console.log(`time grows with the power of ${growth.toFixed(2)}`);
