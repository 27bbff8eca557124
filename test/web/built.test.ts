import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const folder = 'dist/web';

/** What a browser needs before anything shows: the script and what it imports at once. */
function firstScripts(page: string): string[] {
  const found = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!));
  for (const name of found) {
    const code = readFileSync(join(folder, name), 'utf8');
    for (const [, other] of code.matchAll(/\bfrom"\.\/([^"]+\.js)"/g)) found.add(`assets/${other}`);
  }
  return [...found];
}

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('the built pages', () => {
  const page = existsSync(folder) ? readFileSync(join(folder, 'index.html'), 'utf8') : '';

  test('the first script stays under 200 KB, gzipped', () => {
    const names = firstScripts(page);
    expect(names.length).toBeGreaterThan(0);
    const size = names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
    expect(size).toBeGreaterThan(40_000);
    expect(size).toBeLessThan(200 * 1024);
  });

  test('nothing in the page is inline, and nothing comes from another host', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//);
  });
});
