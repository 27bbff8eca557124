import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../src/api/csv.ts';
import { type Served, served } from './served.ts';

let server: Served;
beforeAll(async () => {
  server = await served({ coverage: true });
  const { rows } = await server.client.statements({ limit: 30 });
  for (const [i, { attribution }] of rows.entries()) {
    const on = { kind: 'statement', id: attribution.id } as const;
    await server.client.decide({ verb: i % 3 ? 'confirm' : 'reject', on, who: 'Ana', why: 'checked' });
  }
  for (const [i, { key }] of (await server.client.sources({ kind: 'outlet' })).rows.entries()) {
    const on = { kind: 'reliability', source: key } as const;
    await server.client.decide({ verb: 'grade', on, grade: i % 2 ? 'B' : 'D', who: 'Ana', why: 'checked' });
  }
  // more than an answer waits for
  await server.ledger.links.update();
});
afterAll(() => server.close());

interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
  readonly next: string | null;
}

async function walk(path: string, limit: number): Promise<Page[]> {
  const pages: Page[] = [];
  let after: string | null = '';
  while (after !== null) {
    const more: string = `limit=${limit}${after && `&after=${encodeURIComponent(after)}`}`;
    const page: Page = (await server.get(`${path}${path.includes('?') ? '&' : '?'}${more}`)).json();
    pages.push(page);
    after = page.next;
  }
  return pages;
}

const lists = [
  ...['/documents', '/documents?search=general', '/statements', '/statements?sort=confidence'],
  ...['/statements?polarity=denies', '/statements?search=Kursk&sort=confidence', '/statements?state=suggested'],
  ...['/statements?source=officials', '/statements?speaker=Q423', '/statements?place=Kursk', '/claims'],
  ...[
    '/claims?contested=true',
    '/claims?search=general',
    '/contested',
    '/copies',
    '/sources',
    '/sources?search=KOREA',
    '/sources?kind=person',
    '/sources?kind=not%20told',
    '/sources?grade=B',
    '/sources?grade=not%20graded',
    '/events',
  ],
  ...['/events?having=time', '/places', '/places?search=kur', '/decisions', '/decisions?on=reliability', '/entries'],
];

describe.each(lists)('the pages of %s', (path) => {
  it('give every row once, in one order, whatever their size', async () => {
    const whole = await walk(path, 1000);
    expect(whole).toHaveLength(1);
    const all = whole[0]!.rows;
    expect(all.length).toBeGreaterThan(0);
    expect(whole[0]!.total).toBe(all.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: Math.ceil(all.length / 12), max: all.length + 1 }), async (limit) => {
        const pages = await walk(path, limit);
        expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
        expect(pages.slice(0, -1).every(({ rows }) => rows.length === limit)).toBe(true);
        expect(pages.every(({ total }) => total === all.length)).toBe(true);
      }),
      { numRuns: 4 },
    );
  });

  it('are the rows of its CSV, all or one page', async () => {
    const all = (await walk(path, 1000))[0]!.rows.length;
    const question = path.includes('?') ? '&' : '?';
    const whole = await server.get(`${path}${question}format=csv`);
    expect(whole.headers['content-type']).toContain('text/csv');
    const [head, ...rows] = parsed(whole.body);
    expect(rows).toHaveLength(all);
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    const one = parsed((await server.get(`${path}${question}format=csv&limit=1`)).body);
    expect(one).toEqual([head, rows[0]]);
  });
});

it('of a list that grows meanwhile skip nothing that was there', async () => {
  const first = await server.client.entries({ limit: 5 });
  const on = { kind: 'statement', id: (await server.client.statements({ limit: 1 })).rows[0]!.attribution.id } as const;
  await server.client.decide({ verb: 'confirm', on, who: 'Bo' });
  const second = await server.client.entries({ limit: 5, after: first.next! });
  expect(second.rows[0]!.seq).toBe(first.rows.at(-1)!.seq - 1);
});

it.each([
  ['as stored', {}],
  ['the most doubtful first', { sort: 'confidence' as const }],
  ['of a filter', { kind: 'attribution' as const, search: 'general' }],
])('of statements begin anywhere: %s', async (_order, query) => {
  const { rows, total } = await server.client.statements({ ...query, limit: 1000 });
  const ids = rows.map(({ attribution }) => attribution.id);
  const half = Math.floor(total / 2);
  const middle = await server.client.statements({ ...query, skip: half, limit: 3 });
  expect(middle.rows.map(({ attribution }) => attribution.id)).toEqual(ids.slice(half, half + 3));
  expect(middle.total).toBe(total);
  const after = await server.client.statements({ ...query, limit: 2, after: middle.next!, skip: 7 });
  expect(after.rows.map(({ attribution }) => attribution.id)).toEqual(ids.slice(half + 3, half + 5));
  expect((await server.client.statements({ ...query, skip: total })).rows).toEqual([]);
});

