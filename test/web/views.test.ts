import { scaleUtc } from 'd3-scale';
import { describe, expect, test } from 'vitest';
import type { StatementAnswer } from '../../src/api/client.ts';
import type { Attribution } from '../../src/attributions/attribution.ts';
import type { Letter } from '../../src/ledger/grade.ts';
import { asText } from '../../src/web/brief/as-text.ts';
import { headOf, quotedIf } from '../../src/web/brief/head-of.ts';
import { linksToTell } from '../../src/web/brief/links-to-tell.ts';
import { branchesOf, type Edge } from '../../src/web/claims/branches.ts';
import { deniedBy } from '../../src/web/claims/denied-by.ts';
import { denialBlocks } from '../../src/web/contested/denial-blocks.ts';
import { reach } from '../../src/web/contested/scale.ts';
import { strongest, tiesOf } from '../../src/web/network/ties-of.ts';
import { patternOf } from '../../src/web/parts/highlight.tsx';
import { labelPlaces, type Marked } from '../../src/web/parts/label-places.ts';
import { sourceAddress } from '../../src/web/sources/source-address.ts';
import { filterOf } from '../../src/web/statements/filter.ts';
import { laterBy } from '../../src/web/timeline/clocks.ts';
import { daysOn } from '../../src/web/timeline/lanes.tsx';
import { periodName, periodOf } from '../../src/web/timeline/period.ts';
import { rangeOf, shortDate, titleOf } from '../../src/web/wording.ts';
import { HARBOUR } from '../export/harbour.ts';

describe('the tree of a claim', () => {
  const edge = (from: string, to: string | null, name = to ?? 'a journal'): Edge => ({
    ...{ from, to, name, state: 'relies on', evidence: [], looked: [] },
    cited: to === null ? 'not captured' : 'contains',
  });
  const origin = (key: string, documents: readonly string[], named = true, uncaptured = false) => ({
    key,
    name: key,
    kind: null,
    named,
    uncaptured,
    documents,
  });
  type Parts = Omit<Parameters<typeof branchesOf>[0], 'reports'>;
  /** with the reports that the parts speak of */
  const treesOf = (parts: Parts) => {
    const ids = [...parts.origins.flatMap(({ documents }) => documents), ...parts.edges.map(({ from }) => from)];
    return branchesOf({ ...parts, reports: [...new Set([...ids, ...parts.notRecorded])] });
  };
  const names = (parts: Parts) =>
    treesOf(parts).map(({ key, kind, reports }) => [key, kind, reports.map(({ document }) => document)]);

  test('a report below its origin, with those that take it from there', () => {
    const [root] = treesOf({
      origins: [origin('Kyiv', ['a'])],
      edges: [edge('b', 'a'), edge('c', 'b')],
      notRecorded: [],
    });
    expect(
      root!.reports[0]!.takers.map(({ document, takers }) => [document, takers.map((one) => one.document)]),
    ).toEqual([['b', ['c']]]);
  });
  test('a source that was not captured is a root with those who cite it', () => {
    expect(
      names({ origins: [origin('a journal', [], true, true)], edges: [edge('a', null)], notRecorded: [] }),
    ).toEqual([['a journal', 'uncaptured', ['a']]]);
  });
  test('what names nobody has a root of its own', () => {
    expect(names({ origins: [origin('officials', ['a'], false)], edges: [], notRecorded: ['b'] })).toEqual([
      ['officials', 'unnamed', ['a']],
      ['not recorded', 'unrecorded', ['b']],
    ]);
  });
  test('no report is left out: one whose source has no origin stands with those not recorded', () => {
    expect(names({ origins: [], edges: [edge('a', null), edge('b', 'a')], notRecorded: [] })).toEqual([
      ['not recorded', 'unrecorded', ['a']],
    ]);
  });
  test('two that cite one another come to an end, and each report is told in full once', () => {
    const [root] = treesOf({
      origins: [origin('Kyiv', ['a'])],
      edges: [edge('b', 'a'), edge('a', 'b')],
      notRecorded: [],
    });
    const again = root!.reports[0]!.takers[0]!.takers[0]!;
    expect(again).toMatchObject({ document: 'a', isAgain: true, takers: [] });
  });
});

