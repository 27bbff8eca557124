import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, WIDE, type Workbench, workbench } from './workbench.ts';

const LOOKS = [
  { name: 'wide, light', viewport: WIDE, colorScheme: 'light' },
  { name: 'wide, dark', viewport: WIDE, colorScheme: 'dark' },
  { name: 'phone, light', viewport: PHONE, colorScheme: 'light' },
  { name: 'phone, dark, more contrast', viewport: PHONE, colorScheme: 'dark', contrast: 'more' },
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
    screens = [
      ...['/documents', `/documents/${id}`, `/documents/${id}#s=${current}`, `/documents/${versions}/versions`],
      ...['/statements', '/statements?search=nowhere', '/claims', `/claims/${current}`, '/contested?view=range'],
      ...['/review', '/add', '/custody', '/custody?view=decisions', '/sources', '/sources/Q423'],
      ...['/map', '/network', '/timeline', '/brief', '/no-such-screen', '/documents/000000000000'],
    ];
  });
  afterAll(() => bench?.close());

  test.each(LOOKS)('axe finds nothing and nothing runs out of the window: $name', async ({ name: _, ...look }) => {
    const found: string[] = [];
    for (const path of screens) {
      const { page } = await bench.open(path, look);
      await page.locator('main h1, main .empty, main .problem').first().waitFor();
      await page.locator('.loading').waitFor({ state: 'detached' });
      for (const violation of await violations(page)) found.push(`${path}: ${violation}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > look.viewport.width) found.push(`${path}: ${width} px wide`);
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any[0]?.message ?? ''}`,
    );
  });
}
