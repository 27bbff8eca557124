/**
 * How firmly things are put, against people's judgements:
 *
 *     node bench/factuality.ts [--shared ../shared] [--errors 20]
 *
 * MEANTIME: certainty and polarity of events in sentences 0-5, beside the majority baseline (all certain, all affirmed).
 * CommitmentBank: does the writer stand for what a verb embeds, when it is denied, asked or supposed? UDS-IH2: did it
 * happen, -3 … 3? MegaVeridicality: the list learned from it, on its own lines: agreement, not a test. Errors were read on
 * the even ("seen") halves only; of the odd ones only the totals printed here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { commitmentAt } from '../src/attributions/author.ts';
import { factualityAt } from '../src/attributions/factuality-at.ts';
import { listedImplication, type Standing } from '../src/attributions/implications.ts';
import { englishCues } from '../src/attributions/lexicon.ts';
import { dependentsOf, firstWordAt, lower } from '../src/attributions/tree.ts';
import { type Parse, parse } from '../src/language/parse.ts';
import type { Span } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';
import { lineDocument } from './line-document.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    errors: { type: 'string', default: '0' },
  },
});
const data = (...path: string[]): string => {
  const file = readFileSync(join(opt.shared, 'data', ...path));
  return (path.at(-1)!.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8').trim();
};
const rows = <Row>(...path: string[]): Row[] =>
  data(...path)
    .split('\n')
    .map((line) => JSON.parse(line));
interface Article {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly events: readonly {
    readonly spans: readonly Span[];
    readonly full: boolean;
    readonly certainty: string | null;
    readonly polarity: string | null;
  }[];
}
interface Judgements {
  readonly id: string;
  readonly text: string;
  readonly predicates: readonly { readonly start: number; readonly end: number; readonly factuality: number }[];
}
interface Discourse {
  readonly id: string;
  readonly verb: string;
  readonly embedding: string;
  readonly target: string;
  readonly mean: number;
}
const HALVES = [0, 1] as const;
const nameOf = (half: number): string => (half === 0 ? 'seen' : 'held');

/** The word of a span that no other word of it governs. */
function headOf(parsed: Parse, [start, end]: Span): number {
  let at = firstWordAt(parsed, start);
  if (parsed.words[at]?.start !== start && at > 0) at--;
  const inside = (w: number) => w >= 0 && parsed.words[w]!.start >= start && parsed.words[w]!.start < end;
  for (let step = 0; step < 20 && inside(parsed.words[at]!.head); step++) at = parsed.words[at]!.head;
  return at;
}

interface Pair {
  readonly gold: string;
  readonly given: string;
}

function f1(pairs: readonly Pair[], hit: (label: string) => boolean): string {
  const both = pairs.filter(({ gold, given }) => hit(gold) && hit(given)).length;
  const asked = pairs.filter(({ gold }) => hit(gold)).length;
  const answered = pairs.filter(({ given }) => hit(given)).length;
  const score = asked + answered === 0 ? 0 : (200 * both) / (asked + answered);
  return `${score.toFixed(1)} (${both} of ${asked}, ${answered} given)`;
}

function macro(pairs: readonly Pair[]): number {
  const labels = [...new Set(pairs.map(({ gold }) => gold))];
  return labels.reduce((sum, label) => sum + Number.parseFloat(f1(pairs, (x) => x === label)), 0) / labels.length;
}

const accuracy = (pairs: readonly Pair[]): number =>
  (100 * pairs.filter(({ gold, given }) => gold === given).length) / pairs.length;

function table(name: string, pairs: readonly Pair[], most: string): void {
  const base = pairs.map(({ gold }) => ({ gold, given: most }));
  console.log(
    `  ${name.padEnd(10)} accuracy ${accuracy(pairs).toFixed(1)} (all ${most} ${accuracy(base).toFixed(1)})  ` +
      `macro-F1 ${macro(pairs).toFixed(1)} (${macro(base).toFixed(1)})`,
  );
}

const POLARITY = { affirms: 'POS', denies: 'NEG', undecided: 'UNDERSPECIFIED' } as const;

interface Judged {
  readonly certainty: Pair;
  readonly polarity: Pair;
  readonly shown: string;
}

