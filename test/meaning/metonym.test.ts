import { expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { governmentOf, standsForGovernment } from '../../src/meaning/metonym.ts';
import { documentFrom } from '../attributions/document.ts';

/** Does the name between brackets stand for a government? "[Moscow] denied it." */
function isGovernment(marked: string): boolean {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const parsed = parse(documentFrom([marked.replace(/[[\]]/g, '')]));
  const first = parsed.words.findIndex((word) => word.start >= start);
  const last = parsed.words.findIndex((word) => word.start >= end);
  return standsForGovernment(parsed, first, last < 0 ? parsed.words.length : last);
}

it.each<[reason: string, text: string]>([
  ['it denies', '[Pyongyang] has officially denied deploying its soldiers.'],
  ['it says', '[Seoul] said the drills would go on.'],
  ['it thinks', '[Washington] believes the drills will go on.'],
  ['it acts', '[Moscow] has sent envoys to the talks.'],
  ['a country claims', '[South Korea] has claimed otherwise.'],
  ['a country supplies', '[North Korea] has supplied the army with shells.'],
  ['after the verb', 'The drills will go on, [Tokyo] said.'],
  ['a house', '[The Kremlin] rejected the offer.'],
  ['another', '[The White House] declined to comment.'],
  ['a ministry', '[The Pentagon] confirmed the strike.'],
  ['a street', '[Downing Street] insisted that nothing had changed.'],
  ['who does it', 'The plan was rejected by [Beijing].'],
  ['who is told', 'Officials told [Seoul] about the drills.'],
  ['who is accused', 'The minister accused [Tehran] of lying.'],
  ['who is urged, passively', '[Minsk] was urged to free them.'],
  ['its war', "The shells feed [Moscow]'s war effort."],
  ['its support', "He relies on [Pyongyang]'s support."],
  ['its decision', "[Ankara]'s decision came late."],
  ['its refusal', "[London]'s stubborn refusal angered them."],
  ['its officials', '[Kyiv] officials said the road was open.'],
  ['between two', 'Relations between [Washington] and Beijing are tense.'],
  ['the second of two', 'Talks between Washington and [Beijing] failed.'],
  ['the second of two that say', 'Paris and [Berlin] said they would pay.'],
  ['with it', 'The general signed a deal with [Tehran].'],
  ['according to it', 'The road is open, according to [Kyiv].'],
  ['aid to it', 'The ships brought aid to [Kyiv].'],
  ['sanctions on it', 'They agreed on sanctions against [Moscow].'],
  ['an ally of it', 'He called the island an ally of [Beijing].'],
  ['who is ready', '[Moscow] is ready for talks.'],
])('a government: %s', (_reason, text) => {
  expect(isGovernment(text)).toBe(true);
});

it.each<[reason: string, text: string]>([
  ['in it', 'He lives in [Moscow].'],
  ['from it', 'The train from [Seoul] was late.'],
  ['arrived in', 'The envoy arrived in [Beijing] on Monday.'],
  ['near its border', "They fought near [Ukraine]'s border."],
  ['snow on it', 'Snow fell on [Moscow].'],
  ['its streets', "[Moscow]'s streets were empty."],
  ['its people', '[Moscow] residents stayed at home.'],
  ['its population', "[Seoul]'s population shrank."],
  ['said to be a city', '[Pyongyang], the capital, is quiet at night.'],
  ['what it is', '[Kyiv] is a city on the Dnieper.'],
  ['it grows', '[Tokyo] grew by a tenth.'],
  ['what is done to a town', '[Kyiv] was shelled overnight.'],
  ['flights between', 'Flights between [London] and Paris were late.'],
  ['a trip to it', 'He took a train to [Warsaw].'],
  ['left for it', 'He left for [Warsaw].'],
  ['an attack on it', 'The attack on [Kyiv] lasted an hour.'],
  ['a border with it', 'The border with [Russia] is closed.'],
  ['a war in it', 'He framed the war in [Ukraine] as a crusade.'],
  ['inside a house', 'They met in [the Kremlin].'],
  ['its other town', "[Russia]'s Kursk region was quiet."],
  ['a town that governs nobody', '[Marseille] said it would pay.'],
])('a place: %s', (_reason, text) => {
  expect(isGovernment(text)).toBe(false);
});

it.each<[name: string, code: string | null]>([
  ['Pyongyang', 'KP'],
  ['North Korea', 'KP'],
  ['Washington', 'US'],
  ['the White House', 'US'],
  ['The White House', 'US'],
  ['US', 'US'],
  ['the Pentagon', 'US'],
  ['the Kremlin', 'RU'],
  ["the Kremlin's", 'RU'],
  ['Brussels', 'EU'],
  ['EU', 'EU'],
  ['Downing Street', 'GB'],
  ['Whitehall', 'GB'],
  ['the Élysée', 'FR'],
  ['Zhongnanhai', 'CN'],
  ['the Blue House', 'KR'],
  ['the North', null],
  ['Georgia', null],
  ['Congo', null],
  ['Victoria', null],
  ['Marseille', null],
  ['constructor', null],
])('the government that %s stands for is %s', (name, code) => {
  expect(governmentOf(name)).toBe(code);
});
