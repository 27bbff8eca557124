import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemSchema } from '../../src/api/schemas/problem.ts';
import { BadSlice } from '../../src/ledger/check-slice.ts';
import { type Served, served } from './served.ts';

let server: Served;
beforeAll(async () => {
  server = await served({ coverage: true });
});
afterAll(() => server.close());

const isProblem = Compile(ProblemSchema);
const json = { 'content-type': 'application/json' };
const decision = { verb: 'confirm', on: { kind: 'statement', id: 'ffff' }, who: 'Ana' };

interface Asked {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly headers?: Record<string, string>;
  readonly payload?: string | object;
}

describe('everything that is refused has one shape', () => {
  it.each<[string, string, Asked, number, string]>([
    ['an address that is none', '/api/v1/nothing', {}, 404, 'not-found'],
    ['a method that is none', '/api/v1/statements', { method: 'DELETE' }, 404, 'not-found'],
    ['an address that cannot be taken apart', '/api/v1/statements/%E0%A4%A', {}, 400, 'bad-request'],
    ['an id longer than any', `/api/v1/statements/${'a'.repeat(600)}`, {}, 414, 'bad-request'],
    ['an id that nothing has', '/api/v1/documents/ffffffffffff', {}, 404, 'unknown-id'],
    ['an id that is no id', '/api/v1/statements/%00%22', {}, 404, 'unknown-id'],
    ['a claim that nobody makes', '/api/v1/claims/zz', {}, 404, 'unknown-id'],
    ['a source that nobody is', '/api/v1/sources/the%20harbourmaster', {}, 404, 'unknown-id'],
    ['a read that never was', '/api/v1/reads/77/progress', {}, 404, 'unknown-id'],
    ['a filter that is none', '/api/v1/statements?colour=red', {}, 400, 'bad-request'],
    ['a value that is none', '/api/v1/statements?polarity=maybe', {}, 400, 'bad-request'],
    ['a number that is none', '/api/v1/statements?limit=many', {}, 400, 'bad-request'],
    ['a page of no rows', '/api/v1/statements?limit=0', {}, 400, 'bad-request'],
    ['a place that no list has', '/api/v1/statements?skip=9223372036854775808', {}, 400, 'bad-request'],
    ['a page too large', '/api/v1/statements?limit=100000', {}, 400, 'bad-request'],
    ['a cursor that is none', '/api/v1/statements?after=$', {}, 400, 'bad-cursor'],
    ['a cursor of another list', '/api/v1/sources?after=zzz', {}, 400, 'bad-cursor'],
    [
      'a body that is no JSON',
      '/api/v1/decisions',
      { method: 'POST', headers: json, payload: '{' },
      400,
      'bad-request',
    ],
    ['no body', '/api/v1/decisions', { method: 'POST', headers: json, payload: '' }, 400, 'bad-request'],
    [
      'a body of another kind',
      '/api/v1/decisions',
      { method: 'POST', payload: 'verb=confirm', headers: { 'content-type': 'text/plain' } },
      415,
      'bad-request',
    ],
    [
      'a form of a page',
      '/api/v1/decisions',
      { method: 'POST', payload: 'verb=confirm', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'bad-request',
    ],
    [
      'a word where a list is',
      '/api/v1/decisions',
      { method: 'POST', payload: { ...decision, at: 'x' } },
      400,
      'bad-request',
    ],
    [
      'a number where a word is',
      '/api/v1/decisions',
      { method: 'POST', payload: { ...decision, who: 7 } },
      400,
      'bad-request',
    ],
    ['nobody', '/api/v1/decisions', { method: 'POST', payload: { ...decision, who: '' } }, 400, 'bad-request'],
    ['a decision on nothing', '/api/v1/decisions', { method: 'POST', payload: decision }, 404, 'unknown-id'],
    ['an undo of nothing', '/api/v1/decisions/99/undo', { method: 'POST', payload: { who: 'Ana' } }, 404, 'unknown-id'],
    [
      'an undo of no number',
      '/api/v1/decisions/x/undo',
      { method: 'POST', payload: { who: 'Ana' } },
      400,
      'bad-request',
    ],
    ['nothing to read', '/api/v1/reads', { method: 'POST', payload: {} }, 400, 'nothing-to-read'],
    ['only spaces to read', '/api/v1/reads', { method: 'POST', payload: { text: ' \n' } }, 400, 'nothing-to-read'],
    [
      'a text and an address',
      '/api/v1/reads',
      { method: 'POST', payload: { text: 'a', address: 'https://a.example' } },
      400,
      'nothing-to-read',
    ],
    [
      'a file of this machine',
      '/api/v1/reads',
      { method: 'POST', payload: { address: '/etc/hostname' } },
      400,
      'no-address',
    ],
    [
      'a file by its URL',
      '/api/v1/reads',
      { method: 'POST', payload: { address: 'file:///etc/hostname' } },
      400,
      'no-address',
    ],
    [
      'a day that is none',
      '/api/v1/reads',
      { method: 'POST', payload: { text: 'a', published: 'yesterday' } },
      400,
      'bad-request',
    ],
    [
      'a body larger than any text',
      '/api/v1/decisions',
      { method: 'POST', headers: json, payload: JSON.stringify({ ...decision, why: 'x'.repeat(2_000_000) }) },
      413,
      'bad-request',
    ],
    ['another name for this machine', '/api/v1', { headers: { host: 'ledger.example' } }, 403, 'not-local'],
    ['a name that begins like one', '/api/v1', { headers: { host: 'localhost.example:8844' } }, 403, 'not-local'],
    ['a page of elsewhere', '/api/v1', { headers: { origin: 'https://news.example' } }, 403, 'not-local'],
    ['a page of no origin', '/api/v1', { headers: { origin: 'null' } }, 403, 'not-local'],
    [
      'a page of another port',
      '/api/v1',
      { headers: { host: 'localhost:8844', origin: 'http://localhost:3000' } },
      403,
      'not-local',
    ],
    [
      'a form of elsewhere',
      '/api/v1/decisions',
      { method: 'POST', payload: decision, headers: { origin: 'https://news.example' } },
      403,
      'not-local',
    ],
    [
      'a script of elsewhere',
      '/api/v1/statements',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } },
      403,
      'not-local',
    ],
  ])('%s', async (_what, url, asked, status, kind) => {
    const before = (await server.ledger.counts()).entries;
    const response = await server.app.inject({ method: 'GET', url, ...asked });
    const problem = response.json();
    expect([...isProblem.Errors(problem)]).toEqual([]);
    expect(problem).toMatchObject({ status, type: `urn:hearsay:problem:${kind}`, instance: url });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect((await server.ledger.counts()).entries).toBe(before);
    expect(server.defects).toEqual([]);
  });
});

