import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NewDecision } from '../../src/api/client.ts';
import { refusedBy, type Served, served } from './served.ts';

const REPORT =
  'Dock to close\n\nThe dock will close on Monday, the mayor said. Port union: no ferry had sunk near the old pier.\n';

let server: Served;
let document = '';
beforeEach(async () => {
  server = await served();
  const { id } = await server.client.read({ text: REPORT, outlet: 'The Harbour Post', published: '2025-02-27' });
  for await (const { event } of server.client.progress(id)) if (event === 'done') break;
  document = (await server.client.documents()).rows[0]!.id;
});
afterEach(() => server.close());

const ferry = (): NewDecision => ({
  ...{ verb: 'add', on: { kind: 'document', id: document.slice(0, 6) }, who: 'Ana', why: 'missed' },
  ...{ content: 'no ferry had sunk near the old pier', source: 'Port union' },
});

it('a statement that was missed stands wherever statements do, as a person’s', async () => {
  const { client } = server;
  const entry = await client.decide(ferry());
  expect(entry).toMatchObject({ verb: 'add', who: 'Ana', why: 'missed' });
  const id = entry.subject;
  const [row] = (await client.statements({ state: 'added' })).rows;
  expect(row).toMatchObject({
    words: { content: 'no ferry had sunk near the old pier', source: 'Port union', cue: '' },
    attribution: { id, chain: [{ name: 'Port union' }, { name: 'The Harbour Post' }] },
    standing: { state: 'added', decisions: [{ who: 'Ana', addition: { name: 'Port union' } }] },
  });
  expect((await client.statement(id)).attribution).toEqual(row!.attribution);
  const { reading, standings, seen } = await client.document(document);
  expect(reading.attributions.find((one) => one.id === id)).toEqual(row!.attribution);
  expect(standings[id]!.state).toBe('added');
  expect(seen[id]).toBe(row!.seen);
  expect((await client.facets()).state).toMatchObject({ added: 1 });
  expect((await client.statements({ search: 'ferry sunk' })).rows.map((one) => one.attribution.id)).toContain(id);
  expect((await client.sources()).rows.map(({ name }) => name)).toContain('Port union');
  const csv = (await server.get('/statements?state=added&format=csv')).body;
  expect(csv).toContain('no ferry had sunk near the old pier');
  expect(csv).toContain('added');
  const [head, decided] = (await server.get('/decisions?format=csv')).body.split('\r\n');
  expect(head).toMatch(/,said,saidBy$/);
  expect(decided).toMatch(/,no ferry had sunk near the old pier,Port union$/);
  expect(await client.verify()).toEqual({ whole: true, problems: [] });
  expect(server.defects).toEqual([]);
});

it('is decided on as it was seen, and taken back', async () => {
  const { client } = server;
  const entry = await client.decide(ferry());
  const on = { kind: 'statement', id: entry.subject } as const;
  const { seen } = await client.statement(entry.subject);
  await client.decide({ verb: 'correct', on, field: 'polarity', to: 'denies', who: 'Bo', why: 'a denial', seen });
  const late = await refusedBy(client.decide({ verb: 'reject', on, who: 'Cy', why: 'x', seen }));
  expect(late).toMatchObject({ status: 409, latest: { who: 'Bo' } });
  await client.undo(entry.seq, { who: 'Ana', why: 'told twice' });
  expect((await client.statements({ search: 'ferry sunk', kind: 'attribution' })).total).toBe(0);
  expect((await client.statement(entry.subject)).standing).toMatchObject({ found: false });
  const gone = await refusedBy(client.decide({ verb: 'confirm', on, who: 'Ana' }));
  expect(gone).toMatchObject({ status: 422, detail: expect.stringContaining('undo that to bring it back') });
  expect((await client.decisions()).rows.map(({ verb }) => verb)).toEqual(['undo', 'correct', 'add']);
  expect(await client.verify()).toEqual({ whole: true, problems: [] });
});

const refusals: readonly (readonly [given: object, status: number, says: string, reason: string])[] = [
  [{ content: 'no ship had sunk' }, 422, 'is not in the text', 'words that nobody wrote'],
  [{ content: [[5, 100_000]] }, 422, 'runs out of the text', 'no slice'],
  [{ content: 'The dock will close on Monday' }, 422, 'these words are there already: statement', 'it is there'],
  [{ content: undefined }, 422, 'what was said?', 'no words'],
  [{ source: undefined }, 422, 'who said it?', 'nobody'],
  [{ why: undefined }, 422, 'needs a why', 'no reason'],
  [{ on: { kind: 'document', id: 'zz' } }, 404, 'no document has an id', 'no such document'],
  [{ on: { kind: 'sources', a: 'a', b: 'b' } }, 422, 'name one', 'to sources'],
  [{ verb: 'confirm' }, 422, 'name a statement, or add one', 'a document is no finding'],
  [{ polarity: 'likes' }, 400, 'polarity', 'no such polarity'],
];
it.each(refusals)('%j is refused with %i (%s): %s', async (given, status, says) => {
  const problem = await refusedBy(server.client.decide({ ...ferry(), ...given } as NewDecision));
  expect(problem).toMatchObject({ status, detail: expect.stringContaining(says) });
  expect((await server.client.decisions()).total).toBe(0);
  expect(server.defects).toEqual([]);
});
