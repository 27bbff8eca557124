import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { type Assertion, assertionsOf } from '../../src/claims/assertion.ts';
import { memoryIndex } from '../../src/claims/claim-index.ts';
import { type Claim, claims } from '../../src/claims/claims.ts';
import { readDocument } from '../../src/read.ts';
import { plainDocument } from '../../training/plain.ts';
import { conll } from './conll.ts';

interface Told {
  readonly doc_id: string;
  readonly topic: string;
  /** each topic has two like events, told in two halves of it */
  readonly subtopic: string;
  readonly split: string;
  readonly text: string;
  readonly sentences: readonly (readonly [n: number, start: number, end: number])[];
  /** numbers of the sentences that were annotated: the score is of these alone */
  readonly annotated: readonly number[];
}
interface Mention {
  readonly doc_id: string;
  readonly start: number;
  readonly end: number;
  readonly cluster: string;
}

/** The reports are given without their days; whether those of two like events, years apart, run together hangs on them. */
const DAYS = { ecb: '2009-01-08', ecbplus: '2013-05-03' };

/**
 * Are statements whose verbs tell one event tied to each other? Pairs across documents of the dev topics, halves by topic.
 *
 * @param dated as if all reports of one event of a topic had come out on one day, and those of the other on another
 */
export async function ecbplus(data: string, errors: boolean, dated: boolean): Promise<void> {
  const rows = <T>(name: string) =>
    gunzipSync(readFileSync(join(data, 'ecbplus', name)))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  const documents = rows<Told>('documents.jsonl.gz').filter(({ split }) => split === 'dev');
  const mentions = Map.groupBy(rows<Mention>('mentions.jsonl.gz'), ({ doc_id }) => doc_id);
  const topics = [...new Set(documents.map(({ topic }) => topic))].sort((a, b) => Number(a) - Number(b));
  const model = fastModel();
  const total = [0, 1].map(() => ({ right: 0, given: 0, gold: 0, joined: 0, joinedRight: 0 }));
  const byId = new Map(documents.map((document) => [document.doc_id, document]));
  const isAnnotated = (id: string, at: number): boolean => {
    const { sentences, annotated } = byId.get(id)!;
    return sentences.some(([n, start, end]) => start <= at && at < end && annotated.includes(n));
  };
  const clusters = [0, 1].map(() => ({ found: [] as Set<string>[], gold: [] as Set<string>[] }));
  for (const { topic, side } of topics.map((topic, i) => ({ topic, side: i % 2 }))) {
    const index = memoryIndex();
    const texts = new Map<string, string>();
    for (const { doc_id, subtopic, text } of documents.filter((each) => each.topic === topic)) {
      texts.set(doc_id, text);
      const published = dated ? DAYS[subtopic.endsWith('plus') ? 'ecbplus' : 'ecb'] : null;
      // beside a day that is supposed, days that the text tells would be of another year
      for (const each of assertionsOf(await readDocument(plainDocument(doc_id, text), model)))
        index.addAssertion({ ...each, published, days: dated ? [] : each.days });
    }
    const event = new Map<string, string>();
    for (const assertion of index.assertions()) {
      const head = assertion.terms.find(({ role }) => role === 'head')?.span;
      const mention =
        head && mentions.get(assertion.document)?.find(({ start, end }) => start < head[1] && head[0] < end);
      if (mention) event.set(assertion.id, mention.cluster);
    }
    const groups = claims(index.assertions(), index.relations());
    clusters[side]!.found.push(...foundClusters(index.assertions(), groups, mentions, isAnnotated));
    clusters[side]!.gold.push(...goldClusters([...texts.keys()].flatMap((id) => mentions.get(id) ?? [])));
    const known = new Map(index.assertions().map((each) => [each.id, each]));
    const say = (id: string) =>
      texts
        .get(known.get(id)!.document)!
        .slice(...known.get(id)!.span)
        .replace(/\s+/g, ' ');
    const own = total[side]!;
    const across = (a: string, b: string) => known.get(a)!.document !== known.get(b)!.document;
    own.gold += goldPairs([...event].map(([id, cluster]) => ({ each: known.get(id)!, cluster })));
    for (const { a, b, relation, score } of index.relations()) {
      if (!event.has(a) || !event.has(b) || !across(a, b)) continue;
      own.given++;
      if (event.get(a) === event.get(b)) own.right++;
      else if (errors && side === 0)
        console.log(`  ${relation} ${score.toFixed(2)}: ${say(a).slice(0, 100)} | ${say(b).slice(0, 100)}`);
    }
    for (const { members } of groups) {
      const marked = members.filter((id) => event.has(id));
      for (let i = 0; i < marked.length; i++)
        for (let j = 0; j < i; j++) {
          if (!across(marked[i]!, marked[j]!)) continue;
          own.joined++;
          if (event.get(marked[i]!) === event.get(marked[j]!)) own.joinedRight++;
        }
    }
  }
  const name = dated ? 'ECB+ with days' : 'ECB+ (dev topics, halves by topic)';
  console.log(`${`${name}, statements by the event of their verb`.padEnd(76)}P      R      F1`);
  total.forEach(({ right, given, gold, joined, joinedRight }, side) => {
    const line = (name: string, good: number, all: number) =>
      console.log(
        `  ${`${side === 0 ? 'first half' : 'held half'}: ${name} (${gold} pairs of gold)`.padEnd(73)} ${[good / all, good / gold, (2 * good) / (all + gold)].map((n) => n.toFixed(3)).join('  ')}`,
      );
    line('related', right, given);
    line('in one claim', joinedRight, joined);
  });
  console.log(
    '  CoNLL score with mentions that were found: the head of what a statement says   MUC    B3     CEAFe  CoNLL F1',
  );
  clusters.forEach(({ found, gold }, side) => {
    const { muc, b3, ceafe, f1 } = conll(found, gold);
    const alone = conll(
      [...new Set(found.flatMap((one) => [...one]))].map((id) => new Set([id])),
      gold,
    ).f1;
    const told = [muc.f1, b3.f1, ceafe.f1, f1].map((n) => n.toFixed(3)).join('  ');
    const size = `${found.flatMap((one) => [...one]).length} found, ${gold.flatMap((one) => [...one]).length} of gold`;
    console.log(
      `  ${`${side === 0 ? 'first half' : 'held half'} (${size})`.padEnd(78)} ${told} (each alone ${alone.toFixed(3)})`,
    );
  });
}

