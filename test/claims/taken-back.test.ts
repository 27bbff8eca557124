import { expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { contested } from '../../src/claims/contested.ts';
import { correctionsOf } from '../../src/claims/corrections-made.ts';
import { coverageOf, type KeyOfSource } from '../../src/claims/coverage.ts';
import { lifeOf } from '../../src/claims/life.ts';
import { type Links, linksOf } from '../../src/claims/links.ts';
import { neverUpdated } from '../../src/claims/never-updated.ts';
import { type Reading, readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

const report = (parts: readonly string[], published: string, outlet: string): Promise<Reading> =>
  readDocument(
    { ...documentFrom(parts), outlet, url: `https://${outlet.length}.example/${published}`, published },
    fastModel(),
  );

const NINE = 'The health ministry said nine people had died in the Arica port blast.';
const HEARD = 'Nine people died in the Arica port blast, the health ministry said.';
const FOUR = 'The health ministry said four people had died in the Arica port blast.';

/** The claim of nine dead: how it lived, and which outlets never told that it was taken back. */
async function lived(texts: readonly (readonly [string[], string, string])[], keyOf?: KeyOfSource) {
  const links = linksOf(await Promise.all(texts.map((text) => report(...text))));
  const claim = links.claims.find(({ members }) => members.some((id) => /nine people had died/i.test(said(links, id))));
  if (!claim) throw new Error('nobody says that nine people had died');
  const coverage = coverageOf(links, keyOf && { keyOf });
  const outlet = (id: string) => links.readings.get(id)!.document.outlet!;
  const life = lifeOf(claim, links.assertions, links.readings, coverage);
  const [contest] = contested([claim], links.assertions, links.readings, coverage);
  return {
    who: life.map(({ who }) => who),
    turns: life.map(({ document, turns }) => `${outlet(document)}: ${turns.join(' · ')}`),
    back: correctionsOf(claim, coverage).flatMap(({ corrects }) => corrects).length,
    left: neverUpdated(claim, coverage).map(({ report: id }) => outlet(id)),
    by: neverUpdated(claim, coverage).map((one) => one.by),
    deniers: contest?.deniers.length ?? 0,
    values: (contest?.values ?? []).map(({ min, takenBack }) => (takenBack ? `${min} taken back` : `${min}`)),
  };
}
const said = ({ assertions, readings }: Links, id: string): string => {
  const { document, span } = assertions.get(id)!;
  return readings.get(document)!.document.text.slice(...span);
};

it('what its source takes back was withdrawn, and who printed it before is asked for an update', async () => {
  const { turns, left, who, by } = await lived([
    [[NINE], '2025-03-10', 'The Post'],
    [[HEARD], '2025-03-11', 'The Herald of Arica'],
    [
      ['The health ministry retracted its claim that nine people had died in the Arica port blast.'],
      '2025-03-12',
      'The Post',
    ],
  ]);
  expect(turns).toEqual(['The Post: first said', 'The Herald of Arica: said again', 'The Post: withdrawn']);
  expect(left).toEqual(['The Herald of Arica']);
  expect(who).toEqual(['The health ministry', 'the health ministry', 'The health ministry']);
  expect(by).toEqual(['the health ministry']);
});

it.each<[reason: string, then: string, turn: string, left: string[]]>([
  [
    'by whoever said it',
    'The claim that nine people had died in the Arica port blast was withdrawn by the health ministry on Friday.',
    'The Post: withdrawn',
    ['The Herald of Arica'],
  ],
  [
    'by whom it is not told',
    'The health ministry’s claim that nine people had died in the Arica port blast was withdrawn on Friday.',
    'The Post: left open',
    [],
  ],
])('a claim that was withdrawn: %s', async (_reason, then, turn, asked) => {
  const { turns, left } = await lived([
    [[NINE], '2025-03-10', 'The Post'],
    [[HEARD], '2025-03-11', 'The Herald of Arica'],
    [[then], '2025-03-12', 'The Post'],
  ]);
  expect(turns.at(-1)).toBe(turn);
  expect(left).toEqual(asked);
});

it('"the statement has since been retracted by the ministry" is of the one that it made before', async () => {
  const { turns } = await lived([
    [[NINE, 'The statement has since been retracted by the ministry.'], '2025-03-12', 'The Post'],
  ]);
  expect(turns).toEqual(['The Post: first said', 'The Post: withdrawn']);
});

it.each<[reason: string, first: string, keyOf: KeyOfSource | undefined, marked: boolean]>([
  ['with no article in a headline or a wire', 'Health ministry', undefined, true],
  ['another', 'The defence ministry', undefined, false],
  [
    'another, which people joined with it',
    'The medical board',
    (wikidata, name) => wikidata ?? (name === 'the medical board' ? 'the health ministry' : name),
    true,
  ],
])('a source takes back what it said itself: %s', async (_reason, first, keyOf, marked) => {
  const { back } = await lived(
    [
      [[`${first} said nine people had died in the Arica port blast.`], '2025-03-10', 'The Post'],
      [
        ['The health ministry retracted its claim that nine people had died in the Arica port blast.'],
        '2025-03-12',
        'The Post',
      ],
    ],
    keyOf,
  );
  expect(back).toBe(marked ? 1 : 0);
});

it.each<[who: string, marked: boolean]>([
  ['The harbour office', true],
  ['Harbour office', true],
  ['A harbour official', false],
  ['Officials', false],
])('of two reports, what was said before is marked where the source is surely one: %s', async (who, marked) => {
  const { back } = await lived([
    [[`${who} said nine people had died in the Arica port blast.`], '2025-03-10', 'The Post'],
    [[`${who} retracted the claim that nine people had died in the Arica port blast.`], '2025-03-12', 'The Post'],
  ]);
  expect(back).toBe(marked ? 1 : 0);
});

it('what others say on their own word is not taken back with it; who has it from the source is asked, also alone', async () => {
  const { left } = await lived([
    [[NINE], '2025-03-10', 'The Post'],
    [['The mayor said nine people had died in the Arica port blast.'], '2025-03-11', 'The Courier'],
    [
      ['The health ministry retracted its claim that nine people had died in the Arica port blast.'],
      '2025-03-12',
      'The Herald of Arica',
    ],
  ]);
  expect(left).toEqual(['The Post']);
});

it('who has not taken over what several tell of is asked once', async () => {
  const { left } = await lived([
    [[NINE], '2025-03-10', 'The Post'],
    [
      ['The health ministry retracted its claim that nine people had died in the Arica port blast.'],
      '2025-03-12',
      'The Herald of Arica',
    ],
    [
      ['The health ministry no longer says that nine people had died in the Arica port blast.'],
      '2025-03-13',
      'The Courier',
    ],
  ]);
  expect(left).toEqual(['The Post']);
});

it.each<[reason: string, then: string, turn: string]>([
  [
    'by another source: the first stands',
    'The mayor retracted his claim that nine people had died in the Arica port blast.',
    'withdrawn',
  ],
  [
    'asked for, not done',
    'The mayor urged the ministry to retract its claim that nine people had died in the Arica port blast.',
    'left open',
  ],
  [
    'on another’s word',
    'The mayor said the health ministry had retracted its claim that nine people had died in the Arica port blast.',
    'left open',
  ],
  [
    'not yet done',
    'The health ministry has not yet retracted its claim that nine people had died in the Arica port blast.',
    'left open',
  ],
])('%s', async (_reason, then, turn) => {
  const { left, turns } = await lived([
    [[NINE], '2025-03-10', 'The Post'],
    [[then], '2025-03-12', 'The Herald of Arica'],
  ]);
  expect(turns.at(-1)).toContain(turn);
  expect(left).toEqual([]);
});

it('figures that were withdrawn in the text are marked among the values; who withdraws one gives none', async () => {
  const { values } = await lived([
    [[NINE], '2025-03-10T09:00:00Z', 'The Post'],
    [[FOUR], '2025-03-10T12:00:00Z', 'The Post'],
    [
      ['The health ministry no longer says that nine people had died in the Arica port blast.'],
      '2025-03-10T18:00:00Z',
      'The Herald of Arica',
    ],
  ]);
  expect(values).toEqual(['9 taken back', '4']);
});

it('"that statement" is the one that the same source made before', async () => {
  const { turns } = await lived([
    [
      [
        'A ministry official said nine people had died in the Arica port blast.',
        'The mayor said the port was closed.',
        'The official has retracted that statement.',
      ],
      '2025-03-12',
      'The Post',
    ],
  ]);
  expect(turns).toEqual(['The Post: first said', 'The Post: withdrawn']);
});

it('a notice that stands in another report takes back what the outlet printed', async () => {
  const { turns, left } = await lived([
    [[NINE], '2025-03-10', 'The Post'],
    [[HEARD], '2025-03-10', 'The Herald of Arica'],
    [
      [
        'The port of Arica was open again on Wednesday, the harbour office said.',
        'A report on 10 March said that nine people had died in the Arica port blast, citing the health ministry. The ministry puts the toll at four. We regret the error.',
      ],
      '2025-03-12',
      'The Post',
    ],
  ]);
  expect(turns).toContain('The Post: corrected');
  expect(left).toEqual(['The Herald of Arica']);
});

it('an error that is regretted elsewhere is none of what a police report said', async () => {
  const { turns } = await lived([
    [[NINE], '2025-03-10', 'The Post'],
    [
      [
        'The port of Arica was open again on Wednesday, the harbour office said.',
        'The police report said that nine people had died in the Arica port blast. The mayor has called for a new port. We regret the error in the crossword on Tuesday.',
      ],
      '2025-03-12',
      'The Post',
    ],
  ]);
  expect(turns).toEqual(['The Post: first said', 'The Post: said again']);
});

it('a denial that is taken back denies no more', async () => {
  const { deniers } = await lived([
    [[NINE], '2025-03-10T09:00:00Z', 'The Post'],
    [
      ['Mayor Ana Torv denied that nine people had died in the Arica port blast.'],
      '2025-03-10T12:00:00Z',
      'The Herald of Arica',
    ],
    [
      ['Mayor Ana Torv withdrew her denial that nine people had died in the Arica port blast.'],
      '2025-03-11',
      'The Herald of Arica',
    ],
  ]);
  expect(deniers).toBe(0);
});