function meantimeHalf(half: number): Judged[] {
  return rows<Article>('meantime', 'documents.jsonl.gz')
    .filter((_, i) => i % 2 === half)
    .flatMap(({ id, text, sentences, events }) => {
      const end = sentences[5]?.[1] ?? text.length;
      const parsed = parse(lineDocument(id, text));
      return events
        .filter((e) => e.full && e.certainty && e.polarity && e.spans[0]![0] < end)
        .map((e): Judged => {
          const given = factualityAt(parsed, headOf(parsed, e.spans[0]!));
          const [s, t] = e.spans[0]!;
          return {
            certainty: { gold: e.certainty!, given: given.certainty.toUpperCase() },
            polarity: { gold: e.polarity!, given: POLARITY[given.polarity] },
            shown: `${text.slice(Math.max(0, s - 90), s)}[${text.slice(s, t)}]${text.slice(t, t + 40)}`.replace(
              /\n/g,
              ' ',
            ),
          };
        });
    });
}

function meantime(half: number): void {
  const judged = meantimeHalf(half);
  const certainty = judged.map((one) => one.certainty);
  const polarity = judged.map((one) => one.polarity);
  const both = judged.map(({ certainty: c, polarity: p }) => ({
    gold: `${c.gold} ${p.gold}`,
    given: `${c.given} ${p.given}`,
  }));
  console.log(`\nMEANTIME, ${nameOf(half)}: ${judged.length} events`);
  table('certainty', certainty, 'CERTAIN');
  table('polarity', polarity, 'POS');
  table('both', both, 'CERTAIN POS');
  console.log(`  F1 of what is not certain ${f1(certainty, (label) => label !== 'CERTAIN')}`);
  console.log(`  F1 of what is denied      ${f1(polarity, (label) => label === 'NEG')}`);
  if (half === 0) showErrors(judged);
}

function showErrors(judged: readonly Judged[]): void {
  const wrong = judged.filter(
    ({ certainty, polarity }) => certainty.gold !== certainty.given || polarity.gold !== polarity.given,
  );
  for (const { certainty, polarity, shown } of wrong.slice(0, Number(opt.errors)))
    console.log(`    ${certainty.gold} ${polarity.gold} → ${certainty.given} ${polarity.given}: ${shown}`);
}

/** On the -3 … 3 of the other sets. */
const FIRM = { certain: 3, probable: 2, possible: 1, underspecified: 0.5 } as const;
const number = ({ polarity, certainty }: Standing): number =>
  polarity === 'undecided' ? 0 : FIRM[certainty] * (polarity === 'affirms' ? 1 : -1);

