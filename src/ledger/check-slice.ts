import type { Span } from '../text/span.ts';

/** A span that is no slice of its text, or whose kept words are not the text's. */
export class BadSlice extends Error {
  /** id of the statement, or what else owns the span: "figure 2" */
  readonly owner: string;
  readonly span: Span;
  readonly words: string;

  constructor(owner: string, role: string, span: Span, words: string, why: string) {
    super(`${owner}: ${role} [${span[0]}, ${span[1]}) “${words}” ${why}`);
    this.name = 'BadSlice';
    this.owner = owner;
    this.span = span;
    this.words = words;
  }
}

/** The words of the span, once it is sure that it is a slice of the text and, where given, that `kept` are its words. */
export function checkSlice(text: string, owner: string, role: string, span: Span, kept?: string): string {
  const [start, end] = span;
  const words = text.slice(start, end);
  const refuse = (why: string) => new BadSlice(owner, role, span, kept ?? words, why);
  if (!Number.isInteger(start) || !Number.isInteger(end)) throw refuse('does not lie on whole numbers');
  if (start < 0 || end > text.length) throw refuse(`runs out of the text, which ends at ${text.length}`);
  if (start >= end) throw refuse('is empty or backwards');
  if (!words.isWellFormed()) throw refuse('cuts a character in half');
  if (kept !== undefined && kept !== words) throw refuse(`is not what the text has there: “${words}”`);
  return words;
}
