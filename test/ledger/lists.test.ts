import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CERTAINTIES, POLARITIES } from '../../src/attributions/attribution.ts';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { captureOf } from '../../src/capture/capture-of.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import { contested } from '../../src/claims/contested.ts';
import { lineageOf } from '../../src/claims/lineage.ts';
import type { Ledger, Statement, StatementFilter } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { statementIn } from '../../src/ledger/statement-pages.ts';
import { type Reading, read } from '../../src/read.ts';
import { contains, words } from '../../src/text/span.ts';

let ledger: Ledger;
let all: readonly Statement[];
const readings = new Map<string, Reading>();

beforeAll(async () => {
  ledger = openLedger(':memory:');
  for await (const capture of gather('examples/kursk')) {
    if (capture instanceof Refusal) throw capture;
    await ledger.store(capture, await read(capture, {}, fastModel()), { reader: '1' });
  }
  for await (const reading of ledger.readings()) readings.set(reading.document.id, reading);
  const { rows } = await ledger.statements({ limit: 20 });
  for (const [i, { attribution }] of rows.entries()) {
    const on = { kind: 'statement', id: attribution.id } as const;
    const by = { who: 'Ana', why: 'checked' };
    await ledger.decide({ verb: i % 2 ? 'confirm' : 'reject', on, ...by });
  }
  all = (await ledger.statements({ limit: 0 })).rows;
});
afterAll(() => ledger.close());

const ids = (rows: readonly Statement[]) => rows.map(({ attribution }) => attribution.id);
const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

it('a row of a list is what the whole reading has', () => {
  for (const { standing: _, ...row } of all)
    expect(row).toEqual(statementIn(readings.get(row.document.id)!, row.attribution.id));
  expect(all.length).toBe([...readings.values()].reduce((sum, { attributions }) => sum + attributions.length, 0));
});

it('a row stands as the statement alone does', async () => {
  for (const { attribution, standing } of all.slice(0, 40))
    expect(standing).toEqual((await ledger.statement(attribution.id))!.standing);
});

/** The same filter, worked out row by row. */
function fits({ attribution, words, document, standing }: Statement, filter: StatementFilter): boolean {
  const { polarity, certainty, kind, outlet, state, below, source } = filter;
  const named = attribution.chain.filter((_, i, chain) => i < chain.length - 1 || attribution.kind === 'voice');
  const pieces = attribution.source.map((span) => readings.get(document.id)!.document.text.slice(...span));
  const isNamed = (typed: string) =>
    [...named.map(({ name }) => name), ...pieces].some((name) => plain(name).includes(plain(typed)));
  return (
    words.content !== '' &&
    (polarity === undefined || attribution.polarity === polarity) &&
    (certainty === undefined || attribution.certainty === certainty) &&
    (kind === undefined || attribution.kind === kind) &&
    (outlet === undefined || document.outlet === outlet) &&
    (state === undefined || standing.state === state) &&
    (below === undefined || attribution.confidence < below) &&
    (source === undefined || isNamed(source))
  );
}

