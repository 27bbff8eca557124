import type { Attribution, Hop } from '../attributions/attribution.ts';
import { OPEN } from '../attributions/implications.ts';
import { innermost } from '../attributions/innermost.ts';
import { ownHop } from '../attributions/own-hop.ts';
import { sourceKind } from '../attributions/source-kind.ts';
import type { Entity } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { Span } from '../text/span.ts';
import { entityCalled } from './as-decided.ts';
import type { Addition } from './decision.ts';

/** What people know of a statement that one of them read. */
const SURE = 1;

/**
 * An added statement among those of a reading; null where its words do not stand in their places any more.
 *
 * @param others the statements of the reading, as people decided
 */
export function addedStatement(
  reading: Reading,
  id: string,
  addition: Addition,
  others: readonly Attribution[],
): Attribution | null {
  const { document, entities } = reading;
  const { content, cue, source, manner, polarity, certainty } = addition;
  const fits = [...content, ...cue, ...source].every((span, i) => document.text.slice(...span) === addition.words[i]);
  if (!fits) return null;
  const outer = innermost(
    others.filter(({ kind }) => kind === 'attribution'),
    content,
  );
  const speaker = speakerOf(reading, addition);
  // whom people named otherwise may be nobody whom the reading knows
  const known = (source: string | null) => (entities.some((entity) => entity.id === source) ? source : null);
  const passing = (outer?.chain.slice(0, -1) ?? [])
    .filter(({ name }) => name !== speaker.name)
    .map((hop) => ({ ...hop, source: known(hop.source) }));
  const chain = [speaker, ...passing, ownHop(document)];
  return {
    ...{ id, kind: 'attribution', manner, content, cue, source, chain, polarity, certainty },
    ...{ hedges: [], author: { ...OPEN, distance: [] }, said: null, within: outer?.id ?? null, confidence: SURE },
  };
}

function speakerOf(reading: Reading, { name, source }: Addition): Hop {
  const [span = null] = source;
  const at = span && entityAt(reading, span);
  const entity = at?.name === name ? at : (entityCalled(reading, name) ?? null);
  return { name, kind: entity?.kind ?? sourceKind(name), span, source: entity?.id ?? null, basis: null };
}

/** Who is meant by these words; null where the reading has nobody there. */
export const entityAt = ({ entities }: Pick<Reading, 'entities'>, [start, end]: Span): Entity | null =>
  entities.find(({ mentions }) => mentions.some((mention) => mention[0] === start && mention[1] === end)) ?? null;
