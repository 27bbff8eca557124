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

it.each([
  ['of those who lived', 'Nine people were rescued in Arica on Monday, the mayor said.', null],
  ['sentenced to death', 'Nine people were sentenced to death in Arica on Monday, the mayor said.', null],
  ['told of the dead, not counting them', 'Police identified nine of the people killed in Arica on Monday.', null],
  ['who killed', 'The man who killed nine people in Arica was arrested on Monday, the mayor said.', null],
  ['who says that somebody died', 'Nine people said the mayor of Arica had died.', null],
  ['hours, not people', 'Police said it took nine hours to count the dead of Arica.', null],
  ['lives as they are lived', 'Nine people changed their lives in Arica, the mayor said.', null],
  ['dead and wounded in one clause', 'Nine dead, 12 wounded in the Arica blast, the mayor said.', null],
])('no count of dead: %s', async (_reason, text, head) => {
  const kinds = (await told(text)).filter((one) => one.head === 'kill' && one.figures.some(({ min }) => min === 9));
  expect(kinds[0]?.head ?? null).toBe(head);
});
