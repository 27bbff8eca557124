/**
 * What the gate before the encoder keeps back, and what that loses, on the PolNeAR dev part.
 *
 *     node bench/gate.ts [--shared ../shared] [--part dev]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { englishCues } from '../src/attributions/lexicon.ts';
import { couldAttribute } from '../src/attributions/model/gate.ts';
import { parse } from '../src/language/parse.ts';
import { overlaps } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';
import { polnear } from '../training/polnear.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    part: { type: 'string', default: 'dev' },
  },
});

const count = { sentences: 0, kept: 0, words: 0, keptWords: 0, cues: 0, keptCues: 0 };
for (const { name, text, gold } of polnear(join(opt.shared, 'data', 'polnear', opt.part))) {
  const parsed = parse(plainDocument(name, text));
  const keeps = couldAttribute(parsed, englishCues());
  for (const sentence of parsed.sentences) {
    const kept = keeps(sentence) ? 1 : 0;
    const words = sentence.run[1] - sentence.run[0];
    const cues = gold.filter(({ cue }) => cue.some((span) => overlaps(span, sentence.span))).length;
    count.sentences++;
    count.kept += kept;
    count.words += words;
    count.keptWords += kept * words;
    count.cues += cues;
    count.keptCues += kept * cues;
  }
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
console.log(`sentences kept back   ${count.sentences - count.kept} of ${count.sentences}`);
console.log(`words kept back       ${percent(count.words - count.keptWords, count.words)}`);
console.log(`cues let through      ${count.keptCues} of ${count.cues}, recall ${percent(count.keptCues, count.cues)}`);
