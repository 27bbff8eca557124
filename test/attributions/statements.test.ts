import { expect, it } from 'vitest';
import { accurateModel, fastModel } from '../../src/attributions/attribution-model.ts';
import { readDocument } from '../../src/read.ts';
import { words } from '../../src/text/span.ts';
import { documentFrom } from './document.ts';

/** "source | cue | content" of each attributed statement, pieces joined by " … ". */
async function statements(...paragraphs: string[]): Promise<string[]> {
  const { document, attributions } = await readDocument(documentFrom(paragraphs), fastModel());
  const say = (spans: Parameters<typeof words>[1]) => words(document.text, spans);
  return attributions
    .filter(({ kind }) => kind === 'attribution')
    .map(({ source, cue, content }) => `${say(source)} | ${say(cue)} | ${say(content)}`);
}

it.each<[reason: string, paragraphs: string[], found: string[]]>([
  ['direct, source after', ['“The bridge is gone,” the mayor said.'], ['the mayor | said | “The bridge is gone,”']],
  ['inverted', ['“The bridge is gone,” said the mayor.'], ['the mayor | said | “The bridge is gone,”']],
  ['direct, source before', ['The mayor said: “The bridge is gone.”'], ['The mayor | said: | “The bridge is gone.”']],
  [
    'one speaker, two pieces',
    ['“The bridge is gone,” the mayor said. “We will build it again.”'],
    ['the mayor | said | “The bridge is gone,” … “We will build it again.”'],
  ],
  [
    'over two paragraphs, the first not closed',
    ['“The bridge is gone,” the mayor said. “We saw it fall.', '“Nobody was on it.”'],
    ['the mayor | said | “The bridge is gone,” … “We saw it fall. … “Nobody was on it.”'],
  ],
  ['British single marks', ['‘We don’t know yet,’ the minister said.'], ['the minister | said | ‘We don’t know yet,’']],
  ['straight marks', ['"The bridge is gone," the mayor said.'], ['the mayor | said | "The bridge is gone,"']],
  ['indirect', ['The mayor said that the bridge was gone.'], ['The mayor | said | that the bridge was gone']],
  ['inside', ['The bridge, she said, was gone.'], ['she | said | The bridge … was gone']],
  [
    'at the end',
    ['The bridge was gone, two of the officials said.'],
    ['two of the officials | said | The bridge was gone'],
  ],
  [
    'according to, in front',
    ['According to the ministry, the bridge was gone.'],
    ['the ministry | According to | the bridge was gone'],
  ],
  [
    'according to, at the end',
    ['The bridge was gone, according to the ministry.'],
    ['the ministry | according to | The bridge was gone'],
  ],
  ['a denial', ['Pyongyang denied that it had sent soldiers.'], ['Pyongyang | denied | that it had sent soldiers']],
  ['a denial in -ing', ['Pyongyang has denied sending soldiers.'], ['Pyongyang | has denied | sending soldiers']],
  ['a word for a clause', ['South Korea has claimed otherwise.'], ['South Korea | has claimed | otherwise']],
  [
    'a number is put somewhere',
    ['The ministry put the death toll at eight.'],
    ['The ministry | put | the death toll at eight'],
  ],
  [
    'a number is put somewhere by somebody',
    ['The death toll in the strike was put at eight by the interior ministry on Thursday.'],
    ['the interior ministry | was put | The death toll in the strike … at eight'],
  ],
  ['a number put by nobody', ['The death toll was put at eight.'], []],
  ['no number is put', ['The ministry put the toll on the agenda.'], []],
  [
    'a blast claims lives, and says nothing',
    ['The blast has claimed at least nine lives, doctors said.'],
    ['doctors | said | The blast has claimed at least nine lives'],
  ],
  [
    'where somebody lives is said',
    ['Police claimed the suspect lives in Arica.', 'The man claimed nobody lives there.'],
    ['Police | claimed | the suspect lives', 'The man | claimed | nobody lives there'],
  ],
  ["'s is nobody", ['Let’s say the bridge is gone.'], [' | say | the bridge is gone']],
  ['nobody speaks', ['The bridge fell into the river on Friday.'], []],
  ['a title is no speech', ['He liked “The Bridge” and the river.'], []],
])('%s', async (_reason, paragraphs, found) => {
  expect(await statements(...paragraphs)).toEqual(found);
});

