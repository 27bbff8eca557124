import type { DatabaseSync } from 'node:sqlite';
import type { Span } from '../text/span.ts';
import { BadSlice, checkSlice } from './check-slice.ts';
import { holds, spansIn } from './correctable.ts';
import { type Addition, type Correction, canonical, type Decision, type Seen, subjectOf } from './decision.ts';
import { type DecisionBody, decisionOf, decisionRows } from './decisions.ts';
import type { EntryRow } from './entries.ts';
import { factOf, isFact } from './facts.ts';
import { LETTERS } from './grade.ts';
import { wholeKey } from './part-key.ts';
import type { Problem } from './problem.ts';

/** Each decision is about something that is there, its slices are exact, and an undo undoes a decision before it. */
export function* decisionProblems(db: DatabaseSync): Generator<Problem> {
  const rows = rowsOf(db);
  const before = new Map<number, Decision>();
  for (const found of db.prepare(`${decisionRows} ORDER BY seq`).all()) {
    const row = found as unknown as EntryRow;
    const decision = parsed(row);
    if (!decision) {
      yield problem(row.seq, null, 'holds no decision');
      continue;
    }
    const [seen = null] = decision.seen;
    for (const what of wrong(rows, decision, row, before)) yield problem(decision.seq, seen, what);
    before.set(decision.seq, decision);
  }
}

const problem = (seq: number, seen: Seen | null, what: string): Problem => {
  return {
    kind: 'decision',
    document: seen?.document ?? null,
    statement: seen?.statement ?? null,
    what: `entry ${seq} ${what}`,
  };
};

function parsed(row: EntryRow): Decision | null {
  try {
    const decision = decisionOf(row);
    return subjectOf(canonical(decision.on)) ? decision : null;
  } catch {
    return null;
  }
}

type Rows = ReturnType<typeof rowsOf>;

function rowsOf(db: DatabaseSync) {
  return {
    item: db.prepare(`
      SELECT 1 FROM attributions a JOIN items i USING (item) JOIN readings r ON r.reading = a.reading
      WHERE a.id = ? AND i.digest = ? AND r.document = ? AND r.reader = ?`),
    text: db.prepare('SELECT words FROM texts WHERE sha256 = ?'),
    document: db.prepare('SELECT 1 FROM documents WHERE id = ?'),
    listed: db.prepare('SELECT 1 FROM entities WHERE wikidata = ? LIMIT 1'),
    named: db.prepare('SELECT 1 FROM hops WHERE lower(name) = ? LIMIT 1'),
  };
}

function* wrong(
  rows: Rows,
  decision: Decision,
  row: EntryRow,
  before: ReadonlyMap<number, Decision>,
): Generator<string> {
  const { on, subject, seen, who, correction, addition, verb } = decision;
  if (subjectOf(on) !== subject) yield `is filed under ${subject}, but is about ${subjectOf(on)}`;
  if (who.trim() === '') yield 'does not tell who decided';
  yield* unseen(rows, decision);
  for (const one of seen) {
    if (!rows.item.get(one.statement, one.digest, one.document, one.reader)) {
      yield `is about statement ${one.statement} as nobody read it`;
    }
  }
  if (correction && on.kind === 'document') yield* badFact(rows, correction);
  else if (correction) yield* badCorrection(rows, correction, subject);
  else if (verb === 'correct') yield 'corrects nothing';
  if (addition)
    yield* badSlices(rows, addition, [addition.content, addition.cue, addition.source].flat(), 'adds', subject);
  else if (verb === 'add') yield 'adds nothing';
  if (verb === 'grade') yield* badGrade(decision);
  if (verb === 'undo') yield* badUndo(decision, before, row.body);
}

/** What it is about is there. */
function* unseen(rows: Rows, { on, seen }: Decision): Generator<string> {
  const named = on.kind === 'statement' ? [on.id] : on.kind === 'relation' ? [on.a, on.b] : [];
  for (const id of named)
    if (!seen.some(({ statement }) => statement === id)) yield `does not tell which ${id} was seen`;
  const keys = on.kind === 'sources' ? [on.a, on.b] : 'source' in on ? [on.source] : [];
  for (const key of keys) {
    const whole = wholeKey(key);
    if (!rows.listed.get(whole) && !rows.named.get(whole)) yield `is about a source that is not there: ${key}`;
  }
  for (const id of on.kind === 'source' ? on.documents : on.kind === 'document' ? [on.id] : []) {
    if (!rows.document.get(id)) yield `is about a document that is not there: ${id}`;
  }
}

function* badFact(rows: Rows, { field, to, text }: Correction): Generator<string> {
  if (!isFact(field)) return yield `corrects a field that there is not: ${field}`;
  if (!rows.text.get(text)) yield `is about a text that is not there: ${text}`;
  try {
    factOf(field, to);
  } catch (error) {
    yield `corrects ${(error as Error).message}`;
  }
}

function* badCorrection(rows: Rows, correction: Correction, id: string): Generator<string> {
  const { field, at, to } = correction;
  const what = holds(field);
  if (!what) return yield `corrects a field that there is not: ${field}`;
  yield* badSlices(rows, correction, [...(at ? [at] : []), ...spansIn(what, to)], 'corrects', id, field);
}

function* badSlices(
  rows: Rows,
  { words, text: hash }: Pick<Correction | Addition, 'words' | 'text'>,
  spans: readonly Span[],
  does: 'corrects' | 'adds',
  id: string,
  field = 'words',
): Generator<string> {
  const text = rows.text.get(hash)?.words as string | undefined;
  if (text === undefined) return yield `is about a text that is not there: ${hash}`;
  if (spans.length !== words.length) yield `keeps ${words.length} slices for ${spans.length} spans`;
  for (const [i, span] of spans.entries()) {
    try {
      checkSlice(text, `statement ${id}`, field, span, words[i]);
    } catch (error) {
      if (!(error instanceof BadSlice)) throw error;
      yield `${does} ${error.message}`;
    }
  }
}

function* badGrade({ on, grade, why }: Decision): Generator<string> {
  if (on.kind !== 'reliability') yield 'grades what is no source';
  if (!(LETTERS as readonly unknown[]).includes(grade)) yield `gives a grade that there is not: ${grade}`;
  if (!why?.trim()) yield 'grades without a why';
}

function* badUndo(
  { undoes, subject }: Decision,
  before: ReadonlyMap<number, Decision>,
  body: string,
): Generator<string> {
  const undone = undoes === null ? undefined : before.get(undoes);
  if (!undone) yield `undoes entry ${undoes ?? 'none'}, which is no decision before it`;
  else if (undone.subject !== subject) yield `undoes entry ${undoes}, which is about ${undone.subject}`;
  else if ((JSON.parse(body) as DecisionBody).hash !== undone.hash)
    yield `undoes entry ${undoes} as it was not written`;
}
