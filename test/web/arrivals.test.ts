import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Workbench, workbench } from './workbench.ts';

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay Courier</title><link>https://quay.example/</link>
<item><title>Crane falls</title><link>https://quay.example/crane</link></item>
<item><title>Gone</title><link>https://quay.example/gone</link></item></channel></rss>`;
const CRANE = `<!doctype html><html lang="en"><head><title>Crane falls at Dorvik</title></head><body><article><h1>Crane falls at Dorvik</h1>
<p>A crane fell at Dorvik port on Monday, the harbour master said. Two dockers were hurt, according to the fire brigade.</p></article></body></html>`;
const PAGES: Readonly<Record<string, string>> = {
  'https://quay.example/feed': FEED,
  'https://quay.example/crane': CRANE,
};

/** What the network has, for these stories. */
async function fetched(input: string | URL | Request): Promise<Response> {
  const page = PAGES[String(input)];
  const type = page === FEED ? 'application/rss+xml' : 'text/html';
  return new Response(page ?? 'not here', { status: page ? 200 : 404, headers: { 'content-type': type } });
}

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('what arrives by hand', () => {
  let bench: Workbench;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-drop-'));
    bench = await workbench(['examples/kursk'], { fetching: { fetch: fetched } });
  });
  afterAll(async () => {
    await bench?.close();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, words: string): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, words);
    return path;
  };

  test('a list of feeds that is dropped leads to its reports; what is gone is named', async () => {
    const list = '<opml version="2.0"><body><outline text="Quay" xmlUrl="https://quay.example/feed"/></body></opml>';
    const { page, noise } = await bench.open('/add');
    await drop(page, file('feeds.opml', list));
    await page.getByRole('link', { name: 'Crane falls at Dorvik' }).waitFor();
    const refused = page.locator('.refused');
    await refused.waitFor();
    expect(await refused.textContent()).toMatch(/https:\/\/quay\.example\/gone.*404/);
    await page.getByText(/^Read 1 report with \d statements · 1 not read: https:\/\/quay\.example\/gone/).waitFor();
    await page.getByRole('link', { name: 'Crane falls at Dorvik' }).click();
    await page.locator('.card').first().waitFor();
    expect((await page.locator('.card .chain').allTextContents()).join()).toMatch(/harbour master.*fire brigade/);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('in a ledger without reports every screen says so, and where to add some', async () => {
    const fresh = await workbench([]);
    const { page, noise } = await fresh.open('/documents');
    for (const screen of ['Documents', 'Review', 'Statements', 'Sources', 'Claims', 'Contested', 'Timeline', 'Map']) {
      await page.getByRole('link', { name: screen, exact: true }).click();
      await page.getByRole('heading', { name: screen, level: 1 }).waitFor();
      expect(await page.locator('.empty').innerText()).toMatch(/^Nothing was read yet\s+Add reports/);
    }
    await page.getByRole('link', { name: 'Add reports' }).click();
    await page.getByRole('heading', { name: 'Add', level: 1 }).waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
    await fresh.close();
  });

  test('the outlet that is told of dropped files is not told of what comes next', async () => {
    const { page } = await bench.open('/add');
    await page.getByLabel('Outlet').fill('The Quay Courier');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(file('quay.txt', 'The crane was old, the mayor said.'));
    expect(await page.getByLabel('Outlet').inputValue()).toBe('');
    await page.getByRole('link', { name: /^[0-9a-f]{12}|crane/ }).click();
    await page.getByText('The Quay Courier').first().waitFor();
    await page.context().close();
  });

  test('a folder that is dropped is read with the folders in it, each file for itself', async () => {
    file('coverage/pier.txt', 'Pier closed\n\nThe old pier was closed on Tuesday, Mayor Ana Torv said.');
    file('coverage/deep/ferry.md', '# Ferry late\n\nThe ferry was two hours late, its pilot said.');
    file('coverage/deep/scan.pdf', '%PDF-1.4');
    const { page, noise } = await bench.open('/add');
    await drop(page, join(folder, 'coverage'));
    await page.getByText(/^Read 2 reports with \d statements · 1 not read: .*scan\.pdf /).waitFor();
    expect((await page.locator('.batches li a').allTextContents()).sort()).toEqual(['Ferry late', 'Pier closed']);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('who only passes on others has no list of what it says', async () => {
    const { page } = await bench.open('/sources/halyard%20news%20agency');
    await page.getByRole('heading', { name: 'Whose words it passes on' }).waitFor();
    expect(await page.getByRole('heading', { name: 'What it says' }).count()).toBe(0);
    await page.context().close();
  });

  test('two sources are joined by a person, counted as one, and parted again', async () => {
    const named = async (name: string) =>
      (await bench.api.sources({ search: name })).rows.find((row) => row.name === name)!;
    const [one, other] = [await named('Western Officials'), await named('the officials')];
    const { page, noise } = await bench.open(`/sources/${encodeURIComponent(one.key)}`);
    await page.getByLabel('Deciding as').fill('Ana');
    await page.getByLabel('Same source as').fill(other.name);
    await page.getByLabel('Why').fill('the same briefing');
    await page.getByRole('button', { name: 'Join them' }).click();
    await page.getByRole('link', { name: `${one.says + other.says} statements`, exact: true }).waitFor();
    await page.getByText(/were joined by Ana: the same briefing/).waitFor();
    await page.goto(`${bench.address}/custody?view=decisions`);
    expect(await page.locator('.log tbody tr').first().textContent()).toMatch(/Ana.*merge.*the same briefing/);
    await page.goto(`${bench.address}/sources/${encodeURIComponent(one.key)}`);
    await page.getByRole('button', { name: 'Part them' }).click();
    await page.getByRole('link', { name: `${one.says} statements`, exact: true }).waitFor();
    expect((await named('the officials')).says).toBe(other.says);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a name that the machine has under another source is split off it by a person', async () => {
    const { page, noise } = await bench.open('/sources/Q423');
    await page.getByLabel('Deciding as').fill('Ana');
    const before = (await bench.api.source('Q423')).source.says;
    await page.getByLabel('Why').fill('the city is meant');
    await page.getByRole('button', { name: 'That is another source' }).first().click();
    await expect.poll(async () => (await bench.api.source('Q423')).source.says).toBeLessThan(before);
    await expect.poll(() => page.getByText(/^Also called/).count()).toBe(0);
    expect(noise).toEqual([]);
    await page.context().close();
  });
});

/** Lets a file or folder fall where files are taken, as a file manager does. */
async function drop(page: Page, path: string): Promise<void> {
  const { x, y, width, height } = (await page.locator('.drop').boundingBox())!;
  const hand = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await hand.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 2,
      y: y + height / 4,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
}
