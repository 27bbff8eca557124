import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './violations.ts';
import { PHONE, type Workbench, workbench } from './workbench.ts';

const NORTHGATE = 'examples/kursk/03-northgate-examiner.html';

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('a source is graded in a browser', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await workbench([NORTHGATE]);
  });
  afterAll(() => bench?.close());

  const key = 'the northgate examiner';
  const address = `/sources/${encodeURIComponent(key)}`;
  const gradeOf = async () => (await bench.api.source(key)).source.grade;
  const why = (page: Page) => page.getByRole('form', { name: 'Grade' }).getByLabel('Why');
  const inForce = (page: Page) => page.locator('.reliability .in-force');

  test('by keyboard alone: its letter with a reason; it stands on source, sources and brief, and is taken back', async () => {
    const { page, noise } = await bench.open(address);
    await page.getByText('Nobody graded it yet.').waitFor();
    await page.keyboard.press('Shift+D');
    expect(await page.getByRole('radio', { name: 'D not usually reliable' }).isChecked()).toBe(true);
    // none without a reason
    await page.keyboard.press('Enter');
    expect(await why(page).evaluate((why: HTMLInputElement) => why.validity.valueMissing)).toBe(true);
    await page.keyboard.type('Names few of those it cites');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowUp');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Your name').fill('Ana');
    await page.keyboard.press('Enter');
    await inForce(page).getByText('fairly reliable').waitFor();
    expect(await page.locator('.reliability .grade-why').textContent()).toBe('Names few of those it cites');
    expect(await page.locator('.reliability .signed').textContent()).toMatch(/^Ana · .* UTC · entry \d+$/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Grade it anew');
    expect(await violations(page)).toEqual([]);

    await page.goto(`${bench.address}/sources`);
    await page.getByLabel('Grade').selectOption('C, fairly reliable');
    await page.getByText('1 source', { exact: true }).waitFor();
    expect(page.url()).toMatch(/\?grade=C$/);
    expect(await page.locator('.sources tbody tr').allTextContents()).toEqual([expect.stringContaining('C fairly')]);
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    expect((await (await fetch(bench.address + csv)).text()).trim().split('\r\n')).toHaveLength(2);
    expect(await violations(page)).toEqual([]);

    const { rows } = await bench.api.statements({ kind: 'attribution' });
    await page.goto(`${bench.address}/brief?statements=${rows[0]!.attribution.id}`);
    const links = page.locator('.link-grades');
    await links.getByText('fairly reliable').waitFor();
    expect(await links.textContent()).toMatch(/: not graded.*The Northgate Examiner: C fairly reliable \(Ana, \d+ /);
    expect(await violations(page)).toEqual([]);

    await page.goto(bench.address + address);
    await page.getByRole('button', { name: 'Undo the grade' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('No grade stands.').waitFor();
    expect(await page.locator('.grades-before li').textContent()).toMatch(/^C fairly reliable.*taken back by Ana/);
    expect(await gradeOf()).toBeNull();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('by mouse, on a phone: another takes its place, the one before stays told; u takes the last back', async () => {
    await bench.decide({
      ...{ verb: 'grade', on: { kind: 'reliability', source: key }, grade: 'B' },
      ...{ who: 'Cleo', why: 'corrected itself twice' },
    });
    const { page, noise } = await bench.open(address, { viewport: PHONE });
    await inForce(page).getByText('usually reliable').waitFor();
    await page.getByRole('button', { name: 'Grade it anew' }).click();
    await page.getByRole('radio', { name: 'F reliability cannot be judged' }).check();
    await why(page).fill('its desk has changed');
    await page.getByRole('button', { name: 'Give the grade' }).click();
    await page.getByLabel('Your name').fill('Ben');
    await page.getByRole('button', { name: 'Go on' }).click();
    await inForce(page).getByText('cannot be judged').waitFor();
    expect(await page.locator('.grades-before li').first().textContent()).toMatch(/^B usually reliable.*twice.*Cleo/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    expect(await gradeOf()).toMatchObject({ letter: 'F', who: 'Ben', why: 'its desk has changed' });
    await page.keyboard.press('u');
    await inForce(page).getByText('usually reliable').waitFor();
    expect(await gradeOf()).toMatchObject({ letter: 'B', who: 'Cleo' });

    await page.getByRole('button', { name: 'Grade it anew' }).click();
    await page.getByRole('radio', { name: 'E unreliable' }).check();
    await why(page).fill('pressed twice');
    await page.getByRole('button', { name: 'Give the grade' }).dblclick();
    await inForce(page).getByText('unreliable').waitFor();
    const { grades } = await bench.api.source(key);
    expect(grades.filter((grade) => grade.why === 'pressed twice')).toHaveLength(1);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('of sources that were joined, the grade tells to which of them it was given', async () => {
    const other = (await bench.api.sources()).rows.find(
      ({ key: one }) => one !== key && one !== 'not established',
    )!.key;
    await bench.decide({
      ...{ verb: 'grade', on: { kind: 'reliability', source: other }, grade: 'A' },
      ...{ who: 'Cleo', why: 'seen at the place' },
    });
    await bench.decide({ verb: 'merge', on: { kind: 'sources', a: key, b: other }, who: 'Cleo', why: 'one desk' });
    const leader = [key, other].sort()[0]!;
    const given = leader === key ? other : key;
    const { page, noise } = await bench.open(`/sources/${encodeURIComponent(leader)}`);
    await inForce(page).getByText('completely reliable').waitFor();
    expect(await page.locator('.reliability').textContent()).toContain(`given to ${given}`);
    expect(noise).toEqual([]);
    await page.context().close();
  });
});
