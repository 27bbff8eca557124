import { type Attribution, CERTAINTIES, POLARITIES } from '../attributions/attribution.ts';
import { mannerOf } from '../attributions/manner.ts';
import { outermostOf } from '../attributions/snap.ts';
import { quotations } from '../language/quotations.ts';
import type { Reading } from '../read.ts';
import { containsAny, overlaps, type Span, words } from '../text/span.ts';
import { entityAt } from './added-statement.ts';
import { entityCalled } from './as-decided.ts';
import { spansOf } from './check-value.ts';
import { extent } from './correctable.ts';
import { type Add, type Addition, certaintyUnlessTold } from './decision.ts';

type Given = Omit<Add, 'verb' | 'on'>;

/**
 * What is kept of a statement that a person adds; throws what is wrong with it.
 *
 * @param reading as people decided: it must stand beside what they hold to be there
 */
export function additionOf(reading: Reading, given: Given): Addition {
  const { text, sha256 } = reading.document;
  if (given.text !== undefined && given.text !== sha256)
    throw new Error('was read again since, and has another text now; look at it, then select the words anew');
  const own = { name: 'the added statement', near: null, option: '--words' };
  if (isNothing(given.content)) throw new Error('what was said? Give its words');
  const content = spansOf(text, own, 'content', given.content);
  const { source: typed } = given;
  if (typeof typed === 'string' && !text.includes(typed))
    throw new Error(`the source, “${typed}”, is not in the text: give it as a name`);
  const owner = { ...own, near: extent({ content, cue: [], source: [] }) };
  const [cue, source] = together(
    (['cue', 'source'] as const).map((role) => () => {
      return isNothing(given[role]) ? [] : spansOf(text, { ...owner, option: `--${role}` }, role, given[role]);
    }),
  ) as [readonly Span[], readonly Span[]];
  checkWords(text, { content, cue, source });
  const name = given.name?.trim().replace(/\s+/g, ' ') || nameAt(reading, source);
  if (name === null)
    throw new Error('who said it? Give the words for the source, or a name where the text has none for it');
  if (!name.isWellFormed()) throw new Error('name has half a character in it');
  const { polarity = 'affirms' } = given;
  const { certainty = certaintyUnlessTold(polarity) } = given;
  checkOneOf('polarity', POLARITIES, polarity);
  checkOneOf('certainty', CERTAINTIES, certainty);
  checkNew(reading, { content, name });
  return {
    ...{ content, cue, source, name },
    manner: mannerOf(content, outermostOf({ quotations: quotations(reading.document) })),
    ...{ polarity, certainty },
    words: [...content, ...cue, ...source].map((span) => text.slice(...span)),
    text: sha256,
  };
}

/** What is wrong with any of them is told at once. */
function together<Made>(makers: readonly (() => Made)[]): Made[] {
  const made = makers.map((make) => {
    try {
      return { value: make() };
    } catch (error) {
      return { error: error as Error };
    }
  });
  const errors = made.flatMap(({ error }) => error ?? []);
  if (errors.length > 1) throw new Error(errors.map(({ message }) => message).join('. '));
  if (errors[0]) throw errors[0];
  return made.map(({ value }) => value!);
}

const isNothing = (given: unknown): boolean =>
  given === undefined || given === '' || (Array.isArray(given) && given.length === 0);

/** As the text calls them where it names a government, else by their own name: "she" is nobody's. */
export function nameAt(reading: Reading, [first]: readonly Span[]): string | null {
  if (!first) return null;
  const entity = entityAt(reading, first);
  return entity && entity.kind !== 'government'
    ? entity.name
    : reading.document.text.slice(...first).replace(/\s+/g, ' ');
}

function checkOneOf(field: string, choices: readonly string[], value: string): void {
  if (!choices.includes(value)) throw new Error(`${field} cannot be “${value}”: it is one of ${choices.join(', ')}`);
}

/** All of it is words, and whoever speaks and the word for it are no part of what is said. */
function checkWords(text: string, { content, cue, source }: Pick<Addition, 'content' | 'cue' | 'source'>): void {
  const [blank] = [...content, ...cue, ...source].filter((span) => text.slice(...span).trim() === '');
  if (blank) throw new Error(`there are no words at [${blank.join(', ')}): take those beside it`);
  for (const [role, others, spans] of [
    ['cue', [...content, ...source], cue],
    ['source', content, source],
  ] as const) {
    const shared = spans.find((span) => others.some((other) => overlaps(span, other)));
    if (shared) throw new Error(`${role} “${text.slice(...shared)}” stands in its other words; give these in pieces`);
  }
}

/** It stands apart from the statements of others that are there, inside one of them, or around it. */
export function checkNew(reading: Reading, { content, name }: Pick<Addition, 'content' | 'name'>): void {
  const { text } = reading.document;
  for (const other of reading.attributions) {
    const how = other.kind === 'attribution' && standing(content, other.content);
    if (!how) continue;
    const told = `statement ${other.id}, “${shortened(words(text, other.content))}”, by ${other.chain[0]?.name}`;
    if (how === 'same') throw new Error(`these words are there already: ${told}. Confirm or correct that one`);
    if (how === 'crossing') throw new Error(`its words overlap with ${told}. Take other words, or correct that one`);
    if (!isSaidBy(reading, name, other)) continue;
    throw new Error(`its words stand ${how} ${told}: the same source. Correct that one, or reject it first`);
  }
}

function isSaidBy(reading: Reading, name: string, { chain: [first] }: Attribution): boolean {
  if (!first) return false;
  const isSame = first.source !== null && entityCalled(reading, name)?.id === first.source;
  return isSame || first.name.toLowerCase() === name.toLowerCase();
}

function standing(own: readonly Span[], other: readonly Span[]): 'same' | 'in' | 'around' | 'crossing' | null {
  if (!own.some((span) => other.some((piece) => overlaps(span, piece)))) return null;
  const [inside, around] = [
    own.every((span) => containsAny(other, span)),
    other.every((piece) => containsAny(own, piece)),
  ];
  if (inside && around) return 'same';
  return inside ? 'in' : around ? 'around' : 'crossing';
}

const SHOWN = 60;
const shortened = (told: string): string => (told.length > SHOWN ? `${told.slice(0, SHOWN).toWellFormed()}…` : told);
