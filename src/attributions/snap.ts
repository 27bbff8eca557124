import type { Quotation } from '../language/quotations.ts';
import { firstIndex } from '../text/first-index.ts';
import { overlaps, type Span } from '../text/span.ts';

/** Quotations that stand in no other, in text order. */
export const outermostOf = ({ quotations }: { readonly quotations: readonly Quotation[] }): Quotation[] =>
  quotations.filter(({ depth }) => depth === 0);

/** The quotation (outermost, sorted by start) that holds a place of the text between its marks. */
export function quotationAt(quotations: readonly Quotation[], at: number): Quotation | undefined {
  const found = quotations[lastBefore(quotations, at)];
  return found && found.inner[0] <= at && at < found.inner[1] ? found : undefined;
}

/** Index of the last quotation that begins at or before `at`; -1 for none. */
export function lastBefore(quotations: readonly Quotation[], at: number): number {
  return firstIndex(quotations.length, (i) => quotations[i]!.span[0] <= at) - 1;
}

/** A piece of content that holds most of a quotation takes all of it, marks and all. */
export function snap(content: readonly Span[], quotations: readonly Quotation[]): Span[] {
  return merge(content.map((piece) => snapPiece(piece, quotations)));
}

function snapPiece([start, end]: Span, quotations: readonly Quotation[]): Span {
  let from = start;
  let to = end;
  for (let q = Math.max(0, lastBefore(quotations, start)); q < quotations.length; q++) {
    const { span, inner } = quotations[q]!;
    if (span[0] >= to) break;
    const shared = Math.min(to, inner[1]) - Math.max(from, inner[0]);
    if (shared * 2 <= inner[1] - inner[0]) continue;
    from = Math.min(from, span[0]);
    to = Math.max(to, span[1]);
  }
  return [from, to];
}

/** Pieces in text order, those that touch made one. */
export function merge(pieces: readonly Span[]): Span[] {
  const sorted = [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: Span[] = [];
  for (const piece of sorted) {
    const last = out.at(-1);
    if (last && piece[0] <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], piece[1])];
    else out.push(piece);
  }
  return out;
}

/** The parts of spans that lie in `[from, to)`. */
export const clip = (spans: readonly Span[], [from, to]: Span): Span[] =>
  spans.flatMap(([start, end]): Span[] =>
    start < to && end > from ? [[Math.max(start, from), Math.min(end, to)]] : [],
  );

/** Cuts holes out of spans: "The plan [she said] would fail". */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let pieces = [...spans];
  for (const hole of holes) {
    pieces = pieces.flatMap((piece): Span[] => {
      if (!overlaps(piece, hole)) return [piece];
      const left: Span = [piece[0], hole[0]];
      const right: Span = [hole[1], piece[1]];
      return [left, right].filter(([start, end]) => end > start);
    });
  }
  return pieces;
}

/** Takes white space, stray commas and a dangling "and" off both ends; null when nothing is left. */
export function trim(text: string, [start, end]: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && /[\s,;:–—]/.test(text[from]!)) from++;
  while (to > from && /[\s,;:–—]/.test(text[to - 1]!)) to--;
  const dangling = /[,;\s](?:and|but|or)$/.exec(text.slice(Math.max(from, to - 5), to));
  if (dangling) return trim(text, [from, to - dangling[0].length]);
  return from < to ? [from, to] : null;
}

/** "According to Reuters, [citing two diplomats,] the ceasefire …": who is cited is a link of the chain. */
export function withoutLink(text: string, [start, end]: Span): Span {
  const link = /^(?:citing|quoting)\s[^,;.]{2,80},\s/.exec(text.slice(start, end));
  return [start + (link?.[0].length ?? 0), end];
}
