import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Cluster } from '../src/sources/cluster.ts';
import type { Span } from '../src/text/span.ts';
import { codeUnits } from './polnear.ts';

/** A mention of CoreNLP's automatic coreference: its words and their head. */
export interface SilverMention {
  readonly span: Span;
  readonly head: Span;
}

/** The clusters of each article of one part of PolNeAR, by article. */
export function silverClusters(folder: string): Map<string, readonly (readonly SilverMention[])[]> {
  const tokens = readTokens(gunzipSync(readFileSync(join(folder, 'corenlp.conllu.gz'))).toString());
  const rows = gunzipSync(readFileSync(join(folder, 'corenlp.coref.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  return new Map(
    rows.map((line) => {
      const { id, clusters } = JSON.parse(line) as { id: string; clusters: [number, number, number, number][][] };
      const sentences = tokens.get(id) ?? [];
      const at = codeUnits(readFileSync(join(folder, 'text', `${id}.txt`), 'utf8'));
      const units = ([start, end]: Span): Span => [at[start]!, at[end]!];
      const mention = ([sentence, first, last, head]: [number, number, number, number]): SilverMention[] => {
        const words = sentences[sentence - 1];
        const [from, to, top] = [words?.[first - 1], words?.[last - 2], words?.[head - 1]];
        return from && to && top ? [{ span: units([from[0], to[1]]), head: units(top) }] : [];
      };
      return [id, clusters.map((cluster) => cluster.flatMap(mention))] as const;
    }),
  );
}

function readTokens(conllu: string): Map<string, Span[][]> {
  const found = new Map<string, Span[][]>();
  let sentences: Span[][] = [];
  for (const line of conllu.split('\n')) {
    const doc = /^# newdoc id = (.+)$/.exec(line);
    if (doc) {
      sentences = [];
      found.set(doc[1]!, sentences);
    }
    if (line.startsWith('# sent_id')) sentences.push([]);
    const place = /start=(\d+)\|end=(\d+)/.exec(line);
    if (place) sentences.at(-1)!.push([Number(place[1]), Number(place[2])]);
  }
  return found;
}

const holds = ([s, e]: Span, [t, f]: Span): boolean => s <= t && f <= e;

/** Do the silver clusters put a pronoun with a named mention of somebody? */
export function isSame(
  pronoun: Span,
  { mentions }: Pick<Cluster, 'mentions'>,
  clusters: readonly (readonly SilverMention[])[],
): boolean {
  const own = clusters.find((cluster) => cluster.some(({ span }) => span[0] === pronoun[0] && span[1] === pronoun[1]));
  return own?.some(({ head }) => mentions.some(({ span, form }) => form !== 'pronoun' && holds(span, head))) ?? false;
}
