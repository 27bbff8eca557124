import { bareDay } from './date-line.ts';
import { datelineOf } from './dateline.ts';
import type { Block } from './document.ts';
import type { Told } from './draft.ts';
import type { Header } from './header-lines.ts';
import { isHeadline, oneLine } from './headline.ts';
import { linesOf } from './lines-of.ts';
import { isOutletName } from './outlet-name.ts';
import { type Span, slice } from './span.ts';
import { mergedTold, type ToldPart, toldLine } from './told-line.ts';
import { hangs, unwrapped } from './unwrapped.ts';

interface Line {
  readonly span: Span;
  readonly words: string;
  /** a blank line stands above */
  readonly isApart: boolean;
  /** null where it is text */
  readonly parts: readonly ToldPart[] | null;
}

/** More lines than this stand above no report. */
const most = 14;
/** Outlet or section, headline, standfirst in two lines */
const mostText = 4;
/** In UTF-16 units: with a name or a date under it, a headline may be longer than alone. */
const longestHeadline = 240;
/** In UTF-16 units: a longer line is a paragraph. */
const longestStandfirst = 300;

/** Headline, standfirst, byline, outlet, date and what else stands above a report, each in a line of its own. Nothing without evidence. */
export function openingLines(text: string, from = 0): Header {
  const none: Header = { told: {}, blocks: [], end: from };
  const lines = withoutSite(text, topOf(text, from));
  const head = lines.slice(0, headEnd(text, lines));
  const body = lines.slice(head.length);
  if (head.length === 0 || !isBody(body) || goesOn(head) || isTimeline(text, head)) return none;
  const parts = head.flatMap((line, i) => partsAt(line, head.slice(0, i)));
  const told = mergedTold(parts);
  const standing = head.filter(({ parts }) => !parts).map(({ span }) => span);
  const title = titleOf(text, standing, head, body);
  if (!isEvidence(text, head, parts, title, body)) return none;
  const titled: Told = title ? { ...told, title: oneLine(slice(text, title)) } : told;
  const blocks = [...standing.map((span) => textBlock(span, title)), ...creditsIn(text, head)];
  return { told: titled, blocks: blocks.sort((a, b) => a.span[0] - b.span[0]), end: head.at(-1)!.span[1] };
}

/** Broken lines are put together, those that tell something stay apart. */
function topOf(text: string, from: number): readonly Line[] {
  const found: Line[] = [];
  let isApart = false;
  for (const span of linesOf(text, from)) {
    if (span[0] < span[1]) found.push(lineAt(text, span, isApart));
    if (found.length > most) break;
    isApart = span[0] === span[1];
  }
  const starts = new Map(found.map((line) => [line.span[0], line]));
  const isNew = (i: number) => found[i]!.isApart || found[i]!.parts !== null || found[i - 1]?.parts !== null;
  const spans = unwrapped(
    text,
    found.map(({ span }) => span),
    isNew,
  );
  return spans.map((span) => ({ ...starts.get(span[0])!, span, words: oneLine(slice(text, span)) }));
}

/** An agency above the headline prints the report, under it may only be given credit. */
const partsAt = ({ parts }: Line, above: readonly Line[]): readonly ToldPart[] =>
  parts?.map((part) =>
    part.name && above.every((line) => line.parts) ? { kind: 'outlet', told: { outlet: part.name } } : part,
  ) ?? [];

function lineAt(text: string, span: Span, isApart: boolean): Line {
  const words = slice(text, span);
  return { span, words, isApart, parts: toldLine(words) };
}

/** "Nine dead in Arica | Northgate Examiner", as a tab is called */
function withoutSite(text: string, [first, ...others]: readonly Line[]): readonly Line[] {
  if (!first) return [];
  const [title, outlet] = (!first.parts && titleAndSite(slice(text, first.span))) || [];
  const isList = others[0]?.parts === null && titleAndSite(others[0].words) !== null;
  if (!title || !outlet || !isHeadline(title) || isList) return [first, ...others];
  const end = first.span[0] + title.length;
  const site: Line = {
    words: outlet,
    span: [first.span[1] - outlet.length, first.span[1]],
    isApart: false,
    parts: [{ kind: 'outlet', told: { outlet } }],
  };
  return [{ ...first, words: oneLine(title), span: [first.span[0], end] }, site, ...others];
}

function titleAndSite(words: string): readonly [title: string, outlet: string] | null {
  const [, title, outlet] =
    words.length > longestStandfirst ? [] : (/^(.*\S)\s+[|–—-]\s+([^|\r\n]+)$/.exec(words) ?? []);
  return title && outlet && isOutletName(outlet) ? [title, outlet] : null;
}

const isSigned = (line: Line | undefined): boolean => line?.parts?.some(({ kind }) => kind === 'byline') ?? false;

