import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typed } from './recording-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-origins-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ledger = join(folder, 'selm.db');

const NOTICE =
  'Correction: An earlier version of this report said that at least 40 soldiers had died in the Selm fire.';
const WIND = 'Firefighters said strong wind drove the flames across the river.';
const rows = [
  {
    outlet: 'Selm Post',
    url: 'https://post.example/fire',
    published: '2025-03-01',
    text: `At least 40 soldiers died in the Selm harbour fire, Mayor Ana Torv said.\n\n${WIND}`,
  },
  {
    outlet: 'Selm Post',
    url: 'https://post.example/fire',
    published: '2025-03-01',
    updated: '2025-03-05',
    text: `${NOTICE}\n\nAt least 46 soldiers died in the Selm harbour fire, Mayor Ana Torv said.\n\n${WIND}`,
  },
  {
    outlet: 'Wexley Gazette',
    published: '2025-03-02',
    text: 'A council spokesman read a list of names on Saturday.\n\nAt least 40 soldiers died in the fire at Selm harbour, General Bo Lind said.',
  },
  {
    outlet: 'Harbour Herald',
    published: '2025-03-02',
    text: 'The council of Tarn met on Sunday to talk about its schools and the roads to the north of the town.',
  },
  {
    outlet: 'Tarn Courier',
    published: '2025-03-03',
    text: 'At the Selm harbour fire at least 40 soldiers died, the Harbour Herald reported.',
  },
];

let claim: string;
beforeAll(async () => {
  const file = join(folder, 'selm.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  await typed(['read', file, '--model', 'fast', '--ledger', ledger]);
  const { out } = await typed(['claims', '--json', '--limit', '0', '--ledger', ledger]);
  const claims = out.trim().split('\n').map((line) => JSON.parse(line) as { id: string; words: string; members: string[] }); // biome-ignore format: one line reads better
  claim = claims.find(({ words }) => words.includes('soldiers died'))!.id;
});

it('tells what a later version says with the day of its update', async () => {
  const { out } = await typed(['ledger', '--search', '46', '--ledger', ledger]);
  expect(out).toContain('Selm Post · 2025-03-01, updated 2025-03-05');
  const json = await typed(['ledger', '--search', '46', '--json', '--ledger', ledger]);
  expect(JSON.parse(json.out.trim().split('\n')[0]!).document).toMatchObject({
    published: '2025-03-01',
    updated: '2025-03-05',
  });
  expect((await typed(['ledger', '--search', 'General', '--ledger', ledger])).out).not.toContain('updated');
});

it('counts a page once, and looks for a cited paper among all that the ledger has of its days', async () => {
  const { out } = await typed(['origins', claim, '--ledger', ledger]);
  expect(out).toMatch(/^3 reports · 3 origins · 3 named$/m);
  expect(out).toContain('Selm Post, 2025-03-01');
  expect(out).toContain('2 versions');
  expect(out).toContain('relies on Harbour Herald, 2025-03-02, which does not say it: “the Harbour Herald”');
  expect(out).toContain('Pairs of reports: 1 independent · 2 independence not established.');
});

it('tells every two reports and what each leads back to as data', async () => {
  const { out } = await typed(['origins', claim, '--json', '--ledger', ledger]);
  const { versions, pairs, reaches } = JSON.parse(out) as Record<string, object>;
  expect(Object.values(versions!)).toEqual([[expect.any(String), expect.any(String)]]);
  expect((pairs as { state: string }[]).map(({ state }) => state).sort()).toEqual([
    'independence not established',
    'independence not established',
    'independent',
  ]);
  expect(Object.keys(reaches!)).toHaveLength(3);
});

it('tells what was corrected, and of whom no correction was captured', async () => {
  const { out } = await typed(['life', claim, '--ledger', ledger]);
  expect(out).toMatch(/2025-03-05 {2}[0-9a-f]{12} {2}corrected · Selm Post/);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'no correction captured of what Selm Post, 2025-03-01 took back on 2025-03-05, where it is said as well: Tarn Courier, 2025-03-03 · Wexley Gazette, 2025-03-02',
  );
  const { out: data } = await typed(['life', claim, '--json', '--ledger', ledger]);
  expect(data.match(/^\{"neverUpdated"/gm)).toHaveLength(2);
});

it('tells who took it back, and where that was read', async () => {
  const own = join(folder, 'back.db');
  const file = join(folder, 'back.jsonl');
  const reports = [
    ['2025-03-10', 'Arica Post', 'Nine people died in the Arica port blast, the health ministry said.'],
    [
      '2025-03-12',
      'Tarn Courier',
      'The health ministry retracted its claim that nine people had died in the Arica port blast.',
    ],
  ];
  const told = reports.map(([published, outlet, text]) => JSON.stringify({ text, outlet, published }));
  writeFileSync(file, told.join('\n'));
  await typed(['read', file, '--model', 'fast', '--ledger', own]);
  const { id } = JSON.parse((await typed(['claims', '--json', '--ledger', own])).out) as { id: string };
  const { out } = await typed(['life', id, '--ledger', own]);
  expect(out).toMatch(/2025-03-10 {2}[0-9a-f]{12} {2}first said · the health ministry · Arica Post, 2025-03-10\n/);
  expect(out).toMatch(/2025-03-12 {2}[0-9a-f]{12} {2}withdrawn · The health ministry · Tarn Courier, 2025-03-12\n/);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'of what the health ministry took back (Tarn Courier, 2025-03-12), where it is said as well: Arica Post, 2025-03-10',
  );
});

