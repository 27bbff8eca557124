/** `[start, end)` into one fixed text, in UTF-16 code units, so `text.slice(start, end)` is the words. */
export type Span = readonly [start: number, end: number];

export const slice = (text: string, [start, end]: Span): string => text.slice(start, end);

/** The words of a span that may be in pieces: "what a “rant,”" */
export const words = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => slice(text, span)).join(' … ');

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

export const containsAny = (outers: readonly Span[], inner: Span): boolean =>
  outers.some((outer) => contains(outer, inner));
