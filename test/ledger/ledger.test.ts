import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { searchQuery } from '../../src/ledger/search-query.ts';
import {
  anyReading,
  dockReading,
  dockText,
  emptyReading,
  madeAttribution,
  madeCapture,
  madeDocument,
} from './made-reading.ts';

const by = { reader: '1.0.0' };
const open = () => openLedger(':memory:', { now: () => new Date('2025-03-02T00:00:00Z') });

async function problems(ledger: ReturnType<typeof open>) {
  const found = [];
  for await (const problem of ledger.verify()) found.push(problem);
  return found;
}

describe('a reading that is stored', () => {
  test('is read back equal, whatever its text and spans', async () => {
    await fc.assert(
      fc.asyncProperty(anyReading, async ({ bytes, ...reading }) => {
        const ledger = open();
        await ledger.store(bytes, reading, by);
        const back = await ledger.reading(reading.document.id);
        expect(back?.reading).toEqual(reading);
        expect(await problems(ledger)).toEqual([]);
        await ledger.close();
      }),
      { numRuns: 150 },
    );
  });

  test('says when and how it came, and who wrote it', async () => {
    const ledger = open();
    const { capture, reading } = dockReading();
    expect(await ledger.store(capture, reading, by)).toEqual({
      stored: true,
      document: reading.document.id,
      because: 'new',
    });
    const back = await ledger.reading(reading.document.id);
    expect(back).toMatchObject({ reader: '1.0.0', at: '2025-03-02T00:00:00.000Z', newest: true });
    expect(back?.arrivals).toEqual([
      { address: 'dock.txt', at: capture.at, method: 'file', headers: {}, media: 'text/plain' },
    ]);
    expect(await ledger.entries(reading.document.id)).toMatchObject([{ seq: 1, who: 'hearsay', verb: 'read' }]);
  });
});

describe('the same bytes', () => {
  test('from the same address store nothing', async () => {
    const ledger = open();
    const { capture, reading } = dockReading();
    await ledger.store(capture, reading, by);
    const before = await ledger.counts();
    const document = reading.document.id;
    expect(await ledger.store(capture, reading, by)).toEqual({ stored: false, document, because: 'same bytes' });
    expect(await ledger.arrive(capture, by)).toEqual({ stored: false, document, because: 'same bytes' });
    expect(await ledger.counts()).toEqual(before);
  });

  test('from another address keep the arrival, and the document stays one', async () => {
    const ledger = open();
    const { capture, reading } = dockReading();
    await ledger.store(capture, reading, by);
    const other = { ...capture, address: 'copy.txt' };
    expect(await ledger.arrive(other, by)).toMatchObject({ stored: false, because: 'same bytes, other address' });
    expect(await ledger.counts()).toMatchObject({ captures: 2, documents: 1, statements: 4, entries: 2 });
    const back = await ledger.reading(reading.document.id);
    expect(back?.arrivals.map((arrival) => arrival.address)).toEqual(['dock.txt', 'copy.txt']);
    expect(await problems(ledger)).toEqual([]);
  });

  test('under a newer reader stand beside the old reading, and views show the newest', async () => {
    const ledger = open();
    const { capture, reading, boats } = dockReading();
    await ledger.store(capture, reading, by);
    expect(await ledger.arrive(capture, { reader: '1.1.0' })).toBeNull();
    const newer = { ...reading, attributions: [{ ...boats, certainty: 'possible' as const }] };
    expect(await ledger.store(capture, newer, { reader: '1.1.0' })).toMatchObject({
      stored: true,
      because: 'newer reader',
    });
    const page = await ledger.statements();
    expect(page.rows.map((row) => row.attribution.certainty)).toEqual(['possible']);
    expect(await ledger.counts()).toMatchObject({ captures: 1, documents: 1, statements: 1 });
    // a statement that only the older reading has can still be looked at
    const old = await ledger.statement(reading.attributions[3]!.id);
    expect(old).toMatchObject({ reader: '1.0.0', newest: false });
    expect(await problems(ledger)).toEqual([]);
  });

  test('are read again where somebody tells other facts, not where nobody tells any', async () => {
    const ledger = open();
    const { capture, reading } = dockReading();
    await ledger.store(capture, reading, { ...by, given: { outlet: 'The Pier' } });
    expect((await ledger.told(capture.sha256))?.given).toEqual({ outlet: 'The Pier' });
    expect(await ledger.arrive(capture, by)).toMatchObject({ because: 'same bytes' });
    expect(await ledger.arrive(capture, { ...by, given: { outlet: 'The Quay' } })).toBeNull();
  });
});

