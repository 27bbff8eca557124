import { memo, type ReactNode } from 'react';
import type { Note } from '../../export/notes.ts';
import { looks, spoken } from '../../export/passage.ts';
import { segments } from '../../export/segments.ts';
import type { Span } from '../../text/span.ts';
import { type Node, type TextMark, treeOf } from './marks.ts';

interface Words {
  readonly text: string;
  readonly span: Span;
  /** in text order, outer before inner */
  readonly marks: readonly TextMark[];
}

/** Words with their marks. Each run of text knows where it stands, so that selected words are a span. */
export const Passage = memo(function Passage({ text, span, marks }: Words) {
  return <>{drawn(text, treeOf(segments(span, marks)), 0)}</>;
});

const drawn = (text: string, nodes: readonly Node[], depth: number): ReactNode[] =>
  nodes.map((node, i) => {
    if (node.kind === 'text') {
      const [start, end] = node.span;
      return (
        <span key={i} data-at={start}>
          {text.slice(start, end)}
        </span>
      );
    }
    if (node.kind === 'point') return <Reference key={i} note={node.mark.note!} isAnchor />;
    const { mark, first, inside } = node;
    const isStatement = mark.kind === 'content' || mark.kind === 'unknown';
    const Tag = TAGS[mark.kind];
    const leads = first && mark.lead && mark.note !== null;
    return (
      <Tag
        key={i}
        className={classes(mark, depth)}
        data-s={mark.note?.anchor}
        id={leads ? `s-${mark.note!.anchor}` : undefined}
      >
        {leads && <Reference note={mark.note!} />}
        {drawn(text, inside, depth + (isStatement ? 1 : 0))}
      </Tag>
    );
  });

const TAGS = {
  content: 'mark',
  unknown: 'mark',
  cue: 'span',
  source: 'b',
  hedge: 'i',
  topic: 'span',
  figure: 'span',
  time: 'span',
  place: 'span',
  name: 'span',
} as const satisfies Record<TextMark['kind'], string>;

function classes({ kind, note }: TextMark, depth: number): string {
  const isStatement = kind === 'content' || kind === 'unknown';
  return isStatement && note ? ['m', ...looks(note), `n${Math.min(depth, 3)}`].join(' ') : kind;
}

/** The number at a statement's first word. It is drawn by the style: the text stays as it is. */
function Reference({ note, isAnchor = false }: { readonly note: Note; readonly isAnchor?: boolean }) {
  return (
    <a
      className={['ref', ...looks(note)].join(' ')}
      href={`#s=${note.anchor}`}
      id={isAnchor ? `s-${note.anchor}` : undefined}
      data-s={note.anchor}
      data-n={note.label}
      aria-label={spoken(note)}
    />
  );
}