it('of claims tell which of them nobody affirms or denies', async () => {
  const { rows } = await server.client.claims({ limit: 100 });
  const open = await Promise.all(
    rows.map(async ({ id }) => (await server.client.claim(id)).members.every(({ stance }) => stance === 0)),
  );
  expect(new Set(open)).toEqual(new Set([true, false]));
  expect(rows.map(({ undecided }) => undecided)).toEqual(open);
});

it('of what is contested tell in CSV who denies, who holds and who gives a figure', async () => {
  const [head, ...rows] = parsed((await server.get('/contested?format=csv')).body);
  const told = (column: string) => rows.map((row) => row[head!.indexOf(column)]).join(' | ');
  expect(told('denials')).toContain('any soldiers in Russia” (Pyongyang → The Podil Post)');
  expect(told('denied')).toContain('(two of the officials → The Wexley Courier)');
  expect(told('values')).toMatch(/“[^”]*12,000[^”]*” \([^→)]+ → [^)]+\)/);
  expect(told('values')).toMatch(/“[^”]*10,000[^”]*” \(Quill Daily\), taken back/);
  const denials = (await server.client.contested()).rows.flatMap((one) => one.denials);
  const statement = denials.find(({ sides }) => sides[0].name === 'Pyongyang')!.a.split('.')[0]!;
  const to = ['Pyongyang', 'The Tide Wire', 'The Podil Post'];
  const { seq } = await server.client.decide({
    ...{ verb: 'correct', on: { kind: 'statement', id: statement }, field: 'chain', to },
    ...{ who: 'Ana', why: 'by way of the wire' },
  });
  const passed = (await server.get('/contested?format=csv')).body;
  expect(passed).toContain('any soldiers in Russia” (Pyongyang → The Tide Wire → The Podil Post)');
  await server.client.undo(seq, { who: 'Ana', why: 'a test' });
});

it('come as CSV through many chunks', async () => {
  const statements = server.ledger.statements;
  const limits: (number | undefined)[] = [];
  server.ledger.statements = async (filter = {}) => {
    limits.push(filter.limit);
    return statements({ ...filter, limit: 7 });
  };
  const rows = parsed((await server.get('/statements?format=csv')).body);
  server.ledger.statements = statements;
  expect(rows.length - 1).toBe((await server.client.statements({ limit: 1 })).total);
  expect(limits.length).toBeGreaterThan(10);
});

/** RFC 4180, read as strictly as it is written. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

it('CSV holds any words, and no word of it is a formula', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '+1', '-x', '@a', 'a"b', 'a,b', 'a\r\nb', '\tx'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell)), async (cells) => {
      async function* rows() {
        yield* cells;
      }
      let text = '';
      for await (const chunk of csv<[string, string]>({ a: ([a]) => a, b: ([, b]) => b }, rows())) text += chunk;
      const [head, ...read] = parsed(text);
      expect(head).toEqual(['a', 'b']);
      expect(read.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(cells);
      expect(read.flat().filter((one) => /^[=+\-@\t\r]/.test(one))).toEqual([]);
    }),
  );
});

interface Row {
  readonly name: string;
  readonly kind: string | null;
  readonly grade: { readonly letter: string } | null;
}

it.each([
  ['/sources?search=KOREA', ({ name }: Row) => /korea/i.test(name)],
  ['/sources?kind=person', ({ kind }: Row) => kind === 'person'],
  ['/sources?kind=not%20told', ({ kind }: Row) => kind === null],
  ['/sources?grade=B', ({ grade }: Row) => grade?.letter === 'B'],
  ['/sources?grade=not%20graded', ({ grade }: Row) => grade === null],
  ['/places?search=kur', ({ name }: Row) => /kur/i.test(name)],
])('%s gives those that fit, and not the rest', async (path, isMeant) => {
  const all = (await walk(path.split('?')[0]!, 1000))[0]!.rows as Row[];
  const fit = (await walk(path, 1000))[0]!.rows;
  expect(fit).toEqual(all.filter(isMeant));
  expect(fit.length).toBeLessThan(all.length);
});
