import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { type Assertion, assertionsOf } from '../../src/claims/assertion.ts';
import { overlapOf } from '../../src/claims/compare-terms.ts';
import { relate } from '../../src/claims/relate.ts';
import { stemOf } from '../../src/claims/stem.ts';
import { usualWeights } from '../../src/claims/weights.ts';
import { readDocument } from '../../src/read.ts';
import { plainDocument } from '../../training/plain.ts';
import { f1, fitted } from './regression.ts';

const STANCES = ['agree', 'disagree', 'discuss', 'unrelated'] as const;
interface Pair {
  readonly headline: string;
  readonly body_id: number;
  readonly stance: (typeof STANCES)[number];
}
/** More to fit on than to print: pairs that disagree are rare. Each is thinned evenly, to keep a run under a minute. */
const MOST_PAIRS = [6000, 2000];

/** Does a body agree with a headline? Halves by body. */
export async function fnc(data: string, errors: boolean): Promise<void> {
  const rows = <T>(name: string) =>
    gunzipSync(readFileSync(join(data, 'fnc1', `${name}.jsonl.gz`)))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  const bodies = new Map(rows<{ body_id: number; text: string }>('bodies').map(({ body_id, text }) => [body_id, text]));
  const pairs = rows<Pair>('stances');
  const halves = MOST_PAIRS.map((most, side) => {
    const own = pairs.filter(({ body_id }) => body_id % 2 === side);
    return own.filter((_, i) => Math.floor((i * most) / own.length) !== Math.floor(((i - 1) * most) / own.length));
  });
  const told = textsRead();
  const features: number[][][] = [];
  for (const half of halves) {
    const all: number[][] = [];
    for (const { headline, body_id } of half) all.push(await featuresOf(told, headline, bodies.get(body_id)!));
    features.push(all);
  }
  const label = ({ stance }: Pair) => STANCES.indexOf(stance);
  const related = halves[0]!.map((pair, i) => ({ pair, row: features[0]![i]! }));
  const gate = fitted(
    related.map(({ row }) => row.slice(0, GATE)),
    related.map(({ pair }) => Number(pair.stance !== 'unrelated')),
    2,
  );
  const kept = related.filter(({ pair }) => pair.stance !== 'unrelated');
  const stance = fitted(
    kept.map(({ row }) => row),
    kept.map(({ pair }) => label(pair)),
    3,
    COSTS,
  );
  const given = features.map((all) =>
    all.map((row) => {
      if (gate.scores(row.slice(0, GATE))[1]! < 0.5) return 'unrelated';
      const scores = stance.scores(row);
      return STANCES[scores.indexOf(Math.max(...scores))]!;
    }),
  );
  console.log('FNC-1 (halves by body, fitted on the first)      first half   held half   winner   Athene');
  const line = (name: string, of: (i: number) => number, digits: number, peers: string) =>
    console.log(
      `  ${name.padEnd(46)} ${of(0).toFixed(digits).padEnd(12)} ${of(1).toFixed(digits).padEnd(11)} ${peers}`,
    );
  line('weighted score', (i) => weighted(halves[i]!, given[i]!), 2, '82.02    81.97');
  line(
    'macro F1',
    (i) => STANCES.reduce((sum, each) => sum + f1Of(halves[i]!, given[i]!, each), 0) / 4,
    3,
    '         .600',
  );
  for (const each of STANCES)
    line(`F1(${each})`, (i) => f1Of(halves[i]!, given[i]!, each), 3, each === 'disagree' ? '.035     .151' : '');
  console.log('  (the peers on the competition test part, which is not given)');
  if (!errors) return;
  halves[0]!.forEach((pair, i) => {
    if (pair.stance === 'disagree' && given[0]![i] !== 'disagree')
      console.log(
        `  ${given[0]![i]}, not disagree: ${pair.headline} | ${bodies.get(pair.body_id)!.slice(0, 300).replace(/\s+/g, ' ')}`,
      );
  });
}

/** What is wrongly called agreeing where it disagrees costs more: such pairs are rare. */
const COSTS = [1.6, 2.2, 1];

const f1Of = (pairs: readonly Pair[], given: readonly string[], stance: string): number =>
  f1(
    given.map((each) => each === stance),
    pairs.map((pair) => pair.stance === stance),
  );

function weighted(pairs: readonly Pair[], given: readonly string[]): number {
  let [score, best] = [0, 0];
  pairs.forEach(({ stance }, i) => {
    best += stance === 'unrelated' ? 0.25 : 1;
    if ((stance === 'unrelated') === (given[i] === 'unrelated')) score += 0.25;
    if (stance !== 'unrelated' && stance === given[i]) score += 0.75;
  });
  return (100 * score) / best;
}

interface Told {
  readonly assertions: readonly Assertion[];
  readonly stems: ReadonlySet<string>;
  readonly opening: ReadonlySet<string>;
  readonly sentences: readonly string[];
}