describe('denials', () => {
  const pair = (a: string, b: string) => ({ a, b });
  const told = (...pairs: readonly { readonly a: string; readonly b: string }[]) =>
    denialBlocks(pairs).map(({ denials, held }) => [denials.map(({ a }) => a), held.map(({ b }) => b)]);

  test('those who deny the same stand together, and each thing denied is told once', () => {
    expect(told(pair('x', '1'), pair('y', '2'), pair('x', '2'), pair('y', '1'))).toEqual([
      [
        ['x', 'y'],
        ['1', '2'],
      ],
    ]);
  });
  test('who denies something else stands apart', () => {
    expect(told(pair('x', '1'), pair('y', '2'))).toEqual([
      [['x'], ['1']],
      [['y'], ['2']],
    ]);
  });
});

describe('who denies a claim', () => {
  const by = (...told: [name: string, document: string][]) =>
    deniedBy(told.map(([name, document]) => ({ name, document })));
  test.each([
    [
      'one source in several reports is one',
      by(['the army', 'a'], ['The army', 'b']),
      'denied by the army in 2 reports',
    ],
    ['in one report', by(['the army', 'a']), 'denied by the army'],
    [
      'several are named',
      by(['Seoul', 'a'], ['Kyiv', 'a'], ['Oslo', 'b']),
      'denied by Seoul, Kyiv and Oslo in 2 reports',
    ],
    ['and of many the first', by(['w', 'a'], ['x', 'a'], ['y', 'a'], ['z', 'a']), 'denied by w, x and others'],
    ['where nobody is told', by(), 'denied'],
  ])('%s', (_reason, told, expected) => expect(told).toBe(expected));
});

describe('who passes on whom', () => {
  const row = (outlet: string | null, names: readonly string[], polarity = 'affirms') =>
    ({
      attribution: { chain: [...names, 'self'].map((name) => ({ name, kind: null })), polarity },
      document: { outlet },
    }) as unknown as Parameters<typeof tiesOf>[0][number];

  test('each link of a chain is a tie, to the outlet at its end', () => {
    const { ties } = tiesOf([
      row('The Herald', ['officials', 'The Courier']),
      row('The Herald', ['officials'], 'denies'),
    ]);
    expect(ties.map(({ from, to, statements, denials }) => [from, to, statements, denials])).toEqual([
      ['The Courier', 'The Herald', 1, 0],
      ['officials', 'The Courier', 1, 0],
      ['officials', 'The Herald', 1, 1],
    ]);
  });
  test('an outlet that speaks for itself ties nobody', () => {
    expect(tiesOf([row('The Herald', ['The Herald']), row('The Herald', [])]).ties).toEqual([]);
  });
  test.each([
    ['An earlier version of this report', [], 'the report itself, in its notice'],
    ['The earlier version', [], 'the same, further on in the notice'],
    ['a previous headline on this article', [], 'its headline is part of it'],
    ['This story', [], 'the story that says so'],
    ['An earlier version of the bill', ['An earlier version of the bill'], 'a text of somebody else'],
    ['An earlier report', ['An earlier report'], 'whose report is not told'],
  ])('%s passes on nothing where it is what prints: %j', (name, from) => {
    const { ties, parties } = tiesOf([row('The Herald', [name])]);
    expect(ties.map((tie) => tie.from)).toEqual(from);
    expect(parties.map((party) => party.name)).toEqual([...from, 'The Herald']);
  });
  test('of many ties the strongest, with whoever stands at their ends', () => {
    const all = tiesOf([row('A', ['x']), row('A', ['x']), row('B', ['y'])]);
    const { ties, parties } = strongest(all, 1);
    expect(ties.map(({ from }) => from)).toEqual(['x']);
    expect(parties.map(({ name }) => name).sort()).toEqual(['A', 'x']);
  });
});

