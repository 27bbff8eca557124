import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import { read } from '../../src/read.ts';
import { emptyReading } from '../ledger/made-reading.ts';
import { violations } from './violations.ts';
import { PHONE, type Workbench, workbench } from './workbench.ts';

const REPORT = `Ferries stay in port at Dorvik

The dock will close on Monday, the mayor of Dorvik said.

Port union, by its notice board: no ferry had sunk near the old pier, and nobody was hurt.
`;
const MISSED = 'no ferry had sunk near the old pier';

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('a statement that was missed is added in the reader', () => {
  let bench: Workbench;
  let address = '';
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-missed-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'dorvik.txt'), REPORT);
    bench = await workbench([folder]);
    const [document] = (await bench.ledger.documents()).rows;
    address = `/documents/${document!.id}`;
  });
  afterEach(async () => {
    for (const { seq, undoneBy, verb } of (await bench.api.decisions()).rows)
      if (undoneBy === null && verb !== 'undo') await bench.api.undo(seq, { who: 'Ana', why: 'as it was' });
  });
  afterAll(async () => {
    await bench?.close();
    rmSync(folder, { recursive: true });
  });

  const form = (page: Page) => page.getByRole('form', { name: 'Add a statement' });
  const speaker = (page: Page) => form(page).getByLabel('Speaker');
  const added = async () => (await bench.api.statements({ state: 'added' })).rows;

  test('words are selected, i, the speaker is selected, Enter; it stands among the others as a person’s', async () => {
    const { page, noise } = await bench.open(address);
    await page.getByLabel('Deciding as').fill('Ana');
    await select(page, MISSED);
    await page.keyboard.press('i');
    await form(page).getByText(MISSED).first().waitFor();
    expect(await speaker(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await select(page, 'Port union');
    await expect.poll(() => speaker(page).inputValue()).toBe('Port union');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const card = page.locator('.card.current');
    await card.getByText('added by Ana').waitFor();
    expect(await form(page).count()).toBe(0);
    const [row] = await added();
    expect(row).toMatchObject({
      words: { content: MISSED, source: 'Port union' },
      standing: { decisions: [{ who: 'Ana', why: 'the reader missed it' }] },
    });
    expect(await card.getAttribute('data-s')).toBe(row!.attribution.id);
    expect(await card.locator('.card-number:focus').count()).toBe(1);
    expect(await page.locator(`#s-${row!.attribution.id}`).count()).toBe(1);
    expect(await violations(page)).toEqual([]);

    await page.goto(`${bench.address}/brief?statements=${row!.attribution.id}`);
    await page.getByText('added by Ana').waitFor();
    await page.goto(`${bench.address}/statements?state=added`);
    await page.locator('.row .said', { hasText: MISSED }).waitFor();
    await page.goto(`${bench.address}/custody?view=decisions`);
    await page.locator('.log', { hasText: `Port union: “${MISSED}”` }).waitFor();
    await bench.api.undo(row!.standing.decisions[0]!.seq, { who: 'Bo', why: 'told twice' });
    await page.goto(`${bench.address}/brief?statements=${row!.attribution.id}`);
    await page.getByText('added by Ana, and taken back').waitFor();
    expect(await page.locator('.state').count()).toBe(0);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('what the report was taken to say itself goes with it, and each is taken back by u', async () => {
    const { page } = await bench.open(address);
    await page.getByLabel('Deciding as').fill('Ana');
    await select(page, 'Port union, by its notice board: no ferry had sunk near the old pier, and nobody was hurt');
    await page.keyboard.press('i');
    await page.keyboard.type('A clerk');
    const own = form(page).getByRole('checkbox').first();
    expect(await own.isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.card.current').getByText('added by Ana').waitFor();
    const verbs = async () =>
      (await bench.api.decisions()).rows.flatMap(({ verb, undoneBy }) =>
        undoneBy === null && verb !== 'undo' ? [verb] : [],
      );
    expect(await verbs()).toEqual(['reject', 'add']);
    await page.locator('#main').focus();
    for (const left of [['add'], []]) {
      await page.keyboard.press('u');
      await expect.poll(verbs).toEqual(left);
    }
    expect(await added()).toEqual([]);
    await page.locator('.card.is-added').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('what is there already is refused by name; Escape lets go; the keys list i', async () => {
    const { page } = await bench.open(address);
    await page.getByLabel('Deciding as').fill('Ana');
    await select(page, 'dock will close');
    await page.keyboard.press('i');
    await page.keyboard.type('the mayor of Dorvik');
    await page.keyboard.press('Enter');
    await form(page)
      .getByText(/statement [0-9a-f]{12}, “The dock will close on Monday”/)
      .waitFor();
    expect(await added()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await form(page).count()).toBe(0);
    const button = page.getByRole('button', { name: 'Add a statement' });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    for (const open of [1, 0]) {
      await button.click();
      expect(await form(page).count()).toBe(open);
      expect(await button.getAttribute('aria-pressed')).toBe(String(open === 1));
    }
    await page.keyboard.press('?');
    await page.locator('dialog.key-help').getByText('add a statement: the selected words').waitFor();
    await page.context().close();
  });

  test('what is in no field is told, and can be left out; the page as captured waits for the form', async () => {
    const { page } = await bench.open(address);
    await select(page, MISSED);
    await page.keyboard.press('i');
    await select(page, 'Port union');
    await expect.poll(() => speaker(page).inputValue()).toBe('Port union');
    expect(await form(page).getByText('Called so in the text').count()).toBe(0);
    await speaker(page).fill('A clerk');
    await form(page).getByText('Called so in the text: “Port union”').waitFor();
    await form(page).getByRole('button', { name: 'Leave it out' }).click();
    expect(await form(page).getByText('Called so in the text').count()).toBe(0);
    expect(await speaker(page).inputValue()).toBe('A clerk');
    await page.getByRole('button', { name: 'As captured' }).click();
    await page.getByText('Finish the form that is open first, or let it go: Esc').waitFor();
    expect(await speaker(page).inputValue()).toBe('A clerk');
    await page.context().close();
  });

  test('where it is stored and what goes with it is not, it stands, and that is said', async () => {
    const { page } = await bench.open(address);
    await page.getByLabel('Deciding as').fill('Ana');
    await page.route('**/api/v1/decisions', (route) =>
      route.request().postDataJSON()?.verb === 'reject' ? route.abort() : route.continue(),
    );
    await select(page, 'Port union, by its notice board: no ferry had sunk near the old pier, and nobody was hurt');
    await page.keyboard.press('i');
    await page.keyboard.type('A clerk');
    await page.keyboard.press('Enter');
    await page
      .locator('.notice', { hasText: /^Added the statement · entry \d+\. The rest was not stored: / })
      .waitFor();
    await page.locator('.card.current').getByText('added by Ana').waitFor();
    expect(await form(page).count()).toBe(0);
    await page.context().close();
  });

  test('on a phone a button stands by as long as words are selected', async () => {
    const { page, noise } = await bench.open(address, { viewport: PHONE, hasTouch: true });
    const button = page.getByRole('button', { name: 'Add as a statement' });
    expect(await button.count()).toBe(0);
    await selectByHand(page, MISSED);
    await button.tap();
    await form(page).getByText(MISSED).first().waitFor();
    await speaker(page).fill('Port union');
    expect(await violations(page)).toEqual([]);
    await form(page).getByRole('button', { name: 'Add' }).tap();
    await page.getByLabel('Your name').fill('Ben');
    await page.getByRole('button', { name: 'Go on' }).tap();
    await page.locator('.card.current').getByText('added by Ben').waitFor();
    expect((await added())[0]!.attribution.chain[0]!.name).toBe('Port union');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('words of a text that is another now are selected anew', async () => {
    const { page } = await bench.open(address);
    await select(page, MISSED);
    await page.keyboard.press('i');
    await form(page).getByText(MISSED).first().waitFor();
    for await (const capture of gather(folder)) {
      if (capture instanceof Refusal) continue;
      const { document } = await read(capture);
      const text = `By our port desk\n${document.text}`;
      const moved = { ...document, text, sha256: createHash('sha256').update(text).digest('hex') };
      const blocks = [{ kind: 'paragraph' as const, span: [0, text.length] as const }];
      await bench.ledger.store(capture, { ...emptyReading({ ...moved, blocks }) }, { reader: '9.0.0' });
    }
    await page.locator('.text', { hasText: 'By our port desk' }).waitFor();
    await form(page).getByText('Select the words that were said in the text.').waitFor();
    await page.context().close();
  });
});

/** Draws over words with the mouse. */
async function select(page: Page, words: string): Promise<void> {
  await page.locator('.text [data-at]').first().waitFor();
  const [from, to] = await settled(page, words);
  await page.mouse.move(from!.x, from!.y);
  await page.mouse.down();
  await page.mouse.move(to!.x, to!.y, { steps: 4 });
  await page.mouse.up();
}

/** Lines move while a page comes up. */
async function settled(page: Page, words: string): Promise<ReturnType<typeof edges>> {
  let before: ReturnType<typeof edges> = [];
  await expect
    .poll(async () => {
      const now = await page.evaluate(edges, words);
      const isSame = JSON.stringify(now) === JSON.stringify(before);
      before = now;
      return isSame;
    })
    .toBe(true);
  return before;
}

/** As the handles of a touched screen do, without a pointer. */
async function selectByHand(page: Page, words: string): Promise<void> {
  await page.locator('.text [data-at]').first().waitFor();
  await page.evaluate((sought) => {
    const runs = [...document.querySelectorAll<HTMLElement>('.text [data-at]')];
    const run = runs.find((one) => one.textContent!.includes(sought))!;
    const at = run.textContent!.indexOf(sought);
    document.getSelection()!.setBaseAndExtent(run.firstChild!, at, run.firstChild!, at + sought.length);
  }, words);
}

/** Where words begin and end on the screen. */
function edges(words: string): readonly { readonly x: number; readonly y: number }[] {
  const runs = [...document.querySelectorAll<HTMLElement>('.text [data-at]')];
  const text = runs.map((run) => run.textContent).join('');
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in “${text}”`);
  const place = (at: number, isEnd: boolean) => {
    let before = 0;
    for (const run of runs) {
      const { length } = run.textContent!;
      if (at < before + length + (isEnd ? 1 : 0)) {
        const range = document.createRange();
        const offset = at - before;
        range.setStart(run.firstChild!, isEnd ? offset - 1 : offset);
        range.setEnd(run.firstChild!, isEnd ? offset : offset + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: isEnd ? right - 0.5 : left + 0.5, y: (top + bottom) / 2 };
      }
      before += length;
    }
    throw new Error(`no place ${at}`);
  };
  return [place(start, false), place(start + words.length, true)];
}
