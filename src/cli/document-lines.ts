import stringWidth from 'string-width';
import type { Standing } from '../ledger/standing.ts';
import { statementIn } from '../ledger/statement-pages.ts';
import type { Reading } from '../read.ts';
import type { Document } from '../text/document.ts';
import { contains, type Span, slice, words } from '../text/span.ts';
import { plain, shorten, wrapShort } from './shorten.ts';
import { statementLines } from './statement-lines.ts';
import type { Terminal } from './terminal.ts';

type Facts = Pick<Document, 'id' | 'address' | 'outlet' | 'title' | 'published' | 'updated'>;

/** Headline, then outlet, date, address and id. */
export function documentHead(document: Facts, { style, width }: Terminal): string[] {
  const title = plain(document.title ?? document.address);
  const { outlet, address, id } = document;
  const facts = [outlet ?? 'outlet not known', datesTold(document)].map(plain).join(' · ');
  const room = width - stringWidth(facts) - id.length - 6;
  const left = room < 12 ? shorten(facts, width - id.length - 3) : `${facts} · ${keepEnd(plain(address), room)}`;
  return [style('bold', shorten(title, width)), `${style('dim', `${left} · `)}${style('cyan', id)}`];
}

/** "2024-11-21, updated 2024-11-22" */
export function datesTold({ published, updated }: Pick<Document, 'published' | 'updated'>): string {
  const first = published?.replace('T', ' ') ?? 'date not known';
  const isSame = updated === null || updated.slice(0, 10) === published?.slice(0, 10);
  return isSame ? first : `${first}, updated ${updated.replace('T', ' ')}`;
}

/** "…kursk/02-halyard-agency.txt": the end of an address tells the most. */
const keepEnd = (address: string, width: number): string =>
  stringWidth(address) <= width ? address : `…${[...address].slice(1 - width).join('')}`;

/** A document with its statements, what it says is not known, and how much there is of each. */
export function documentLines(reading: Reading, terminal: Terminal, decided: readonly Standing[] = []): string[] {
  const { document, attributions, unknowns } = reading;
  const standings = new Map(decided.map((standing) => [standing.statement, standing]));
  const statements = attributions.flatMap(({ id }) => {
    const standing = standings.get(id);
    return statementLines({ ...statementIn(reading, id), ...(standing && { standing }) }, terminal);
  });
  const indent = '  ';
  const unknown = unknowns.flatMap(({ span, about }) => {
    const said = plain(unknownWords(document.text, span, about));
    const [first, ...rest] = wrapShort(said, terminal.width - 16, 2);
    return [
      `${indent}${terminal.style('magenta', 'not known')}     ${first}`,
      ...rest.map((line) => ' '.repeat(16) + line),
    ];
  });
  const counted = wrapShort(counts(reading), terminal.width - 2, 2).map((line) => indent + terminal.style('dim', line));
  return [...documentHead(document, terminal), ...statements, ...unknown, ...counted];
}

/** "The cost has not been disclosed"; pieces that lie apart are joined by " … ". */
function unknownWords(text: string, span: Span, about: Span | null): string {
  if (!about || contains(span, about)) return slice(text, span);
  const parts = [about, span].sort((a, b) => a[0] - b[0]) as [Span, Span];
  const between = text.slice(parts[0][1], parts[1][0]);
  return between.trim() === '' ? slice(text, [parts[0][0], parts[1][1]]) : words(text, parts);
}

export const plural = (n: number, noun: string): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

function counts({ document, attributions, unknowns, figures, events }: Reading): string {
  const names = new Set(attributions.flatMap((a) => (a.kind === 'voice' ? [] : (a.chain[0]?.name ?? []))));
  const denied = attributions.filter((a) => a.polarity === 'denies').length;
  const hedged = attributions.filter((a) => a.hedges.length > 0).length;
  const parts = [
    `${plural(attributions.length, 'statement')} by ${plural(names.size, 'source')} named in it`,
    denied > 0 && plural(denied, 'denial'),
    hedged > 0 && `${hedged} hedged`,
    unknowns.length > 0 && `${unknowns.length} not known`,
    figures.length > 0 && plural(figures.length, 'figure'),
    events.length > 0 && plural(events.length, 'event'),
  ];
  return attributions.length === 0 ? nothingIn(document) : parts.filter(Boolean).join(' · ');
}

/** Nothing found is no proof that nothing was said, least of all in a language that is not read. */
function nothingIn({ language }: Document): string {
  if (language === null || language === 'en') return 'no statement found';
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return `no statement found: this is ${name}, and only English is read for statements`;
}
