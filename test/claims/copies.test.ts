import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { captureOf } from '../../src/capture/capture-of.ts';
import { mediaOf } from '../../src/capture/media.ts';
import { compare } from '../../src/claims/compare.ts';
import type { Copy } from '../../src/claims/copy.ts';
import { copyGroups } from '../../src/claims/copy-groups.ts';
import { memoryCopyIndex } from '../../src/claims/copy-index.ts';
import { fingerprintsOf } from '../../src/claims/fingerprints.ts';
import { wordSequence } from '../../src/claims/word-sequence.ts';
import type { Document } from '../../src/text/document.ts';
import { documentOf } from '../../src/text/document-of.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom, type Part } from '../attributions/document.ts';

const opening =
  'The harbour authority of Selm closed both northern docks on Tuesday after divers found cracks in the old sea wall.';
const middle =
  'Fishing crews moved forty boats to the river basin before dawn, and repair teams began pumping water from the lower tunnels.';
const closing =
  'Engineers expect the inspection to last three weeks, and ferry passengers will travel by bus from the western terminal.';
const elsewhere =
  'A brewery in Tarn bought an abandoned railway viaduct last winter and plans to plant hops along its whole length.';
const further =
  'Its owner, a former botanist, hopes that walkers will stop at the halfway tower, where a kitchen opens in spring.';
const report = [opening, middle, closing];

const from = (outlet: string, parts: readonly Part[], told: Partial<Document> = {}): Document =>
  documentFrom(parts, { outlet, address: outlet, ...told });
const original = from('The Selm Gazette', report, { published: '2024-03-05' });
const beside = (parts: readonly Part[], told: Partial<Document> = {}) =>
  compare(original, from('The Tarn Mirror', parts, told));

describe('what one text holds of another', () => {
  it.each<[reason: string, parts: readonly Part[], kind: Copy['kind'] | null]>([
    ['word for word, in other paragraphs', [`${opening} ${middle}`, closing], 'same text'],
    ['word for word under a credit of its own', [...report, ['credit', '(Selm Gazette)']], 'same text'],
    [
      'a word changed here and there',
      report.map((line) => line.replace('old', 'ageing').replace('three', 'four')),
      'copy',
    ],
    ['paragraphs in another order', [closing, opening, middle], 'copy'],
    ['cut down', [opening, middle], 'copy'],
    [
      'one paragraph in a report of its own',
      [elsewhere, middle, further, elsewhere.replace('brewery', 'mill')],
      'excerpt',
    ],
    [
      'every sentence reworded',
      [
        'On Tuesday the authority closed both of the northern docks in Selm after some divers had found long cracks in the sea wall.',
        'Crews moved forty fishing boats to the basin before dawn, and several teams began pumping water from lower tunnels.',
        'The inspection may last three weeks, engineers expect, and passengers of the ferry will travel by coach from the terminal.',
      ],
      'rewrite',
    ],
    ['another matter', [elsewhere, further], null],
    [
      'the same event in words of its own',
      [
        'Both northern docks in Selm are shut.',
        'Cracks were found by divers in a sea wall that is a century old, said officials, and boats have gone elsewhere.',
        'It may be the end of March before ferries sail again; until then there will be buses.',
      ],
      null,
    ],
    ['a name with its post', [`${elsewhere} The harbour authority of Selm gave no answer.`], null],
  ])('%s', (_, parts, kind) => {
    expect(beside(parts)?.kind ?? null).toBe(kind);
  });

  it('takes no quotation that both heard for a copy', () => {
    const speech =
      '“We closed both docks because the divers found cracks, and nobody will go back before the engineers have looked at every stone of the old wall,” the mayor said.';
    const one = from('A', [`${speech} She spoke on the quay.`, elsewhere]);
    const other = from('B', [`Reporters met the mayor. ${speech}`, further]);
    expect(compare(one, other)).toBeNull();
  });

  it('takes captures of one address for versions', () => {
    const url = 'https://gazette.example/docks';
    const [first, second] = [from('A', report, { url }), from('A', [...report, further], { url })];
    expect(compare(first, second)).toBeNull();
  });

  it('tells how much of each stands in the other', () => {
    const both = beside([opening, middle, elsewhere, further]);
    const [ofOriginal, ofOther] = both!.a === original.id ? both!.containment : both!.containment.toReversed();
    expect(ofOriginal).toBeGreaterThan(0.6);
    expect(ofOriginal).toBeLessThan(0.75);
    expect(ofOther).toBeGreaterThan(0.45);
    expect(ofOther).toBeLessThan(0.6);
  });

  it('reads scripts without spaces', () => {
    const text =
      '港湾当局は火曜日、古い防波堤にひびが見つかったため、北側の二つの埠頭を閉鎖した。漁船四十隻は夜明け前に川の泊地へ移された。';
    const [one, other] = [
      from('A', [text], { language: 'ja' }),
      from('B', [`${text}検査は三週間続く。`], { language: 'ja' }),
    ];
    expect(compare(one, other)?.kind).toBe('copy');
  });
});

