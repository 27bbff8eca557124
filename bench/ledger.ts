// How fast the ledger writes, searches, lists and verifies.
//   node bench/ledger.ts [documents]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLedger } from '../src/ledger/open-ledger.ts';
import { dockReading, dockText, madeAttribution } from '../test/ledger/made-reading.ts';

const documents = Number(process.argv[2] ?? 2000);
// ten times the statements of the small document: about what a news report has
const copiesEach = 10;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const path = join(folder, 'bench.db');
const by = { reader: '1.0.0' };

function report(n: number) {
  const own = `Report ${n} from berth ${n % 97}`;
  const { capture, reading } = dockReading(`${dockText}\n${own}. ${'The tide was high. '.repeat(120)}`);
  const rare = madeAttribution(reading.document, { content: own, kind: 'voice' });
  const attributions = Array.from({ length: copiesEach }, (_, i) =>
    reading.attributions.map((a) => ({ ...a, id: `${i}${a.id.slice(0, 5)}${n.toString(16).padStart(6, '0')}` })),
  ).flat();
  return { capture, reading: { ...reading, attributions: [...attributions, rare] } };
}

const seconds = (since: number) => (performance.now() - since) / 1000;
const made = Array.from({ length: documents }, (_, n) => report(n));

const ledger = openLedger(path);
let since = performance.now();
for (const { capture, reading } of made) await ledger.store(capture, reading, by);
const writing = seconds(since);

since = performance.now();
for (const { capture } of made) await ledger.arrive(capture, by);
const again = seconds(since);

const rows = countRows();
const rare = await searched((i) => `"report ${(i * 31) % documents}"`);
const common = await searched((i) => ['boats', 'reportedly left', '"will close"', 'mayor', 'dock clos*'][i % 5]!);

since = performance.now();
let listed = 0;
for (let after: number | null = 0; after !== null; ) {
  const page = await ledger.statements({ limit: 500, after });
  listed += page.rows.length;
  after = page.next;
}
const listing = seconds(since);

since = performance.now();
let problems = 0;
for await (const _ of ledger.verify()) problems++;
const verifying = seconds(since);
await ledger.close();

const rate = (n: number, s: number) => `${Math.round(n / s).toLocaleString('en')}/s`;
console.table({
  'documents stored': rate(documents, writing),
  'rows stored': rate(rows, writing),
  'known documents passed over': rate(documents, again),
  'search for what one document has, p50': `${rare.toFixed(1)} ms`,
  'search for what every document has, p50': `${common.toFixed(1)} ms`,
  'statements listed in pages of 500': rate(listed, listing),
  'documents verified': rate(documents, verifying),
  'bytes a document': Math.round(statSync(path).size / documents).toLocaleString('en'),
  'peak memory': `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = problems;

function countRows(): number {
  const db = new DatabaseSync(path, { readOnly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'").all();
  const total = tables.reduce(
    (sum, { name }) => sum + Number(db.prepare(`SELECT count(*) AS n FROM ${name}`).get()?.n),
    0,
  );
  db.close();
  return total;
}

/** Milliseconds of the middle one of fifty searches. */
async function searched(word: (i: number) => string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 50; i++) {
    const since = performance.now();
    await ledger.statements({ search: word(i) });
    times.push(seconds(since) * 1000);
  }
  return times.sort((a, b) => a - b)[25]!;
}