function textsRead(): (text: string, kind: 'headline' | 'paragraph') => Promise<Told> {
  const model = fastModel();
  const known = new Map<string, Told>();
  return async (text, kind) => {
    const key = `${kind} ${text}`;
    const before = known.get(key);
    if (before) return before;
    const plain = plainDocument(`${known.size}`, text);
    const document = { ...plain, blocks: plain.blocks.map((block) => ({ ...block, kind })) };
    const sentences = text.split(/(?<=[.!?]["”’]?)\s+/);
    const told: Told = {
      assertions: assertionsOf(await readDocument(document, model)),
      stems: stemsOf(text),
      opening: stemsOf(sentences.slice(0, 4).join(' ')),
      sentences,
    };
    known.set(key, told);
    return told;
  };
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replace(/[’']s?\b/g, '')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).map(stemOf),
  );

const REFUTES =
  /\b(?:hoax|fake|false|untrue|not true|debunk\w*|den(?:y|ies|ied|ial)|bogus|fabricat\w*|photoshop\w*|satir\w*|prank|didn.t|did not|isn.t|is not|wasn.t|was not|no evidence|refut\w*|dismiss\w*|hasn.t|have not|reject\w*|incorrect|mistake\w*|wrong\w*|unfounded|no truth|misidentif\w*|conspiracy|myth)\b/gi;
const HEDGES =
  /\b(?:report(?:s|ed|edly)?|alleg\w*|claim(?:s|ed)?|rumou?r\w*|apparently|unconfirmed|according|says?|said|sources?|may|might|could|possibl\w*|purported\w*|suspect\w*|believe\w*|likely)\b/gi;
const UNSURE =
  /\b(?:unconfirmed|unverified|not (?:been )?(?:independently )?(?:confirmed|verified)|cannot be (?:confirmed|verified)|could not be|yet to|investigat\w*|rumou?r\w*|unclear|skeptic\w*|sceptic\w*|doubt\w*)\b/gi;

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;
/** The first features tell whether both speak of one thing at all. */
const GATE = 6;

async function featuresOf(read: ReturnType<typeof textsRead>, headline: string, body: string): Promise<number[]> {
  const [head, text] = [await read(headline, 'headline'), await read(body, 'paragraph')];
  const best = { dice: 0, whole: 0, weight: 0, agreed: 0, denied: 0, against: 0, voice: 0, distance: 0 };
  for (const one of head.assertions) {
    for (const two of text.assertions) {
      const { dice, ofA, matches } = overlapOf(one, two, usualWeights);
      if (dice > best.dice) {
        best.voice = Number(two.kind === 'voice');
        best.distance = Number(two.distance.length > 0 || two.certainty !== 'certain');
      }
      best.dice = Math.max(best.dice, dice);
      best.whole = Math.max(best.whole, ofA);
      best.weight = Math.max(
        best.weight,
        matches.reduce((sum, match) => sum + match.weight, 0),
      );
      if (one.stance * two.stance < 0) best.against = Math.max(best.against, ofA);
      const relation = relate(one, two)?.relation;
      if (relation && /denies|contradicts/.test(relation)) best.denied++;
      else if (relation && !/differs/.test(relation)) best.agreed++;
    }
  }
  const near = nearSentences(head.stems, text.sentences).join(' ');
  const [inHead, inNear] = [Math.min(1, count(headline, REFUTES)), count(near, REFUTES)];
  const all = Math.log1p(count(body, REFUTES));
  return [
    covered(head.stems, text.stems),
    covered(head.stems, text.opening),
    coveredPairs(headline, body),
    best.weight,
    best.whole,
    best.dice,
    Math.log1p(best.agreed),
    Math.log1p(best.denied),
    best.against,
    best.voice,
    best.distance,
    inHead,
    Math.log1p(inNear),
    all,
    inHead * all,
    inHead * Math.log1p(inNear),
    count(headline, HEDGES),
    Number(headline.includes('?')),
    Math.log1p(count(near, HEDGES)),
    Math.log1p(count(near, UNSURE)),
    Math.log1p(count(body, UNSURE)),
    Math.log1p(count(body, HEDGES)),
    Math.log1p(body.length / 500),
    Number(/^["'‘“]|["'’”]$/.test(headline)),
    count(text.sentences.slice(0, 3).join(' '), HEDGES),
    count(text.sentences.slice(0, 3).join(' '), REFUTES),
    text.assertions.filter(({ stance }) => stance < 0).length / Math.max(1, text.assertions.length),
    text.assertions.filter(({ kind }) => kind === 'voice').length / Math.max(1, text.assertions.length),
  ];
}

/** Share of what the headline's words weigh that the text has. */
function covered(head: ReadonlySet<string>, text: ReadonlySet<string>): number {
  let [found, all] = [0, 0];
  for (const stem of head) {
    const weight = usualWeights(stem);
    all += weight;
    if (text.has(stem)) found += weight;
  }
  return found / Math.max(1e-9, all);
}

/** Names of the headline that the body has. */
function coveredPairs(headline: string, body: string): number {
  const names = headline
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) || /\d/.test(word))
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  return names.filter((name) => name && body.includes(name)).length / Math.max(1, names.length);
}

/** The sentences that share most with the headline, each with the one after it. */
function nearSentences(head: ReadonlySet<string>, sentences: readonly string[]): string[] {
  const ranked = sentences
    .map((sentence, i) => ({ i, share: covered(head, stemsOf(sentence)) }))
    .sort((a, b) => b.share - a.share || a.i - b.i)
    .slice(0, 3);
  return [...new Set(ranked.flatMap(({ i }) => [i, i + 1]))].flatMap((i) => sentences[i] ?? []);
}
