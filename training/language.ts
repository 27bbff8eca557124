/**
 * Makes models/language-en: the tagger and the dependency parser.
 *
 *     node training/language.ts [--shared ../shared] [--epochs 8]
 *
 * Teacher: Stanford CoreNLP's automatic tags and basic dependencies on the PolNeAR train part (710,883 tokens), and the
 * Penn tags of the English Web Treebank's train part. The parser learns on both, the
 * treebank's trees in the teacher's style, on tags that a tagger gave which had not seen the sentence (four folds). Scores: the PolNeAR dev part against the same teacher, the treebank's dev part for tags.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { depend, LABELS } from '../src/language/depend.ts';
import { labelFeatures, leftmostChildren } from '../src/language/label-features.ts';
import { type Lexeme, lexemeOf } from '../src/language/lexeme.ts';
import { lineOf } from '../src/language/line.ts';
import type { LanguageModel } from '../src/language/model.ts';
import { moveFeatures } from '../src/language/move-features.ts';
import { TAGS, tag, tagFeatures } from '../src/language/tag.ts';
import * as T from '../src/language/transitions.ts';
import { best, moveWeights, sparseWeights, type Weights } from '../src/language/weights.ts';
import { columns, type Dense, writeModel } from './pack.ts';
import { averaged, learn, perceptron, score } from './perceptron.ts';
import { shuffled } from './shuffled.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    epochs: { type: 'string', default: '8' },
    out: { type: 'string', default: 'models/language-en' },
  },
});

const TAG_ROWS = 1 << 18;
const MOVE_ROWS = 1 << 21;
const LABEL_ROWS = 1 << 17;

interface Sentence {
  readonly lexemes: readonly Lexeme[];
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
  /** the tags that the parser sees */
  given: Uint8Array;
}

/** As they are kept, then as they are used. */
function sparse(dense: Dense): Weights {
  const { counts, classes, values } = columns(dense);
  return sparseWeights(dense, counts, classes, values);
}

/** Rows of CoNLL-U; surface words, as `text` has them, where the teacher rewrote them (-LRB-, ``). */
function conllu(path: string, text?: (doc: string) => string): Sentence[] {
  const sentences: Sentence[] = [];
  let rows: string[][] = [];
  let source = '';
  let codepoints: string[] = [];
  const flush = () => {
    const own = text || rows.length === 0 ? rows : asVersion1(rows);
    if (own?.length) sentences.push(sentence(own, codepoints));
    rows = [];
  };
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ') && text) {
      source = text(line.slice(14));
      codepoints = [...source];
    } else if (!line) flush();
    else if (/^\d+\t/.test(line)) rows.push(line.split('\t'));
  }
  flush();
  return sentences;
}

/** Tags of the treebank that the Penn Treebank of the teacher has not. */
const TAG_OF: Readonly<Record<string, string>> = {
  HYPH: ':',
  NFP: ':',
  ADD: 'NN',
  AFX: 'JJ',
  GW: 'NN',
  XX: 'FW',
  '-LSB-': '-LRB-',
  '-RSB-': '-RRB-',
};

/** Labels of Universal Dependencies 2 by their names in version 1. */
// biome-ignore format: a table
const LABEL_OF: Readonly<Record<string, string>> = {
  obj: 'dobj', obl: 'nmod', 'obl:agent': 'nmod', 'obl:unmarked': 'nmod:tmod', 'nmod:unmarked': 'nmod:npmod', 'nmod:desc': 'compound', 'aux:pass': 'auxpass',
  'nsubj:pass': 'nsubjpass', 'csubj:pass': 'csubjpass', 'nsubj:outer': 'nsubj', 'csubj:outer': 'csubj', fixed: 'mwe', 'advcl:relcl': 'acl:relcl',
};

/**
 * The treebank's trees as the teacher draws them: old labels, "and" under the first conjunct. Sentences with names
 * headed by their first word ("flat") are left out.
 */
