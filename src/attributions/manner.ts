import type { Quotation } from '../language/quotations.ts';
import { contains, type Span } from '../text/span.ts';
import type { Manner } from './attribution.ts';
import { lastBefore } from './snap.ts';

/** direct: all of it between marks; mixed: part of it; indirect: nothing. */
export function mannerOf(content: readonly Span[], quotations: readonly Quotation[]): Manner {
  let whole = 0;
  let some = false;
  for (const piece of content) {
    const touched = quotationsIn(piece, quotations);
    if (touched.some(({ span }) => contains(span, piece))) whole++;
    if (touched.length > 0) some = true;
  }
  if (content.length > 0 && whole === content.length) return 'direct';
  return some ? 'mixed' : 'indirect';
}

function quotationsIn([start, end]: Span, quotations: readonly Quotation[]): Quotation[] {
  const found: Quotation[] = [];
  for (let q = Math.max(0, lastBefore(quotations, start)); q < quotations.length; q++) {
    const quotation = quotations[q]!;
    if (quotation.span[0] >= end) break;
    if (quotation.span[1] > start) found.push(quotation);
  }
  return found;
}
