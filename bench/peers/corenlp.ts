/**
 * Hearsay beside Stanford CoreNLP's quote annotator: the same PolNeAR articles, the same scorer, one run.
 *
 *     node bench/peers/corenlp.ts [--shared ../shared] [--part dev] [--articles 84] [--heap 6g]
 *         [--properties bench/peers/corenlp/lean.properties] [--json]
 *
 * Needs a JDK (17 or newer) and Maven, which fetches CoreNLP and its English models (480 MB) on the first run.
 * Scores come from shared/bench/score-attributions.mjs; see README.md beside this file.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDocument } from '../../src/read.ts';
import { plainDocument } from '../../training/plain.ts';
import { type Article, type Gold, polnear } from '../../training/polnear.ts';
import { type Recall, recallOfQuotations } from './recall-of-quotations.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    part: { type: 'string', default: 'dev' },
    articles: { type: 'string', default: 'Infinity' },
    heap: { type: 'string', default: '6g' },
    properties: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const project = fileURLToPath(new URL('corenlp/', import.meta.url));
const part = join(opt.shared, 'data', 'polnear', opt.part);
const scorer = join(opt.shared, 'bench', 'score-attributions.mjs');
const folder = mkdtempSync(join(tmpdir(), 'hearsay-peers-'));

type Predictions = ReadonlyMap<string, readonly Gold[]>;
type Scores = Readonly<Record<string, { readonly p: number; readonly r: number; readonly f1: number }>>;

/** What one process took: seconds of the clock and of its processors, without loading, and its peak in megabytes. */
interface Cost {
  readonly loadSeconds: number | null;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly memory: number;
}
interface Run {
  readonly predictions: Predictions;
  readonly cost: Cost;
}
interface Row extends Cost {
  readonly name: string;
  readonly scores: Scores;
  readonly quotations: Recall;
  /** whether it names the words that attribute */
  readonly cues: boolean;
}

/** A copy of the part that holds these articles only, in its own layout, so that the scorer misses none. */
function copyOf(articles: readonly Article[]): string {
  const gold = join(folder, 'gold');
  const files = readdirSync(join(part, 'attributions'));
  for (const kind of ['text', 'attributions']) mkdirSync(join(gold, kind), { recursive: true });
  for (const { name, text } of articles) {
    writeFileSync(join(gold, 'text', `${name}.txt`), text);
    for (const file of files.filter((f) => f.startsWith(name)))
      copyFileSync(join(part, 'attributions', file), join(gold, 'attributions', file));
  }
  const sentences = 'corenlp.conllu.gz';
  if (existsSync(join(part, sentences))) copyFileSync(join(part, sentences), join(gold, sentences));
  return gold;
}

/** Loading is within Hearsay's seconds, since it loads what it needs when it needs it. */
async function runHearsay(articles: readonly Article[]): Promise<Run> {
  const predictions = new Map<string, readonly Gold[]>();
  const began = performance.now();
  const used = process.cpuUsage();
  for (const { name, text } of articles) {
    const { attributions } = await readDocument(plainDocument(name, text));
    // PolNeAR marks no attribution inside another
    predictions.set(
      name,
      attributions.filter(({ kind, within }) => kind === 'attribution' && within === null),
    );
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const memory = process.resourceUsage().maxRSS / 1024;
  return { predictions, cost: { loadSeconds: null, seconds, cpuSeconds: (user + system) / 1e6, memory } };
}

function runCoreNlp(gold: string): Run {
  // Maven's words go to stderr, so that stdout has the table or the JSON alone
  execFileSync('mvn', ['-q', '-B', 'compile', 'dependency:copy-dependencies'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
  });
  const classes = [join(project, 'target', 'classes'), join(project, 'target', 'dependency', '*')].join(delimiter);
  const out = join(folder, 'corenlp.jsonl');
  const given = [join(gold, 'text'), out, ...(opt.properties ? [opt.properties] : [])];
  const said = execFileSync('java', [`-Xmx${opt.heap}`, '-cp', classes, 'Quotes', ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = readFileSync(out, 'utf8').trim().split('\n');
  const predictions = lines.map((line): [string, Gold[]] => {
    const { id, attributions } = JSON.parse(line);
    return [id, attributions];
  });
  return { predictions: new Map(predictions), cost: JSON.parse(said.trim().split('\n').at(-1)!) };
}

function scoresOf(gold: string, predictions: Predictions): Scores {
  const path = join(folder, 'predictions.jsonl');
  const lines = [...predictions].map(([id, attributions]) => JSON.stringify({ id, attributions }));
  writeFileSync(path, `${lines.join('\n')}\n`);
  return JSON.parse(
    execFileSync(process.execPath, [scorer, '--gold', gold, '--pred', path, '--json'], { encoding: 'utf8' }),
  );
}

const withSpeaker = (predictions: Predictions): Predictions =>
  new Map([...predictions].map(([id, all]) => [id, all.filter(({ source }) => source.length > 0)]));

const percent = (value: number): string => (100 * value).toFixed(1);
const line = (name: string, ...cells: string[]): void =>
  console.log(name.padEnd(36) + cells.map((c) => c.padStart(9)).join(''));

function print(rows: readonly Row[], articles: number): void {
  console.log(`PolNeAR ${opt.part}: ${articles} articles, F1\n`);
  line('', '', 'cofenet', '', 'exact', '', '');
  line('', 'source', 'cue', 'content', 'source', 'content', 'triple');
  for (const { name, scores, cues } of rows) {
    const f1 = (score: string): string => percent(scores[score]!.f1);
    const cut = [f1('cofenet source'), cues ? f1('cofenet cue') : '–', f1('cofenet content')];
    line(name, ...cut, f1('exact source'), f1('exact content'), cues ? f1('triple') : '–');
  }
  console.log('\nA triple needs a word of the cue. CoreNLP names no cues, so it can have none.\n');
  line('', 'found', '+ source', 'articles', 'by CPU', 'load', 'peak');
  line('', 'of quoted', 'right', 'a second', 'second', 's', 'MB');
  for (const { name, quotations, seconds, cpuSeconds, loadSeconds, memory } of rows) {
    const recall = [quotations.found, quotations.attributed].map((n) => percent(n / quotations.all));
    const speed = [seconds, cpuSeconds].map((s) => (articles / s).toFixed(1));
    line(name, ...recall, ...speed, loadSeconds?.toFixed(1) ?? 'within', memory.toFixed(0));
  }
  console.log(`\nquoted: the ${rows[0]!.quotations.all} pieces of content that are wholly in quotation marks`);
}

const articles = polnear(part).slice(0, Number(opt.articles));
const gold = copyOf(articles);
const hearsay = await runHearsay(articles);
const corenlp = runCoreNlp(gold);
const row = (name: string, predictions: Predictions, cost: Cost, cues: boolean): Row => {
  const quotations = recallOfQuotations(articles, predictions);
  return { name, scores: scoresOf(gold, predictions), quotations, cues, ...cost };
};
const rows = [
  row('CoreNLP, every quotation', corenlp.predictions, corenlp.cost, false),
  row('CoreNLP, quotations with a speaker', withSpeaker(corenlp.predictions), corenlp.cost, false),
  row('Hearsay', hearsay.predictions, hearsay.cost, true),
];
if (opt.json) console.log(JSON.stringify({ articles: articles.length, rows }));
else print(rows, articles.length);
