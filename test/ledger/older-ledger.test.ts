import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { dockReading } from './made-reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-older-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A ledger as Hearsay wrote it before readings told the author's stance: a copy of the file it made. */
function older(): string {
  const path = join(folder, `${Math.random()}.db`);
  writeFileSync(path, gunzipSync(readFileSync(new URL('version-1.sqlite.gz', import.meta.url))));
  return path;
}

const problemsOf = async (path: string): Promise<unknown[]> => {
  const ledger = openLedger(path);
  const found: unknown[] = [];
  for await (const problem of ledger.verify()) found.push(problem);
  await ledger.close();
  return found;
};

test('an older ledger is brought up and verifies as it was written', async () => {
  const path = older();
  expect(await problemsOf(path)).toEqual([]);
  const ledger = openLedger(path);
  const [found] = await ledger.find('');
  const { reading } = (await ledger.reading(found!.id))!;
  expect(reading.attributions.length).toBeGreaterThan(10);
  expect(reading.attributions[0]).toMatchObject({
    author: { polarity: 'undecided', certainty: 'underspecified', distance: [] },
    said: null,
  });
  expect(reading.unknowns.map(({ kind }) => kind)).toContain('unknown');
  await ledger.close();
});

test('new readings stand beside the old ones, and both verify', async () => {
  const path = older();
  const ledger = openLedger(path);
  const { capture, reading } = dockReading();
  await ledger.store(capture, reading, { reader: 'test' });
  await ledger.close();
  expect(await problemsOf(path)).toEqual([]);
});

test('a changed row of an old reading is still found', async () => {
  const path = older();
  await problemsOf(path);
  const db = new DatabaseSync(path);
  db.exec(
    "DROP TRIGGER attributions_no_update; UPDATE attributions SET polarity = 'denies' WHERE polarity = 'affirms'",
  );
  db.close();
  expect(await problemsOf(path)).not.toEqual([]);
});
