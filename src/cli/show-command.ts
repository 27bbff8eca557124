import type { Attribution, Author, Basis } from '../attributions/attribution.ts';
import { rowOf } from '../export/jsonl.ts';
import type { Entry } from '../ledger/entries.ts';
import { type Grade, letterTold } from '../ledger/grade.ts';
import type { Ledger, StatementInReading, StoredReading } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { statementIn } from '../ledger/statement-pages.ts';
import type { Entity, Event, Figure, Time } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import { containsAny, type Span, slice, words } from '../text/span.ts';
import { wholeChain } from './chain.ts';
import { decidedTold, lostTold, standingFacts, stateTold } from './decision-lines.ts';
import { datesTold, documentLines } from './document-lines.ts';
import { passageLines } from './passage-lines.ts';
import { resolve } from './resolve-id.ts';
import { plain, wrap } from './shorten.ts';
import type { Terminal } from './terminal.ts';

export interface ShowOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

/** A statement in its passage with everything found in it, or a document with its statements. */
export async function showCommand(prefix: string, options: ShowOptions, terminal: Terminal): Promise<number> {
  const ledger = openLedger(options.ledger, { create: false });
  try {
    const { kind, id } = await resolve(ledger, prefix);
    const shown = kind === 'document' ? await documentShown(ledger, id) : await statementShown(ledger, id);
    await terminal.out(options.json ? `${JSON.stringify(shown.json)}\n` : `${shown.lines(terminal).join('\n')}\n`);
    return 0;
  } finally {
    await ledger.close();
  }
}

interface Shown {
  readonly json: object;
  readonly lines: (terminal: Terminal) => string[];
}

async function documentShown(ledger: Ledger, id: string): Promise<Shown> {
  const stored = (await ledger.reading(id))!;
  const entries = await ledger.entries(id);
  const { reading, ...rest } = stored;
  return {
    json: { ...rowOf(reading), ...rest, entries },
    lines: (terminal) => [
      ...documentLines(reading, terminal, stored.decided),
      '',
      ...facts([...lostFacts(stored), ...toldFacts(stored), ...originFacts(stored), ...entryFacts(entries)], terminal),
    ],
  };
}

async function statementShown(ledger: Ledger, id: string): Promise<Shown> {
  const stored = (await ledger.statement(id))!;
  const { reading, attribution } = stored;
  const statement = statementIn(reading, id);
  const inside = found(reading, attribution);
  const ofDocument = await ledger.entries(reading.document.id);
  const entries = [...(await ledger.entries(id)), ...ofDocument];
  const { reader, at, newest, arrivals, standing, grades } = stored;
  return {
    json: {
      ...statement,
      standing,
      grades,
      ...inside,
      reader,
      at,
      newest,
      arrivals,
      sha256: reading.document.capture,
      entries,
    },
    lines: (terminal) => [
      `${terminal.style('bold', 'Statement')} ${terminal.style('cyan', id)}`,
      '',
      ...passageLines(reading.document, attribution, terminal),
      '',
      ...facts(
        [
          ...statementFacts(stored),
          ...standingFacts(standing, reading.document),
          ...grades.flatMap(({ name, grade }) => gradeTold(name, grade)),
          ...insideFacts(reading, inside),
          ...documentFacts(stored),
          ...entryFacts(ofDocument),
        ],
        terminal,
      ),
    ],
  };
}

/** What else was found in the words of the statement. */
function found({ figures, times, places, events, unknowns, entities }: Reading, { content, chain }: Attribution) {
  const within = <Thing extends { readonly span: Span }>(things: readonly Thing[]) =>
    things.filter((thing) => containsAny(content, thing.span));
  const speaks = new Set(chain.map(({ source }) => source));
  return {
    sources: entities.filter(({ id }) => speaks.has(id)),
    figures: within(figures),
    times: within(times),
    places: within(places),
    events: within(events),
    unknowns: within(unknowns),
    entities: entities.filter((entity) => entity.mentions.some((mention) => containsAny(content, mention))),
  };
}

type Fact = readonly [name: string, told: string];

function statementFacts({ reading, attribution, standing }: StatementInReading): Fact[] {
  const { text } = reading.document;
  const { manner, kind, cue, polarity, certainty, hedges, author, within, confidence, chain } = attribution;
  const said = kind === 'voice' ? 'the document says it itself' : `${manner} speech`;
  const quoted = (spans: readonly Span[]) => spans.map((span) => `“${plain(slice(text, span))}”`).join(', ');
  const hedged = quoted(hedges);
  const when = attribution.said === null ? null : reading.times[attribution.said]!;
  return [
    ['chain', wholeChain(attribution)],
    ['kinds', chain.map((hop) => hop.kind ?? 'not told').join(' → ')],
    ...chain.flatMap(({ name, basis }) => (basis ? [['basis', `${plain(name)}: ${BASES[basis]}`] as const] : [])),
    ['said', cue.length > 0 ? `${said}, by “${plain(words(text, cue))}”` : said],
    ...(when ? [['said on', timeTold(text, when)] as const] : []),
    ['polarity', polarity],
    ['certainty', hedged ? `${certainty}, hedged by ${hedged}` : certainty],
    ...(kind === 'voice' ? [] : [['author', standsTold(author, quoted(author.distance))] as const]),
    ['confidence', `${confidence.toFixed(2)} · ${stateTold(standing)}`],
    ...(within ? [['within', within] as const] : []),
  ];
}

const BASES = {
  witnessed: 'saw or heard it',
  told: 'was told',
  inferred: 'infers it',
  document: 'has it from a document',
} as const satisfies Record<Basis, string>;

