import { expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { readDocument } from '../../src/read.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

/** "at least 10,000 [10000, –] troops" for each figure */
async function figures(text: string): Promise<string[]> {
  const reading = await readDocument(documentFrom([text]), fastModel());
  return reading.figures.map(
    ({ span, min, max, of, unit, approximate }) =>
      `${slice(text, span)} [${min ?? '–'}, ${max ?? '–'}] ${of ? slice(text, of) : ''}${unit ? `(${unit})` : ''}${approximate ? ' ~' : ''}`,
  );
}

it.each<[reason: string, text: string, expected: string[]]>([
  ['a least', 'At least 10,000 North Korean troops came.', ['At least 10,000 [10000, –] North Korean troops']],
  ['over', 'It burned over 40 houses.', ['over 40 [40, –] houses']],
  ['took over', 'The firm took over two mines.', ['two [2, 2] mines']],
  ['handed over', 'The rebels handed over 12 prisoners.', ['12 [12, 12] prisoners']],
  ['took as many', 'The army took over 100 prisoners.', ['over 100 [100, –] prisoners']],
  ['flew as many', 'The unit flew over 100 missions.', ['over 100 [100, –] missions']],
  ['took so much', 'Repairs will take over $2 million.', ['over $2 million [2000000, –] (USD)']],
  ['more than', 'More than 40 houses burned.', ['More than 40 [40, –] houses']],
  ['a most', 'Up to 2,000 soldiers could follow.', ['Up to 2,000 [–, 2000] soldiers']],
  ['nearly', 'Nearly 300 people fled.', ['Nearly 300 [–, 300] people ~']],
  [
    'about keeps its word and bounds nothing',
    'About 12,000 soldiers came.',
    ['About 12,000 [12000, 12000] soldiers ~'],
  ],
  ['behind the number', 'They counted 50 or more ships.', ['50 or more [50, –] ships']],
  ['between', 'Between 10 and 20 ships sank.', ['Between 10 and 20 [10, 20] ships']],
  ['a range with one scale', 'It cost 10 to 12 million euros.', ['10 to 12 million euros [10000000, 12000000] (EUR)']],
  ['a vague word', 'Dozens of soldiers were hurt.', ['Dozens [24, –] soldiers ~']],
  ['words', 'Twenty-five ships sank.', ['Twenty-five [25, 25] ships']],
  ['percent', 'Prices rose 3.5 percent.', ['3.5 percent [3.5, 3.5] (%)']],
  ['money', 'It paid $2.5 million.', ['$2.5 million [2500000, 2500000] (USD)']],
  ['some', 'Some 200 people fled.', ['Some 200 [200, 200] people ~']],
  ['a headline counts nobody behind its comma', 'Blast kills at least 14, officials say', ['at least 14 [14, –] ']],
  ['nor does a speaker stand among them', 'Nine dead, police said.', ['Nine [9, 9] ']],
  ['who some of them are', 'It hurt nine men, four of them sailors.', ['nine [9, 9] men', 'four [4, 4] sailors']],
  ['how some of them were hurt', 'It hurt nine men, four fatally, police said.', ['nine [9, 9] men', 'four [4, 4] ']],
  ['no thought is counted', 'At least nine thought killed in Selm fire', ['At least nine [9, –] ']],
  ['a comma between words for one thing', 'It sank 12 old, rusty ships.', ['12 [12, 12] old, rusty ships']],
  ['a number and odd', 'It holds 200-odd ships.', ['200-odd [200, 200] ships ~']],
  ['two vague words', 'Tens of thousands of people fled.', ['Tens of thousands [20000, –] people ~']],
  ['several hundred', 'Several hundred people fled.', ['Several hundred [200, –] people ~']],
  ['a vague sum', 'It paid billions of dollars.', ['billions of dollars [2000000000, –] (USD) ~']],
  ['half a million', 'Half a million people fled.', ['Half a million [500000, 500000] people']],
  ['a short scale', 'It paid US$ 7.2 bn.', ['US$ 7.2 bn [7200000000, 7200000000] (USD)']],
  ['a glued scale', 'It paid $43m.', ['$43m [43000000, 43000000] (USD)']],
  ['a currency code', 'It cost EUR 5 billion.', ['EUR 5 billion [5000000000, 5000000000] (EUR)']],
  ['another dollar', 'It paid C$2 million.', ['C$2 million [2000000, 2000000] (CAD)']],
  ['an article is no currency', 'It is a $5 note.', ['$5 [5, 5] (USD)']],
  ['a dollar range', 'It cost $10-12 million.', ['$10-12 million [10000000, 12000000] (USD)']],
  [
    'between sums',
    'It cost between $12 million and $20 million.',
    ['between $12 million and $20 million [12000000, 20000000] (USD)'],
  ],
  ['a change is no range', 'It rose from $5 to $7.', ['$5 [5, 5] (USD)', '$7 [7, 7] (USD)']],
  ['pesos are of several countries', 'It cost 500 pesos.', ['500 pesos [500, 500] (pesos)']],
  ['pounds of weight', 'They ate 500 pounds of flour.', ['500 pounds [500, 500] flour(lb)']],
  ['per cent', 'Sales fell 3 per cent.', ['3 per cent [3, 3] (%)']],
  ['basis points', 'Rates rose 25 basis points.', ['25 basis points [25, 25] (basis points)']],
  ['a glued unit', 'He has a 17-point lead.', ['17-point [17, 17] (points)']],
  [
    'a range with a unit of two words',
    'It can fly 3,500 to 8,500 nautical miles.',
    ['3,500 to 8,500 nautical miles [3500, 8500] (nautical miles)'],
  ],
  ['a mixed fraction', 'It ran 1 1/2 miles.', ['1 1/2 miles [1.5, 1.5] (miles)']],
  ['a third', 'One-third of the ships sank.', ['One-third [0.3333, 0.3333] ships(share)']],
  ['a quarter', 'A quarter of the crew fled.', ['A quarter [0.25, 0.25] crew(share)']],
  ['half', 'About half of the crew fled.', ['About half [0.5, 0.5] crew(share) ~']],
  ['below zero', 'It fell to -36 points.', ['-36 points [-36, -36] (points)']],
  ['the level of an index', 'The index closed at 8,212.41.', ['8,212.41 [8212.41, 8212.41] ']],
  ['marines are no March', 'Ten marines died.', ['Ten [10, 10] marines']],
  ['an ordinal is no count', 'The third ship came third.', []],
  ['a quarter of the year', 'It won the third quarter.', []],
  ['an age', 'Kim, 51, will lead.', []],
  ['a flight', 'Flight 447 crashed.', []],
  ['a model', 'It bought Boeing 787 jets.', []],
  ['the name of an index', 'The FTSE 100 fell.', []],
  ['a score', 'They won 3-1.', []],
  ['years', 'It was built in 2008-2009.', []],
  ['a year before a noun', 'The 2008 elections failed.', []],
  ['a span in one word', 'It signed a 5-year deal.', []],
  ['a year is no count', 'It began in 2014.', []],
  ['a date is no count', 'It began on Nov. 21.', []],
  ['a war is no count', 'He fears World War III.', []],
  ['a pier is no count, whatever follows', 'Fragments were recovered from Pier 4 on Tuesday.', []],
  ['a word that every object knows is no number', 'The constructor hired workers.', []],
  ['a time span is a time', 'It lasted three days.', []],
])('figure: %s', async (_reason, text, expected) => {
  expect(await figures(text)).toEqual(expected);
});

/** "kind / who" for each unknown */
async function silences(text: string): Promise<string[]> {
  const reading = await readDocument(documentFrom([text]), fastModel());
  return reading.unknowns.map(({ kind, who }) => `${kind} / ${who ? slice(text, who) : ''}`);
}

it.each<[reason: string, text: string, expected: string[]]>([
  ['declined to comment', 'The ministry declined to comment.', ['no comment / The ministry']],
  ['a shared subject', 'Kim read the letter and declined to comment.', ['no comment / Kim']],
  ['who is a name before it', 'The mayor, who declined to comment, left.', ['no comment / The mayor']],
  ['to be a hero is no answer', 'Kim refused to be a hero.', []],
  ['people who are not certain', 'They are not certain of it.', []],
  ['had none', 'The ministry had no comment.', ['no comment / The ministry']],
  ['neither side', 'Neither side commented.', ['no comment / Neither side']],
  ['no answer', 'The army did not respond to a request for comment.', ['no response / The army']],
  ['calls', 'The company did not return calls.', ['no response / The company']],
  ['not reached', 'The mayor could not be reached for comment.', ['no response / The mayor']],
  ['from whom', 'There was no immediate response from the ministry.', ['no response / the ministry']],
  ['would not say', 'A spokesman would not say how many soldiers died.', ['undisclosed / A spokesman']],
  ['declined to name', 'Officials declined to identify the man.', ['undisclosed / Officials']],
  ['by whom', 'Names have not been disclosed by the ministry.', ['undisclosed / the ministry']],
  ['by nobody', 'Names have not been disclosed.', ['undisclosed / ']],
  ['not verified', 'The report could not be independently verified.', ['unconfirmed / ']],
  ['by one who tried: nobody is silent', 'It could not be verified by the Wexley Courier.', ['unconfirmed / ']],
  ['by one who tried, and says so first', 'The Wexley Courier could not verify it.', ['unconfirmed / ']],
  ['not confirmed', 'The toll has not been confirmed.', ['unconfirmed / ']],
  ['unclear', 'The cause remains unclear.', ['unclear / ']],
  ['not known', 'The cause is not known.', ['unknown / ']],
  ['what was not said is no silence', 'The mayor did not say he would go.', []],
])('silence: %s', async (_reason, text, expected) => {
  expect(await silences(text)).toEqual(expected);
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
  [
    'not verified by one who tried',
    'The Harbour Post could not independently verify the report.',
    ['The Harbour Post could not independently verify the report / the report'],
  ],
  [
    'tried in other words',
    'The paper was unable to immediately verify the claims.',
    ['The paper was unable to immediately verify the claims / the claims'],
  ],
  ['verified', 'The Harbour Post could verify the report.', []],
  [
    'a question whose verb the tree has elsewhere',
    'A spokesman would not say how many soldiers died.',
    ['A spokesman would not say how many soldiers died / how many soldiers died'],
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

it('a source is one entity across its mentions, pronouns with them', async () => {
  const text = 'Hong Min said the bridge fell. Hong Min said it was old. He said no more would come.';
  const { entities, attributions } = await readDocument(documentFrom([text]), fastModel());
  expect(entities.map(({ name, kind, mentions }) => [name, kind, mentions.length])).toEqual([
    ['Hong Min', 'person', 3],
  ]);
  expect(attributions.map(({ chain }) => [chain[0]?.name, chain[0]?.source])).toEqual(
    Array(3).fill(['Hong Min', entities[0]?.id]),
  );
});
