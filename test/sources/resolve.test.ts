import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { type Reading, readDocument } from '../../src/read.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

const reading = (text: string, outlet: string | null = 'The Post'): Promise<Reading> =>
  readDocument({ ...documentFrom(text.split('\n')), outlet }, fastModel());

/** Who knows, for each attributed statement in text order: "Ana Torv" where the text says "she". */
async function speakers(text: string): Promise<(string | undefined)[]> {
  const { attributions } = await reading(text);
  return attributions.filter(({ kind }) => kind === 'attribution').map(({ chain }) => chain[0]?.name);
}

describe('one source across its mentions', () => {
  it.each<[reason: string, text: string, names: string[]]>([
    ['a pronoun', 'Ana Torv said the bridge fell. She said it was old.', ['Ana Torv', 'Ana Torv']],
    [
      'a pronoun goes with somebody of its own sex',
      'Ana Torv met Piet Vandam on Monday. He said the dam would hold.',
      ['Piet Vandam'],
    ],
    ['a surname', 'Ana Torv said the bridge fell. Torv said it was old.', ['Ana Torv', 'Ana Torv']],
    ['a surname with its title', 'Ana Torv said no ship had sailed. Ms. Torv said one had.', ['Ana Torv', 'Ana Torv']],
    [
      'the family’s name first',
      'Kim Jong Un said he would come. Kim said he would stay.',
      ['Kim Jong Un', 'Kim Jong Un'],
    ],
    [
      'a surname before the whole name',
      'Torv said the bridge fell. Ana Torv said it was old.',
      ['Ana Torv', 'Ana Torv'],
    ],
    ['a surname that two people bear is nobody’s', 'Bill Marsh and Ada Marsh came. Marsh said it rained.', ['Marsh']],
    ['a title tells which of two', 'Bill Marsh and Ada Marsh came. Mrs. Marsh said it rained.', ['Ada Marsh']],
    ['the senator', 'Sen. Ana Torv met the mayor of Selm. The senator said the talks were short.', ['Ana Torv']],
    [
      'a post told in an apposition',
      'Piet Vandam, a former inspector, walked the dam. The former inspector said it would hold.',
      ['Piet Vandam'],
    ],
    [
      'a post told in front of the name',
      'Finance minister Lea Brandt resigned. The minister said she was tired.',
      ['Lea Brandt'],
    ],
    [
      'told of before the name was given',
      'Selm’s mayor said the dam would hold. The mayor, Piet Vandam, said he had seen it.',
      ['Piet Vandam', 'Piet Vandam'],
    ],
    [
      'two ministries, and nobody can tell which',
      'The justice ministry met the interior ministry on Monday. The ministry said it went well.',
      ['The ministry'],
    ],
    [
      'a description of two who are as near is nobody’s',
      'Sen. Ana Torv met Sen. Piet Vandam. The senator said the talks were short.',
      ['The senator'],
    ],
    [
      'the paper, by what stood before its name',
      'Officials told the paper Södra Bladet that the dam leaked. The paper said it had seen a report.',
      ['Officials', 'Södra Bladet'],
    ],
    [
      'the paper with the article of its name',
      'A dam leaked, The Harbour Post reported. The newspaper said it had seen a report.',
      ['The Harbour Post', 'The Harbour Post'],
    ],
    ['the company', 'Shares in Wexley Marine fell on Monday. The company said talks went on.', ['Wexley Marine']],
    [
      'letters in brackets',
      'The Harbour Safety Board (HSB) closed the dock. The HSB said it was rotten.',
      ['Harbour Safety Board'],
    ],
    [
      'a longer name with a word of small letters',
      'The Energy and Air Institute (EAI) counted fires. The EAI said there were forty.',
      ['Energy and Air Institute'],
    ],
    [
      'an unnamed one taken up again',
      'A spokesman for the board spoke on Monday. The spokesman said it was closed.',
      ['A spokesman'],
    ],
    [
      'a group taken up again',
      'Two Western officials spoke on Friday. The officials said 300 men had come.',
      ['Two Western officials'],
    ],
    [
      'a relative clause',
      'The dock is closed, according to Ana Torv, who said it was rotten.',
      ['Ana Torv', 'Ana Torv'],
    ],
    ['“I” in quoted words is the one quoted', '“I think the dock is rotten,” Ana Torv said.', ['Ana Torv', 'Ana Torv']],
    [
      'a headline’s words are those of a name below',
      'Harbour blast kills 14, fire service says\nThe harbour burned, the Merrow Fire Service said.',
      ['Merrow Fire Service', 'the Merrow Fire Service'],
    ],
    [
      'two names end so, and nobody can tell which',
      'Harbour blast kills 14, fire service says\nThe Merrow Fire Service met the Selm Fire Service on Monday.',
      ['fire service'],
    ],
    [
      'a place with its number is no company',
      'Harbour blast kills 14, fire brigade says\nFourteen bodies lay at Quay 6. The company said the quay was safe.',
      ['fire brigade', 'The company'],
    ],
    ['nobody to stand for it', 'It rained. She said it would stop.', ['She']],
    ['WHO is a name', 'Masks were short, the WHO said.', ['the WHO']],
  ])('%s', async (_reason, text, names) => {
    expect(await speakers(text)).toEqual(names);
  });
});

