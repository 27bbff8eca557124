import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Attribution, Hop } from '../../src/attributions/attribution.ts';
import type { Capture } from '../../src/capture/capture.ts';
import type { Reading } from '../../src/read.ts';
import type { Block, Document } from '../../src/text/document.ts';
import type { Span } from '../../src/text/span.ts';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

export function madeCapture(text: string, address = 'note.txt'): Capture {
  const bytes = Buffer.from(text);
  const at = '2025-03-01T08:00:00.000Z';
  return { bytes, address, at, method: 'file', headers: {}, sha256: sha256(bytes), media: 'text/plain' };
}

export function madeDocument(capture: Capture, facts: Partial<Document> = {}): Document {
  const text = facts.text ?? Buffer.from(capture.bytes).toString();
  return {
    id: capture.sha256.slice(0, 12),
    sha256: sha256(text),
    capture: capture.sha256,
    address: capture.address,
    url: null,
    outlet: 'The Harbour Post',
    title: null,
    byline: null,
    dateline: null,
    published: '2025-03-01',
    updated: null,
    language: 'en',
    credits: [],
    text,
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    ...facts,
  };
}

export const emptyReading = (document: Document): Reading => {
  return { document, attributions: [], entities: [], figures: [], times: [], places: [], events: [], unknowns: [] };
};

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return [start, start + words.length];
};

export interface Wording extends Partial<Omit<Attribution, 'content' | 'cue' | 'source' | 'hedges'>> {
  readonly content: string;
  readonly cue?: string;
  readonly source?: string;
  readonly hedges?: readonly string[];
  /** names between the source and the document */
  readonly through?: readonly string[];
}

export function madeAttribution(document: Document, wording: Wording): Attribution {
  const { content, cue, source, hedges = [], through = [], ...facts } = wording;
  const { text } = document;
  const spans = (words?: string) => (words ? [spanOf(text, words)] : []);
  const link = (name: string): Hop => {
    return { name, kind: 'collective', span: spanOf(text, name), source: null, basis: null };
  };
  const name = document.outlet ?? 'this document';
  const outlet: Hop = { name, kind: 'outlet', span: null, source: null, basis: null };
  return {
    id: sha256(`${document.id} ${facts.kind} ${content}`).slice(0, 12),
    kind: 'attribution',
    manner: 'indirect',
    content: spans(content),
    cue: spans(cue),
    source: spans(source),
    chain: [...(source ? [link(source)] : []), ...through.map(link), outlet],
    polarity: 'affirms',
    certainty: 'certain',
    hedges: hedges.map((words) => spanOf(text, words)),
    author: { polarity: 'undecided', certainty: 'underspecified', distance: [] },
    said: null,
    within: null,
    confidence: 0.9,
    ...facts,
  };
}

export const dockText = [
  'Ferry dock to close',
  'Dock workers told The Tide Wire that at least 40 boats reportedly left on Tuesday. The harbour office denied it.',
  'The cost has not been disclosed. Mayor Zelda Okoński said the dock “will close”.',
].join('\n');

/** A document with two statements, a denial, a figure and an unknown. */
export function dockReading(text = dockText, address = 'dock.txt', facts: Partial<Document> = {}) {
  const capture = madeCapture(text, address);
  const document = madeDocument(capture, facts);
  const boats = madeAttribution(document, {
    content: 'at least 40 boats reportedly left on Tuesday',
    cue: 'told',
    source: 'Dock workers',
    through: ['The Tide Wire'],
    hedges: ['reportedly'],
    certainty: 'probable',
  });
  const denial = madeAttribution(document, {
    content: 'it',
    cue: 'denied',
    source: 'The harbour office',
    polarity: 'denies',
    confidence: 0.4,
  });
  const mayor = madeAttribution(document, {
    content: 'the dock “will close”',
    cue: 'said',
    source: 'Mayor Zelda Okoński',
    manner: 'mixed',
  });
  const voice = madeAttribution(document, { content: 'Ferry dock to close', kind: 'voice' });
  const reading: Reading = {
    ...emptyReading(document),
    attributions: [voice, boats, denial, mayor],
    figures: [
      {
        span: spanOf(text, 'at least 40'),
        min: 40,
        max: null,
        of: spanOf(text, 'boats'),
        unit: null,
        approximate: false,
        attribution: boats.id,
      },
    ],
    times: [{ span: spanOf(text, 'Tuesday'), type: 'DATE', value: '2025-02-25' }],
    unknowns: [
      { span: spanOf(text, 'has not been disclosed'), about: spanOf(text, 'The cost'), kind: 'undisclosed', who: null },
    ],
  };
  return { capture, reading, boats, denial, mayor, voice };
}

const kinds = ['headline', 'heading', 'paragraph', 'quote', 'caption', 'list-item', 'credit'] as const;

