import { withoutBy } from './byline.ts';
import type { Block } from './document.ts';
import type { Told } from './draft.ts';
import { isoDate } from './iso-date.ts';
import { type Span, slice } from './span.ts';

const keys: Readonly<Record<string, keyof Told | 'credit' | 'dateline'>> = {
  outlet: 'outlet',
  publisher: 'outlet',
  publication: 'outlet',
  source: 'outlet',
  site: 'outlet',
  title: 'title',
  headline: 'title',
  byline: 'byline',
  by: 'byline',
  author: 'byline',
  authors: 'byline',
  published: 'published',
  date: 'published',
  updated: 'updated',
  modified: 'updated',
  url: 'url',
  link: 'url',
  language: 'language',
  lang: 'language',
  credit: 'credit',
  dateline: 'dateline',
};

export interface Header {
  readonly told: Told;
  /** its headline, its credits, and what of it is text */
  readonly blocks: readonly Block[];
  /** where the header ends and the text begins; where it was looked for if there is none */
  readonly end: number;
}

/** Keys longer than this are sentences with a colon in them. */
const line = /([A-Za-z][A-Za-z _-]{0,15}):[ \t]*([^\r\n]*)(?:\r\n|\r|\n|$)/y;

/** `Outlet: The Courier` and the like at the very top; ended by the first other line. One line alone is no header unless a blank line follows. */
export function headerLines(text: string): Header {
  const told: Told = {};
  const credits: Block[] = [];
  let title: Span | null = null;
  let source: Span | null = null;
  let end = 0;
  for (line.lastIndex = 0; ; ) {
    const found = line.exec(text);
    const key = found && keys[found[1]!.trim().toLowerCase()];
    if (!found || !key || !found[2]!.trim()) break;
    const start = found.index + found[0].indexOf(found[2]!, found[1]!.length + 1);
    const value: Span = [start, start + found[2]!.trimEnd().length];
    if (key === 'credit') credits.push({ kind: 'credit', span: value });
    else if (key === 'title') title = value;
    if (/^source/i.test(found[1]!)) source = value;
    else if (key !== 'credit' && key !== 'dateline') tell(told, key, found[2]!);
    end = found.index + found[0].length;
  }
  const isHeader = /^[ \t]*(?:\r\n|\r|\n|$)/.test(text.slice(end, end + 20));
  if (!isHeader) return { told: {}, blocks: [], end: 0 };
  // beside an outlet, or alone, it is whom the report was taken from
  if (source && (told.outlet || Object.keys(told).length === 0)) credits.push({ kind: 'credit', span: source });
  else if (source) tell(told, 'outlet', slice(text, source));
  const blocks: Block[] = title ? [{ kind: 'headline', span: title }, ...credits] : credits;
  return { told, blocks: blocks.sort((a, b) => a.span[0] - b.span[0]), end };
}

/** "Source: The Courier" */
export function keyLine(words: string): { readonly key: (typeof keys)[string]; readonly value: string } | null {
  const [, name, value] = /^([A-Za-z][A-Za-z _-]{0,15}):[ \t]*(\S.*)$/.exec(words) ?? [];
  const key = name && keys[name.trim().toLowerCase()];
  return key ? { key, value: value! } : null;
}

/** Puts a written value where it belongs; a date that cannot be read surely is left out. */
export function tell(told: Told, key: keyof Told, written: string): void {
  const value = written.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (key === 'published' || key === 'updated') {
    const date = isoDate(value);
    if (date) told[key] = date;
  } else if (key === 'byline') told.byline = withoutBy(value);
  else if (value) told[key] = value;
}

/** The told things of simple `key: value` lines, as in the front matter of a Markdown file. */
export function toldByLines(lines: string): Told {
  const told: Told = {};
  for (const written of lines.split(/\r\n|\r|\n/)) {
    const { key, value } = keyLine(written) ?? {};
    if (key && key !== 'credit' && key !== 'dateline') tell(told, key, value!);
  }
  return told;
}
