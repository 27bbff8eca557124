/**
 * Reads all articles of a PolNeAR part once, in one process, and tells how long it took from the start of the process,
 * loading the models and all, how much memory it took, and a hash of everything that was read.
 *
 *     node bench/speed.ts [--shared ../shared] [--part dev] [--model accurate|fast] [--threads 2] [--attributions]
 *
 * With --attributions who is meant, figures, times, places, events and unknowns are left out, to compare.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attribute } from '../src/attributions/attribute.ts';
import { modelNamed } from '../src/attributions/attribution-model.ts';
import { parse } from '../src/language/parse.ts';
import { readDocument } from '../src/read.ts';
import { plainDocument } from '../training/plain.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    part: { type: 'string', default: 'dev' },
    model: { type: 'string', default: 'accurate' },
    threads: { type: 'string', default: '2' },
    attributions: { type: 'boolean', default: false },
  },
});

const model = modelNamed(opt.model === 'fast' ? 'fast' : 'accurate', Number(opt.threads));
const folder = join(opt.shared, 'data', 'polnear', opt.part, 'text');
const hash = createHash('sha256');
let articles = 0;
let words = 0;
let reading = 0;
for (const file of readdirSync(folder).sort()) {
  const document = plainDocument(file, readFileSync(join(folder, file), 'utf8'));
  const began = performance.now();
  const read = opt.attributions
    ? await attribute(document, parse(document), model)
    : await readDocument(document, model);
  reading += performance.now() - began;
  hash.update(JSON.stringify(read));
  articles++;
  words += document.text.split(/\s+/).length;
}
const seconds = performance.now() / 1000; // counted from the start of the process
console.log(
  `${opt.model}, ${opt.threads} threads: ${articles} articles, ${words} words in ${seconds.toFixed(2)} s, ` +
    `${(articles / seconds).toFixed(1)} articles/s, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);
console.log(`reading alone, without loading and hashing: ${((1000 * articles) / reading).toFixed(1)} articles/s`);
console.log(`sha256 ${hash.digest('hex').slice(0, 16)}`);
