import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import type { Assertion } from '../../src/claims/assertion.ts';
import { memoryIndex } from '../../src/claims/claim-index.ts';
import { claims } from '../../src/claims/claims.ts';
import { readDocument } from '../../src/read.ts';
import { plainDocument } from '../../training/plain.ts';

interface Told {
  readonly doc_id: string;
  readonly topic: string;
  readonly split: string;
  readonly text: string;
}
interface Mention {
  readonly doc_id: string;
  readonly start: number;
  readonly end: number;
  readonly cluster: string;
}

/** Are statements whose verbs tell one event tied to each other? Pairs across documents of the dev topics, halves by topic. */
export async function ecbplus(data: string, errors: boolean): Promise<void> {
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
  for (const { topic, side } of topics.map((topic, i) => ({ topic, side: i % 2 }))) {
    const index = memoryIndex();
    const texts = new Map<string, string>();
    for (const { doc_id, text } of documents.filter((each) => each.topic === topic)) {
      texts.set(doc_id, text);
      index.add(await readDocument(plainDocument(doc_id, text), model));
    }
    const event = new Map<string, string>();
    for (const assertion of index.assertions()) {
      const head = assertion.terms.find(({ role }) => role === 'head')?.span;
      const mention =
        head && mentions.get(assertion.document)?.find(({ start, end }) => start < head[1] && head[0] < end);
      if (mention) event.set(assertion.id, mention.cluster);
    }
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
    for (const { members } of claims(index.assertions(), index.relations())) {
      const marked = members.filter((id) => event.has(id));
      for (let i = 0; i < marked.length; i++)
        for (let j = 0; j < i; j++) {
          if (!across(marked[i]!, marked[j]!)) continue;
          own.joined++;
          if (event.get(marked[i]!) === event.get(marked[j]!)) own.joinedRight++;
        }
    }
  }
  console.log('ECB+ (dev topics, halves by topic), statements by the event of their verb   P      R      F1');
  total.forEach(({ right, given, gold, joined, joinedRight }, side) => {
    const line = (name: string, good: number, all: number) =>
      console.log(
        `  ${`${side === 0 ? 'first half' : 'held half'}: ${name} (${gold} pairs of gold)`.padEnd(73)} ${[good / all, good / gold, (2 * good) / (all + gold)].map((n) => n.toFixed(3)).join('  ')}`,
      );
    line('related', right, given);
    line('in one claim', joinedRight, joined);
  });
}

/** Pairs across documents in one cluster. */
function goldPairs(marked: readonly { readonly each: Assertion; readonly cluster: string }[]): number {
  let pairs = 0;
  for (const [, same] of Map.groupBy(marked, ({ cluster }) => cluster))
    for (let i = 0; i < same.length; i++)
      for (let j = 0; j < i; j++) if (same[i]!.each.document !== same[j]!.each.document) pairs++;
  return pairs;
}
