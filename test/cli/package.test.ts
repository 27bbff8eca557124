import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-package-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// npm runs on the Node that runs the tests, whatever the machine's own is
const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
const npm = (args: string[], cwd: string) => run('npm', args, { cwd, env, maxBuffer: 1e8 });

test('the package works where it is installed, with nothing of the checkout beside it', {
  timeout: 300_000,
}, async () => {
  const { stdout } = await npm(['pack', '--json', '--pack-destination', folder], root);
  const [packed] = Object.values(JSON.parse(stdout.slice(stdout.search(/[[{]/)))) as {
    filename: string;
    files: { path: string }[];
  }[];
  const files = packed!.files.map(({ path }) => path);
  expect(files).toContain('dist/cli/hearsay.js');
  expect(files.filter((file) => /^(src|test|bench|training)\//.test(file))).toEqual([]);

  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--omit=dev'];
  await npm(['install', join(folder, packed!.filename), ...flags], folder);

  writeFileSync(join(folder, 'report.txt'), 'Dock to close\n\n“The dock will close,” Anna Lind said.\n');
  const bin = join(folder, 'node_modules/.bin/hearsay');
  const read = await run(bin, ['read', 'report.txt'], { cwd: folder, env });
  expect(read.stderr).toBe('');
  expect(read.stdout).toContain('Anna Lind');
  expect(read.stdout).toContain('Next: hearsay show');
  expect(existsSync(join(folder, 'hearsay.db'))).toBe(true);
  const verified = await run(bin, ['verify'], { cwd: folder, env });
  expect(verified.stdout).toContain('is whole: 1 document');
  expect(JSON.parse((await run(bin, ['schema'], { cwd: folder, env })).stdout)).toHaveProperty('properties');
});
