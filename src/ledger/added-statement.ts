import type { Attribution, Hop } from '../attributions/attribution.ts';
import { OPEN } from '../attributions/implications.ts';
import { ownHop } from '../attributions/own-hop.ts';
import { sourceKind } from '../attributions/source-kind.ts';
import type { Entity } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import { containsAny, type Span } from '../text/span.ts';
import { entityCalled } from './as-decided.ts';
import type { Addition } from './decision.ts';

/** What people know of a statement that one of them read. */
const SURE = 1;

/**
 * An added statement among those of a reading; null where its words do not stand in their places any more.
 *
 * @param stands is a statement of the reading not rejected by people?
 */
export function addedStatement(
  reading: Reading,
  id: string,
  addition: Addition,
  stands: (id: string) => boolean,
): Attribution | null {
  const { document, attributions } = reading;
  const { content, cue, source, manner, polarity, certainty } = addition;
  const fits = [...content, ...cue, ...source].every((span, i) => document.text.slice(...span) === addition.words[i]);
  if (!fits) return null;
  const outer = innermost(
    attributions.filter((one) => one.kind === 'attribution' && stands(one.id)),
    content,
  );
  const speaker = speakerOf(reading, addition);
  const above = outer ? outer.chain.filter(({ name }) => name !== speaker.name) : [ownHop(document)];
  return {
    ...{ id, kind: 'attribution', manner, content, cue, source, chain: [speaker, ...above], polarity, certainty },
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

/** Of the statements that all of it stands in, the one that holds the fewest words. */
function innermost(attributions: readonly Attribution[], content: readonly Span[]): Attribution | null {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);
  const around = attributions.filter((one) => content.every((span) => containsAny(one.content, span)));
  return around.toSorted((a, b) => size(a.content) - size(b.content))[0] ?? null;
}
