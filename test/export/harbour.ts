import { createHash } from 'node:crypto';
import type { Attribution, Hop } from '../../src/attributions/attribution.ts';
import type { Reading } from '../../src/read.ts';
import type { BlockKind } from '../../src/text/document.ts';
import type { Span } from '../../src/text/span.ts';

const BLOCKS: readonly [BlockKind, string][] = [
  ['headline', 'Harbour blast hurt at least 40, port union says; ministry denies a fire'],
  [
    'paragraph',
    'PORT SELM, May 3 – A fuel store in the old harbour reportedly blew up before dawn on Tuesday, according to port officials cited by the Selm Courier. The explosion is the second in the harbour this year.',
  ],
  [
    'paragraph',
    'At least 40 dockers were hurt, the port union said. “We counted forty,” said Ana Duro, its secretary, “and we are still counting.” Duro added that a foreman had told her the alarm “never rang”.',
  ],
  [
    'paragraph',
    'The energy ministry denied that any fuel had burned. It is unclear what set off the blast, and the names of the injured have not been released.',
  ],
  ['heading', 'A year of warnings'],
  [
    'paragraph',
    'Analysts suggest the store could have been overfilled. Harbour records show 1,200 to 1,500 tonnes were landed in April, while the owner, Brask & Sons <Ltd>, refused to say whether the tanks had been inspected.',
  ],
  ['quote', '“Nobody came to look,” a senior inspector told the Courier.'],
  ['list-item', 'The harbour stays shut until Friday.'],
  ['caption', 'Smoke over the old harbour on Tuesday.'],
  ['credit', 'Additional reporting by Norvia Press.'],
];

const TEXT = BLOCKS.map(([, words]) => words).join('\n');

