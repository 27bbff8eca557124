/**
 * What a confidence is worth: attributions of the PolNeAR dev part by confidence, and how often those were right, on
 * the articles that the calibration did not see (every other one).
 *
 *     node bench/reliability.ts [--shared ../shared] [--model accurate|fast]
 *
 * Error is the expected calibration error (Naeini et al. 2015): the mean gap between confidence and rate.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { modelNamed } from '../src/attributions/attribution-model.ts';
import { readDocument } from '../src/read.ts';
import { plainDocument } from '../training/plain.ts';
import { polnear } from '../training/polnear.ts';
import { match } from './beyond/match.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    model: { type: 'string', default: 'accurate' },
  },
});

const model = modelNamed(opt.model === 'fast' ? 'fast' : 'accurate');
const given: { readonly confidence: number; readonly right: boolean }[] = [];
for (const { name, text, gold } of polnear(join(opt.shared, 'data', 'polnear', 'dev')).filter((_, i) => i % 2 === 1)) {
  const { attributions } = await readDocument(plainDocument(name, text), model);
  const outer = attributions.filter(({ kind, within }) => kind === 'attribution' && within === null);
  const right = new Set(match(text, gold, outer));
  given.push(...outer.map(({ confidence }, j) => ({ confidence, right: right.has(j) })));
}

console.log(`${opt.model}, ${given.length} attributions\n\nconfidence    given   right    rate`);
let gap = 0;
for (let tenth = 0; tenth < 10; tenth++) {
  const own = given.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
  if (own.length === 0) continue;
  const right = own.filter((one) => one.right).length;
  const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
  gap += Math.abs(mean - right / own.length) * own.length;
  const name = `${tenth / 10}–${(tenth + 1) / 10}`.padEnd(12);
  console.log(
    `${name}${String(own.length).padStart(7)}${String(right).padStart(8)}${(right / own.length).toFixed(2).padStart(8)}`,
  );
}
console.log(`\nerror ${(gap / given.length).toFixed(3)}`);

const doubtful = [...given].sort((a, b) => a.confidence - b.confidence).slice(0, Math.ceil(given.length / 5));
const wrong = given.filter(({ right }) => !right).length;
const caught = doubtful.filter(({ right }) => !right).length;
console.log(`the most doubtful fifth holds ${caught} of ${wrong} wrong ones (${Math.round((100 * caught) / wrong)} %)`);
