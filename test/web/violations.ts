import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on a page: everything, or only what depends on the paper. */
export async function violations(page: Page, isPaperOnly = false): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      document,
      only ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {},
    );
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any[0]?.message ?? ''}`,
    );
  }, isPaperOnly);
}
