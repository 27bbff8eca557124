import { bylineOf } from './byline.ts';
import type { Block, BlockKind } from './document.ts';
import type { Draft, Told } from './draft.ts';
import { headerLines } from './header-lines.ts';
import { type Span, slice } from './span.ts';

/** No hand-wrapped text is wider: a longer line is a paragraph of its own. */
const widestWrap = 100;
/** In UTF-16 units: a longer first line is the text itself. */
const longestHeadline = 160;

/** The text exactly as it is, with its paragraphs found: parted by blank lines, or else one to a line. */
export function plainText(text: string): Draft {
  const header = headerLines(text);
  const paragraphs = paragraphsOf(text, header.end);
  const title = header.title ?? headlineOf(text, paragraphs);
  const rest = paragraphs.filter((span) => span !== title);
  const told: Told = {
    ...toldUnder(text, rest),
    ...(title ? { title: oneLine(slice(text, title)) } : {}),
    ...header.told,
  };
  const named = rest[0] && bylineOf(slice(text, rest[0]).split(/[\r\n]+/)).byline;
  const blocks = rest.map((span, i) => block(i === 0 && named ? 'credit' : 'paragraph', span));
  const credits = header.credits.map((span) => block('credit', span));
  const top = [...(title ? [block('headline', title)] : []), ...credits].sort((a, b) => a.span[0] - b.span[0]);
  return { text, blocks: [...top, ...blocks], told };
}

const block = (kind: BlockKind, span: Span): Block => ({ kind, span });
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

function toldUnder(text: string, [first]: readonly Span[]): Told {
  const told = first ? bylineOf(slice(text, first).split(/[\r\n]+/)) : {};
  const { outlet, ...others } = told;
  const named = outlet && printerOf(outlet, text.slice(-closing));
  return named ? { ...others, outlet: named } : others;
}

/** In UTF-16 units: where the closing credits of a text stand. */
const closing = 600;

/** "Originally published by The Courier. Distributed by Halyard." under a report of The Courier: Halyard prints it. */
function printerOf(outlet: string, end: string): string | null {
  const origin = /\b(?:originally|first) published (?:by|in|on) ([^.\r\n]+)/i.exec(end)?.[1];
  if (!origin?.includes(outlet)) return outlet;
  return /\b(?:distributed|republished|syndicated) by ([^.)\r\n]+)/i.exec(end)?.[1]?.trim() ?? null;
}

/** Chunks between blank lines; a chunk that no hand wrapped, and every chunk of a text without blank lines, falls into its lines. */
export function paragraphsOf(text: string, from = 0): readonly Span[] {
  const chunks: Span[][] = [[]];
  for (const line of linesOf(text, from)) {
    if (line[0] < line[1]) chunks.at(-1)!.push(line);
    else if (chunks.at(-1)!.length > 0) chunks.push([]);
  }
  const filled = chunks.filter((chunk) => chunk.length > 0);
  const byLine = filled.length === 1;
  return filled.flatMap((chunk) => (byLine || !isWrapped(chunk) ? chunk : [[chunk[0]![0], chunk.at(-1)![1]] as const]));
}

const isWrapped = (chunk: readonly Span[]) => chunk.every(([start, end]) => end - start <= widestWrap);

/** Every line without the white space around it; a blank one has no length. */
function* linesOf(text: string, from: number): Generator<Span> {
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

/** A short first line without a full stop, with a blank line or a much longer paragraph under it. */
function headlineOf(text: string, [first, second]: readonly Span[]): Span | null {
  if (!first || !second || first[1] - first[0] > longestHeadline) return null;
  const words = slice(text, first);
  if (/[\r\n]/.test(words) || /[.;:,][)"”’]*$/.test(words) || /^["“(]?(?:by)\s/i.test(words)) return null;
  const gap = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(text.slice(first[1], second[0]));
  return gap || second[1] - second[0] > 2 * words.length ? first : null;
}
