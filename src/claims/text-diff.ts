import { diffArrays } from 'diff';
import type { Span } from '../text/span.ts';

/**
 * A stretch of one text and what stands for it in the other; empty where it has nothing there. The stretches of either side
 * follow one another from the first character to the last, and what is `same` is so in every character.
 */
export interface TextEdit {
  readonly kind: 'same' | 'changed' | 'added' | 'dropped';
  readonly before: Span;
  readonly after: Span;
}

/** Two paragraphs are one that was edited where they share this much of their words; less, and one went and one came. */
const LEAST_ALIKE = 0.4;
/**
 * Stretches that are more edits apart than this are told as one change: the search takes up to the square of them (Myers
 * 1986), and nobody reads so many word by word.
 */
const MOST_PARAGRAPHS = 200;
const MOST_WORDS = 600;

/** What was changed between two texts: first which paragraphs, then which words of them. */
export function diffTexts(before: string, after: string): TextEdit[] {
  const [x, y] = [paragraphs(before), paragraphs(after)];
  const edits = aligned(x, y, (a, b) => a.text === b.text, MOST_PARAGRAPHS).flatMap((run) =>
    run.same ? [editOf('same', run)] : withinParagraphs(run),
  );
  return joined(before, edits);
}

/** A paragraph or a word, from its first character to that of the next. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PARAGRAPH = /[^\n]*\n+|[^\n]+/g;
/** Words with the points and apostrophes in them, white space, and marks one by one: every character is in one. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*|\s+|./gsu;

const pieces = (text: string, pattern: RegExp, from = 0): Piece[] =>
  [...text.matchAll(pattern)].map(({ 0: piece, index }) => ({
    text: piece,
    start: from + index,
    end: from + index + piece.length,
  }));

interface Paragraph extends Piece {
  readonly bag: ReadonlySet<string>;
}

const paragraphs = (text: string): Paragraph[] =>
  pieces(text, PARAGRAPH).map((piece) => ({
    ...piece,
    bag: new Set(piece.text.toLowerCase().match(/[\p{L}\p{N}]+/gu)),
  }));

/** Pieces of both texts that follow one another and answer one another, or have no answer. */
interface Run<P extends Piece> {
  readonly same: boolean;
  readonly a: readonly P[];
  readonly b: readonly P[];
  /** where it opens in either text, for a side that has no pieces */
  readonly at: readonly [inA: number, inB: number];
}

/** Runs of pieces that are equal, and the pieces between them. */
function aligned<P extends Piece>(
  a: readonly P[],
  b: readonly P[],
  isEqual: (one: P, other: P) => boolean,
  mostEdits: number,
): Run<P>[] {
  const start = (pieces: readonly P[]) => pieces[0]?.start ?? 0;
  const changes = diffArrays([...a], [...b], { comparator: isEqual, maxEditLength: mostEdits });
  if (!changes) return [{ same: false, a, b, at: [start(a), start(b)] }];
  const runs: Run<P>[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of changes) {
    const [ofA, ofB] = [a.slice(i, added ? i : i + count), b.slice(j, removed ? j : j + count)];
    const at = [a[i]?.start ?? a.at(-1)?.end ?? 0, b[j]?.start ?? b.at(-1)?.end ?? 0] as const;
    const last = runs.at(-1);
    const same = !added && !removed;
    if (last && !last.same && !same)
      runs[runs.length - 1] = { ...last, a: [...last.a, ...ofA], b: [...last.b, ...ofB] };
    else runs.push({ same, a: ofA, b: ofB, at });
    i += ofA.length;
    j += ofB.length;
  }
  return runs;
}

/** The paragraphs of a stretch that were edited, set beside one another; what has no like is dropped or added whole. */
function withinParagraphs({ a, b, at }: Run<Paragraph>): TextEdit[] {
  if (a.length === 0 || b.length === 0) return [editOf('changed', { a, b, at })];
  return aligned(a, b, isAlike, MOST_PARAGRAPHS).flatMap((run) => {
    const { same, a: ofA, b: ofB } = run;
    return same ? ofA.flatMap((one, i) => withinWords(one, ofB[i]!)) : [editOf('changed', placed(run, at))];
  });
}

/** A side without pieces in the whole stretch opens where the stretch does. */
const placed = <P extends Piece>(run: Run<P>, at: Run<P>['at']): Run<P> => ({
  ...run,
  at: [Math.max(run.at[0], at[0]), Math.max(run.at[1], at[1])],
});

function isAlike({ bag: one }: Paragraph, { bag: other }: Paragraph): boolean {
  const most = (2 * Math.min(one.size, other.size)) / Math.max(1, one.size + other.size);
  if (most < LEAST_ALIKE) return one.size + other.size === 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return (2 * shared) / (one.size + other.size) >= LEAST_ALIKE;
}

function withinWords(one: Piece, other: Piece): TextEdit[] {
  const [a, b] = [one, other].map(({ text, start }) => pieces(text, WORD, start));
  return aligned(a!, b!, (x, y) => x.text === y.text, MOST_WORDS).map((run) =>
    editOf(run.same ? 'same' : 'changed', run),
  );
}

function editOf(kind: 'same' | 'changed', { a, b, at }: Pick<Run<Piece>, 'a' | 'b' | 'at'>): TextEdit {
  const whole = (side: readonly Piece[], from: number): Span => [side[0]?.start ?? from, side.at(-1)?.end ?? from];
  return { kind, before: whole(a, at[0]), after: whole(b, at[1]) };
}

/** Edits that touch are one, and so are those with only a space or a mark between: "[two men] [were]" → "[two men were]". */
function joined(before: string, edits: readonly TextEdit[]): TextEdit[] {
  const found: TextEdit[] = [];
  edits.forEach((edit, i) => {
    const last = found.at(-1);
    const isGlue = edit.kind === 'same' && edits[i + 1]?.kind === 'changed' && isMark(before, edit.before);
    const joins = last && (last.kind === edit.kind || (last.kind === 'changed' && isGlue));
    if (joins)
      found[found.length - 1] = {
        kind: last.kind,
        before: across(last.before, edit.before),
        after: across(last.after, edit.after),
      };
    else if (edit.before[0] < edit.before[1] || edit.after[0] < edit.after[1]) found.push(edit);
  });
  return found.map((edit) => ({ ...edit, kind: kindOf(edit) }));
}

const across = (first: Span, last: Span): Span => [first[0], last[1]];

/** White space within a paragraph, or a mark. */
const isMark = (text: string, [start, end]: Span): boolean =>
  end - start <= 3 && !/[\p{L}\p{N}\n]/u.test(text.slice(start, end));

function kindOf({ kind, before, after }: TextEdit): TextEdit['kind'] {
  if (kind === 'same') return kind;
  if (before[0] === before[1]) return 'added';
  return after[0] === after[1] ? 'dropped' : 'changed';
}
