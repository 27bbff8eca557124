import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { dockReading, dockText } from '../ledger/made-reading.ts';

const run = promisify(execFile);
const entry = join(import.meta.dirname, '../../src/cli/hearsay.ts');
let folder = '';
let db = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-process-'));
  db = join(folder, 'pipe.db');
  const ledger = openLedger(db);
  for (let n = 0; n < 300; n++) {
    const { capture, reading } = dockReading(`${dockText}\n${n}`, `${n}.txt`);
    await ledger.store(capture, reading, { reader: '1.0.0' });
  }
  await ledger.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a pipe that is closed early is no error', async () => {
  const lister = spawn(process.execPath, [entry, 'ledger', '--ledger', db, '--limit', '0']);
  let err = '';
  lister.stderr.on('data', (chunk) => {
    err += chunk;
  });
  lister.stdout.once('data', () => lister.stdout.destroy());
  const code = await new Promise((resolve) => lister.on('close', resolve));
  expect(err).toBe('');
  expect(code).toBe(0);
});

test('everything listed arrives when it is piped, without colours', async () => {
  const { stdout, stderr } = await run(process.execPath, [entry, 'ledger', '--ledger', db, '--limit', '0'], {
    maxBuffer: 1e8,
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined },
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('1,200 statements: all that fit.');
  expect(stdout).not.toContain('\u001b');
});

test('FORCE_COLOR colours a pipe', async () => {
  const { stdout } = await run(process.execPath, [entry, 'ledger', '--ledger', db, '--limit', '1'], {
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined },
  });
  expect(stdout).toContain('\u001b[');
});

test('an unexpected error is one line; --debug shows where', async () => {
  const page = join(folder, 'report.txt');
  writeFileSync(page, dockText);
  const args = [
    entry,
    'read',
    page,
    '--no-store',
    '--format',
    'jsonl',
    '--output',
    join(folder, 'no', 'such', 'folder'),
  ];
  const short = await run(process.execPath, args).catch((error) => error);
  expect(short).toMatchObject({ code: 1, stderr: expect.stringMatching(/^error: .*ENOENT.*--debug\n$/) });
  const long = await run(process.execPath, [...args, '--debug']).catch((error) => error);
  expect(long.stderr).toContain('    at ');
});