const chainOf = async (text: string, content: RegExp): Promise<string[] | undefined> => {
  const { document, attributions } = await readDocument({ ...documentFrom([text]), outlet: 'The Post' }, fastModel());
  const found = attributions.find((a) => a.kind === 'attribution' && content.test(words(document.text, a.content)));
  return found?.chain.map(({ name, kind }) => `${name} (${kind})`);
};

it.each<[reason: string, text: string, content: RegExp, chain: string[]]>([
  [
    'cited by',
    'The bridge fell, according to Western officials cited by The Wall Street Journal.',
    /bridge fell/,
    ['Western officials (anonymous)', 'The Wall Street Journal (outlet)', 'The Post (outlet)'],
  ],
  [
    'told an agency',
    '“The bridge fell,” a senior official told Reuters.',
    /bridge fell/,
    ['a senior official (anonymous)', 'Reuters (agency)', 'The Post (outlet)'],
  ],
  [
    'one statement within another',
    'According to state media, Kim accused the allies of using the bridge.',
    /^the allies/,
    ['Kim (null)', 'state media (outlet)', 'The Post (outlet)'],
  ],
  [
    'a name with its post',
    'Hong Min, a senior analyst at the institute, said the bridge fell.',
    /bridge fell/,
    ['Hong Min (person)', 'The Post (outlet)'],
  ],
  [
    'who is cited stands before the one who cites',
    'According to Reuters, citing two diplomats, the bridge fell.',
    /bridge fell/,
    ['two diplomats (anonymous)', 'Reuters (agency)', 'The Post (outlet)'],
  ],
  [
    'which cited them',
    'The bridge fell, according to The Wexley Courier, which cited two diplomats.',
    /bridge fell/,
    ['two diplomats (anonymous)', 'The Wexley Courier (outlet)', 'The Post (outlet)'],
  ],
  [
    'a report that quoted them',
    'According to a report in The Wexley Courier that quoted two diplomats, the bridge fell.',
    /bridge fell/,
    ['two diplomats (anonymous)', 'a report in The Wexley Courier (document)', 'The Post (outlet)'],
  ],
  [
    'attributing it to them',
    'The bridge fell, Reuters said, attributing the information to Western officials.',
    /^The bridge fell$/,
    ['Western officials (anonymous)', 'Reuters (agency)', 'The Post (outlet)'],
  ],
  [
    'whom they cite who are cited',
    'The bridge fell, Reuters reported, citing The Selm Echo, which cited two officials.',
    /bridge fell/,
    ['two officials (anonymous)', 'The Selm Echo (outlet)', 'Reuters (agency)', 'The Post (outlet)'],
  ],
  [
    'a monitor',
    'The bridge fell, Reuters said, citing a monitor.',
    /bridge fell/,
    ['a monitor (null)', 'Reuters (agency)', 'The Post (outlet)'],
  ],
  [
    'two who are cited, for a clause each, are no chain',
    'Reuters said nine people died, citing police, and the port closed, citing the harbour master.',
    /nine people died/,
    ['Reuters (agency)', 'The Post (outlet)'],
  ],
  ...[
    ['concerns', 'The bridge fell, Reuters said, citing safety concerns.'],
    ['none', 'Without citing police, Reuters said the bridge fell.'],
    ['no source', 'Reuters, citing no officials, said the bridge fell.'],
    ['a reason to say no more', 'The bridge fell, Reuters said, citing an ongoing investigation.'],
    ['a law of somebody', 'The bridge fell, Reuters said, citing Orlo safety rules.'],
    ['a law', 'The bridge fell, Reuters said, citing a 2019 law.'],
    ['a treaty', 'The bridge fell, Reuters said, citing the Law of the Sea Convention.'],
    ['a cause', 'The bridge fell, Reuters said, attributing it to high winds.'],
    ['whoever did it', 'The bridge fell, Reuters said, attributing the collapse to the army.'],
    ['whoever may have done it', 'The bridge fell, Reuters said, attributing it to the army.'],
    ['who is thanked', 'The bridge fell, Reuters said, crediting the crew.'],
    ['scripture', 'The bridge fell, Reuters said, quoting scripture.'],
    ['whom another cites', 'Reuters said the bridge fell and the report that quoted two officials was forged.'],
    ['the reasons that another gives', 'The mayor fled as the bridge fell, citing the governor, Reuters said.'],
  ].map(([what, text]): [string, string, RegExp, string[]] => [
    `no source: ${what}`,
    text!,
    /bridge fell/,
    ['Reuters (agency)', 'The Post (outlet)'],
  ]),
  [
    'whoever quoted an opinion cites nobody here',
    'The mayor, who quoted a poem, said the bridge fell.',
    /bridge fell/,
    ['The mayor (office)', 'The Post (outlet)'],
  ],
  [
    'seen by, with the day left out',
    'The bridge fell, according to a memo seen by The Wall Street Journal on Friday.',
    /bridge fell/,
    ['a memo (document)', 'The Wall Street Journal (outlet)', 'The Post (outlet)'],
  ],
])('chain: %s', async (_reason, text, content, chain) => {
  expect(await chainOf(text, content)).toEqual(chain);
});

