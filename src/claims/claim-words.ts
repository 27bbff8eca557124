import { contains, type Span, slice, words } from '../text/span.ts';
import type { Assertion } from './assertion.ts';

/**
 * The words in which a claim is told. Where all who are in it deny, what they deny does not tell so by itself: "denied … that
 * it has sent soldiers".
 */
export function claimWords({ span, stance, denial }: Assertion, text: string): string {
  const beside = stance < 0 ? denial.filter((one) => !contains(span, one)) : [];
  return words(
    text,
    [...beside, titleSpan(span, text)].toSorted((a: Span, b: Span) => a[0] - b[0]),
  );
}

/** A statement's span as it is shown alone: without the "and" that led on, and with the mark that closes its quotation. */
export function titleSpan(span: Span, text: string): Span {
  const [start, end] = span;
  const said = slice(text, span).replace(HANGING, '');
  if (!isOpen(said)) return said === '' ? span : [start, start + said.length];
  const kept = said.replace(/\s*"$/, '');
  if (kept !== said) return kept === '' ? span : [start, start + kept.length];
  const closing = start + said.length === end ? CLOSING.exec(text.slice(end, end + 2)) : null;
  return [start, start + said.length + (closing?.[0].length ?? 0)];
}

const HANGING = /(?:[\s,;:–—]+(?:and|or|but|nor)|[\s,;:–—]*[“‘(])+$/iu;
const CLOSING = /^[.,!?]?["”]/;

/** Is a quotation opened and not closed? */
const isOpen = (said: string): boolean =>
  said.lastIndexOf('“') > said.lastIndexOf('”') || said.split('"').length % 2 === 0;
