import type { Span } from '../text/span.ts';

export interface Marked {
  readonly span: Span;
}

/** A passage as it is written out: text runs between marks that open and close, never crossing. */
export type Step<M> =
  | { readonly kind: 'text'; readonly span: Span }
  | { readonly kind: 'open'; readonly mark: M /** false where a mark goes on after a cut */; readonly first: boolean }
  | { readonly kind: 'close'; readonly mark: M }
  /** a mark that is not drawn, since too many stand open here already */
  | { readonly kind: 'point'; readonly mark: M; readonly first: boolean };

/** More lines under one word than this cannot be told apart, and the page would grow with their square. */
const MOST_OPEN = 16;

/** Outer before inner; of two alike, the one that came first. */
export const outerFirst = (a: Marked, b: Marked): number => a.span[0] - b.span[0] || b.span[1] - a.span[1];

/**
 * "a bc d" with marks [0,4) and [2,6) → open 1, "a ", open 2, "bc", close 2, close 1, open 2 again, " d", close 2.
 * `marks` are in the order of `outerFirst` and may start before the passage or end after it.
 */
export function segments<M extends Marked>([from, to]: Span, marks: readonly M[]): Step<M>[] {
  const steps: Step<M>[] = [];
  let open: M[] = [];
  let next = 0;
  let at = from;
  while (at < to) {
    open = closeEnded(steps, open, at);
    for (; next < marks.length && marks[next]!.span[0] <= at; next++) openMark(steps, open, marks[next]!, at);
    const nextStart = next < marks.length ? marks[next]!.span[0] : to;
    const end = Math.min(to, nextStart, ...open.map((mark) => mark.span[1]));
    steps.push({ kind: 'text', span: [at, end] });
    at = end;
  }
  for (const mark of open.reverse()) steps.push({ kind: 'close', mark });
  return steps;
}

function openMark<M extends Marked>(steps: Step<M>[], open: M[], mark: M, at: number): void {
  if (mark.span[1] <= at) return;
  const isDrawn = open.length < MOST_OPEN;
  steps.push({ kind: isDrawn ? 'open' : 'point', mark, first: mark.span[0] === at });
  if (isDrawn) open.push(mark);
}

// A mark that ends beneath others closes them all; those that go on open again.
function closeEnded<M extends Marked>(steps: Step<M>[], open: M[], at: number): M[] {
  const lowest = open.findIndex((mark) => mark.span[1] <= at);
  if (lowest < 0) return open;
  const above = open.slice(lowest);
  for (const mark of above.toReversed()) steps.push({ kind: 'close', mark });
  const goOn = above.filter((mark) => mark.span[1] > at);
  for (const mark of goOn) steps.push({ kind: 'open', mark, first: false });
  return [...open.slice(0, lowest), ...goOn];
}
