import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './violations.ts';
import { PHONE, WIDE, type Workbench, workbench } from './workbench.ts';

const SIZES = [
  { name: 'wide', viewport: WIDE },
  { name: 'phone', viewport: PHONE },
] as const;

/** The first is checked for everything, the others for what depends on the paper. */
const PAPERS = [
  { colorScheme: 'light', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'more' },
] as const;

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('every screen in every look', () => {
  let bench: Workbench;
  let screens: readonly string[];
  beforeAll(async () => {
    bench = await workbench();
    const { rows } = await bench.ledger.documents({ limit: 50 });
    const id = rows.find(({ outlet }) => outlet === 'The Mapo Herald')!.id;
    const versions = rows.find(({ outlet }) => outlet === 'Quill Daily')!.id;
    const statements = await bench.ledger.statements({ document: id, limit: 0 });
    const current = statements.rows.find(({ attribution }) => attribution.polarity === 'denies')!.attribution.id;
    await bench.decide({
      verb: 'confirm',
      on: { kind: 'statement', id: statements.rows[1]!.attribution.id },
      who: 'Ana',
    });
    const why = 'told twice';
    await bench.decide({
      verb: 'reject',
      on: { kind: 'statement', id: statements.rows[2]!.attribution.id },
      who: 'Ana',
      why,
    });
    const grade = (source: string, letter: 'B' | 'D') =>
      bench.decide({ verb: 'grade', on: { kind: 'reliability', source }, grade: letter, who: 'Ana', why: 'checked' });
    await grade('Q423', 'B');
    await bench.api.undo((await grade('Q423', 'B')).seq, { who: 'Ana', why });
    await grade('Q423', 'D');
    await grade('The Mapo Herald', 'B');
    screens = [
      ...['/documents', `/documents/${id}`, `/documents/${id}#s=${current}`, `/documents/${versions}/versions`],
      ...['/statements', '/statements?search=nowhere', '/claims', `/claims/${current}`, '/contested?view=range'],
      ...['/review', '/add', '/custody', '/custody?view=decisions', '/sources', '/sources/Q423'],
      ...[
        '/map',
        '/network',
        '/timeline',
        '/brief',
        `/brief?statements=${current}`,
        '/no-such-screen',
        '/documents/000000000000',
      ],
    ];
  });
  afterAll(() => bench?.close());

  test.each(SIZES)(
    'axe finds nothing and nothing runs out of the window: $name',
    { timeout: 240_000 },
    async ({ viewport }) => {
      const found: string[] = [];
      const { page, noise } = await bench.open('/documents', { viewport });
      for (const path of screens) {
        await page.goto('about:blank');
        await page.goto(bench.address + path);
        await page.locator('main h1').first().waitFor();
        await page.locator('.loading').waitFor({ state: 'detached' });
        for (const [i, paper] of PAPERS.entries()) {
          await page.emulateMedia(paper);
          for (const violation of await violations(page, i > 0))
            found.push(`${path} ${paper.colorScheme}: ${violation}`);
        }
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > viewport.width) found.push(`${path}: ${width} px wide`);
      }
      expect(found).toEqual([]);
      expect(noise.filter((line) => !isExpected(line))).toEqual([]);
    },
  );
});

/** A document that is not there, and what a software renderer says of itself. */
const isExpected = (line: string): boolean => /status of (?:404|400)|GL Driver Message|about:blank/.test(line);
