/**
 * Events against PLOVER's hand-coded sentences, and how many are found in business news, where there should be few.
 *
 *     node bench/events.ts [--shared ../shared] [--errors] [--dump]
 *
 * The sentences are cut in two by the parity of their place: errors are shown of the even ones only (--errors).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from '../src/language/parse.ts';
import { events } from '../src/meaning/events.ts';
import type { Deed } from '../src/meaning/meaning.ts';
import { overlaps, type Span, slice } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    errors: { type: 'boolean', default: false },
    dump: { type: 'boolean', default: false },
  },
});

interface Gold {
  readonly id: string;
  readonly event2021: string;
  readonly text: string;
  readonly spans: Readonly<Record<string, readonly (readonly [number, number, string])[]>>;
}

const rows: Gold[] = readFileSync(join(opt.shared, 'data', 'plover', 'gsr.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const spansOf = (gold: Gold, ...roles: string[]): Span[] =>
  roles.flatMap((role) => (gold.spans[role] ?? []).map(([start, end]): Span => [start, end]));

/** The last word before the first preposition: "workers" of "workers of the bus company". */
function headOf(text: string, [start, end]: Span): Span {
  const bare = text
    .slice(start, end)
    .split(/,|\s(?:of|from|in|to|for|on|at|near|by|with|who|whose|between)\s/)[0]!
    .trimEnd();
  const last = bare.replace(/[’']s$/, '').search(/[^\s"'(]+$/);
  return [start + Math.max(0, last), start + bare.length];
}

const meets = (text: string, ours: Span | null, gold: readonly Span[]): boolean =>
  ours !== null && gold.some((span) => overlaps(ours, headOf(text, span)) || overlaps(headOf(text, ours), span));

interface Scored {
  readonly gold: Gold;
  readonly deeds: readonly Deed[];
  readonly hit: Deed | undefined;
  /** the deed that is nearest to the gold words, whatever its root */
  readonly nearest: Deed | undefined;
  readonly actor: boolean | null;
  readonly recipient: boolean | null;
}

function score(gold: Gold): Scored {
  const deeds = events(parse(plainDocument(gold.id, gold.text)));
  const [evt, src, tar] = [spansOf(gold, 'EVT'), spansOf(gold, 'SRC', 'SRC/TAR'), spansOf(gold, 'TAR', 'SRC/TAR')];
  const isTold = (deed: Deed): boolean => evt.some((span) => overlaps(span, deed.span));
  const hit = deeds.find((deed) => deed.code === gold.event2021 && isTold(deed));
  const nearness = (deed: Deed): number =>
    2 * Number(isTold(deed)) +
    Number(meets(gold.text, deed.actor, src)) +
    Number(meets(gold.text, deed.recipient, tar));
  const nearest = deeds.filter((d) => nearness(d) > 0).sort((a, b) => nearness(b) - nearness(a))[0];
  const recipients = gold.spans['SRC/TAR'] ? [] : tar;
  return {
    gold,
    deeds,
    hit,
    nearest,
    actor: hit && src.length ? meets(gold.text, hit.actor, src) : null,
    recipient: hit && recipients.length ? meets(gold.text, hit.recipient, recipients) : null,
  };
}

function macroF1(scored: readonly Scored[]): number {
  const roots = [...new Set(scored.map(({ gold }) => gold.event2021))];
  const f1 = roots.map((root) => {
    const right = scored.filter(({ gold, nearest }) => gold.event2021 === root && nearest?.code === root).length;
    const given = scored.filter(({ nearest }) => nearest?.code === root).length;
    const wanted = scored.filter(({ gold }) => gold.event2021 === root).length;
    return (2 * right) / (given + wanted);
  });
  return f1.reduce((sum, f) => sum + f, 0) / roots.length;
}

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '–');
const share = (values: readonly (boolean | null)[]): string => {
  const known = values.filter((value) => value !== null);
  return percent(known.filter(Boolean).length, known.length);
};

function print(name: string, scored: readonly Scored[]): void {
  const found = scored.filter(({ hit }) => hit).length;
  const extra = scored.reduce((sum, { deeds, hit }) => sum + deeds.length - (hit ? 1 : 0), 0);
  const rooted = scored.filter(({ gold, nearest }) => nearest?.code === gold.event2021).length;
  console.log(
    [
      name.padEnd(10),
      `${found}/${scored.length - found}/${extra}`.padStart(14),
      percent(found, scored.length).padStart(8),
      (extra / scored.length).toFixed(2).padStart(8),
      percent(rooted, scored.length).padStart(8),
      macroF1(scored).toFixed(3).padStart(9),
      share(scored.map(({ actor }) => actor)).padStart(8),
      share(scored.map(({ recipient }) => recipient)).padStart(10),
    ].join(''),
  );
}

/** Where it falls short: of the sentences with this root, how many were given it. */
function printRoots(halves: readonly (readonly Scored[])[]): void {
  const roots = [...new Set(halves.flat().map(({ gold }) => gold.event2021))].sort();
  const cell = (scored: readonly Scored[], root: string): string => {
    const wanted = scored.filter(({ gold }) => gold.event2021 === root);
    return `${wanted.filter(({ nearest }) => nearest?.code === root).length}/${wanted.length}`.padStart(7);
  };
  console.log('\nright roots        even    odd');
  for (const root of roots) console.log(root.padEnd(15) + halves.map((half) => cell(half, root)).join(''));
}

const shown = (text: string, { span, code, mode, actor, recipient }: Deed): string =>
  `${code}${mode ? `/${mode}` : ''} "${slice(text, span)}" ${actor ? slice(text, actor) : '–'} → ${recipient ? slice(text, recipient) : '–'}`;

function printErrors(scored: readonly Scored[]): void {
  for (const { gold, deeds, hit, actor, recipient } of scored) {
    if (hit && deeds.length === 1 && actor !== false && recipient !== false) continue;
    const roles = Object.entries(gold.spans).map(([role, spans]) => `${role}: ${spans.map((s) => s[2]).join(' / ')}`);
    console.log(`\n${hit ? 'found ' : 'MISSED'} ${gold.event2021} | ${gold.text}\n    ${roles.join('; ')}`);
    for (const deed of deeds) console.log(`    ${shown(gold.text, deed)}`);
  }
}

const scored = rows.map(score);
const even = scored.filter((_, i) => i % 2 === 0);
const odd = scored.filter((_, i) => i % 2 === 1);
console.log(
  'PLOVER gold sentences: found/missed/extra, found %, extra a sentence; with parties given: root %, macro-F1;',
);
console.log('actor % and recipient % of the found ones\n');
print('even', even);
print('odd', odd);
print('all', scored);
printRoots([even, odd]);
console.log('\nUniversalPetrarch: finds 44.2 % of the gold events, with 3.2 extra for each gold one');
console.log('zero-shot PLOVER, source and target given: macro-F1 .821 over 15 roots');

const business: { id: string; text: string }[] = gunzipSync(
  readFileSync(join(opt.shared, 'data', 'meantime', 'documents.jsonl.gz')),
)
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
let words = 0;
let told = 0;
const began = performance.now();
for (const { id, text } of business) {
  const parsed = parse(plainDocument(id, text));
  const deeds = events(parsed);
  words += parsed.words.length;
  told += deeds.length;
  if (opt.dump) for (const deed of deeds) console.log(`${id}: ${shown(text, deed)}`);
}
console.log(`\nbusiness news (MEANTIME): ${((1000 * told) / words).toFixed(1)} events in 1,000 words`);
console.log(`${(words / (performance.now() - began)).toFixed(0)} k words/s with parsing`);
if (opt.errors) printErrors(even);
