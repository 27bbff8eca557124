// How fast the workbench is on a large ledger: first paint and first row of each screen, search, frames while scrolling.
//   npm run build:web && node bench/web.ts [statements]
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { openLedger } from '../src/ledger/open-ledger.ts';
import { emptyReading, madeAttribution, madeCapture, madeDocument } from '../test/ledger/made-reading.ts';

const wanted = Number(process.argv[2] ?? 100_000);
const EACH = 50;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const path = join(folder, 'bench.db');

/** Words of no language, the same each time: statements that say nothing of one another. */
function wordAt(n: number): string {
  let seed = (n * 2654435761) >>> 0;
  return Array.from({ length: 3 }, () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return 'bcdfghklmnprstvz'[seed >>> 28]! + 'aeiou'[(seed >>> 20) % 5]!;
  }).join('');
}

function report(n: number) {
  const told = Array.from({ length: EACH }, (_, i) => {
    const at = n * EACH + i;
    return { source: `Officer ${at}`, content: `${[0, 1, 2, 3, 4].map((k) => wordAt(at * 5 + k)).join(' ')} ${at}` };
  });
  const text = told.map(({ source, content }) => `${source} said ${content}.`).join('\n');
  const capture = madeCapture(text, `report-${n}.txt`);
  const document = madeDocument(capture, { title: `Report ${n}`, outlet: `Paper ${n % 40}` });
  const attributions = told.map((one) => madeAttribution(document, { ...one, confidence: 0.9 }));
  return { capture, reading: { ...emptyReading(document), attributions } };
}

async function filled(): Promise<void> {
  const ledger = openLedger(path);
  for (let n = 0; n < wanted / EACH; n++) {
    const { capture, reading } = report(n);
    await ledger.store(capture, reading, { reader: '1.0.0' });
  }
  await ledger.close();
}

async function served(): Promise<{ readonly address: string; readonly server: ChildProcess }> {
  const command = ['src/cli/hearsay.ts', 'serve', '--ledger', path, '--port', '8899'];
  const server = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout! })) {
    const address = /https?:\/\/[^\s]+/.exec(line)?.[0];
    if (address) return { address, server };
  }
  throw new Error('the server did not start');
}

const SCREENS = [
  { path: '/documents', row: '.documents li' },
  { path: '/statements', row: '.table-body .row' },
  { path: '/statements?search=officer', row: '.table-body .row' },
  { path: '/review', row: '.review' },
  { path: '/sources', row: '.sources tbody tr' },
  { path: '/claims', row: '.claim-row, .empty' },
  { path: '/custody', row: '.log tbody tr' },
];

/** In milliseconds from the start of the navigation. */
async function opened(page: Page, address: string, row: string) {
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator(row).first().waitFor();
  return page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { paint: Math.round(paint?.startTime ?? Number.NaN), row: Math.round(performance.now()) };
  });
}

/** From the last key to the rows that fit, in milliseconds; the pause after typing is in it. */
async function searched(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/statements`);
  await page.locator('.table-body .row').first().waitFor();
  await page.locator('main input[type=search]').fill('');
  const since = Date.now();
  await page.locator('main input[type=search]').fill(wordAt(777));
  await page.locator('mark.found').first().waitFor();
  return Date.now() - since;
}

/** Frames while the table is scrolled by a screen's half every frame. */
async function scrolled(page: Page, address: string) {
  await page.goto(`${address}/statements`);
  await page.locator('.table-body .row').first().waitFor();
  return page.evaluate(async () => {
    const frames: number[] = [];
    let last = performance.now();
    for (let i = 0; i < 300; i++) {
      scrollBy(0, 400);
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    const sorted = frames.toSorted((a, b) => a - b);
    const rows = Number(document.querySelector('.table-body .row:last-child')?.getAttribute('aria-rowindex'));
    return { median: sorted[150]!, slowest: sorted.at(-1)!, over50: frames.filter((ms) => ms > 50).length, rows };
  });
}

/** From the bar's release in the middle of all rows to the rows that stand there, in milliseconds. */
async function dragged(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/statements`);
  await page.locator('.table-body .row').first().waitFor();
  return page.evaluate(async () => {
    const since = performance.now();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const isThere = () => {
      const row = document.elementFromPoint(700, 500)?.closest('.table-body .row');
      return Number(row?.getAttribute('aria-rowindex')) > 1000 && row!.querySelector('a') !== null;
    };
    while (!isThere()) await new Promise(requestAnimationFrame);
    return performance.now() - since;
  });
}

await filled();
const { address, server } = await served();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  const rows: Record<string, object> = {};
  const listed = (await (await fetch(`${address}/api/v1/documents?limit=1`)).json()) as { rows: { id: string }[] };
  const report = { path: `/documents/${listed.rows[0]!.id}`, row: '.card' };
  for (const screen of [...SCREENS, report]) {
    await opened(page, address + screen.path, screen.row);
    const second = await opened(page, address + screen.path, screen.row);
    rows[screen.path] = { 'first paint, ms': second.paint, 'first row, ms': second.row };
  }
  console.table(rows);
  console.log(`search: ${await searched(page, address)} ms to the first row that fits`);
  console.log(`drag: ${(await dragged(page, address)).toFixed(0)} ms from the bar in the middle to the rows there`);
  const { median, slowest, over50, rows: seen } = await scrolled(page, address);
  console.log(
    `scroll: median frame ${median.toFixed(1)} ms, slowest ${slowest.toFixed(0)} ms, ${over50} of 300 over 50 ms, to row ${seen}`,
  );
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
