import type { Attribution, Certainty } from '../attributions/attribution.ts';
import { factualityAt } from '../attributions/factuality-at.ts';
import { noEvidence } from '../attributions/no-evidence.ts';
import { isUnderUnsaying } from '../attributions/taken-back.ts';
import { weaker } from '../attributions/weaker.ts';
import { type Parse, parse } from '../language/parse.ts';
import type { Entity, Event, Figure, Place, Time } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { Document } from '../text/document.ts';
import { contains, type Span } from '../text/span.ts';
import { between } from './between.ts';
import { type Casualty, casualtiesOf, isFate, partsOfCounts } from './casualty.ts';
import { isCalledWrong } from './corrections.ts';
import { deedDone, termOfDeed } from './deed-done.ts';
import { negationOf, setOffIn } from './negation.ts';
import { noneFound, termOfNone } from './none-found.ts';
import { isPut, numberPut } from './number-put.ts';
import { type Predication, predications } from './predications.ts';
import { takenUp } from './pro-forms.ts';
import { type Term, termsOf, type WordKeys, wordKeys } from './terms.ts';

/** +1 it holds, −1 it does not, 0 nobody commits to either. */
export type Stance = 1 | 0 | -1;

export interface Amount {
  readonly span: Span;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly approximate: boolean;
  /** keys of what is counted: "soldier", "@KP" */
  readonly of: readonly string[];
}

export interface When {
  readonly span: Span;
  /** TIMEX3: "2024-11-20" */
  readonly value: string;
}

export interface Where {
  readonly span: Span;
  readonly name: string;
  readonly geonames: number | null;
  readonly precision: 'country' | 'region' | 'city' | null;
}

/** One thing that a statement says of something, ready to be set beside others. */
export interface Assertion {
  /** the statement's id; `id.2` for the second thing it says */
  readonly id: string;
  readonly statement: string;
  readonly document: string;
  readonly published: string | null;
  readonly kind: Attribution['kind'];
  /** id of the entity that is its first source, or its words */
  readonly source: string | null;
  /** from its first word to its last */
  readonly span: Span;
  readonly terms: readonly Term[];
  /** of the rest of its sentence: what another statement may say in the clause itself */
  readonly setting: readonly Term[];
  /** what is said, as a key; null for "is", "has", "there are" */
  readonly head: string | null;
  /** of the source, with "not" inside the content taken in: who denies that it did not fall says that it fell */
  readonly stance: Stance;
  /** the words that deny: the cue or the "not" */
  readonly denial: readonly Span[];
  readonly certainty: Certainty;
  /** the writer's own words of distance */
  readonly distance: readonly Span[];
  readonly figures: readonly Amount[];
  readonly times: readonly When[];
  readonly places: readonly Where[];
  /** is it told that something was done: a strike, an arrest; not what is said, believed, or lasts */
  readonly deed: boolean;
  /** names of its sentence, but for states and for whoever says it: of one event they are the same in part */
  readonly names: readonly string[];
  /** days that it tells of, else those of its sentence: "2024-11-20" */
  readonly days: readonly string[];
  /** does it tell of a stretch of time: "since April", "in the past two months"? */
  readonly isLong: boolean;
  /** the names that its document speaks of most: two statements of one story may leave them out */
  readonly topic: readonly string[];
  /** for "denied it": id of the assertion that it takes up */
  readonly about: string | null;
}

/** The things that a reading's statements say, in text order, each ready to be compared. */
export function assertionsOf(reading: Reading, parsed: Parse = parse(reading.document)): Assertion[] {
  const known = factsOf(reading, parsed);
  const found: Assertion[] = [];
  const inOrder = [...reading.attributions].sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  const nested = Map.groupBy(reading.attributions, (a) => a.within);
  for (const attribution of inOrder) {
    const inner = nested.get(attribution.id) ?? [];
    const told = predications(
      parsed,
      attribution.content,
      inner.flatMap((a) => [...a.content, ...a.cue, ...a.source]),
    );
    const own: Assertion[] = [];
    for (const part of told) {
      for (const put of formsOf(parsed, known, part))
        own.push(assertionOf(reading.document, parsed, known, attribution, put, own.length));
    }
    const pronoun = takenUp(reading, parsed, attribution, own, found);
    for (const each of pronoun ?? own.filter(saysSomething)) found.push(each);
  }
  // "And it gave the number of soldiers as 10,000": in a notice a report does not say what it says was wrong
  const kept = found.filter(({ kind, span }) => kind !== 'voice' || !isCalledWrong(span, reading.document));
  const topic = topicOf(kept);
  return kept.map((assertion) => ({ ...assertion, topic }));
}

