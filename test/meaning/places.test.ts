import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { candidatesOf, keyOf } from '../../src/meaning/gazetteer.ts';
import { places } from '../../src/meaning/places.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom, type Part } from '../attributions/document.ts';

/** "the words = Name (precision)"; ? for a place that is left open */
function placesIn(...parts: Part[]): string[] {
  const document = documentFrom(parts);
  return places(document, parse(document)).map(
    ({ span, name, geonames, precision }) =>
      `${slice(document.text, span)} = ${geonames === null ? '?' : name} (${precision ?? '–'})`,
  );
}

it.each<[reason: string, text: string, expected: string[]]>([
  ['a country', 'Snow fell in Norway.', ['Norway = Norway (country)']],
  ['a town beyond doubt', 'The fire was near Marseille.', ['Marseille = Marseille (city)']],
  ['far larger than its namesakes', 'She landed in London on Monday.', ['London = London (city)']],
  ['two of much the same size', 'He lives in San Jose.', ['San Jose = ? (city)']],
  ['many of one name', 'The plant in Springfield closed.', ['Springfield = ? (city)']],
  ['two countries of one name', 'He studied the history of Korea.', ['Korea = ? (country)']],
  [
    'a state after a comma',
    'The plant in Springfield, Illinois, closed.',
    ['Springfield = Springfield (city)', 'Illinois = Illinois (region)'],
  ],
  ['a shortened state', 'The plant in Portland, Ore., closed.', ['Portland = Portland (city)']],
  [
    'a country after a comma',
    'A tunnel in Valencia, Spain, flooded.',
    ['Valencia = Valencia (city)', 'Spain = Spain (country)'],
  ],
  ['not its famous namesake', 'The farm is in Paris, Texas.', ['Paris = Paris (city)', 'Texas = Texas (region)']],
  [
    'the town tells which Georgia',
    'They met in Tbilisi, Georgia.',
    ['Tbilisi = Tbilisi (city)', 'Georgia = Georgia (country)'],
  ],
  ['and so the other', 'They met in Atlanta, Georgia.', ['Atlanta = Atlanta (city)', 'Georgia = Georgia (region)']],
  ['Georgia alone is two', 'It rained in Georgia.', ['Georgia = ? (–)']],
  ['a state of that name', 'It rained in the state of Georgia.', ['Georgia = Georgia (region)']],
  [
    'among countries',
    'It rained in Armenia, Georgia and Turkey.',
    ['Armenia = Armenia (country)', 'Georgia = Georgia (country)', 'Turkey = Turkey (country)'],
  ],
  [
    'among states',
    'It rained in Alabama, Georgia and Florida.',
    ['Alabama = Alabama (region)', 'Georgia = Georgia (region)', 'Florida = Florida (region)'],
  ],
  ['a region, not its town', 'Troops are stationed in the Kursk region.', ['Kursk region = Kursk Oblast (region)']],
  ['an oblast', 'Shelling hit the Kursk oblast.', ['Kursk oblast = Kursk Oblast (region)']],
  ['a province', 'Fighting went on in Donetsk province.', ['Donetsk province = Donetsk (region)']],
  ['a region of no town', 'A dam broke in Hubei province.', ['Hubei province = Hubei (region)']],
  ['a state, not the capital', 'The ferry sank off Washington state.', ['Washington state = Washington (region)']],
  ['the town itself', 'The bridge is in the city of Kursk.', ['Kursk = Kursk (city)']],
  ['an older name, its region', 'The road runs through Kyiv region.', ['Kyiv region = Kyiv Oblast (region)']],
  ['a side of a country', 'Rain fell in eastern Ukraine.', ['Ukraine = Ukraine (country)']],
  ['the strip, not its town', 'Rain fell in northern Gaza.', ['Gaza = Gaza Strip (region)']],
  ['its town', 'Rain fell in Gaza City.', ['Gaza City = Gaza (city)']],
  ['U.S.', 'Cars are cheaper in the U.S.', ['U.S. = United States (country)']],
  ['US', 'Cars are cheaper in the US now.', ['US = United States (country)']],
  ['a small us is no country', 'They told us about it.', []],
  ['the United States', 'Cars are cheaper in the United States.', ['United States = United States (country)']],
  ['Britain', 'Cars are dearer in Britain.', ['Britain = United Kingdom (country)']],
  ['the UK', 'Cars are dearer in the UK.', ['UK = United Kingdom (country)']],
  ['the longer name: South Korea', 'Cars are made in South Korea.', ['South Korea = South Korea (country)']],
  [
    'the longer name: New South Wales',
    'Fires burned across New South Wales.',
    ['New South Wales = New South Wales (region)'],
  ],
  [
    'a town with Saint cut short',
    'The ship docked in St. Petersburg, Russia.',
    ['St. Petersburg = Saint Petersburg (city)', 'Russia = Russia (country)'],
  ],
  ['an older spelling', 'Trams stopped in Kiev.', ['Kiev = Kyiv (city)']],
  ['part of a hyphened word', 'The Lisbon-based firm closed.', ['Lisbon = Lisbon (city)']],
  ['a person: first name', 'Jordan Spieth and Paris Hilton went home.', []],
  ['a person: last name', 'George Washington and Florence Lee went home.', []],
  ['a surname again', 'Hillary Clinton went home. Aides of Clinton went, too.', []],
  ['a surname that speaks', 'Madison said he would go.', []],
  ['a paper', 'The New York Times and The Washington Post had it first.', []],
  ['a school', 'She teaches at the University of Kansas.', []],
  ['a bank', 'The Bank of England raised its rate.', []],
  ['a word for a people is no place', 'Ukrainian and Canadian engineers built it.', []],
  ['an adjective for a people', 'A group of U.S. citizens went home.', []],
  ['money', 'It cost US$ 40 and later 50 US dollars.', []],
  ['a word of English', 'Reading is fun. Nice try, said Most.', []],
  [
    'which is a town after in',
    'Trains stopped in Reading, England.',
    ['Reading = Reading (city)', 'England = England (region)'],
  ],
  ['a government that speaks', 'Pyongyang has officially denied it.', []],
  ['a country that acts', 'North Korea has supplied Russia with artillery.', []],
  ['an office', 'U.S. President Ann Lee met the president of Ukraine.', []],
  ['a team', 'Chicago beat Boston on Sunday.', []],
  ['a senator is from the state', 'Sen. Ann Lee of Washington went home.', ['Washington = Washington (region)']],
  [
    'regions with one word for both',
    'Rain fell in the Kursk and Belgorod regions.',
    ['Kursk = Kursk Oblast (region)', 'Belgorod regions = Belgorod Oblast (region)'],
  ],
  ['the capital with its district', 'She lives in Washington, D.C., now.', ['Washington, D.C. = Washington (city)']],
  ['a province of one name with its town', 'Snow fell in Quebec.', ['Quebec = Quebec (region)']],
  ['a street of power', 'Snow fell on Whitehall.', []],
  ['a war in one, by another', "He framed Russia's war in Ukraine as a crusade.", ['Ukraine = Ukraine (country)']],
  ['aid to one, from another', 'He feared military assistance to Ukraine from the U.S.', []],
  ['a county is smaller than what is listed', 'He lives in Orange County.', []],
  ['a month', 'He went home in March.', []],
  ['a word that every object knows', 'He spoke in Constructor.', []],
])('places: %s', (_reason, text, expected) => {
  expect(placesIn(text)).toEqual(expected);
});

