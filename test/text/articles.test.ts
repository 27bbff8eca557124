import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectedOf } from '../articles/expected.ts';

// One folder a page. To accept a change: ACCEPT=1 npx vitest run test/text/articles.test.ts, then read the diff.
const root = join(import.meta.dirname, '../articles');
const pages = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(pages.map((page) => page.name))('%s', async (name) => {
  const folder = join(root, name);
  const found = await expectedOf(folder);
  if (process.env.ACCEPT) writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
});
