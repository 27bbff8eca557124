// npm run screenshots [-- name …]: every screen, wide and on a phone, on light and on dark paper, into screenshots/
import { existsSync, mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PHONE, REFERENCE, WIDE, workbench } from './workbench.ts';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly after?: (page: Page) => Promise<unknown>;
}

const LOOKS = [
  { name: 'wide-light', viewport: WIDE, colorScheme: 'light' },
  { name: 'wide-dark', viewport: WIDE, colorScheme: 'dark' },
  { name: 'phone-light', viewport: PHONE, colorScheme: 'light' },
  { name: 'phone-dark', viewport: PHONE, colorScheme: 'dark' },
] as const;

/** Fonts and cards have found their places by then. */
const SETTLES = 350;

const wanted = process.argv.slice(2);
const bench = await workbench(['examples/kursk', ...(existsSync(REFERENCE) ? [REFERENCE] : [])]);
mkdirSync('screenshots', { recursive: true });
try {
  for (const shot of await shots()) {
    if (wanted.length > 0 && !wanted.some((name) => shot.name.startsWith(name))) continue;
    for (const { name, ...look } of LOOKS) await take(shot, name, look);
  }
} finally {
  await bench.close();
}

async function take({ name, path, after }: Shot, look: string, options: object): Promise<void> {
  const { page, noise } = await bench.open(path, options);
  await page.waitForLoadState('load');
  await page.waitForSelector('main h1, main .empty, main .problem', { timeout: 10_000 }).catch(() => null);
  await after?.(page);
  await page.waitForTimeout(SETTLES);
  await page.screenshot({ path: `screenshots/${name}-${look}.png` });
  if (noise.length > 0) console.warn(`${name} ${look}: ${noise.join('\n  ')}`);
  await page.context().close();
}

async function shots(): Promise<Shot[]> {
  const { rows } = await bench.ledger.documents({ limit: 100 });
  const of = (outlet: string) => rows.find((row) => row.outlet === outlet)!.id;
  const statements = await bench.ledger.statements({ document: of('The Wexley Courier'), limit: 0 });
  const told = statements.rows.filter(({ attribution }) => attribution.kind === 'attribution');
  const press =
    (...keys: string[]) =>
    async (page: Page) => {
      for (const key of keys) await page.keyboard.press(key);
    };
  await grade();
  const reader = `/documents/${of('The Wexley Courier')}`;
  return [
    { name: 'documents', path: '/documents' },
    { name: 'reader', path: reader },
    { name: 'reader-current', path: `${reader}#s=${told[3]!.attribution.id}` },
    { name: 'reader-edit', path: `${reader}#s=${told[1]!.attribution.id}`, after: press('s') },
    { name: 'statements', path: '/statements' },
    { name: 'search', path: '/statements?search=general' },
    { name: 'claims', path: '/claims' },
    { name: 'claim', path: `/claims/${told[0]!.attribution.id}` },
    { name: 'contested', path: '/contested' },
    { name: 'review', path: '/review' },
    { name: 'add', path: '/add' },
    { name: 'custody', path: '/custody' },
    { name: 'sources', path: '/sources' },
    { name: 'source', path: '/sources/Q423' },
    { name: 'source-ungraded', path: '/sources/quill%20daily' },
    { name: 'source-joined', path: '/sources/the%20northgate%20examiner' },
    { name: 'source-grade', path: '/sources/Q423', after: press('Shift+C') },
    { name: 'versions', path: `/documents/${of('Quill Daily')}/versions` },
    { name: 'map', path: '/map' },
    { name: 'network', path: '/network' },
    { name: 'timeline', path: '/timeline' },
    {
      name: 'brief',
      path: `/brief?statements=${told
        .slice(0, 4)
        .map(({ attribution }) => attribution.id)
        .join(',')}`,
    },
    { name: 'palette', path: reader, after: press('Control+k') },
    { name: 'keys', path: reader, after: press('?') },
  ];
}

/** Grades as a desk may have given them: one after another, one taken back. */
async function grade(): Promise<void> {
  const given = (source: string, letter: 'B' | 'C' | 'D' | 'E' | 'F', why: string, who = 'Ana Torv') =>
    bench.decide({ verb: 'grade', on: { kind: 'reliability', source }, grade: letter, why, who });
  await given('Q423', 'F', 'no statement of its own could be checked yet');
  const { seq } = await given('Q423', 'E', 'denied what its own paper had printed', 'Ben Ode');
  await bench.api.undo(seq, { who: 'Ana Torv', why: 'the paper is not the ministry’s' });
  await given('Q423', 'D', 'two of three denials were followed by an admission');
  await given('Western Officials', 'C', 'of five statements checked three held, one only in part');
  await given('The Northgate Examiner', 'C', 'cites whom it takes from, and checks little of it');
  await given('The Vistula Dispatch', 'D', 'prints what others have, without a name for who told them '.repeat(6));
  const on = { kind: 'sources', a: 'The Vistula Dispatch', b: 'The Northgate Examiner' } as const;
  await bench.decide({ verb: 'merge', on, why: 'for the picture', who: 'Ana Torv' });
  await given('The Wexley Courier', 'B', 'corrects in the open, and names whom it relies on');
}
