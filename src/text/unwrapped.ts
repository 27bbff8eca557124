import { type Span, slice } from './span.ts';

/** No hand-wrapped text is wider: a longer line is a paragraph of its own. */
const widestWrap = 100;
/** Narrower than this, lines are verses or entries. */
const narrowestWrap = 50;

export const isWrapped = (lines: readonly Span[]): boolean => lines.every((line) => lengthOf(line) <= widestWrap);
export const lengthOf = ([start, end]: Span): number => end - start;

/**
 * Lines of which one stands under the other, as paragraphs: a line that left no room for the next word goes on in the next one.
 * @param isNew whether a line begins anew whatever stands above
 */
export function unwrapped(
  text: string,
  lines: readonly Span[],
  isNew: (index: number) => boolean = () => false,
): readonly Span[] {
  const width = lines.reduce((most, line) => Math.max(most, lengthOf(line)), 0);
  const words = lines.map((line) => slice(text, line));
  const mayGoOn = words.map((_, i) => i + 1 < words.length && !isNew(i + 1) && !isEntry(words[i + 1]!, words[i]!));
  const isFull = words.map((line, i) => mayGoOn[i]! && line.length + 1 + firstWord(words[i + 1]!) > width);
  const isProse = width >= narrowestWrap && width <= widestWrap && isRunning(words, mayGoOn, isFull);
  const paragraphs: Span[] = [];
  for (const [i, line] of lines.entries()) {
    const isSame = mayGoOn[i - 1] && (goesOn(words[i - 1]!, words[i]!) || (isProse && isFull[i - 1]));
    paragraphs.push(isSame ? [paragraphs.pop()![0], line[1]] : line);
  }
  return paragraphs;
}

const firstWord = (line: string) => /^\S*/.exec(line)![0].length;
const endsSentence = (line: string) => /[.!?:…]["”’)]*$/.test(line);

/** Are most lines full, and most of those in the middle of a sentence? */
function isRunning(words: readonly string[], mayGoOn: readonly boolean[], isFull: readonly boolean[]): boolean {
  const full = words.filter((_, i) => isFull[i]);
  const open = full.filter((line) => !endsSentence(line));
  return full.length >= 2 && full.length * 2 >= mayGoOn.filter(Boolean).length && open.length * 2 > full.length;
}

/** "… as ministry opens" / "inquiry": the second line goes on with the first. */
const goesOn = (above: string, below: string): boolean =>
  above.length <= widestWrap &&
  !endsSentence(above) &&
  ((/^\p{Ll}/u.test(below) && !address.test(below)) || hangs(above));
const address = /^\S+\.\p{L}{2,}\S*$/u;
const hanging =
  /\s(?:a|an|the|of|in|on|at|to|for|as|by|and|or|with|from|over|after|amid|is|are|was|were|be|will|has|have|not)$/i;

/** "… was downloaded from": more has to follow. */
export const hangs = (line: string): boolean => hanging.test(line);

/** "- Anna Berg", "2. Wexley", "SMITH: Good evening"; a dash may also stand in a sentence. */
const isEntry = (line: string, above: string): boolean =>
  /^(?:[-*•] |\d{1,3}[.)] |https?:|\p{Lu}[\p{Lu} .'’-]{1,30}: )/u.test(line) ||
  (/^[–—] /.test(line) && (endsSentence(above) || /^[–—] /.test(above)));
