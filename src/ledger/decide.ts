import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Attribution } from '../attributions/attribution.ts';
import { statementId } from '../attributions/statement-id.ts';
import { RELATIONS } from '../claims/relation.ts';
import type { Reading } from '../read.ts';
import type { Document } from '../text/document.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { AddedRows } from './added-rows.ts';
import { addedStatement } from './added-statement.ts';
import { additionOf, nameAt } from './addition-of.ts';
import { BadSlice } from './check-slice.ts';
import { checkValue } from './check-value.ts';
import { fieldNames, holds, spansIn, thingOf, thingsIn, valueIn } from './correctable.ts';
import {
  type Add,
  type Addition,
  type By,
  type Correct,
  type Correction,
  canonical,
  type Decision,
  type GradeSource,
  type NewDecision,
  type On,
  type OnSource,
  type OnSources,
  type Seen,
  subjectOf,
} from './decision.ts';
import { DecidedMeanwhile, DecisionRefused } from './decision-refused.ts';
import { correctionsIn, type DecisionBody, type DecisionLog, inForce } from './decisions.ts';
import type { Entry, EntryWriter } from './entries.ts';
import { FACTS, factCorrection, isFact } from './facts.ts';
import { LETTERS, type Letter, letterTold } from './grade.ts';
import type { LoadReading } from './load-reading.ts';
import { asciiLower, type CorrectedSpeakers, joinedKey, notEstablished, sourceFinder } from './source-keys.ts';
import { splitChecker } from './split-checker.ts';
import { fieldKey } from './standing.ts';
import { undoChecker } from './undo-checker.ts';

export interface Parts {
  readonly log: DecisionLog;
  readonly load: LoadReading;
  /** a reading as people decided */
  readonly view: (key: number) => Reading;
  readonly added: AddedRows;
  readonly entries: EntryWriter;
  readonly now: () => string;
  /** who says what people corrected the source of */
  readonly chains: () => CorrectedSpeakers;
}

export interface Decider {
  /** Call them inside a transaction that holds the write lock. */
  decide(decision: NewDecision): Entry;
  undo(entry: number | string, by: By): Entry;
}

