import { expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { readDocument } from '../../src/read.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

/** "at least 10,000 [10000, –] troops" for each figure */
async function figures(text: string): Promise<string[]> {
  const reading = await readDocument(documentFrom([text]), fastModel());
  return reading.figures.map(
    ({ span, min, max, of, unit }) =>
      `${slice(text, span)} [${min ?? '–'}, ${max ?? '–'}] ${of ? slice(text, of) : ''}${unit ? `(${unit})` : ''}`,
  );
}

it.each<[reason: string, text: string, expected: string[]]>([
  ['a least', 'At least 10,000 North Korean troops came.', ['At least 10,000 [10000, –] North Korean troops']],
  ['more than', 'More than 40 houses burned.', ['More than 40 [40, –] houses']],
  ['a most', 'Up to 2,000 soldiers could follow.', ['Up to 2,000 [–, 2000] soldiers']],
  ['nearly', 'Nearly 300 people fled.', ['Nearly 300 [–, 300] people']],
  ['about keeps its word and bounds nothing', 'About 12,000 soldiers came.', ['About 12,000 [12000, 12000] soldiers']],
  ['behind the number', 'They counted 50 or more ships.', ['50 or more [50, –] ships']],
  ['between', 'Between 10 and 20 ships sank.', ['Between 10 and 20 [10, 20] ships']],
  ['a range with one scale', 'It cost 10 to 12 million euros.', ['10 to 12 million euros [10000000, 12000000] (EUR)']],
  ['a vague word', 'Dozens of soldiers were hurt.', ['Dozens [24, –] soldiers']],
  ['words', 'Twenty-five ships sank.', ['Twenty-five [25, 25] ships']],
  ['percent', 'Prices rose 3.5 percent.', ['3.5 percent [3.5, 3.5] (%)']],
  ['money', 'It paid $2.5 million.', ['$2.5 million [2500000, 2500000] (USD)']],
  ['a year is no count', 'It began in 2014.', []],
  ['a date is no count', 'It began on Nov. 21.', []],
  ['a war is no count', 'He fears World War III.', []],
  ['a word that every object knows is no number', 'The constructor hired workers.', []],
  ['a time span is a time', 'It lasted three days.', []],
])('figure: %s', async (_reason, text, expected) => {
  expect(await figures(text)).toEqual(expected);
});

/** "the whole / what about" for each unknown */
async function unknowns(text: string): Promise<string[]> {
  const reading = await readDocument(documentFrom([text]), fastModel());
  return reading.unknowns.map(({ span, about }) => `${slice(text, span)} / ${about ? slice(text, about) : ''}`);
}

it.each<[reason: string, text: string, expected: string[]]>([
  ['not disclosed', 'His rank has not been disclosed.', ['His rank has not been disclosed / His rank']],
  [
    'only its own clause',
    'His rank has not been disclosed, but the war goes on.',
    ['His rank has not been disclosed / His rank'],
  ],
  ['unclear', 'The cause remains unclear.', ['The cause remains unclear / The cause']],
  [
    'a question left open',
    'It is unclear whether the bridge fell.',
    ['It is unclear whether the bridge fell / whether the bridge fell'],
  ],
  [
    'not verified',
    'The claim could not be independently verified.',
    ['The claim could not be independently verified / The claim'],
  ],
  ['no answer', 'The ministry did not respond.', ['The ministry did not respond / ']],
  ['declined', 'The ministry declined to comment.', ['The ministry declined to comment / ']],
  ['an adjective before a noun is no statement', 'An unknown man crossed the bridge.', []],
  ['known', 'The cause was disclosed on Friday.', []],
])('unknown: %s', async (_reason, text, expected) => {
  expect(await unknowns(text)).toEqual(expected);
});

it('an unknown is not told again in the document’s own voice', async () => {
  const { attributions } = await readDocument(documentFrom(['His rank has not been disclosed.']), fastModel());
  expect(attributions).toEqual([]);
});

it('named sources become entities with their mentions; pronouns do not', async () => {
  const text = 'Hong Min said the bridge fell. Hong Min said it was old. He said no more would come.';
  const { entities, attributions } = await readDocument(documentFrom([text]), fastModel());
  expect(entities.map(({ name, kind, mentions }) => [name, kind, mentions.length])).toEqual([
    ['Hong Min', 'person', 2],
  ]);
  expect(attributions.map(({ chain }) => chain[0]?.source)).toEqual([entities[0]?.id, entities[0]?.id, null]);
});