test('“it” is the firm that says so, which has a given name in its own', async () => {
  const text = 'The Interior Ministry has not replied. Calder Marine said it was cooperating with investigators.';
  const { document, entities } = await reading(text);
  const firm = entities.find(({ name }) => name === 'Calder Marine');
  expect(firm?.kind).toBe('organisation');
  expect(firm?.mentions.map((span) => slice(document.text, span))).toEqual(['Calder Marine', 'it']);
});

it.each<[reason: string, text: string, mentions: string[]]>([
  ['that nothing tells of', 'Coveld said it had shut the valve.', ['Coveld', 'it']],
  ['told of between', 'Coveld, which owns the plant, said it had shut the valve.', ['Coveld', 'it']],
  [
    'where others were named',
    'Coveld sued Wexley Marine on Monday. The board met. Coveld said it had done nothing wrong.',
    ['Coveld', 'Coveld', 'it'],
  ],
  ['that may look like somebody', 'Northgate Water said it had shut the valve.', ['Northgate Water', 'it']],
  ['by what it operates', 'Larchmont Vale, the operator of the plant, said it leaked.', ['Larchmont Vale', 'it']],
  [
    'by what it is',
    'Larchmont Vale is a chemicals firm. Larchmont Vale said it paid.',
    ['Larchmont Vale', 'Larchmont Vale', 'it'],
  ],
  [
    'by its shares',
    'Shares in Larchmont Vale fell. Larchmont Vale said it paid.',
    ['Larchmont Vale', 'Larchmont Vale', 'it'],
  ],
  ['but nobody whom a name like this calls', 'Larchmont Vale said it had shut.', ['Larchmont Vale']],
  ['nor who works at one', 'Larchmont Vale, the head of a chemicals firm, said it paid.', ['Larchmont Vale']],
  ['nor a crane operator', 'Larchmont Vale, a crane operator, said it had shut.', ['Larchmont Vale']],
  ['nor the time that it takes', 'Coveld said it would take weeks.', ['Coveld']],
])('“it” is what a firm says of itself: %s', async (_reason, text, mentions) => {
  const { document, entities } = await reading(text);
  const [name] = mentions;
  const firm = entities.find((one) => one.name === name);
  expect(firm?.mentions.map((span) => slice(document.text, span))).toEqual(mentions);
});

test('a name begins in its own block', async () => {
  const [headline, body] = ['Ten die in a blast at Wexley', 'Ana Torv said the dock was rotten. Torv said it rained.'];
  const document = documentFrom([['headline', headline], body]);
  const blocks = [document.blocks[0]!, { ...document.blocks[1]!, span: [29, 29 + body.length] as const }];
  const { attributions } = await readDocument({ ...document, text: `${headline}\n${body}`, blocks }, fastModel());
  expect(attributions.flatMap(({ kind, chain }) => (kind === 'attribution' ? [chain[0]?.name] : []))).toEqual([
    'Ana Torv',
    'Ana Torv',
  ]);
});

describe('governments by another name', () => {
  const governments = async (text: string) => {
    const { entities } = await reading(text);
    return entities
      .filter(({ kind }) => kind === 'government')
      .map(({ name, wikidata, mentions }) => [name, wikidata, mentions.length]);
  };
  it.each<[reason: string, text: string, expected: unknown[]]>([
    ['a capital', 'North Korea denied it. Pyongyang said the report was false.', [['North Korea', 'Q423', 2]]],
    ['a seat of power', 'Russia denied it. The Kremlin said the report was false.', [['Russia', 'Q159', 2]]],
    ['the United States', 'Washington said it would help. The United States said when.', [['United States', 'Q30', 3]]],
    [
      '“the North” where Korea is spoken of',
      'Pyongyang denied it. The North said no Korean soldier had gone.',
      [['Pyongyang', 'Q423', 2]],
    ],
    [
      'an adjective for its government',
      'A Ukrainian airstrike hit the depot. Ukraine denied it.',
      [['Ukraine', 'Q212', 2]],
    ],
    ['the city is no government', 'Torv said in Moscow that it rained.', []],
    ['a surname is no government', 'Ann Washington came. Washington said it rained.', []],
  ])('%s', async (_reason, text, expected) => {
    expect(await governments(text)).toEqual(expected);
  });
});

/** "office / affiliation" of the first entity */
async function office(text: string): Promise<string> {
  const { document, entities } = await reading(text);
  const say = (span: readonly [number, number] | null | undefined) => (span ? slice(document.text, span) : '–');
  return `${say(entities[0]?.office)} / ${say(entities[0]?.affiliation)}`;
}

