import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './violations.ts';
import { PHONE, referenceLike, type Workbench, workbench } from './workbench.ts';

describe.skipIf(process.env.HEARSAY_NO_BROWSER === '1')('stories in a browser', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await workbench();
  });
  afterAll(() => bench?.close());

  const documentOf = async (outlet: string) =>
    (await bench.ledger.documents({ limit: 50 })).rows.find((row) => row.outlet === outlet)!.id;
  const statementsOf = async (document: string) =>
    (await bench.ledger.statements({ document, kind: 'attribution', limit: 0 })).rows;
  /** Names who decides, as the rail asks for it. */
  const signAs = (page: Page, name: string) => page.getByLabel('Deciding as').fill(name);
  const lit = (page: Page) =>
    page.evaluate(() => [...new Set([...document.querySelectorAll<HTMLElement>('.lit')].map((e) => e.dataset.s))]);

  test('a pasted report becomes text with a card for every statement, and its custody line shows at once', async () => {
    const { page, noise } = await bench.open('/add');
    await page.getByLabel('Paste a text, or an address').fill(referenceLike);
    await page.keyboard.press('Control+Enter');
    const line = page.locator('.batches li').first();
    await line.waitFor();
    expect(await line.textContent()).toMatch(/by paste · \d+ bytes · text\/plain.* · SHA-256 [0-9a-f]{16}…/);
    await line.getByRole('link').click();
    await page.locator('.card').first().waitFor();
    const speakers = await page.locator('.card .chain').allTextContents();
    expect(speakers.join('\n')).toMatch(/Western officials.*The Harbour Journal.*this report/);
    expect(await page.locator('.card.denies .stance').first().textContent()).toContain('denies');
    expect(await page.locator('.card.unknown').count()).toBeGreaterThan(0);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('the outlet and day told for one pasted report are not told for the next', async () => {
    const { page, noise } = await bench.open('/add');
    const paste = async (text: string) => {
      await page.getByLabel('Paste a text, or an address').fill(text);
      await page.keyboard.press('Control+Enter');
      await page.locator('.batches li').filter({ hasText: 'by paste' }).first().waitFor();
    };
    await page.getByLabel('Outlet').fill('The Quay Courier');
    await page.getByLabel('Published').fill('2025-03-21');
    await paste('Two dockers were hurt in a fire at Dorvik port, the mayor of Dorvik said.');
    expect(await page.getByLabel('Outlet').inputValue()).toBe('');
    expect(await page.getByLabel('Published').inputValue()).toBe('');
    const read = page.locator('.batches li').first();
    await read.getByText('The Quay Courier · 21 Mar 2025 · 1 statement').waitFor();
    await read.getByRole('link').click();
    await page.getByText('The Quay Courier').first().waitFor();
    await page.goBack();
    await paste('The quay was open again, the mayor of Dorvik said.');
    await page.getByText('outlet not given · no date · 1 statement').waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('what leaves this machine is said beside the field: a text does not, an address is fetched', async () => {
    const { page, noise } = await bench.open('/add');
    const note = page.locator('.paste .note');
    expect(await note.textContent()).toBe(
      'A text is read on this machine and does not leave it. An address is fetched.',
    );
    await page.getByLabel('Paste a text, or an address').fill('https://post.example/depot');
    expect(await note.textContent()).toBe('The page is fetched once, from this machine: its site sees that.');
    await page.getByLabel('Paste a text, or an address').fill('<opml version="2.0"><body></body></opml>');
    expect(await note.textContent()).toBe('The feeds in it and their last reports are fetched, from this machine.');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('an address that cannot be fetched is told with the reason, and nothing is said to be read', async () => {
    const { page, noise } = await bench.open('/add');
    await page.getByLabel('Paste a text, or an address').fill('http://127.0.0.1:9/report.html');
    await page.getByRole('button', { name: /^Fetch and read/ }).click();
    const told = page.locator('.notice').filter({ hasText: /^1 not read: http:\/\/127\.0\.0\.1:9\/report\.html \w+/ });
    await told.waitFor();
    expect(await page.locator('.batches').textContent()).not.toContain('0 reports');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a figure has its source as the report prints it, with its capitals', async () => {
    const { page, noise } = await bench.open('/contested');
    await page.locator('.values').first().waitFor();
    const told = await page.locator('.values').allTextContents();
    expect(told.join(' ')).toContain('a Ukrainian defence official');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('j and k walk the statements; the address names the current one; a copied link lands on it, lit and in view', async () => {
    const { page, noise } = await bench.open(`/documents/${await documentOf('The Mapo Herald')}`);
    await page.locator('.card').first().waitFor();
    for (let i = 0; i < 6; i++) await page.keyboard.press('j');
    await page.keyboard.press('k');
    const current = await page.locator('.card.current').getAttribute('data-s');
    expect(page.url()).toMatch(new RegExp(`#s=${current}$`));
    expect(await lit(page)).toEqual([current]);
    const copied = await bench.open(page.url().slice(bench.address.length), { viewport: { width: 1280, height: 500 } });
    await copied.page.locator('.card.current').waitFor();
    expect(await copied.page.locator('.card.current').getAttribute('data-s')).toBe(current);
    const box = (await copied.page.locator(`#s-${current}`).boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(500);
    expect([...noise, ...copied.noise]).toEqual([]);
    await copied.page.context().close();
    await page.context().close();
  });

  test('pointing at words lights their card, and at a card all pieces of its words', async () => {
    const { page } = await bench.open(`/documents/${await documentOf('The Northgate Examiner')}`);
    const pieces = page.locator('.text .m.mixed, .text .m').first();
    await pieces.waitFor();
    const id = await pieces.getAttribute('data-s');
    await pieces.hover();
    expect(await page.locator(`.card.lit[data-s="${id}"]`).count()).toBe(1);
    const other = page.locator(`.card:not([data-s="${id}"])`).nth(2);
    await other.hover();
    const named = await other.getAttribute('data-s');
    const words = await page.locator(`.text .m[data-s="${named}"]`).count();
    expect(await page.locator(`.text .m.lit[data-s="${named}"]`).count()).toBe(words);
    await page.context().close();
  });

  test('no two cards cover one another, and each stands no higher than its words unless it must', async () => {
    const { page } = await bench.open(`/documents/${await documentOf('The Podil Post')}`);
    await page.locator('.card').nth(5).waitFor();
    for (let step = 0; step < 4; step++) {
      const boxes = await page
        .locator('.card')
        .evaluateAll((cards) =>
          cards.map((card) => card.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
        );
      for (const [i, [top]] of boxes.entries()) if (i > 0) expect(top!).toBeGreaterThanOrEqual(boxes[i - 1]![1]! - 1);
      await page.keyboard.press('j');
    }
    await page.context().close();
  });

  test('a corrected speaker: card, ledger, source filter and audit agree; undo brings the machine’s back', async () => {
    const document = await documentOf('The Mapo Herald');
    const [statement] = (await statementsOf(document)).filter(({ attribution }) => attribution.chain.length === 2);
    const { id, chain } = statement!.attribution;
    const { page, noise } = await bench.open(`/documents/${document}#s=${id}`);
    await page.locator('.card.current').waitFor();
    await signAs(page, 'Ana');
    await page.locator(`a.card-number[href="#s=${id}"]`).focus();
    await page.keyboard.press('s');
    await page.getByLabel('Speaker').fill('the harbour master');
    await page.getByLabel('Why').fill('the text names another');
    await page.keyboard.press('Enter');
    const card = page.locator(`#c-${id}`);
    await card.getByText('corrected').waitFor();
    expect(await card.locator('.chain').textContent()).toContain('the harbour master');
    expect(await card.locator('.corrections s').textContent()).toBe(chain[0]!.name);

    await page.goto(`${bench.address}/statements?state=corrected&document=${document}`);
    await page.locator('.table-body .row').first().waitFor();
    expect(await page.locator('.table-body .who').first().textContent()).toContain('the harbour master');
    const found = async (speaker: string) =>
      (await bench.api.statements({ source: speaker, document, limit: 100 })).rows;
    expect((await found('harbour master')).map(({ attribution }) => attribution.id)).toEqual([id]);
    expect((await found(chain[0]!.name)).map(({ attribution }) => attribution.id)).not.toContain(id);
    await page.goto(`${bench.address}/network?source=harbour%20master`);
    await page.locator('.tie-list li').first().waitFor();
    expect(await page.locator('.tie-list li').allTextContents()).toEqual([
      expect.stringMatching(/^the harbour master → The Mapo Herald 1/),
    ]);
    await page.goto(`${bench.address}/sources/the%20harbour%20master`);
    await page.locator('.says-list li').waitFor();
    await page.goto(`${bench.address}/custody?view=decisions`);
    const row = page.locator('.log tbody tr').first();
    expect(await row.textContent()).toMatch(/Ana.*correct.*chain\.0\.name.*the harbour master.*the text names another/);
    // what it is about, in its words, and the way there
    const about = row.locator(`a[href="/documents/${document}#s=${id}"]`);
    await expect.poll(() => about.textContent()).toContain(statement!.words.content.slice(0, 40));
    await row.getByRole('button', { name: /Undo/ }).click();
    await page.locator('.log tr.undone').waitFor();
    const after = (await bench.ledger.statement(id))!;
    expect(after.standing.state).toBe('suggested');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('words that are selected in the text become what is said, to the letter', async () => {
    const document = await documentOf('The Podil Post');
    const [statement] = await statementsOf(document);
    const { id, content } = statement!.attribution;
    const reading = (await bench.ledger.reading(document))!.reading;
    const [start, end] = content[0]!;
    const wanted: [number, number] = [start + reading.document.text.slice(start, end).indexOf(' ') + 1, end];
    const { page } = await bench.open(`/documents/${document}#s=${id}`);
    await page.locator('.card.current').waitFor();
    await signAs(page, 'Ana');
    await page.locator(`a.card-number[href="#s=${id}"]`).focus();
    await select(page, wanted);
    await page.keyboard.press('e');
    await page.getByLabel('Why').fill('less is said');
    await page.keyboard.press('Enter');
    await page.locator(`#c-${id}`).getByText('corrected').waitFor();
    const { standing } = (await bench.ledger.statement(id))!;
    expect(standing.corrections.map(({ field, to }) => [field, to])).toEqual([['content', [wanted]]]);
    await page.context().close();
  });

  test('review goes by keyboard alone: accept, reject with a reason, skip, undo', async () => {
    const { page, noise } = await bench.open('/review');
    await page.locator('.review').waitFor();
    const before = (await bench.ledger.statements({ state: 'suggested', limit: 1 })).total;
    const current = () => page.locator('.review-from a').getAttribute('href');
    const acted = async (act: () => Promise<unknown>) => {
      const was = await current();
      await act();
      await page.waitForFunction(
        (href) => document.querySelector('.review-from a')?.getAttribute('href') !== href,
        was,
      );
      return was;
    };
    await page.keyboard.press('a');
    await page.getByLabel('Your name').fill('Ben');
    const first = await acted(() => page.keyboard.press('Enter'));
    const rejected = await acted(async () => {
      await page.keyboard.press('x');
      await page.locator('form.edit').waitFor();
      await page.keyboard.press('1');
    });
    await acted(() => page.keyboard.press('Space'));
    await page.getByText(`${before - 2} left · 2 decided here · 1 skipped`).waitFor();
    await page.keyboard.press('u');
    await page.getByText(`${before - 1} left · 1 decided here`).waitFor();
    const idIn = (href: string | null) => /#s=(\w+)/.exec(href!)![1]!;
    expect((await bench.ledger.statement(idIn(first)))!.standing.state).toBe('confirmed');
    const { standing } = (await bench.ledger.statement(idIn(rejected)))!;
    expect(standing.decisions.map(({ verb, who, why }) => [verb, who, why])).toEqual([
      ['reject', 'Ben', 'nobody says it'],
      ['undo', 'Ben', 'taken back with u'],
    ]);
    for (let i = 0; i < 20; i++) await acted(() => page.keyboard.press('a'));
    expect((await bench.ledger.statements({ state: 'suggested', limit: 1 })).total).toBe(before - 21);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a reason that is typed goes into the reason: its letters accept, open and undo nothing', async () => {
    const { page, noise } = await bench.open('/review');
    await page.locator('.review').waitFor();
    await signAs(page, 'Ben');
    await page.locator('h1').click();
    const suggested = async () => (await bench.ledger.statements({ state: 'suggested', limit: 1 })).total;
    const before = await suggested();
    const href = await page.locator('.review-from a').getAttribute('href');
    const id = /#s=(\w+)/.exec(href!)![1]!;
    await page.keyboard.press('x');
    await page.locator('form.edit').waitFor();
    // "a" accepts, "u" takes back and "o" opens, where nothing is typed
    await page.keyboard.type('a sub-head, no source');
    expect(new URL(page.url()).pathname).toBe('/review');
    expect(await page.getByLabel('Why').inputValue()).toBe('a sub-head, no source');
    await page.keyboard.press('Enter');
    await page.getByText('1 decided here').waitFor();
    const { standing } = (await bench.ledger.statement(id))!;
    expect(standing.decisions.map(({ verb, why }) => [verb, why])).toEqual([['reject', 'a sub-head, no source']]);
    expect(await suggested()).toBe(before - 1);
    // and where the pointer left the form to select words, only the form decides
    await page.keyboard.press('x');
    await page.locator('form.edit').waitFor();
    await page.locator('.review-text').click();
    await page.keyboard.press('a');
    await page.keyboard.press('Space');
    await page.locator('form.edit').waitFor();
    expect(await suggested()).toBe(before - 1);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('what another decides on the statement in hand leaves it there, and no key decides over that unasked', async () => {
    const { page, noise } = await bench.open('/review');
    await page.locator('.review').waitFor();
    await signAs(page, 'Ben');
    await page.locator('h1').click();
    const href = await page.locator('.review-from a').getAttribute('href');
    const id = /#s=(\w+)/.exec(href!)![1]!;
    const decided = async () =>
      (await bench.ledger.statement(id))!.standing.decisions.map(({ verb, who }) => `${who} ${verb}`);
    await bench.decide({ verb: 'reject', on: { kind: 'statement', id }, who: 'Cleo', why: 'told twice' });
    await page.getByText('Cleo rejected this while it was in view: “told twice”').waitFor();
    expect(await page.locator('.review-from a').getAttribute('href')).toBe(href);
    await page.keyboard.press('a');
    await page.getByText(/^This was decided on meanwhile/).waitFor();
    await page.keyboard.press('x');
    expect(await page.locator('form.edit').count()).toBe(0);
    expect(await decided()).toEqual(['Cleo reject']);
    await page.keyboard.press('Enter');
    await page.locator('.meanwhile').waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.getByText('1 decided here').waitFor();
    expect(await decided()).toEqual(['Cleo reject', 'Ben confirm']);
    expect(await page.locator('.review-from a').getAttribute('href')).not.toBe(href);
    expect(await page.locator('.meanwhile').count()).toBe(0);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('the wire-copied claim: reports, origins and the evidence on each step', async () => {
    const { page, noise } = await bench.open('/claims?search=wounded');
    await page.locator('.claim-row').first().waitFor();
    // so many denials, of which one source may have made several: no count of those who deny
    expect(await page.locator('.claim-row .is-denied').first().textContent()).toMatch(/^⊘ \d+ denials?$/);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.tree').waitFor();
    const headline = (await page.locator('.claim-headline').textContent())!;
    expect(headline).toMatch(/⊘ denied by \D+/);
    const [, reports] = /(\d+) reports · 1 origin · 0 named/.exec(headline)!;
    const told = page.locator('.tree .report-name').filter({ hasNotText: 'also above' });
    expect(await told.count()).toBe(Number(reports));
    expect(await page.locator('.root.unnamed').textContent()).toContain('Western officials');
    expect(await page.locator('.tree .edge.copy').textContent()).toMatch(
      /copy.*Originally published by The Wexley Courier/,
    );
    const sides = page.locator('.side');
    expect(await sides.nth(1).textContent()).toContain('that any foreign officer had been hurt');
    const open = page.locator('.said-unknown li').filter({ hasText: 'whether the general was hurt in that salvo' });
    expect(await open.textContent()).toMatch(/Said to be unclear · The Wexley Courier.*Halyard News Agency/);
    await open.getByRole('link', { name: /Wexley/ }).click();
    await page.locator('.card.unknown.current').waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('what the words of a claim’s headline mean is told below it, by keys too', async () => {
    const { page, noise } = await bench.open('/claims?search=wounded');
    await page.locator('.claim-row a').first().click();
    await page.locator('.claim-headline').waitFor();
    const meanings = page.locator('.headline-legend dl');
    expect(await meanings.isVisible()).toBe(false);
    await page.locator('#main').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await meanings.waitFor();
    expect(await meanings.locator('dt').allTextContents()).toEqual(
      expect.arrayContaining(['named', 'not named', 'lineage not recorded']),
    );
    expect(await violations(page)).toEqual([]);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a claim that all leave open is undecided, in the list and on its page', async () => {
    const { page, noise } = await bench.open('/claims?search=badly');
    const row = page.locator('.claim-row');
    await row.getByText('undecided').waitFor();
    await row.getByRole('link').first().click();
    await page.locator('.claim-headline').getByText('undecided').waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a statement that a notice names as wrong says so on its card', async () => {
    const { rows } = await bench.ledger.documents({ limit: 50 });
    const corrected = rows.find(({ title }) => title?.startsWith('Reported Wounding'))!;
    const { page, noise } = await bench.open(`/documents/${corrected.id}`);
    await page.locator('.card .taken-back').first().waitFor();
    const cards = await page.locator('.card', { has: page.locator('.taken-back') }).allTextContents();
    expect(cards.every((words) => /earlier version/.test(words))).toBe(true);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('what a notice takes back affirms nothing: it stands apart, with the correction', async () => {
    const { page, noise } = await bench.open('/claims?search=wounded');
    await page.locator('.claim-row a').first().click();
    await page.getByRole('region', { name: 'Taken back' }).waitFor();
    const quoted = 'that a Ukrainian strike had wounded a North Korean general';
    const told = (name: string) => page.getByRole('region', { name, exact: true }).textContent();
    expect(await told('Affirm')).not.toContain(quoted);
    expect(await told('Taken back')).toMatch(new RegExp(`${quoted}.*Named as wrong in the notice · The correction`));
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a statement is joined with a claim that the machine did not see it in, and parted again', async () => {
    const document = await documentOf('The Podil Post');
    const { claims } = await bench.api.document(document);
    const alone = (await statementsOf(document)).find(
      ({ attribution, words }) => claims[attribution.id] === undefined && words.content.length > 40,
    )!;
    const { id } = alone.attribution;
    const { page, noise } = await bench.open(`/documents/${document}#s=${id}`);
    await page.locator('.card.current').waitFor();
    await signAs(page, 'Ana');
    await page.locator(`a.card-number[href="#s=${id}"]`).focus();
    await page.keyboard.press('m');
    await page.getByLabel('Words').fill('missiles');
    await page.locator('.claim-choice input').first().check();
    await page.getByLabel('Why').fill('the same in other words');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.locator(`#c-${id} .claim-link`).click();
    await page.getByText('joined by people').first().waitFor();
    expect(await page.locator(`.side a[href*="${id}"]`).count()).toBe(1);
    await page.goto(`${bench.address}/custody?view=decisions`);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByText(/^Took back entry/).waitFor();
    await expect.poll(async () => (await bench.api.document(document)).claims[id]).toBeUndefined();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('contested: Pyongyang’s denials beside what they deny; one number only by a rule that is named', async () => {
    const { page, noise } = await bench.open('/contested');
    await page.locator('.contest-one').first().waitFor();
    const denials = await page.locator('.denials > li').allTextContents();
    expect(
      denials.some((words) =>
        /denies.*sent soldiers to help Russia.*At least 10,000|denies.*any soldiers in Russia/s.test(words),
      ),
    ).toBe(true);
    // with who says it, and where
    expect(denials.join(' ')).toMatch(
      /any soldiers in Russia Pyongyang · The Podil Post.*two of the officials · The Wexley Courier/s,
    );
    expect(await page.locator('.by-rule').count()).toBe(0);
    await page.getByLabel('Rule').selectOption('highest');
    await page.locator('.by-rule').first().waitFor();
    expect(page.url()).toMatch(/\?view=highest$/);
    expect(await page.locator('.rule-label').textContent()).toContain('by the rule “highest”');
    // the number itself, not only where it stands
    expect(await page.locator('.by-rule .number').first().textContent()).toBe('12,000');
    expect(await page.locator('.by-rule').first().textContent()).toContain('by rule: highest');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a brief heads each statement with who and how, quotes only what was said so, and tells where it was', async () => {
    const document = await documentOf('The Mapo Herald');
    const all = await statementsOf(document);
    const denied = all.find(({ words }) => words.content === 'that it has sent soldiers to help Russia')!;
    const { page, noise } = await bench.open(`/brief?statements=${denied.attribution.id}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const item = page.locator('.brief > ol > li');
    expect(await item.locator('h2').textContent()).toMatch(/^North Korea .*denies:$/);
    expect(await item.locator('blockquote').textContent()).toBe('that it has sent soldiers to help Russia');
    expect(await item.locator('.from').textContent()).toMatch(/^From .+, captured \d+ \w+ \d{4}, \d\d:\d\d UTC$/);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await item.locator('h2').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('1 statement copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^North Korea denies: that it has sent soldiers to help Russia\n/m,
    );
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('the page as it was captured is one key away, and runs nothing', async () => {
    const { page, noise } = await bench.open(`/documents/${await documentOf('The Mapo Herald')}`);
    await page.locator('.card').first().waitFor();
    await page.keyboard.press('o');
    await page.frameLocator('iframe').getByText('Skip to the story').waitFor({ state: 'attached' });
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    await page.keyboard.press('o');
    await page.locator('.card').first().waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('another screen begins at its top, with the focus on it; layers and highlights are remembered', async () => {
    const { page, noise } = await bench.open(`/documents/${await documentOf('The Mapo Herald')}`);
    await page.locator('.card').first().waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: /^Times/ }).click();
    await page.evaluate(() => scrollTo(0, 900));
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.locator('.claim-row').first().waitFor();
    expect(await page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([0, 'main']);
    await page.goto(`${bench.address}/documents/${await documentOf('The Podil Post')}`);
    await page.locator('.reader.unlit').waitFor();
    expect(await page.getByRole('button', { name: /^Times/ }).getAttribute('aria-pressed')).toBe('true');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('the bar of the table goes anywhere at once: rows far down come without those before them', async () => {
    const { page, noise } = await bench.open('/statements');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('.table-body .said a').first().waitFor();
    const { total } = await bench.api.statements({ limit: 1 });
    const [last] = (await bench.api.statements({ skip: total - 1 })).rows;
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.locator(`.table-body a[href$="${last!.attribution.id}"]`).waitFor();
    expect(await page.locator('.table-body .row').last().getAttribute('aria-rowindex')).toBe(String(total + 1));
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await page.locator('.table-body .row.current').getAttribute('aria-rowindex')).toBe(String(total));
    expect(asked.some((url) => /[?&]after=/.test(url))).toBe(false);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('the counts of a source are of all that it says, and each opens exactly those', async () => {
    const { page, noise } = await bench.open('/sources/Q423');
    const counts = page.locator('.sort');
    await counts.first().waitFor();
    const { told } = await bench.api.source('Q423');
    const wanted = [
      ['in one report alone', told.alone],
      ['in other reports too', told.byOthers],
      ['denied by somebody', told.denied],
    ].filter(([, n]) => n !== 0);
    expect(await counts.allTextContents()).toEqual(wanted.map(([name, n]) => `${name} ${n}`));
    for (const [i, [, n]] of wanted.entries()) {
      await counts.nth(i).click();
      await page.getByText(new RegExp(`^${n} statements? that fit$`)).waitFor();
      await page.getByRole('button', { name: 'North Korea' }).first().waitFor();
      await page.goBack();
    }
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('j and k walk the sources, Enter opens the current one, and ? tells so', async () => {
    const { page, noise } = await bench.open('/sources');
    await page.locator('.sources tbody tr').nth(2).waitFor();
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    const at = await page
      .locator('.sources tbody tr')
      .evaluateAll((rows) => rows.findIndex((row) => row.matches('.current')));
    expect(at).toBe(1);
    await page.keyboard.press('?');
    const keys = page.locator('.key-groups section').filter({ has: page.getByRole('heading', { name: 'Sources' }) });
    expect(await keys.locator('dl > div').allTextContents()).toEqual([
      'jnext source',
      'ksource before',
      'Enteropen it',
    ]);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    const address = await page.locator('.sources tr.current a').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${bench.address}${address}`);
    await page.locator('.source-page h1').waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a source of more statements than one page holds: its counts and lists are of all of them', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `Mayor Ilse Brandt said that pier ${i + 1} was closed.`);
    const { page, noise } = await bench.open('/add');
    await page.getByLabel('Paste a text, or an address').fill(lines.join('\n\n'));
    await page.keyboard.press('Control+Enter');
    await page.locator('.batches li').first().waitFor();
    const [brandt] = (await bench.api.sources({ search: 'Ilse Brandt' })).rows;
    expect(brandt!.says).toBeGreaterThan(50);
    await page.goto(`${bench.address}/sources/${encodeURIComponent(brandt!.key)}`);
    await page.getByRole('link', { name: `in one report alone ${brandt!.says}` }).click();
    await page.getByText(`${brandt!.says} statements that fit`).waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  const scaleOf = async (page: Page) =>
    Number(/scale\(([\d.]+)\)/.exec((await page.locator('.world > g').first().getAttribute('transform'))!)![1]);
  const centreOf = async (page: Page) => {
    const { x, y, width, height } = (await page.locator('.world').boundingBox())!;
    return [x + width / 2, y + height / 2] as const;
  };

  test('the map is moved by wheel, drag and keys, and a region stays an area, a town a point', async () => {
    const { page, noise } = await bench.open('/map');
    await page.locator('.world .country').first().waitFor();
    const moves = async (act: () => Promise<unknown>) => {
      const before = await page.locator('.world > g').first().getAttribute('transform');
      await act();
      await page.waitForFunction(
        (told) => document.querySelector('.world > g')!.getAttribute('transform') !== told,
        before,
      );
    };
    const first = await scaleOf(page);
    const [x, y] = await centreOf(page);
    await page.mouse.move(x, y);
    await moves(() => page.mouse.wheel(0, -300));
    const nearer = await scaleOf(page);
    expect(nearer).toBeGreaterThan(first);
    await page.mouse.down();
    await moves(() => page.mouse.move(x + 60, y + 20, { steps: 3 }));
    await page.mouse.up();
    expect(await scaleOf(page)).toBe(nearer);
    await page.locator('.world-place').focus();
    await moves(() => page.keyboard.press('+'));
    expect(await scaleOf(page)).toBeGreaterThan(nearer);
    await moves(() => page.keyboard.press('ArrowLeft'));
    await moves(() => page.keyboard.press('-'));
    await moves(() => page.getByRole('button', { name: 'Fit' }).click());
    expect(await scaleOf(page)).toBeCloseTo(first);
    await page.getByRole('button', { name: /^Kursk Oblast/ }).click();
    await page.locator('.area.chosen').waitFor();
    expect(await page.locator('.place-mark .point').count()).toBeGreaterThan(0);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a place that no statement names, as in a dateline, is no place of the map with 0 beside it', async () => {
    const { page, noise } = await bench.open('/map');
    await page.locator('.place-list li').first().waitFor();
    const places = (await bench.api.places({ limit: 1000 })).rows;
    const within = places.filter(({ statements }) => statements > 0);
    expect(places.map(({ name }) => name)).toContain('Washington');
    expect(await page.locator('.place-list .n').allTextContents()).toEqual(
      within.map(({ statements }) => `${statements}`),
    );
    expect(await page.locator('.world text', { hasText: 'Washington' }).count()).toBe(0);
    await page.getByText(`${places.length - within.length} more named, but in no statement`).waitFor();
    await page.getByText(`${within.length} places: a point`).waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('on a phone the timeline is as wide as the screen, without lanes that have nothing in it', async () => {
    const { page, noise } = await bench.open('/timeline', { viewport: PHONE });
    await page.locator('.lanes .mark').first().waitFor();
    // the example coverage is of 2024, and was captured just now
    await expect.poll(() => page.locator('.lane-name').allTextContents()).toEqual(['happened', 'said']);
    const reach = () =>
      page
        .locator('.lanes :is(.mark, text)')
        .evaluateAll((marks) => Math.max(...marks.map((mark) => mark.getBoundingClientRect().right)));
    await expect.poll(reach).toBeLessThan(PHONE.width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('two fingers come closer on the map', async () => {
    const { page, noise } = await bench.open('/map', { hasTouch: true, viewport: PHONE });
    await page.locator('.world .country').first().waitFor();
    const before = await scaleOf(page);
    const [x, y] = await centreOf(page);
    const fingers = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove', apart: number) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints: [-apart, apart].map((by) => ({ x: x + by, y })) });
    await touch('touchStart', 20);
    await touch('touchMove', 60);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => scaleOf(page)).toBeGreaterThan(2 * before);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('every filter is in the address: facet, search and reload give the same rows', async () => {
    const { page, noise } = await bench.open('/statements');
    await page.locator('.table-body .row').first().waitFor();
    await page.getByRole('button', { name: /^denies/ }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('soldiers');
    await page.waitForURL(/polarity=denies&search=soldiers/);
    await page.locator('mark.found').first().waitFor();
    const rows = await page.locator('.table-body .said').allTextContents();
    expect(rows.every((words) => /soldiers/i.test(words))).toBe(true);
    await page.reload();
    await page.locator('mark.found').first().waitFor();
    expect(await page.locator('.table-body .said').allTextContents()).toEqual(rows);
    const csv = await page.getByText(/^All \d+ as CSV$/).getAttribute('href');
    const lines = (await (await fetch(bench.address + csv)).text()).trim().split(/\r?\n/);
    expect(lines).toHaveLength(rows.length + 1);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('the palette finds a screen, a report and the words of the ledger; ? shows the keys of the screen', async () => {
    const { page, noise } = await bench.open('/documents');
    await page.locator('main h1').waitFor();
    await page.keyboard.press('?');
    expect(await page.locator('dialog.key-help').isVisible()).toBe(true);
    expect(await page.locator('.legend .state').allTextContents()).toEqual([
      ...['○ suggested', '✓ confirmed', '✕ rejected', '✎ corrected', '+ added'],
    ]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Find or go to…').fill('podil');
    await page.getByRole('menuitem', { name: /Ukraine puts North Korean force/ }).click();
    await page.waitForURL(/\/documents\/[0-9a-f]{12}$/);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL(/\/claims$/);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('g and a letter goes to a screen, and does nothing else with that letter', async () => {
    const document = await documentOf('The Northgate Examiner');
    const id = (await statementsOf(document)).at(-1)!.attribution.id;
    const { page, noise } = await bench.open(`/documents/${document}#s=${id}`);
    await page.locator('.card.current').waitFor();
    await signAs(page, 'Ana');
    await page.locator(`a.card-number[href="#s=${id}"]`).focus();
    const before = (await bench.api.decisions()).total;
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.waitForURL(/\/add$/);
    await page.getByRole('heading', { name: 'Add' }).waitFor();
    expect((await bench.api.decisions()).total).toBe(before);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('what another decides shows here without a reload', async () => {
    const document = await documentOf('The Vistula Dispatch');
    const { attribution, words } = (await statementsOf(document)).at(-1)!;
    const { id } = attribution;
    const { page, noise } = await bench.open(`/documents/${document}#s=${id}`);
    await page.locator('.card.current').waitFor();
    await bench.decide({ verb: 'reject', on: { kind: 'statement', id }, who: 'Cleo', why: 'told twice' });
    await page.getByText(`Cleo rejected “${words.content.slice(0, 40)}`).waitFor();
    await page.locator(`#c-${id} .state.rejected`).waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('a decision on what another has changed since is refused and told, and nothing is lost', async () => {
    const document = await documentOf('The Vistula Dispatch');
    const id = (await statementsOf(document)).at(-2)!.attribution.id;
    const { page } = await bench.open(`/documents/${document}#s=${id}`);
    await page.route('**/api/v1/changes**', (route) => route.abort());
    await page.reload();
    await page.locator('.card.current').waitFor();
    await signAs(page, 'Ana');
    await bench.decide({ verb: 'reject', on: { kind: 'statement', id }, who: 'Cleo', why: 'told twice' });
    await page.locator(`a.card-number[href="#s=${id}"]`).focus();
    await page.keyboard.press('a');
    await page.getByText(/Cleo decided meanwhile/).waitFor();
    await page.locator(`#c-${id} .state.rejected`).waitFor();
    const { standing } = (await bench.ledger.statement(id))!;
    expect(standing.decisions.at(-1)!.who).toBe('Cleo');
    await page.context().close();
  });

  test('a server that is away is told with the way out', async () => {
    const { page } = await bench.open('/documents');
    await page.locator('main h1').waitFor();
    await page.route('**/api/v1/sources**', (route) => route.abort());
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
    await page.unroute('**/api/v1/sources**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
    await page.context().close();
  });

  test('a page whose parts are gone since Hearsay was built again says so, and reloads', async () => {
    const { page } = await bench.open('/documents');
    await page.locator('main h1').waitFor();
    await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '{}' }));
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Hearsay was updated' }).waitFor();
    await page.unroute('**/assets/**');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('heading', { name: 'Network' }).waitFor();
    await page.context().close();
  });

  test('a part of the page that is gone while the server is away is no update', async () => {
    const { page } = await bench.open('/documents');
    await page.locator('main h1').waitFor();
    await page.route(/\/(assets|api)\//, (route) => route.abort());
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
    await page.context().close();
  });

  test.each([
    ['documents/ffffffffffff', '/documents', 'Documents'],
    ['documents/ffffffffffff/versions', '/documents', 'Documents'],
    ['claims/ffffffffffff', '/claims', 'Claims'],
    ['sources/Nobody%20at%20all', '/sources', 'Sources'],
  ])('what is not in the ledger leads to a screen, never to JSON: %s', async (path, screen, heading) => {
    const { page } = await bench.open(`/${path}`);
    const problem = page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.textContent()).not.toMatch(/api\/v1|json/i);
    await problem.getByRole('link').last().click();
    await page.waitForURL(`${bench.address}${screen}`);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await page.context().close();
  });

  test('text of a document is only ever text: nothing in it runs, and no request leaves', async () => {
    const attack = '"><img src=x onerror=alert(1)> <script>alert(2)</script>';
    const { page, noise } = await bench.open('/add');
    await page
      .getByLabel('Paste a text, or an address')
      .fill(`Attack on the harbour\n\nThe ${attack} fell, Ana Torv said. ${attack}`);
    await page.keyboard.press('Control+Enter');
    await page.locator('.batches li a').first().click();
    await page.locator('.text').waitFor();
    expect(await page.locator('.text').textContent()).toContain(attack);
    expect(await page.locator('.text img, .text script').count()).toBe(0);
    await page.goto(`${bench.address}/statements?search=harbour%20%3Cscript%3E`);
    await page.locator('main h1').waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });
});

/** Selects words by their place in the text, as a person does with the mouse. */
async function select(page: Page, [from, to]: readonly [number, number]): Promise<void> {
  await page.evaluate(
    ([start, end]) => {
      const at = (place: number): [Text, number] => {
        for (const run of document.querySelectorAll<HTMLElement>('.text [data-at]')) {
          const begins = Number(run.dataset.at);
          const node = run.firstChild as Text;
          if (begins <= place && place <= begins + node.length) return [node, place - begins];
        }
        throw new Error(`nothing stands at ${place}`);
      };
      const range = document.createRange();
      range.setStart(...at(start));
      range.setEnd(...at(end));
      document.getSelection()!.removeAllRanges();
      document.getSelection()!.addRange(range);
    },
    [from, to] as const,
  );
}
