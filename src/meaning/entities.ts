import { hash } from 'node:crypto';
import type { Attribution, Hop } from '../attributions/attribution.ts';
import { isNamed } from '../attributions/source-kind.ts';
import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import type { Entity } from './meaning.ts';

export interface Named {
  readonly entities: readonly Entity[];
  readonly attributions: readonly Attribution[];
}

/**
 * The sources that the document calls by name, each name once, and the attributions with their links tied to them.
 * "Kim" is not yet taken for "Kim Jong Un", nor "she" for anybody: two candidates left means no answer.
 */
export function entities(document: Document, attributions: readonly Attribution[]): Named {
  const found = new Map<string, Entity & { mentions: Span[] }>();
  const tie = (hop: Hop): Hop => {
    if (!hop.span || !isNamed(hop.name)) return hop;
    const name = hop.name.replace(/^(?:the|The)\s+/, '');
    const known = found.get(name) ?? { id: idOf(document, name), name, kind: hop.kind, mentions: [], wikidata: null };
    known.mentions.push(hop.span);
    found.set(name, known);
    return { ...hop, source: known.id };
  };
  const tied = attributions.map((a) => ({ ...a, chain: a.chain.map(tie) }));
  const all = [...found.values()].map((entity) => ({ ...entity, mentions: distinct(entity.mentions) }));
  return { entities: all, attributions: tied };
}

const idOf = (document: Document, name: string): string =>
  hash('sha256', JSON.stringify([document.id, 'entity', name])).slice(0, 12);

function distinct(mentions: readonly Span[]): Span[] {
  const sorted = [...mentions].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return sorted.filter(([start, end], i) => start !== sorted[i - 1]?.[0] || end !== sorted[i - 1]?.[1]);
}
