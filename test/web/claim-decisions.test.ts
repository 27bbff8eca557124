import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, type Workbench, workbench } from './workbench.ts';

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('deciding on a claim', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await workbench();
  });
  afterEach(async () => {
    for (const { seq, undoneBy, verb } of (await bench.api.decisions()).rows)
      if (undoneBy === null && verb !== 'undo') await bench.api.undo(seq, { who: 'Ana', why: 'as it was' });
  });
  afterAll(() => bench?.close());

  /** The claim that most reports make, and the form of a statement in it. */
  const openForm = async (search = 'wounded'): Promise<Opened> => {
    const { page, noise } = await bench.open(`/claims?search=${search}`);
    await page.locator('.claim-row a').first().click();
    await page.getByLabel('Deciding as').fill('Ana');
    const member = page.locator('.side li', { has: page.locator('.is-same') }).first();
    const [, statement] = /#s=(\w+)/.exec((await member.locator('.words').getAttribute('href'))!)!;
    await member.getByText('Same?').click();
    return { page, noise, form: member.locator('form'), statement: statement! };
  };
  const decided = async () =>
    (await bench.api.decisions()).rows
      .filter(({ undoneBy, verb }) => undoneBy === null && verb !== 'undo')
      .map(({ verb, why }) => [verb, why]);

  test.each([
    ['Not the same', 'split'],
    ['The same', 'merge'],
  ])('Enter in the reason completes what was pressed: %s', async (name, verb) => {
    const { page, noise, form } = await openForm();
    await form.getByRole('button', { name, exact: true }).click();
    expect(await form.getByLabel('Why').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('looked at both');
    await page.keyboard.press('Enter');
    await page.locator('.notice').waitFor();
    expect(await decided()).toEqual([[verb, 'looked at both']]);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('Enter where nothing was pressed decides nothing, and says so', async () => {
    const { page, noise, form } = await openForm();
    await form.getByLabel('Why').fill('looked at both');
    await page.keyboard.press('Enter');
    await page.getByText('Choose first: the same, or not the same').waitFor();
    expect(await decided()).toEqual([]);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('the address of a claim stays good when its members change, and the page shows them as they are', async () => {
    const { page, noise, form, statement } = await openForm();
    const address = page.url();
    const affirm = page.getByRole('region', { name: 'Affirm', exact: true });
    const before = await affirm.locator('li').count();
    const { claim } = await bench.api.claim(address.split('/').at(-1)!);
    await form.getByLabel('Why').fill('another raid');
    await form.getByRole('button', { name: 'Not the same' }).click();
    await page.locator(`.side a[href$="#s=${statement}"]`).waitFor({ state: 'detached' });
    expect(await affirm.locator('li').count()).toBeLessThan(before);
    expect(await affirm.locator('h3 small').textContent()).toBe(`${await affirm.locator('li').count()}`);
    expect(page.url()).toBe(address);
    await page.reload();
    await page.locator('.claim-headline').waitFor();
    expect((await bench.api.claim(claim.headline)).claim.id).not.toBe(claim.id);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a claim that is none any more leads to its words, and to the statement it was called after', async () => {
    const [pair] = (await bench.api.claims({ limit: 100 })).rows.filter(({ words }) =>
      /^Some have already/.test(words),
    );
    const { claim, words, members } = await bench.api.claim(pair!.id);
    const { page } = await bench.open(`/claims/${pair!.id}`);
    await page.waitForURL(`${bench.address}/claims/${claim.headline}`);
    const [head, ...others] = new Set(members.map(({ statement }) => statement));
    expect(members.find(({ assertion }) => assertion === claim.headline)!.statement).toBe(head);
    for (const b of others) {
      const on = { kind: 'relation', a: head!, b, relation: 'same' } as const;
      await bench.decide({ verb: 'split', on, who: 'Cleo', why: 'another war' });
    }
    const gone = page.getByRole('alert').filter({ hasText: 'No claim has this address now' });
    await gone.getByRole('link', { name: words.split(' ').slice(0, 8).join(' ') }).click();
    await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor();
    await page.goBack();
    await gone.getByRole('link', { name: 'The statement that it was called after' }).click();
    await page.locator(`.card.current[data-s="${head}"]`).waitFor();
    await page.context().close();
  });

  test('what people joined says so on one line, and so does the hash of the last entry on a phone', async () => {
    const { page, form } = await openForm();
    await form.getByLabel('Why').fill('looked at both');
    await form.getByRole('button', { name: 'The same', exact: true }).click();
    const badge = page.locator('.side .state.confirmed').first();
    await badge.waitFor();
    const heights = await badge.evaluate((element) => {
      const line = Number.parseFloat(getComputedStyle(element).lineHeight);
      element.closest('li')!.querySelector('p')!.append(' and so on'.repeat(30));
      return [element.getBoundingClientRect().height, line];
    });
    expect(heights[0]).toBeLessThan(2 * heights[1]!);
    await page.setViewportSize(PHONE);
    await page.goto(`${bench.address}/custody`);
    const hash = page.locator('.verify code');
    await expect.poll(() => hash.textContent()).toMatch(/^[0-9a-f]{64}$/);
    expect((await hash.boundingBox())!.height).toBeLessThan(30);
    await page.context().close();
  });

  test.each([
    ['where it was decided', null],
    ['on another screen', 'x'],
  ])('u takes the last decision back, %s', async (_where, goTo) => {
    const { page, form } = await openForm();
    await form.getByLabel('Why').fill('looked at both');
    await form.getByRole('button', { name: 'The same', exact: true }).click();
    await page.locator('.notice').getByText('Undo (u)').waitFor();
    expect(await decided()).toEqual([['merge', 'looked at both']]);
    await page.locator('#main').focus();
    if (goTo) {
      await page.keyboard.press('g');
      await page.keyboard.press(goTo);
      await page.getByRole('heading', { name: 'Contested' }).waitFor();
    }
    await page.keyboard.press('u');
    await page.getByText(/^Took back entry/).waitFor();
    expect(await decided()).toEqual([]);
    await page.keyboard.press('?');
    await page.locator('dialog.key-help').getByText('undo the last decision').waitFor();
    await page.context().close();
  });
});

interface Opened {
  readonly page: Page;
  readonly noise: string[];
  readonly form: Locator;
  readonly statement: string;
}