describe('who copied whom', () => {
  const mirror = { published: '2024-03-06' };
  it.each<[reason: string, parts: readonly Part[], told: Partial<Document>, isOriginal: boolean | null]>([
    ['the earlier one', report, mirror, true],
    ['nobody, on one day', report, { published: '2024-03-05' }, null],
    ['nobody, where one tells no day', report, {}, null],
    ['the one that a credit names', report, { credits: ['Originally published by The Selm Gazette.'] }, true],
    ['the one that a byline names', report, { byline: 'Ana Torv of the Selm Gazette' }, true],
    ['nobody, where the one named came later', report, { published: '2024-03-01', credits: ['Selm Gazette'] }, null],
    ['nobody, where a third is named: both may have it from there', report, { ...mirror, credits: ['AFP'] }, null],
    [
      'nobody, where a third is named that is in no list',
      report,
      { ...mirror, credits: ['Distributed by Tidewater News'] },
      null,
    ],
    [
      'the one whose address a page gives for its own',
      report,
      { address: 'https://mirror.example/1', url: 'https://gazette.example/docks' },
      true,
    ],
    [
      'the one whose address is its credit',
      report,
      { credits: ['http://www.gazette.example/docks?utm_source=x'] },
      true,
    ],
    ['nobody, where the address of a third is', report, { ...mirror, credits: ['https://wire.example/7'] }, null],
    [
      'the earlier one, where the address is of the page itself',
      report,
      { ...mirror, url: 'https://mirror.example/1', credits: ['https://mirror.example/print/1'] },
      true,
    ],
    [
      'nobody, where a page gives the address of a third for its own',
      report,
      { ...mirror, address: 'https://mirror.example/1', url: 'https://wire.example/7' },
      null,
    ],
    [
      'the earlier one, where a page has another address at the same outlet',
      report,
      { ...mirror, address: 'https://edition.mirror.example/1', url: 'https://mirror.example/1' },
      true,
    ],
    [
      'the earlier one, where the page was kept by an archive',
      report,
      { ...mirror, address: 'https://web.archive.org/web/2024/1', url: 'https://mirror.example/1' },
      true,
    ],
    [
      'the earlier one, where one outlet has two hosts',
      report,
      { ...mirror, address: 'https://mirror.co.example/1', url: 'https://mirror.example/1' },
      true,
    ],
  ])('%s', (_, parts, told, isOriginal) => {
    const source = { ...original, url: 'https://gazette.example/docks', address: 'https://gazette.example/docks' };
    const copy = compare(source, from('The Tarn Mirror', [...parts, ['caption', 'Selm']], told))!;
    expect(copy.from).toBe(isOriginal === null ? null : original.id);
  });

  it('shows the words of the credit in the text', () => {
    const line = 'Originally published by The Selm Gazette.';
    const mirrored = from('The Tarn Mirror', [...report, ['credit', line]], { credits: [line] });
    const [credit] = compare(original, mirrored)!.evidence;
    expect(credit).toMatchObject({ kind: 'credit', document: mirrored.id, words: line });
    expect(slice(mirrored.text, credit!.span!)).toBe(line);
  });

  it('has no place in the text for a credit that only the page tells, though the text names it', () => {
    const named =
      'The harbour master told the Selm Gazette so in March, before the divers went down to look at the wall.';
    const mirrored = from('The Tarn Mirror', [named, ...report], { credits: ['Selm Gazette'] });
    expect(compare(original, mirrored)!.evidence[0]).toMatchObject({ kind: 'credit', span: null });
  });
});

const added = (documents: readonly Document[]): Copy[] => {
  const index = memoryCopyIndex();
  for (const document of documents) index.add(document);
  return index.copies();
};

