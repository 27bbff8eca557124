import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/export/html.ts';
import { HARBOUR, readingOfText } from './harbour.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-page-'));
  const one = join(folder, 'one.html');
  const two = join(folder, 'two.html');
  let browser: Browser;

  beforeAll(async () => {
    if (!existsSync(CHROMIUM)) {
      throw new Error(
        `no browser at ${CHROMIUM}: run apt-get install chromium, or set CHROMIUM to one, or HEARSAY_NO_BROWSER=1 to leave these tests out`,
      );
    }
    writeFileSync(one, html([HARBOUR]));
    writeFileSync(two, html([HARBOUR, readingOfText('Nothing was said.')]));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  interface Opened {
    readonly page: Page;
    /** what the console said, and every request but the page itself */
    readonly noise: string[];
  }
  async function open(file: string, hash = '', options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const noise: string[] = [];
    const url = pathToFileURL(file).href;
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && request.url() !== 'data:,') noise.push(request.url());
    });
    await page.goto(url + hash);
    return { page, noise };
  }
  const lit = (page: Page) =>
    page.evaluate(() => [...new Set([...document.querySelectorAll<HTMLElement>('.lit')].map((e) => e.dataset.s))]);
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { dataset, classList } = document.activeElement as HTMLElement;
      return `${classList[0]} ${dataset.s}`;
    });
  const s = (n: number) => n.toString(16).padStart(12, 'a');

  const looks = [
    ['wide, light', WIDE, 'light'],
    ['wide, dark', WIDE, 'dark'],
    ['phone, light', PHONE, 'light'],
    ['phone, dark', PHONE, 'dark'],
  ] as const;
  test.each(looks)('axe finds nothing: %s', async (_name, viewport, colorScheme) => {
    for (const file of [one, two]) {
      const { page, noise } = await open(file, '', { viewport, colorScheme });
      await page.keyboard.press('v');
      await page.keyboard.press('j');
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found).toEqual([]);
      expect(noise).toEqual([]);
      await page.context().close();
    }
  });

  test('j and k walk the statements, Enter goes to the card and back', async () => {
    const { page } = await open(one);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(`ref ${s(1)}`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(`ref ${s(3)}`);
    expect(await lit(page)).toEqual([s(3)]);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(`ref ${s(2)}`);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(`card ${s(2)}`);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(`ref ${s(2)}`);
    expect(page.url()).toMatch(new RegExp(`#s-${s(2)}$`));
  });

  test('hovering the words lights the card; hovering the card lights all pieces of the words', async () => {
    const { page } = await open(one);
    await page.hover(`#s-${s(8)}`);
    expect(await lit(page)).toEqual([s(8)]);
    expect(await page.isVisible(`.card.lit[data-s="${s(8)}"]`)).toBe(true);
    await page.hover(`#c-${s(6)}`);
    expect(await lit(page)).toEqual([s(6)]);
    expect(await page.locator('mark.lit').count()).toBe(2);
    await page.mouse.move(5, 5);
    expect(await lit(page)).toEqual([]);
  });

  test.each([true, false])('a link lands on the span, in view and lit (script: %s)', async (javaScriptEnabled) => {
    const { page } = await open(one, `#s-${s(13)}`, { javaScriptEnabled, viewport: { width: 1280, height: 400 } });
    const mark = page.locator(`#s-${s(13)}`);
    const box = (await mark.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(400);
    if (javaScriptEnabled) expect(await lit(page)).toEqual([s(13)]);
    else expect(await page.locator('mark:target').count()).toBe(1);
  });

  const filters = [
    ['denied', 2],
    ['hedged', 2],
    ['unnamed', 4],
    ['unknown', 2],
    ['all', 14],
  ] as const;
  test.each(filters)('the filter %s shows %i cards, as its button says', async (name, count) => {
    const { page } = await open(one);
    const button = page.locator(`button[data-filter="${name}"]`);
    expect(await button.textContent()).toMatch(new RegExp(` ${count}$`));
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.card:visible').count()).toBe(count);
    expect(await page.textContent('[role=status]')).toBe(`${count} shown`);
  });

  test('the switches are remembered; all cards show where no script runs', async () => {
    const { page } = await open(one);
    const marks = () => page.locator('[data-switch=marks]').getAttribute('aria-pressed');
    await page.keyboard.press('h');
    await page.keyboard.press('v');
    await page.reload();
    expect(await marks()).toBe('false');
    expect(await page.locator('.passage .ref:visible').count()).toBe(0);
    expect(await page.locator('.card.voice:visible').count()).toBe(2);
    await page.keyboard.press('h');
    expect(await marks()).toBe('true');
    const still = await open(one, '', { javaScriptEnabled: false });
    expect(await still.page.locator('.card:visible').count()).toBe(16);
    expect(await still.page.locator('.tools:visible').count()).toBe(0);
  });

  test('? opens the keys, Esc shuts them', async () => {
    const { page } = await open(one);
    await page.keyboard.press('?');
    expect(await page.isVisible('#help')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#help')).toBe(false);
  });

  test.each([360, 390, 768, 1024, 1600])('nothing runs out of a window of %i px', async (width) => {
    const { page } = await open(two, '', { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('cards stand beside their passage on wide screens and beneath it on phones', async () => {
    for (const [viewport, isBeside] of [
      [WIDE, true],
      [PHONE, false],
    ] as const) {
      const { page } = await open(one, '', { viewport });
      const words = (await page.locator('.passage', { has: page.locator(`#s-${s(3)}`) }).boundingBox())!;
      const card = (await page.locator(`#c-${s(3)}`).boundingBox())!;
      expect(card.x >= words.x + words.width).toBe(isBeside);
      expect(card.y >= words.y + words.height).toBe(!isBeside);
    }
  });

  test('it prints: notes in the margin, no buttons', async () => {
    const { page } = await open(one);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.tools')).toBe(false);
    expect(await page.isVisible(`#c-${s(3)}`)).toBe(true);
  });
});
