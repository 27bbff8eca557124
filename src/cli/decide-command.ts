import { userInfo } from 'node:os';
import type { Certainty, Polarity } from '../attributions/attribution.ts';
import type { RelationKind } from '../claims/relation.ts';
import { holds } from '../ledger/correctable.ts';
import type { Add, Correct, Decision, Judgement, On } from '../ledger/decision.ts';
import { DecisionRefused } from '../ledger/decision-refused.ts';
import type { Entry } from '../ledger/entries.ts';
import { isFact } from '../ledger/facts.ts';
import type { Letter } from '../ledger/grade.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { readAgain } from '../ledger/read-into.ts';
import type { Document } from '../text/document.ts';
import { overlaps } from '../text/span.ts';
import { decisionTold } from './decision-lines.ts';
import { ownVersion } from './own-version.ts';
import { resolve, resolveId } from './resolve-id.ts';
import { plain, wrap } from './shorten.ts';
import type { Terminal } from './terminal.ts';
import { typedValue } from './typed-value.ts';

export interface DecideOptions {
  readonly verb: Decision['verb'];
  readonly ledger: string;
  readonly who?: string;
  readonly why?: string;
  /** hash of the last decision seen, or "none" */
  readonly expected?: string;
  readonly json?: boolean;
  readonly relation?: RelationKind;
  readonly sources?: boolean;
  readonly claims?: boolean;
  readonly field?: string;
  readonly to?: readonly string[];
  readonly from?: readonly string[];
  readonly at?: readonly [number, number];
  readonly name?: readonly string[];
  readonly document?: readonly string[];
  readonly words?: readonly string[];
  readonly source?: readonly string[];
  readonly cue?: readonly string[];
  readonly polarity?: Polarity;
  readonly certainty?: Certainty;
}

/** Writes what a person decides into the ledger, and says how to take it back. */
export async function decideCommand(
  asked: readonly string[],
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  const ledger = openLedger(options.ledger, { create: false });
  try {
    const { expected, why = null } = options;
    const seen = expected === undefined ? {} : { expected: expected === 'none' ? null : expected };
    const by = { who: options.who ?? user(), why, ...seen };
    const entry =
      options.verb === 'undo'
        ? await ledger.undo(asked[0]!, by)
        : await ledger.decide({ ...(await judgement(ledger, asked, options)), ...by });
    const { on } = entry.body as unknown as Pick<Decision, 'on'>;
    if (on.kind === 'document') await readAnew(ledger, on.id, entry);
    await terminal.out(options.json ? `${JSON.stringify(entry)}\n` : await told(ledger, entry, options, terminal));
    return 0;
  } finally {
    await ledger.close();
  }
}

/** What is told of a report goes into all that is read in it: it is read once more, as it was read last. */
async function readAnew(ledger: Ledger, document: string, { seq }: Entry): Promise<void> {
  const { reader } = (await ledger.reading(document))!;
  const name = reader.endsWith(' fast') ? 'fast' : 'accurate';
  const [{ read }, { modelNamed }] = await Promise.all([
    import('../read.ts'),
    import('../attributions/attribution-model.ts'),
  ]);
  try {
    await readAgain(ledger, document, `${ownVersion()} ${name}`, (capture, given) =>
      read(capture, given, modelNamed(name)),
    );
  } catch (error) {
    const why = (error as Error).message;
    throw new Error(
      `entry ${seq} is stored, and document ${document} could not be read again (${why}): it shows what it had until then. Undo the entry, and tell it once more`,
      { cause: error },
    );
  }
}

/** Whoever is logged in; no network is asked. */
function user(): string {
  try {
    return userInfo().username;
  } catch {
    throw new DecisionRefused('who decides?', 'this computer does not tell its user; give --who NAME');
  }
}

async function judgement(ledger: Ledger, asked: readonly string[], options: DecideOptions): Promise<Judgement> {
  const { verb } = options;
  if (verb === 'correct') return correction(ledger, asked[0]!, options);
  if (verb === 'add') return addition(ledger, asked[0]!, options);
  if (verb === 'grade') {
    return { verb, on: { kind: 'reliability', source: asked[0]! }, grade: asked[1]!.toUpperCase() as Letter };
  }
  return { verb, on: await onOf(ledger, asked, options) } as Judgement;
}

async function correction(
  ledger: Ledger,
  id: string,
  { field = '', to = [], from, at }: DecideOptions,
): Promise<Correct> {
  // of what has no such field the ledger tells which it has
  const kind = isFact(field) ? 'document' : holds(field) ? 'statement' : undefined;
  const found = await resolve(ledger, id, kind);
  return {
    verb: 'correct',
    on: { kind: found.kind, id: found.id },
    field,
    to: typedValue(field, to),
    ...(from && { from: typedValue(field, from) }),
    ...(at && { at }),
  };
}

