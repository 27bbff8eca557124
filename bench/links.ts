/**
 * Linking a ledger of many reports: documents a second, memory, growth; adding one more; questions to it.
 *
 *     node --expose-gc bench/links.ts [--scale 1000,3000,10000] [--keep FILE]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lifeOf } from '../src/claims/life.ts';
import { lineages } from '../src/claims/lineage.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { openLedger } from '../src/ledger/open-ledger.ts';
import { archive, originals, type Report } from './links/archive.ts';

const { values: opt } = parseArgs({
  options: { scale: { type: 'string', default: '1000,3000,10000' }, keep: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'hearsay-links-'));
const sizes = opt.scale.split(',').map(Number);
/** Reports that come one at a time once a size is reached. */
const SINGLE = 50;

const read = await originals(join(process.env.HEARSAY_SHARED ?? '../shared', 'data'));
console.log(`${read.length} originals, ${read.flatMap(({ attributions }) => attributions).length} statements in them`);

/** Reports are stored by so many before they are linked: as a day of archives comes in. */
const STORED = 5000;
const seconds: number[] = [];

async function measure(size: number): Promise<void> {
  const path = opt.keep && size === sizes.at(-1) ? opt.keep : join(folder, `${size}.db`);
  const ledger = openLedger(path);
  const reports = archive(read, size + SINGLE);
  const copies = new Map<string, string>();
  let [storing, linking, most] = [0, 0, 0];
  const before = process.memoryUsage().rss;
  for (let stored = 0; stored < size; ) {
    const some = take(reports, Math.min(STORED, size - stored));
    const since = performance.now();
    for (const one of some) await store(ledger, one, copies);
    const at = performance.now();
    await ledger.links.update(() => {
      most = Math.max(most, process.memoryUsage().rss);
    });
    stored += some.length;
    storing += at - since;
    linking += performance.now() - at;
    if (size > STORED)
      console.log(`  ${stored}: ${Math.round(((performance.now() - at) / some.length) * 10) / 10} ms a report`);
  }
  seconds.push(linking / 1000);
  const found = await ledger.links.copies();
  const right = found.filter(({ a, b }) => isTrue(a, b, copies)).length;
  const { total } = await ledger.links.claims({ limit: 1 });
  console.log(
    `${size.toLocaleString('en')}: stored ${rate(size, storing)}, linked ${rate(size, linking)}, ${mega(most - before)} more in use, ` +
      `file ${mega(statSync(path).size)}; ${total} claims; ${right} copies right, ${found.length - right} others, ${copies.size} made`,
  );
  await addOne(ledger, take(reports, SINGLE));
  await ask(ledger);
  await ledger.close();
}

async function store(ledger: Ledger, { capture, reading, copyOf }: Report, copies: Map<string, string>): Promise<void> {
  await ledger.store(capture, reading, { reader: '1.0.0' });
  if (copyOf) copies.set(reading.document.id, copyOf);
}

/** Of one text: one is made of the other, or both of a third. */
const isTrue = (a: string, b: string, copies: ReadonlyMap<string, string>): boolean =>
  (copies.get(a) ?? a) === (copies.get(b) ?? b);

async function addOne(ledger: Ledger, reports: readonly Report[]): Promise<void> {
  const times: number[] = [];
  for (const { capture, reading } of reports) {
    const since = performance.now();
    await ledger.store(capture, reading, { reader: '1.0.0' });
    await ledger.links.update();
    times.push(performance.now() - since);
  }
  console.log(`  one more, stored and linked: ${told(times)}`);
}

async function ask(ledger: Ledger): Promise<void> {
  const { rows } = await ledger.links.claims({ limit: 2000 });
  const some = rows.filter((_, n) => n % Math.ceil(rows.length / 100) === 0).map(({ id }) => id);
  const documents = (await ledger.statements({ limit: 1000 })).rows.map(({ document }) => document.id);
  const questions: Record<string, (n: number) => Promise<unknown>> = {
    'first page of claims': () => ledger.links.claims({ limit: 50 }),
    'first page of contested': () => ledger.links.claims({ contested: true, limit: 50 }),
    'a claim with its origins': async (n) => {
      const links = (await ledger.links.claim(some[n % some.length]!))!;
      return JSON.stringify(lineages(links)(links.claim));
    },
    'a claim with its life': async (n) => {
      const links = (await ledger.links.claim(some[n % some.length]!))!;
      return JSON.stringify(lifeOf(links.claim, links.assertions, links.readings));
    },
    'copies of a document': (n) => ledger.links.copies(documents[(n * 17) % documents.length]!),
    'versions of a document': (n) => ledger.links.page(documents[(n * 17) % documents.length]!),
    'claims of a document': (n) => ledger.links.claimsOf(documents[(n * 17) % documents.length]!),
  };
  for (const [name, question] of Object.entries(questions)) {
    const times: number[] = [];
    for (let n = 0; n < 100; n++) {
      const since = performance.now();
      await question(n);
      times.push(performance.now() - since);
    }
    console.log(`  ${name}: ${told(times)}`);
  }
}

function take<Thing>(things: Iterator<Thing>, most: number): Thing[] {
  const taken: Thing[] = [];
  while (taken.length < most) {
    const { value, done } = things.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)} ms`;
  return `median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`;
}

const rate = (n: number, ms: number) => `${Math.round(n / (ms / 1000)).toLocaleString('en')} reports/s`;
const mega = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

try {
  for (const size of sizes) await measure(size);
  const growth = Math.log(seconds.at(-1)! / seconds[0]!) / Math.log(sizes.at(-1)! / sizes[0]!);
  if (sizes.length > 1) console.log(`the time of linking grows with the power of ${growth.toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
