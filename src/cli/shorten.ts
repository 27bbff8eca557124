import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

// What would move the cursor, colour the screen or turn the line around: a page may hold any of it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\s\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** Words of a text on one line, with nothing in them that a terminal would obey. */
export const plain = (words: string): string => words.replace(controls, ' ').trim();

/** At most `width` columns, the last of them "…" where something is left out. */
export function shorten(words: string, width: number): string {
  if (words.length <= width && stringWidth(words) <= width) return words;
  let kept = '';
  let columns = 1;
  for (const { segment } of graphemes.segment(words)) {
    columns += stringWidth(segment);
    if (columns > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const graphemes = new Intl.Segmenter();

/** Lines of at most `width` columns; a word that is longer is broken. */
export const wrap = (words: string, width: number): string[] => wrapAnsi(words, width, { hard: true }).split('\n');

/** As `wrap`, but no more lines than `most`. */
export function wrapShort(words: string, width: number, most: number): string[] {
  // long enough to fill the lines, short enough that a text of one line of 5 MB costs nothing
  const lines = wrap(words.slice(0, width * (most + 2)), width);
  if (lines.length <= most && words.length <= width * (most + 2)) return lines;
  const kept = lines.slice(0, most);
  const last = kept.at(-1)!;
  return [...kept.slice(0, -1), stringWidth(last) < width ? `${last}…` : shorten(`${last}……`, width)];
}
