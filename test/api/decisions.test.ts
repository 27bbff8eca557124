import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NewDecision, StatementRow } from '../../src/api/client.ts';
import { refusedBy, type Served, served } from './served.ts';

const REPORT =
  'Dock to close\n\nThe dock will close on Monday, the mayor said. The port union denied that a ferry had sunk.\n';

let server: Served;
let row: StatementRow;
beforeEach(async () => {
  server = await served();
  const { id } = await server.client.read({ text: REPORT, outlet: 'The Harbour Post', published: '2025-02-27' });
  for await (const { event } of server.client.progress(id)) if (event === 'done') break;
  row = (await server.client.statements({ kind: 'attribution' })).rows[0]!;
});
afterEach(() => server.close());

const on = () => ({ kind: 'statement', id: row.attribution.id }) as const;

it('a correction shows wherever the statement does, beside what the machine had', async () => {
  const { client } = server;
  const to = 'the port union';
  const problem = await refusedBy(
    client.decide({ verb: 'correct', on: on(), field: 'source', to, who: 'Ana', why: 'misread' }),
  );
  expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('is not in the text') });
  await client.decide({
    verb: 'correct',
    on: { kind: 'statement', id: row.attribution.id.slice(0, 6) },
    field: 'source',
    to: 'The port union',
    who: 'Ana',
    why: 'misread',
    seen: row.seen,
  });
  const [listed] = (await client.statements({ state: 'corrected' })).rows;
  expect(listed!.attribution).toEqual(row.attribution);
  expect(listed!.standing.corrections).toMatchObject([
    { field: 'chain.0.name', to: 'The port union', who: 'Ana' },
    { field: 'source', words: ['The port union'], who: 'Ana' },
  ]);
  const document = await client.document(row.document.id);
  expect(document.standings[row.attribution.id]!.state).toBe('corrected');
  expect((await client.entries({ limit: 1 })).rows[0]).toMatchObject({ verb: 'correct', who: 'Ana', why: 'misread' });
  expect((await client.facets()).state).toEqual({ suggested: 1, corrected: 1 });
  expect(await client.verify()).toEqual({ whole: true, problems: [] });
});

const corrections: readonly (readonly [field: string, to: unknown, told: object, reason: string])[] = [
  ['polarity', 'denies', { polarity: 'denies', source: 'the mayor' }, 'what is listed as a denial is one'],
  ['source', 'The port union', { source: 'The port union' }, 'the words for who says it'],
  [
    'chain.0.name',
    'The port union',
    { source: 'The port union', chain: 'The port union → The Harbour Post' },
    'a name',
  ],
  ['content', 'The dock', { said: 'The dock' }, 'fewer words'],
];
it.each(corrections)('%s corrected to %j stands in the table of statements as %j: %s', async (field, to, told) => {
  await server.client.decide({ verb: 'correct', on: on(), field, to, who: 'Ana', why: 'misread' });
  const [head, line] = (await server.get('/statements?state=corrected&format=csv')).body.split('\r\n');
  const cells = line!.split(',');
  const table = Object.fromEntries(head!.split(',').map((name, i) => [name, cells[i]]));
  expect(table).toMatchObject({ said: 'The dock will close on Monday', polarity: 'affirms', ...told });
});

it('a correction to words that are no slice is refused, and the ledger is whole', async () => {
  const spans = [[5, 100_000]];
  const problem = await refusedBy(
    server.client.decide({ verb: 'correct', on: on(), field: 'source', to: spans, who: 'Ana', why: 'x' }),
  );
  expect(problem).toMatchObject({ status: 422, type: 'urn:hearsay:problem:decision-refused' });
  expect(await server.client.verify()).toEqual({ whole: true, problems: [] });
  expect(server.defects).toEqual([]);
});

it('of two who saw the same, the second is told what the first decided, and nothing is lost', async () => {
  const { client } = server;
  const bySeen = (who: string): NewDecision => ({ verb: 'reject', on: on(), who, why: 'no statement', seen: row.seen });
  await client.decide(bySeen('Ana'));
  const problem = await refusedBy(client.decide(bySeen('Bo')));
  expect(problem).toMatchObject({
    status: 409,
    type: 'urn:hearsay:problem:decided-meanwhile',
    latest: { who: 'Ana', verb: 'reject' },
    current: { attribution: { id: row.attribution.id }, standing: { state: 'rejected' } },
  });
  expect((await client.decisions()).total).toBe(1);
  const { seen } = problem.current as { seen: string };
  await client.decide({ verb: 'confirm', on: on(), who: 'Bo', seen });
  expect((await client.statement(row.attribution.id)).standing.state).toBe('confirmed');
});

it('the same statement is seen in the same way in lists, alone and in its document', async () => {
  const { client } = server;
  const seenIn = async () => [
    (await client.statements({ kind: 'attribution' })).rows[0]!.seen,
    (await client.statement(row.attribution.id)).seen,
    (await client.document(row.document.id)).seen[row.attribution.id],
  ];
  const before = await seenIn();
  expect(new Set(before).size).toBe(1);
  await client.decide({ verb: 'confirm', on: on(), who: 'Ana' });
  const after = await seenIn();
  expect(new Set(after).size).toBe(1);
  expect(after[0]).not.toBe(before[0]);
});

it('an undo takes a decision back, is refused to who has not seen the last, and can be undone', async () => {
  const { client } = server;
  const { seq } = await client.decide({ verb: 'confirm', on: on(), who: 'Ana' });
  const problem = await refusedBy(client.undo(seq, { who: 'Bo', why: 'too soon', seen: row.seen }));
  expect(problem.status).toBe(409);
  const undo = await client.undo(seq, { who: 'Bo', why: 'too soon' });
  expect((await client.statement(row.attribution.id)).standing.state).toBe('suggested');
  await client.undo(undo.seq, { who: 'Ana', why: 'it was right' });
  expect((await client.statement(row.attribution.id)).standing.state).toBe('confirmed');
  expect((await client.decisions()).rows.map(({ verb, undoneBy }) => [verb, undoneBy])).toEqual([
    ['undo', null],
    ['undo', undo.seq + 1],
    ['confirm', null],
  ]);
});

it('a rejection needs a why, as on the command line', async () => {
  const problem = await refusedBy(server.client.decide({ verb: 'reject', on: on(), who: 'Ana' }));
  expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('needs a why') });
});