describe('times on the timeline', () => {
  const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
  test.each([
    ['a day', '2024-11-20', '2024-11-20', '2024-11-21'],
    ['an hour is drawn as its day', '2024-11-20T09:30', '2024-11-20', '2024-11-21'],
    ['a month is a month', '2024-11', '2024-11-01', '2024-12-01'],
    ['December ends in the next year', '2024-12', '2024-12-01', '2025-01-01'],
    ['a year', '2024', '2024-01-01', '2025-01-01'],
    ['a week, from its Monday', '2024-W47', '2024-11-18', '2024-11-25'],
    ['week 1 may begin in the year before', '2025-W01', '2024-12-30', '2025-01-06'],
    ['as a ledger has it, with a zone', '2024-11-23 14:20:00+09:00', '2024-11-23', '2024-11-24'],
  ])('%s', (_reason, value, from, to) => {
    expect(periodOf(value)).toEqual({ from: day(from), to: day(to) });
  });
  test.each([
    ['2024-11-20', '20 Nov 2024'],
    ['2024-W47', 'week of 18 Nov 2024'],
    ['2024-11', 'Nov 2024'],
    ['2024-02', 'Feb 2024'],
    ['2024', '2024'],
    ['PAST_REF', 'PAST_REF'],
  ])('%s is told as %s', (value, told) => {
    expect(periodName(value)).toBe(told);
  });
  test.each([['P3D'], ['PAST_REF'], ['20241120'], [''], [null]])('%s is no place on it', (value) => {
    expect(periodOf(value)).toBeNull();
  });
  test.each([
    ['2024-11-20', '2024-11-20', 'the same day'],
    ['2024-11-20', '2024-11-21', '1 day later'],
    ['2024-11-20', '2024-11-18', '2 days before'],
    ['2024-11', '2024-11-20', 'within it'],
    ['2024-11-20', null, 'at a time not told'],
  ])('from %s to %s: %s', (before, after, told) => {
    expect(laterBy(periodOf(before), periodOf(after))).toBe(told);
  });
});

describe('words of a search', () => {
  test.each([
    ['general', 'A General was hurt', ['General']],
    ['gen*', 'generals and genes', ['generals', 'genes']],
    ['"was hurt"', 'he was hurt, they say he was', ['was hurt']],
    ['hurt', 'unhurt', []],
    ['a.b', 'a.b acb', ['a.b']],
    ['Київ', 'у Київ', ['Київ']],
  ])('%s in “%s”', (sought, words, found) => {
    expect(words.match(patternOf(sought)!) ?? []).toEqual(found);
  });
  test.each([[''], ['*'], ['"']])('%j finds nothing to light', (sought) => {
    expect(patternOf(sought)).toBeNull();
  });
});

describe('names beside the marks of a drawing', () => {
  const room = { width: 200, height: 100, line: 12 };
  const mark = (x: number, y: number, width = 60): Marked => ({ x, y, radius: 5, width });
  test.each<[reason: string, marks: Marked[], sides: (string | null)[]]>([
    ['it reads on from its mark', [mark(50, 50)], ['right']],
    ['at the right end it would be cut off', [mark(180, 50)], ['left']],
    ['another mark stands there', [mark(50, 50), mark(80, 50, 500)], ['below', null]],
    ['where it has room on neither side', [mark(100, 50, 150)], ['below']],
    ['and none below', [mark(100, 92, 150)], ['above']],
    ['of two in one place the first has the choice', [mark(100, 50, 80), mark(100, 61, 80)], ['right', 'left']],
    ['wider than the drawing', [mark(100, 50, 300)], [null]],
  ])('%s', (_reason, marks, sides) => {
    expect(labelPlaces(marks, room)).toEqual(sides);
  });

  const around = (by: number): Marked[] => [
    { ...mark(100, 50), radius: 12 },
    ...[mark(100 - 40, 50 - by), mark(100 + 40, 50 - by), mark(100, 50 - 22), mark(100, 50 + 22)],
  ];
  test.each<[reason: string, marks: Marked[], large: number, side: string | null]>([
    ['a large mark is named over the edge of small ones', around(8), 10, 'right'],
    ['never over most of one', around(0), 10, null],
    ['and a small mark never', around(8), 20, null],
  ])('%s', (_reason, marks, large, side) => {
    expect(labelPlaces(marks, room, large)[0]).toBe(side);
  });
});

test('only filters that the API knows leave the address', () => {
  expect(filterOf({ state: 'confirmed', polarity: 'maybe', below: 'x', focus: 'search', search: 'a b' })).toEqual({
    state: 'confirmed',
    search: 'a b',
  });
});

test('how a statement stands in other reports is in the address', () => {
  expect(filterOf({ told: 'by others', speaker: 'Q423' })).toEqual({ told: 'by others', speaker: 'Q423' });
  expect(filterOf({ told: 'twice' })).toEqual({});
});

