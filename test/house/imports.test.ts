import { expect, it } from 'vitest';
import { importsOf, wrongImports } from './import-direction.ts';
import { filesUnder } from './sources.ts';

it('keeps the direction in all of src', () => {
  const files = [...filesUnder('src', '.ts'), ...filesUnder('src', '.tsx')];
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(({ path, code }) => wrongImports(path, code))).toEqual([]);
});

it.each([
  ['a plain import', "import { slice } from '../text/span.ts';", ['../text/span.ts']],
  ['a type import', "import type { Span } from '../text/span.ts';", ['../text/span.ts']],
  ['over several lines', "import {\n  a,\n  type b,\n} from './c.ts';", ['./c.ts']],
  ['a default beside names', "import a, { b } from './c.ts';", ['./c.ts']],
  ['for its effects', "import './effect.ts';", ['./effect.ts']],
  ['an export of all', "export * from './a.ts';\nexport * as b from './b.ts';", ['./a.ts', './b.ts']],
  ['an export of some', "export { a } from './a.ts';\nexport type { B } from './b.ts';", ['./a.ts', './b.ts']],
  ['at run time', "const { a } = await import('./a.ts');", ['./a.ts']],
  ['inside a type', "type A = import('./a.ts').A;", ['./a.ts']],
  ['as a worker', "new Worker(new URL('./worker.ts', import.meta.url));", ['./worker.ts']],
  ['a constant is none', "export const from = 'x';\nexport const a = { from: './b.ts' };", []],
  ['words in a text are none', "const said = 'taken from';\n// import { a } from './a.ts';", []],
])('finds %s', (_reason, code, expected) => {
  expect(importsOf(code)).toEqual(expected);
});

it.each([
  ['a later stage', 'text/document-of.ts', '../ledger/ledger.ts', 1],
  ['the stage next on the right', 'language/parse.ts', '../attributions/attribute.ts', 1],
  ['the main path, from a stage', 'meaning/figures.ts', '../read.ts', 1],
  ['the ledger, from the main path', 'read.ts', './ledger/ledger.ts', 1],
  ['a folder without a place', 'text/span.ts', '../utils/strings.ts', 1],
  ['out of src', 'text/span.ts', '../../test/house/sources.ts', 1],
  ['a deep folder is of its stage', 'text/html/page.ts', '../../cli/table.ts', 1],
  ['its own folder', 'text/html/page.ts', '../span.ts', 0],
  ['an earlier stage', 'ledger/ledger.ts', '../text/span.ts', 0],
  ['the main path, from the ledger', 'ledger/ledger.ts', '../read.ts', 0],
  ['a package', 'text/span.ts', 'htmlparser2', 0],
])('judges %s', (_reason, path, address, wrong) => {
  expect(wrongImports(path, `import { x } from '${address}';`)).toHaveLength(wrong);
  expect(wrongImports(path, `export type * from '${address}';`)).toHaveLength(wrong);
});

it('asks for a place for each new folder', () => {
  expect(wrongImports('helpers/a.ts', '')[0]).toContain('src/helpers has no place in the order');
});
