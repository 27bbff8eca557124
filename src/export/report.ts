import type { Reading } from '../read.ts';
import type { Document } from '../text/document.ts';
import { type Added, shorten } from './card.ts';
import { day } from './day.ts';
import { escapeHtml, linkable } from './escape-html.ts';
import { fresh, isStatement, type Note, notesOf } from './notes.ts';
import { isTitle, pieces } from './pieces.ts';
import { rows } from './rows.ts';

/** One document of the page, with what the toolbar and the index tell of it. */
export interface Report {
  readonly anchor: string;
  readonly title: string;
  readonly outlet: string;
  readonly published: string;
  /** "9 attributed statements · 3 speakers · 2 unknowns" */
  readonly counts: string;
  readonly notes: readonly Note[];
  readonly html: string;
}

/** `level` is that of the report's own heading; `taken` holds the anchors given out so far. */
export function report(reading: Reading, level: 1 | 2, taken: Set<string>, added: Added): Report {
  const { document } = reading;
  const anchor = `r-${fresh(document.id, taken)}`;
  const notes = notesOf(reading, taken);
  const parts = pieces(document, notes.marks);
  const beside = rows(reading, parts, notes, level, added);
  const at = parts.findIndex((piece) => isTitle(document, piece));
  const title = titleOf(document, at >= 0 ? document.text.slice(...parts[at]!.span) : document.title);
  const heading =
    at >= 0 ? beside.splice(at, 1)[0]! : `<h${level} class="headline" dir="auto">${escapeHtml(title)}</h${level}>`;
  const known = { anchor, title, ...printed(document), counts: countsOf(notes.notes), notes: notes.notes };
  const html = [
    `<article id="${anchor}" aria-label="${escapeHtml(title)}">`,
    masthead(known, heading, document),
    ...beside,
    provenance(document),
    '</article>',
  ].join('\n');
  return { ...known, html };
}

const LONG_TITLE = 140;

const titleOf = ({ id, text }: Document, words: string | null): string =>
  shorten(words ?? '', LONG_TITLE) || `Untitled: ${shorten(text, 70) || id}`;

const printed = ({ outlet, published }: Document) => ({
  outlet: outlet ?? 'outlet not given',
  published: published ? day(published) : 'no date given',
});

function countsOf(notes: readonly Note[]): string {
  const statements = notes.flatMap(({ about }) => (isStatement(about) ? [about] : []));
  const attributed = statements.filter((about) => about.kind === 'attribution');
  const speakers = attributed.flatMap(({ chain }) => (chain.length > 1 ? [chain[0]!] : []));
  const wordings = new Set(
    speakers.map(({ source, name }) => source ?? name.toLowerCase().replace(/^(?:the|an?) /, '')),
  );
  const unknowns = notes.length - statements.length;
  const own = statements.length - attributed.length;
  return [
    count(attributed.length, 'attributed statement'),
    count(wordings.size, 'speaker'),
    count(unknowns, 'unknown'),
    ...(own ? [`${count(own, 'statement')} of its own`] : []),
  ].join(' · ');
}

const count = (n: number, noun: string): string => `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`;

function masthead({ outlet, published, counts }: Omit<Report, 'html'>, heading: string, document: Document): string {
  const time = document.published
    ? `<time datetime="${escapeHtml(document.published)}">${escapeHtml(published)}</time>`
    : published;
  const updated = document.updated
    ? `updated <time datetime="${escapeHtml(document.updated)}">${escapeHtml(day(document.updated))}</time>`
    : null;
  const byline = document.byline ? `<bdi>${escapeHtml(document.byline)}</bdi>` : null;
  const credits = document.credits.length ? `credits: <bdi>${escapeHtml(document.credits.join('; '))}</bdi>` : null;
  const line = [byline, time, updated, credits].filter(Boolean).join(' · ');
  return `<header class="masthead"><p class="outlet"><bdi>${escapeHtml(outlet)}</bdi></p>
${heading}
<p class="byline">${line}</p><p class="counts">${counts}</p></header>`;
}

function provenance({ id, url, address, sha256, capture }: Document): string {
  const link = linkable(url);
  const page = link
    ? `<a href="${escapeHtml(link)}" rel="noreferrer noopener">${escapeHtml(link)}</a>`
    : `<code>${escapeHtml(url ?? address)}</code>`;
  const rows = [
    ['Read from', page],
    ['Document', `<code>${escapeHtml(id)}</code>`],
    ['SHA-256 of the text', `<code>${escapeHtml(sha256)}</code>`],
    ['SHA-256 of the bytes', `<code>${escapeHtml(capture)}</code>`],
  ];
  return `<footer class="provenance"><dl>${rows.map(([term, told]) => `<div><dt>${term}</dt><dd>${told}</dd></div>`).join('')}</dl></footer>`;
}
