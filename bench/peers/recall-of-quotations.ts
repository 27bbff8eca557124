import type { Span } from '../../src/text/span.ts';
import type { Article, Gold } from '../../training/polnear.ts';

/** Of the pieces of gold content that are wholly in quotation marks: how many are found, and told of the right source. */
export interface Recall {
  readonly all: number;
  readonly found: number;
  readonly attributed: number;
}

/** “It is late,” */
const QUOTED = /^\s*(?:“[^“”]*”|"[^"]*")[\s.,;:]*$/;
const EDGES = /^[^\p{L}\p{N}]*|[^\p{L}\p{N}]*$/gu;

/** Where the words of a span are, whatever marks stand around them. */
function wordsAt(text: string, [start, end]: Span): string {
  const span = text.slice(start, end);
  const [before = '', after = ''] = span.match(EDGES) ?? [];
  return `${start + before.length}-${end - after.length}`;
}

const meet = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));

/** The part of the work that an annotator of quotations sets itself: reported speech is left out. */
export function recallOfQuotations(
  articles: readonly Article[],
  predictions: ReadonlyMap<string, readonly Gold[]>,
): Recall {
  const quoted = articles.flatMap(({ name, text, gold }) => {
    const given = (predictions.get(name) ?? []).flatMap(({ source, content }) =>
      content.map((span) => ({ source, at: wordsAt(text, span) })),
    );
    return gold.flatMap(({ source, content }) =>
      content
        .filter(([start, end]) => QUOTED.test(text.slice(start, end)))
        .map((span) => {
          const found = given.filter(({ at }) => at === wordsAt(text, span));
          const right = found.some((f) => (source.length ? meet(source, f.source) : f.source.length === 0));
          return { found: found.length > 0, right };
        }),
    );
  });
  const count = (is: (piece: (typeof quoted)[number]) => boolean): number => quoted.filter(is).length;
  return { all: quoted.length, found: count(({ found }) => found), attributed: count(({ right }) => right) };
}