it('counts sources that people joined as one', async () => {
  const merge = ['decide', 'merge', 'Ana Torv', 'Bo Lind', '--who', 'Ana', '--why', 'one office'];
  expect((await typed([...merge, '--ledger', ledger])).err).toBe('');
  const { out } = await typed(['origins', claim, '--ledger', ledger]);
  expect(out).toMatch(/^3 reports · 2 origins · 2 named$/m);
  expect(out).toMatch(/same origin: Selm Post, Wexley Gazette \((?:Ana Torv|Bo Lind)\)/);
});

it('a statement of several claims is answered with these, each with its words', async () => {
  const own = join(folder, 'several.db');
  const file = join(folder, 'several.jsonl');
  const reports = [
    'The Selm army sent 400 soldiers to the Tarn border, a spokesman said.',
    'At least 40 firefighters died in the fire at Selm harbour, General Bo Lind said.',
    'Norland denied that the Selm army had sent 400 soldiers to the Tarn border and that at least 40 firefighters had died in the Selm harbour fire.',
  ];
  const told = reports.map((text, i) => JSON.stringify({ text, outlet: `Post ${i}`, published: '2025-03-01' }));
  writeFileSync(file, told.join('\n'));
  await typed(['read', file, '--model', 'fast', '--ledger', own]);
  const { out } = await typed(['ledger', '--denied', '--json', '--ledger', own]);
  const { id } = (JSON.parse(out) as { attribution: { id: string } }).attribution;
  const claims = [
    /^ {2}[0-9a-f]{12} {2}The Selm army sent 400 soldiers to the Tarn border$/m,
    /^ {2}[0-9a-f]{12} {2}At least 40 firefighters died in the fire at Selm harbour$/m,
  ];
  for (const command of ['origins', 'life']) {
    const { code, err } = await typed([command, id, '--ledger', own]);
    expect(code).toBe(1);
    expect(err).toContain(`${id} is part of several claims; give the id of one:\n`);
    for (const one of claims) expect(err).toMatch(one);
    const [first] = /^ {2}[0-9a-f]{12}/m.exec(err)!;
    expect((await typed([command, first.trim(), '--ledger', own])).code).toBe(0);
  }
});
