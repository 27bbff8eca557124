import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Grade, NewDecision } from '../../src/api/client.ts';
import { refusedBy, type Served, served } from './served.ts';

const REPORT =
  'Dock to close\n\nThe dock will close on Monday, the mayor told The Tide Wire. The port union denied that a ferry had sunk.\n';

let server: Served;
beforeEach(async () => {
  server = await served();
  const { id } = await server.client.read({ text: REPORT, outlet: 'The Harbour Post', published: '2025-02-27' });
  for await (const { event } of server.client.progress(id)) if (event === 'done') break;
});
afterEach(() => server.close());

const graded = (source: string, grade: Grade['letter'], why = 'of three reports two held'): NewDecision => {
  return { verb: 'grade', on: { kind: 'reliability', source }, grade, who: 'Ana', why };
};

it('a grade stands with the source wherever it is listed, with its history, and goes when it is taken back', async () => {
  const { client } = server;
  expect((await client.source('the mayor')).grades).toEqual([]);
  await client.decide(graded('the mayor', 'C'));
  const { seq } = await client.decide(graded('The Mayor', 'D', 'the third was withdrawn'));
  const given = { letter: 'D', why: 'the third was withdrawn', who: 'Ana', at: '2025-03-01T08:00:00.000Z', seq };
  const { source, grades } = await client.source('the mayor');
  expect(source.grade).toEqual(given);
  expect((await client.sources({ grade: 'D' })).rows).toEqual([source]);
  expect(grades.map(({ letter, undone }) => [letter, undone])).toEqual([
    ['D', null],
    ['C', null],
  ]);
  await client.undo(seq, { who: 'Bo', why: 'it was not' });
  const after = await client.source('the mayor');
  expect(after.source.grade?.letter).toBe('C');
  expect(after.grades[0]).toMatchObject({ letter: 'D', undone: { who: 'Bo', why: 'it was not' } });
  expect((await client.sources({ grade: 'D' })).total).toBe(0);
  expect(await client.verify()).toEqual({ whole: true, problems: [] });
});

it('a source that was joined with another is found by its own key and name, under which it was graded', async () => {
  const { client } = server;
  await client.decide(graded('the mayor', 'C'));
  const on = { kind: 'sources', a: 'the mayor', b: 'the harbour post' } as const;
  await client.decide({ verb: 'merge', on, who: 'Ana', why: 'one office' });
  for (const typed of ['the harbour post', 'the mayor', 'The Mayor']) {
    const { source, grades } = await client.source(typed);
    expect([source.key, grades[0]!.source]).toEqual(['the harbour post', 'the mayor']);
  }
});

it('a statement has the grade of every link of its chain', async () => {
  const { client } = server;
  await client.decide(graded('the mayor', 'C'));
  await client.decide(graded('The Harbour Post', 'B'));
  const [row] = (await client.statements({ speaker: 'the mayor' })).rows;
  const { grades } = await client.statement(row!.attribution.id);
  expect(grades.map(({ name }) => name)).toEqual(row!.attribution.chain.map(({ name }) => name));
  expect([grades.at(0), grades.at(-1)].map((link) => link!.grade?.letter)).toEqual(['C', 'B']);
});

it('is in the CSV of the sources and of the decisions, with who gave it and why', async () => {
  await server.client.decide(graded('the mayor', 'C'));
  const sources = (await server.get('/sources?grade=C&format=csv')).body.split('\r\n');
  expect(sources[0]).toMatch(/,grade,gradeWhy,gradeWho,gradeAt$/);
  expect(sources[1]).toMatch(/,C,of three reports two held,Ana,2025-03-01T08:00:00.000Z$/);
  const decisions = (await server.get('/decisions?format=csv')).body.split('\r\n');
  const column = decisions[0]!.split(',').indexOf('grade');
  expect(decisions[1]!.split(',')[column]).toBe('C');
});

it('goes into the log as every entry does, and others hear of it', async () => {
  const changes = server.client.changes((await server.client.entries({ limit: 1 })).rows[0]!.seq);
  const next = changes.next();
  const { seq } = await server.client.decide(graded('the mayor', 'C'));
  expect((await next).value).toMatchObject({ seq, verb: 'grade', subject: 'reliability of the mayor', who: 'Ana' });
  await changes.return(undefined);
});

const refusals: readonly (readonly [asked: object, status: number, says: string, reason: string])[] = [
  [{ why: ' ' }, 422, 'a grade needs a why: what does it rest on?', 'no reason'],
  [{ why: null }, 422, 'a grade needs a why', 'none at all'],
  [{ who: '' }, 400, 'body/who', 'nobody gives it'],
  [{ grade: 'G' }, 400, 'body/grade', 'no such letter'],
  [{ grade: undefined }, 422, 'which grade? It is one of A, completely reliable', 'no letter'],
  [{ on: { kind: 'reliability', source: 'nobody' } }, 422, 'is no source of this ledger', 'no such source'],
  [{ on: { kind: 'sources', a: 'the mayor', b: 'x' } }, 422, 'no source', 'two of them'],
  [{ verb: 'confirm' }, 422, 'is graded: give a letter', 'not confirmed'],
];
it.each(refusals)('%j is refused with %i, “%s”: %s', async (more, status, says) => {
  const asked = { ...graded('the mayor', 'C'), ...more } as NewDecision;
  expect(await refusedBy(server.client.decide(asked))).toMatchObject({ status, detail: expect.stringContaining(says) });
  expect((await server.client.decisions()).total).toBe(0);
});
