import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NewDecision } from '../../src/api/client.ts';
import { quickReader, refusedBy, type Served, served } from './served.ts';

const REPORT = 'Crane falls at Dorvik\n\nThe crane fell on Monday, the mayor of Dorvik said.\n';

let server: Served;
let document = '';
let broken: Error | null = null;
beforeEach(async () => {
  broken = null;
  const read: typeof quickReader.read = async (...given) => {
    if (broken) throw broken;
    return quickReader.read(...given);
  };
  server = await served({ reader: { ...quickReader, read } });
  const { id } = await server.client.read({ text: REPORT });
  for await (const { event } of server.client.progress(id)) if (event === 'done') break;
  document = (await server.client.documents()).rows[0]!.id;
});
afterEach(() => server.close());

const dated = (): NewDecision => ({
  ...{ verb: 'correct', on: { kind: 'document', id: document.slice(0, 6) }, who: 'Ana', why: 'printed so' },
  ...{ field: 'published', from: null, to: '11 March 2025' },
});

it('a date that is told goes into all that is read in the report, and out again when it is taken back', async () => {
  const { client } = server;
  const { seq, subject } = await client.decide(dated());
  expect(subject).toBe(document);
  const now = await client.document(document);
  expect(now).toMatchObject({
    reading: { published: '2025-03-11', times: [{ value: '2025-03-10' }] },
    facts: [{ verb: 'correct', who: 'Ana', correction: { field: 'published', from: null, to: '2025-03-11' } }],
  });
  expect((await client.documents()).rows).toMatchObject([{ id: document, published: '2025-03-11' }]);
  expect((await client.decisions({ on: 'document' })).rows.map(({ on }) => on)).toEqual([
    { kind: 'document', id: document },
  ]);
  await client.undo(seq, { who: 'Bo', why: 'misread' });
  expect(await client.document(document)).toMatchObject({
    reading: { published: null, times: [{ value: null }] },
    facts: [{ undoneBy: seq + 2 }, { verb: 'undo', who: 'Bo' }],
  });
  expect(await client.verify()).toEqual({ whole: true, problems: [] });
  expect(server.defects).toEqual([]);
});

it('what stands no longer as it was seen is refused, and nothing is read', async () => {
  await server.client.decide(dated());
  const before = (await server.client.about()).counts;
  expect(await refusedBy(server.client.decide({ ...dated(), to: '2025-03-12' }))).toMatchObject({
    status: 422,
    detail: expect.stringContaining('published is "2025-03-11", not null'),
  });
  expect((await server.client.about()).counts).toEqual(before);
});

it('a report that cannot be read again keeps what it had, says so, and takes it up with the next reading', async () => {
  broken = new Error('the reader stopped');
  expect(await refusedBy(server.client.decide(dated()))).toMatchObject({
    status: 500,
    detail: expect.stringMatching(/entry 2 is stored, .* could not be read again \(the reader stopped\)/),
  });
  expect((await server.client.document(document)).reading.published).toBeNull();
  expect(server.defects).toMatchObject([{ cause: broken }]);
  broken = null;
  const { id } = await server.client.read({ text: REPORT });
  for await (const { event } of server.client.progress(id)) if (event === 'done') break;
  expect((await server.client.document(document)).reading.published).toBe('2025-03-11');
});
