import type { Attribution } from '../../attributions/attribution.ts';
import type { Row } from '../../export/schema.ts';
import type { Span } from '../../text/span.ts';
import { placeOf, rangeOf, timeOf } from '../wording.ts';

/** A figure, time or place inside a statement: its words, and what they come to. */
export interface Fact {
  readonly kind: 'figure' | 'time' | 'place';
  readonly span: Span;
  readonly words: string;
  readonly told: string;
}

type Facts = Pick<Row, 'text' | 'figures' | 'times' | 'places'>;

/** What stands in the words of a statement, in text order; what a statement inside it says is that one's. */
export function factsIn({ text, figures, times, places }: Facts, { content, said }: Attribution): Fact[] {
  const isIn = ({ span }: { readonly span: Span }) =>
    content.some(([start, end]) => start <= span[0] && span[1] <= end);
  const all: Fact[] = [
    ...figures.filter(isIn).map((one) => {
      const counted = one.of ? ` ${text.slice(...one.of)}` : '';
      const words = text.slice(...one.span);
      return { kind: 'figure' as const, span: one.span, words: words + counted, told: rangeOf(one) };
    }),
    ...times
      .filter((one, i) => isIn(one) || i === said)
      .map((one) => ({ kind: 'time' as const, span: one.span, words: text.slice(...one.span), told: timeOf(one) })),
    ...places
      .filter(isIn)
      .map((one) => ({ kind: 'place' as const, span: one.span, words: text.slice(...one.span), told: placeOf(one) })),
  ];
  return all.sort((a, b) => a.span[0] - b.span[0]);
}
