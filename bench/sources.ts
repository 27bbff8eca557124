/**
 * Who is meant: the speaker behind a pronoun, a surname, "the ministry" or "Pyongyang"; kinds, offices and chains.
 *
 *     node bench/sources.ts [--shared ../shared] [--part tune|held] [--model accurate|fast] [--errors]
 *
 * First on the rows of bench/sources (written by hands that did not see the program), then on the pronouns and
 * definite phrases that are sources in PolNeAR's dev part, against CoreNLP's automatic clusters: silver, not gold.
 * Citron reports 88.3 % for its coreference of quotation sources, on gold of its own.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attribute } from '../src/attributions/attribute.ts';
import { accurateModel, fastModel } from '../src/attributions/attribution-model.ts';
import { firstWordAt } from '../src/attributions/tree.ts';
import { parse } from '../src/language/parse.ts';
import { siteOf } from '../src/meaning/gazetteer.ts';
import { governmentOf, standsForGovernment } from '../src/meaning/metonym.ts';
import { type Reading, readDocument } from '../src/read.ts';
import { antecedentOf } from '../src/sources/antecedent.ts';
import type { Cluster } from '../src/sources/cluster.ts';
import { bareName } from '../src/sources/mentions.ts';
import { resolve } from '../src/sources/resolve.ts';
import { datelineOf } from '../src/text/dateline.ts';
import type { Document } from '../src/text/document.ts';
import { overlaps, type Span, words } from '../src/text/span.ts';
import { chainsOf } from '../training/gold-chains.ts';
import { plainDocument } from '../training/plain.ts';
import { polnear } from '../training/polnear.ts';
import { isSame, silverClusters } from '../training/silver.ts';
import { type Passage, passages, spanOf } from './sources/rows.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    part: { type: 'string', default: 'tune' },
    model: { type: 'string', default: 'accurate' },
    errors: { type: 'boolean', default: false },
  },
});
const part = opt.part === 'held' ? 'held' : 'tune';
const model = opt.model === 'fast' ? fastModel() : accurateModel();

/** Right and all, by what was asked. */
const tally = new Map<string, [right: number, all: number]>();
function count(what: string, right: boolean, error: () => string): void {
  const [before, all] = tally.get(what) ?? [0, 0];
  tally.set(what, [before + Number(right), all + 1]);
  if (!right && opt.errors && part === 'tune') console.log(`${what.padEnd(18)} ${error()}`);
}

const PRONOUN = /^(?:he|she|they|it|who|i|we|him|her|his|them|which|that)$/i;
const form = (mention: string): string =>
  PRONOUN.test(mention)
    ? 'pronoun'
    : /^(?:the|that|this)\s+\p{Ll}|^The\s+\p{Ll}|^The \d/u.test(mention)
      ? 'description'
      : 'name';

/** One name for another: the same words, the same government, or the fuller name of it in the text. */
function isCalled(names: readonly string[], wanted: string): boolean {
  const bare = names.map((name) => bareName(name).toLowerCase());
  const want = bareName(wanted).toLowerCase();
  if (
    bare.some(
      (name) =>
        name === want ||
        name.endsWith(` ${want}`) ||
        want.endsWith(` ${name}`) ||
        want.startsWith(`${name} `) ||
        name.startsWith(`${want} `),
    )
  )
    return true;
  const government = governmentOf(bareName(wanted));
  return government !== null && names.some((name) => governmentOf(bareName(name)) === government);
}

const namesOf = (text: string, { name, mentions }: Cluster): string[] => [
  name,
  ...mentions.filter(({ form: f }) => f !== 'pronoun').map(({ span }) => text.slice(...span)),
];

