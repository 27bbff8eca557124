import type { Attribution, Hop } from '../attributions/attribution.ts';
import type { Unknown } from '../meaning/meaning.ts';
import { slice, words } from '../text/span.ts';
import { escapeHtml } from './escape-html.ts';
import { isStatement, type Note } from './notes.ts';
import { looks, spoken } from './passage.ts';

const CERTAINTY = {
  certain: 'put as certain',
  probable: 'put as probable',
  possible: 'put as possible',
  underspecified: 'firmness not given',
} as const satisfies Record<Attribution['certainty'], string>;

/** Who added which statements, by their ids. */
export type Added = ReadonlyMap<string, string>;

/** The card of a statement or an unknown; `outer` is the note of the statement it stands in. */
export function card(text: string, note: Note, outer: Note | null, added: Added): string {
  const anchor = escapeHtml(note.anchor);
  const inside = isStatement(note.about)
    ? statement(text, note.about, anchor, outer, added)
    : unknown(text, note.about, anchor);
  const label = `<a class="num" href="#s-${anchor}" data-n="${note.label}" aria-label="${spoken(note)}: show it in the text"></a>`;
  return `<li class="card ${looks(note).join(' ')}" id="c-${anchor}" data-s="${anchor}" tabindex="-1">${label}<div>${inside}</div></li>`;
}

function statement(text: string, about: Attribution, anchor: string, outer: Note | null, added: Added): string {
  const { polarity, certainty, manner, kind, cue, hedges, author } = about;
  const facts = [`<span class="polarity">${polarity}</span>`, CERTAINTY[certainty]];
  if (kind === 'attribution') facts.push(manner === 'mixed' ? 'mixed quotation' : manner);
  if (kind === 'attribution' && author.polarity !== 'undecided')
    facts.push(author.polarity === 'affirms' ? 'the report stands for it' : 'the report stands against it');
  const notes = [];
  if (cue.length) notes.push(`cue ${quote(words(text, cue), LONG_CUE)}`);
  if (hedges.length) notes.push(`hedged ${hedges.map((span) => quote(slice(text, span), LONG_CUE)).join(', ')}`);
  if (outer)
    notes.push(`inside <a href="#s-${escapeHtml(outer.anchor)}" aria-label="${spoken(outer)}">${outer.label}</a>`);
  const more = notes.length ? `<p class="more">${notes.join(' · ')}</p>` : '';
  return [
    sure(about, added.get(about.id)),
    breadcrumbs(about),
    excerpt(words(text, about.content)),
    `<p class="facts" id="d-${anchor}">${facts.join(' · ')}</p>`,
    more,
  ].join('');
}

const sure = ({ confidence }: Attribution, addedBy: string | undefined): string =>
  addedBy === undefined
    ? `<p class="sure" title="how sure the machine is of having read this rightly, 0 to 1">suggested ${confidence.toFixed(2)}</p>`
    : `<p class="sure">added by <bdi>${escapeHtml(addedBy)}</bdi></p>`;

const KINDS = {
  undisclosed: 'Said to be undisclosed',
  unclear: 'Said to be unclear',
  unknown: 'Said to be unknown',
  unconfirmed: 'Said to be unconfirmed',
  'no comment': 'No comment',
  'no response': 'No response',
} as const satisfies Record<Unknown['kind'], string>;

function unknown(text: string, { span, about, kind }: Unknown, anchor: string): string {
  const topic = about ? `<p class="more">about ${quote(slice(text, about), LONG_EXCERPT)}</p>` : '';
  return [
    `<p class="what">${KINDS[kind]}</p>`,
    `<p class="facts" id="d-${anchor}">${quote(slice(text, span), LONG_EXCERPT)}</p>`,
    topic,
  ].join('');
}

const BASES = {
  witnessed: 'saw or heard it',
  told: 'was told',
  inferred: 'infers it',
  document: 'from a document',
} as const satisfies Record<NonNullable<Hop['basis']>, string>;

/** Western officials (collective) → The Wall Street Journal (outlet) → this report */
function breadcrumbs({ chain, kind }: Attribution): string {
  const named = chain.slice(0, -1).map(hop);
  if (kind === 'attribution' && !named.length) named.push('<span class="nobody">source not given</span>');
  const items = [...named, '<span class="here">this report</span>'].map((item) => `<li>${item}</li>`);
  return `<ol class="chain" aria-label="From who knows to who prints">${items.join('')}</ol>`;
}

function hop({ name, kind, span, basis }: Hop): string {
  const note = [kind, basis && BASES[basis], span ? null : 'implied'].filter(Boolean).join(', ');
  return `<b><bdi>${escapeHtml(name)}</bdi></b>${note ? ` <small>${note}</small>` : ''}`;
}

const LONG_CUE = 80;
const LONG_EXCERPT = 160;

// For the ear and for small screens; on wide ones the words stand beside the card.
const excerpt = (content: string): string =>
  `<p class="excerpt"><bdi>${escapeHtml(shorten(content, LONG_EXCERPT))}</bdi></p>`;

const quote = (words: string, longest: number): string => `<q><bdi>${escapeHtml(shorten(words, longest))}</bdi></q>`;

export function shorten(words: string, longest: number): string {
  const [...letters] = words
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  if (letters.length <= longest && words.length <= 4 * longest) return letters.join('');
  return (
    letters
      .slice(0, longest - 1)
      .join('')
      .trimEnd() + '…'
  );
}
