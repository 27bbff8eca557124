import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type ApiOptions, apiOf } from '../../src/api/api.ts';
import { type ApiClient, apiClient, type Entry, type NewDecision } from '../../src/api/client.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { read } from '../../src/read.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const WIDE = { width: 1360, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** The workbench as a browser has it: server, ledger and browser, all of this process. */
export interface Workbench {
  readonly address: string;
  readonly ledger: ReturnType<typeof openLedger>;
  /** a page of its own, and what its console, its errors and requests to elsewhere said */
  open(path: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly noise: string[] }>;
  /** as another program has it */
  readonly api: ApiClient;
  /** what another person decides, elsewhere */
  decide(decision: NewDecision): Promise<Entry>;
  close(): Promise<void>;
}

/** Serves a new ledger that holds what is read from `paths`. */
export async function workbench(
  paths: readonly string[] = ['examples/kursk'],
  options: Partial<ApiOptions> = {},
): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-web-'));
  const ledger = openLedger(join(folder, 'kursk.db'));
  await readInto(ledger, paths);
  const app = await apiOf(ledger, { name: 'kursk.db', version: '0.0.0', web: resolve('dist/web'), ...options });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const api = apiClient({ base: address });
  const browser = await launched();
  return {
    address,
    ledger,
    api,
    decide: (decision) => api.decide(decision),
    open: (path, options) => opened(browser, address, path, options),
    async close() {
      await browser.close();
      await app.close();
      await ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function readInto(ledger: Workbench['ledger'], paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for await (const capture of gather(path)) {
      if (capture instanceof Refusal) continue;
      await ledger.store(capture, await read(capture), { reader: '0.0.0' });
    }
  }
}

function launched(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `no browser at ${CHROMIUM}: run apt-get install chromium, or set CHROMIUM to one, or HEARSAY_NO_BROWSER=1 to leave these tests out`,
    );
  }
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') });
}

async function opened(browser: Browser, address: string, path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => message.type() !== 'info' && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) noise.push(request.url());
  });
  await page.goto(address + path);
  return { page, noise };
}

export const REFERENCE = join(process.env.HEARSAY_SHARED ?? '../shared', 'data/reference/report.txt');

/** A short report of our own that has what the reference report has: a chain, a hedge, bounds, a denial, an unknown. */
export const referenceLike = `Harbour Commander Hurt in Raid, Officials Say

A senior commander was reportedly hurt in a raid on Port Calder on Wednesday, according to Western officials cited by The Harbour Journal. At least 4,000 marines are now in the town, the officials said.

Analysts suggest that the raid was meant as a warning. Norland has denied sending marines, while Estmark has claimed otherwise. “They are used as shock troops,” said Ana Torv, a senior analyst at the Calder Institute.

The name of the commander has not been disclosed.
`;
