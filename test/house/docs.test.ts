import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accept, blocksOf, matches, stepsOf } from './console-blocks.ts';
import { makeCheckout, removeCheckout, run, runnable } from './run-command.ts';
import { root } from './sources.ts';

const accepting = process.env.HEARSAY_ACCEPT === '1';

const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root }).sort()]
  .filter((page) => existsSync(join(root, page)))
  .filter((page) => blocksOf(readFileSync(join(root, page), 'utf8')).length > 0);

it.each(pages)(
  '%s: every command prints what is shown',
  (page) => {
    const markdown = readFileSync(join(root, page), 'utf8');
    const blocks = blocksOf(markdown);
    const printed = printedBy(blocks.map(({ steps }) => steps.map(({ command }) => command)));
    if (accepting) writeFileSync(join(root, page), accept(markdown, printed));
    else
      for (const [i, { steps }] of blocks.entries())
        for (const [j, { command, expected }] of steps.entries()) {
          const actual = printed[i]![j]!;
          if (actual !== null && !matches(expected, actual)) expect.soft(actual.trim(), `$ ${command}`).toBe(expected);
        }
  },
  300_000,
);

/** What the commands of one page print, run in order in one fresh folder. */
function printedBy(blocks: string[][]): (string | null)[][] {
  const folder = makeCheckout();
  try {
    return blocks.map((commands) => commands.map((shown) => printedIn(folder, runnable(shown))));
  } finally {
    removeCheckout(folder);
  }
}

const printedIn = (folder: string, command: string | null): string | null => command && run(command, folder);

describe('what is shown against what is printed', () => {
  it.each([
    ['the same', 'a\nb', 'a\nb\n', true],
    ['spaces at line ends do not show', 'a\nb', 'a  \nb', true],
    ['another line', 'a\nb', 'a\nc', false],
    ['a line too few', 'a', 'a\nb', false],
    ['a line too many', 'a\nb', 'a', false],
    ['nothing shown, something printed', '', 'a', false],
    ['… for many lines', 'a\n…\nd', 'a\nb\nc\nd', true],
    ['… for no line', 'a\n…\nd', 'a\nd', true],
    ['… at the end', 'a\n…', 'a\nb\nc', true],
    ['… does not eat what comes after', 'a\n…\nd', 'a\nb\nc', false],
    ['… at a line end', 'read in …\nb', 'read in 3 s\nb', true],
    ['… at a line end stays in its line', 'read …', 'read 3\nfiles', false],
    ['… inside a line is itself', 'a…b', 'axb', false],
    ['signs are themselves', 'a.c (1)', 'abc (1)', false],
  ])('%s', (_reason, expected, actual, same) => {
    expect(matches(expected, actual)).toBe(same);
  });
});

describe('steps', () => {
  it.each([
    ['one command', '$ a b\nout', [{ command: 'a b', expected: 'out' }]],
    [
      'two, the first silent',
      '$ a\n$ b\nout\nmore',
      [
        { command: 'a', expected: '' },
        { command: 'b', expected: 'out\nmore' },
      ],
    ],
    ['one over two lines', '$ a \\\n  b\nout', [{ command: 'a \\\n  b', expected: 'out' }]],
    ['a price is no command', '$ a\ncosts $ 5', [{ command: 'a', expected: 'costs $ 5' }]],
  ])('%s', (_reason, block, steps) => {
    expect(stepsOf(block)).toEqual(steps);
  });
});

it('finds console blocks only, in lists too', () => {
  const blocks = blocksOf(
    '```sh\n$ no\n```\n\n```console\n$ yes\n```\n\n- item\n\n  ```console\n  $ inner\n  out\n  ```\n',
  );
  expect(blocks.map(({ lines, steps }) => [lines, steps.map(({ command }) => command)])).toEqual([
    [[5, 6], ['yes']],
    [[11, 13], ['inner']],
  ]);
});

it('accepts what changed, and leaves what still matches with its …', () => {
  const page =
    '# A\n\n```console\n$ a\nsays …\n$ b\nold\n$ npm ci\nadded\n```\n\n- c\n\n  ```console\n  $ c\n  old\n  ```\n';
  const accepted = accept(page, [['says 3\n', 'new\n\nlines\n', null], ['new\n']]);
  expect(accepted).toBe(
    '# A\n\n```console\n$ a\nsays …\n$ b\nnew\n\nlines\n$ npm ci\nadded\n```\n\n- c\n\n  ```console\n  $ c\n  new\n  ```\n',
  );
});

it.each([
  ['set-up is not run', 'npm ci', null],
  ['nor a clone', 'git clone https://a.example/b.git && cd b', null],
  ['what follows it is', 'npm ci && npm run --silent hearsay -- verify', 'hearsay verify'],
  ['the start script', 'npm ci && npm start', 'node src/cli/hearsay.ts read examples/kursk'],
  ['a pipe', 'echo a | npm run --silent hearsay -- read -', 'echo a | hearsay read -'],
])('%s', (_reason, shown, command) => {
  expect(runnable(shown)).toBe(command);
});

it('runs a page’s commands in one folder that has the examples, and shows errors too', () => {
  const commands = ['echo a > made.txt', 'cat made.txt; echo b >&2', 'ls examples/kursk/01-*', 'hearsay --version'];
  const [[, both, list, version]] = printedBy([commands]) as [string[]];
  expect([both, list]).toEqual(['a\nb\n', 'examples/kursk/01-wexley-courier.html\n']);
  expect(version).toMatch(/^\d+\.\d+\.\d+\n$/);
});
