import type { Attribution } from '../attributions/attribution.ts';
import type { Figure, Unknown } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import { overlaps, type Span } from '../text/span.ts';
import { outerFirst } from './segments.ts';

/** What a reader may filter by; more than one may hold. */
export type Flag = 'denied' | 'hedged' | 'unnamed' | 'unknown' | 'voice';

/** One card beside the text. */
export interface Note {
  /** unique in the page: the passage is `#s-…`, the card `#c-…` */
  readonly anchor: string;
  /** "3" for an attribution, "v3" for a voice, "?3" for an unknown */
  readonly label: string;
  readonly flags: readonly Flag[];
  readonly about: Attribution | Unknown;
  /** where the card belongs */
  readonly at: number;
}

/** Words in the text that a note points at; `note` is null for a figure. */
export interface Mark {
  readonly kind: 'content' | 'cue' | 'source' | 'hedge' | 'unknown' | 'topic' | 'figure';
  readonly span: Span;
  readonly note: Note | null;
  /** the piece that carries the number and that links land on */
  readonly lead: boolean;
}

export interface Notes {
  /** in text order */
  readonly notes: readonly Note[];
  /** in the order of `outerFirst` */
  readonly marks: readonly Mark[];
}

/** `taken` holds the anchors the page has given out: the same document twice still has its own. */
export function notesOf(reading: Reading, taken: Set<string>): Notes {
  const count = { attribution: 0, voice: 0, unknown: 0 };
  const notes = [...reading.attributions, ...reading.unknowns]
    .map((about) => ({ about, at: startOf(about) }))
    .sort((a, b) => a.at - b.at)
    .map(({ about, at }): Note => {
      const kind = isStatement(about) ? about.kind : 'unknown';
      const sign = { attribution: '', voice: 'v', unknown: '?' }[kind];
      const anchor = fresh(isStatement(about) ? about.id : unknownAnchor(reading.document.id, about.span), taken);
      return { anchor, label: `${sign}${++count[kind]}`, flags: flagsOf(about), about, at };
    });
  const marks = [...notes.flatMap(marksOf), ...reading.figures.map(figureMark)].sort(outerFirst);
  return { notes, marks };
}

/** Where a link to what is said to be unknown lands. */
export const unknownAnchor = (document: string, [start]: Span): string => `${document}-u${start}`;

export const isStatement = (about: Attribution | Unknown): about is Attribution => 'content' in about;

/** Nobody who could be rung up: "analysts", "a senior official", "reportedly" alone. */
export function isUnnamed({ kind, chain }: Attribution): boolean {
  if (kind === 'voice') return false;
  const knows = chain[0]?.kind;
  return chain.length < 2 || knows === 'anonymous' || knows === 'collective';
}

/** The source puts it as less than certain, or the writer keeps a distance. */
export const isHedged = ({ hedges, certainty }: Attribution): boolean =>
  hedges.length > 0 || certainty === 'probable' || certainty === 'possible';

function flagsOf(about: Attribution | Unknown): Flag[] {
  if (!isStatement(about)) return ['unknown'];
  const flags: Flag[] = [];
  if (about.polarity === 'denies') flags.push('denied');
  if (isHedged(about)) flags.push('hedged');
  if (isUnnamed(about)) flags.push('unnamed');
  if (about.kind === 'voice') flags.push('voice');
  return flags;
}

function marksOf(note: Note): Mark[] {
  const { about } = note;
  const of = (kind: Mark['kind'], spans: readonly Span[]) => spans.map((span) => ({ kind, span, note, lead: false }));
  const marks = isStatement(about)
    ? [
        ...of('content', about.content),
        ...of('cue', about.cue),
        ...of('source', about.source),
        ...of('source', relays(about)),
        ...of('hedge', about.hedges),
      ]
    : [...of('unknown', [about.span]), ...of('topic', about.about ? [about.about] : [])];
  return marks.map((mark, i) => (i === 0 ? { ...mark, lead: true } : mark));
}

// "according to officials cited by The Courier": the Courier is in the chain, and not in the source
const relays = ({ chain, source, content }: Attribution): Span[] =>
  chain.flatMap(({ span }) => (span && ![...source, ...content].some((piece) => overlaps(piece, span)) ? [span] : []));

const figureMark = ({ span }: Figure): Mark => ({ kind: 'figure', span, note: null, lead: false });

function startOf(about: Attribution | Unknown): number {
  if (!isStatement(about)) return about.span[0];
  const [first] = [...about.content, ...about.cue, ...about.source];
  return first?.[0] ?? 0;
}

export function fresh(wanted: string, taken: Set<string>): string {
  let anchor = wanted;
  for (let i = 2; taken.has(anchor); i++) anchor = `${wanted}-${i}`;
  taken.add(anchor);
  return anchor;
}