/** Checks what people decide and adds it to the entries. Nothing of what the machine found is touched. */
export function decider(db: DatabaseSync, { log, load, view, added, entries, now, chains }: Parts): Decider {
  const sources = sourceFinder(db);
  const statement = statementFinder(db, log);
  const newest = newestFinder(db);
  const checkUndo = undoChecker(db, log, view);
  const checkSplit = splitChecker(db, log, chains);
  // the newest reading for which nobody told the fact has what the machine finds
  const untold = db.prepare(`
    SELECT title, outlet, byline, published FROM readings
    WHERE document = ? AND json_type(decided, '$.' || ?) IS NULL ORDER BY reading DESC LIMIT 1`);
  const inReading = db.prepare('SELECT 1 FROM attributions WHERE reading = ? AND id = ?');

  function append(verb: Decision['verb'], subject: string, by: By, body: DecisionBody): Entry {
    const { who, why = null, expected } = by;
    const others = log.decisions(subject).filter((decision) => decision.subject === subject);
    if (expected !== undefined && (others.at(-1)?.hash ?? null) !== expected) {
      throw new DecidedMeanwhile(subject, others.at(-1) ?? null);
    }
    checkBy(subject, verb, by);
    const told = why?.trim() || null;
    return entries.append({ at: now(), who: who.trim(), verb, subject, why: told, body: { ...body } });
  }

  return {
    decide(decision) {
      checkOnDocument(decision);
      if (decision.verb === 'add') return add(decision);
      const on = resolved(canonicalKeys(decision.on), decision.verb);
      const subject = subjectOf(on);
      if (decision.verb === 'split' && (on.kind === 'source' || on.kind === 'sources'))
        refusing(subject, () => checkSplit(on));
      const seen = statementsOf(on).map((id) => seenOf(statement(id)));
      const correction = decision.verb === 'correct' && { correction: correctionOf(decision, subject) };
      const grade = decision.verb === 'grade' && { grade: letterOf(decision) };
      return append(decision.verb, subject, decision, { on, seen, ...correction, ...grade });
    },
    undo(entry, by) {
      const undone = entryToUndo(log, entry);
      const { subject, on, seen, seq, hash } = undone;
      refusing(`entry ${seq}`, () => checkUndo(undone));
      const entryOfUndo = append('undo', subject, by, { on, seen, entry: seq, hash });
      if (on.kind === 'statement') added.settle(on.id);
      return entryOfUndo;
    },
  };

  function add(decision: Add & By): Entry {
    const document = decision.on.id;
    const { key, reader } = newest(document);
    const decided = view(key);
    const addition = refusing(`document ${document}`, () => additionOf(decided, decision));
    const reading = load(key);
    const id = freeId(key, reading, addition);
    const attribution = addedStatement(reading, id, addition, decided.attributions)!;
    const digest = added.write(key, reading, attribution);
    const seen = [{ statement: id, document, reader, digest }];
    return append('add', id, decision, { on: { kind: 'statement', id }, seen, addition });
  }

  /** Another than that of the same words added before, and taken back. */
  function freeId(key: number, { document }: Reading, { content, cue }: Addition): string {
    for (let nth = 0; ; nth++) {
      const id = statementId(document, 'attribution', content, cue, nth);
      if (!inReading.get(key, id) && !log.decisions(id).some(({ verb, subject }) => verb === 'add' && subject === id))
        return id;
    }
  }

  function canonicalKeys(on: On): On {
    if (on.kind === 'sources')
      return canonical(underOneSource(on) ?? { ...on, a: oneSource(on.a), b: oneSource(on.b) });
    if (on.kind === 'source')
      return canonical({ ...on, source: oneSource(on.source), names: on.names.map(asciiLower) });
    if (on.kind === 'reliability') return { ...on, source: countedSource(on.source) };
    return canonical(on);
  }

  /** "Pyongyang" and "Q423", where the machine has the name under the item: decided is whether it belongs there. */
  function underOneSource({ a, b }: OnSources): OnSource | null {
    const [source, other] = [oneSource(a), oneSource(b)];
    const names = [a, b].map(asciiLower).filter((name) => name !== asciiLower(source));
    return source === other && names.length > 0 ? { kind: 'source', source, names, documents: [] } : null;
  }

  function oneSource(typed: string): string {
    if (/#\d+$/.test(typed) && isPart(log, typed)) return typed;
    if (asciiLower(typed) === notEstablished)
      throw new DecisionRefused(typed, 'is no source, but all whom nobody names');
    const keys = sources(typed);
    if (keys.length === 1) return keys[0]!;
    if (keys.length === 0) throw new DecisionRefused(typed, 'is no source of this ledger. List them: hearsay sources');
    const ways = keys.map((key) => (/^Q\d+$/.test(key) ? key : `name:${key}`));
    throw new DecisionRefused(typed, `is the name of several sources: give ${ways.join(' or ')}`);
  }

  /** One under which somebody is counted: a grade of another would be seen by nobody. */
  function countedSource(typed: string): string {
    const key = oneSource(typed);
    if (joinedKey(log.decisions())(key) !== null) return key;
    throw new DecisionRefused(key, 'is split off no more: grade the whole, or undo the undo of the split');
  }

  function seenOf({ id, document, reader, digest }: StatementRow): Seen {
    return { statement: id, document, reader, digest };
  }

  function correctionOf({ on, ...given }: Correct, subject: string): Correction {
    if (on.kind === 'document') {
      const { document } = load(newest(on.id).key);
      const found = untold.get(on.id, given.field) as Partial<Document> | undefined;
      return refusing(`document ${on.id}`, () =>
        factCorrection({ ...document, ...found }, given, log.decisions(subject)),
      );
    }
    const reading = load(statement(on.id).reading);
    return refusing(`statement ${on.id}`, () => correction(reading, on.id, given, log.decisions(subject)));
  }
}

function refusing<Checked>(subject: string, check: () => Checked): Checked {
  try {
    return check();
  } catch (error) {
    if (error instanceof BadSlice) throw error;
    throw new DecisionRefused(subject, (error as Error).message);
  }
}

type StatementRow = Omit<Seen, 'statement'> & { readonly id: string; readonly reading: number };

/** The newest reading in which a statement stands. */
function statementFinder(db: DatabaseSync, log: DecisionLog): (id: string) => StatementRow {
  const select = db.prepare(`
    SELECT a.id, a.reading, r.document, r.reader, i.digest FROM attributions a
    JOIN items i USING (item) JOIN readings r ON r.reading = a.reading WHERE a.id = ? ORDER BY a.reading DESC LIMIT 1`);
  const isWithdrawn = db.prepare('SELECT 1 FROM withdrawn JOIN attributions USING (item) WHERE id = ? AND reading = ?');
  return (id) => {
    const row = select.get(id) as StatementRow | undefined;
    if (!row) throw new DecisionRefused(`statement ${id}`, 'is not in this ledger. List them: hearsay ledger');
    if (!isWithdrawn.get(id, row.reading)) return row;
    const undo = log.decisions(id).find(({ verb, subject }) => verb === 'add' && subject === id)?.undoneBy;
    throw new DecisionRefused(
      `statement ${id}`,
      `was added and taken back by entry ${undo}; undo that to bring it back`,
    );
  };
}

function newestFinder(db: DatabaseSync): (document: string) => { readonly key: number; readonly reader: string } {
  const select = db.prepare('SELECT reading AS key, reader FROM newest WHERE document = ?');
  return (document) => {
    const row = select.get(document) as { key: number; reader: string } | undefined;
    if (row) return row;
    throw new DecisionRefused(`document ${document}`, 'is not in this ledger. List its statements: hearsay ledger');
  };
}

function checkBy(subject: string, verb: Decision['verb'], { who, why }: By): void {
  if (who.trim() === '') throw new DecisionRefused(subject, 'who decides? Give a name');
  if (verb === 'confirm' || why?.trim()) return;
  throw new DecisionRefused(
    subject,
    verb === 'grade'
      ? 'a grade needs a why: what does it rest on? (--why WORDS)'
      : `to ${verb} needs a why: give the reason in words (--why WORDS)`,
  );
}

/** In a report something is added, and to nothing else; what is told of it is corrected. */
function checkOnDocument({ verb, on }: { readonly verb: Decision['verb']; readonly on: On }): void {
  if (on.kind !== 'document' && verb === 'add')
    throw new DecisionRefused(subjectOf(on), 'a statement is added to a document: name one');
  if (on.kind !== 'document' || verb === 'add' || verb === 'correct') return;
  throw new DecisionRefused(
    `document ${on.id}`,
    `cannot be decided on with “${verb}”: name a statement, or add one; its ${FACTS.join(', ')} are corrected`,
  );
}

/** What can be decided so, and between two things that are two. */
function resolved(on: On, verb: Decision['verb']): On {
  const refuse = (why: string) => new DecisionRefused(subjectOf(on), why);
  if ((on.kind === 'relation' || on.kind === 'sources') && on.a === on.b) throw refuse('is one and the same already');
  if (on.kind === 'relation' && !(RELATIONS as readonly string[]).includes(on.relation)) {
    throw refuse(`“${on.relation}” is no relation: it is one of ${RELATIONS.join(', ')}`);
  }
  if ((verb === 'merge' || verb === 'split') && on.kind === 'relation' && on.relation !== 'same') {
    throw refuse(`only claims that are the same can be told to be one or two; confirm or reject “${on.relation}”`);
  }
  if ((on.kind === 'reliability') !== (verb === 'grade')) {
    throw refuse(verb === 'grade' ? 'only a source is graded' : 'is graded: give a letter, with a why');
  }
  if (on.kind === 'source' && verb === 'merge') throw refuse('is one source already');
  if (on.kind === 'source' && verb === 'reject' && on.names.length > 1) {
    throw refuse(`both go under ${on.source}: split off it the one that is another`);
  }
  if (on.kind === 'source' && on.names.length + on.documents.length === 0) {
    throw refuse('what is to be split off? Give names or documents');
  }
  return on;
}

function letterOf({ on, grade }: GradeSource): Letter {
  if (LETTERS.includes(grade)) return grade;
  const wrong = grade === undefined ? 'which grade? It' : `“${grade}” is no grade: it`;
  throw new DecisionRefused(subjectOf(on), `${wrong} is one of ${LETTERS.map(letterTold).join('; ')}`);
}

const statementsOf = (on: On): string[] =>
  on.kind === 'statement' ? [on.id] : on.kind === 'relation' ? [on.a, on.b] : [];

const isPart = (log: DecisionLog, key: string): boolean =>
  log.decisions().some(({ on, seq }) => on.kind === 'source' && key === `${on.source}#${seq}`);

/** By its number, or the beginning of its hash. */
function entryToUndo(log: DecisionLog, entry: number | string): Decision {
  const name = `entry ${entry}`;
  const sought = String(entry).toLowerCase();
  const isNumber = typeof entry === 'number' || /^\d{1,9}$/.test(sought);
  const found = log.decisions().filter(({ seq, hash }) => (isNumber ? seq === Number(entry) : hash.startsWith(sought)));
  if (sought.length === 0 || found.length === 0) throw new DecisionRefused(name, 'is no decision of this ledger');
  if (found.length > 1) throw new DecisionRefused(name, 'is the beginning of several hashes; type more of it');
  const [decision] = found as [Decision];
  if (decision.undoneBy !== null) {
    throw new DecisionRefused(name, `was undone by entry ${decision.undoneBy}; undo that to bring it back`);
  }
  return decision;
}

/** The correction with what stood before it; throws where the statement, the place or the value is none. */
function correction(
  reading: Reading,
  id: string,
  given: Omit<Correct, 'on'>,
  decisions: readonly Decision[],
): Correction {
  const { field } = given;
  const { text, sha256 } = reading.document;
  const attribution = reading.attributions.find((one) => one.id === id)!;
  const what = holds(field);
  if (!what)
    throw new Error(
      `has no field “${field}”; ${isFact(field) ? 'that is of its document' : `there are ${fieldNames.join(', ')}`}`,
    );
  const at = placeOf(reading, id, given);
  const machine = valueIn(reading, attribution, field, at);
  if (!machine) throw new Error(`has nothing at ${field} to correct`);
  const to = checkValue(text, attribution, field, given.to);
  checkId(reading, id, field, to);
  const earlier = inForce(decisions)
    .flatMap(correctionsIn)
    .findLast((one) => fieldKey(one) === fieldKey({ field, at }));
  const from = earlier ? earlier.to : machine.value;
  if (given.from !== undefined && !isDeepStrictEqual(checkValue(text, attribution, field, given.from), from)) {
    throw new Error(`${field} is ${JSON.stringify(from)}, not ${JSON.stringify(given.from)}; look at it again`);
  }
  if (isDeepStrictEqual(from, to)) throw new Error(`${field} is ${JSON.stringify(to)} already`);
  const words = [...(at ? [at] : []), ...spansIn(what, to)].map((span) => text.slice(...span));
  const speaker = field === 'source' ? speakerNow(reading, attribution, to as readonly Span[], decisions) : null;
  return { field, at, from, to, machine: machine.value, words, text: sha256, ...(speaker !== null && { speaker }) };
}

/** Whom the new words of a source name as who speaks; null where its words did not name who does, or people told it apart. */
function speakerNow(
  reading: Reading,
  { source, chain: [first] }: Attribution,
  to: readonly Span[],
  decisions: readonly Decision[],
): string | null {
  const isNamed = first?.span && source.some((piece) => overlaps(piece, first.span!));
  const isTold = inForce(decisions).some(
    ({ correction, addition }) =>
      ['chain', 'chain.0.name'].includes(correction?.field ?? '') ||
      (addition && addition.name !== nameAt(reading, addition.source)),
  );
  return isNamed && !isTold ? nameAt(reading, to) : null;
}

/** Which figure, time, place or event of the statement is meant; null for a field of the statement itself. */
function placeOf(reading: Reading, id: string, { field, at }: Omit<Correct, 'on'>): Span | null {
  const thing = thingOf(field);
  if (!thing) {
    if (at) throw new Error(`${field} is told of the whole statement, not of a place in it`);
    return null;
  }
  const attribution = reading.attributions.find((one) => one.id === id)!;
  const spans = thingsIn(reading, attribution, thing).map(({ span }) => span);
  const found = at ? spans.filter((span) => isDeepStrictEqual([...span], [...at])) : spans;
  if (found.length === 1) return found[0]!;
  const { text } = reading.document;
  const told = spans.map((span) => `[${span[0]}, ${span[1]}) “${text.slice(...span)}”`).join(', ');
  if (found.length > 1 && new Set(found.map(String)).size === 1) {
    throw new Error(`has ${found.length} ${thing}s in the same words, ${told}: a place does not tell which is meant`);
  }
  if (spans.length === 0) throw new Error(`has no ${thing} in it`);
  throw new Error(
    at ? `has no ${thing} at [${at.join(', ')}); there is ${told}` : `which ${thing}? Give its place: ${told}`,
  );
}

/** Fields that name a statement, an entity or a time name one of this reading. */
function checkId(reading: Reading, id: string, field: string, to: unknown): void {
  if (to === null) return;
  if (field === 'said' && !reading.times.some(({ span }) => isDeepStrictEqual(span, to))) {
    throw new Error(`said cannot be [${to}): no time of this reading stands there`);
  }
  if (field === 'within') {
    if (to === id || !reading.attributions.some((one) => one.id === to))
      throw new Error(`within cannot be ${to}: no other statement of this document has that id`);
  } else if (/^chain\.\d+\.source$|^event\.(?:actor|recipient)$/.test(field)) {
    if (!reading.entities.some((one) => one.id === to))
      throw new Error(`${field} cannot be ${to}: no entity of this document has that id`);
  }
}