/** What a reading knows beside its statements, ready to be asked clause by clause. */
interface Facts {
  readonly keys: WordKeys;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly figures: (span: Span) => Figure[];
  readonly times: (span: Span) => (Time & { readonly index: number })[];
  readonly places: (span: Span) => Place[];
  readonly events: (span: Span) => Event[];
}

const factsOf = (reading: Reading, parsed: Parse): Facts => ({
  keys: wordKeys(reading, parsed),
  entities: new Map(reading.entities.map((entity) => [entity.id, entity])),
  figures: between(reading.figures),
  times: between(
    reading.times
      .map((time, index) => ({ ...time, index }))
      .filter(({ type, span }) => type !== 'TIME' || !HOUR_ALONE.test(reading.document.text.slice(...span))),
  ),
  places: between(reading.places),
  events: between(reading.events),
});

/** "11 p.m.", "09:30 GMT": read as of the day of publication, which parts a copy of the next day from its original. */
const HOUR_ALONE = /^\d{1,2}(?:[:.]?\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s+[A-Z]{2,4})?$/;

const MOST_TOPICS = 8;

function topicOf(assertions: readonly Assertion[]): string[] {
  const counts = new Map<string, number>();
  for (const { terms } of assertions) {
    for (const { key } of terms) if (/^[@~]/.test(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(([key]) => key);
}

const startOf = ({ content }: Attribution): number => content[0]?.[0] ?? 0;

/** One word is no statement that another could say again; two are few, but "soldiers fled" is one. */
const saysSomething = ({ terms, figures }: Assertion): boolean =>
  new Set(terms.map(({ key }) => key)).size + figures.length >= 2;

/** A clause as it is compared: what it says of whom, or one of the counts that it gives. */
interface Form {
  readonly part: Predication;
  readonly span: Span;
  /** words that say something else beside it */
  readonly setOff: ReadonlySet<number>;
  readonly figures: readonly Figure[];
  readonly casualty: Casualty<Figure> | null;
}

/** "nine were killed and 20 wounded" has two counts, of which each says one thing. */
function formsOf(parsed: Parse, { figures }: Facts, part: Predication): Form[] {
  const span: Span = [parsed.words[part.words[0]!]!.start, parsed.words[part.words.at(-1)!]!.end];
  const setOff = setOffIn(parsed, part);
  const kept = part.words.filter((at) => !setOff.has(at));
  const found = figures(span).filter((one) => kept.some((at) => contains(one.span, spanAt(parsed, at))));
  const form = { part, span, setOff, figures: found };
  const { whole, dead } = partsOfCounts(parsed, part, found);
  // "wounded 20, nine of whom have since died", where the tree has the 20 dead
  const isOfDead = dead.some(({ at }) => at === part.head);
  const counted = (isOfDead ? [] : casualtiesOf(parsed, part, whole)).map((casualty) => ({ ...form, casualty }));
  // two of nine dead are no other toll
  const apart = counted.some(({ casualty }) => casualty.key !== 'wound')
    ? []
    : dead.map((casualty) => ({ ...form, part: withWord(part, casualty.at), casualty }));
  if (counted.length > 0 || isOfDead) return [...counted, ...apart];
  return [{ ...form, figures: apart.length > 0 ? whole : found, casualty: null }, ...apart];
}

/** The word that tells of their death stands in a clause of its own, or beside: "nine of whom DIED". */
const withWord = (part: Predication, at: number): Predication => ({
  ...part,
  words: [...new Set([...part.words, at])].sort((a, b) => a - b),
  asides: new Set([...part.asides].filter((aside) => aside !== at)),
});

function assertionOf(
  document: Document,
  parsed: Parse,
  { keys, entities, times, places, events }: Facts,
  attribution: Attribution,
  { part, span, setOff, figures: found, casualty }: Form,
  count: number,
): Assertion {
  const kept = part.words.filter((at) => !setOff.has(at));
  const isOwn = ({ span }: { readonly span: Span }) =>
    kept.some((at) => !part.asides.has(at) && contains(span, spanAt(parsed, at)));
  const put = casualty ? null : numberPut(parsed, part);
  const done = casualty || put ? null : deedDone(parsed, part);
  const none = casualty || put || done !== null ? null : noneFound(parsed, part);
  const denied = deniedAfter(parsed, part);
  const from = denied ?? (put || (casualty && isPut(parsed, part)) ? part.head : -1);
  const told = termsOf(parsed, keys, part, attribution);
  const inForm = casualty
    ? told.own.flatMap((term) => termOfCount(parsed, term, casualty))
    : told.own.flatMap((term) => termOfDeed(parsed, termOfNone(term, part, none), part, done));
  const terms = { ...told, own: inForm.filter(({ at }) => at > from && !setOff.has(at)) };
  const negation = negationOf(parsed, part);
  const under = negation ? null : underNone(parsed, part.head, attribution.content);
  return {
    id: count === 0 ? attribution.id : `${attribution.id}.${count + 1}`,
    statement: attribution.id,
    document: document.id,
    published: document.published,
    kind: attribution.kind,
    source: sourceOf(document, entities, attribution),
    span,
    terms: terms.own,
    setting: terms.setting,
    head:
      casualty?.key ??
      (put
        ? (keys.at(put.noun)[0] ?? null)
        : headOf(parsed, { ...part, head: done ?? none?.what ?? part.head }, terms.own)),
    stance: stanceOf(parsed, attribution, part, negation !== null, under),
    denial: [...(negation ? [negation] : []), ...(attribution.polarity === 'denies' ? attribution.cue : [])],
    certainty: none || under === 'denies' ? weaker('probable', attribution.certainty) : attribution.certainty,
    distance: attribution.author.distance,
    figures: (casualty?.counts ?? found).map((figure) => ({
      span: figure.span,
      min: figure.min,
      max: figure.max,
      unit: figure.unit,
      approximate: figure.approximate,
      of: (figure.of ? keys.ofSpan(figure.of) : (put?.of.flatMap(keys.at) ?? [])).filter(
        (key) => !casualty || !isFate(key),
      ),
    })),
    times: times(span).flatMap((time) =>
      time.type === 'DATE' && time.value !== null && time.index !== attribution.said && isOwn(time)
        ? [{ span: time.span, value: time.value }]
        : [],
    ),
    places: places(span)
      .filter(isOwn)
      .map(({ span, name, geonames, precision }) => ({ span, name, geonames, precision })),
    ...when(times(sentenceSpan(parsed, part)), attribution.said, isOwn),
    deed:
      casualty !== null || DEEDS.test(parsed.words[part.head]!.form) || events(spanAt(parsed, part.head)).length > 0,
    names: [...new Set([...terms.own, ...told.beside].map(({ key }) => key).filter((key) => key.startsWith('~')))],
    topic: [],
    about: null,
  };
}

/** In a count of dead what became of them is what is said, and whatever puts the number says nothing. */
function termOfCount(parsed: Parse, term: Term, { at, key, around, whom }: Casualty): Term[] {
  if (term.at === at) return [{ ...term, key, role: 'head' }];
  if (around.has(term.at)) return [];
  if (whom.some((of) => contains(of, spanAt(parsed, term.at)))) return [{ ...term, role: 'patient' }];
  return [term.role === 'head' ? { ...term, role: 'other' } : term];
}

/** What is said, without the light verbs: "gone into COMBAT"; "are in Kursk" says no more than where. */
function headOf(parsed: Parse, { head }: Predication, terms: readonly Term[]): string | null {
  const own = terms.find(({ role, at }) => role === 'head' && at === head);
  if (own) return /^[@~]/.test(own.key) ? null : own.key;
  if (/^(?:be|is|are|was|were|been|have|has|had|'s)$/.test(parsed.words[head]!.form)) return null;
  return (
    terms.find(({ key, role, at }) => at > head && role !== 'actor' && role !== 'aside' && !/^[@~]/.test(key))?.key ??
    null
  );
}

/** What was done to somebody, where no event was found: "killed", "dead". */
const DEEDS =
  /^(?:kill|die|dead|death|wound|injur|hurt|bomb|shell|struck|strik|attack|arrest|destroy|burn|crash|collaps)/;

const sentenceSpan = (parsed: Parse, { words, setting }: Predication): Span => {
  const all = [...words, ...setting];
  return [parsed.words[Math.min(...all)]!.start, parsed.words[Math.max(...all)]!.end];
};

function when(
  times: readonly (Time & { readonly index: number })[],
  said: number | null,
  isOwn: (time: Time) => boolean,
): Pick<Assertion, 'days' | 'isLong'> {
  const told = times.filter(({ index }) => index !== said);
  const days = (some: readonly Time[]) =>
    some.flatMap(({ value }) => (value !== null && /^\d{4}-\d\d-\d\d/.test(value) ? [value.slice(0, 10)] : []));
  const own = days(told.filter(isOwn));
  const isLong = told.some(
    ({ type, value }) => type === 'DURATION' || (value !== null && /^\d{4}(?:-\d\d)?$/.test(value)),
  );
  return { days: [...new Set(own.length > 0 ? own : days(told))], isLong };
}

const spanAt = (parsed: Parse, at: number): Span => [parsed.words[at]!.start, parsed.words[at]!.end];

function sourceOf(
  { text }: Document,
  entities: ReadonlyMap<string, Entity>,
  { chain, source }: Attribution,
): string | null {
  const id = chain[0]?.source ?? null;
  const entity = id === null ? undefined : entities.get(id);
  if (entity) return entity.wikidata ?? entity.name.toLowerCase();
  return source[0] ? text.slice(...source[0]).toLowerCase() : null;
}

/** Is it under "no evidence that" in what is said itself? */
function underNone(parsed: Parse, head: number, content: readonly Span[]): ReturnType<typeof noEvidence> {
  const own = content.find((span) => contains(span, spanAt(parsed, head)));
  return own ? noEvidence(parsed, head, own[0]) : null;
}

const OPENS = /^(?:if|whether|unless)$/;

function stanceOf(
  parsed: Parse,
  attribution: Attribution,
  part: Predication,
  negated: boolean,
  under: ReturnType<typeof underNone>,
): Stance {
  const cue = attribution.polarity === 'affirms' ? 1 : attribution.polarity === 'denies' ? -1 : 0;
  if (part.words.some((at) => parsed.words[at]!.label === 'mark' && OPENS.test(parsed.words[at]!.form))) return 0;
  if (
    under === 'undecided' ||
    isNeither(parsed, part) ||
    isWished(parsed, part) ||
    isUnderUnsaying(parsed.text, parsed.words[part.head]!.start)
  )
    return 0;
  return (negated || under === 'denies' ? -cue : cue) as Stance;
}

/** "would neither confirm nor DENY that a general was hurt": nothing is said of what follows. */
function deniedAfter(parsed: Parse, { words }: Predication): number | null {
  return (
    words.find((at) => /^den(?:y|ies|ied)$/.test(parsed.words[at]!.form) && parsed.words[at - 1]?.form === 'nor') ??
    null
  );
}

/** It stands under "neither confirm nor deny", in its own clause or in the one above. */
function isNeither(parsed: Parse, part: Predication): boolean {
  if (deniedAfter(parsed, part) !== null) return true;
  let at = part.head;
  for (let step = 0; step < 8 && at >= 0; step++, at = parsed.words[at]!.head) {
    if (/^den(?:y|ies|ied)$/.test(parsed.words[at]!.form) && parsed.words[at - 1]?.form === 'nor') return true;
  }
  return false;
}

/** "could fall", "would fall if": open, unless the words say that it did not happen. */
function isWished(parsed: Parse, { head }: Predication): boolean {
  const { tag, label } = parsed.words[head]!;
  if (!tag.startsWith('VB') || label === 'root') return false;
  return label === 'advcl' && factualityAt(parsed, head).polarity === 'undecided';
}