it.each([
  ['localhost:8844', undefined],
  ['127.0.0.1:8844', 'http://127.0.0.1:8844'],
  ['[::1]:8844', 'http://[::1]:8844'],
  ['LOCALHOST', 'http://localhost'],
])('answers this machine under its names for itself: %s, %s', async (host, origin) => {
  const response = await server.get('', { headers: { host, ...(origin && { origin }) } });
  expect(response.statusCode).toBe(200);
});

it('does not keep open what asks for events without events', async () => {
  const { statusCode } = await server.app.inject({ method: 'HEAD', url: '/api/v1/changes' });
  expect(statusCode).toBe(404);
});

it('names those that begin so, where several do', async () => {
  const { rows } = await server.client.statements({ limit: 1000 });
  const beginnings = Map.groupBy(rows, ({ attribution }) => attribution.id.slice(0, 1));
  const [typed, same] = [...beginnings].find(([, all]) => all.length > 1 && all.length < 20)!;
  const problem = (await server.get(`/statements/${typed}`)).json();
  expect(problem).toMatchObject({ status: 404, type: 'urn:hearsay:problem:several-ids' });
  expect(problem.near.map(({ id }: { id: string }) => id).sort()).toEqual(same.map((one) => one.attribution.id).sort());
});

it.each([
  ['a defect', new Error('secret path /root/x'), 'urn:hearsay:problem:defect', /nothing was written/],
  [
    'a damaged ledger',
    new BadSlice('statement a', 'cue', [1, 2], 'x', 'is not what the text has there'),
    'urn:hearsay:problem:damaged',
    /statement a: cue/,
  ],
])('tells of %s without what only its terminal is to see', async (_what, error, type, detail) => {
  const broken = await served();
  broken.ledger.documents = async () => {
    throw error;
  };
  const response = await broken.get('/documents');
  expect(response.json()).toMatchObject({ status: 500, type, detail: expect.stringMatching(detail) });
  expect(response.body).not.toContain('secret');
  expect(broken.defects).toEqual([error]);
  await broken.close();
});

describe('headers', () => {
  it.each(['/api/v1', '/api/v1/nothing', '/', '/reader', '/%E0%A4%A'])(
    'nothing of elsewhere runs on %s',
    async (url) => {
      const { headers } = await server.app.inject({ url });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );
});
