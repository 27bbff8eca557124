import { beforeAll, describe, expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { type Assertion, assertionsOf } from '../../src/claims/assertion.ts';
import { relate } from '../../src/claims/relate.ts';
import { readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

const model = fastModel();

async function told(text: string, published = '2025-03-04'): Promise<Assertion[]> {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1);
  return assertionsOf(await readDocument(documentFrom([first], { id: published, published }), model));
}

/** Ways in which reports count the dead of one blast. */
const dead = [
  'N people were killed in the blast at Arica harbour on Monday, the mayor said.',
  'N people died in the blast at Arica harbour on Monday, the mayor said.',
  'The blast at Arica harbour killed N people on Monday, the mayor said.',
  'The blast at Arica harbour on Monday left N people dead, the mayor said.',
  'The death toll from the blast at Arica harbour has risen to N, the mayor said.',
  'The mayor put the death toll from the Arica harbour blast at N.',
  'The mayor put the number of dead in the Arica harbour blast at N.',
  'The mayor said the number of dead in the blast at Arica harbour had reached N.',
  'The mayor said N bodies had been recovered from the blast at Arica harbour.',
  'N people lost their lives in the blast at Arica harbour on Monday, the mayor said.',
  'The Arica harbour blast claimed the lives of N people, the mayor said.',
  'The mayor said there were N deaths in the blast at Arica harbour.',
  'The blast at Arica harbour has claimed N lives, the mayor said.',
  'The mayor said the toll in the Arica harbour blast stood at N.',
  'N deaths were reported from the blast at Arica harbour, the mayor said.',
];
const wounded = [
  'N people were wounded in the blast at Arica harbour on Monday, the mayor said.',
  'The blast at Arica harbour wounded N people, the mayor said.',
  'The blast at Arica harbour left N people hurt, the mayor said.',
  'The number of wounded in the blast at Arica harbour rose to N, the mayor said.',
  'The mayor said there were N injuries in the blast at Arica harbour.',
];

const AGREE = ['same', 'part of', 'firmer', 'weaker'];

describe.each([
  ['dead', dead],
  ['wounded', wounded],
])('%s are one count, however it is put', (_name, ways) => {
  const read = new Map<string, Assertion[]>();
  beforeAll(async () => {
    for (const way of ways)
      for (const [number, day] of [
        ['nine', '2025-03-04'],
        ['nine', '2025-03-05'],
        ['12', '2025-03-05'],
      ] as const)
        read.set(`${number} ${day} ${way}`, await told(way.replace('N', number), day));
  });
  const likeliest = (way: string, other: string, number: string): string | undefined =>
    read
      .get(`nine 2025-03-04 ${way}`)!
      .flatMap((a) => read.get(`${number} 2025-03-05 ${other}`)!.flatMap((b) => relate(a, b) ?? []))
      .toSorted((x, y) => y.score - x.score)[0]?.relation;

  it.each(ways)('%s', (way) => {
    for (const other of ways) {
      expect(AGREE, `nine, beside "${other}"`).toContain(likeliest(way, other, 'nine'));
      expect(likeliest(way, other, '12'), `12, beside "${other}"`).toBe('differs in figure');
    }
  });
});

const countsKilled = async (number: number, text: string): Promise<boolean> =>
  (await told(text)).some((one) => one.head === 'kill' && one.figures.some(({ min }) => min === number));

it.each([
  ['of those who lived', 'Nine people were rescued in Arica on Monday, the mayor said.'],
  ['sentenced to death', 'Nine people were sentenced to death in Arica on Monday, the mayor said.'],
  ['told of the dead, not counting them', 'Police identified nine of the people killed in Arica on Monday.'],
  ['who killed', 'The man who killed nine people in Arica was arrested on Monday, the mayor said.'],
  ['who says that somebody died', 'Nine people said the mayor of Arica had died.'],
  ['hours, not people', 'Police said it took nine hours to count the dead of Arica.'],
  ['lives as they are lived', 'Nine people changed their lives in Arica, the mayor said.'],
  ['lives that they took themselves', 'Nine people took their lives in Arica, the mayor said.'],
  ['wounded beside dead', 'The mayor put the death toll in Arica at 12 and the number of wounded at nine.'],
  ['what is said of such a count', 'A report of nine deaths in Arica is false, the mayor said.'],
  ['names, in a list of the dead', 'The mayor put nine names on the list of the dead in Arica.'],
  ['those who found the dead', 'Nine soldiers found dead bodies in Arica, the mayor said.'],
  ['those who told of the dead', 'Nine soldiers reported deaths in Arica, the mayor said.'],
  ['bodies of the living', 'Nine public bodies were found to have broken the rules in Arica, the mayor said.'],
  ['animals', 'Nine dogs died in the Arica blast, the mayor said.'],
  ['animals, counted after', 'The number of dead dogs in Arica rose to nine, the mayor said.'],
  ['of an illness', 'The number of deaths from cholera in Arica rose to nine, the mayor said.'],
  ['by suicide', 'Nine people died by suicide in Arica in March, the mayor said.'],
  ['how many there were before', 'The death toll from the Arica blast rose from nine to 12, the mayor said.'],
  ['… told last', 'The death toll from the Arica blast rose to 12, up from nine, the mayor said.'],
  ['by how many it rose', 'The death toll in Arica rose by nine on Monday, the mayor said.'],
  ['of whom some died', 'Two of the nine people wounded in the Arica blast died on Monday, the mayor said.'],
])('no count of dead: %s', async (_reason, text) => expect(await countsKilled(9, text)).toBe(false));

it.each([
  ['some of the wounded', 'Nine of the 30 people wounded in the Arica blast have died, the mayor said.'],
  ['a suicide bomber kills others', 'Nine people were killed by suicide bombers in Arica, the mayor said.'],
  ['bodies, and how they look', 'The mayor said nine charred bodies had been pulled from the Arica blast.'],
  ['the number is what is said', 'The mayor said the number of dead in Arica is now nine.'],
  ['dead beside wounded', 'Nine dead, 12 wounded in the Arica blast, the mayor said.'],
  ['dead, as is believed', 'Nine believed dead in Arica blast'],
  ['dead, as is feared', 'Nine people are feared dead in Arica.'],
  ['reported killed', 'Nine reported killed in Arica blast'],
  ['dead and wounded as headlines have them', 'Arica blast kills nine, wounds 12, the mayor said.'],
  ['not how many there were before', 'The death toll from the Arica blast rose from four to nine, the mayor said.'],
])('a count of dead: %s', async (_reason, text) => expect(await countsKilled(9, text)).toBe(true));

const killed = 'Nine soldiers were killed in Arica on Monday, police said.';
it.each([
  ['killed somebody', 'Nine soldiers killed the mayor of Arica on Monday, police said.'],
  ['killed somebody, told last', 'The mayor of Arica was killed by nine soldiers on Monday, police said.'],
  ['killed more', 'Nine soldiers killed 14 people in Arica on Monday, police said.'],
])('nine who %s are no nine who were killed', async (_reason, text) => {
  const [one, two] = [await told(text), await told(killed, '2025-03-05')];
  expect(one.flatMap((a) => two.flatMap((b) => relate(a, b)?.relation ?? []))).toEqual([]);
});

it.each<[reason: string, text: string]>([
  ['one verb for both', 'The toll stands at nine dead and 20 injured, officials said.'],
  ['a verb each, the second without its auxiliary', 'Nine people were killed and 20 wounded in the blast.'],
  ['no verb of its own', 'There were nine dead and 20 wounded.'],
  ['the verb before', 'The blast killed nine people and injured 20.'],
])('dead and wounded are two counts: %s', async (_reason, text) => {
  const counts = (await told(text)).map(({ head, figures }) => `${head} ${figures.map(({ min }) => min)}`);
  expect(counts).toEqual(['kill 9', 'wound 20']);
});

it.each<[reason: string, text: string, counts: string[]]>([
  [
    'far from its verb',
    'At least nine people, including three children, were killed and 20 wounded in Selm, police said.',
    ['kill 9,3', 'wound 20'],
  ],
  [
    'what the toll was',
    'The toll in Selm rose to nine dead and 20 wounded from eight dead and 15 wounded, police said.',
    ['kill 9', 'wound 20'],
  ],
  ['some of them died', 'The strike wounded 20, nine of whom died.', ['wound 20', 'kill 9']],
  [
    'some of them died later',
    'The strike on Selm wounded 20 people, nine of whom later died, police said.',
    ['wound 20', 'kill 9'],
  ],
  [
    'never all of them, whatever hangs on what',
    'The strike on Selm wounded 20 people, nine of whom have since died, police said.',
    ['kill 9'],
  ],
  ['of whom some died', 'Twenty people were hurt in Selm, of whom nine died, police said.', ['wound 20', 'kill 9']],
  ['fatally', 'The blast in Selm injured 20 people, nine fatally, police said.', ['wound 20', 'kill 9']],
  ['killing some', 'The attack on Selm wounded 20, killing nine of them.', ['wound 20', 'kill 9']],
  [
    'of some who were found',
    'Twenty people were pulled from the rubble in Selm, nine of them dead, police said.',
    ['pull 20', 'kill 9'],
  ],
  ['how badly some are hurt', 'In Selm, 20 people were hurt, three of them seriously, police said.', ['wound 20']],
  ['… told more shortly', 'Twenty people were hurt in Selm, three seriously, police said.', ['wound 20']],
  ['who may die has not', 'Twenty people were wounded in Selm, five of whom may die, police said.', ['wound 20']],
  ['two of the dead are no other toll', 'The blast killed nine in Selm, two of whom died in bed.', ['kill 9']],
  ['who some of them were', 'The blast in Selm killed nine people, four of them children.', ['kill 9,4']],
  [
    'dead and wounded in one number',
    'More than 100 people were killed or wounded in Selm, police said.',
    ['casualti 100'],
  ],
  ['a toll of both', 'Casualties in Selm stood at 29 killed and wounded, police said.', ['casualti 29']],
  ['shot dead', 'Nine people were shot dead in Selm, police said.', ['kill 9']],
  [
    'those who shot are none',
    'Nine were shot dead and 20 hurt when two gunmen opened fire in Selm, police said.',
    ['kill 9'],
  ],
])('whom a count is of: %s', async (_reason, text, counts) => {
  const found = (await told(text)).flatMap(({ head, figures }) =>
    figures.length > 0 ? [`${head} ${figures.map(({ min }) => min)}`] : [],
  );
  expect(found).toEqual(counts);
});

it.each<[reason: string, text: string, other: string, relation: string]>([
  [
    'the dead among the wounded',
    'The strike on Selm wounded 20 people, nine of whom later died, police said.',
    'The strike on Selm killed nine people, police said.',
    'same',
  ],
  [
    'and their number',
    'The strike on Selm wounded 20 people, nine of whom later died, police said.',
    'The strike on Selm killed 20 people, police said.',
    'differs in figure',
  ],
  [
    'some of the dead',
    'Fire in Selm kills nine, including four children, police say.',
    'Fire in Selm kills four, police say.',
    'differs in figure',
  ],
  [
    'some of the wounded',
    'The blast in Selm hurt 20 people, three of them seriously, police said.',
    'The blast in Selm hurt three people, police said.',
    'differs in figure',
  ],
])('a part is not the whole: %s', async (_reason, text, other, relation) => {
  const [one, two] = [await told(text), await told(other, '2025-03-05')];
  const found = one.flatMap((a) => two.flatMap((b) => relate(a, b) ?? [])).toSorted((x, y) => y.score - x.score);
  expect(found[0]?.relation).toBe(relation);
});

it('neither killed nor wounded: nobody was either', async () => {
  const found = await told('Nine people were neither killed nor wounded in Selm, police said.');
  expect(found.map(({ stance }) => stance)).toEqual([-1, -1]);
});
