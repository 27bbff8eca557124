import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { captureOf } from '../src/capture/capture-of.ts';
import type { Document } from '../src/text/document.ts';
import { documentOf } from '../src/text/document-of.ts';
import { slice } from '../src/text/span.ts';

// node bench/extraction.ts [--worst 10] [--only article|fundus|doubling]
const { values: args } = parseArgs({ options: { worst: { type: 'string' }, only: { type: 'string' } } });
const data = join(process.env.HEARSAY_SHARED ?? new URL('../../shared', import.meta.url).pathname, 'data');
const wants = (part: string) => !args.only || args.only === part;

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Words and marks, as the benchmark cuts them; its scores are over runs of four. */
const tokens = (text: string) => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function shingleCounts(text: string): Map<string, number> {
  const words = tokens(text);
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(words.length - 3, Math.min(words.length, 1)); i++) {
    const shingle = words.slice(i, i + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function score(found: string, wanted: string): Score {
  const a = shingleCounts(found);
  const b = shingleCounts(wanted);
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const shared = [...a].reduce((sum, [shingle, n]) => sum + Math.min(n, b.get(shingle) ?? 0), 0);
  const precision = size(a) === 0 ? (size(b) === 0 ? 1 : 0) : shared / size(a);
  const recall = size(b) === 0 ? 1 : shared / size(b);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The benchmark's F1 is that of the mean precision and recall. */
function mean(scores: readonly Score[]): Score {
  const of = (key: keyof Score) => scores.reduce((sum, s) => sum + s[key], 0) / scores.length;
  const [precision, recall] = [of('precision'), of('recall')];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const page = (path: string) => gunzipSync(readFileSync(path));
const captured = (bytes: Uint8Array, address: string) => captureOf({ bytes, address, media: 'text/html' });

/** What a person marks as the body: everything but the headline and what stands under pictures. */
const bodyOf = ({ text, blocks }: Document) =>
  blocks
    .filter(({ kind }) => kind !== 'headline' && kind !== 'caption')
    .map(({ span }) => slice(text, span))
    .join('\n\n');

async function read(bytes: Uint8Array, address: string): Promise<Document | null> {
  try {
    return await documentOf(captured(bytes, address));
  } catch {
    return null;
  }
}

function byReadability(bytes: Uint8Array): string {
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  // elements as they are: textContent alone glues paragraphs together
  const found = parsed(document);
  const blocks =
    (found?.content as unknown as Element | undefined)?.querySelectorAll('p,h1,h2,h3,h4,li,blockquote,pre') ?? [];
  return [...blocks].map((block) => block.textContent).join('\n\n');
}

function parsed(document: unknown) {
  try {
    return new Readability(document as never, { serializer: (element) => element as never }).parse();
  } catch {
    return null;
  }
}

const timed = async <T>(work: () => T): Promise<[Awaited<T>, number]> => {
  const start = performance.now();
  return [await work(), performance.now() - start];
};

const three = (n: number) => n.toFixed(3);
const row = (name: string, cells: readonly (string | number)[]) =>
  console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(10)).join(''));

async function articles(): Promise<void> {
  const folder = join(data, 'article-extraction');
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(join(folder, 'ground-truth.json'), 'utf8'),
  );
  const pages = Object.entries(truth).map(([id, { articleBody, url }]) => ({
    id,
    url,
    wanted: articleBody,
    bytes: page(join(folder, 'html', `${id}.html.gz`)),
  }));
  const ours: { id: string; url: string; score: Score }[] = [];
  let time = 0;
  for (const { id, url, bytes, wanted } of pages) {
    const [document, ms] = await timed(() => read(bytes, url));
    time += ms;
    ours.push({ id, url, score: score(document ? bodyOf(document) : '', wanted) });
  }
  const theirs: Score[] = [];
  let theirTime = 0;
  for (const { bytes, wanted } of pages) {
    const [text, ms] = await timed(() => byReadability(bytes));
    theirTime += ms;
    theirs.push(score(text, wanted));
  }
  row(`article-extraction, ${pages.length} pages`, ['precision', 'recall', 'F1', 'pages/s']);
  for (const [name, scores, ms] of [
    ['Hearsay', ours.map((o) => o.score), time],
    ['Readability', theirs, theirTime],
  ] as const) {
    const { precision, recall, f1 } = mean(scores);
    row(`  ${name}`, [three(precision), three(recall), three(f1), Math.round((pages.length / ms) * 1000)]);
  }
  showWorst(ours.map(({ id, url, score }) => [`${id} ${url}`, score]));
}

function showWorst(scores: readonly (readonly [string, Score])[]): void {
  const worst = scores.toSorted((a, b) => a[1].f1 - b[1].f1).slice(0, Number(args.worst ?? 0));
  for (const [name, { precision, recall, f1 }] of worst)
    console.log('   ', three(f1), three(precision), three(recall), name);
}

interface Expected {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publishing_date?: string;
  readonly body?: { summary: string[]; sections: { headline: string[]; paragraphs: string[] }[] };
}

/** Letters and digits only: quotation marks and spaces differ between a page and its meta tags. */
const same = (a: string | null | undefined) => (a ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

async function fundus(): Promise<void> {
  const folder = join(data, 'fundus-pages');
  const lines = readFileSync(join(folder, 'index.jsonl'), 'utf8').trim().split('\n');
  const hits = { title: 0, published: 0, day: 0, byline: 0, outlet: 0, language: 0 };
  const totals = { ...hits };
  const scores: [string, Score][] = [];
  const theirs: Score[] = [];
  const tell = (key: keyof typeof hits, hit: boolean, what: string) => {
    totals[key]++;
    if (hit) hits[key]++;
    else if (args.worst) console.log('   ', key.padEnd(10), what);
  };
  for (const line of lines) {
    const entry = JSON.parse(line);
    const wanted: Expected = JSON.parse(readFileSync(join(folder, entry.expected), 'utf8'))[entry.version];
    const bytes = page(join(folder, entry.html));
    const document = await read(bytes, entry.url);
    const name = entry.html;
    tell('title', same(document?.title) === same(wanted.title), `${name}: ${document?.title} | ${wanted.title}`);
    const [found, right] = [document?.published ?? '', (wanted.publishing_date ?? '').replace(' ', 'T')];
    tell(
      'published',
      found !== '' && Math.abs(Date.parse(found) - Date.parse(right)) < 60_000,
      `${name}: ${found} | ${right}`,
    );
    tell(
      'day',
      found.slice(0, 10) === right.slice(0, 10) || new Date(right).toISOString().startsWith(found.slice(0, 10) || '-'),
      `${name}: ${found} | ${right}`,
    );
    if (wanted.authors?.length) {
      const all = wanted.authors.every((author) => same(document?.byline).includes(same(author)));
      tell('byline', all, `${name}: ${document?.byline} | ${wanted.authors}`);
    }
    tell(
      'outlet',
      same(document?.outlet).includes(same(entry.name)) || same(entry.name).includes(same(document?.outlet) || '-'),
      `${name}: ${document?.outlet} | ${entry.name}`,
    );
    tell('language', document?.language === entry.language, `${name}: ${document?.language} | ${entry.language}`);
    const body = [
      ...(wanted.body?.summary ?? []),
      ...(wanted.body?.sections ?? []).flatMap((s) => [...s.headline, ...s.paragraphs]),
    ];
    scores.push([name, score(document ? bodyOf(document) : '', body.join('\n\n'))]);
    theirs.push(score(byReadability(bytes), body.join('\n\n')));
  }
  const whole = (all: readonly Score[]) => {
    const { precision, recall, f1 } = mean(all);
    return [three(precision), three(recall), three(f1)];
  };
  row(`fundus-pages, ${lines.length} pages`, ['precision', 'recall', 'F1']);
  row('  Hearsay', whole(scores.map(([, s]) => s)));
  row('  Readability', whole(theirs));
  for (const [key, hit] of Object.entries(hits))
    row(`  right ${key}`, [
      three(hit / totals[key as keyof typeof totals]),
      `${hit}/${totals[key as keyof typeof totals]}`,
    ]);
  showWorst(scores);
}

/** Twice the text, about twice the time: the ratio of the last two is printed. */
async function doubling(): Promise<void> {
  const sentence = 'The mayor said on Tuesday that the bridge would stay shut. ';
  const inputs: Record<string, [media: string, make: (n: number) => string]> = {
    'one line of text, 5 MB': ['text/plain', (n) => sentence.repeat((n * 5_000_000) / sentence.length)],
    'one line in a page, 5 MB': ['text/html', (n) => `<p>${sentence.repeat((n * 5_000_000) / sentence.length)}`],
    '10,000 nested tags': ['text/html', (n) => '<div>'.repeat(n * 10_000) + sentence.repeat(20)],
    '900 nested, 10,000 paragraphs': [
      'text/html',
      (n) => '<div>'.repeat(900) + `<p>${sentence}${sentence}</p>`.repeat(n * 10_000),
    ],
    '10,000 unclosed tags': ['text/html', (n) => `<p>${sentence}<b><i><span>`.repeat(n * 2_500)],
    'Markdown, 100 kB of marks': ['text/markdown', (n) => '*a **b [c '.repeat(n * 10_000)],
    'Markdown, one line of 100 kB': ['text/markdown', (n) => sentence.repeat((n * 100_000) / sentence.length)],
  };
  row('doubling, ms', ['n', '2n', '4n', '4n/2n']);
  for (const [name, [media, make]] of Object.entries(inputs)) {
    const times: number[] = [];
    for (const n of [1, 2, 4]) {
      const capture = captureOf({ bytes: Buffer.from(make(n)), address: name, media });
      const [, ms] = await timed(() => documentOf(capture).catch(() => null));
      times.push(ms);
    }
    row(`  ${name}`, [...times.map(Math.round), (times[2]! / times[1]!).toFixed(1)]);
  }
}

if (!existsSync(data)) console.log(`no data at ${data}: set HEARSAY_SHARED`);
else {
  if (wants('article')) await articles();
  if (wants('fundus')) await fundus();
}
if (wants('doubling')) await doubling();
