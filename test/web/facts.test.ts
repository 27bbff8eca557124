import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quickReader } from '../api/served.ts';
import { violations } from './violations.ts';
import { type Workbench, workbench } from './workbench.ts';

const REPORT = 'Crane falls at Dorvik\n\nThe crane fell on Monday, the mayor of Dorvik said.\n';

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('title, outlet, byline and date are told in the reader', () => {
  let bench: Workbench;
  let address = '';
  let id = '';
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-told-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'dorvik.txt'), REPORT);
    bench = await workbench([folder], { reader: quickReader });
    id = (await bench.ledger.documents()).rows[0]!.id;
    address = `/documents/${id}`;
  });
  afterAll(async () => {
    await bench?.close();
    rmSync(folder, { recursive: true });
  });
  const form = (page: Page) => page.getByRole('form', { name: 'Title, outlet, byline and date' });

  test('t, the fields, a reason, Enter: the report is read anew; u takes each back', async () => {
    const { page, noise } = await bench.open(address);
    await page.getByLabel('Deciding as').fill('Ana');
    await page.locator('.masthead', { hasText: 'no date given' }).waitFor();
    await page.locator('#main').focus();
    await page.keyboard.press('t');
    await form(page).waitFor();
    expect(await form(page).getByLabel('Title').inputValue()).toBe('Crane falls at Dorvik');
    expect(await violations(page)).toEqual([]);
    await form(page).getByLabel('Outlet').fill('The Dorvik Post');
    await form(page).getByLabel('Published').fill('some day');
    await form(page).getByLabel('Why').fill('the printed page');
    await page.keyboard.press('Enter');
    await form(page).getByText('give a date').waitFor();
    expect((await bench.api.decisions()).total).toBe(0);
    await form(page).getByLabel('Published').fill('11 March 2025');
    await page.keyboard.press('Enter');
    await page.locator('.masthead', { hasText: '11 March 2025 · outlet and date as told by Ana' }).waitFor();
    expect(await form(page).count()).toBe(0);
    expect(await page.locator('.masthead .outlet').textContent()).toBe('The Dorvik Post');
    expect((await bench.api.document(id)).reading.times).toMatchObject([{ value: '2025-03-10' }]);
    await page.getByText('Custody', { exact: true }).last().click();
    await page.locator('.provenance', { hasText: 'none → 2025-03-11 · Ana' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('#main').focus();
    await page.keyboard.press('u');
    await page.locator('.masthead', { hasText: 'no date given' }).waitFor();
    await page.keyboard.press('u');
    await page.locator('.masthead .outlet', { hasText: 'outlet not given' }).waitFor();
    await page.goto(`${bench.address}/custody?view=decisions`);
    await page.getByRole('link', { name: 'Crane falls at Dorvik' }).first().waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('Escape lets go, letters go into the form, and where nothing is changed nothing is written', async () => {
    const { page } = await bench.open(address);
    await page.getByLabel('Deciding as').fill('Ana');
    const before = (await bench.api.about()).counts.entries;
    await page.locator('.card-number').first().click();
    await page.getByRole('button', { name: /Correct.* title, outlet/ }).click();
    await form(page).getByLabel('Why').fill('a look');
    await page.keyboard.type(' at it');
    await page.keyboard.press('Enter');
    await form(page).waitFor({ state: 'detached' });
    await page.locator('#main').focus();
    await page.keyboard.press('t');
    await form(page).waitFor();
    await page.keyboard.press('Escape');
    await form(page).waitFor({ state: 'detached' });
    expect((await bench.api.about()).counts.entries).toBe(before);
    await page.context().close();
  });
});
