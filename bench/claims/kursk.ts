import { readFileSync } from 'node:fs';
import { type ModelName, modelNamed } from '../../src/attributions/attribution-model.ts';
import { gather } from '../../src/capture/gather.ts';
import { Refusal } from '../../src/capture/refusal.ts';
import type { Assertion } from '../../src/claims/assertion.ts';
import { memoryIndex } from '../../src/claims/claim-index.ts';
import { claims } from '../../src/claims/claims.ts';
import type { RelationKind } from '../../src/claims/relation.ts';
import { saidUnknown } from '../../src/claims/said-unknown.ts';
import { type Reading, read } from '../../src/read.ts';
import type { Span } from '../../src/text/span.ts';

interface Member {
  readonly file: string;
  readonly words: string;
  readonly relation: string;
}

const folder = new URL('../../examples/kursk/', import.meta.url);

/** Of what is planted in the example coverage, each as "05 words": what was not found, and what was found that is not there. */
export interface Found {
  readonly members: number;
  readonly kinds: number;
  readonly notRead: readonly string[];
  readonly notGathered: readonly string[];
  readonly notRelated: readonly string[];
  /** "firmer: one claim | another" */
  readonly invented: readonly string[];
  readonly claims: number;
  readonly relations: number;
}

/** The planted claims and relations of the example coverage: found, missed, invented. */
export async function kursk(errors: boolean, name: ModelName): Promise<void> {
  const { members, kinds, notRead, notGathered, notRelated, invented, claims, relations } = await plantedFound(name);
  if (errors) {
    for (const each of notRead) console.log(`  no statement   ${each}`);
    for (const each of notGathered) console.log(`  not in claim   ${each}`);
    for (const each of notRelated) console.log(`  not related    ${each}`);
    for (const each of invented) console.log(`  invented       ${each}`);
  }
  console.log(`Kursk, the example coverage, as the ${name} model reads it`);
  console.log(`  statements of planted claims that are read    ${members - notRead.length} of ${members}`);
  console.log(`  gathered in their claim                       ${members - notGathered.length} of ${members}`);
  console.log(`  with the planted relation to another of it    ${kinds - notRelated.length} of ${kinds}`);
  console.log(`  relations between different planted claims    ${invented.length}`);
  console.log(`  claims of two statements or more              ${claims}, relations ${relations}`);
}

export async function plantedFound(name: ModelName): Promise<Found> {
  const planted = JSON.parse(readFileSync(new URL('planted.json', folder), 'utf8')) as {
    reports: { file: string }[];
    claims: { claim: string; members: Member[] }[];
  };
  const index = memoryIndex();
  const readings = new Map<string, Reading>();
  const byId = new Map<string, Reading>();
  const model = modelNamed(name);
  for (const { file } of planted.reports) {
    for await (const capture of gather(new URL(file, folder).pathname)) {
      if (capture instanceof Refusal) throw capture;
      const reading = await read(capture, {}, model);
      readings.set(file, reading);
      byId.set(reading.document.id, reading);
      index.add(reading);
    }
  }
  const all = index.assertions();
  const relations = index.relations();
  const groups = claims(all, relations);
  const notRead: string[] = [];
  const notGathered: string[] = [];
  const notRelated: string[] = [];
  const planting = planted.claims.flatMap((claim) => claim.members);
  const ofClaim = new Map<string, string>();
  const linked = (a: readonly Assertion[], b: readonly Assertion[]) =>
    relations.filter(
      (r) => a.some(({ id }) => id === r.a || id === r.b) && b.some(({ id }) => id === r.a || id === r.b),
    );
  for (const { claim, members } of planted.claims) {
    const found = members.map((member) => assertionsAt(readings.get(member.file)!, all, member.words));
    for (const each of found.flat()) ofClaim.set(each.id, ofClaim.has(each.id) ? '' : claim);
    const affirmed = found.flat().map(({ id }) => id);
    const group = groups.toSorted((x, y) => count(y.members, affirmed) - count(x.members, affirmed))[0]!;
    const links = { assertions: new Map(all.map((each) => [each.id, each])), readings: byId };
    const open = saidUnknown(group, links);
    members.forEach((member, i) => {
      const reading = readings.get(member.file)!;
      const told = `${member.file.slice(0, 2)} ${member.words}`;
      const isOpen = (unknown: { readonly span: Span }) => isAt(reading, unknown.span, member.words);
      if (found[i]!.length === 0 && !reading.unknowns.some(isOpen)) notRead.push(told);
      const isUnknown = open.some((one) => one.document === reading.document.id && isOpen(one));
      if (!isUnknown && !found[i]!.some(({ id }) => group.members.includes(id))) notGathered.push(told);
      const wanted = WANTED[member.relation];
      if (wanted === undefined) return;
      const others = found.filter((_, j) => j !== i).flat();
      const own = new Set(found[i]!.map(({ id }) => id));
      const kinds = linked(found[i]!, others).map(({ relation, a }) =>
        own.has(a) ? relation : (TURNED[relation] ?? relation),
      );
      // said to be unknown elsewhere: firmer than that
      if (open.some(({ beside }) => own.has(beside))) kinds.push('firmer');
      if (!kinds.some((kind) => wanted.includes(kind)))
        notRelated.push(`${told}, ${member.relation}: ${[...new Set(kinds)]}`);
    });
  }
  const invented = relations.flatMap(({ a, b, relation }) => {
    const [x, y] = [ofClaim.get(a), ofClaim.get(b)];
    return !x || !y || x === y || relation === 'part of' ? [] : [`${relation}: ${x} | ${y}`];
  });
  return {
    ...{ members: planting.length, kinds: planting.filter(({ relation }) => WANTED[relation]).length },
    ...{ notRead, notGathered, notRelated, invented, claims: groups.length, relations: relations.length },
  };
}

/** What a planted relation may be called: it is planted against the claim, and found between two statements. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  same: ['same', 'firmer', 'weaker', 'part of'],
  denies: ['denies', 'contradicts'],
  undecided: ['weaker', 'firmer'],
  'differs in figure': ['differs in figure'],
  firmer: ['firmer'],
  weaker: ['weaker'],
};

/** The same from the other side. */
const TURNED: Readonly<Partial<Record<RelationKind, RelationKind>>> = { firmer: 'weaker', weaker: 'firmer' };

const count = (ids: readonly string[], wanted: readonly string[]): number =>
  ids.filter((id) => wanted.includes(id)).length;

/** Those whose words overlap the planted ones by half of the shorter. */
const assertionsAt = (reading: Reading, all: readonly Assertion[], words: string): Assertion[] =>
  all.filter(({ document, span }) => document === reading.document.id && isAt(reading, span, words));

function isAt({ document }: Reading, span: Span, words: string): boolean {
  const start = document.text.indexOf(words);
  const shared = Math.min(span[1], start + words.length) - Math.max(span[0], start);
  return start >= 0 && shared >= 0.5 * Math.min(span[1] - span[0], words.length);
}