async function speakers({ id, text, speakers: rows }: Passage): Promise<void> {
  const spans = rows.map((row) => spanOf(text, row)).filter((span) => span !== null);
  const document = documentOf(id, text);
  const parsed = parse(document);
  const asked = chainsOf(spans.map((span) => ({ source: [span], cue: [], content: [] })));
  const told = [...(await attribute(document, parsed, model)), ...asked];
  const bold = resolve(parsed, told, [], (pronoun, candidates, speaks) => antecedentOf(pronoun, candidates, speaks, 0));
  const resolved = resolve(parsed, told, []);
  for (const row of rows) {
    const span = spanOf(text, row);
    if (!span) continue;
    const cluster = resolved.clusterAt(span);
    const got = cluster ? namesOf(text, cluster) : [];
    const own = cluster?.mentions.every((mention) => mention.span[0] >= span[0]);
    const right = row.is === null ? cluster === null || own === true : isCalled(got, row.is);
    const what = row.is === null ? 'nobody can tell' : `${form(row.mention)}`;
    count(what, right, () => `${id} ${row.mention}#${row.nth}: ${cluster?.name ?? '–'}, not ${row.is}`);
    if (row.is !== null) {
      const answer = bold.clusterAt(span);
      const taken = answer !== null && isCalled(namesOf(text, answer), row.is);
      count('any, always answered', taken, () => '');
    }
    if (row.is !== null && !right)
      count(
        'of these: named somebody else',
        cluster === null || own === true,
        () => `${id} ${row.mention}#${row.nth} → ${cluster?.name}`,
      );
  }
}

function documentOf(id: string, text: string): Document {
  const document = plainDocument(id, text);
  return { ...document, dateline: datelineOf(text, document.blocks[0]!.span)?.span ?? null };
}

const bag = (words: string | null): string => bareName(words ?? '').toLowerCase();

async function whole({ id, published, text, kinds, persons, chains, metonyms, places }: Passage): Promise<void> {
  const document = { ...documentOf(id, text), published };
  const reading = await readDocument(document, model);
  for (const row of kinds) {
    const span = spanOf(text, row);
    const kind = span ? kindAt(reading, span) : undefined;
    if (span && kind !== undefined)
      count('kind', kind === row.kind, () => `${id} ${row.mention}: ${kind}, not ${row.kind}`);
  }
  const parsed = parse(document);
  for (const row of metonyms) {
    const span = spanOf(text, row);
    if (!span) continue;
    const first = firstWordAt(parsed, span[0]);
    const last = firstWordAt(parsed, span[1]);
    const government = standsForGovernment(parsed, /^the$/i.test(parsed.words[first]!.text) ? first + 1 : first, last);
    const what = row.means === 'government' ? 'metonym, government' : 'metonym, place';
    count(what, government === (row.means === 'government'), () => `${id} ${row.mention}#${row.nth}`);
  }
  for (const row of places) placeAsked(reading, row, id);
  for (const person of persons) {
    const entity = reading.entities.find(({ name }) => name === person.name || name.endsWith(person.name));
    if (!entity) continue;
    const say = (span: Span | null) => (span ? text.slice(...span) : null);
    for (const field of ['office', 'affiliation'] as const)
      count(
        field,
        bag(say(entity[field])) === bag(person[field]),
        () => `${id} ${person.name}: “${say(entity[field])}”, not “${person[field]}”`,
      );
  }
  for (const row of chains) {
    const holding = reading.attributions.filter(
      (a) => a.kind === 'attribution' && words(text, a.content).includes(row.content),
    );
    const length = (a: (typeof holding)[number]) => words(text, a.content).length;
    const found = holding.toSorted((a, b) => length(a) - length(b))[0]; // the innermost
    count('statement found', found !== undefined, () => `${id} ${row.content}`);
    if (!found) continue;
    const chain = found.chain.slice(0, -1);
    const names = chain.map(({ name, source }) => {
      const entity = reading.entities.find((e) => e.id === source);
      return [name, ...(entity ? [entity.name, ...entity.mentions.map((span) => text.slice(...span))] : [])];
    });
    const right = names.length === row.chain.length && row.chain.every((wanted, i) => isCalled(names[i]!, wanted));
    count(
      'chain',
      right,
      () => `${id} ${row.content}: ${chain.map(({ name }) => name).join(' → ')}, not ${row.chain.join(' → ')}`,
    );
    if (!right) continue;
    chain.forEach(({ basis }, i) => {
      if (basis || row.basis[i])
        count(
          'basis',
          basis === row.basis[i],
          () => `${id} ${row.content}: ${basis}, not ${row.basis[i]} for ${row.chain[i]}`,
        );
    });
  }
}

