import type { DatabaseSync } from 'node:sqlite';
import {
  type Addition,
  type Correction,
  certaintyUnlessTold,
  type Decision,
  type On,
  type Seen,
  type State,
  VERBS,
  type Verb,
} from './decision.ts';
import type { EntryRow } from './entries.ts';
import type { Letter } from './grade.ts';

/** What people decided, by what they decided on. Read from the entries as far as these are new. */
export interface DecisionLog {
  /** all, or those on a subject or on a statement, the pairs it stands in too; oldest first */
  decisions(about?: string): readonly Decision[];
  /** statements of a document that were decided on */
  decidedIn(document: string): readonly string[];
  /** how every statement stands that was decided on */
  states(): ReadonlyMap<string, State>;
  /** statements of which people corrected such fields: of each field the last correction that stands, the earlier first */
  corrections(isMeant: (field: string) => boolean): ReadonlyMap<string, readonly Correction[]>;
}

/** What an entry's body holds of a decision. */
export interface DecisionBody {
  readonly on: On;
  readonly seen: readonly Seen[];
  readonly correction?: Correction;
  readonly grade?: Letter;
  readonly addition?: Addition;
  /** of an undo */
  readonly entry?: number;
  readonly hash?: string;
}

const decided = VERBS.map((verb) => `'${verb}'`).join(', ');
/** The words of the index, so that SQLite sees that it fits. */
export const decisionRows = `SELECT * FROM entries WHERE verb IN (${decided})`;

export function decisionLog(db: DatabaseSync): DecisionLog {
  const newer = db.prepare(`${decisionRows} AND seq > ? ORDER BY seq`);
  const bySubject = new Map<string, Decision[]>();
  const subjectsOf = new Map<string, Set<string>>();
  const statementsIn = new Map<string, Set<string>>();
  const correctedOnce = new Map<string, Set<string>>();
  let last = 0;

  function catchUp(): void {
    for (const row of newer.iterate(last)) {
      const decision = decisionOf(row as unknown as EntryRow);
      const { subject, on, seen } = decision;
      add(bySubject, subject, decision);
      for (const { statement } of seen) keep(subjectsOf, statement, subject);
      if (on.kind === 'statement') for (const { field } of correctionsIn(decision)) keep(correctedOnce, field, on.id);
      if (on.kind === 'statement') for (const { document } of seen) keep(statementsIn, document, on.id);
      last = decision.seq;
    }
  }

  const on = (subject: string): readonly Decision[] => withUndone(bySubject.get(subject) ?? []);

  return {
    decisions(about) {
      catchUp();
      const subjects = about === undefined ? bySubject.keys() : new Set([about, ...(subjectsOf.get(about) ?? [])]);
      return [...subjects].flatMap(on).sort((a, b) => a.seq - b.seq);
    },
    decidedIn(document) {
      catchUp();
      return [...(statementsIn.get(document) ?? [])];
    },
    states() {
      catchUp();
      const all = [...subjectsOf.keys()].filter((id) => bySubject.has(id)).map((id) => [id, stateOf(on(id))] as const);
      return new Map(all.filter(([, state]) => state !== 'suggested'));
    },
    corrections(isMeant) {
      catchUp();
      const ids = [...correctedOnce].flatMap(([field, ids]) => (isMeant(field) ? [...ids] : []));
      const found = new Map<string, readonly Correction[]>();
      for (const id of new Set(ids)) {
        const standing = inForce(on(id)).flatMap(correctionsIn);
        const last = standing.filter(
          ({ field }, i) => isMeant(field) && !standing.slice(i + 1).some((later) => later.field === field),
        );
        if (last.length > 0) found.set(id, last);
      }
      return found;
    },
  };
}

export function decisionOf(row: EntryRow): Decision {
  const { seq, at, who, why, subject, hash } = row;
  const { on, seen, correction = null, grade = null, addition = null, entry = null } = bodyOf(row);
  const verb = row.verb as Verb;
  const told = { correction, grade, addition };
  return { seq, at, who, why, verb, subject, on, ...told, seen, undoes: entry, undoneBy: null, hash };
}

function bodyOf({ seq, body }: EntryRow): DecisionBody {
  const told = whole(body);
  if (told?.on && Array.isArray(told.seen)) return told;
  throw new Error(`entry ${seq} holds no decision any more: it was changed. Run: hearsay verify`);
}

function whole(body: string): DecisionBody | null {
  try {
    return JSON.parse(body) as DecisionBody;
  } catch {
    return null;
  }
}

/**
 * Decisions on one subject, each with the undo that stands against it. From the last to the first: an undo that is
 * itself undone takes nothing back.
 */
export function withUndone(decisions: readonly Decision[]): readonly Decision[] {
  const undone = new Map<number, number>();
  for (const { verb, seq, undoes } of decisions.toReversed()) {
    if (verb === 'undo' && undoes !== null && !undone.has(seq)) undone.set(undoes, seq);
  }
  return decisions.map((decision) => ({ ...decision, undoneBy: undone.get(decision.seq) ?? null }));
}

/** Those that stand: not undone, and no undo. */
export const inForce = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.filter(({ verb, undoneBy }) => verb !== 'undo' && undoneBy === null);

/**
 * What stands in the places of the machine's values. Who speaks follows the words of the source. Of an addition it is what was told of it: a newer reader that finds the
 * same words may tell them otherwise.
 */
export function correctionsIn({ correction, addition }: Decision): readonly Correction[] {
  if (correction) {
    const { speaker, text } = correction;
    return speaker === undefined ? [correction] : [correction, told(text, 'chain.0.name', speaker)];
  }
  if (!addition) return [];
  const { polarity, certainty, source, name, words, text } = addition;
  return [
    told(text, 'polarity', polarity),
    ...(certainty === certaintyUnlessTold(polarity) ? [] : [told(text, 'certainty', certainty)]),
    told(text, 'source', source, words.slice(words.length - source.length)),
    told(text, 'chain.0.name', name),
  ];
}

const told = (text: string, field: string, to: unknown, words: readonly string[] = []): Correction => {
  return { field, at: null, from: null, to, machine: null, words, text };
};

/** A grade is of a source: it changes the state of no statement. */
type StateVerb = Exclude<Verb, 'grade' | 'undo'>;

const stateAfter = {
  confirm: 'confirmed',
  merge: 'confirmed',
  reject: 'rejected',
  split: 'rejected',
  correct: 'corrected',
  add: 'added',
} as const satisfies Record<StateVerb, State>;

/** The last decision that stands tells; where there is none, a machine's finding stays suggested. */
export function stateOf(decisions: readonly Decision[]): State {
  const last = inForce(decisions).at(-1);
  return last ? stateAfter[last.verb as StateVerb] : 'suggested';
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function keep(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