/** The span of the words, at their nth place in the text. */
export function at(words: string, nth = 0, text = TEXT): Span {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not ${nth + 1} times in the text`);
  return [start, start + words.length];
}

const THIS: Hop = { name: 'Selm Tide', kind: 'outlet', span: null, source: null, basis: null };
const hop = (name: string, kind: Hop['kind'], span: Span | null = at(name)): Hop => ({
  name,
  kind,
  span,
  source: null,
  basis: null,
});

export const statement = (number: number, given: Partial<Attribution>): Attribution => ({
  id: number.toString(16).padStart(12, 'a'),
  kind: 'attribution',
  manner: 'indirect',
  content: [],
  cue: [],
  source: [],
  chain: [THIS],
  polarity: 'affirms',
  certainty: 'certain',
  hedges: [],
  author: { polarity: 'undecided', certainty: 'underspecified', distance: [] },
  said: null,
  within: null,
  confidence: 0.8,
  ...given,
});

const ADDED = statement(7, {
  manner: 'mixed',
  content: [at('that a foreman had told her the alarm “never rang”')],
  cue: [at('added')],
  source: [at('Duro', 1)],
  chain: [hop('Duro', 'person', at('Duro', 1)), THIS],
});

const STATEMENTS: readonly Attribution[] = [
  statement(1, {
    content: [at('Harbour blast hurt at least 40')],
    cue: [at('says')],
    source: [at('port union')],
    chain: [hop('port union', 'organisation'), THIS],
  }),
  statement(2, {
    content: [at('a fire')],
    cue: [at('denies')],
    source: [at('ministry')],
    chain: [hop('ministry', 'government'), THIS],
    polarity: 'denies',
  }),
  statement(3, {
    content: [at('A fuel store in the old harbour reportedly blew up before dawn on Tuesday')],
    cue: [at('according to'), at('cited by')],
    source: [at('port officials')],
    chain: [hop('port officials', 'collective'), hop('the Selm Courier', 'outlet'), THIS],
    hedges: [at('reportedly')],
    certainty: 'probable',
    confidence: 0.91,
  }),
  statement(4, { kind: 'voice', content: [at('The explosion is the second in the harbour this year')] }),
  statement(5, {
    content: [at('At least 40 dockers were hurt')],
    cue: [at('said')],
    source: [at('the port union')],
    chain: [hop('the port union', 'organisation'), THIS],
  }),
  statement(6, {
    manner: 'direct',
    content: [at('“We counted forty,”'), at('“and we are still counting.”')],
    cue: [at('said', 1)],
    source: [at('Ana Duro, its secretary')],
    chain: [hop('Ana Duro', 'person'), THIS],
    confidence: 0.97,
  }),
  ADDED,
  statement(8, {
    manner: 'mixed',
    content: [at('the alarm “never rang”')],
    cue: [at('told')],
    source: [at('a foreman')],
    chain: [hop('a foreman', 'anonymous'), hop('Duro', 'person', at('Duro', 1)), THIS],
    within: ADDED.id,
    confidence: 0.74,
  }),
  statement(9, {
    content: [at('that any fuel had burned')],
    cue: [at('denied')],
    source: [at('The energy ministry')],
    chain: [hop('The energy ministry', 'government'), THIS],
    polarity: 'denies',
  }),
  statement(10, {
    content: [at('the store could have been overfilled')],
    cue: [at('suggest')],
    source: [at('Analysts')],
    chain: [hop('Analysts', 'collective'), THIS],
    certainty: 'possible',
    hedges: [at('could')],
    confidence: 0.66,
  }),
  statement(11, {
    content: [at('1,200 to 1,500 tonnes were landed in April')],
    cue: [at('show')],
    source: [at('Harbour records')],
    chain: [hop('Harbour records', 'document'), THIS],
  }),
  statement(12, {
    content: [at('whether the tanks had been inspected')],
    cue: [at('refused to say')],
    source: [at('the owner, Brask & Sons <Ltd>,')],
    chain: [hop('Brask & Sons <Ltd>', 'organisation'), THIS],
    polarity: 'undecided',
    certainty: 'underspecified',
    confidence: 0.58,
  }),
  statement(13, {
    manner: 'direct',
    content: [at('“Nobody came to look,”')],
    cue: [at('told', 1)],
    source: [at('a senior inspector')],
    chain: [hop('a senior inspector', 'anonymous'), hop('the Courier', 'outlet'), THIS],
  }),
  statement(14, { kind: 'voice', content: [at('The harbour stays shut until Friday')] }),
];

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function blocks(): Reading['document']['blocks'] {
  let start = 0;
  return BLOCKS.map(([kind, words]) => {
    const span: Span = [start, start + words.length];
    start = span[1] + 1;
    return { kind, span };
  });
}

/** A report with all that a reading may hold: a chain of three, speech in speech, a quotation in two parts, denials, unknowns. */
export const HARBOUR: Reading = {
  document: {
    id: 'd0c000000001',
    sha256: hash(TEXT),
    capture: hash('bytes'),
    address: 'https://tide.example/harbour',
    url: 'https://tide.example/harbour?a=1&b=2',
    outlet: 'Selm Tide',
    title: 'Harbour blast hurt at least 40, port union says; ministry denies a fire',
    byline: 'Ines Varr and Tom O’Dell',
    dateline: at('PORT SELM, May 3'),
    published: '2022-05-03T09:30:00Z',
    updated: '2022-05-03T14:05:00Z',
    language: 'en',
    credits: ['Norvia Press'],
    text: TEXT,
    blocks: blocks(),
  },
  attributions: STATEMENTS,
  entities: [
    {
      id: 'e1',
      name: 'Ana Duro',
      kind: 'person',
      mentions: [at('Ana Duro'), at('Duro', 1)],
      office: null,
      affiliation: null,
      state: null,
      wikidata: null,
    },
  ],
  figures: [
    {
      span: at('At least 40'),
      min: 40,
      max: null,
      of: at('dockers'),
      unit: null,
      approximate: false,
      attribution: null,
    },
    {
      span: at('1,200 to 1,500 tonnes'),
      min: 1200,
      max: 1500,
      of: null,
      unit: 't',
      approximate: false,
      attribution: null,
    },
  ],
  times: [{ span: at('Tuesday'), type: 'DATE', value: '2022-05-03' }],
  places: [{ span: at('PORT SELM'), name: 'Port Selm', geonames: null, lat: null, lon: null, precision: null }],
  events: [
    {
      span: at('blew up'),
      code: 'ASSAULT',
      mode: null,
      polarity: 'affirms',
      certainty: 'certain',
      actor: null,
      recipient: null,
      figures: [0],
      time: 0,
      place: 0,
      attribution: STATEMENTS[2]!.id,
    },
  ],
  unknowns: [
    {
      span: at('It is unclear what set off the blast'),
      about: at('what set off the blast'),
      kind: 'unclear',
      who: null,
    },
    { span: at('have not been released'), about: at('the names of the injured'), kind: 'undisclosed', who: null },
  ],
};

/** A bare reading of the text: one paragraph, nothing found; then with what is given. */
export function readingOfText(text: string, found: Partial<Reading> = {}): Reading {
  const document = {
    ...HARBOUR.document,
    text,
    sha256: hash(text),
    dateline: null,
    blocks: text ? [{ kind: 'paragraph' as const, span: [0, text.length] as const }] : [],
  };
  const nothing = { attributions: [], entities: [], figures: [], times: [], places: [], events: [], unknowns: [] };
  return { document, ...nothing, ...found };
}
