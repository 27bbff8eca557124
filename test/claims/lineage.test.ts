import { expect, it, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import type { KeyOfSource } from '../../src/claims/coverage.ts';
import { type Lineage, lineages } from '../../src/claims/lineage.ts';
import { reportPairs, stateBetween } from '../../src/claims/lineage-state.ts';
import { linksOf } from '../../src/claims/links.ts';
import { type Reading, readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

interface Given {
  readonly outlet: string;
  readonly day?: string | null;
  readonly updated?: string;
  readonly url?: string;
}
const report = (text: string, { outlet, day = '2025-03-01', updated, url }: Given): Promise<Reading> =>
  readDocument(
    { ...documentFrom(text.split('\n\n')), outlet, published: day, updated: updated ?? null, url: url ?? null },
    fastModel(),
  );

/** The lineage of the one claim of some reports, without the copies that short texts in like words make. */
async function lineage(reports: readonly Promise<Reading>[], keyOf?: KeyOfSource): Promise<Lineage> {
  const found = linksOf(await Promise.all(reports));
  expect(found.claims.length).toBe(1);
  return lineages({ ...found, copies: [] }, keyOf && { keyOf })(found.claims[0]!);
}
const of = async (reports: readonly Promise<Reading>[]): Promise<string[]> =>
  (await Promise.all(reports)).map(({ document }) => document.id);

const DIED = 'At least 40 soldiers died in the Selm harbour fire';
const ALSO = 'At least 40 soldiers died in the fire at Selm harbour';
const AGAIN = 'At the Selm harbour fire at least 40 soldiers died';

it.each<[reason: string, reports: [text: string, outlet: string][], headline: string]>([
  [
    'two that cite “officials” are not shown to be independent, nor the same',
    [
      [`${DIED}, officials said.`, 'The Post'],
      [`${ALSO}, officials said.`, 'The Herald'],
    ],
    '2 reports · 2 origins · 0 named',
  ],
  [
    'the officials of a headline are those whom the report goes on to tell of',
    [[`${DIED}, officials say\n\n${ALSO}, two port officials said.`, 'The Post']],
    '1 report · 1 origin · 0 named',
  ],
  [
    'but where two could be meant, they stay three',
    [[`${DIED}, officials say\n\n${ALSO}, port officials said.\n\n${AGAIN}, army officials said.`, 'The Post']],
    '1 report · 3 origins · 0 named',
  ],
  [
    'the ministry of a headline is that of its report',
    [[`${DIED}, Ministry says\n\n${ALSO}, Romania’s Interior Ministry said.`, 'The Post']],
    '1 report · 1 origin · 1 named',
  ],
  [
    'unless it names two',
    [
      [
        `${DIED}, Ministry says\n\n${ALSO}, Romania’s Interior Ministry said.\n\n${AGAIN}, Romania’s Health Ministry said.`,
        'The Post',
      ],
    ],
    '1 report · 3 origins · 3 named',
  ],
  [
    'one ministry, whichever apostrophe a paper prints',
    [
      [`${DIED}, Tarn’s defence ministry said.`, 'The Post'],
      [`${ALSO}, according to Tarn's defence ministry.`, 'The Herald'],
    ],
    '2 reports · 1 origin · 1 named',
  ],
  [
    'an institution is one, with its article or without',
    [
      [`${DIED}, the health ministry said.`, 'The Post'],
      [`${ALSO}, health ministry says.`, 'The Herald'],
    ],
    '2 reports · 1 origin · 0 named',
  ],
  [
    'also where a report says afterwards only what it is',
    [
      [`${DIED}, the harbour office said.`, 'The Post'],
      [`${ALSO}, according to the harbour office.\n\n${AGAIN}, the office said.`, 'The Herald'],
    ],
    '2 reports · 1 origin · 0 named',
  ],
  [
    'two institutions are two',
    [
      [`${DIED}, the health ministry said.`, 'The Post'],
      [`${ALSO}, the defence ministry said.`, 'The Herald'],
    ],
    '2 reports · 2 origins · 0 named',
  ],
  [
    'which ministry it is may differ from report to report',
    [
      [`${DIED}, the ministry said.`, 'The Post'],
      [`${ALSO}, the ministry said.`, 'The Herald'],
    ],
    '2 reports · 2 origins · 0 named',
  ],
  ...[
    'health ministry officials',
    'the health ministry official',
    'a health ministry spokesman',
    'the police officers',
    'the residents',
    'a harbour office',
    'their harbour office',
  ].map((who): [string, [string, string][], string] => [
    `who has no name is not shown to be one: ${who}`,
    [
      [`${DIED}, ${who} said.`, 'The Post'],
      [`${ALSO}, ${who} said.`, 'The Herald'],
    ],
    '2 reports · 2 origins · 0 named',
  ]),
  [
    'one person told both',
    [
      [`${DIED}, Mayor Ana Torv said.`, 'The Post'],
      [`${ALSO}, according to Ana Torv.`, 'The Herald'],
    ],
    '2 reports · 1 origin · 1 named',
  ],
  [
    'a paper that was not captured stands for itself',
    [
      [`${DIED}, officials said.`, 'The Post'],
      [`${ALSO}, Reuters reported.`, 'The Herald'],
    ],
    '2 reports · 2 origins · 1 named',
  ],
  [
    'two that only cite one another reach nobody',
    [
      [`${DIED}, the Harbour Herald reported.`, 'Selm Post'],
      [`${ALSO}, the Selm Post reported.`, 'Harbour Herald'],
    ],
    '2 reports · 0 origins · 0 named · 2 lineage not recorded',
  ],
])('origins: %s', async (_reason, texts, headline) => {
  const told = await lineage(texts.map(([text, outlet]) => report(text, { outlet })));
  expect(told.headline).toBe(headline);
});

test('an institution that people joined with another goes there also by its name without article', async () => {
  const reports = [
    report(`${DIED}, the health ministry said.`, { outlet: 'The Post' }),
    report(`${ALSO}, health ministry says.`, { outlet: 'The Herald' }),
    report(`${AGAIN}, the harbour office said.`, { outlet: 'The Gazette' }),
  ];
  const keyOf: KeyOfSource = (wikidata, name) =>
    wikidata ?? (name === 'the health ministry' ? 'the harbour office' : name);
  expect((await lineage(reports, keyOf)).headline).toBe('3 reports · 1 origin · 0 named');
});

test('who is named through a paper that was not captured is the origin, not the paper', async () => {
  const told = await lineage([
    report(`${DIED}, Mayor Ana Torv said.`, { outlet: 'The Post' }),
    report(`${ALSO}, Ana Torv told Reuters.`, { outlet: 'The Herald' }),
  ]);
  expect(told.origins.map(({ name }) => name)).toEqual(['Ana Torv']);
});

test('a named source of its own stays beside what a report takes from another; officials may be those of the other', async () => {
  const told = async (own: string) => {
    const post = report(`${DIED}, officials said.`, { outlet: 'Selm Post' });
    const herald = report(`${ALSO}, the Selm Post reported. ${AGAIN}, ${own} said.`, { outlet: 'Harbour Herald' });
    return (await lineage([post, herald])).headline;
  };
  expect(await told('Mayor Ana Torv')).toBe('2 reports · 2 origins · 1 named');
  expect(await told('officials')).toBe('2 reports · 1 origin · 0 named');
});

test('who names its own paper takes it from nobody', async () => {
  const two = [
    report('The Selm Post reported on Monday that officials said at least 40 soldiers died in the Selm fire.', {
      outlet: 'Selm Post',
    }),
    report('At least 40 soldiers died in the Selm fire, the Selm Post reported.', {
      outlet: 'Harbour Herald',
      day: '2025-03-02',
    }),
  ];
  const [post, herald] = await of(two);
  const { edges } = await lineage(two);
  expect(edges.map(({ from, state, to }) => [from, state, to])).toEqual([[herald, 'relies on', post]]);
});

test.each([
  ['the one paper that a report names', 'The council met on Sunday, the Selm Post reported.', true],
  [
    'any of two',
    'The council met on Sunday, the Selm Post reported. The road was shut, the Tarn Courier reported.',
    false,
  ],
])('“the American newspaper” is %s', async (_name, names, isIt) => {
  const two = [
    report(`${DIED}, officials said.`, { outlet: 'Selm Post' }),
    report(`${names}\n\n${ALSO}, the American newspaper reported.`, { outlet: 'Harbour Herald', day: '2025-03-02' }),
  ];
  const [post, herald] = await of(two);
  const { edges } = await lineage(two);
  expect(edges.map(({ from, to }) => [from, to])).toEqual([[herald, isIt ? post : null]]);
});

test('versions of one page are one report, with what each of them tells', async () => {
  const url = 'https://post.example/fire';
  const three = [
    report(`${DIED}.`, { outlet: 'The Post', url }),
    report(`${ALSO}, Mayor Ana Torv said.`, { outlet: 'The Post', url: `${url}?utm_source=x`, updated: '2025-03-02' }),
    report(`${AGAIN}, Ana Torv said.`, { outlet: 'The Herald', url: 'https://herald.example/fire', day: '2025-03-03' }),
  ];
  const [first, later, other] = await of(three);
  const { reports, versions, headline, origins } = await lineage(three);
  expect(reports).toEqual([first, other]);
  expect(versions).toEqual({ [first!]: [first, later] });
  expect(headline).toBe('2 reports · 1 origin · 1 named');
  expect(origins[0]!.documents).toEqual([first, other]);
});

it.each<[reason: string, cited: [text: string, day: string | null][], day: string | null, expected: [string, number]]>([
  ['the same day counts', [[`${DIED}, officials said.`, '2025-03-20']], '2025-03-20', ['contains', 0]],
  [
    'a day in another zone is the day',
    [[`${DIED}, officials said.`, '2025-03-20T23:50:00-08:00']],
    '2025-03-20T09:00:00Z',
    ['contains', 0],
  ],
  ['it says it only later', [[`${DIED}, officials said.`, '2025-03-21']], '2025-03-20', ['not captured', -1]],
  ['it said it a week before', [[`${DIED}, officials said.`, '2025-03-13']], '2025-03-20', ['contains', 0]],
  [
    'not the first ever captured',
    [
      ['The Selm council met on Monday, officials said.', '2025-01-02'],
      [`${DIED}, officials said.`, '2025-03-18'],
    ],
    '2025-03-20',
    ['contains', 1],
  ],
  [
    'what was captured is too old to be meant',
    [['The Selm council met, officials said.', '2025-03-16']],
    '2025-03-20',
    ['not captured', -1],
  ],
  [
    'one in those days, which does not say it',
    [['The Selm council met, officials said.', '2025-03-17']],
    '2025-03-20',
    ['does not contain', 0],
  ],
  [
    'two in those days, and which is meant nobody tells',
    [
      ['The Selm council met, officials said.', '2025-03-18'],
      ['The old bridge was closed, officials said.', '2025-03-19'],
    ],
    '2025-03-20',
    ['does not contain', -1],
  ],
  [
    'without a day nothing can be said not to contain it',
    [['The Selm council met, officials said.', null]],
    '2025-03-20',
    ['not captured', -1],
  ],
  ['without a day it may be what says it', [[`${DIED}, officials said.`, null]], '2025-03-20', ['contains', 0]],
  ['nor is the day of the one that cites told', [[`${DIED}, officials said.`, '2025-03-18']], null, ['contains', 0]],
])('which report of a cited paper: %s', async (_reason, cited, day, [state, at]) => {
  const papers = cited.map(([text, published]) => report(text, { outlet: 'The Harbour Herald', day: published }));
  // a second report that says it, so that there is a claim
  const other = report(`${AGAIN}, Mayor Ana Torv said.`, { outlet: 'The Gazette', day: '2025-03-19' });
  const citing = report(`${ALSO}, the Harbour Herald reported.`, { outlet: 'Selm Post', day });
  const ids = await of(papers);
  const { edges } = await lineage([...papers, other, citing]);
  expect(edges.map(({ cited, to }) => [cited, to])).toEqual([[state, at < 0 ? null : ids[at]]]);
  if (state === 'does not contain') expect(edges[0]!.looked.toSorted()).toEqual(ids.toSorted());
});

it.each<[reason: string, one: string, two: string, three: string, expected: string[]]>([
  [
    'a citation, and its citation',
    `${DIED}, officials said.`,
    `${ALSO}, the Selm Post reported.`,
    `${AGAIN}, the Harbour Herald reported.`,
    ['relies on', 'relies on', 'relies on'],
  ],
  [
    'two that cite one report',
    `${DIED}, officials said.`,
    `${ALSO}, the Selm Post reported.`,
    `${AGAIN}, the Selm Post reported.`,
    ['relies on', 'relies on', 'same origin'],
  ],
  [
    'two that cite one report, which names nobody',
    `${DIED}.`,
    `${ALSO}, the Selm Post reported.`,
    `${AGAIN}, the Selm Post reported.`,
    ['relies on', 'relies on', 'same origin'],
  ],
  [
    'one origin by two paths, another by a third',
    `${DIED}, Mayor Ana Torv said.`,
    `${ALSO}, Ana Torv said.`,
    `${AGAIN}, Governor Bo Lind said.`,
    ['same origin', 'independent', 'independent'],
  ],
  [
    'officials, somebody named, and nobody',
    `${DIED}, officials said.`,
    `${ALSO}, Mayor Ana Torv said.`,
    `${AGAIN}.`,
    ['independence not established', 'lineage not recorded', 'lineage not recorded'],
  ],
  [
    'a paper that was not captured may have it from anybody',
    `${DIED}, Mayor Ana Torv said.`,
    `${ALSO}, Reuters reported.`,
    `${AGAIN}, Reuters reported.`,
    ['independence not established', 'independence not established', 'same origin'],
  ],
])('how two reports stand to one another: %s', async (_reason, one, two, three, expected) => {
  const reports = [one, two, three].map((text, i) =>
    report(text, { outlet: ['Selm Post', 'Harbour Herald', 'Wexley Gazette'][i]!, day: `2025-03-0${i + 1}` }),
  );
  const told = await lineage(reports);
  expect(told.reports).toEqual(await of(reports));
  expect(reportPairs(told)!.map(({ state }) => state)).toEqual(expected);
  const [a, b] = told.reports;
  expect(stateBetween(told, b!, a!)).toBe(stateBetween(told, a!, b!));
});

test('sources that people joined are one origin, and what they split off is another', async () => {
  const reports = [
    report(`${DIED}, Mayor Ana Torv said.`, { outlet: 'The Post' }),
    report(`${ALSO}, Bo Lind said.`, { outlet: 'The Herald', day: '2025-03-02' }),
    report(`${AGAIN}, Ana Torv said.`, { outlet: 'The Gazette', day: '2025-03-03' }),
  ];
  const [post, herald, gazette] = await of(reports);
  const told = async (keyOf?: KeyOfSource) => (await lineage(reports, keyOf)).origins.map(({ documents }) => documents);
  expect(await told()).toEqual([[post, gazette], [herald]]);
  // "mayor ana torv" or "ana torv" joined to "bo lind": both names of hers go with it
  expect(await told((_wikidata, name) => (name === 'ana torv' ? 'bo lind' : name))).toEqual([[post, herald, gazette]]);
  const split: KeyOfSource = (_wikidata, name, document) => (document === gazette ? `${name}#7` : name);
  expect(await told(split)).toEqual([[post], [gazette], [herald]]);
});

test('a sentence that a copy keeps word for word is copied with it, though what stood around it was cut', async () => {
  const opening =
    'The harbour authority of Selm closed both northern docks after divers found cracks in the old sea wall.';
  const cut =
    'Fishing crews moved forty boats to the river basin before dawn, and repair teams pumped water from tunnels.';
  const kept = 'About 30 dockers were wounded, officials said.';
  const closing =
    'Engineers expect the inspection to last three weeks, and ferries will leave from the western terminal.';
  const end = 'Their mayor, a former diver, hopes that the oldest gate can be kept as a landmark for visiting sailors.';
  const credit = 'This article was first published by The Selm Gazette.';
  const links = linksOf(
    await Promise.all([
      report([opening, cut, kept, cut.replace('forty', 'ten'), closing, end].join(' '), { outlet: 'The Selm Gazette' }),
      report([opening, kept, closing, end, credit].join(' '), { outlet: 'The Tarn Mirror', day: '2025-03-02' }),
    ]),
  );
  const claim = links.claims.find(({ headline }) =>
    links.assertions.get(headline)!.figures.some(({ min }) => min === 30),
  )!;
  const told = lineages(links)(claim);
  expect(told.edges.map(({ state, name }) => [state, name])).toEqual([['copy', 'The Selm Gazette']]);
  expect(told.headline).toBe('2 reports · 1 origin · 0 named');
});

test.each([
  ['in a passage that both share, whoever had it first', 'a senior security official', 1],
  ['who is called otherwise is another', 'a senior army officer', 2],
])('an official without a name: %s', async (_reason, who, origins) => {
  const wire = (official: string) =>
    `A drone strike caused the explosion at a grain terminal in the harbour of Port Merrow, ${official} said on Tuesday.\n\nThe roof of the northern silo fell onto the quay, where two barges were being loaded with barley. Four of the injured were taken to the naval hospital at Calder by helicopter, and the swing bridge stayed shut until the evening.`;
  const reports = await Promise.all([
    report(wire('a senior security official'), { outlet: 'The Post', day: null }),
    report(`${wire(who)}\n\nThe port sleeps.`, { outlet: 'The Herald', day: '2025-03-04' }),
  ]);
  const links = linksOf(reports);
  const claim = links.claims.find(({ headline }) => links.assertions.get(headline)!.head === 'caus')!;
  const found = lineages(links)(claim);
  expect(found.reports).toHaveLength(2);
  expect(found.origins).toHaveLength(origins);
});