describe('copies among many', () => {
  const letter =
    'Sign up for the morning letter of the Gazette and get the tide tables, the weather and the best of our harbour reporting every day, with pictures by readers and letters to the editor.';
  const unlike = (n: number): string =>
    Array.from({ length: 30 }, (_, i) => `word${(n * 7919 + i * 104729) % 99991}x`).join(' ');

  it('ties a text that very many carry into one group', () => {
    const mirrors = Array.from({ length: 60 }, (_, n) => from(`Mirror ${n}`, [...report, unlike(n)]));
    expect(copyGroups(added(mirrors))).toEqual([mirrors.map(({ id }) => id).sort()]);
  });

  it('takes what an outlet prints under its reports for no copy', () => {
    const pages = Array.from({ length: 9 }, (_, n) => from('The Selm Gazette', [unlike(n), letter]));
    expect(added(pages)).toEqual([]);
    expect(added(pages.slice(0, 2))).toHaveLength(1);
  });

  it('takes a paragraph that comes back for weeks for no copy', () => {
    const told = (n: number) => ({ published: `2024-0${n + 1}-10` });
    const pages = Array.from({ length: 6 }, (_, n) =>
      from(`Outlet ${n}`, [unlike(n), unlike(n + 50), letter], told(n)),
    );
    expect(added(pages)).toEqual([]);
  });

  it('gives nothing for a document that it has', () => {
    const index = memoryCopyIndex();
    index.add(original);
    expect(index.add(original)).toEqual([]);
  });

  const lines = [opening, middle, closing, elsewhere, further, letter];
  const someDocument = fc
    .record({
      parts: fc.uniqueArray(fc.constantFrom(...lines), { minLength: 1, maxLength: 4 }),
      outlet: fc.constantFrom('The Selm Gazette', 'The Tarn Mirror'),
      published: fc.constantFrom(null, '2024-03-05', '2024-03-19', '2024-04-19'),
      own: fc.nat(500),
      // an edit: so that a run stands in a passage of one and not of the other
      without: fc.uniqueArray(fc.nat(40), { maxLength: 3 }),
    })
    .map(({ parts, outlet, published, own, without }) => {
      const edited = parts.map((part) =>
        part
          .split(' ')
          .filter((_word, n) => !without.includes(n))
          .join(' '),
      );
      return from(outlet, [...edited, unlike(own)], { published });
    });
  const someDocuments = fc.uniqueArray(someDocument, { minLength: 2, maxLength: 45, selector: ({ id }) => id });

  test('the order of arrival changes nothing', () => {
    fc.assert(
      fc.property(
        someDocuments.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(added(shuffled)).toEqual(added(all));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('nor does it where so many hold a passage that each is tied to some of them alone', () => {
    const many = Array.from({ length: 20 }, (_, n) => {
      const own = Array.from({ length: 60 }, (_, i) => `word${n}no${i}`).join(' ');
      return from(`Outlet ${n}`, [opening, middle, own], { published: '2024-03-05' });
    });
    const byId = many.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(added(byId.toReversed())).toEqual(added(byId));
    expect(added(many)).toEqual(added(byId));
  });

  test('passages and credits are spans of the texts', () => {
    fc.assert(
      fc.property(someDocuments, (all) => {
        const byId = new Map(all.map((document) => [document.id, document]));
        for (const { a, b, shared, containment, evidence } of added(all)) {
          expect(a < b).toBe(true);
          for (const share of containment) expect(share >= 0 && share <= 1).toBe(true);
          for (const [inA, inB] of shared) {
            // an edit in the midst aside, a passage opens with the same word in both
            const [x, y] = [slice(byId.get(a)!.text, inA), slice(byId.get(b)!.text, inB)];
            expect(x.split(' ')[0]).toBe(y.split(' ')[0]);
          }
          for (const { document, span, words } of evidence)
            if (span) expect(slice(byId.get(document)!.text, span)).toBe(words);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('any text has its words and fingerprints', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const document = from('A', [`x${text}`]);
        const { starts, ends } = wordSequence(document);
        starts.forEach((start, i) => {
          expect(start).toBeLessThan(ends[i]!);
          expect(ends[i]).toBeLessThanOrEqual(document.text.length);
        });
        expect(fingerprintsOf(document)).toEqual(fingerprintsOf(document).toSorted((x, y) => x - y));
      }),
    );
  });
});

test('examples/kursk: 02 is a copy of 01, by its credit line, and nothing else is one', async () => {
  const folder = join(import.meta.dirname, '../../examples/kursk');
  const files = readdirSync(folder).filter((file) => /^\d/.test(file));
  const documents = await Promise.all(
    files.map((file) =>
      documentOf(captureOf({ bytes: readFileSync(join(folder, file)), address: file, media: mediaOf(file)! })),
    ),
  );
  const [first, second] = documents;
  const copies = added(documents);
  expect(copies.map(({ a, b }) => [a, b])).toEqual([[first!.id, second!.id].sort()]);
  expect(copies[0]).toMatchObject({ kind: 'copy', from: first!.id });
  expect(copies[0]!.evidence.map(({ kind }) => kind)).toContain('credit');
});