function asVersion1(rows: string[][]): string[][] | null {
  if (rows.some((row) => /^(?:flat|_)/.test(row[7]!))) return null;
  return rows.map((row) => {
    const [head, label] = [row[6]!, row[7]!];
    const above = rows[Number(head) - 1];
    const not = label === 'advmod' && /^(?:not|n['’]t|never)$/i.test(row[1]!);
    const moved = label === 'cc' && above?.[7] === 'conj' ? above[6]! : head;
    return [...row.slice(0, 6), moved, not ? 'neg' : (LABEL_OF[label] ?? label), ...row.slice(8)];
  });
}

const indexIn = (list: readonly string[], name: string, other: string): number => {
  const at = list.indexOf(name);
  return at >= 0 ? at : list.indexOf(other);
};

function sentence(rows: string[][], codepoints: string[]): Sentence {
  const words = rows.map((row) => {
    const at = /start=(\d+)\|end=(\d+)/.exec(row[9] ?? '');
    return at ? codepoints.slice(+at[1]!, +at[2]!).join('') : row[1]!;
  });
  const tags = Uint8Array.from(rows, (row) => indexIn(TAGS, TAG_OF[row[4]!] ?? row[4]!, 'NN'));
  const heads = Int32Array.from(rows, (row) => (row[6] === '0' ? rows.length : Number(row[6]) - 1));
  const labels = Uint8Array.from(rows, (row) => indexIn(LABELS, row[7]!, 'dep'));
  return { lexemes: words.map(lexemeOf), tags, heads, labels, given: tags };
}

function trainTagger(sentences: readonly Sentence[], epochs: number): Dense {
  const p = perceptron(TAGS.length, TAG_ROWS);
  const features = new Int32Array(64);
  const scores = new Float64Array(64);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { lexemes, tags } of shuffled(sentences, epoch + 1)) {
      const guessed = new Uint8Array(tags.length);
      for (let i = 0; i < tags.length; i++) {
        const count = tagFeatures(lexemes, guessed, i, features);
        score(p, features, count, scores);
        guessed[i] = best(scores, TAGS.length);
        learn(p, features, count, tags[i]!, guessed[i]!);
      }
    }
  }
  return averaged(p);
}

/** What taking `move` now makes unreachable of the gold tree (Goldberg and Nivre 2013). */
function cost(state: T.State, gold: Int32Array, move: number): number {
  const { stack, depth, next, n } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  let lost = 0;
  if (move === T.SHIFT) {
    for (let k = 0; k < depth; k++) {
      const w = stack[k]!;
      if (gold[w] === next) lost++;
      if (k < depth - 1 && gold[next] === w) lost++;
    }
    return lost;
  }
  const from = move === T.LEFT ? next + 1 : next;
  for (let w = next; w < n; w++) if (gold[w] === s0) lost++;
  const head = gold[s0]!;
  if (head >= from && head <= n) lost++;
  if (move === T.LEFT && head === s1) lost++;
  return lost;
}

function trainMoves(sentences: readonly Sentence[], epochs: number): Dense {
  const p = perceptron(T.MOVES, MOVE_ROWS);
  const features = new Int32Array(64);
  const scores = new Float64Array(64);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let right = 0;
    let all = 0;
    for (const { lexemes, given, heads } of shuffled(sentences, epoch + 1)) {
      const line = lineOf(lexemes, given);
      const state = T.start(heads.length);
      while (!T.done(state)) {
        const count = moveFeatures(state, line, features);
        score(p, features, count, scores);
        const guess = T.bestAllowed(state, scores);
        const gold = cheapest(state, heads, scores);
        learn(p, features, count, cost(state, heads, guess) === cost(state, heads, gold) ? guess : gold, guess);
        all++;
        if (guess === gold) right++;
        T.apply(state, epoch > 0 ? guess : gold); // from the second epoch on, learn to go on after a mistake
      }
    }
    console.log(`  moves, epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % as the teacher`);
  }
  return averaged(p);
}