it.each<[reason: string, parts: Part[], expected: string[]]>([
  [
    'the same town again',
    ['The farm is in Paris, Texas.', 'It was the first in Paris.'],
    ['Paris = Paris (city)', 'Texas = Texas (region)', 'Paris = Paris (city)'],
  ],
  [
    'a country named elsewhere tells which',
    ['Rain fell in Valencia.', 'It was the wettest day in Venezuela.'],
    ['Valencia = Valencia (city)', 'Venezuela = Venezuela (country)'],
  ],
  [
    'so does a word for its people',
    ['Rain fell in Hyderabad.', 'Pakistani officials said it would go on.'],
    ['Hyderabad = Hyderabad (city)'],
  ],
  [
    'a small town whose country is spoken of',
    ['Ukrainian crews worked on.', 'Bakhmut was shelled again.'],
    ['Bakhmut = Bakhmut (city)'],
  ],
  [
    'a small town whose state is told',
    ['She lives in Derry, N.H., with a dog.', 'Snow fell in Derry.'],
    ['Derry = Derry (city)', 'Derry = Derry (city)'],
  ],
  [
    'the town or the region around it: open',
    ['Troops are in the Kursk region.', 'Shells fell in Kursk.'],
    ['Kursk region = Kursk Oblast (region)', 'Kursk = ? (–)'],
  ],
  [
    'a capital is itself whatever is said of its region',
    ['Trams stopped in the Kyiv region.', 'Shells fell in Kyiv.'],
    ['Kyiv region = Kyiv Oblast (region)', 'Kyiv = Kyiv (city)'],
  ],
  [
    'a small town that the gazetteer lacks is not the one abroad',
    ['She lives in Ringsted, Iowa, with a dog.', 'Snow fell in Ringsted.'],
    ['Ringsted = ? (–)', 'Iowa = Iowa (region)', 'Ringsted = ? (–)'],
  ],
  [
    'a headline in capitals of titles',
    [['headline', 'Ferry From Marseille Sinks'], 'The ferry came from Marseille before it sinks.'],
    ['Marseille = Marseille (city)', 'Marseille = Marseille (city)'],
  ],
])('places over a document: %s', (_reason, parts, expected) => {
  expect(placesIn(...parts)).toEqual(expected);
});

