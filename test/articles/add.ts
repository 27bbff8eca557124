import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedOf } from './expected.ts';

// node test/articles/add.ts harbour-fire saved-page.html
// Read expected.json line by line before you commit it: it holds what was found, which may be wrong.
const [slug, page] = process.argv.slice(2);
const folder = join(import.meta.dirname, slug ?? '');
if (!slug || !page || !existsSync(page)) {
  console.error('give a name for the folder and a saved page: node test/articles/add.ts harbour-fire page.html');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
copyFileSync(page, join(folder, 'source.html'));
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(await expectedOf(folder), null, 2)}\n`);
console.log(`${folder}: look through expected.json`);