/** A head that stands in a mention of gold is that mention; else it is one of its own. */
function foundClusters(
  assertions: readonly Assertion[],
  groups: readonly Claim[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
  isAnnotated: (document: string, at: number) => boolean,
): Set<string>[] {
  const mentionOf = new Map<string, string>();
  for (const { id, document, terms } of assertions) {
    const head = terms.find(({ role }) => role === 'head')?.span;
    const gold = head && mentions.get(document)?.find(({ start, end }) => start < head[1] && head[0] < end);
    if (head && isAnnotated(document, head[0]))
      mentionOf.set(id, gold ? `${document} ${gold.start}` : `${document} ${head[0]} found`);
  }
  const done = new Set<string>();
  const clusters = groups
    .toSorted((a, b) => b.members.length - a.members.length)
    .map(({ members }) => {
      const own = new Set(members.flatMap((id) => mentionOf.get(id) ?? []).filter((mention) => !done.has(mention)));
      for (const mention of own) done.add(mention);
      return own;
    });
  const alone = [...new Set(mentionOf.values())].filter((mention) => !done.has(mention));
  return [...clusters.filter(({ size }) => size > 0), ...alone.map((mention) => new Set([mention]))];
}

const goldClusters = (mentions: readonly Mention[]): Set<string>[] =>
  [...Map.groupBy(mentions, ({ cluster }) => cluster).values()].map(
    (same) => new Set(same.map(({ doc_id, start }) => `${doc_id} ${start}`)),
  );

/** Pairs across documents in one cluster. */
function goldPairs(marked: readonly { readonly each: Assertion; readonly cluster: string }[]): number {
  let pairs = 0;
  for (const [, same] of Map.groupBy(marked, ({ cluster }) => cluster))
    for (let i = 0; i < same.length; i++)
      for (let j = 0; j < i; j++) if (same[i]!.each.document !== same[j]!.each.document) pairs++;
  return pairs;
}
