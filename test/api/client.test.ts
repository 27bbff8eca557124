import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ApiProblem, apiClient } from '../../src/api/client.ts';

const src = join(import.meta.dirname, '../../src/api');
const imports = /^import (?!type )(?:[^'"]*? from )?['"]([^'"]+)['"]/gm;

it('runs in a browser: what it imports, but for types, is its own and nothing of Node', () => {
  const seen = new Set<string>(['./client.ts']);
  for (const file of seen) {
    const code = readFileSync(join(src, file), 'utf8');
    for (const [, address] of code.matchAll(imports)) seen.add(address!);
  }
  expect([...seen].filter((address) => !address.startsWith('./'))).toEqual([]);
  expect(seen.size).toBeGreaterThan(1);
});

it.each([
  [
    { polarity: 'denies', search: 'a & b', after: '', limit: undefined },
    '/api/v1/statements?polarity=denies&search=a+%26+b',
  ],
  [{}, '/api/v1/statements'],
])('asks only for what is told: %j', async (query, expected) => {
  const asked: string[] = [];
  const fetch = async (address: unknown) => {
    asked.push(String(address));
    return Response.json({ rows: [], total: 0, next: null });
  };
  await apiClient({ fetch: fetch as typeof globalThis.fetch }).statements(query as object);
  expect(asked).toEqual([expected]);
});

it.each([
  [
    'no problem of ours',
    new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }),
    'the server answered 502 Bad Gateway',
  ],
  [
    'a problem',
    Response.json({ detail: 'no document', way_out: 'List them' }, { status: 404 }),
    'no document. List them',
  ],
])('throws what the server says: %s', async (_what, response, message) => {
  const client = apiClient({ fetch: async () => response });
  const error = await client.document('x').catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ApiProblem);
  expect((error as ApiProblem).message).toBe(message);
});
