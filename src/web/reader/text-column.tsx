import { type MouseEvent, memo, type RefObject } from 'react';
import { isTitle, type Piece, pieces } from '../../export/pieces.ts';
import type { Row } from '../../export/schema.ts';
import { outerFirst } from '../../export/segments.ts';
import { overlaps } from '../../text/span.ts';
import type { Shown } from './layers.tsx';
import { layerOf, type TextMark } from './marks.ts';
import { Passage } from './passage.tsx';

/** The text in its blocks, in a good measure. Only layers that are shown are drawn. */
export const TextColumn = memo(function TextColumn({
  row,
  marks,
  shown,
  column,
  hover,
  select,
}: {
  readonly row: Row;
  readonly marks: readonly TextMark[];
  readonly shown: Shown;
  readonly column: RefObject<HTMLDivElement | null>;
  readonly hover: (id: string | null) => void;
  readonly select: (id: string) => void;
}) {
  const drawn = marks.filter((mark) => shown[layerOf(mark)]).sort(outerFirst);
  const blocks = pieces(row, drawn);
  return (
    <div
      ref={column}
      className="text"
      lang={row.language ?? undefined}
      dir="auto"
      onMouseOver={(event) => hover(statementAt(event))}
      onMouseLeave={() => hover(null)}
      onFocus={(event) => hover((event.target as HTMLElement).dataset.s ?? null)}
      onClick={(event) => {
        const id = statementAt(event);
        if (id === null || !document.getSelection()?.isCollapsed) return;
        event.preventDefault();
        select(id);
      }}
    >
      {blocks.map((block) => (
        <Block key={block.span[0]} block={block} isTitle={isTitle(row, block)} text={row.text} marks={drawn} />
      ))}
    </div>
  );
});

/** The innermost statement under the pointer. */
function statementAt({ target }: MouseEvent): string | null {
  const found = (target as Element).closest<HTMLElement>('[data-s]');
  return found?.dataset.s ?? null;
}

function Block({
  block: { kind, span },
  isTitle,
  text,
  marks,
}: {
  readonly block: Piece;
  readonly isTitle: boolean;
  readonly text: string;
  readonly marks: readonly TextMark[];
}) {
  const Tag = isTitle ? 'h1' : TAGS[kind];
  return (
    <Tag className={`block ${kind}`}>
      <Passage text={text} span={span} marks={marks.filter((mark) => overlaps(mark.span, span))} />
    </Tag>
  );
}

const TAGS = {
  headline: 'h2',
  heading: 'h2',
  paragraph: 'p',
  quote: 'blockquote',
  caption: 'p',
  'list-item': 'p',
  credit: 'p',
} as const satisfies Record<Piece['kind'], string>;