function cheapest(state: T.State, gold: Int32Array, scores: Float64Array): number {
  let top = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let move = 0; move < T.MOVES; move++) {
    if (!T.allowed(state, move)) continue;
    const c = cost(state, gold, move);
    if (c < least || (c === least && scores[move]! > scores[top]!)) {
      top = move;
      least = c;
    }
  }
  return top;
}

function trainLabels(sentences: readonly Sentence[], epochs: number): Dense {
  const p = perceptron(LABELS.length, LABEL_ROWS);
  const features = new Int32Array(64);
  const scores = new Float64Array(64);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { lexemes, given, heads, labels } of shuffled(sentences, epoch + 1)) {
      const line = lineOf(lexemes, given);
      const leftmost = leftmostChildren(heads, heads.length);
      for (let i = 0; i < heads.length; i++) {
        const count = labelFeatures(heads, leftmost, line, i, features);
        score(p, features, count, scores);
        learn(p, features, count, labels[i]!, best(scores, LABELS.length));
      }
    }
  }
  return averaged(p);
}

const share = (n: number, of: number): number => Math.round((1e4 * n) / of) / 100;

function tagScore(weights: Weights, sentences: readonly Sentence[]): number {
  let right = 0;
  let all = 0;
  for (const { lexemes, tags } of sentences) {
    const guessed = tag(weights, lexemes);
    for (let i = 0; i < tags.length; i++) if (guessed[i] === tags[i]) right++;
    all += tags.length;
  }
  return share(right, all);
}

/** Unlabelled and labelled attachment, punctuation left out. */
function parseScore({ tagger, moves, labels }: LanguageModel, sentences: readonly Sentence[]) {
  let heads = 0;
  let both = 0;
  let all = 0;
  for (const s of sentences) {
    const tree = depend(moves, labels, s.lexemes, tag(tagger, s.lexemes));
    for (let i = 0; i < s.heads.length; i++) {
      if (s.labels[i] === 0) continue;
      all++;
      if (tree.heads[i] !== s.heads[i]) continue;
      heads++;
      if (tree.labels[i] === s.labels[i]) both++;
    }
  }
  return { uas: share(heads, all), las: share(both, all) };
}

const epochs = Number(opt.epochs);
const data = join(opt.shared, 'data');
const news = (part: string) =>
  conllu(join(data, 'polnear', part, 'corenlp.conllu.gz'), (name) =>
    readFileSync(join(data, 'polnear', part, 'text', `${name}.txt`), 'utf8'),
  );
const web = (part: string) => conllu(join(data, 'ud-english', `en_ewt-ud-${part}.conllu.gz`));

console.log('reading');
const train = news('train');
const dev = news('dev');
const webTrain = web('train');
console.log(`${train.length} sentences of news, ${webTrain.length} of the web treebank`);

const FOLDS = 4;
for (let fold = 0; fold < FOLDS; fold++) {
  const rest = train.filter((_, i) => i % FOLDS !== fold);
  const tagger = sparse(trainTagger(rest, 2));
  train.forEach((s, i) => {
    if (i % FOLDS === fold) s.given = tag(tagger, s.lexemes);
  });
}
console.log('folds tagged');
const tagger = trainTagger([...train, ...webTrain], epochs);
const given = sparse(tagger);
const tags = tagScore(given, dev);
const webTags = tagScore(given, web('dev'));
console.log(`tags: news ${tags} %, web ${webTags} %`);
const both = [...train, ...webTrain];
for (const s of webTrain) s.given = tag(given, s.lexemes);
const moves = trainMoves(both, epochs);
const labels = trainLabels(both, Math.min(epochs, 4));
const model = { tagger: given, moves: moveWeights(moves.rows, moves.bytes), labels: sparse(labels) };
const arcs = parseScore(model, dev);
console.log(`arcs: UAS ${arcs.uas} %, LAS ${arcs.las} %`);

const scores = { tagsNews: tags, tagsWeb: webTags, ...arcs };
const { bytes } = writeModel(opt.out, { tagger, moves, labels }, { name: 'language-en', version: 1, scores });
console.log(`${bytes} bytes`);
