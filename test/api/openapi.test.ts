import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, served } from './served.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}
type Paths = Record<string, Record<string, Operation>>;

let server: Served;
let paths: Paths;
let document: object;
let statement: string;
let report: string;
let claim: string;

beforeAll(async () => {
  server = await served({ coverage: true });
  document = (await server.get('/openapi.json')).json();
  paths = (document as { paths: Paths }).paths;
  report = (await server.client.documents()).rows[0]!.id;
  const denied = await server.client.statements({ polarity: 'denies' });
  statement = denied.rows[0]!.attribution.id;
  claim = (await server.client.claims({ contested: true })).rows[0]!.id;
  const { seen } = denied.rows[0]!;
  const entry = await server.client.decide({
    verb: 'correct',
    on: { kind: 'statement', id: statement },
    field: 'certainty',
    to: 'possible',
    who: 'Ana',
    why: 'only a guess',
    seen,
  });
  await server.client.undo(entry.seq, { who: 'Ana', why: 'no guess' });
  await server.client.decide({ verb: 'confirm', on: { kind: 'statement', id: statement }, who: 'Ana' });
});
afterAll(() => server.close());

it('is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document) as Record<string, unknown>);
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

it('has every route that there is, each under a name of its own', () => {
  const names = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  expect(new Set(names).size).toBe(names.length);
  expect(names.toSorted()).toEqual([
    'getAbout',
    'getChanges',
    'getClaims',
    'getClaimsId',
    'getContested',
    'getCopies',
    'getDecisions',
    'getDocuments',
    'getDocumentsId',
    'getDocumentsIdCapture',
    'getDocumentsIdVersions',
    'getEntries',
    'getEvents',
    'getPlaces',
    'getReadsIdProgress',
    'getSources',
    'getSourcesKey',
    'getStatements',
    'getStatementsFacets',
    'getStatementsId',
    'getVerify',
    'postDecisions',
    'postDecisionsSeqUndo',
    'postReads',
  ]);
});

describe('answers are as described', () => {
  const ajv = new Ajv2020({ strict: false, formats: { binary: true } });
  const check = (path: string, method: string, status: number, answer: unknown) => {
    const schema = paths[path]![method]!.responses[status]!.content!['application/json']!.schema!;
    const { $id: _, ...unnamed } = JSON.parse(JSON.stringify(schema).replaceAll('"$id"', '"$comment"')) as {
      $id?: string;
    };
    expect(ajv.validate(unnamed, answer) ? [] : ajv.errors).toEqual([]);
  };

  it.each([
    ['/api/v1', () => ''],
    ['/api/v1/documents', () => '/documents'],
    ['/api/v1/documents', () => '/documents?search=general&limit=2'],
    ['/api/v1/documents/{id}', () => `/documents/${report}`],
    ['/api/v1/documents/{id}/versions', () => `/documents/${report}/versions`],
    ['/api/v1/statements', () => '/statements?limit=1000'],
    ['/api/v1/statements', () => '/statements?sort=confidence&below=0.5&limit=3'],
    ['/api/v1/statements', () => '/statements?state=confirmed'],
    ['/api/v1/statements/facets', () => '/statements/facets?polarity=denies'],
    ['/api/v1/statements/{id}', () => `/statements/${statement}`],
    ['/api/v1/claims', () => '/claims?limit=1000'],
    ['/api/v1/claims/{id}', () => `/claims/${claim}`],
    ['/api/v1/contested', () => '/contested?view=range'],
    ['/api/v1/contested', () => '/contested'],
    ['/api/v1/copies', () => '/copies'],
    ['/api/v1/sources', () => '/sources'],
    ['/api/v1/sources/{key}', () => '/sources/Q423'],
    ['/api/v1/events', () => '/events?limit=1000'],
    ['/api/v1/places', () => '/places'],
    ['/api/v1/decisions', () => '/decisions'],
    ['/api/v1/entries', () => '/entries'],
    ['/api/v1/verify', () => '/verify'],
  ])('%s %s', async (path, address) => {
    const response = await server.get(address());
    expect(response.statusCode).toBe(200);
    const answer = response.json<{ rows?: unknown[] }>();
    if (answer.rows) expect(answer.rows.length).toBeGreaterThan(0);
    check(path, 'get', 200, answer);
    expect(server.defects).toEqual([]);
  });

  it.each([
    [
      '/api/v1/decisions',
      '/decisions',
      () => ({ verb: 'confirm', on: { kind: 'statement', id: statement }, who: 'Bo' }),
      201,
    ],
    ['/api/v1/decisions/{seq}/undo', '/decisions/11/undo', () => ({ who: 'Bo', why: 'not sure' }), 201],
    ['/api/v1/reads', '/reads', () => ({ text: 'The mayor said the dock will close.' }), 202],
  ])('POST %s', async (path, address, body, status) => {
    const response = await server.post(address, body());
    expect([response.statusCode, response.json()]).toEqual([status, expect.anything()]);
    check(path, 'post', status, response.json());
  });

  it('says so where they are not: a schema that fits everything would check nothing', () => {
    expect(() => check('/api/v1/verify', 'get', 200, { whole: 'yes', problems: [] })).toThrow();
    expect(() => check('/api/v1/verify', 'get', 200, { whole: true, problems: [], more: 1 })).toThrow();
  });
});
