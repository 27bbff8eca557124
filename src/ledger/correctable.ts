import { type Attribution, BASES, CERTAINTIES, POLARITIES, SOURCE_KINDS } from '../attributions/attribution.ts';
import type { Reading } from '../read.ts';
import { contains, type Span, slice, words } from '../text/span.ts';

/** What a field can hold: one of these words, or what the name says. */
export type Holds =
  | readonly (string | null)[]
  | 'spans'
  | 'span'
  | 'span or none'
  | 'number'
  | 'number or none'
  | 'words'
  | 'words or none'
  | 'list of words'
  | 'yes or no';

const ofStatement: readonly (readonly [string, Holds])[] = [
  ['kind', ['attribution', 'voice']],
  ['manner', ['direct', 'indirect', 'mixed']],
  ['polarity', POLARITIES],
  ['certainty', CERTAINTIES],
  ...(['content', 'cue', 'source', 'hedges'] as const).map((role) => [role, 'spans'] as const),
  ['author.polarity', POLARITIES],
  ['author.certainty', CERTAINTIES],
  ['author.distance', 'spans'],
  ['within', 'words or none'],
  ['said', 'span or none'],
  ['chain', 'list of words'],
];

const ofHop: readonly (readonly [string, Holds])[] = [
  ['name', 'words'],
  ['kind', [...SOURCE_KINDS, null]],
  ['span', 'span or none'],
  ['source', 'words or none'],
  ['basis', [...BASES, null]],
];

/** What stands in a statement and is known by its own words. */
const ofThings = {
  figure: [
    ['span', 'span'],
    ['min', 'number or none'],
    ['max', 'number or none'],
    ['of', 'span or none'],
    ['unit', 'words or none'],
    ['approximate', 'yes or no'],
  ],
  time: [
    ['span', 'span'],
    ['type', ['DATE', 'TIME', 'DURATION', 'SET']],
    ['value', 'words or none'],
  ],
  place: [
    ['span', 'span'],
    ['name', 'words'],
    ['geonames', 'number or none'],
    ['lat', 'number or none'],
    ['lon', 'number or none'],
    ['precision', ['country', 'region', 'city', null]],
  ],
  event: [
    ['span', 'span'],
    ['code', 'words'],
    ['mode', 'words or none'],
    ['polarity', POLARITIES],
    ['certainty', CERTAINTIES],
    ['actor', 'words or none'],
    ['recipient', 'words or none'],
  ],
} as const satisfies Record<string, readonly (readonly [string, Holds])[]>;
export type Thing = keyof typeof ofThings;

const fields = new Map<string, Holds>([
  ...ofStatement,
  ...ofHop.map(([name, holds]) => [`chain.N.${name}`, holds] as const),
  ...Object.entries(ofThings).flatMap(([thing, all]) =>
    all.map(([name, holds]) => [`${thing}.${name}`, holds] as const),
  ),
]);

/** All that can be corrected; N is the number of the link, 0 for the one who knows. */
export const fieldNames: readonly string[] = [...fields.keys()];

/** What a field of this name holds; null where there is none. */
export const holds = (field: string): Holds | null =>
  fields.get(field.replace(/^chain\.\d{1,4}\./, 'chain.N.')) ?? null;

/** "figure" of "figure.min": the field belongs to a thing that `at` tells. */
export const thingOf = (field: string): Thing | null => {
  const [head] = field.split('.');
  return head! in ofThings ? (head as Thing) : null;
};

/** From the first to the last word of a statement. */
export function extent({ content, cue, source }: Pick<Attribution, 'content' | 'cue' | 'source'>): Span {
  const spans = [content, cue, source].flat();
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

/** The figures, times, places or events among the words of a statement. */
export function thingsIn(reading: Reading, attribution: Attribution, thing: Thing): readonly { readonly span: Span }[] {
  const area = extent(attribution);
  const said = attribution.said === null ? null : (reading.times[attribution.said] ?? null);
  const all: readonly { readonly span: Span }[] = reading[`${thing}s`];
  return all.filter((one) => contains(area, one.span) || (thing === 'time' && one === said));
}

/** The machine's value of a field; null where this reading has nothing there. */
export function valueIn(
  reading: Reading,
  attribution: Attribution,
  field: string,
  at: Span | null,
): { readonly value: unknown } | null {
  const [head, ...path] = field.split('.');
  const thing = thingOf(field);
  if (thing) {
    const found = thingsIn(reading, attribution, thing).find(
      ({ span }) => at && span[0] === at[0] && span[1] === at[1],
    );
    return found ? { value: own(found, path[0]!) } : null;
  }
  if (field === 'chain') return { value: attribution.chain.map(({ name }) => name) };
  if (field === 'said') {
    return { value: attribution.said === null ? null : (reading.times[attribution.said]?.span ?? null) };
  }
  let value: unknown = own(attribution, head!);
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !(step in value)) return null;
    value = own(value, step);
  }
  return { value };
}

const own = (thing: object, name: string): unknown => (thing as Record<string, unknown>)[name];

/** Spans in a value, in order. */
export function spansIn(what: Holds | null, value: unknown): readonly Span[] {
  if (what === 'spans') return value as Span[];
  if (what === 'span' || what === 'span or none') return value === null ? [] : [value as Span];
  return [];
}

/** A value as a person reads it: spans as their words. */
export function toldValue(text: string, field: string, value: unknown): string {
  const what = holds(field);
  if (value === null) return 'none';
  if (what === 'spans') return (value as Span[]).length === 0 ? 'none' : `“${words(text, value as Span[])}”`;
  if (what === 'span' || what === 'span or none') return `“${slice(text, value as Span)}”`;
  return Array.isArray(value) ? value.join(' → ') : String(value);
}
