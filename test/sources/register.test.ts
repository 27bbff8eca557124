import { expect, it } from 'vitest';
import { registered, stateMedia } from '../../src/sources/register.ts';
import { wordList } from '../../src/text/word-list.ts';

const rows = wordList('register');

it.each([
  ['a state', 'Russia', 'Q159', null],
  ['a state by another name', 'U.S.', 'Q30', null],
  ['a capital stands for its state', 'Pyongyang', 'Q18808', 'Q423'],
  ['with an article before it', 'the United States', 'Q30', null],
  ['at the start of a sentence', 'The Kremlin', 'Q133274', 'Q159'],
  ['a building for the ministry in it', 'the Pentagon', 'Q11209', 'Q30'],
  ['a body by its letters', 'UNHCR', 'Q132551', 'Q1065'],
  ['a person by the usual name', 'Volodymyr Zelensky', 'Q3874799', null],
  ['a person by a name that nobody shares', 'Putin', 'Q7747', null],
  ['without the marks on its letters', 'Recep Tayyip Erdogan', 'Q39259', null],
  ['an agency by its letters', 'AFP', 'Q40464', null],
  ['a paper with an article of its own', 'The Guardian', 'Q11148', null],
  ['a paper whose article is left out', 'Guardian', 'Q11148', null],
  ['a paper and the town it is of', 'The Times of London', 'Q50008', null],
])('knows %s', (_reason, name, wikidata, standsFor) => {
  expect(registered(name)).toMatchObject({ wikidata, standsFor });
});

it.each([
  ['two states are called so', 'Congo'],
  ['two states are called so in short', 'Korea'],
  ['a state of the Caucasus, and one of America', 'Georgia'],
  ['a paper of London, and one of New York', 'the Times'],
  ['father and son', 'Assad'],
  ['a title is no name', 'the president'],
  ['names are told by their capitals', 'pentagon'],
  ['part of a name', 'Wall Street'],
  ['no name', ''],
  ['what every object has', 'constructor'],
])('knows nobody: %s', (_reason, name) => {
  expect(registered(name)).toBeNull();
});

it('gives the whole row', () => {
  expect(registered('the State Department')).toEqual({
    wikidata: 'Q789915',
    name: 'United States Department of State',
    kind: 'government',
    country: 'US',
    standsFor: 'Q30',
  });
});

it('has one row for each item, with a number and a kind', () => {
  const items = rows.map(([wikidata]) => wikidata!);
  expect(items.filter((item) => !/^Q[1-9]\d*$/.test(item))).toEqual([]);
  expect(items.filter((item, i) => items.indexOf(item) !== i)).toEqual([]);
  const kinds = ['person', 'office', 'government', 'organisation', 'outlet', 'agency', 'document'];
  expect(rows.filter(([, , kind]) => !kinds.includes(kind!))).toEqual([]);
  expect(rows.filter(({ length }) => length !== 6)).toEqual([]);
});

it('has a country by two letters, and whom one stands for as a row', () => {
  const items = new Set(rows.map(([wikidata]) => wikidata));
  expect(rows.filter(([, , , country]) => !/^(?:[A-Z]{2}|-)$/.test(country!))).toEqual([]);
  expect(rows.filter(([, , , , , standsFor]) => standsFor !== '-' && !items.has(standsFor))).toEqual([]);
});

it('has each other name once in a row, and none that is empty', () => {
  for (const [, name, , , others] of rows) {
    const names = [name!, ...(others === '-' ? [] : others!.split('|'))];
    expect(names.filter((each, i) => !each.trim() || names.indexOf(each) !== i)).toEqual([]);
  }
});

it('knows each row by its name, where no other has it', () => {
  const unknown = rows.filter(([wikidata, name]) => registered(name!)?.wikidata !== wikidata);
  expect(unknown.map(([, name]) => name)).toEqual(['Georgia', 'The Times']);
});

it.each([
  ['controlled', 'TASS', { country: 'Russia', class: 'state-controlled' }],
  [
    'by another name of the same item',
    'RFE/RL',
    { country: 'United States of America', class: 'independent, state funded and managed' },
  ],
  ['by its editions', 'Xinhua', { country: 'China', class: 'state-controlled' }],
  ['by its editions, under another name', 'Russia Today', { country: 'Russia', class: 'state-controlled' }],
  ['by one edition it is not told', 'Radio Taiwan', null],
  ['with a question mark it is not told', 'Svoboda', null],
  ['a country of two words', 'KCNA', { country: 'North Korea', class: 'state-controlled' }],
  [
    'funded and managed, and independent',
    'RTBF',
    { country: 'Belgium', class: 'independent, state funded and managed' },
  ],
  ['managed', 'ARTE France', { country: 'France', class: 'independent, state managed' }],
  ['captured', '24TV', { country: 'Turkey', class: 'captured private' }],
  ['tied to no state', 'Reuters', null],
  ['not listed', 'The Harbour Post', null],
])('tells the state behind an outlet: %s', (_reason, name, expected) => {
  expect(stateMedia(name)).toEqual(expected);
});
