import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import type { Capture } from '../../src/capture/capture.ts';
import { type Reading, readDocument } from '../../src/read.ts';
import { plainDocument } from '../../training/plain.ts';

export interface Report {
  readonly capture: Capture;
  readonly reading: Reading;
  /** id of the document that it is a copy of */
  readonly copyOf: string | null;
}

/** Articles of FA-KES, BASIL, ECB+ and, unless short ones are asked for, PolNeAR: really read, by the fast model. */
export async function originals(data: string, short: boolean): Promise<Reading[]> {
  const rows = (text: string): Record<string, string>[] =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const fakes = rows(readFileSync(join(data, 'fa-kes/articles.jsonl'), 'utf8')).map(({ text }) => text!);
  const basil = rows(readFileSync(join(data, 'basil/events.jsonl'), 'utf8'));
  const articles = basil.flatMap((event) => (event.articles as unknown as { text: string }[]).map(({ text }) => text));
  const ecb = rows(gunzipSync(readFileSync(join(data, 'ecbplus/documents.jsonl.gz'))).toString()).map(
    ({ text }) => text!,
  );
  const folder = join(data, 'polnear/train');
  const polnear = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const model = fastModel();
  const found: Reading[] = [];
  // by hash, so that any beginning of the archive has long and short reports in the same mixture
  const texts = [...new Set([...fakes, ...articles, ...ecb, ...(short ? [] : polnear)].map((one) => one.trim()))]
    .filter((text) => text.length > 0)
    .map((text) => ({ text, hash: createHash('sha256').update(text).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  for (const { text } of texts) found.push(await readDocument(plainDocument('original', text), model));
  return found;
}

/** Two words put for one another have about as many uses, within this power of two. */
const bandOf = (uses: number): number => Math.floor(Math.log2(uses));
const WORD = /[A-Za-z]{4,}/g;
const DAY = 86_400_000;
const OUTLETS = 60;
/** One in so many is a copy of one before it in its month, under another name and a line of its own. */
const COPIED = 10;

/**
 * As many reports as wanted, month after month of news: each month has every original once, with other words and names of
 * the same length put for its own, the same throughout the month. So reports of one month are related as the originals are,
 * and those of two months hardly are; and every span is where it was.
 */
export function* archive(read: readonly Reading[], size: number): Generator<Report> {
  const swaps = vocabulary(read.map(({ document }) => document.text));
  let made = 0;
  for (let month = 0; made < size; month++) {
    const own: Report[] = [];
    for (let n = 0; n < read.length && made < size; n++, made++) {
      const isCopy = n % COPIED === COPIED - 1 && own.length > 0;
      const from = isCopy ? own[(n * 7919) % own.length]! : null;
      const report = from ? copied(from, made) : reworded(read[n]!, swaps(month), made, month);
      if (!from) own.push(report);
      yield report;
    }
  }
}

const dayOf = (made: number, month: number): string =>
  new Date(Date.UTC(2015, 0, 1) + month * 30 * DAY + ((made * 7) % 30) * DAY).toISOString().slice(0, 10);

function reworded(reading: Reading, swap: (text: string) => string, made: number, month: number): Report {
  const cues = reading.attributions.flatMap(({ cue }) => cue);
  let text = swap(reading.document.text);
  for (const [start, end] of cues)
    text = text.slice(0, start) + reading.document.text.slice(start, end) + text.slice(end);
  const entities = reading.entities.map((entity) => ({ ...entity, name: swap(entity.name), wikidata: null }));
  return reportOf({ ...reading, entities }, text, made, dayOf(made, month), null);
}

function copied({ reading }: Report, made: number): Report {
  const text = `${reading.document.text}\n\nMirror page ${made} of the archive.`;
  return reportOf(reading, text, made, reading.document.published!, reading.document.id);
}

function reportOf(reading: Reading, text: string, made: number, published: string, copyOf: string | null): Report {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = sha256.slice(0, 12);
  const address = `archive/${made}.txt`;
  const own = (old: string | null): string => createHash('sha256').update(`${id} ${old}`).digest('hex').slice(0, 12);
  const held = (old: string | null) => (old === null ? null : own(old));
  const document = {
    ...plainDocument(id, text),
    ...{ sha256, capture: sha256, address, outlet: `Outlet ${made % OUTLETS}`, published },
  };
  const capture: Capture = { bytes, address, at: null, method: 'file', headers: {}, sha256, media: 'text/plain' };
  return {
    capture,
    copyOf,
    reading: {
      ...reading,
      document,
      attributions: reading.attributions.map((one) => ({ ...one, id: own(one.id), within: held(one.within) })),
      figures: reading.figures.map((one) => ({ ...one, attribution: held(one.attribution) })),
      events: reading.events.map((one) => ({ ...one, attribution: held(one.attribution) })),
    },
  };
}

/** Words by length, case and use; each month takes another of its band for each. */
function vocabulary(texts: readonly string[]): (month: number) => (text: string) => string {
  const uses = new Map<string, number>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const bands = Map.groupBy(
    [...uses.keys()].sort(),
    (word) => `${word.length} ${/^[A-Z]/.test(word)} ${bandOf(uses.get(word)!)}`,
  );
  const places = new Map([...bands.values()].flatMap((band) => band.map((word, at) => [word, { band, at }] as const)));
  return (month) => (text) =>
    text.replace(WORD, (word) => {
      const place = places.get(word);
      return place ? place.band[(place.at + month * 31) % place.band.length]! : word;
    });
}
