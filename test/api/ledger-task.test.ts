import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tasksInThreads } from '../../src/api/ledger-task.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { quickReader } from './served.ts';

let folder = '';
let made = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-tasks-'));
  made = join(folder, 'made.db');
  const ledger = openLedger(made);
  await readSome(ledger, 0, 6);
  await ledger.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readSome(ledger: Ledger, from: number, to: number): Promise<void> {
  let n = 0;
  for await (const capture of gather('examples/kursk')) {
    if (capture instanceof Refusal) throw capture;
    if (n >= from && n < to) await ledger.store(capture, await quickReader.read(capture, {}), { reader: '1' });
    n++;
  }
}

const copied = (name: string): string => {
  const path = join(folder, name);
  copyFileSync(made, path);
  return path;
};

it('a thread links while another has the ledger open, which sees what comes of it', async () => {
  const path = copied('linked.db');
  const ledger = openLedger(path);
  const tasks = tasksInThreads(path);
  expect((await ledger.links.soFar.claims()).total).toBe(0);
  expect(await ledger.links.left()).toBe(6);
  await tasks.link();
  expect(await ledger.links.left()).toBe(0);
  const six = await ledger.links.soFar.claims();
  expect(six.total).toBeGreaterThan(5);
  // both have linked by now, in turn: what either kept at hand is of before
  await readSome(ledger, 6, 7);
  await ledger.links.update();
  await readSome(ledger, 7, 8);
  await tasks.link();
  const [first] = (await ledger.links.claims({ limit: 1 })).rows;
  const { claim, readings } = (await ledger.links.claim(first!.id))!;
  const alone = openLedger(':memory:');
  await readSome(alone, 0, 8);
  const same = (await alone.links.claim((await alone.links.claims({ limit: 1 })).rows[0]!.id))!;
  expect([claim.id, claim.members, readings.size]).toEqual([same.claim.id, same.claim.members, same.readings.size]);
  await Promise.all([tasks.stop(), alone.close(), ledger.close()]);
});

it('what is kept at hand is not of before another linked', async () => {
  const path = copied('decided.db');
  const ledger = openLedger(path);
  const tasks = tasksInThreads(path);
  await tasks.link();
  const [row] = (await ledger.statements({ certainty: 'certain' })).rows;
  const { attribution, document } = row!;
  const certaintyIn = async () =>
    (await ledger.links.soFar.reading(document.id)).attributions.find(({ id }) => id === attribution.id)!.certainty;
  expect(await certaintyIn()).toBe('certain');
  const on = { kind: 'statement', id: attribution.id } as const;
  await ledger.decide({ verb: 'correct', on, field: 'certainty', to: 'possible', who: 'Ana', why: 'a guess' });
  await tasks.link();
  expect(await certaintyIn()).toBe('possible');
  await Promise.all([tasks.stop(), ledger.close()]);
});

it('a thread verifies, and names what is broken', async () => {
  const path = copied('verified.db');
  const tasks = tasksInThreads(path);
  expect(await tasks.verify()).toEqual([]);
  const db = new DatabaseSync(path);
  db.exec("DROP TRIGGER texts_no_update; UPDATE texts SET words = 'x' WHERE text = 1");
  db.close();
  const kinds = (await tasks.verify()).map(({ kind }) => kind);
  expect(kinds).toContain('text');
  expect(kinds).toContain('schema');
  await tasks.stop();
});

it('what is stopped ends, and leaves the ledger whole', async () => {
  const path = copied('stopped.db');
  const tasks = tasksInThreads(path);
  const linking = tasks.link();
  await tasks.stop();
  await linking;
  const ledger = openLedger(path);
  for await (const problem of ledger.verify()) expect(problem).toBeNull();
  await ledger.links.update();
  expect((await ledger.links.claims()).total).toBeGreaterThan(5);
  await ledger.close();
});

it('a thread that cannot work says why', async () => {
  const tasks = tasksInThreads(join(folder, 'nothing.db'));
  await expect(tasks.verify()).rejects.toThrow(/no ledger here/);
});
