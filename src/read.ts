import { attribute } from './attributions/attribute.ts';
import type { Attribution } from './attributions/attribution.ts';
import type { AttributionModel } from './attributions/attribution-model.ts';
import type { Capture } from './capture/capture.ts';
import { type Parse, parse } from './language/parse.ts';
import { events } from './meaning/events.ts';
import { figures } from './meaning/figures.ts';
import { givenBy } from './meaning/given-by.ts';
import {
  type Entity,
  type Event,
  type Figure,
  type Meaning,
  NOTHING,
  type Place,
  type Time,
  type Unknown,
} from './meaning/meaning.ts';
import { places } from './meaning/places.ts';
import { saidWhen } from './meaning/said-when.ts';
import { times } from './meaning/times.ts';
import { unknowns } from './meaning/unknowns.ts';
import { entities } from './sources/entities.ts';
import { tieDeeds } from './sources/tie-deeds.ts';
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
  const told = await attribute(document, parsed, model);
  const meant = meaning(document, parsed);
  const named = entities(document, parsed, withoutUnknowns(told, meant.unknowns), meant.deeds);
  const attributions = named.attributions.map((a) => ({ ...a, said: saidWhen(parsed, meant.times, a) }));
  return {
    document,
    attributions,
    entities: named.entities,
    figures: givenBy(attributions, meant.figures),
    times: meant.times,
    places: meant.places,
    events: tieDeeds(parsed, attributions, meant, named.partyAt),
    unknowns: meant.unknowns,
  };
}

/** What the words mean, whoever says them. Only English is read for it. */
function meaning(document: Document, parsed: Parse): Meaning {
  if (document.language !== null && document.language !== 'en') return NOTHING;
  const unknown = unknowns(parsed);
  const silences = unknown.filter(isSilence);
  return {
    figures: figures(parsed),
    times: times(document, parsed),
    places: places(document, parsed),
    deeds: events(parsed).filter(({ span }) => !silences.some((silence) => contains(silence.span, span))),
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

/** Who declines to comment says nothing, and rejects nothing. */
const isSilence = ({ kind }: Unknown): boolean => kind === 'no comment' || kind === 'no response';

function toldBy(found: readonly Unknown[]): (attribution: Attribution) => boolean {
  const ends = new Map(found.map(({ span }) => [span[0], span[1]]));
  const silences = found.filter(isSilence);
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
