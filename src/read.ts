import { attribute } from './attributions/attribute.ts';
import type { Attribution } from './attributions/attribution.ts';
import type { AttributionModel } from './attributions/attribution-model.ts';
import type { Capture } from './capture/capture.ts';
import { parse } from './language/parse.ts';
import { figures } from './meaning/figures.ts';
import { innermost } from './meaning/innermost.ts';
import type { Entity, Event, Figure, Place, Time, Unknown } from './meaning/meaning.ts';
import { places } from './meaning/places.ts';
import { saidWhen } from './meaning/said-when.ts';
import { times } from './meaning/times.ts';
import { unknowns } from './meaning/unknowns.ts';
import { entities } from './sources/entities.ts';
import type { Document } from './text/document.ts';
import { documentOf, type Given } from './text/document-of.ts';
import { contains } from './text/span.ts';

/** What a read finds in one document. */
export interface Reading {
  readonly document: Document;
  readonly attributions: readonly Attribution[];
  readonly entities: readonly Entity[];
  readonly figures: readonly Figure[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly events: readonly Event[];
  readonly unknowns: readonly Unknown[];
}

/** The main path: capture → document → parse → attributions → meaning. Same input, same version, same output. */
export async function read(capture: Capture, given: Given = {}, model?: AttributionModel): Promise<Reading> {
  return readDocument(await documentOf(capture, given), model);
}

export async function readDocument(document: Document, model?: AttributionModel): Promise<Reading> {
  const parsed = parse(document);
  const unknown = unknowns(parsed);
  const told = withoutUnknowns(await attribute(document, parsed, model), unknown);
  const when = times(document, parsed);
  const named = entities(document, parsed, told, []);
  const attributions = named.attributions.map((a) => ({ ...a, said: saidWhen(parsed, when, a) }));
  const counted = figures(parsed);
  const givers = innermost(
    attributions,
    counted.map(({ span }) => span),
  );
  return {
    document,
    attributions,
    entities: named.entities,
    figures: counted.map((figure, i) => ({ ...figure, attribution: givers[i]! })),
    times: when,
    places: places(document, parsed),
    events: [],
    unknowns: unknown,
  };
}

/**
 * "It remains unclear whether …" and "declined to comment" are told once, as unknowns: not again as statements of the
 * document, of nobody or of those who said nothing.
 */
function withoutUnknowns(attributions: readonly Attribution[], found: readonly Unknown[]): Attribution[] {
  const isTold = toldBy(found);
  const dropped = new Map(attributions.filter(isTold).map(({ id, within }) => [id, within]));
  const holderOf = (id: string | null): string | null =>
    id !== null && dropped.has(id) ? holderOf(dropped.get(id)!) : id;
  return attributions.filter(({ id }) => !dropped.has(id)).map((a) => ({ ...a, within: holderOf(a.within) }));
}

function toldBy(found: readonly Unknown[]): (attribution: Attribution) => boolean {
  const ends = new Map(found.map(({ span }) => [span[0], span[1]]));
  const silences = found.filter(({ kind }) => kind === 'no comment' || kind === 'no response');
  return (attribution) => {
    const { kind, content, cue, source } = attribution;
    const words = [...content, ...cue].sort((a, b) => a[0] - b[0]);
    const [first] = words;
    if (attribution.polarity === 'undecided' && silences.some(({ span }) => cue.some((piece) => contains(span, piece))))
      return true;
    if (!first || source.length > 0 || (kind === 'voice' && content.length > 1)) return false;
    const end = ends.get(first[0]) ?? 0;
    return kind === 'voice' ? end > first[0] : end >= Math.max(...words.map(([, to]) => to));
  };
}