const asked = fc.record(
  {
    polarity: fc.constantFrom(...POLARITIES),
    certainty: fc.constantFrom(...CERTAINTIES),
    kind: fc.constantFrom('attribution', 'voice'),
    outlet: fc.constantFrom('Quill Daily', 'The Podil Post', 'Nobody’s Paper'),
    state: fc.constantFrom('suggested', 'confirmed', 'rejected'),
    below: fc.constantFrom(0.3, 0.6, 0.9),
    source: fc.constantFrom('officials', 'OFFICIALS', 'Quill', 'Zelenský', 'Kim', '%', "'"),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<StatementFilter>;

describe('a filter', () => {
  it('gives those that fit, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (filter) => {
        const { rows, total } = await ledger.statements({ ...filter, limit: 0 });
        expect(ids(rows)).toEqual(ids(all.filter((row) => fits(row, filter))));
        expect(total).toBe(rows.length);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['OFFICIALS', 'officials', 'Öfficials', 'quill'])(
    'finds names whatever their case and accents: %s',
    async (source) => {
      const { rows } = await ledger.statements({ source, limit: 0 });
      expect(rows.length).toBeGreaterThan(0);
      expect(ids(rows)).toEqual(ids(all.filter((row) => fits(row, { source }))));
    },
  );

  it('has facets that count what it gives', async () => {
    const counted = <Row>(rows: readonly Row[], of: (row: Row) => string) =>
      Object.fromEntries([...Map.groupBy(rows, of)].map(([value, same]) => [value, same.length]));
    await fc.assert(
      fc.asyncProperty(asked, async (filter) => {
        const rows = all.filter((row) => fits(row, filter));
        expect(await ledger.facets(filter)).toEqual({
          polarity: counted(rows, ({ attribution }) => attribution.polarity),
          certainty: counted(rows, ({ attribution }) => attribution.certainty),
          kind: counted(rows, ({ attribution }) => attribution.kind),
          state: counted(rows, ({ standing }) => standing.state),
          sourceKind: counted(rows, ({ attribution }) => attribution.chain[0]!.kind ?? 'not told'),
          outlet: counted(rows, ({ document }) => document.outlet ?? 'not told'),
        });
      }),
      { numRuns: 60 },
    );
  });

  it('counts anew once somebody decided', async () => {
    const before = await ledger.facets();
    const { attribution } = all.at(-1)!;
    const { seq } = await ledger.decide({ verb: 'confirm', on: { kind: 'statement', id: attribution.id }, who: 'Bo' });
    const after = await ledger.facets();
    expect(after.state.confirmed).toBe(before.state.confirmed! + 1);
    expect((await ledger.statements({ state: 'confirmed', limit: 1 })).total).toBe(after.state.confirmed);
    await ledger.undo(seq, { who: 'Bo', why: 'too soon' });
    expect(await ledger.facets()).toEqual(before);
  });
});

it('the most doubtful come first where that is asked for, each once', async () => {
  const { rows } = await ledger.statements({ sort: 'confidence', limit: 0 });
  const inOrder = all.toSorted((a, b) => a.attribution.confidence - b.attribution.confidence);
  expect(rows.map(({ attribution }) => attribution.confidence)).toEqual(
    inOrder.map(({ attribution }) => attribution.confidence),
  );
  expect(new Set(ids(rows)).size).toBe(all.length);
});

it('what is told elsewhere too, or denied, is so by the links', async () => {
  const { rows } = await ledger.links.claims({ limit: 0 });
  const claims = await Promise.all(rows.map(async ({ id }) => (await ledger.links.claim(id))!));
  const denied = claims.flatMap(({ relations, assertions }) =>
    relations.flatMap(({ a, b, relation }) => {
      const ends = relation === 'contradicts' ? [a, b] : relation === 'denies' ? [b] : [];
      return ends.map((id) => assertions.get(id)!.statement);
    }),
  );
  const told = async (filter: StatementFilter) => ids((await ledger.statements({ ...filter, limit: 0 })).rows);
  expect(new Set(await told({ told: 'denied' }))).toEqual(new Set(denied));
  const [alone, byOthers] = [await told({ told: 'alone' }), await told({ told: 'by others' })];
  expect([...alone, ...byOthers].sort()).toEqual(ids(all).sort());
  const documentsIn = ({ assertions }: (typeof claims)[number]) =>
    new Set([...assertions.values()].map(({ document }) => document)).size;
  // who leaves it open is told of by others too, and is no report that says it
  const inSeveral = claims.filter((one) => documentsIn(one) > 1).map(({ claim }) => claim.id);
  for (const id of byOthers) {
    const own = await ledger.links.claimsOfStatements([id]);
    expect([id, own.map((claim) => claim.id).some((claim) => inSeveral.includes(claim))]).toEqual([id, true]);
  }
  for (const { claim, assertions } of claims) {
    const { statement, document } = assertions.get(claim.headline)!;
    if (!rows.some(({ id, reports }) => id === claim.id && reports > 1)) continue;
    const others = claim.relations.some(
      ({ a, b, relation }) =>
        relation === 'same' &&
        [a, b].includes(claim.headline) &&
        assertions.get(a)!.document !== assertions.get(b)!.document,
    );
    if (others) expect([document, byOthers.includes(statement)]).toEqual([document, true]);
  }
  expect((await ledger.facets({ told: 'denied' })).polarity).not.toEqual({});
});

it('mentioned is what stands in the words that are said', async () => {
  const found = await ledger.mentioned(ids(all));
  for (const { attribution, document } of all) {
    const { figures, times, places, document: doc } = readings.get(document.id)!;
    const within = <T extends { span: readonly [number, number] }>(things: readonly T[]) =>
      things
        .filter(({ span }) => attribution.content.some((piece) => contains(piece, span)))
        .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
        .map(({ span }) => words(doc.text, [span]));
    const own = found.get(attribution.id)!;
    expect(own.figures.map((one) => one.words)).toEqual(within(figures));
    expect(own.times.map((one) => one.words)).toEqual(within(times));
    expect(own.places.map((one) => one.words)).toEqual(within(places));
  }
});

it('a source has as many statements as its count says, and its chains tell who passes them on', async () => {
  for (const source of await ledger.sources()) {
    const { rows } = await ledger.statements({ speaker: source.key, limit: 0 });
    expect([source.key, rows.length]).toEqual([source.key, source.says]);
    const ties = await ledger.sourceTies(source.key);
    expect(ties.days.reduce((sum, { statements }) => sum + statements, 0)).toBe(source.says);
    expect(ties.printers.reduce((sum, { statements }) => sum + statements, 0)).toBe(source.says);
    const relays = rows.flatMap(({ attribution }) => attribution.chain.slice(1, -1).map(({ name }) => name));
    expect(new Set(ties.relays.map(({ name }) => name))).toEqual(new Set(relays));
  }
});

it('a source that people put together is one in lists and filters too', async () => {
  const [a, b] = (await ledger.sources()).filter(
    ({ wikidata, name }) => wikidata === null && name !== 'not established',
  );
  const { seq } = await ledger.decide({
    verb: 'merge',
    on: { kind: 'sources', a: a!.key, b: b!.key },
    who: 'Ana',
    why: 'one',
  });
  const merged = (await ledger.sources()).find(({ merged }) => merged.length > 0)!;
  expect(merged.says).toBe(a!.says + b!.says);
  expect((await ledger.statements({ speaker: merged.key, limit: 1 })).total).toBe(merged.says);
  expect((await ledger.sourceTies(merged.key)).names.length).toBeGreaterThan(1);
  await ledger.undo(seq, { who: 'Ana', why: 'two' });
});

it('a place has as many statements as its count says', async () => {
  for (const { name, geonames, statements } of await ledger.places()) {
    const { total } = await ledger.statements({ place: geonames === null ? name : String(geonames), limit: 1 });
    expect([name, total]).toEqual([name, statements]);
  }
});

it('events are those of the readings, with the names and words of their parts', async () => {
  const { rows } = await ledger.events({ limit: 0 });
  const told = [...readings.values()].flatMap(({ document, events }) =>
    events.map((event) => [document.id, event.span]),
  );
  expect(rows.map(({ document, span }) => [document.id, span]).sort()).toEqual(told.sort());
  for (const { document, span, words: said, time, place, actor } of rows) {
    const { document: doc, events, times, places, entities } = readings.get(document.id)!;
    const event = events.find((one) => String(one.span) === String(span) && (one.actor === null) === (actor === null))!;
    expect(said).toBe(doc.text.slice(...span));
    if (actor !== null) expect(entities.map(({ name }) => name)).toContain(actor);
    if (time) expect(times[event.time!]!.value).toBe(time.value);
    if (place) expect(places.map(({ name }) => name)).toContain(place.name);
  }
});

it('documents are found by their words, their titles and their outlets', async () => {
  const found = async (search: string) => (await ledger.documents({ search, limit: 0 })).rows.length;
  expect(await found('Kursk')).toBe(8);
  expect(await found('quill daily')).toBe(2);
  expect(await found('"words that nobody wrote"')).toBe(0);
  expect(await found('***')).toBe(0);
});

// what a reading has beside its fields would be in its digest, and not in what is stored
it.each([
  'We believe that the dock will probably close on Monday.',
  'I do not think that the ferry sank, and we suspect that nobody was hurt.',
  'She admitted that the dock had closed. “We may reopen,” she said.',
])('what is read of “%s” is stored whole', async (text) => {
  const own = openLedger(':memory:');
  const capture = captureOf({ bytes: Buffer.from(text), address: 'a.txt', media: 'text/plain', method: 'file' });
  const reading = await read(capture, {}, fastModel());
  const { document } = await own.store(capture, reading, { reader: '1' });
  expect((await own.reading(document))!.reading).toEqual(reading);
  for await (const problem of own.verify()) expect(problem).toBeNull();
  await own.close();
});

it('filters and counts follow what people corrected, and what they took back', async () => {
  const of = async (filter: StatementFilter) => ids((await ledger.statements({ ...filter, limit: 0 })).rows).sort();
  const denials = async () => (await ledger.sources()).reduce((sum, { denies }) => sum + denies, 0);
  const one = all.find(
    ({ attribution: { polarity, kind } }) => polarity === 'denies' && kind === 'attribution',
  )!.attribution;
  const counted = async () => ({
    denies: await of({ polarity: 'denies' }),
    possible: await of({ certainty: 'possible' }),
    voices: await of({ kind: 'voice' }),
    facets: await ledger.facets({}),
    denials: await denials(),
  });
  const before = await counted();
  const on = { kind: 'statement', id: one.id } as const;
  const by = { who: 'Ana', why: 'heard it' };
  const turned = await ledger.decide({ verb: 'correct', on, field: 'polarity', to: 'affirms', ...by });
  const doubted = await ledger.decide({ verb: 'correct', on, field: 'certainty', to: 'possible', ...by });
  const own = await ledger.decide({ verb: 'correct', on, field: 'kind', to: 'voice', ...by });
  const after = await counted();
  expect(after.denies).toEqual(before.denies.filter((id) => id !== one.id));
  expect(await of({ polarity: 'affirms' })).toContain(one.id);
  expect(after.possible).toEqual([...new Set([...before.possible, one.id])].sort());
  expect(after.voices).toEqual([...before.voices, one.id].sort());
  expect(await of({ kind: 'attribution' })).not.toContain(one.id);
  expect(after.facets.kind.voice).toBe(before.facets.kind.voice! + 1);
  expect(after.facets.polarity.denies).toBe(before.facets.polarity.denies! - 1);
  expect((await ledger.facets({ polarity: 'affirms', certainty: 'possible' })).certainty).toEqual({
    possible: (await of({ polarity: 'affirms', certainty: 'possible' })).length,
  });
  expect(after.denials).toBe(before.denials - 1);
  for (const { seq } of [own, doubted, turned]) await ledger.undo(seq, by);
  expect(await counted()).toEqual({ ...before, facets: { ...before.facets, state: expect.anything() } });
});

describe('where people corrected who says it', () => {
  const by = { who: 'Ana', why: 'the text names another' };
  const of = async (filter: StatementFilter) => ids((await ledger.statements({ ...filter, limit: 0 })).rows);
  const one = () => all.find(({ attribution: { chain } }) => chain[0]!.name === 'Pyongyang')!.attribution;
  const says = async (key: string) => (await ledger.sources()).find((source) => source.key === key)?.says ?? 0;

  it.each<[reason: string, field: string, to: string | string[], filter: StatementFilter, key: string]>([
    [
      'a name of nobody before',
      'chain.0.name',
      'the Harbour Master',
      { source: 'harbour master' },
      'the harbour master',
    ],
    ['a name of the register', 'chain.0.name', 'Seoul', { source: 'seoul' }, 'Q884'],
    ['a whole chain', 'chain', ['the Harbour Master', 'The Podil Post'], { source: 'HARBOUR' }, 'the harbour master'],
  ])('lists and counts find it by the new, and not by the old: %s', async (_reason, field, to, filter, key) => {
    const { id } = one();
    const before = { old: await says('Q423'), new: await says(key), facets: await ledger.facets({ speaker: 'Q423' }) };
    const { seq } = await ledger.decide({ verb: 'correct', on: { kind: 'statement', id }, field, to, ...by });
    for (const found of [filter, { speaker: key }]) expect(await of(found)).toContain(id);
    for (const gone of [{ source: 'pyongyang' }, { speaker: 'Q423' }]) expect(await of(gone)).not.toContain(id);
    expect(await says('Q423')).toBe(before.old - 1);
    expect(await says(key)).toBe(before.new + 1);
    expect((await of({ speaker: key })).length).toBe(before.new + 1);
    const named = (await ledger.sourceTies(key)).names.map(({ name }) => name);
    expect(named).toContain(typeof to === 'string' ? to : to[0]);
    await ledger.undo(seq, by);
    expect(await of({ speaker: 'Q423' })).toContain(id);
    expect(await says(key)).toBe(before.new);
    expect(await ledger.facets({ speaker: 'Q423' })).toEqual(before.facets);
  });

  it('a name that stands elsewhere in its chain is the same source there', async () => {
    const { id } = all.find(({ attribution: { chain } }) => chain[1]?.name === 'state media')!.attribution;
    const passesOn = async () => (await ledger.sources()).find(({ key }) => key === 'Q56226')!.passesOn;
    const before = await passesOn();
    const { seq } = await ledger.decide({
      ...{ verb: 'correct', on: { kind: 'statement', id }, field: 'chain.1.name', to: 'Kim Jong Un' },
      ...by,
    });
    expect(await passesOn()).toBe(before + 1);
    await ledger.undo(seq, by);
  });

  it('by the words of its source, where these were corrected', async () => {
    const { attribution, words } = all.find(({ attribution: { chain } }) => chain[0]!.name === 'Pyongyang')!;
    const { id, content } = attribution;
    expect(await of({ source: words.content })).not.toContain(id);
    const { seq } = await ledger.decide({
      ...{ verb: 'correct', on: { kind: 'statement', id }, field: 'source', to: content },
      ...by,
    });
    expect(await of({ source: words.content })).toContain(id);
    // who speaks goes with it
    expect(await of({ source: 'pyongyang' })).not.toContain(id);
    await ledger.undo(seq, by);
  });

  it('claims and what is contested tell the new, and count it as an origin', async () => {
    const tellers = async (statement: string) => {
      const [claim] = await ledger.links.claimsOfStatements([statement]);
      const links = (await ledger.links.claim(claim!.id))!;
      const [contest] = contested([links.claim], links.assertions, links.readings, links.coverage);
      const { origins } = lineageOf(links.claim, links.coverage);
      const named = origins.filter(({ named }) => named).map(({ name }) => name);
      return { deniers: contest?.deniers.map(({ name }) => name) ?? [], named };
    };
    const { rows } = await ledger.links.claims({ contested: true, limit: 1 });
    const { claim, assertions } = (await ledger.links.claim(rows[0]!.id))!;
    const denial = all.find(({ words }) => words.content === 'that it has any soldiers in Russia')!.attribution.id;
    const headline = assertions.get(claim.headline)!.statement;
    const to = (id: string, field: string, value: string | string[]) =>
      ledger.decide({ verb: 'correct', on: { kind: 'statement', id }, field, to: value, ...by });
    const made = [
      await to(denial, 'chain', ['the Harbour Master', 'The Podil Post']),
      await to(headline, 'chain.0.name', 'Ana Torv'),
    ];
    const { deniers } = await tellers(denial);
    expect(deniers).toContain('the Harbour Master');
    expect(deniers).not.toContain('Pyongyang');
    expect((await tellers(headline)).named).toContain('Ana Torv');
    for (const { seq } of made) await ledger.undo(seq, by);
    expect((await tellers(headline)).named).not.toContain('Ana Torv');
  });

  it('those who pass it on are still told of it', async () => {
    const statement = all.find(({ attribution: { chain } }) => chain.length === 3)!.attribution;
    const [, relay] = statement.chain;
    const on = { kind: 'statement', id: statement.id } as const;
    const { seq } = await ledger.decide({
      verb: 'correct',
      on,
      field: 'chain.0.name',
      to: 'the Harbour Master',
      ...by,
    });
    const { relays, printers } = await ledger.sourceTies('the harbour master');
    expect(relays.map(({ name }) => name)).toEqual([relay!.name]);
    expect(printers).toHaveLength(1);
    expect(await of({ source: relay!.name })).toContain(statement.id);
    await ledger.undo(seq, by);
  });
});