/** How the document stands to what another says in it. */
function standsTold({ polarity, certainty }: Author, distance: string): string {
  const stands = {
    affirms: `stands for it, as ${certainty}`,
    denies: `stands against it, as ${certainty}`,
    undecided: 'commits itself to nothing',
  };
  return distance ? `${stands[polarity]}; keeps its distance by ${distance}` : stands[polarity];
}

/** "Pyongyang: D, not usually reliable, by Ana on 2025-03-02: denied what it later owned" */
function gradeTold(name: string, grade: Grade | null): Fact[] {
  if (grade === null) return [];
  const { letter, who, at, why } = grade;
  return [['grade', plain(`${name}: ${letterTold(letter)}, by ${who} on ${at.slice(0, 10)}: ${why}`)]];
}

const timeTold = (text: string, { span, value }: Time): string =>
  `“${plain(slice(text, span))}” is ${value ?? 'left unresolved'}`;

function insideFacts(reading: Reading, inside: ReturnType<typeof found>): Fact[] {
  const { text } = reading.document;
  const quoted = (span: Span) => `“${plain(slice(text, span))}”`;
  return [
    ...inside.sources.flatMap((entity) => sourceTold(text, entity)),
    ...inside.figures.map((figure) => ['figure', figureTold(text, figure)] as const),
    ...inside.times.map((time) => ['time', timeTold(text, time)] as const),
    ...inside.places.map(
      ({ span, name, precision }) => ['place', `${quoted(span)} is ${name} (${precision ?? 'no precision'})`] as const,
    ),
    ...inside.events.map((event) => ['event', eventTold(reading, event)] as const),
    ...inside.entities.map(({ name, kind }) => ['names', kind ? `${name} (${kind})` : name] as const),
    ...inside.unknowns.map(({ span, kind }) => ['not known', `${quoted(span)} (${kind})`] as const),
  ];
}

/** "Hong Min: senior analyst, the Korea Institute for National Unification"; nothing of whom nothing is told */
function sourceTold(text: string, { name, office, affiliation, state, wikidata }: Entity): Fact[] {
  const own = [office, affiliation].map((span) => span && plain(slice(text, span)));
  const told = [...own, state && `listed as tied to a state: ${state}`, wikidata && `Wikidata ${wikidata}`];
  const parts = told.filter(Boolean);
  return parts.length > 0 ? [['source', `${plain(name)}: ${parts.join(' · ')}`]] : [];
}

/** "ASSAULT, aerial: Ukraine → not told; affirms · certain" */
function eventTold({ document, entities }: Reading, event: Event): string {
  const name = (id: string | null) => entities.find((entity) => entity.id === id)?.name ?? 'not told';
  const code = event.mode ? `${event.code}, ${event.mode}` : event.code;
  const words = plain(slice(document.text, event.span));
  return `“${words}” is ${code}: ${plain(name(event.actor))} → ${plain(name(event.recipient))}; ${event.polarity} · ${event.certainty}`;
}

function figureTold(text: string, { span, min, max, of, unit, approximate }: Figure): string {
  const number = (n: number) => n.toLocaleString('en') + (unit ? ` ${unit}` : '');
  const bounds =
    min !== null && min === max
      ? number(min)
      : [min !== null && `min ${number(min)}`, max !== null && `max ${number(max)}`].filter(Boolean).join(', ');
  const counted = of ? ` of “${plain(slice(text, of))}”` : '';
  const about = approximate ? 'about ' : '';
  return `“${plain(slice(text, span))}” is ${about}${bounds || 'no number'}${counted}`;
}

function documentFacts(stored: StoredReading): Fact[] {
  const { id, title, outlet } = stored.reading.document;
  const dates = datesTold(stored.reading.document);
  const about = [title, outlet ?? 'outlet not known', dates].filter((part) => part !== null);
  return [['document', `${id} · ${about.map(plain).join(' · ')}`], ...originFacts(stored)];
}

function originFacts({ reading, arrivals, reader, at, newest }: StoredReading): Fact[] {
  return [
    ...arrivals.map(
      ({ address, at: arrived }) => ['address', `${plain(address)}${arrived ? `, captured ${arrived}` : ''}`] as const,
    ),
    ['SHA-256', reading.document.capture],
    ['reading', `by hearsay ${reader}, stored ${at}${newest ? '' : ' · a newer reading does not have this statement'}`],
  ];
}

/** Statements that people decided on and that the newest reading does not have. */
const lostFacts = ({ decided }: StoredReading): Fact[] =>
  decided
    .filter(({ found }) => !found)
    .map((standing) => ['not found', `${standing.statement}: ${stateTold(standing)}; ${lostTold(standing.decisions)}`]);

/** What people told of the report itself. */
const toldFacts = ({ facts, reading }: StoredReading): Fact[] =>
  facts.map((decision) => ['decided', decidedTold(decision, reading.document)]);

const entryFacts = (entries: readonly Entry[]): Fact[] =>
  entries.map(
    ({ seq, at, who, verb, why }) => ['entry', `${seq} · ${at} · ${who} · ${verb}${why ? `: ${why}` : ''}`] as const,
  );

function facts(all: readonly Fact[], { style, width }: Terminal): string[] {
  const column = 12;
  return all.flatMap(([name, told], i) => {
    const [first, ...rest] = wrap(told, width - column - 2);
    const label = all[i - 1]?.[0] === name ? '' : name;
    return [
      `  ${style('dim', label)}${' '.repeat(column - label.length)}${first}`,
      ...rest.map((line) => ' '.repeat(column + 2) + line),
    ];
  });
}