it('a dateline is a place, with its country', () => {
  const document = documentFrom(['VALENCIA, Spain — Rain fell.'], { dateline: [0, 15] });
  const found = places(document, parse(document));
  expect(found.map(({ span, name }) => [slice(document.text, span), name])).toEqual([
    ['VALENCIA', 'Valencia'],
    ['Spain', 'Spain'],
  ]);
});

it('a country stands at the mean of its towns, not at its capital', () => {
  const document = documentFrom(['Rain fell in Ukraine and in Kyiv.']);
  const [country, capital] = places(document, parse(document));
  expect(country!.precision).toBe('country');
  expect(Math.hypot(country!.lat! - capital!.lat!, country!.lon! - capital!.lon!)).toBeGreaterThan(0.5);
});

it('an unknown place has neither id nor point', () => {
  const document = documentFrom(['Rain fell in Springfield.']);
  expect(places(document, parse(document))).toMatchObject([
    { geonames: null, lat: null, lon: null, name: 'Springfield' },
  ]);
});

it.each(['Kyōto', 'Medellín', 'São Paulo', 'N’Djamena', 'Xi’an'])('marks on letters do not matter: %s', (name) => {
  expect(candidatesOf(keyOf(name)).length).toBeGreaterThan(0);
});

it('spans lie inside the text, in order, and do not overlap', () => {
  const words = [
    'Paris',
    'Texas',
    'in',
    'the',
    'Kursk',
    'region',
    ',',
    'Ore.',
    'Georgia',
    'and',
    'New',
    'York',
    "'s",
    '.',
    'US',
    'said',
    '-',
    '$',
    '\n\n',
    'of',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (some) => {
      const document = documentFrom(
        some
          .join(' ')
          .split(/\s*\n\n\s*/)
          .filter((part) => part.trim()),
      );
      let last = 0;
      for (const { span } of places(document, parse(document))) {
        expect(span[0]).toBeGreaterThanOrEqual(last);
        expect(span[1]).toBeGreaterThan(span[0]);
        last = span[1];
      }
      expect(last).toBeLessThanOrEqual(document.text.length);
    }),
    { numRuns: 200 },
  );
});
