import { expect, it, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import type { Copy } from '../../src/claims/copy.ts';
import { correctionsMade } from '../../src/claims/corrections-made.ts';
import { coverageOf } from '../../src/claims/coverage.ts';
import { lifeOf } from '../../src/claims/life.ts';
import { type Links, linksOf } from '../../src/claims/links.ts';
import { neverUpdated } from '../../src/claims/never-updated.ts';
import { type Reading, readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

const url = 'https://post.example/selm';
const report = (parts: readonly string[], day: string, outlet = 'The Selm Post', address = url): Promise<Reading> =>
  readDocument({ ...documentFrom(parts), outlet, url: address, published: day }, fastModel());
const version = async (parts: readonly string[], updated: string): Promise<Reading> =>
  readDocument({ ...documentFrom(parts), outlet: 'The Selm Post', url, published: '2025-03-01', updated }, fastModel());

const wordsOf = ({ assertions, readings }: Links, id: string): string => {
  const { document, span } = assertions.get(id)!;
  return readings.get(document)!.document.text.slice(...span);
};

const FORTY = 'At least 40 soldiers died in the Selm harbour fire, officials said.';
const FORTY_SIX = 'At least 46 soldiers died in the Selm harbour fire, officials said.';
const BRIDGE = 'Mayor Ana Torv said the old bridge was closed.';
const OPEN = 'Mayor Ana Torv said the old bridge was open.';
const BRIDGE_FELL = 'At least 12 soldiers died in the fall of the Tarn bridge, doctors said.';
const MASTER = 'The harbour master was hurt in the Selm warehouse fire, officials said.';
const SPREAD = 'The Selm warehouse fire spread to the harbour, officials said.';
const WIND = 'Firefighters said strong wind drove the flames across the river.';

it.each<[reason: string, before: string[], after: string[], corrects: string[]]>([
  [
    'what was wrong is told',
    [FORTY, BRIDGE],
    [
      'Correction: An earlier version of this report said that at least 40 soldiers had died in the Selm fire.',
      FORTY_SIX,
      OPEN,
    ],
    ['At least 40 soldiers died in the Selm harbour fire'],
  ],
  [
    'only what is right is told',
    [FORTY, BRIDGE],
    ['Correction: This report has been corrected to say that at least 46 soldiers died in the fire.', FORTY_SIX, OPEN],
    ['At least 40 soldiers died in the Selm harbour fire'],
  ],
  [
    'only what it was about is told',
    [FORTY, BRIDGE],
    [
      'Correction: An earlier version of this report misstated the number of soldiers who died in the fire.',
      FORTY_SIX,
      OPEN,
    ],
    ['At least 40 soldiers died in the Selm harbour fire'],
  ],
  [
    'nothing is told, and one statement changed',
    [FORTY, BRIDGE],
    ['Correction: An earlier version of this report gave a wrong number.', FORTY_SIX, BRIDGE],
    ['At least 40 soldiers died in the Selm harbour fire'],
  ],
  [
    'nothing is told, and two changed: either may be meant',
    [FORTY, BRIDGE],
    ['Correction: An earlier version of this report gave a wrong number.', FORTY_SIX, OPEN],
    [],
  ],
  [
    'two changed that it could be about, and that say different things',
    [FORTY, BRIDGE_FELL],
    [
      'Correction: An earlier version of this report misstated the number of soldiers who died.',
      FORTY_SIX,
      BRIDGE_FELL.replace('12', '15'),
    ],
    [],
  ],
  [
    'one says all of what was wrong, another only where it was',
    [MASTER, SPREAD],
    [
      'Correction: An earlier version of this report said that the harbour master was hurt in the Selm warehouse fire.',
      MASTER.replace('hurt', 'not hurt'),
      SPREAD.replace('spread', 'did not spread'),
    ],
    ['The harbour master was hurt in the Selm warehouse fire'],
  ],
  [
    'another figure is told than either version has',
    [FORTY, BRIDGE],
    [
      'Correction: An earlier version of this report said that 52 soldiers had died in the Selm harbour fire.',
      FORTY_SIX,
      BRIDGE,
    ],
    [],
  ],
  [
    'what stands as it stood was not corrected',
    [FORTY, BRIDGE],
    ['Correction: An earlier version of this report said that the old bridge was closed.', FORTY_SIX, BRIDGE],
    [],
  ],
  [
    'an update takes nothing back',
    [FORTY, BRIDGE],
    [
      'Update: This report has been updated with the number of soldiers who died in the Selm harbour fire.',
      FORTY_SIX,
      OPEN,
    ],
    [],
  ],
])('a notice is tied to what it takes back: %s', async (_reason, before, after, expected) => {
  const two = [await version(before, '2025-03-01'), await version(after, '2025-03-02')];
  const links = linksOf(two);
  const page = two.map(({ document }) => document.id);
  const made = correctionsMade(page, coverageOf(links));
  expect(made.flatMap(({ corrects }) => corrects).map((id) => wordsOf(links, id))).toEqual(expected);
});

const NOTICE =
  'Correction: An earlier version of this report said that at least 40 soldiers had died in the Selm fire.';
const SAME = 'At least 40 soldiers died in the fire at Selm harbour, officials said.';

async function lived(others: readonly Promise<Reading>[], after: string[] = [NOTICE, FORTY_SIX]) {
  const page = [await version([FORTY, WIND], '2025-03-01'), await version([...after, WIND], '2025-03-03')];
  const links = linksOf([...page, ...(await Promise.all(others))]);
  const claim = links.claims.find(({ members }) => members.some((id) => wordsOf(links, id).startsWith('At least 40')))!;
  const coverage = coverageOf(links);
  const outlet = (id: string) => links.readings.get(id)!.document.outlet!;
  const life = lifeOf(claim, links.assertions, links.readings, coverage);
  return {
    turns: life.map(({ at, document, turns }) => `${at} ${outlet(document)}: ${turns.join(' · ')}`),
    life,
    left: neverUpdated(claim, coverage).map(({ report: id }) => outlet(id)),
  };
}

test('a correction is a moment of its own, and what the notice quotes is not said again', async () => {
  const { turns, life } = await lived([report([SAME], '2025-03-02', 'The Herald', 'https://herald.example/1')]);
  expect(turns).toEqual([
    '2025-03-01 The Selm Post: first said',
    '2025-03-02 The Herald: said again',
    '2025-03-03 The Selm Post: corrected',
    '2025-03-03 The Selm Post: figure moved',
  ]);
  expect(life[2]!.beside).toBe(life[0]!.assertion);
  expect(life[2]!.notice).toEqual([0, NOTICE.length]);
});

test('a notice that stays under the next version takes nothing back again', async () => {
  const page = [
    await version([FORTY, BRIDGE], '2025-03-01'),
    await version([NOTICE, FORTY_SIX, BRIDGE], '2025-03-02'),
    await version([NOTICE, FORTY_SIX.replace('46', '48'), OPEN], '2025-03-03'),
  ];
  const made = correctionsMade(
    page.map(({ document }) => document.id),
    coverageOf(linksOf(page)),
  );
  expect(made.map(({ document }) => document)).toEqual([page[1]!.document.id]);
});

test('a copy that holds the words is named too, whether or not they were read as a statement', async () => {
  const page = [await version([FORTY, WIND], '2025-03-01'), await version([NOTICE, FORTY_SIX, WIND], '2025-03-03')];
  const mirror = await report([WIND, FORTY], '2025-03-02', 'The Mirror', 'https://mirror.example/1');
  const links = linksOf([...page, mirror]);
  const claim = links.claims.find(({ members }) => members.some((id) => wordsOf(links, id).startsWith('At least 40')))!;
  const [a, b] = [page[0]!.document.id, mirror.document.id].sort() as [string, string];
  const whole = [0, FORTY.length + WIND.length + 2] as const;
  const copy: Copy = { a, b, kind: 'copy', from: null, containment: [1, 1], shared: [[whole, whole]], evidence: [] };
  const said = (members: readonly string[], copies: readonly Copy[]) =>
    neverUpdated({ ...claim, members }, { ...coverageOf(links), copiesOf: () => copies }).map((one) => one.assertion);
  const others = claim.members.filter((id) => links.assertions.get(id)!.document !== mirror.document.id);
  expect(said(others, [])).toEqual([]);
  expect(said(others, [copy])).toEqual([null]);
  expect(said(claim.members, [copy])).toEqual([expect.any(String)]);
});

it.each<[reason: string, first: string, then: string, turn: string]>([
  [
    'the writer steps nearer',
    'The harbour master was reportedly hurt in the Selm warehouse fire, officials said.',
    MASTER,
    'hardened',
  ],
  [
    'the writer steps back',
    MASTER,
    'The harbour master was reportedly hurt in the Selm warehouse fire, officials said.',
    'softened',
  ],
  [
    'the writer quotes the doubt of another',
    'The harbour master was allegedly hurt in the Selm warehouse fire, officials said.',
    'The Selm Post wrote that the harbour master had “allegedly been hurt” in the Selm warehouse fire.',
    'said again',
  ],
  ['the writer keeps away from the source', MASTER, MASTER.replace('said', 'claimed'), 'softened'],
  [
    'the source is less sure',
    MASTER,
    'The harbour master may have been hurt in the Selm warehouse fire, officials said.',
    'softened',
  ],
  [
    'the same, with nobody named',
    MASTER,
    'The harbour master was hurt in the Selm warehouse fire.',
    'attribution dropped',
  ],
])('how a statement turns what another outlet said: %s', async (_reason, first, then, turn) => {
  const links = linksOf([
    await report([first], '2025-03-01', 'The Selm Post', 'https://post.example/1'),
    await report([then], '2025-03-02', 'The Herald', 'https://herald.example/1'),
  ]);
  const life = lifeOf(links.claims[0]!, links.assertions, links.readings);
  expect(life.map(({ turns }) => turns.join(' · '))).toEqual(['first said', turn]);
});

const HURT = 'The harbour master was hurt in the Selm warehouse fire';
it.each<[reason: string, texts: Record<string, string>, turns: string[]]>([
  [
    'it is not told who was first',
    { 'The Selm Post': `${HURT}, officials said.`, 'The Herald': `${HURT}, reportedly, a doctor said.` },
    ['The Herald: first said', 'The Selm Post: first said'],
  ],
  [
    'nor which figure moved',
    { 'The Selm Post': FORTY, 'The Herald': FORTY_SIX },
    ['The Herald: first said', 'The Selm Post: first said'],
  ],
  [
    'who is relied on was first',
    { 'The Selm Post': `${HURT}, officials said.`, 'The Herald': `${HURT}, The Selm Post reported.` },
    ['The Selm Post: first said', 'The Herald: said again'],
  ],
  [
    'whichever it is',
    { 'The Selm Post': `${HURT}, The Herald reported.`, 'The Herald': `${HURT}, officials said.` },
    ['The Herald: first said', 'The Selm Post: said again'],
  ],
  [
    'each relies on the other',
    { 'The Selm Post': `${HURT}, The Herald reported.`, 'The Herald': `${HURT}, The Selm Post reported.` },
    ['The Herald: first said', 'The Selm Post: first said'],
  ],
  [
    'by way of a third',
    {
      'The Selm Post': `${HURT}, The Herald reported.`,
      'The Herald': `${HURT}, The Courier reported.`,
      'The Courier': `${HURT}, officials said.`,
    },
    ['The Courier: first said', 'The Herald: said again', 'The Selm Post: said again'],
  ],
])('of reports of one day without a time: %s', async (_reason, texts, expected) => {
  const readings = Object.entries(texts).map(([outlet, text]) =>
    report([text], '2025-03-01', outlet, `https://${outlet.replaceAll(' ', '-').toLowerCase()}.example/1`),
  );
  const links = linksOf(await Promise.all(readings));
  const life = lifeOf(links.claims[0]!, links.assertions, links.readings, coverageOf({ ...links, copies: [] }));
  const outlet = (id: string) => links.readings.get(id)!.document.outlet!;
  expect(life.map(({ document, turns }) => `${outlet(document)}: ${turns.join(' · ')}`)).toEqual(expected);
});

it.each<[reason: string, text: string, turns: string]>([
  ['more firmly than all', 'At least 40 soldiers died in the fire at Selm harbour, the coroner confirmed.', 'undated'],
  ['with a doubt', 'At least 40 soldiers reportedly died in the fire at Selm harbour, officials said.', 'undated'],
  ['denied', 'Mayor Ana Torv denied that soldiers had died in the Selm harbour fire.', 'undated · denied'],
])('a report without a date stands apart at the end, and turns nothing: %s', async (_reason, text, expected) => {
  const undated = readDocument(
    { ...documentFrom([text]), outlet: 'The Herald', url: 'https://herald.example/1', published: null },
    fastModel(),
  );
  const { turns, life } = await lived([undated]);
  expect(turns).toEqual([
    '2025-03-01 The Selm Post: first said',
    '2025-03-03 The Selm Post: corrected',
    '2025-03-03 The Selm Post: figure moved',
    `null The Herald: ${expected}`,
  ]);
  const last = life.at(-1)!;
  expect([last.at, last.beside, last.evidence]).toEqual([null, null, []]);
  expect(life.some(({ beside }) => beside === last.assertion)).toBe(false);
});

test('what is withdrawn is all that the report said', async () => {
  const withdrawn = ['This report has been withdrawn.'];
  const { turns, left } = await lived(
    [report([SAME], '2025-03-02', 'The Herald', 'https://herald.example/1')],
    withdrawn,
  );
  expect(turns).toEqual([
    '2025-03-01 The Selm Post: first said',
    '2025-03-02 The Herald: said again',
    '2025-03-03 The Selm Post: withdrawn',
  ]);
  expect(left).toEqual(['The Herald']);
});

it.each<
  [
    reason: string,
    others: (readonly [text: string, day: string | null, page?: string, updated?: string])[],
    left: boolean,
  ]
>([
  ['nothing later of it was captured', [[SAME, '2025-03-02']], true],
  ['it was published after the notice', [[SAME, '2025-03-04']], false],
  [
    'a later report gives the right figure',
    [
      [SAME, '2025-03-02'],
      [FORTY_SIX, '2025-03-04', '2'],
    ],
    false,
  ],
  [
    'a later report gives the wrong figure again',
    [
      [SAME, '2025-03-02'],
      [FORTY, '2025-03-04', '2'],
    ],
    true,
  ],
  [
    'a later report is of something else',
    [
      [SAME, '2025-03-02'],
      [BRIDGE, '2025-03-04', '2'],
    ],
    true,
  ],
  [
    'a later version has the right figure',
    [
      [SAME, '2025-03-02'],
      [FORTY_SIX, '2025-03-02', '1', '2025-03-04'],
    ],
    false,
  ],
  [
    'a later version has the wrong one still',
    [
      [SAME, '2025-03-02'],
      [`${SAME} ${BRIDGE}`, '2025-03-02', '1', '2025-03-04'],
    ],
    true,
  ],
  [
    'a later version leaves it out',
    [
      [SAME, '2025-03-02'],
      [BRIDGE, '2025-03-02', '1', '2025-03-04'],
    ],
    false,
  ],
  ['it tells no day', [[SAME, null]], false],
  [
    'a notice of its own tells of the error',
    [
      [SAME, '2025-03-02'],
      [
        'Correction: A report on March 2 incorrectly said that at least 40 soldiers died in the Selm harbour fire.',
        '2025-03-04',
        '2',
      ],
    ],
    false,
  ],
  ['it gives no figure', [['Soldiers died in the fire at Selm harbour, officials said.', '2025-03-02']], false],
  ['it had another figure all along', [[FORTY_SIX, '2025-03-02']], false],
])('who never took a correction over: %s', async (_reason, others, left) => {
  const herald = others.map(async ([text, day, page = '1', updated]) =>
    readDocument(
      {
        ...documentFrom([text]),
        outlet: 'The Herald',
        url: `https://herald.example/${page}`,
        published: day,
        updated: updated ?? null,
      },
      fastModel(),
    ),
  );
  expect((await lived(herald)).left).toEqual(left ? ['The Herald'] : []);
});