test.each([1, 2, 3, 5, 9, 40, 120])('the scale of %i days names each day once at most, and no two touch', (days) => {
  const [from, to] = [Date.UTC(2026, 2, 3), Date.UTC(2026, 2, 3 + days)];
  for (const width of [260, 900]) {
    const scale = scaleUtc([from - 0.03 * (to - from), to + 0.03 * (to - from)], [84, 84 + width]);
    const ticks = daysOn(scale);
    const named = ticks.map((tick) => tick.toISOString().slice(0, 10));
    expect(named.length).toBeGreaterThan(0);
    expect(named).toEqual([...new Set(named)]);
    const apart = ticks.slice(1).map((tick, i) => scale(tick) - scale(ticks[i]!));
    expect(Math.min(...apart, width)).toBeGreaterThan(50);
  }
});

test('figures stand on one scale, in order, within it', () => {
  const { at } = reach([
    { min: 10_000, max: null },
    { min: 12_000, max: 12_000 },
    { min: null, max: 400 },
  ]);
  const [low, middle, high] = [at(400), at(10_000), at(12_000)];
  expect(low).toBeGreaterThanOrEqual(0);
  expect(low).toBeLessThan(middle);
  expect(middle).toBeLessThan(high);
  expect(high).toBeLessThanOrEqual(100);
  expect(reach([]).low).toBe('0');
});

describe('words of the screens', () => {
  const figure = (min: number | null, max: number | null, approximate = false, unit: string | null = null) =>
    rangeOf({ min, max, unit, approximate });
  test('bounds as they are given', () => {
    expect([figure(10_000, null), figure(null, 40), figure(3, 3), figure(24, 36, true), figure(null, null)]).toEqual([
      ...['10,000 or more', '40 or fewer', '3', 'about 24 to 36', 'no number given'],
    ]);
  });
  test('days without the machine’s time zone', () => {
    expect([shortDate('2024-11-23 23:20:00-09:00'), shortDate(null), shortDate('2024-W47')]).toEqual([
      ...['23 Nov 2024', 'no date', '2024-W47'],
    ]);
  });
  test('a report without a title goes by what it was called', () => {
    expect(titleOf({ title: null, id: 'x', address: 'desk/report.txt' })).toBe('report.txt');
    expect(titleOf({ title: ' ', id: 'x', address: '' })).toBe('x');
  });
  test('a source’s address never looks like a file', () => {
    expect(sourceAddress('the u.n.org')).not.toMatch(/\.[a-z0-9]{2,5}$/);
    expect(decodeURIComponent(sourceAddress('the u.n.org'))).toBe('/sources/the u.n.org');
  });
});

const graded = (name: string, letter: Letter) => ({
  name,
  grade: { letter, why: 'two of three held', who: 'Ana', at: '2025-03-02T08:00:00.000Z', seq: 4 },
});

describe('whose grade a brief tells', () => {
  const none = (name: string) => ({ name, grade: null });
  const told = (outlet: string | null, ...grades: StatementAnswer['grades']) =>
    linksToTell({ grades, document: { outlet } as StatementAnswer['document'] }).map(
      ({ name, grade }) => `${name} ${grade?.letter ?? '-'}`,
    );
  test.each([
    ['nobody was graded', told('Post', none('he'), none('post')), []],
    ['who prints it too, not graded', told('Post', graded('he', 'B'), none('post')), ['he B', 'Post -']],
    ['who speaks too, not graded', told('Post', none('he'), graded('post', 'D')), ['he -', 'Post D']],
    [
      'between them, the graded',
      told('Post', graded('he', 'B'), none('wire'), graded('post', 'D')),
      ['he B', 'Post D'],
    ],
    [
      'between them, one graded',
      told('Post', none('he'), graded('wire', 'B'), none('post')),
      ['he -', 'wire B', 'Post -'],
    ],
    ['who speaks, unless nobody is named', told('Post', none('not named'), graded('post', 'B')), ['Post B']],
    ['a voice is told once', told('Post', graded('post', 'B')), ['Post B']],
    ['a report without an outlet has none', told(null, graded('he', 'B'), none('a.txt')), ['he B']],
  ])('%s', (_reason, links, expected) => expect(links).toEqual(expected));
});

