/**
 * Is the reading linear in the text's length, on texts made to hurt? Each is read at n, 2n and 4n; the time per
 * character should stay the same.
 *
 *     node bench/doubling.ts [--size 300000] [--model accurate|fast]
 */
import { parseArgs } from 'node:util';
import { modelNamed } from '../src/attributions/attribution-model.ts';
import { readDocument } from '../src/read.ts';
import type { Document } from '../src/text/document.ts';
import { plainDocument } from '../training/plain.ts';

const { values: opt } = parseArgs({
  options: { size: { type: 'string', default: '300000' }, model: { type: 'string', default: 'accurate' } },
});

const TEXTS: Readonly<Record<string, string>> = {
  'plain sentences': 'The minister said on Friday that at least 40 soldiers had been wounded, and Seoul denied it. ',
  'no full stop': 'the minister said that the council believes the general said ',
  'marks without end': '“The plan failed, he said. ',
  'straight marks without pairs': '"The plan" failed", he said. ',
  'single marks': "'It's the officials' claim that they've 'never' said so ",
  'nested marks': '“He said ‘no” and ’ “yes ',
  commas: 'Kim, a leader, said, he, who, added, ',
  'short quotations': '“We won.” ',
  'quotations never closed': '“No. ',
  'one word': 'a',
  digits: '10,000 or 12 to 15 million and ',
  brackets: '((([[[“‘',
  dashes: '— said — ',
  'that that': 'that said that ',
};

/** All of the text in one paragraph. */
const oneBlock = (text: string): Document => ({
  ...plainDocument('bench', ''),
  text,
  blocks: [{ kind: 'paragraph', span: [0, text.length] }],
});

const size = Number(opt.size);
const model = modelNamed(opt.model === 'fast' ? 'fast' : 'accurate');
await readDocument(oneBlock(TEXTS['plain sentences']!.repeat(200)), model);
console.log(
  `${'µs a character at'.padEnd(32)}${[size, 2 * size, 4 * size].map((n) => `${n / 1000}k`.padStart(10)).join('')}`,
);
let worst = 0;
for (const [name, unit] of Object.entries(TEXTS)) {
  const cost: number[] = [];
  for (const times of [1, 2, 4]) {
    const text = unit.repeat(Math.ceil((size * times) / unit.length)).slice(0, size * times);
    const began = performance.now();
    await readDocument(oneBlock(text), model);
    cost.push(((performance.now() - began) * 1000) / text.length);
  }
  worst = Math.max(worst, cost[2]! / cost[0]!);
  console.log(name.padEnd(32) + cost.map((c) => c.toFixed(2).padStart(10)).join(''));
}
console.log(`\nworst growth from n to 4n: ${worst.toFixed(2)} times (1 is linear, 4 quadratic)`);
