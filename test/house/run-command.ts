import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './sources.ts';

// they change the checkout, take minutes, or run this very test
const notRun = /^(?:npm (?:ci|test|install)\b|npx vitest\b|git clone\b|cd\b)/;

/** The part of a shown command that is run here; null where all of it is set-up: "npm ci && npm start" → the start script. */
export function runnable(command: string): string | null {
  const parts = command.split(' && ').filter((part) => !notRun.test(part.trim()));
  if (parts.length === 0) return null;
  return parts
    .map((part) => part.replace(/^npm start$/, startScript).replace(/\bnpm run --silent hearsay --/g, 'hearsay'))
    .join(' && ');
}

const startScript = () =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start;

/** A folder that looks like a checkout: the examples are copied, the rest is linked. `hearsay` is on its path. */
export function makeCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-docs-'));
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  for (const name of ['src', 'lexicons', 'models', 'schema', 'node_modules', 'package.json'])
    symlinkSync(join(root, name), join(folder, name));
  const command = join(folder, '.bin', 'hearsay');
  mkdirSync(dirname(command));
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'src/cli/hearsay.ts')}" "$@"\n`);
  chmodSync(command, 0o755);
  return folder;
}

export const removeCheckout = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What a command prints, standard error among it, as a terminal of 80 columns without colours would show it. */
export function run(command: string, folder: string): string {
  const PATH = [join(folder, '.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, COLUMNS: '80', NO_COLOR: '1', FORCE_COLOR: undefined };
  const { stdout, error } = spawnSync('bash', ['-c', `exec 2>&1; ${command}`], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 26,
  });
  if (error) throw new Error(`"${command}" could not be run: ${error.message}`);
  return stdout;
}