async function addition(
  ledger: Ledger,
  id: string,
  { words = [], source, cue, name, polarity, certainty }: DecideOptions,
): Promise<Add> {
  return {
    verb: 'add',
    on: { kind: 'document', id: await resolveId(ledger, id, 'document') },
    content: typedValue('content', words),
    ...(source && { source: typedValue('source', source) }),
    ...(cue && { cue: typedValue('cue', cue) }),
    ...(name?.[0] !== undefined && { name: name[0] }),
    ...(polarity && { polarity }),
    ...(certainty && { certainty }),
  };
}

/** What is decided on: one statement, two of them, or sources. */
async function onOf(ledger: Ledger, [a, b]: readonly string[], options: DecideOptions): Promise<On> {
  const { verb, claims, relation, name = [], document = [] } = options;
  const statement = (id: string) => resolveId(ledger, id, 'statement');
  const two = (what: string): [string, string] => {
    if (a !== undefined && b !== undefined) return [a, b];
    throw new DecisionRefused(a ?? '', `name two ${what}`);
  };
  if (verb === 'split' && !claims) {
    if (b !== undefined) return { kind: 'sources', a: a!, b };
    const documents = await Promise.all(document.map((id) => resolveId(ledger, id, 'document')));
    return { kind: 'source', source: a!, names: name, documents };
  }
  if (options.sources || (verb === 'merge' && !claims)) {
    const [first, second] = two('sources');
    return { kind: 'sources', a: first, b: second };
  }
  if (b === undefined && !claims && !relation) return { kind: 'statement', id: await statement(a!) };
  const [first, second] = two('statements');
  if (!claims && !relation)
    throw new DecisionRefused(`${first}, ${second}`, 'how do they stand to each other? Give --relation, or --sources');
  return { kind: 'relation', a: await statement(first), b: await statement(second), relation: relation ?? 'same' };
}

async function told(ledger: Ledger, entry: Entry, options: DecideOptions, terminal: Terminal): Promise<string> {
  const decision = (await ledger.decisions(entry.subject)).find(({ seq }) => seq === entry.seq)!;
  const written = { ...decision, on: await asWritten(ledger, decision.on) };
  const document = decision.correction ? await documentOf(ledger, decision) : null;
  const inLedger = options.ledger === 'hearsay.db' ? '' : ` --ledger ${options.ledger}`;
  const undo = `${terminal.command} decide undo ${entry.seq} --why WHY${inLedger}`;
  const voices = decision.verb === 'add' ? await voicesBeside(ledger, decision.subject) : [];
  const passed = decision.verb === 'add' ? await passedOn(ledger, decision.subject) : [];
  return [
    ...wrap(decisionTold(written, document ?? { text: '', sha256: '' }), terminal.width),
    ...passed.flatMap((line) => wrap(line, terminal.width)),
    ...voices.flatMap((id) =>
      wrap(
        `The report says some of these words itself, as ${id}. Where it does not: ${terminal.command} decide reject ${id} --why WHY${inLedger}`,
        terminal.width,
      ),
    ),
    ...wrap(`Entry ${entry.seq} · ${entry.hash.slice(0, 12)}. To take it back: ${undo}`, terminal.width).map((line) =>
      terminal.style('dim', line),
    ),
    '',
  ].join('\n');
}

async function documentOf(ledger: Ledger, { on, subject }: Decision): Promise<Document> {
  const stored = on.kind === 'document' ? await ledger.reading(subject) : await ledger.statement(subject);
  return stored!.reading.document;
}

/** Who speaks where an added statement stands is taken to pass it on. */
async function passedOn(ledger: Ledger, id: string): Promise<string[]> {
  const { within, chain } = (await ledger.statement(id))!.attribution;
  if (within === null || chain.length < 3) return [];
  const names = chain.map(({ name }) => plain(name));
  return [
    `It stands in the words of ${within}, so its chain is ${names.join(' → ')}. Where that is not so, correct the field chain of ${id}.`,
  ];
}

/** Statements of the report itself that share words with one that was added: what nobody was found to say it is taken to say. */
async function voicesBeside(ledger: Ledger, id: string): Promise<string[]> {
  const { reading, attribution, decided } = (await ledger.statement(id))!;
  const rejected = new Set(decided.filter(({ state }) => state === 'rejected').map(({ statement }) => statement));
  const own = [...attribution.content, ...attribution.cue, ...attribution.source];
  return reading.attributions
    .filter(
      ({ kind, content }) => kind === 'voice' && content.some((piece) => own.some((span) => overlaps(piece, span))),
    )
    .map((voice) => voice.id)
    .filter((voice) => !rejected.has(voice));
}

/** With names of sources in the place of their keys: "The Wexley Courier", not "the wexley courier". */
async function asWritten({ sourceName }: Ledger, on: On): Promise<On> {
  if (on.kind === 'sources') return { ...on, a: await sourceName(on.a), b: await sourceName(on.b) };
  if (on.kind === 'reliability') return { ...on, source: await sourceName(on.source) };
  if (on.kind !== 'source') return on;
  return { ...on, source: await sourceName(on.source), names: await Promise.all(on.names.map(sourceName)) };
}
