import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/**
 * A stretch between quotation marks. `span` takes the marks in, `inner` does not.
 * A quotation over several paragraphs opens anew in each and closes in the last only: the pieces carry `continues`.
 */
export interface Quotation {
  readonly span: Span;
  readonly inner: Span;
  /** the closing mark is there */
  readonly closed: boolean;
  /** goes on in the next paragraph, which opens with a mark of its own */
  readonly continues: boolean;
  /** marks within marks: 'he said “no”' has depth 1 inside depth 0 */
  readonly depth: number;
  readonly single: boolean;
}

interface Open {
  readonly at: number;
  readonly length: number;
  readonly family: Family;
}

/** Marks close marks of their own family: “ ”, " ", ‘ ’ or ' ', « », `` ''. */
type Family = 'curly' | 'straight' | 'single' | 'angle' | 'ticks';

const OPENS = '“„«‟';
const CLOSES = '”»';
// ’tis, ’em, ’90s: an apostrophe at the front of a word is not an opening mark
const ELISION = /^['’‘](?:tis|twas|em|til|cause|bout|n|round|\d0s)\b/i;

export function quotations(document: Document): Quotation[] {
  const found: Quotation[] = [];
  let carried: Quotation | null = null;
  for (const block of document.blocks) {
    const inBlock = quotationsIn(document.text, block.span);
    const first = inBlock.find((q) => q.depth === 0);
    // “A paragraph left open … “and the next opens again”: the first continues
    if (carried && first && first.span[0] === block.span[0] && !carried.single === !first.single) {
      found[found.lastIndexOf(carried)] = { ...carried, continues: true };
    }
    found.push(...inBlock);
    const last = inBlock.findLast((q) => q.depth === 0);
    carried = last && !last.closed && last.span[1] === block.span[1] ? last : null;
  }
  return found;
}

/** One pass, left to right, with a stack of the marks that are open. */
function quotationsIn(text: string, [start, end]: Span): Quotation[] {
  const found: Quotation[] = [];
  const stack: Open[] = [];
  const close = (at: number, length: number, closed: boolean) => {
    const open = stack.pop()!;
    found.push({
      span: [open.at, at + length],
      inner: [open.at + open.length, at],
      closed,
      continues: false,
      depth: stack.length,
      single: open.family === 'single',
    });
  };
  const SCAN = /[“”„‟«»"]|``|''|['‘’]/g;
  SCAN.lastIndex = start;
  for (let m = SCAN.exec(text); m && m.index < end; m = SCAN.exec(text)) {
    const mark = markAt(text, m.index, m[0], start, end);
    if (mark === 'none') continue;
    const family = familyOf(m[0]);
    if (mark === 'open') {
      // “opened “twice: the earlier one was left open and ends here
      if (stack.at(-1)?.family === family && family !== 'single') close(lastBlackOf(text, start, m.index), 0, false);
      stack.push({ at: m.index, length: m[0].length, family });
      continue;
    }
    const match = matchOf(stack, family);
    if (match < 0) continue;
    if (family === 'single' && !closesSingle(text, m.index, end)) continue;
    while (stack.length > match + 1) stack.pop(); // a single mark never closed inside a double one was an apostrophe
    close(m.index, m[0].length, true);
  }
  while (stack.length) {
    const open = stack.at(-1)!;
    if (open.family === 'single' && !opensBlock(text, open.at, start)) stack.pop();
    else close(lastBlackOf(text, start, end), 0, false);
  }
  return found.filter((q) => q.inner[1] > q.inner[0]).sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

function familyOf(mark: string): Family {
  if (mark === '"') return 'straight';
  if (mark === '``' || mark === "''") return 'ticks';
  if ("'‘’".includes(mark)) return 'single';
  return mark === '«' || mark === '»' ? 'angle' : 'curly';
}

/** The open mark that a closing one of this family closes: its own kind, else any double one (“so" and "so” occur). */
function matchOf(stack: readonly Open[], family: Family): number {
  const own = stack.findLastIndex((open) => open.family === family);
  if (own >= 0 || family === 'single') return own;
  return stack.findLastIndex((open) => open.family !== 'single');
}

const opensBlock = (text: string, at: number, start: number): boolean => text.slice(start, at).trim() === '';

function lastBlackOf(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) <= 32) at--;
  return at;
}

const isWord = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c);
const isSpace = (c: string | undefined): boolean => c === undefined || /[\s([{—–\-/]/.test(c);

/** What the mark at `at` does there. Straight marks and wrong-way curly ones are told by the white space about them. */
function markAt(text: string, at: number, mark: string, start: number, end: number): 'open' | 'close' | 'none' {
  if (mark === '``') return 'open';
  const next = at + mark.length;
  const before = at > start ? text[at - 1] : undefined;
  const after = next < end ? text[next] : undefined;
  const opening = isSpace(before) && after !== undefined && !/\s/.test(after);
  const nested = before !== undefined && '“"‘'.includes(before) && isWord(after);
  if (OPENS.includes(mark)) return /\s/.test(after ?? ' ') && !isSpace(before) ? 'close' : 'open';
  if (CLOSES.includes(mark)) return opening ? 'open' : 'close';
  if (mark === '"' || mark === "''") return opening || nested ? 'open' : 'close';
  if (isWord(before) && isWord(after)) return 'none'; // don’t
  if (mark === '‘') return after !== undefined && !/\s/.test(after) ? 'open' : 'none';
  if (opening || nested) return ELISION.test(text.slice(at, at + 8)) ? 'none' : 'open';
  return 'close';
}

/**
 * 'the officials’ claim' — after an s, a mark that a lower-case word follows may be a possessive:
 * it closes only where no later mark of the paragraph could.
 */
function closesSingle(text: string, at: number, end: number): boolean {
  if (!/[sxz]/i.test(text[at - 1] ?? '') || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return true;
  const rest = text.slice(at + 1, Math.min(end, at + 600));
  const later = /[.,!?;:…\p{L}]['’](?![\p{L}\p{N}])/u.exec(rest)?.index ?? -1;
  const nextOpen = /(?:^|[\s(])[‘'](?=[\p{L}\p{N}])/u.exec(rest)?.index ?? -1;
  return later < 0 || (nextOpen >= 0 && nextOpen < later);
}
