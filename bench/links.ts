/**
 * Linking a ledger of many reports as it grows: reports a second, memory, growth; adding one more; questions to it. Times
 * of linking are the process's own, so that what else the machine does counts for nothing.
 *
 *     node bench/links.ts [--scale 1000,3000,10000] [--short] [--keep FILE]
 *
 * `--short` leaves out PolNeAR, whose articles are long.
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
  options: {
    scale: { type: 'string', default: '1000,3000,10000' },
    short: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'hearsay-links-'));
const sizes = opt.scale.split(',').map(Number);
/** Reports that come one at a time once a size is reached. */
const SINGLE = 50;
/** Reports are stored by so many before they are linked: as a day of archives comes in. */
const STORED = 5000;

const read = await originals(join(process.env.HEARSAY_SHARED ?? '../shared', 'data'), opt.short);
const statements = read.flatMap(({ attributions }) => attributions).length;
console.log(`${read.length} originals, ${(statements / read.length).toFixed(1)} statements in each`);

const path = opt.keep ?? join(folder, 'archive.db');
const reports = archive(read, Math.max(...sizes) + SINGLE * sizes.length);
const copies = new Map<string, string>();
const before = process.memoryUsage().rss;
const spent: number[] = [];
let [stored, storing, linking, most] = [0, 0, 0, 0];

async function grow(ledger: Ledger, size: number): Promise<void> {
  while (stored < size) {
    const some = take(reports, Math.min(STORED, size - stored));
    let since = used();
    for (const one of some) await store(ledger, one, copies);
    storing += used() - since;
    since = used();
    await ledger.links.update(() => {
      most = Math.max(most, process.memoryUsage().rss);
    });
    linking += used() - since;
    stored += some.length;
    console.log(`  ${stored}: ${((used() - since) / some.length).toFixed(1)} ms a report`);
  }
  spent.push(linking);
  const found = await ledger.links.copies();
  const right = found.filter(({ a, b }) => isTrue(a, b, copies)).length;
  const { total } = await ledger.links.claims({ limit: 1 });
  console.log(
    `${size.toLocaleString('en')}: stored ${rate(size, storing)}, linked ${rate(size, linking)}, ${mega(most - before)} more in use, ` +
      `file ${mega(statSync(path).size)}; ${total} claims; ${right} copies right, ${found.length - right} others, ${copies.size} made`,
  );
  await addOne(ledger, take(reports, SINGLE));
  stored += SINGLE;
  await ask(ledger);
}

/** Milliseconds of this process, on all cores. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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

const ledger = openLedger(path);
try {
  for (const size of sizes) await grow(ledger, size);
  const growth = Math.log(spent.at(-1)! / spent[0]!) / Math.log(sizes.at(-1)! / sizes[0]!);
  if (sizes.length > 1) console.log(`the time of linking grows with the power of ${growth.toFixed(2)}`);
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}