/** Any text a page can have, with marks, line ends, NUL and characters outside the first plane. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\0', '“', '𝕏', '👩‍🚒', 'Kyïv '),
    ),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.length > 0);

/** A slice that cuts no character in half. */
function anySpan(text: string): fc.Arbitrary<Span> {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  return fc
    .uniqueArray(fc.nat(edges.length - 1), { minLength: 2, maxLength: 2 })
    .map((two) => two.sort((a, b) => a - b))
    .map(([a, b]) => [edges[a!]!, edges[b!]!] as const);
}

/** Any reading that the types allow: discontinuous spans, empty parts, links between its things. */
export const anyReading: fc.Arbitrary<Reading & { readonly bytes: Capture }> = anyText.chain((text) => {
  const capture = madeCapture(text);
  const span = anySpan(text);
  const spans = fc.array(span, { maxLength: 3 });
  const word = fc.string({ unit: 'grapheme', maxLength: 8 });
  const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0 || 0);
  const id = fc.nat(0xffff).map((n) => n.toString(16).padStart(12, '0'));
  const kind = orNull(fc.constantFrom('person' as const, 'government' as const, 'anonymous' as const));

  const entities = fc.uniqueArray(
    fc.record({
      id,
      name: word,
      kind,
      mentions: spans,
      office: orNull(span),
      affiliation: orNull(span),
      state: orNull(word),
      wikidata: orNull(fc.constant('Q42')),
    }),
    { selector: (entity) => entity.id, maxLength: 3 },
  );
  return entities.chain((known) => {
    const entity = known.length > 0 ? orNull(fc.constantFrom(...known.map((e) => e.id))) : fc.constant(null);
    const basis = orNull(fc.constantFrom('told' as const, 'document' as const));
    const hop: fc.Arbitrary<Hop> = fc.record({ name: word, kind, span: orNull(span), source: entity, basis });
    const polarity = fc.constantFrom('affirms' as const, 'denies' as const, 'undecided' as const);
    const certainty = fc.constantFrom('certain' as const, 'possible' as const, 'underspecified' as const);
    const attribution = fc.record({
      id,
      kind: fc.constantFrom('attribution' as const, 'voice' as const),
      manner: fc.constantFrom('direct' as const, 'indirect' as const, 'mixed' as const),
      content: fc.array(span, { minLength: 1, maxLength: 3 }),
      cue: spans,
      source: spans,
      chain: fc.array(hop, { maxLength: 3 }),
      polarity,
      certainty,
      hedges: spans,
      author: fc.record({ polarity, certainty, distance: spans }),
      said: fc.constant(null),
      within: fc.constant(null as string | null),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n + 0 || 0),
    });
    return fc.record({
      bytes: fc.constant(capture),
      document: fc
        .record({
          url: orNull(word),
          outlet: orNull(word),
          title: orNull(word),
          byline: orNull(word),
          dateline: orNull(span),
          credits: fc.array(word, { maxLength: 2 }),
          blocks: fc.array(fc.record<Block>({ kind: fc.constantFrom(...kinds), span }), { maxLength: 3 }),
        })
        .map((facts) => madeDocument(capture, facts)),
      entities: fc.constant(known),
      attributions: fc
        .uniqueArray(attribution, { selector: (a) => a.id, maxLength: 4 })
        .map((all) => all.map((a, i) => (i > 0 && i % 2 ? { ...a, within: all[0]!.id } : a))),
      figures: fc.array(
        fc.record({
          span,
          min: orNull(number),
          max: orNull(number),
          of: orNull(span),
          unit: orNull(word),
          approximate: fc.boolean(),
          attribution: fc.constant(null),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      times: fc.array(
        fc.record({ span, type: fc.constantFrom('DATE' as const, 'SET' as const), value: orNull(word) }),
        {
          maxLength: 2,
        },
      ),
      places: fc.array(
        fc.record({
          span,
          name: word,
          geonames: orNull(fc.nat()),
          lat: orNull(number),
          lon: orNull(number),
          precision: orNull(fc.constantFrom('country' as const, 'city' as const)),
        }),
        { maxLength: 2 },
      ),
      events: fc.array(
        fc.record({
          span,
          code: word,
          mode: orNull(word),
          polarity,
          certainty,
          actor: entity,
          recipient: entity,
          figures: fc.constantFrom([], [0]),
          time: fc.constant(null),
          place: fc.constant(null),
          attribution: fc.constant(null),
        }),
        { maxLength: 2 },
      ),
      unknowns: fc.array(
        fc.record({
          span,
          about: orNull(span),
          kind: fc.constantFrom('unclear' as const, 'no comment' as const),
          who: orNull(span),
        }),
        { maxLength: 2 },
      ),
    });
  });
});
