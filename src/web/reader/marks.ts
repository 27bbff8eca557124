import type { Attribution } from '../../attributions/attribution.ts';
import { type Mark, type Note, notesOf } from '../../export/notes.ts';
import type { Row } from '../../export/schema.ts';
import { outerFirst, type Step } from '../../export/segments.ts';
import type { Reading } from '../../read.ts';
import type { Span } from '../../text/span.ts';

/** What can be drawn or not; the switches are remembered. */
export const LAYERS = ['statements', 'voice', 'unknowns', 'names', 'figures', 'times', 'places'] as const;
export type Layer = (typeof LAYERS)[number];

export interface TextMark extends Omit<Mark, 'kind'> {
  readonly kind: Mark['kind'] | 'time' | 'place' | 'name';
}

/** A passage as a tree: text, and marks around it. */
export type Node =
  | { readonly kind: 'text'; readonly span: Span }
  | { readonly kind: 'mark'; readonly mark: TextMark; readonly first: boolean; readonly inside: Node[] }
  | { readonly kind: 'point'; readonly mark: TextMark };

export interface Marked {
  readonly notes: readonly Note[];
  readonly marks: readonly TextMark[];
}

/** Cards and marks of a document; `attributions` are as people corrected them. */
export function markedOf(row: Row, attributions: readonly Attribution[]): Marked {
  const { notes, marks } = notesOf(readingOf(row, attributions), new Set());
  const bare = (kind: TextMark['kind'], spans: readonly Span[]): TextMark[] =>
    spans.map((span) => ({ kind, span, note: null, lead: false }));
  const more = [
    ...bare('time', row.times.map(spanOf)),
    ...bare('place', row.places.map(spanOf)),
    ...bare(
      'name',
      row.entities.flatMap(({ mentions }) => mentions),
    ),
  ];
  return { notes, marks: [...marks, ...more].sort(outerFirst) };
}

const spanOf = ({ span }: { readonly span: Span }): Span => span;

export function readingOf(row: Row, corrected: readonly Attribution[]): Reading {
  const { attributions: _, entities, figures, times, places, events, unknowns, ...document } = row;
  return { document, attributions: corrected, entities, figures, times, places, events, unknowns };
}

/** Which layer a mark belongs to. */
export function layerOf({ kind, note }: TextMark): Layer {
  if (kind === 'figure') return 'figures';
  if (kind === 'time') return 'times';
  if (kind === 'place') return 'places';
  if (kind === 'name') return 'names';
  return note ? layerOfNote(note) : 'statements';
}

export const layerOfNote = ({ flags }: Note): Layer =>
  flags.includes('unknown') ? 'unknowns' : flags.includes('voice') ? 'voice' : 'statements';

/** Steps that open and close → what stands in what. */
export function treeOf(steps: readonly Step<TextMark>[]): Node[] {
  const root: Node[] = [];
  const stack: Node[][] = [root];
  for (const step of steps) {
    const inside = stack.at(-1)!;
    if (step.kind === 'text') inside.push({ kind: 'text', span: step.span });
    else if (step.kind === 'close') stack.pop();
    else if (step.kind === 'point') {
      if (step.first && step.mark.lead) inside.push({ kind: 'point', mark: step.mark });
    } else {
      const node = { kind: 'mark' as const, mark: step.mark, first: step.first, inside: [] };
      inside.push(node);
      stack.push(node.inside);
    }
  }
  return root;
}