describe('no slice, no row', () => {
  const text = 'One 👩 said two.';
  const cases = [
    { span: [3, 3], says: 'empty', reason: 'nothing is said by no words' },
    { span: [5, 2], says: 'backwards', reason: 'start stands after end' },
    { span: [0, 99], says: 'runs out', reason: 'beyond the end of the text' },
    { span: [-1, 3], says: 'runs out', reason: 'slice() would count from the end' },
    { span: [0, 5], says: 'half', reason: 'ends inside a surrogate pair, which no UTF-8 text can hold' },
    { span: [0.5, 3], says: 'whole numbers', reason: 'slice() would round' },
  ] as const;
  test.each(cases)('$span is refused: $reason', async ({ span, says }) => {
    const ledger = open();
    const capture = madeCapture(text);
    const document = madeDocument(capture);
    const good = madeAttribution(document, { content: 'two' });
    const reading = { ...emptyReading(document), attributions: [{ ...good, cue: [span] }] };
    await expect(ledger.store(capture, reading, by)).rejects.toMatchObject({
      name: 'BadSlice',
      owner: `statement ${good.id}`,
      span,
      message: expect.stringContaining(says),
    });
    expect(await ledger.counts()).toMatchObject({ captures: 0, documents: 0, entries: 0 });
  });

  test('what does not fit together is refused whole', async () => {
    const ledger = open();
    const { capture, reading, boats } = dockReading();
    const { document } = reading;
    const bad = {
      'no content': { ...reading, attributions: [{ ...boats, content: [] }] },
      'inside a statement that is not there': { ...reading, attributions: [{ ...boats, within: 'ffffffffffff' }] },
      'one id twice': { ...reading, attributions: [boats, boats] },
      'the hash of another text': { ...reading, document: { ...document, text: `${document.text}!` } },
      'made from other bytes': { ...reading, document: { ...document, capture: '0'.repeat(64) } },
      'a figure that is not there': {
        ...reading,
        events: [
          {
            span: [0, 5] as const,
            code: 'X',
            mode: null,
            polarity: 'affirms' as const,
            certainty: 'certain' as const,
            actor: null,
            recipient: null,
            figures: [7],
            time: null,
            place: null,
            attribution: null,
          },
        ],
      },
    };
    for (const [name, one] of Object.entries(bad)) await expect(ledger.store(capture, one, by), name).rejects.toThrow();
    expect(await ledger.counts()).toMatchObject({ captures: 0, documents: 0, statements: 0, entries: 0 });
    expect(await problems(ledger)).toEqual([]);
  });
});

describe('statements', () => {
  const rows = [
    { filter: {}, found: ['voice', 'boats', 'denial', 'mayor'], reason: 'all, in the order of the text' },
    { filter: { polarity: 'denies' }, found: ['denial'], reason: 'the one denial' },
    { filter: { certainty: 'probable' }, found: ['boats'], reason: 'hedged' },
    { filter: { below: 0.5 }, found: ['denial'], reason: 'that the machine is in doubt of' },
    { filter: { kind: 'voice' }, found: ['voice'], reason: 'what the outlet says itself' },
    { filter: { source: 'dock WORK' }, found: ['boats'], reason: 'part of the name, whatever the case' },
    { filter: { source: 'tide wire' }, found: ['boats'], reason: 'a link in the middle of the chain' },
    { filter: { source: 'okonski' }, found: ['mayor'], reason: 'without its marks' },
    { filter: { source: 'Harbour Post' }, found: ['voice'], reason: 'the outlet speaks only in its own voice' },
    { filter: { search: 'boat' }, found: ['boats'], reason: 'by its stem' },
    { filter: { search: '"left on"' }, found: ['boats'], reason: 'a phrase' },
    { filter: { search: '"on left"' }, found: [], reason: 'not in that order' },
    { filter: { search: 'Okoński' }, found: ['mayor'], reason: 'in the words of the source' },
    { filter: { search: 'clos*' }, found: ['voice', 'mayor'], reason: 'a beginning' },
    { filter: { search: 'dock NOT close' }, found: [], reason: 'operators are words like others' },
    { filter: { search: ' — ' }, found: [], reason: 'no word to look for' },
    { filter: { document: '000000000000' }, found: [], reason: 'another document' },
    { filter: { polarity: 'denies', source: 'dock workers' }, found: [], reason: 'filters narrow' },
  ] as const;
  test.each(rows)('$filter: $reason', async ({ filter, found }) => {
    const ledger = open();
    const { capture, reading, ...named } = dockReading();
    await ledger.store(capture, reading, by);
    const page = await ledger.statements(filter);
    expect(page.rows.map((row) => row.attribution.id)).toEqual(found.map((name) => named[name].id));
    expect(page.total).toBe(found.length);
  });

  test('come in pages that together are all of them', async () => {
    const ledger = open();
    for (const n of [1, 2, 3]) {
      const { capture, reading } = dockReading(`${dockText}\n${n}`);
      await ledger.store(capture, reading, by);
    }
    const all = await ledger.statements({ limit: 0 });
    const paged = [];
    let after = 0;
    for (let page = await ledger.statements({ limit: 5 }); ; page = await ledger.statements({ limit: 5, after })) {
      expect(page.total).toBe(12);
      paged.push(...page.rows);
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(all.rows);
    expect(all.rows).toHaveLength(12);
  });

  test('carry the words of their spans', async () => {
    const ledger = open();
    const { capture, reading, boats } = dockReading();
    await ledger.store(capture, reading, by);
    const page = await ledger.statements({ search: 'boats' });
    expect(page.rows[0]).toMatchObject({
      attribution: boats,
      words: {
        content: 'at least 40 boats reportedly left on Tuesday',
        cue: 'told',
        source: 'Dock workers',
        hedges: ['reportedly'],
      },
      document: { id: reading.document.id, outlet: 'The Harbour Post', published: '2025-03-01' },
    });
  });

  test('any typed words are a search, never a syntax error', async () => {
    const ledger = open();
    const { capture, reading } = dockReading();
    await ledger.store(capture, reading, by);
    const marks = fc.constantFrom('"', '*', '(', ')', ':', '^', '-', ' NEAR', ' OR ', '{', '\0', '\ud800', "'", '“');
    const typed = fc.array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 5 }))).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(typed, async (search) => {
        const { rows, total } = await ledger.statements({ search, source: search });
        expect(rows.length).toBe(total);
      }),
      { numRuns: 400 },
    );
  });

  test('every word of a statement finds it', async () => {
    const ledger = open();
    const { capture, reading, boats } = dockReading();
    await ledger.store(capture, reading, by);
    for (const word of 'at least 40 boats reportedly left on Tuesday told Dock workers'.split(' ')) {
      const { rows } = await ledger.statements({ search: word });
      expect(
        rows.map((row) => row.attribution.id),
        word,
      ).toContain(boats.id);
    }
  });
});

