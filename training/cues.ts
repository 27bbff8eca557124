/**
 * Counts how often each word, in each frame, is the cue of an attribution in the PolNeAR train part, and writes
 * lexicons/en/cues.tsv:
 *
 *     node training/cues.ts [--shared ../shared]
 *
 * Only cues outside marked content are counted: PolNeAR marks no attribution inside another.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type CueLexicon, readCues } from '../src/attributions/lexicon.ts';
import { propose } from '../src/attributions/propose.ts';
import { parse } from '../src/language/parse.ts';
import { insideContent, isGold } from './is-gold.ts';
import { plainDocument } from './plain.ts';
import { type Article, polnear } from './polnear.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    out: { type: 'string', default: 'lexicons/en/cues.tsv' },
  },
});
const train = join(opt.shared, 'data', 'polnear', 'train');

/** Verb lemmas seen twice or more, so that forms can be looked up before there is a list. */
function verbLemmas(): string[] {
  const seen = new Map<string, number>();
  for (const line of gunzipSync(readFileSync(join(train, 'corenlp.conllu.gz')))
    .toString('utf8')
    .split('\n')) {
    const [, , lemma, , tag] = line.split('\t');
    if (tag?.startsWith('VB') && /^[a-z]{2,}$/.test(lemma!)) seen.set(lemma!, (seen.get(lemma!) ?? 0) + 1);
  }
  return [...seen].filter(([, n]) => n > 1).map(([lemma]) => lemma);
}

/** Contents that share so much are the same, when words are counted. */
const SAME_CONTENT = 0.3;

const HEAD = '# class\tlemma\tframe\tattributed\tseen';
writeFileSync(opt.out, [HEAD, ...verbLemmas().map((lemma) => `verb\t${lemma}\t-\t0\t0`), ''].join('\n'));

type Counts = Map<string, [attributed: number, seen: number]>;

function count(counts: Counts, key: string, attributed: boolean): void {
  const row = counts.get(key) ?? [0, 0];
  counts.set(key, [row[0] + (attributed ? 1 : 0), row[1] + 1]);
}

function countAll(articles: readonly Article[], lexicon: CueLexicon): Counts {
  const counts: Counts = new Map();
  for (const { name, text, gold } of articles) {
    const parsed = parse(plainDocument(name, text));
    for (const candidate of propose(parsed, lexicon)) {
      const { start, end } = parsed.words[candidate.at]!;
      if (insideContent([start, end], gold)) continue;
      const attributed = isGold(candidate, [start, end], gold, SAME_CONTENT);
      count(counts, `${candidate.cueClass}\t${candidate.lemma}\t${candidate.frame}`, attributed);
    }
  }
  addRare(counts);
  return counts;
}

/** Words seen this often or less tell what to expect of one that was never seen. */
const RARE = 5;

/** `*`: the rare words of a class in a frame, together. Phrases and lone quotations have no rare words: all count. */
function addRare(counts: Counts): void {
  for (const [key, [attributed, seen]] of [...counts]) {
    const [cue, , frame] = key.split('\t');
    if (seen > RARE && !/^(?:phrase|adverb)$/.test(frame!)) continue;
    const row = counts.get(`${cue}\t*\t${frame}`) ?? [0, 0];
    counts.set(`${cue}\t*\t${frame}`, [row[0] + attributed, row[1] + seen]);
  }
}

function write(counts: Counts): void {
  const rows = [...counts]
    .filter(([key, [attributed, seen]]) => attributed > 0 || seen > 2 || key.includes('*'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, [attributed, seen]]) => `${key}\t${attributed}\t${seen}`);
  const note = readFileSync(new URL('cues-note.txt', import.meta.url), 'utf8').trimEnd();
  writeFileSync(opt.out, [note, HEAD, ...rows, ''].join('\n'));
  console.log(`${rows.length} rows`);
}

const articles = polnear(train);
const file = new URL(`file://${join(process.cwd(), opt.out)}`);
// Which verbs introduce quotations is not known at first: every verb may, then those that did.
write(countAll(articles, { ...readCues(file), rate: () => 1 }));
write(countAll(articles, readCues(file)));
