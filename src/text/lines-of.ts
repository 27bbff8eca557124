import type { Span } from './span.ts';

/** Every line without the white space around it; a blank one has no length. */
export function* linesOf(text: string, from: number): Generator<Span> {
  const ends = /\r\n|[\r\n\u2028\u2029]/g;
  ends.lastIndex = from;
  let start = from;
  for (let found = ends.exec(text); found; found = ends.exec(text)) {
    yield trimmed(text, start, found.index);
    start = ends.lastIndex;
  }
  yield trimmed(text, start, text.length);
}

const isSpace = (text: string, at: number) => /[\s\ufeff\0]/.test(text[at]!);

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return [start, end];
}
