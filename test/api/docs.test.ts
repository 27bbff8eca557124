import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, served } from './served.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
let server: Served;
beforeAll(async () => {
  server = await served({ coverage: true });
});
afterAll(() => server.close());

it('names every address that there is, and none that is not', async () => {
  const { paths } = (await server.get('/openapi.json')).json<{ paths: Record<string, Record<string, unknown>> }>();
  const there = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => (method === 'post' ? `POST ${path}` : path)),
  );
  const [, table] = page.split('| | |\n');
  const told = [...table!.split('\n\n')[0]!.matchAll(/`((?:POST )?\/api\/v1[^`]*)`/g)].map(([, address]) => address!);
  expect(told.toSorted()).toEqual(there.toSorted());
});

it.each([...page.matchAll(/curl 'http:\/\/127\.0\.0\.1:8844(\/api\/v1[^']+)'/g)].map(([, address]) => address!))(
  'the example %s is answered',
  async (url) => {
    const response = await server.app.inject({ url });
    expect(response.statusCode).toBe(200);
    expect(response.body.length).toBeGreaterThan(100);
  },
);

it('the refusal that it shows is the one that comes', async () => {
  const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!);
  expect((await server.app.inject({ url: shown.instance })).json()).toEqual(shown);
});

const [decision, grade] = [...page.matchAll(/-d '(\{\s*"verb"[\s\S]*?\})'/g)].map(([, body]) => JSON.parse(body!));

it('a grade as it shows is one that can be given', async () => {
  expect((await server.post('/decisions', grade)).statusCode).toBe(201);
  expect((await server.client.source(grade.on.source)).source.grade).toMatchObject({ letter: 'B', why: grade.why });
});

it('a decision as it shows is one that can be taken', async () => {
  const [row] = (await server.client.statements({ certainty: 'certain' })).rows;
  const on = { kind: 'statement', id: row!.attribution.id };
  const response = await server.post('/decisions', { ...decision, on, seen: row!.seen });
  expect(response.statusCode).toBe(201);
});
