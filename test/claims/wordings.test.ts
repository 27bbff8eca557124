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
  [
    'what is shot down',
    [
      'Orlo downed the drone over Selm.',
      'The drone was shot down over Selm by Orlo.',
      'Orlo shot down the drone over Selm.',
    ],
  ],
  ['two who meet', ['Ruiz met Torv in Selm on Monday.', 'Torv met Ruiz in Selm on Monday.']],
  ['whoever pulls out', ['Orlo withdrew from Selm on Monday.', 'Orlo pulled out of Selm on Monday.']],
  [
    'who pulls them back',
    ['Orlo withdrew its troops from Selm on Monday.', 'Orlo pulled its troops back from Selm on Monday.'],
  ],
  ['what breaks out', ['Fighting erupted in Selm on Monday.', 'Fighting broke out in Selm on Monday.']],
  ['what is put off', ['The council delayed the vote on the port.', 'The council put off the vote on the port.']],
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
  ['who strikes whom', 'Orlo struck Selmia on Monday.', 'Selmia struck Orlo on Monday.'],
  ['who launches it', 'Orlo launched a strike on Selmia on Monday.', 'Selmia launched a strike on Orlo on Monday.'],
  [
    'a strike of workers',
    'The union staged a strike in the port of Selm.',
    'Orlo carried out a strike on the port of Selm.',
  ],
  ['who gives up smoking', 'Mayor Ana Torv gave up smoking.', 'Mayor Ana Torv surrendered.'],
  ['a seat', 'Mayor Ana Torv gave up her seat to Ruiz.', 'Mayor Ana Torv surrendered to Ruiz.'],
  ['savings', 'Mayor Ana Torv fell back on her savings in Selm.', 'Mayor Ana Torv retreated in Selm.'],
  ['prices', 'Orlo brought down inflation in Selm.', 'Orlo shot down a plane in Selm.'],
  ['all the stops', 'Orlo pulled out all the stops in Selm.', 'Orlo withdrew from Selm.'],
  ['who is put off', 'The stench put off visitors to Selm.', 'The visitors to Selm were delayed.'],
  ['who goes off', 'Ana Torv went off to Selm.', 'Ana Torv exploded in Selm.'],
  ['who is stood down', 'Ana Torv stood down the reserves in Selm.', 'Ana Torv resigned in Selm.'],
  ['a figure', 'The ministry rounded up the figure for Selm.', 'The ministry arrested the figure for Selm.'],
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
