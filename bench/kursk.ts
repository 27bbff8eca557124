/**
 * The example coverage against what is planted in it: which statements, chains, unknowns and figures are found.
 *
 *     node bench/kursk.ts [--missed]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gather } from '../src/capture/gather.ts';
import { Refusal } from '../src/capture/refusal.ts';
import { type Reading, read } from '../src/read.ts';
import { type Span, words } from '../src/text/span.ts';

const { values: opt } = parseArgs({ options: { missed: { type: 'boolean', default: false } } });

interface Statement {
  readonly source: readonly string[];
  readonly cue: readonly string[];
  readonly content: readonly string[];
  readonly polarity: string;
  readonly chain: readonly string[];
  readonly within: string | null;
  readonly passage: string;
}
interface Report {
  readonly file: string;
  readonly statements: readonly Statement[];
  readonly unknowns: readonly { readonly words?: string; readonly text?: string }[];
  readonly figures: readonly {
    readonly words?: string;
    readonly min?: number | null;
    readonly max?: number | null;
    readonly approximate?: number;
  }[];
}

const folder = new URL('../examples/kursk/', import.meta.url);
const { reports } = JSON.parse(readFileSync(new URL('planted.json', folder), 'utf8')) as { reports: Report[] };

const bag = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
const shared = (a: Set<string>, b: Set<string>): number => [...a].filter((word) => b.has(word)).length;

function jaccard(a: string, b: string): number {
  const [x, y] = [bag(a), bag(b)];
  const both = shared(x, y);
  return both / Math.max(1, x.size + y.size - both);
}

/** Content half the same, source and cue sharing a word: as the PolNeAR scorer's triple. */
function matches(reading: Reading, statement: Statement): number {
  const say = (spans: readonly Span[]) => words(reading.document.text, spans);
  return reading.attributions.findIndex(
    (a) =>
      a.kind === 'attribution' &&
      jaccard(say(a.content), statement.content.join(' ')) >= 0.5 &&
      (statement.cue.length === 0 || shared(bag(say(a.cue)), bag(statement.cue.join(' '))) > 0) &&
      (statement.source.length === 0
        ? a.source.length === 0
        : shared(bag(say(a.source)), bag(statement.source.join(' '))) > 0),
  );
}

const total = {
  planted: 0,
  found: 0,
  polarity: 0,
  chain: 0,
  given: 0,
  unknowns: 0,
  unknownsFound: 0,
  figures: 0,
  figuresFound: 0,
  extra: 0,
};
for (const report of reports) {
  for await (const capture of gather(new URL(report.file, folder).pathname)) {
    if (capture instanceof Refusal) throw capture;
    const reading = await read(capture);
    const used = new Set<number>();
    for (const statement of report.statements) {
      total.planted++;
      const at = matches(reading, statement);
      if (at < 0) {
        if (opt.missed)
          console.log(
            `missed  ${report.file.slice(0, 2)} ${statement.source} | ${statement.cue} | ${statement.content.join(' … ').slice(0, 110)}`,
          );
        continue;
      }
      used.add(at);
      total.found++;
      const found = reading.attributions[at]!;
      if (found.polarity === statement.polarity) total.polarity++;
      else if (opt.missed)
        console.log(
          `polarity ${report.file.slice(0, 2)} ${found.polarity}, not ${statement.polarity}: ${statement.content.join(' … ').slice(0, 80)}`,
        );
      const names = found.chain.map((hop) => hop.name);
      if (names.length === statement.chain.length) total.chain++;
      else if (opt.missed)
        console.log(`chain   ${report.file.slice(0, 2)} ${names.join(' → ')}, not ${statement.chain.join(' → ')}`);
    }
    const given = reading.attributions.filter((a) => a.kind === 'attribution');
    total.given += given.length;
    reading.attributions.forEach((a, i) => {
      if (opt.missed && a.kind === 'attribution' && !used.has(i)) {
        console.log(
          `extra   ${report.file.slice(0, 2)} ${words(reading.document.text, a.source)} | ${words(reading.document.text, a.cue)} | ${words(reading.document.text, a.content).slice(0, 110)}`,
        );
      }
    });
    for (const unknown of report.unknowns) {
      const text = unknown.words ?? unknown.text ?? JSON.stringify(unknown);
      total.unknowns++;
      if (reading.unknowns.some((u) => jaccard(words(reading.document.text, [u.span]), text) >= 0.5))
        total.unknownsFound++;
      else if (opt.missed) console.log(`unknown ${report.file.slice(0, 2)} ${text}`);
    }
    for (const figure of report.figures) {
      total.figures++;
      const same = reading.figures.some(
        (f) =>
          (f.min ?? undefined) === (figure.min ?? figure.approximate ?? undefined) &&
          (f.max ?? undefined) === (figure.max ?? figure.approximate ?? undefined),
      );
      if (same) total.figuresFound++;
      else if (opt.missed)
        console.log(
          `figure  ${report.file.slice(0, 2)} ${JSON.stringify(figure)} of ${reading.figures.map((f) => `${words(reading.document.text, [f.span])} ${f.min} ${f.max}`)}`,
        );
    }
  }
}
console.log(`statements ${total.found} of ${total.planted} found, ${total.given} given`);
console.log(`  polarity right ${total.polarity}, chain of the right length ${total.chain}`);
console.log(`unknowns   ${total.unknownsFound} of ${total.unknowns}`);
console.log(`figures    ${total.figuresFound} of ${total.figures}`);
