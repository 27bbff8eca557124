// What the API takes with many statements: the first and the fourth answer to each question, in this process. In
// milliseconds of processor time, so that what else runs on the machine counts for little.
//   node bench/api.ts [statements]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiOf } from '../src/api/api.ts';
import { openLedger } from '../src/ledger/open-ledger.ts';
import { dockReading, dockText, madeAttribution } from '../test/ledger/made-reading.ts';

const statements = Number(process.argv[2] ?? 100_000);
// four are the document's own: about as many as a news report has
const more = 12;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const ledger = openLedger(join(folder, 'bench.db'));

for (let n = 0, stored = 0; stored < statements; n++) {
  const own = Array.from({ length: more }, (_, i) => `Berth ${n % 977} took ${n + i} boats at quay ${i}`);
  const outlet = `The Harbour Post ${n % 60}`;
  const { capture, reading } = dockReading(`${dockText}\n${own.join('. ')}.`, `${n}.txt`, { outlet });
  const voices = own.map((content, i) =>
    madeAttribution(reading.document, { content, kind: 'voice', confidence: ((n * 37 + i * 11) % 100) / 100 }),
  );
  const attributions = [...reading.attributions, ...voices];
  await ledger.store(capture, { ...reading, attributions }, { reader: '1.0.0' });
  stored += attributions.length;
}

// what a list shows is measured, not how reports are linked: bench/claims.ts does that
const nothing = { link: async () => {}, verify: async () => [], stop: async () => {} };
const app = await apiOf(ledger, { name: 'bench.db', version: '0', tasks: nothing });

const questions = [
  ['a page of statements', '/statements?limit=100'],
  ['the most doubtful', '/statements?limit=100&sort=confidence'],
  ['one polarity', '/statements?limit=100&polarity=denies'],
  ['a name', '/statements?limit=100&source=okonski'],
  ['a common word', '/statements?limit=100&search=boats'],
  ['a rare phrase', '/statements?limit=100&search=%22berth%20400%22'],
  ['an outlet', '/statements?limit=100&outlet=The%20Harbour%20Post%207'],
  ['facets', '/statements/facets'],
  ['facets of a filter', '/statements/facets?polarity=denies'],
  ['a page of documents', '/documents?limit=100'],
  ['sources', '/sources?limit=100'],
  ['one source', '/sources/dock%20workers'],
  ['events', '/events?limit=100'],
  ['places', '/places?limit=100'],
  ['the log', '/entries?limit=100'],
] as const;

const timed = async (url: string): Promise<number> => {
  const since = process.cpuUsage();
  const { statusCode } = await app.inject({ url: `/api/v1${url}` });
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
  const { user, system } = process.cpuUsage(since);
  return Math.round((user + system) / 100) / 10;
};

const rows: Record<string, { first: number; fourth: number }> = {};
for (const [what, url] of questions) {
  const times = [await timed(url), await timed(url), await timed(url), await timed(url)];
  rows[what] = { first: times[0]!, fourth: times[3]! };
}
const { counts } = (await app.inject({ url: '/api/v1' })).json<{ counts: { statements: number; documents: number } }>();
console.log(`${counts.statements} statements in ${counts.documents} documents`);
console.table(rows);
await app.close();
await ledger.close();
rmSync(folder, { recursive: true });
