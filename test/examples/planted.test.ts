import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { captureOf } from '../../src/capture/capture-of.ts';
import { mediaOf } from '../../src/capture/media.ts';
import type { Document } from '../../src/text/document.ts';
import { documentOf } from '../../src/text/document-of.ts';

interface Statement {
  readonly id: string;
  /** the sentence, or headline, that holds source and cue */
  readonly passage: string;
  readonly source: readonly string[];
  readonly cue: readonly string[];
  readonly content: readonly string[];
  readonly hedges: readonly string[];
  readonly within: string | null;
  readonly chain: readonly string[];
}

interface Report {
  readonly file: string;
  readonly outlet: string;
  readonly published: string;
  readonly updated?: string;
  readonly relations: readonly { kind: string; of: string; words?: string }[];
  readonly credits: readonly string[];
  readonly statements: readonly Statement[];
  readonly silences: readonly string[];
  readonly voices: readonly string[];
  readonly hedged?: readonly string[];
  readonly unknowns: readonly { words: string; about: string }[];
  readonly figures: readonly { words: string; min: number | null; max: number | null; of: string | null }[];
  readonly times: readonly { words: string; value: string }[];
}

interface Planted {
  readonly reports: readonly Report[];
  readonly claims: readonly { claim: string; members: readonly { file: string; words: string }[] }[];
}

const folder = join(import.meta.dirname, '../../examples/kursk');
const { reports, claims } = JSON.parse(readFileSync(join(folder, 'planted.json'), 'utf8')) as Planted;
const documents = new Map<string, Document>();
const textOf = (file: string): string => documents.get(file)!.text;

beforeAll(async () => {
  for (const { file } of reports) {
    const bytes = readFileSync(join(folder, file));
    documents.set(file, await documentOf(captureOf({ bytes, address: file, media: mediaOf(file)! })));
  }
});

const count = (text: string, words: string): number => text.split(words).length - 1;

describe.each(reports.map((report) => [report.file, report] as const))('%s', (file, report) => {
  it.each(report.statements)('$id stands in the text, word for word', ({ passage, source, cue, content, hedges }) => {
    const text = textOf(file);
    expect(count(text, passage), passage).toBe(1);
    for (const words of [...source, ...cue]) expect(passage).toContain(words);
    for (const words of content) expect(text).toContain(words);
    for (const words of hedges) expect(content.join(' ') + passage).toContain(words);
  });

  it('has its voices, unknowns, figures and times in the text', () => {
    const rows = [...report.unknowns.flatMap(({ words, about }) => [words, about]), ...report.silences];
    const counted = [
      ...report.figures.flatMap(({ words, of }) => [words, of ?? words]),
      ...report.times.map((t) => t.words),
    ];
    for (const words of [...rows, ...counted, ...report.voices, ...(report.hedged ?? [])])
      expect(textOf(file)).toContain(words);
  });

  it('says on whose word it prints, where it relies on another', () => {
    for (const { of, words } of report.relations) {
      expect(reports.map((each) => each.file)).toContain(of);
      if (words) expect(textOf(file)).toContain(words);
    }
  });

  it('tells its outlet, its times and its credits', () => {
    const { outlet, published, updated, credits } = documents.get(file)!;
    expect({ outlet, published }).toEqual({ outlet: report.outlet, published: report.published });
    if (report.updated) expect(updated).toBe(report.updated);
    for (const name of report.credits.filter((name) => textOf(file).includes(`by ${name}`)))
      expect(credits.join(' ')).toContain(name);
  });

  it('names only statements of its own as the ones around', () => {
    const ids = report.statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { within } of report.statements) if (within) expect(ids).toContain(within);
  });

  it('ends every chain at its own outlet', () => {
    for (const { chain } of report.statements) expect(chain.at(-1)).toBe(report.outlet);
  });

  it('leaves the page around the report out', () => {
    expect(textOf(file)).not.toMatch(/cookies|Sign up|Most read|All rights reserved|More in World|Become a member/);
  });
});

it('lists every report of the folder, and only those', () => {
  const files = readdirSync(folder).filter((name) => mediaOf(name) && !name.startsWith('README'));
  expect(reports.map(({ file }) => file)).toEqual(files.sort());
});

it('is told in the README, file by file', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  for (const { file, outlet } of reports) expect(readme).toContain(`| [${file}](${file}) | ${outlet} |`);
});

it.each(claims)('claim: $claim', ({ members }) => {
  for (const { file, words } of members) expect(textOf(file)).toContain(words);
});

/** Share of the 5-grams of one text that stand in another too: 1 for a full copy. */
function copied(text: string, from: string): number {
  const theirs = new Set(fiveGrams(from));
  const ours = fiveGrams(text);
  return ours.filter((gram) => theirs.has(gram)).length / ours.length;
}

function fiveGrams(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(4).map((_, i) => words.slice(i, i + 5).join(' '));
}

it.each([
  ['02-halyard-agency.txt', 'a wire copy', 0.7, 1],
  ['03-northgate-examiner.html', 'a rewrite in its own words', 0, 0.3],
  ['04-vistula-dispatch.md', 'a rewrite of two', 0, 0.3],
  ['07-quill-daily.html', 'a later report', 0, 0.3],
])('%s against the original: %s', (file, _reason, least, most) => {
  const share = copied(textOf(file), textOf('01-wexley-courier.html'));
  expect(share).toBeGreaterThanOrEqual(least);
  expect(share).toBeLessThan(most);
});