/** How many lines are the header's: to the last that tells something, with a headline over it, or a sentence that is signed. */
function headEnd(text: string, lines: readonly Line[]): number {
  let end = 0;
  let texts = 0;
  for (const [i, { span, words, parts }] of lines.entries()) {
    if (parts) {
      if (end === i || parts.some(({ kind }) => kind !== 'label')) end = i + 1;
      continue;
    }
    if (opensReport(text, span)) return texts > 0 ? i : end;
    texts++;
    const isTop = texts > 1 || isSigned(lines[i + 1]) || (isHeadline(words, longestHeadline) && words.includes(' '));
    if (!isTop || words.length > longestStandfirst || texts > mostText || mailKey.test(words)) break;
  }
  return end;
}

const mailKey = /^(?:From|To|Cc|Bcc|Subject|Sent|Re): /i;

/** "ARICA, March 12 (Halyard) - " */
const opensReport = (text: string, span: Span): boolean => {
  const dateline = datelineOf(text, span);
  return dateline !== null && text[dateline.span[1]] !== ':';
};

/** Under a header stands a text: lines of it, not the rest of a sentence whose date stood in a line. */
const isBody = ([first, ...others]: readonly Line[]) =>
  first !== undefined &&
  !rest.test(first.words) &&
  [first, ...others].some(({ words, parts }) => !parts && (words.length >= 40 || /[.!?]["”’)]*$/.test(words)));

/** "and that was seen by the Examiner" */
const rest =
  /^(?:and|but|or|that|which|who|when|where|while|as|to|of|in|on|at|for|with|by|from|after|before|was|were|is|are|had|has|have|will|the|an?|it|he|she|they|said) /;

/** "The list was taken from" / "https://…": what is told belongs to the sentence above. */
const goesOn = (head: readonly Line[]): boolean =>
  head.some(({ words, parts }, i) => !parts && head[i + 1]?.parts && (hangs(words) || /[:,;]$/.test(words)));

/** Days with their entries: the first day is not when it was published. */
function isTimeline(text: string, head: readonly Line[]): boolean {
  const days = new Set(head.map(({ words }) => bareDay(words)).filter((day) => day !== null));
  if (days.size !== 1) return days.size > 1;
  for (const span of linesOf(text, head.at(-1)!.span[1])) {
    const day = bareDay(slice(text, span));
    if (day !== null && !days.has(day)) return true;
  }
  return false;
}

/** The first that may be one. Nobody's where another line could be it as well: "Meduza" / "12 March 2025" / "Nine dead in Arica" */
function titleOf(
  text: string,
  [first, ...others]: readonly Span[],
  head: readonly Line[],
  body: readonly Line[],
): Span | null {
  if (!first) return null;
  const words = oneLine(slice(text, first));
  if (!isHeadline(words, longestHeadline)) return null;
  const isShort = words.split(/\s+/).length <= 3;
  const isName = isShort && /^(?:\p{Lu}\S*\s*)+$/u.test(words);
  if (isShort && (others.length > 0 || isOverBody(text, body))) return null;
  return isName && !head.some(isSigned) ? null : first;
}

/** Does a headline open it? */
const isOverBody = (text: string, [first, second]: readonly Line[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  isHeadline(first.words) &&
  (second.isApart || second.words.length > 2 * first.words.length || opensReport(text, second.span));

/** A name or a day says that these lines are no text; an outlet only above a headline or under it, an address only at the very top. */
function isEvidence(
  text: string,
  head: readonly Line[],
  parts: readonly ToldPart[],
  title: Span | null,
  body: readonly Line[],
): boolean {
  const kinds = new Set(parts.map(({ kind }) => kind));
  if (kinds.has('byline') || kinds.has('date')) return true;
  if (title && opensReport(text, body[0]!.span)) return true;
  const isAddressed = head[0]!.parts?.some(({ kind }) => kind === 'url') ?? false;
  return (kinds.has('outlet') || kinds.has('agency') || isAddressed) && (title !== null || isOverBody(text, body));
}

const textBlock = (span: Span, title: Span | null): Block => ({
  kind: span === title ? 'headline' : 'paragraph',
  span,
});

/** A byline with what stands right under it, and the names of those whom the report was taken from */
function creditsIn(text: string, head: readonly Line[]): readonly Block[] {
  const spans: Span[] = [];
  let isUnder = false;
  for (const { span, parts, isApart } of head) {
    const agency = parts?.find(({ name }) => name)?.name;
    const has = (kind: ToldPart['kind']) => parts?.some((part) => part.kind === kind) ?? false;
    if (has('byline') && !(isUnder && !isApart)) spans.push(span);
    else if (isUnder && !isApart && (has('byline') || has('outlet') || has('date')))
      spans.push([spans.pop()![0], span[1]]);
    else if (has('credit')) spans.push(span);
    else if (agency) {
      const start = text.indexOf(agency, span[0]);
      spans.push([start, start + agency.length]);
    }
    isUnder = has('byline') || (isUnder && !isApart && (has('outlet') || has('date')));
  }
  return spans.map((span) => ({ kind: 'credit', span }));
}