it.each<[reason: string, text: string, polarity: string, certainty: string, hedges: string[]]>([
  ['plain', 'The mayor said the bridge fell.', 'affirms', 'certain', []],
  ['a denial', 'The mayor denied that the bridge fell.', 'denies', 'certain', []],
  ['asked whether', 'The mayor asked whether the bridge fell.', 'undecided', 'underspecified', []],
  ['did not say', 'The mayor did not say that the bridge fell.', 'undecided', 'underspecified', []],
  ['could', 'The mayor said the bridge could fall.', 'affirms', 'possible', ['could']],
  ['likely', 'The mayor said the bridge will likely fall.', 'affirms', 'probable', ['likely']],
  ['belief', 'Analysts believe the bridge fell.', 'affirms', 'probable', []],
  ['the writer steps back', 'The mayor claimed that the bridge fell.', 'affirms', 'certain', ['claimed']],
  ['nobody does', 'Nobody believes the bridge fell.', 'undecided', 'underspecified', []],
  ['no reason to', 'The judge saw no reason to jail the mayor.', 'undecided', 'underspecified', []],
  ['taken back', 'The mayor retracted his claim that the bridge fell.', 'undecided', 'underspecified', []],
  ['said no more', 'The mayor no longer says that the bridge fell.', 'undecided', 'underspecified', []],
  ['troops are no words', 'The mayor withdrew and said that the bridge fell.', 'affirms', 'certain', []],
])('factuality: %s', async (_reason, text, polarity, certainty, hedges) => {
  const { document, attributions } = await readDocument(documentFrom([text]), fastModel());
  const found = attributions.find(({ kind }) => kind === 'attribution');
  expect({ ...found, hedges: found?.hedges.map((span) => words(document.text, [span])) }).toMatchObject({
    polarity,
    certainty,
    hedges,
  });
});

it('what names nobody is the document’s own voice', async () => {
  const { document, attributions } = await readDocument(
    documentFrom(['The bridge fell into the river on Friday.']),
    fastModel(),
  );
  expect(attributions.map(({ kind, content }) => [kind, words(document.text, content)])).toEqual([
    ['voice', 'The bridge fell into the river on Friday'],
  ]);
});

it.each<[reason: string, headline: string, told: boolean]>([
  ['dead', 'Nine dead in Arica blast', true],
  ['killed', 'At least 14 killed in Selm fire', true],
  ['arrested', 'Mayor arrested in Selm', true],
  ['missing', 'Two missing after ferry accident', true],
  ['a question', 'Nine dead in Arica blast?', false],
  ['nobody to whom it was done', 'Wounded soldiers of the Arica front', false],
  ['what is to be', 'Mayor to be charged over Selm fire', false],
  ['what is feared', 'Fears nine dead in Selm', false],
  ['nearly', 'Mayor, nearly dead, in Selm', false],
  ['quoted', '“Nine dead” in Selm blast', false],
  ['a figure of speech', 'Peace plan dead in the water', false],
  ['either', 'The mayor, dead or alive', false],
  ['shot where', 'Two shot at Selm market', true],
  ['a thing of that name', 'A history of the missing', false],
  ['what is told of below', 'What the blast did to Selm', false],
  ['how it came', 'How the harbour of Selm burned', false],
  ['when it was done', 'When the dock fell, nine died', true],
  ['an organisation that is called so', 'WHO builds nine hospitals in Selm', true],
])('a headline without a verb asserts what was done: %s', async (_reason, headline, told) => {
  const { document, attributions } = await readDocument(
    documentFrom([['headline', headline], 'The port of Arica was closed.']),
    fastModel(),
  );
  const said = attributions.map(({ content }) => words(document.text, content));
  expect(said).toEqual([...(told ? [headline] : []), 'The port of Arica was closed']);
});

