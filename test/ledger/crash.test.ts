import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const child = join(import.meta.dirname, 'reader-child.ts');
const kills = Number(process.env.HEARSAY_KILLS ?? 8);

/** Starts a reader, kills it after so many milliseconds from its first stored document; the ids it printed. */
async function killed(path: string, from: number, after: number): Promise<string[]> {
  const reader = spawn(process.execPath, [child, path, String(from), '5000'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  const first = new Promise<void>((resolve) => {
    reader.stdout.on('data', (chunk) => {
      printed += chunk;
      resolve();
    });
    reader.on('exit', () => resolve());
  });
  const gone = new Promise((resolve) => reader.on('close', resolve));
  await first;
  await sleep(after);
  reader.kill('SIGKILL');
  await gone;
  // a line that was cut off was not reported
  return printed.split('\n').slice(0, -1);
}

async function run(path: string, from: number, count: number): Promise<string[]> {
  const reader = spawn(process.execPath, [child, path, String(from), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  reader.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  await new Promise((resolve) => reader.on('close', resolve));
  return printed.trim().split('\n');
}

async function missing(path: string, reported: readonly string[]) {
  const ledger = openLedger(path);
  const problems = [];
  for await (const problem of ledger.verify()) problems.push(problem);
  const lost = [];
  for (const id of reported) if (!(await ledger.reading(id))) lost.push(id);
  const { documents } = await ledger.counts();
  await ledger.close();
  return { problems, lost, documents };
}

test(`a ledger outlives ${kills} kills: it opens, verifies and has all that was reported as stored`, async () => {
  const path = join(folder, 'killed.db');
  const reported: string[] = [];
  for (let i = 0; i < kills; i++) {
    reported.push(...(await killed(path, i * 5000, (i * 37) % 150)));
    const { problems, lost, documents } = await missing(path, reported);
    expect(problems).toEqual([]);
    expect(lost).toEqual([]);
    // each kill may leave one document that was stored and not yet reported
    expect(documents - reported.length).toBeLessThanOrEqual(i + 1);
  }
  expect(reported.length).toBeGreaterThan(kills);
});

test('a kill while the ledger is being made leaves a file that can be opened', async () => {
  for (let i = 0; i < 3; i++) {
    const path = join(folder, `made-${i}.db`);
    const reader = spawn(process.execPath, [child, path, '0', '1'], { stdio: 'ignore' });
    const gone = new Promise((resolve) => reader.on('close', resolve));
    await sleep(60 + 25 * i);
    reader.kill('SIGKILL');
    await gone;
    expect((await missing(path, [])).problems).toEqual([]);
  }
});

test('two processes that write at once lose nothing', async () => {
  const path = join(folder, 'two.db');
  // the second one's first twenty are the first one's last
  const [a, b] = await Promise.all([run(path, 0, 60), run(path, 40, 60)]);
  const { problems, lost, documents } = await missing(path, [...a!, ...b!]);
  expect(problems).toEqual([]);
  expect(lost).toEqual([]);
  expect(a).toHaveLength(60);
  expect(b).toHaveLength(60);
  expect(documents).toBe(100);
});
