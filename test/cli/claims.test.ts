import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typed } from './recording-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-claims-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ledger = join(folder, 'kursk.db');

interface Told {
  readonly id: string;
  readonly words: string;
  readonly members: readonly string[];
  readonly lineage: { readonly headline: string };
}
const told = async (): Promise<Told[]> => {
  const { out } = await typed(['claims', '--json', '--limit', '0', '--ledger', ledger]);
  return out.trim().split('\n').map((line) => JSON.parse(line) as Told); // biome-ignore format: one line reads better
};
const wounded = (all: readonly Told[]) => all.find(({ lineage }) => lineage.headline.startsWith('5 reports'))!;

beforeAll(async () => {
  await typed(['read', 'examples/kursk', '--model', 'fast', '--ledger', ledger]);
});

it('tells reports and origins of each claim, and which are denied', async () => {
  const { out, code } = await typed(['claims', '--limit', '2', '--ledger', ledger]);
  expect(code).toBe(0);
  expect(out).toContain('5 reports · 1 origin · 0 named · denied');
  expect(out).toMatch(/2 of \d+ claims/);
});

it('tells what each report of a claim rests on, with the words', async () => {
  const { out, code } = await typed(['origins', wounded(await told()).id, '--ledger', ledger]);
  expect(code).toBe(0);
  expect(out).toMatch(/on the word of western officials.* \(anonymous, not named\)/i);
  expect(out).toMatch(
    /Quill Daily, 2024-11-25 [0-9a-f]+ · 2 versions\n +relies on .*, in its version of 2024-11-26: “/,
  );
  expect(out.replace(/\s+/g, ' ')).toContain(
    'same origin: The Wexley Courier, Halyard News Agency, The Northgate Examiner, The Vistula Dispatch, Quill Daily (',
  );
  expect(out).toMatch(/copy of The Wexley Courier, 2024-11-21: “/);
});

it('says of a statement that is in no claim that nobody else says it', async () => {
  const members = new Set((await told()).flatMap((claim) => claim.members.map((id) => id.split('.')[0]!)));
  const { out } = await typed(['ledger', '--json', '--limit', '0', '--ledger', ledger]);
  const all = out.trim().split('\n').map((line) => (JSON.parse(line) as { attribution: { id: string } }).attribution.id); // biome-ignore format: one line reads better
  const alone = all.find((id) => !members.has(id))!;
  for (const command of ['origins', 'life']) {
    const { code, err } = await typed([command, alone, '--ledger', ledger]);
    expect(code).toBe(1);
    expect(err).toContain(`${alone} is in no claim: no other report says it. Look at it: hearsay show ${alone}`);
  }
});

it('tells how a claim fared, and what is contested', async () => {
  const life = await typed(['life', wounded(await told()).id, '--ledger', ledger]);
  for (const turn of ['first said', 'hardened', 'softened', 'denied']) expect(life.out).toContain(turn);
  const { out } = await typed(['contested', '--ledger', ledger]);
  expect(out).toContain('denies');
  expect(out).toMatch(/12,000.* · .*Podil Post/);
  // as they are written
  expect(out).toContain('12,000 · a Ukrainian defence official · The Podil Post');
  expect(out.replace(/\s+/g, ' ')).toContain('(Pyongyang · The Podil Post, 2024-11-24)');
  const [, denial] = out.match(/denies +([0-9a-f]{12}) {2}\S/)!;
  expect((await typed(['show', denial!, '--ledger', ledger])).code).toBe(0);
  expect(out).not.toContain('of them:');
  expect(out).not.toContain('--limit');
  const one = await typed(['contested', '--limit', '1', '--ledger', ledger]);
  expect(one.out).toMatch(/\n\n1 of \d+; --limit 0 for all\.\n$/);
});

it('says that nothing is contested where the one denial was taken back', async () => {
  const paths = [
    ['post.txt', 'The Selm army has sent soldiers to the Tarn border, officials said.'],
    [
      'gazette.txt',
      'Correction: An earlier version of this report said that Mayor Ana Torv denied that the Selm army had sent soldiers to the Tarn border.',
    ],
  ].map(([name, words]) => {
    writeFileSync(join(folder, name!), words!);
    return join(folder, name!);
  });
  const own = join(folder, 'selm.db');
  await typed(['read', ...paths, '--published', '2025-03-01', '--model', 'fast', '--ledger', own]);
  expect((await typed(['contested', '--ledger', own])).out).toBe('nothing is denied, and no figures differ\n');
});

it.each([
  ['lowest', '10000'],
  ['highest', '12000'],
  ['latest', 'at least 10000'],
  ['range', '10000 to 12000'],
])('gives one number out of many only by a rule that is named: %s', async (view, expected) => {
  const { out } = await typed(['contested', '--limit', '1', '--view', view, '--ledger', ledger]);
  expect(out).toContain(`${view} of them: ${expected}\n`);
});

it('tells which report holds the words of which', async () => {
  const { out, code } = await typed(['copies', '--ledger', ledger]);
  expect(code).toBe(0);
  expect(out).toContain('Halyard News Agency');
});

it('sets the versions of a page beside one another, with its notice of the correction', async () => {
  const copies = await typed(['life', wounded(await told()).id, '--json', '--ledger', ledger]);
  const document = /"document":"([0-9a-f]+)","assertion":"[0-9a-f.]+","turns":\["softened/.exec(copies.out)![1]!;
  const { out, code } = await typed(['versions', document, '--ledger', ledger]);
  expect(code).toBe(0);
  expect(out).toMatch(/Quill Daily.*2024-11-25T08:00:00-05:00[\s\S]*Quill Daily.*2024-11-26T10:10:00-05:00/);
  expect(out).toContain('notice: corrected');
  expect(out).toMatch(/figure moved.*\n.*− There are 10,000[^\n]*\n.*\+ At least 10,000/);
  const none = await typed(['versions', 'ffffffff', '--ledger', ledger]);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('hearsay ledger')]);
});

it('follows the decisions of people, and their being taken back', async () => {
  const claim = wounded(await told());
  // a statement may say two things of one claim
  const [first, second, third] = [...new Set(claim.members.map((id) => id.split('.')[0]!))] as [string, string, string];
  const decide = async (...args: string[]): Promise<string> => {
    const { out, err } = await typed(['decide', ...args, '--who', 'Ana', '--json', '--ledger', ledger]);
    expect(err).toBe('');
    return String((JSON.parse(out) as { seq: number }).seq);
  };
  const split = await decide('split', first, second, '--claims', '--why', 'another general');
  const together = (all: readonly Told[]) =>
    all.some(({ members }) => [first, second].every((id) => members.includes(id)));
  expect(together(await told())).toBe(false);

  const reject = await decide('reject', third, '--why', 'said by nobody');
  expect((await told()).some(({ members }) => members.includes(third))).toBe(false);

  for (const entry of [reject, split]) await decide('undo', entry, '--why', 'a slip');
  expect(wounded(await told()).members).toEqual(claim.members);
});

it('an id that nothing has, or no ledger, is told with the way out', async () => {
  const none = await typed(['origins', 'ffffffffffff', '--ledger', ledger]);
  expect(none.code).toBe(1);
  expect(none.err).toContain('hearsay claims');
  const missing = await typed(['claims', '--ledger', join(folder, 'none.db')]);
  expect(missing.code).not.toBe(0);
  expect(missing.err).toContain('none.db');
});