const HELD: readonly (readonly [reason: string, headline: string, found: string[] | null])[] = [
  ['believed', 'Nine believed dead in Arica blast', ['| believed | Nine … dead in Arica blast: probable']],
  ['feared', 'Dozens feared trapped in Selm mine', ['| feared | Dozens … trapped in Selm mine: possible']],
  ['presumed', 'Nine presumed drowned off Sorvik', ['| presumed | Nine … drowned off Sorvik: probable']],
  [
    'reported, by whom it does not say',
    'Three reported missing off Sorvik',
    ['| reported | Three … missing off Sorvik: certain, reported'],
  ],
  [
    'believed to',
    'Nine believed to have died in Arica blast',
    ['| believed | Nine … to have died in Arica blast: probable'],
  ],
  [
    'no thought is counted',
    'At least nine thought killed in Arica blast',
    ['| thought | At least nine … killed in Arica blast: probable'],
  ],
  [
    'what happened stands beside',
    'Mayor feared dead as the ferry sinks off Sorvik',
    ['| feared | Mayor … dead: possible'],
  ],
  [
    'somebody says that it is feared',
    'At least 20 people feared lost off Sorvik, officials say',
    [
      'officials | say | At least 20 people feared lost off Sorvik: certain',
      '| feared | At least 20 people … lost off Sorvik: possible',
    ],
  ],
  ['who is told of by what follows', 'Police feared dead soldiers would be found', null],
  ['a ship that was found', 'Ship believed lost in 1912 found off Sorvik', null],
  ['nobody believes anything', 'Two held over port fire in Selm', null],
];
const MODELS = { fast: fastModel(), accurate: accurateModel() };

it.each(HELD.flatMap((row) => (['fast', 'accurate'] as const).map((name) => [...row, name] as const)))(
  'what a headline has %s is of nobody who is named',
  async (_reason, headline, expected, name) => {
    const parts = [['headline', headline], 'It rained all day in the town.'] as const;
    const { document, attributions } = await readDocument(documentFrom(parts), MODELS[name]);
    const say = (spans: Parameters<typeof words>[1]) => words(document.text, spans);
    const found = attributions
      .filter(({ kind, cue }) => kind === 'attribution' && cue[0]![0] < headline.length)
      .map(({ source, cue, content, certainty, author }) =>
        `${say(source)} | ${say(cue)} | ${say(content)}: ${certainty}${author.distance.map((span) => `, ${say([span])}`)}`.trim(),
      );
    if (expected) expect(found).toEqual(expected);
    else expect(found.join()).not.toContain(' … ');
  },
);

it.each([
  [
    'in a sentence',
    'Nine people are presumed dead in the Arica blast.',
    '| are presumed | Nine people … dead in the Arica blast',
  ],
  [
    'in what is said',
    'Police said nine men were believed dead in the blast.',
    '| were believed | nine men … dead in the blast',
  ],
])('what is believed by nobody who is named: %s', async (_reason, text, expected) => {
  for (const model of Object.values(MODELS)) {
    const { document, attributions } = await readDocument(documentFrom([text]), model);
    const said = attributions.map(({ source, cue, content }) =>
      [source, cue, content]
        .map((s) => words(document.text, s))
        .join(' | ')
        .trim(),
    );
    expect(said).toContain(expected);
  }
});

it('of other languages nothing is said', async () => {
  const german = { ...documentFrom(['„Die Brücke ist weg“, sagte er.']), language: 'de' };
  expect((await readDocument(german)).attributions).toEqual([]);
});
