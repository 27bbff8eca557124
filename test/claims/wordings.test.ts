import { expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { linksOf } from '../../src/claims/links.ts';
import { readDocument } from '../../src/read.ts';
import { documentFrom } from '../attributions/document.ts';

/** What reports of one day, one sentence each, come to: the words of each claim's members, and of its headline. */
async function claimsOf(sentences: readonly string[]) {
  const readings = sentences.map((sentence, i) =>
    readDocument(
      {
        ...documentFrom([sentence]),
        outlet: `Paper ${i}`,
        url: `https://paper${i}.example/1`,
        published: '2025-03-10',
      },
      fastModel(),
    ),
  );
  const links = linksOf(await Promise.all(readings));
  const text = (id: string): string => links.readings.get(links.assertions.get(id)!.document)!.document.text;
  return links.claims.map(({ members, headline }) => ({
    members: new Set(members.map(text)),
    headline: text(headline),
  }));
}

it.each<[reason: string, sentences: string[]]>([
  [
    'a resignation, whatever one does with it',
    [
      'Mayor Ana Torv has resigned.',
      'Mayor Ana Torv handed in her resignation on Monday.',
      'Mayor Ana Torv tendered her resignation to the council.',
      'Mayor Ana Torv submitted her resignation.',
      'Mayor Ana Torv stepped down on Monday.',
      'Mayor Ana Torv quit on Monday.',
    ],
  ],
  [
    'an attack that is carried out or launched',
    [
      'Orlo struck the port of Selm.',
      'Orlo carried out an attack on the port of Selm.',
      'Orlo carried out a strike on the port of Selm.',
      'Orlo launched an attack on the port of Selm on Monday.',
    ],
  ],
  [
    'a test that is conducted',
    [
      'Orlo tested a missile on Monday.',
      'Orlo conducted a missile test on Monday.',
      'Orlo carried out a test of a missile.',
    ],
  ],
  [
    'what is called off',
    ['The council cancelled the vote on the port.', 'The council called off the vote on the port.'],
  ],
])('one claim: %s', async (_reason, sentences) => {
  const claims = await claimsOf(sentences);
  expect(claims.map(({ members }) => [...members].sort())).toContainEqual([...sentences].sort());
});

it.each<[reason: string, one: string, other: string]>([
  [
    'a submitted plan is no resignation',
    'Mayor Ana Torv submitted a plan.',
    'Mayor Ana Torv submitted her resignation.',
  ],
  ['what is launched but no deed', 'Orlo launched a website on Monday.', 'Orlo launched an attack on Monday.'],
  ['a step down the stairs', 'Mayor Ana Torv stepped into the street.', 'Mayor Ana Torv stepped down on Monday.'],
])('two things: %s', async (_reason, one, other) => {
  expect(await claimsOf([one, other])).toEqual([]);
});

it('a claim is named after the figure that most reports give', async () => {
  const [claim] = await claimsOf([
    'At least 14 people, most of them dockers, were killed on Monday in the blast at the port of Selm, the mayor said.',
    'Nine people were killed in the blast at the port of Selm.',
    'The blast at the port of Selm killed nine people.',
  ]);
  expect(claim!.members.size).toBe(3);
  expect(claim!.headline).toMatch(/nine/i);
});