describe('searchQuery', () => {
  const rows = [
    ['troops in Kursk', '"troops" "in" "Kursk"', 'all words'],
    ['"at least ten" men', '"at least ten" "men"', 'a phrase and a word'],
    ['“at least ten”', '"at least ten"', 'curly marks are marks too'],
    ['Kur*', '"Kur"*', 'a beginning'],
    ['an "open phrase', '"an" "open" "phrase"', 'a mark that is never closed'],
    ['a AND (b', '"a" "AND" "(b"', 'operators are words'],
    ['— … "" *', null, 'marks alone'],
    ['', null, 'nothing'],
  ] as const;
  test.each(rows)('%s → %s: %s', (typed, query) => expect(searchQuery(typed)).toBe(query));
});

describe('find', () => {
  test('goes by the beginning of an id, in any case', async () => {
    const ledger = open();
    const { capture, reading, boats } = dockReading();
    await ledger.store(capture, reading, by);
    const { id } = reading.document;
    expect(await ledger.find(id.slice(0, 8).toUpperCase())).toEqual([
      { kind: 'document', id, label: 'The Harbour Post' },
    ]);
    expect(await ledger.find(boats.id)).toEqual([
      { kind: 'statement', id: boats.id, label: 'at least 40 boats reportedly left on Tuesday' },
    ]);
    expect(await ledger.find('')).toHaveLength(5);
    expect(await ledger.find("x' OR 1")).toEqual([]);
  });
});

describe('sources', () => {
  test('are counted by their names, apart as speaker and as link', async () => {
    const ledger = open();
    for (const outlet of ['The Harbour Post', 'The Quay']) {
      const { capture, reading } = dockReading(`${dockText}\n${outlet}`, `${outlet}.txt`, { outlet });
      await ledger.store(capture, reading, by);
    }
    const counts = await ledger.sources();
    const named = (name: string) => counts.find((count) => count.name === name);
    expect(named('Dock workers')).toEqual({
      key: 'dock workers',
      name: 'Dock workers',
      wikidata: null,
      kind: 'collective',
      says: 2,
      passesOn: 0,
      denies: 0,
      documents: 2,
      outlets: 2,
      merged: [],
      grade: null,
    });
    expect(named('The Tide Wire')).toMatchObject({ says: 0, passesOn: 2 });
    expect(named('The harbour office')).toMatchObject({ says: 2, denies: 2 });
    expect(named('The Quay')).toMatchObject({ kind: 'outlet', says: 1, passesOn: 0, documents: 1 });
  });
});
