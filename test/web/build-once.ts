import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the workbench before the first test, where anything it is made of is newer than what was built. */
export default function buildOnce(): void {
  if (process.env.HEARSAY_NO_BROWSER === '1') return;
  const built = 'dist/web/index.html';
  const made = ['src/web', 'src/api/client.ts', 'src/export', 'vite.config.ts', 'package-lock.json'];
  if (existsSync(built) && Math.max(...made.map(newest)) <= statSync(built).mtimeMs) return;
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  // not vitest's own NODE_ENV: with it React would be built for development
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { env, stdio: 'inherit' });
}

const newest = (path: string): number => {
  const stat = statSync(path);
  return stat.isDirectory() ? Math.max(...readdirSync(path).map((name) => newest(join(path, name)))) : stat.mtimeMs;
};
