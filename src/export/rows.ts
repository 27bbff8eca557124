import type { Reading } from '../read.ts';
import type { Document } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import { type Added, card } from './card.ts';
import { escapeHtml } from './escape-html.ts';
import { factCards } from './facts-card.ts';
import { isStatement, type Mark, type Notes } from './notes.ts';
import { passage } from './passage.ts';
import { isTitle, type Piece } from './pieces.ts';

/** Each piece of the text with its cards beside it. `level` is that of the report's own heading. */
export function rows(
  reading: Reading,
  parts: readonly Piece[],
  { notes, marks }: Notes,
  level: 1 | 2,
  added: Added,
): string[] {
  const { document } = reading;
  const byId = new Map(notes.flatMap((note) => (isStatement(note.about) ? [[note.about.id, note]] : [])));
  const outerOf = (about: (typeof notes)[number]['about']) =>
    (isStatement(about) && about.within !== null && byId.get(about.within)) || null;
  const nextMarks = taker(marks, (mark) => mark.span[0]);
  const nextNotes = taker(notes, (note) => note.at);
  const nextFacts = factsTaker(reading);
  let open: Mark[] = [];
  return parts.map((piece, i) => {
    const end = i === parts.length - 1 ? Number.POSITIVE_INFINITY : piece.span[1];
    open = [...open.filter((mark) => mark.span[1] > piece.span[0]), ...nextMarks(piece.span[1])];
    const cards = nextNotes(end).map((note) => card(document.text, note, outerOf(note.about), added));
    cards.push(...factCards(reading, nextFacts(end)));
    const tag = tagOf(piece, isTitle(document, piece), level);
    return row(document, tag, piece.kind, passage(document.text, piece.span, open), cards);
  });
}

function factsTaker({ figures, times, places, events }: Reading) {
  const next = <Fact extends { readonly span: Span }>(facts: readonly Fact[]) =>
    taker(
      facts.toSorted((a, b) => a.span[0] - b.span[0]),
      (fact) => fact.span[0],
    );
  const [figure, time, place, event] = [next(figures), next(times), next(places), next(events)];
  return (end: number) => ({ figures: figure(end), times: time(end), places: place(end), events: event(end) });
}

/** Gives the items that start before `end` and were not given before; `items` are in text order. */
function taker<T>(items: readonly T[], startOf: (item: T) => number): (end: number) => T[] {
  let next = 0;
  return (end) => {
    const from = next;
    while (next < items.length && startOf(items[next]!) < end) next++;
    return items.slice(from, next);
  };
}

function tagOf({ kind }: Piece, isTitle: boolean, level: number): string {
  if (kind === 'headline') return `h${isTitle ? level : level + 1}`;
  if (kind === 'heading') return `h${level + 1}`;
  return kind === 'quote' ? 'blockquote' : 'p';
}

function row({ language }: Document, tag: string, kind: string, words: string, cards: readonly string[]): string {
  const lang = language ? ` lang="${escapeHtml(language)}"` : '';
  const beside = cards.length
    ? `<ol class="cards" aria-label="Found in this passage">\n${cards.join('\n')}\n</ol>`
    : '';
  return `<div class="row"><div class="passage"${lang} dir="auto"><${tag} class="${kind}">${words}</${tag}></div>${beside}</div>`;
}
