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

  test('t, the fields, a reason, Enter: the report is read anew; u takes it back', async () => {
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
    await form(page).getByRole('alert').getByText('give one day').waitFor();
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
    await page.locator('.masthead .outlet', { hasText: 'outlet not given' }).waitFor();
    await page.goto(`${bench.address}/custody?view=decisions`);
    await page.getByRole('link', { name: 'Crane falls at Dorvik' }).first().waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('what another told meanwhile is not told back: only what was changed here is stored', async () => {
    const { page, noise } = await bench.open(address);
    await page.getByLabel('Deciding as').fill('Ana');
    await page.locator('.masthead').waitFor();
    await page.locator('#main').focus();
    await page.keyboard.press('t');
    await form(page).waitFor();
    const on = { kind: 'document', id } as const;
    await bench.decide({ verb: 'correct', on, field: 'title', to: 'Crane down', who: 'Bo', why: 'printed so' });
    await page.locator('.masthead', { hasText: 'title as told by Bo' }).waitFor();
    await page.locator('.masthead h1', { hasText: 'Crane down' }).waitFor();
    await page.getByText('Bo corrected the report “Crane down”').waitFor();
    await form(page).getByLabel('Outlet').fill('The Quay');
    await form(page).getByLabel('Byline').fill('Ida Holm');
    await form(page).getByLabel('Why').fill('the printed page');
    await page.keyboard.press('Enter');
    await page.locator('.masthead', { hasText: 'title, outlet and byline as told by Bo, Ana' }).waitFor();
    const { reading } = await bench.api.document(id);
    expect(reading).toMatchObject({ title: 'Crane down', outlet: 'The Quay', byline: 'Ida Holm' });
    await page.locator('#main').focus();
    await page.keyboard.press('t');
    await form(page).waitFor();
    await bench.decide({ verb: 'correct', on, field: 'outlet', to: 'The Pier', who: 'Bo', why: 'printed so' });
    await form(page).getByLabel('Outlet').fill('The Dock');
    await form(page).getByLabel('Why').fill('as I see it');
    await page.keyboard.press('Enter');
    await form(page).getByText('outlet is "The Pier", not "The Quay"').waitFor();
    await page.keyboard.press('Escape');
    const byline = (await bench.api.decisions()).rows.find(({ correction }) => correction?.field === 'byline')!;
    await bench.api.undo(byline.seq, { who: 'Bo', why: 'misread' });
    await page.keyboard.press('u');
    await page.getByText(/Took back entry \d+ · entry \d+\. The rest was not: .* was undone by entry/).waitFor();
    expect(noise.filter((line) => !line.includes('422'))).toEqual([]);
    await page.context().close();
    for (const { seq, undoneBy, verb } of (await bench.api.decisions()).rows)
      if (undoneBy === null && verb !== 'undo') await bench.api.undo(seq, { who: 'Ana', why: 'as it was' });
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
    await form(page).getByRole('alert').getByText('Nothing is told otherwise than it stands').waitFor();
    await page.locator('#main').focus();
    for (const key of ['o', 'i', 'x']) {
      await page.keyboard.press(key);
      await page.getByText('Finish the form that is open first, or let it go: Esc').waitFor();
    }
    expect(await page.getByRole('form').count()).toBe(1);
    await page.keyboard.press('Escape');
    await form(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Correct');
    expect((await bench.api.about()).counts.entries).toBe(before);
    await page.context().close();
  });
});
