import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, served } from './served.ts';

let server: Served;
let asked = 0;
let document: string;
beforeAll(async () => {
  const tasks = { link: async () => void asked++, verify: async () => [], stop: async () => {} };
  server = await served({ coverage: true, tasks });
  const { rows } = await server.ledger.statements({ limit: 21 });
  for (const { attribution } of rows)
    await server.ledger.decide({ verb: 'confirm', on: { kind: 'statement', id: attribution.id }, who: 'Ana' });
  document = rows[0]!.document.id;
});
afterAll(() => server.close());

it('while much is left, answers come of what is linked so far, and say how much is not', async () => {
  const { client } = server;
  expect((await client.about()).unlinked).toBe(8 + 21);
  const before = asked;
  const answer = await client.document(document);
  expect([answer.claims, answer.versions, answer.copies]).toEqual([{}, [document], []]);
  expect(answer.reading.attributions.length).toBeGreaterThan(3);
  expect((await client.statements({ limit: 5 })).rows.map(({ claim }) => claim)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(await client.claims()).toEqual({ rows: [], total: 0, next: null });
  expect((await client.versions(document)).map((version) => version.document)).toEqual([document]);
  expect((await client.statements({ told: 'by others' })).total).toBe(0);
  expect((await client.facets({ told: 'by others' })).kind).toEqual({});
  expect(asked).toBeGreaterThan(before);
  expect(server.defects).toEqual([]);
});

it('once it is linked, they have it', async () => {
  const { client, ledger } = server;
  await ledger.links.update();
  expect((await client.about()).unlinked).toBe(0);
  const answer = await client.document(document);
  expect(Object.keys(answer.claims).length).toBeGreaterThan(3);
  expect((await client.claims()).total).toBeGreaterThan(10);
  // nothing was written to the log since, and yet the answer is another
  expect((await client.statements({ told: 'by others' })).total).toBeGreaterThan(10);
  expect((await client.facets({ told: 'by others' })).kind.attribution).toBeGreaterThan(10);
  const row = (await client.statements({ document })).rows.find(({ claim }) => claim !== null)!;
  expect(answer.claims[row.attribution.id]).toMatchObject(row.claim!);
});

it('what is new is linked by the answer that needs it, where it is little', async () => {
  const { client } = server;
  const { id } = await client.read({
    text: 'A Ukrainian strike wounded a senior North Korean general in Russia’s Kursk region last week, officials said.',
  });
  for await (const event of client.progress(id)) if (event.event === 'done') expect(event.read).toBe(1);
  const [newest] = (await client.documents({ limit: 1 })).rows;
  const answer = await client.document(newest!.id);
  expect(Object.values(answer.claims).map(({ reports }) => reports)).toContainEqual(expect.any(Number));
});
