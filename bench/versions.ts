/**
 * What changed between two versions of a report, against edits that are known: each line of two invented stories is edited
 * in every way, alone and together with another, the rest kept; then Quill Daily's correction in examples/kursk. Errors
 * were read on the first story only.
 *
 *     node bench/versions.ts [--errors]
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fastModel } from '../src/attributions/attribution-model.ts';
import { gather } from '../src/capture/gather.ts';
import { Refusal } from '../src/capture/refusal.ts';
import { linksOf } from '../src/claims/links.ts';
import { versionsOf } from '../src/claims/versions.ts';
import { type Reading, read, readDocument } from '../src/read.ts';
import type { Document } from '../src/text/document.ts';
import type { Span } from '../src/text/span.ts';
import { type Line, stories } from './versions/stories.ts';

const { values: opt } = parseArgs({ options: { errors: { type: 'boolean', default: false } } });
const model = fastModel();

const EDITS = {
  'figure moved': (line: Line) => (line.figure ? said({ ...line, figure: line.moved }) : null),
  softened: (line: Line) => said({ ...line, content: line.doubted }),
  'attribution dropped': (line: Line) => `${capital(filled(line))}.`,
  'source changed': (line: Line) => said({ ...line, who: line.other }),
  reworded: (line: Line) => said({ ...line, content: line.reworded }),
  dropped: () => '',
} as const;
type Edit = keyof typeof EDITS;
/** What the same edit is called where the later version comes first. */
const BACK: Readonly<Partial<Record<Edit, string>>> = {
  softened: 'hardened',
  'attribution dropped': 'attribution added',
  dropped: 'added',
};

const filled = ({ content, figure }: Line): string => content.replace('@', figure);
const said = (line: Line): string => `${capital(line.who)} said ${filled(line)}.`;
const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

/** A report with a paragraph a line; a line that was dropped keeps its place, empty. */
function reading(lines: readonly string[], day: string): Promise<Reading> {
  let end = 0;
  const blocks = lines.map((line) => {
    const span: Span = [end, end + line.length];
    end = span[1] + 2;
    return { kind: 'paragraph' as const, span };
  });
  const text = lines.join('\n\n');
  const sha256 = createHash('sha256').update(`${day} ${text}`).digest('hex');
  const document: Document = {
    ...{ id: sha256.slice(0, 12), sha256, capture: sha256, address: 'bench', url: 'https://wexley.example/story' },
    ...{ outlet: 'The Wexley Courier', title: null, byline: null, dateline: null, published: day, updated: null },
    ...{ language: 'en', credits: [], text, blocks: blocks.filter(({ span: [from, to] }) => from < to) },
  };
  return readDocument(document, model);
}

interface Count {
  found: number;
  given: number;
  right: number;
}

/** "3 softened": the line, and what befell it. */
async function changesBetween(before: readonly string[], after: readonly string[]): Promise<Set<string>> {
  const readings = [await reading(before, '2024-11-20'), await reading(after, '2024-11-21')];
  const links = linksOf(readings);
  const [, later] = versionsOf(readings[0]!.document.id, links);
  const lineOf = (id: string, lines: readonly string[]): number => {
    const { span } = links.assertions.get(id)!;
    let end = 0;
    return lines.findIndex((line) => {
      end += line.length + 2;
      return span[0] < end;
    });
  };
  return new Set(
    later!.changed.flatMap(({ before: old, after: now, changes }) =>
      changes.map((change) => `${old ? lineOf(old, before) : lineOf(now!, after)} ${change}`),
    ),
  );
}

async function story(lines: readonly Line[]): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>();
  const count = (kind: string): Count => {
    if (!counts.has(kind)) counts.set(kind, { found: 0, given: 0, right: 0 });
    return counts.get(kind)!;
  };
  const plain = lines.map(said);
  const compare = async (before: string[], after: string[], wanted: readonly string[]) => {
    const found = await changesBetween(before, after);
    for (const each of wanted) count(each.slice(2)).given++;
    for (const each of found) count(each.slice(2)).found++;
    for (const each of wanted) if (found.has(each)) count(each.slice(2)).right++;
    if (opt.errors && (found.size !== wanted.length || wanted.some((each) => !found.has(each))))
      console.log(
        `  ${wanted.join(', ')}, and not ${[...found].join(', ') || 'nothing'}\n    ${after.find((line, i) => line !== before[i]) || '(gone)'}`,
      );
  };
  for (const [i, line] of lines.entries()) {
    for (const [j, kind] of (Object.keys(EDITS) as Edit[]).entries()) {
      const edited = EDITS[kind](line);
      if (edited === null) continue;
      const after = plain.with(i, edited);
      await compare(plain, after, [`${i} ${kind}`]);
      if (BACK[kind]) await compare(after, plain, [`${i} ${BACK[kind]}`]);
      const second = (i + 1 + j) % lines.length;
      if (second !== i)
        await compare(plain, after.with(second, EDITS.softened(lines[second]!)), [
          `${i} ${kind}`,
          `${second} softened`,
        ]);
    }
  }
  return counts;
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)}%`).padStart(6);

for (const [half, lines] of Object.entries(stories)) {
  console.log(`${half}: precision, recall, edits`);
  const counts = await story(lines);
  for (const [kind, { found, given, right }] of [...counts].sort())
    console.log(`  ${kind.padEnd(20)} ${percent(right, found)} ${percent(right, given)} ${String(given).padStart(5)}`);
}

const readings: Reading[] = [];
for (const file of ['07-quill-daily.html', '08-quill-daily-corrected.html'])
  for await (const capture of gather(new URL(`../examples/kursk/${file}`, import.meta.url).pathname))
    if (!(capture instanceof Refusal)) readings.push(await read(capture, {}, model));
const links = linksOf(readings);
const [, corrected] = versionsOf(readings[0]!.document.id, links);
console.log('examples/kursk, 07 → 08');
const wordsOf = (id: string | null): string => {
  const told = id === null ? null : links.assertions.get(id)!;
  return told ? links.readings.get(told.document)!.document.text.slice(...told.span) : '–';
};
for (const { before, after, changes } of corrected!.changed)
  console.log(`  ${changes.join(', ')}\n    ${wordsOf(before)}\n    ${wordsOf(after)}`);
for (const { kind, mistakes } of corrected!.notices) console.log(`  notice: ${kind}, ${mistakes.length} mistakes told`);
