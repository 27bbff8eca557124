import type { Block } from './document.ts';
import type { Draft, Told } from './draft.ts';
import { headerLines } from './header-lines.ts';
import { isHeadline, oneLine } from './headline.ts';
import { openingLines } from './opening-lines.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { printerOf } from './printer-of.ts';
import { type Span, slice } from './span.ts';

/** The text exactly as it is, with its paragraphs found. What stands above the report in lines of its own is told. */
export function plainText(text: string): Draft {
  const header = headerLines(text);
  const opening = openingLines(text, header.end);
  const top = [...header.blocks, ...opening.blocks.map((block) => under(header.told, block))];
  const paragraphs = paragraphsOf(text, opening.end);
  const title = top.some(({ kind }) => kind === 'headline')
    ? null
    : headlineOf(text, paragraphs, opening.end > header.end);
  const blocks = paragraphs.map((span): Block => ({ kind: span === title ? 'headline' : 'paragraph', span }));
  const told: Told = {
    ...printed(opening.told, text),
    ...(title ? { title: oneLine(slice(text, title)) } : {}),
    ...header.told,
  };
  return { text, blocks: [...top, ...blocks], told };
}

/** A title that is told stands over the text alone. */
const under = ({ title }: Told, block: Block): Block =>
  title && block.kind === 'headline' ? { ...block, kind: 'heading' } : block;

function printed({ outlet, ...others }: Told, text: string): Told {
  const printer = outlet && printerOf(outlet, text);
  return printer ? { ...others, outlet: printer } : others;
}

/** A short first line without a full stop, with a blank line or a much longer paragraph under it; any sentence, where names and dates stand above. */
function headlineOf(text: string, [first, second]: readonly Span[], isUnderHeader: boolean): Span | null {
  if (!first || !second) return null;
  const words = slice(text, first);
  if (!isHeadline(words) || /[\r\n]/.test(words)) return null;
  const gap = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(text.slice(first[1], second[0]));
  const length = second[1] - second[0];
  const isOver = isUnderHeader && length > words.length && /[.!?]["”’)]*$/.test(slice(text, second));
  return gap || isOver || length > 2 * words.length ? first : null;
}
