import type { Attribution } from '../attributions/attribution.ts';
import type { Span } from '../text/span.ts';

interface Piece {
  readonly id: string;
  readonly span: Span;
}

/** For each span the id of the innermost statement whose content holds it, or null: who gives a figure, who tells of an event. */
export function innermost(attributions: readonly Attribution[], spans: readonly Span[]): (string | null)[] {
  const pieces = attributions.flatMap(({ id, content }) => content.map((span): Piece => ({ id, span })));
  pieces.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const order = spans.map((_, i) => i).sort((a, b) => spans[a]![0] - spans[b]![0]);
  const found: (string | null)[] = spans.map(() => null);
  let open: Piece[] = [];
  let next = 0;
  for (const i of order) {
    const [start, end] = spans[i]!;
    for (; next < pieces.length && pieces[next]!.span[0] <= start; next++) {
      const [from] = pieces[next]!.span;
      open = [...open.filter(({ span }) => span[1] > from), pieces[next]!];
    }
    const holding = open.filter(({ span }) => span[1] >= end);
    const [least] = holding.toSorted((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
    found[i] = least?.id ?? null;
  }
  return found;
}