it.each<[reason: string, text: string, expected: string]>([
  [
    'behind the name',
    'Hong Min, a senior analyst at the Korea Institute for National Unification, said so.',
    'senior analyst / the Korea Institute for National Unification',
  ],
  ['in front of it', 'Defense Minister Lea Brandt said so.', 'Defense Minister / –'],
  ['for whom, in front', 'On Friday Pentagon spokesman John Kirby said so.', 'spokesman / Pentagon'],
  ['behind an age', 'Rahima Akter, 31, a machine operator, said so.', 'machine operator / –'],
  ['a country is no employer', 'Norway’s prime minister, Lea Brandt, said so.', 'prime minister / –'],
  ['of an unnamed one', 'A spokesman for the harbour board said so.', 'spokesman / the harbour board'],
  ['a group has none', 'Analysts said so.', '– / –'],
])('office: %s', async (_reason, text, expected) => {
  expect(await office(text)).toBe(expected);
});

/** "A (told) → B" */
async function chain(text: string, words: RegExp): Promise<string> {
  const { document, attributions } = await reading(text);
  const found = attributions.filter(
    ({ kind, content }) => kind === 'attribution' && words.test(document.text.slice(...content[0]!)),
  );
  const [inner] = found.toSorted((a, b) => a.content[0]![1] - a.content[0]![0] - (b.content[0]![1] - b.content[0]![0]));
  return (inner?.chain ?? [])
    .slice(0, -1)
    .map(({ name, basis }) => (basis ? `${name} (${basis})` : name))
    .join(' → ');
}

it.each<[reason: string, text: string, words: RegExp, expected: string]>([
  [
    'told a paper',
    'Two officials told The Meridian Times that 300 men had come.',
    /300/,
    'Two officials → The Meridian Times (told)',
  ],
  [
    'told a paper that no list has',
    'A prisoner told the Frankfurt Kurier that cars came.',
    /cars/,
    'A prisoner → the Frankfurt Kurier (told)',
  ],
  ['told police', 'The driver told police that he had slept.', /slept/, 'The driver → police (told)'],
  ['told a rally is no link', 'Torv told supporters that she would win.', /win/, 'Torv'],
  ['told a person is no link', 'Torv told Piet Vandam that she would win.', /win/, 'Torv'],
  [
    'still telling it',
    'Two officials told The Meridian Times that 300 men had come.\nThe officials said more would follow.',
    /follow/,
    'Two officials → The Meridian Times (told)',
  ],
  [
    'in an interview',
    'In an interview with Radio Selm, Ana Torv said the veto was a mistake.',
    /veto/,
    'Ana Torv → Radio Selm (told)',
  ],
  ['saw it', 'Ana Torv said she saw the foreman lock the door.', /saw/, 'Ana Torv (witnessed)'],
  ['saw nothing of it', 'Ana Torv said she had seen no such letter.', /letter/, 'Ana Torv'],
  [
    'was told',
    'Ana Torv said she was told by a guard that the door was locked.',
    /^that the door/,
    'a guard → Ana Torv (told)',
  ],
  ['judging by signs', 'The institute estimated that 900 tonnes had leaked.', /tonnes/, 'The institute (inferred)'],
  [
    'citing its own papers',
    'The tanks were full, the utility said, citing its logs.',
    /tanks/,
    'the utility (document)',
  ],
  [
    'whom it cites stands between',
    'The Coastal Standard reported on Monday, citing Corvane Wire, that 22 people had died.',
    /22/,
    'Corvane Wire → The Coastal Standard',
  ],
  [
    'a report seen by a paper',
    'The cameras were off, according to a report seen by Reuters.',
    /cameras/,
    'a report → Reuters (document)',
  ],
])('chain: %s', async (_reason, text, words, expected) => {
  expect(await chain(text, words)).toBe(expected);
});

test('the register tells a state’s outlet', async () => {
  const { entities } = await reading('TASS said the bridge fell.');
  expect(entities.map(({ name, kind, state }) => [name, kind, state])).toEqual([
    ['TASS', 'agency', 'Russia, state-controlled'],
  ]);
});

test('every mention is a slice, every link’s source an entity, whatever the text', async () => {
  const names = fc.constantFrom(
    'Ana Torv',
    'Torv',
    'she',
    'The senator',
    'Pyongyang',
    'officials',
    'Mr. Vandam',
    'IAEA',
    'who',
    '“I',
  );
  const verbs = fc.constantFrom('said', 'told police that', ', a senator,', 'denied', '(IAEA)', '.', '\n', '”');
  const text = fc.array(fc.oneof(names, verbs), { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const { document, entities, attributions } = await reading(words);
      const ids = new Set(entities.map(({ id }) => id));
      expect(ids.size).toBe(entities.length);
      for (const { mentions } of entities) {
        expect(mentions.length).toBeGreaterThan(0);
        for (const [start, end] of mentions) expect(start < end && end <= document.text.length).toBe(true);
      }
      for (const { source } of attributions.flatMap((a) => a.chain))
        expect(source === null || ids.has(source)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