function pearson(points: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => points.reduce((sum, p) => sum + p[k], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (of: (p: readonly [number, number]) => number) => points.reduce((total, p) => total + of(p), 0);
  const spread = Math.sqrt(sum(([x]) => (x - mx) ** 2) * sum(([, y]) => (y - my) ** 2));
  return spread === 0 ? 0 : sum(([x, y]) => (x - mx) * (y - my)) / spread;
}

const meanError = (points: readonly (readonly [number, number])[]): number =>
  points.reduce((sum, [x, y]) => sum + Math.abs(x - y), 0) / points.length;

/** UDS counts what is still to come as not happened, we as put: commands and what "will" be are left out of the second line. */
function isToCome(parsed: Parse, at: number): boolean {
  const { tag } = parsed.words[at]!;
  const helped = dependentsOf(parsed, at, 'aux', 'mark', 'nsubj');
  return (
    tag === 'VB' && (helped.length === 0 || helped.some((d) => /^(?:will|'ll|shall)$/.test(lower(parsed.words[d]!))))
  );
}

function uds(half: number): void {
  const shown: [number, string][] = [];
  const put: (readonly [number, number])[] = [];
  const points: (readonly [number, number])[] = rows<Judgements>('uds-ih2', 'dev.jsonl')
    .filter((_, i) => i % 2 === half)
    .flatMap(({ id, text, predicates }) => {
      const parsed = parse(plainDocument(id, text));
      return predicates.map(({ start, end, factuality }) => {
        const at = headOf(parsed, [start, end]);
        const given = number(factualityAt(parsed, at));
        if (!isToCome(parsed, at)) put.push([given, factuality]);
        shown.push([
          Math.abs(given - factuality),
          `${factuality} → ${given}: ${text.slice(Math.max(0, start - 80), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`,
        ]);
        return [given, factuality] as const;
      });
    });
  console.log(`\nUDS-IH2 dev, ${nameOf(half)}`);
  told('all', points);
  told('not to come', put);
  if (half === 0)
    for (const [gap, line] of shown.slice(0, Number(opt.errors) * 20))
      if (gap >= 4) console.log(`    ${line.replace(/\n/g, ' ')}`);
}

function told(name: string, points: readonly (readonly [number, number])[]): void {
  const sure = points.filter(([, y]) => Math.abs(y) >= 1);
  const share = (hit: (p: readonly [number, number]) => boolean) =>
    ((100 * sure.filter(hit).length) / sure.length).toFixed(1);
  const always = points.map(([, y]) => [3, y] as const);
  console.log(
    `  ${name.padEnd(12)} ${points.length} predicates  r ${pearson(points).toFixed(3)}  mean error ${meanError(points).toFixed(2)} ` +
      `(always 3: ${meanError(always).toFixed(2)})  same sign where people are sure ${share(([x, y]) => Math.sign(x) === Math.sign(y))} ` +
      `(always 3: ${share(([, y]) => y > 0)})`,
  );
}

/** The frames of the verbs: what the list says of a positive and a negated verb against ten people's mean. */
function veridicality(): void {
  const pairs = { positive: [] as Pair[], negative: [] as Pair[] };
  for (const line of data('veridicality', 'veridicality.tsv').split('\n').slice(1)) {
    const [verb, frame, polarity, conditional, , , , , mean] = line.split('\t');
    if (conditional === 'true' || frame !== 'NP Ved that S') continue;
    const listed = listedImplication(verb!.replaceAll('_', ' '), 'that');
    const outcome = (polarity === 'positive' ? listed?.affirmed : listed?.negated) ?? 'open';
    const given = outcome === 'happened' || outcome === 'did not' ? outcome : 'open';
    const gold = Number(mean) >= 0.7 ? 'happened' : Number(mean) <= -0.45 ? 'did not' : 'open';
    pairs[polarity as 'positive' | 'negative'].push({ gold, given });
  }
  console.log(
    '\nMegaVeridicality, "that" (learned from it: agreement, no test; verbs of uttering are left open on purpose)',
  );
  for (const [name, own] of Object.entries(pairs))
    console.log(
      `  ${name.padEnd(9)} ${accuracy(own).toFixed(1)} of ${own.length}; "happened" F1 ${f1(own, (label) => label === 'happened')}`,
    );
}

/** How the clause under the verb is put, 0 where the tree has none there. */
function embeddedStanding(parsed: Parse, verb: string): number {
  const at = parsed.words.findIndex(
    (word, w) => englishCues().lemma(word.form) === verb && dependentsOf(parsed, w, 'ccomp').some((d) => d > w),
  );
  if (at < 0) return 0;
  const clause = dependentsOf(parsed, at, 'ccomp').findLast((d) => d > at)!;
  const own = dependentsOf(parsed, at, 'nsubj').some((d) => /^(?:i|we)$/.test(parsed.words[d]!.form));
  return number(own ? factualityAt(parsed, clause) : commitmentAt(parsed, at, 'that'));
}

/** Does the writer stand for the embedded clause? */
function commitment(half: number): void {
  const byEmbedding = new Map<string, (readonly [number, number])[]>();
  for (const { id, verb, embedding, target, mean } of rows<Discourse>('commitment', 'items.jsonl').filter(
    (_, i) => i % 2 === half,
  )) {
    const given = embeddedStanding(parse(plainDocument(id, target)), verb);
    for (const name of ['all', embedding]) byEmbedding.set(name, [...(byEmbedding.get(name) ?? []), [given, mean]]);
  }
  console.log(`\nCommitmentBank, ${nameOf(half)}`);
  for (const [name, points] of byEmbedding)
    if (points.length >= 20)
      console.log(
        `  ${name.padEnd(12)} ${points.length} items  r ${pearson(points).toFixed(3)}  mean error ${meanError(points).toFixed(2)} ` +
          `(always 0: ${meanError(points.map(([, y]) => [0, y])).toFixed(2)})`,
      );
}

HALVES.forEach(meantime);
HALVES.forEach(uds);
HALVES.forEach(commitment);
veridicality();