describe('what stands above the words of a statement in a brief', () => {
  const told = (name: string, kind: string, given: Partial<Attribution>) => {
    const chain = [{ name, kind }, { name: 'Post' }];
    const one = { kind: 'attribution', manner: 'indirect', polarity: 'affirms', source: [], chain, ...given };
    const { who, stands } = headOf(one as unknown as Attribution, 'The Harbour Post');
    return `${who} ${stands}`;
  };
  test.each<[string, string, string, Partial<Attribution>]>([
    ['The Russian army denies', 'The Russian army', 'organisation', { polarity: 'denies' }],
    [
      'Western officials briefed on the raid deny',
      'Western officials briefed on the raid',
      'anonymous',
      { polarity: 'denies' },
    ],
    ['Two of the officials affirm', 'two of the officials', 'anonymous', {}],
    ['A senior official in Brussels affirms', 'a senior official in Brussels', 'anonymous', {}],
    ['The Quay Times affirms', 'The Quay Times', 'outlet', {}],
    ['Analysts leave open', 'analysts', 'collective', { polarity: 'undecided' }],
    ['A source that is not named affirms', 'not named', 'anonymous', {}],
    ['The Harbour Post affirms', 'x', 'outlet', { kind: 'voice' }],
  ])('%s', (head, name, kind, given) => expect(told(name, kind, given)).toBe(head));
  test.each<[reason: string, Pick<Attribution, 'kind' | 'manner'>, string, string]>([
    ['said so', { kind: 'attribution', manner: 'direct' }, 'It burned', '“It burned”'],
    ['its marks are there', { kind: 'attribution', manner: 'direct' }, '‘It burned’', '‘It burned’'],
    ['put otherwise', { kind: 'attribution', manner: 'indirect' }, 'that it burned', 'that it burned'],
    ['said so in part', { kind: 'attribution', manner: 'mixed' }, 'that it “burned”', 'that it “burned”'],
    ['the report’s own', { kind: 'voice', manner: 'direct' }, 'It burned', 'It burned'],
  ])('only what was said so is quoted: %s', (_reason, one, words, expected) =>
    expect(quotedIf(one, words)).toBe(expected),
  );
});

test('a brief as text has who and words, chain, grades, firmness, report and addresses of each statement, as people corrected it', () => {
  const [attribution] = HARBOUR.attributions.filter(({ chain }) => chain.length > 2);
  const { id, chain } = attribution!;
  const named = chain[0]!.name;
  const correction = { field: 'certainty', at: null, machine: 'certain', to: 'possible', words: [], fits: true };
  const answer = {
    attribution: {
      ...attribution,
      manner: 'indirect',
      polarity: 'denies',
      chain: chain.map((hop) => ({ ...hop, kind: 'collective' })),
    },
    url: 'https://herald.example/fire',
    captured: '2024-11-29T10:04:00.000Z',
    words: { content: 'that it burned', cue: 'said', source: 'he', hedges: ['reportedly'] },
    document: {
      id: 'abc',
      outlet: 'The Herald',
      title: 'Fire',
      published: '2024-11-20',
      updated: null,
      address: 'a.txt',
    },
    standing: { state: 'corrected', corrections: [{ ...correction, seq: 1, who: 'Ana' }], decisions: [] },
    grades: [graded(chain[0]!.name, 'C'), { name: 'The Herald', grade: null }],
  } as unknown as StatementAnswer;
  expect(asText('For the desk', [answer], 'http://localhost').split('\n')).toEqual([
    'For the desk',
    '',
    `${named[0]!.toUpperCase()}${named.slice(1)} deny: that it burned`,
    [...chain.slice(0, -1).map(({ name }) => name), 'The Herald'].join(' → '),
    `Reliability: ${chain[0]!.name}: C, fairly reliable (Ana, 2 Mar 2025) · The Herald: not graded`,
    'possible · “reportedly” · corrected',
    'Fire, 20 Nov 2024',
    'From https://herald.example/fire, captured 29 Nov 2024, 10:04 UTC',
    `http://localhost/documents/abc#s=${id}`,
    '',
  ]);
  const stateWith = (state: string, found: boolean, undoneBy: number | null) => {
    const standing = { state, found, corrections: [], decisions: [{ verb: 'add', who: 'Ana', undoneBy }] };
    return asText('', [{ ...answer, standing } as unknown as StatementAnswer], '')
      .split('\n')[3]!
      .split(' · ')
      .slice(2);
  };
  expect(stateWith('added', true, null)).toEqual(['added', 'added by Ana']);
  expect(stateWith('confirmed', true, null)).toEqual(['confirmed', 'added by Ana']);
  expect(stateWith('suggested', false, 3)).toEqual(['added by Ana, and taken back']);
  expect(stateWith('corrected', false, 3)).toEqual(['added by Ana, and taken back']);
  // a newer reader finds it too
  expect(stateWith('suggested', true, 3)).toEqual(['suggested']);
});
