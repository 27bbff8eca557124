/**
 * Quality on sentences of our own for what PolNeAR lacks: attributions inside attributions, chains, quotations over
 * paragraphs, British, wire and broadcast style, headlines, documents as sources, no cue at all.
 *
 *     node bench/beyond.ts [--part tune|held] [--model accurate|fast] [--missed] [--kind nested]
 *
 * `held` is for measuring only: its rows were written and are kept apart from those who write the rules, and
 * `--missed` refuses it.
 */
import { parseArgs } from 'node:util';
import type { Attribution } from '../src/attributions/attribution.ts';
import { accurateModel, fastModel } from '../src/attributions/attribution-model.ts';
import { readDocument } from '../src/read.ts';
import { words } from '../src/text/span.ts';
import { plainDocument } from '../training/plain.ts';
import { match } from './beyond/match.ts';
import { type Gold, type Row, rowsOf } from './beyond/rows.ts';

const { values: opt } = parseArgs({
  options: {
    part: { type: 'string' },
    model: { type: 'string', default: 'accurate' },
    kind: { type: 'string' },
    missed: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (opt.missed && opt.part !== 'tune') {
  console.error('--missed shows rows, and the held ones are not to be looked at: say --part tune');
  process.exit(2);
}

interface Count {
  gold: number;
  found: number;
  right: number;
}
const none = (): Count => ({ gold: 0, found: 0, right: 0 });

interface Tally {
  readonly all: Count;
  readonly outermost: Count;
  /** attributions inside others */
  readonly inner: Count;
  /** inner ones that are right, and stand in the right one */
  placed: number;
  /** of those that are right: with the chain of the gold, name by name */
  chained: number;
  words: number;
  readonly kinds: Map<string, Count>;
}

const model = opt.model === 'fast' ? fastModel() : accurateModel();

async function found({ id, text }: Row): Promise<Attribution[]> {
  const { attributions } = await readDocument(plainDocument(id, text), model);
  return attributions.filter(({ kind }) => kind === 'attribution');
}

function add(count: Count, gold: number, given: number, right: number): void {
  count.gold += gold;
  count.found += given;
  count.right += right;
}

const plainName = (name: string): string => name.toLowerCase().replace(/^(?:the|an?) /, '');

const namesIn = ({ chain }: Attribution): string[] =>
  chain.slice(0, -1).flatMap(({ name, span }) => (span ? [name] : []));

function sameChain(gold: Gold, found: Attribution): boolean {
  return namesIn(found).map(plainName).join(' > ') === gold.chain.map(plainName).join(' > ');
}

function tell(row: Row, given: readonly Attribution[], right: readonly (number | null)[]): void {
  const wrong = given.filter((_, j) => !right.includes(j));
  const chains = row.gold.flatMap((gold, i) => {
    const one = given[right[i] ?? -1];
    return one && !sameChain(gold, one) ? [`${namesIn(one).join(' → ')}, not ${gold.chain.join(' → ')}`] : [];
  });
  if (wrong.length === 0 && chains.length === 0 && right.every((j) => j !== null)) return;
  console.log(`\n${row.id} (${row.kind}) ${row.text}`);
  const say = ({ source, cue, content }: Pick<Gold, 'source' | 'cue' | 'content'>) =>
    [source, cue, content].map((spans) => words(row.text, spans)).join(' | ');
  row.gold.forEach((gold, i) => {
    if (right[i] === null) console.log(`  missed  ${say(gold)}${gold.within === null ? '' : '  (inner)'}`);
  });
  for (const chain of chains) console.log(`  chain   ${chain}`);
  for (const one of wrong)
    console.log(`  wrong   ${say(one)}${one.within === null ? '' : '  (inner)'} ${one.confidence}`);
}

async function measure(part: string): Promise<Tally> {
  const tally: Tally = {
    all: none(),
    outermost: none(),
    inner: none(),
    placed: 0,
    chained: 0,
    words: 0,
    kinds: new Map(),
  };
  for (const row of rowsOf(part)) {
    if (opt.kind && row.kind !== opt.kind) continue;
    const given = await found(row);
    const right = match(row.text, row.gold, given);
    const isRight = right.filter((j) => j !== null).length;
    add(tally.all, row.gold.length, given.length, isRight);
    const kind = tally.kinds.get(row.kind) ?? none();
    tally.kinds.set(row.kind, kind);
    add(kind, row.gold.length, given.length, isRight);
    tally.words += row.text.split(/\s+/).length;
    row.gold.forEach((gold, i) => {
      const j = right[i] ?? null;
      add(gold.within === null ? tally.outermost : tally.inner, 1, 0, j === null ? 0 : 1);
      if (j === null) return;
      if (sameChain(gold, given[j]!)) tally.chained++;
      if (gold.within === null) return;
      const holder = right[gold.within] ?? null;
      if (holder !== null && given[j]!.within === given[holder]!.id) tally.placed++;
    });
    if (opt.missed) tell(row, given, right);
  }
  return tally;
}

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '–').padStart(7);

function line(name: string, { gold, found, right }: Count): void {
  const f1 = percent(2 * right, gold + found);
  console.log(`${name.padEnd(26)}${String(gold).padStart(6)}${percent(right, found)}${percent(right, gold)}${f1}`);
}

function print(part: string, tally: Tally): void {
  console.log(
    `\n${part}, ${opt.model}${' '.repeat(Math.max(1, 17 - part.length - opt.model.length))}         gold      P      R     F1`,
  );
  line('all', tally.all);
  console.log(`outermost found       ${tally.outermost.right} of ${tally.outermost.gold}`);
  console.log(`inside others found   ${tally.inner.right} of ${tally.inner.gold}`);
  console.log(`  and in the right one ${tally.placed} of ${tally.inner.gold}`);
  console.log(`chain, of those that are right: ${percent(tally.chained, tally.all.right).trim()} %`);
  console.log(
    `false attributions per 1,000 words: ${((1000 * (tally.all.found - tally.all.right)) / tally.words).toFixed(1)}`,
  );
  for (const [kind, count] of [...tally.kinds].sort()) line(`  ${kind}`, count);
}

for (const part of opt.part ? [opt.part] : ['tune', 'held']) {
  const tally = await measure(part);
  if (opt.json) console.log(JSON.stringify({ part, ...tally, kinds: Object.fromEntries(tally.kinds) }));
  else print(part, tally);
}
