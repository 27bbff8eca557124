/**
 * Writes lexicons/en/commonness.tsv: in how many of a thousand reports a stem stands, counted over PolNeAR's train part.
 *
 *     node training/commonness.ts [--shared ../shared]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stemOf } from '../src/claims/stem.ts';
import { polnear } from './polnear.ts';

const { values: opt } = parseArgs({
  options: { shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' } },
});

/** In a thousand reports: what is rarer needs no row, it weighs the most there is. */
const LEAST = 15;

const articles = polnear(join(opt.shared, 'data', 'polnear', 'train'));
const counts = new Map<string, number>();
for (const { text } of articles) {
  const forms =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/\p{L}[\p{L}'-]*/gu) ?? [];
  for (const stem of new Set(forms.map(stemOf))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
}
const rows = [...counts]
  .map(([stem, count]) => [stem, Math.round((count / articles.length) * 1000)] as const)
  .filter(([, share]) => share >= LEAST)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(
  new URL('../lexicons/en/commonness.tsv', import.meta.url),
  `# What: stems that many reports have: \`stem, reports in a thousand\`.
# Why:  two reports that share "said" and "week" share nothing; that both have "salvo" tells something.
# Whence: counted over the train part of PolNeAR (Newell, Margolin and Ruths 2018) by training/commonness.ts.
${rows.map((row) => row.join('\t')).join('\n')}
`,
);
