import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiClient } from '../../src/api/client.ts';
import { serveCommand } from '../../src/cli/serve-command.ts';
import { recordingTerminal, typed } from './recording-terminal.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-serve-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('serves a ledger until it is stopped, and reads what it is given with the trained model', async () => {
  const { terminal, written } = recordingTerminal();
  const stop = Promise.withResolvers<void>();
  const ledger = join(folder, 'hearsay.db');
  const ended = serveCommand({ ledger, port: 0, host: '127.0.0.1' }, terminal, () => stop.promise);
  await expect.poll(() => written.out, { timeout: 30_000 }).toMatch(/is served at http:\/\/127\.0\.0\.1:\d+ /);
  const client = apiClient({ base: /http:\S+/.exec(written.out)![0] });
  expect(await client.about()).toMatchObject({ ledger: 'hearsay.db', counts: { documents: 0 } });
  const { id } = await client.read({ text: 'The dock will close on Monday, the mayor said.' });
  for await (const event of client.progress(id))
    if (event.event === 'done') expect(event).toMatchObject({ read: 1, refused: 0, statements: 1 });
  expect((await client.documents()).rows[0]!.reader).toMatch(/accurate$/);
  stop.resolve();
  expect(await ended).toBe(0);
  expect(written.err).toBe('');
});

it.each(['0.0.0.0', '::', '192.168.1.7', 'ledger.example'])(
  'refuses to listen beyond this machine: %s',
  async (host) => {
    const { code, err } = await typed(['serve', '--host', host, '--port', '0', '--ledger', join(folder, 'other.db')]);
    expect(code).toBe(1);
    expect(err).toContain('no accounts yet');
    expect(err).toContain('--host 127.0.0.1');
  },
);

it('says so where its port is in use, and names another', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const { code, err } = await typed(['serve', '--port', String(port), '--ledger', join(folder, 'third.db')]);
  taken.close();
  expect(code).toBe(1);
  expect(err).toContain(`port ${port} is in use: give another, --port ${port + 1}`);
});

it.each(['65536', '-1', 'x', '1.5'])('a port is a whole number: %s', async (port) => {
  const { code, err } = await typed(['serve', '--port', port]);
  expect(code).toBe(2);
  expect(err).toContain('Give a whole number up to 65535');
});