/** Is the place found, and is it the one in that country, as wide as it is meant? */
function placeAsked(reading: Reading, row: Passage['places'][number], id: string): void {
  const span = spanOf(reading.document.text, row);
  if (!span) return;
  const found = reading.places.find((place) => overlaps(place.span, span));
  if (row.name === null) {
    count('place, open', found?.geonames == null, () => `${id} ${row.mention}: ${found?.name}`);
    return;
  }
  count('place found', found !== undefined, () => `${id} ${row.mention}`);
  if (!found) return;
  const country = found.geonames === null ? null : siteOf(String(found.geonames)).country;
  const right = found.precision === row.precision && (country === row.country || row.precision === 'country');
  count(
    'place right',
    right,
    () => `${id} ${row.mention}: ${found.name}, ${found.precision}, ${country}, not ${row.precision}, ${row.country}`,
  );
}

/** The kind of the source whose words overlap; undefined where no statement has it. */
function kindAt({ attributions }: Reading, span: Span): string | null | undefined {
  for (const { chain } of attributions)
    for (const hop of chain) if (hop.span && overlaps(hop.span, span)) return hop.kind;
  return undefined;
}

function silver(): void {
  const folder = join(opt.shared, 'data', 'polnear', 'dev');
  if (!existsSync(folder)) return;
  const silverOf = silverClusters(folder);
  for (const { name, text, gold } of polnear(folder)) {
    const clusters = silverOf.get(name) ?? [];
    const { clusterAt } = resolve(parse(plainDocument(name, text)), chainsOf(gold), []);
    for (const { source } of gold) {
      const span = source[0];
      const said = span ? text.slice(...span) : '';
      if (!span || !PRONOUN.test(said) || /^(?:who|i|we|which|that)$/i.test(said)) continue;
      const named = clusters
        .find((cluster) => cluster.some((m) => m.span[0] === span[0]))
        ?.filter((m) => /\p{Lu}/u.test(text.slice(...m.head)));
      if (!named?.some((m) => !PRONOUN.test(text.slice(...m.span)))) continue;
      const cluster = clusterAt(span);
      const right = cluster !== null && isSame(span, cluster, clusters);
      count(
        'silver pronoun',
        right,
        () =>
          `${name} ${said} ${span[0]}: ${cluster?.name ?? '–'}, not ${named.map((m) => text.slice(...m.span)).filter((n) => !PRONOUN.test(n))[0]}`,
      );
      if (!right) count('silver, of these: no answer', cluster === null, () => '');
    }
  }
}

for (const passage of passages(part)) {
  await speakers(passage);
  await whole(passage);
}
silver();

console.log(`\nbench/sources/${part}.jsonl, model ${opt.model}`);
for (const [what, [right, all]] of tally)
  console.log(
    `${what.padEnd(32)} ${String(right).padStart(4)} of ${String(all).padStart(4)}   ${((100 * right) / all).toFixed(1)} %`,
  );
const asked = ['pronoun', 'description', 'name'].flatMap((what) => tally.get(what) ?? []);
const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
const rights = sum(asked.filter((_, i) => i % 2 === 0));
const alls = sum(asked.filter((_, i) => i % 2 === 1));
console.log(
  `speakers resolved                 ${rights} of ${alls}   ${((100 * rights) / alls).toFixed(1)} %   (Citron, own gold: 88.3)`,
);
