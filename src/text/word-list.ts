import { readFileSync } from 'node:fs';

/** The rows of a list in lexicons/en: cells between tabs, `#` lines left out. */
export function wordList(name: string): string[][] {
  const file = new URL(`../../lexicons/en/${name}.tsv`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
