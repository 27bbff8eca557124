import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Reading, readDocument } from '../src/read.ts';
import { slice, words } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';

const file = join(process.env.HEARSAY_SHARED ?? '../shared', 'data', 'reference', 'report.txt');

/** The reference report is not ours to ship: these are passed over where it is not beside the project. */
describe.skipIf(!existsSync(file))('the reference report', () => {
  let reading: Reading;
  let undated: Reading;
  beforeAll(async () => {
    const document = plainDocument('reference', readFileSync(file, 'utf8'));
    undated = await readDocument(document);
    reading = await readDocument({ ...document, published: '2024-11-22' });
  });

  it.each<[content: string, chain: string[], polarity: string, certainty: string]>([
    ['A high-ranking North Korean general', ['Western officials', 'The Wall Street Journal'], 'affirms', 'certain'],
    ['at least 10,000 North Korean troops', ['multiple reports'], 'affirms', 'certain'],
    ['The country has supplied Russia', ['the Financial Times'], 'affirms', 'certain'],
    ['this cooperation is part of a broader', ['Analysts'], 'affirms', 'probable'],
    ['that this development will likely escalate', ['Western allies'], 'affirms', 'probable'],
    ['the war in Ukraine as a global conflict', ['Kim Jong Un'], 'affirms', 'certain'],
    ['the United States and its allies', ['Kim Jong Un', 'state media'], 'affirms', 'certain'],
    ['that ongoing military assistance', ['Kim Jong Un'], 'affirms', 'possible'],
    ['"Washington\'s continuing military', ['Kim Jong Un'], 'affirms', 'certain'],
    ['deploying its soldiers', ['Pyongyang'], 'denies', 'certain'],
    ['otherwise', ['South Korea'], 'affirms', 'certain'],
    ['that North Korean troops have already', ['South Korea'], 'affirms', 'certain'],
    ["Kim's motivations include", ['Experts'], 'affirms', 'probable'],
    ['"Kim is likely keeping in mind', ['Hong Min'], 'affirms', 'probable'],
  ])('%s …', (content, chain, polarity, certainty) => {
    const { document, attributions } = reading;
    const found = attributions.find((a) => words(document.text, a.content).startsWith(content));
    expect(found?.chain.slice(0, -1).map(({ name }) => name)).toEqual(chain);
    expect([found?.polarity, found?.certainty]).toEqual([polarity, certainty]);
  });

  test('both unknowns, each of its kind', () => {
    expect(reading.unknowns.map(({ about, kind }) => [about && slice(reading.document.text, about), kind])).toEqual([
      ['The identity and rank of the injured general', 'undisclosed'],
      ['specific details about the injured North Korean general', 'unclear'],
    ]);
  });

  test('both bounds, and who gives them', () => {
    const { figures, attributions } = reading;
    expect(figures.map(({ min, max }) => [min, max])).toEqual([
      [10_000, null],
      [10, null],
    ]);
    const givers = figures.map(({ attribution }) => attributions.find(({ id }) => id === attribution)?.chain[0]?.name);
    expect(givers).toEqual(['multiple reports', 'reference']);
  });

  test('Wednesday is a day where the report has a date, and is left open where it has none', () => {
    expect(reading.times.map(({ type, value }) => [type, value])).toEqual([['DATE', '2024-11-20']]);
    expect(undated.times.map(({ type, value }) => [type, value])).toEqual([['DATE', null]]);
  });

  test('a government is one source by its name and by its capital', () => {
    const { document, entities } = reading;
    const called = (wikidata: string) => {
      const entity = entities.find((e) => e.wikidata === wikidata);
      return new Set(entity?.mentions.map((span) => slice(document.text, span)));
    };
    for (const name of ['North Korea', 'Pyongyang']) expect(called('Q423')).toContain(name);
    for (const name of ['Russia', 'Moscow']) expect(called('Q159')).toContain(name);
    for (const name of ['United States', 'Washington']) expect(called('Q30')).toContain(name);
  });

  test('the Kursk region is the region, and no capital stands for a country', () => {
    const { document, places } = reading;
    const found = new Set(
      places.map(({ span, name, precision }) => `${slice(document.text, span)}: ${name}, ${precision}`),
    );
    expect(found).toEqual(new Set(['Kursk region: Kursk Oblast, region', 'Ukraine: Ukraine, country']));
  });

  test('what happened is tied to who did it, how many, when, and to who tells of it', () => {
    const { events, entities, figures, times, attributions } = reading;
    const name = (id: string | null) => entities.find((e) => e.id === id)?.name ?? null;
    const shots = events.find(({ code, time }) => code === 'MOBILIZE' && time !== null)!;
    expect([name(shots.actor), figures[shots.figures[0]!]?.min, times[shots.time!]?.value]).toEqual([
      'Ukrainian forces',
      10,
      '2024-11-20',
    ]);
    const accusation = events.find(({ code }) => code === 'ACCUSE')!;
    expect([name(accusation.actor), name(accusation.recipient)]).toEqual([
      'Kim Jong Un',
      'the United States and its allies',
    ]);
    const teller = attributions.find(({ id }) => id === accusation.attribution);
    expect(teller?.chain[0]?.name).toBe('state media');
  });
});
