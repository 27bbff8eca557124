import { expect, it } from 'vitest';
import { brokenRules, missingOrigin } from './house-rules.ts';
import { filesUnder } from './sources.ts';

it('keeps the rules in all of src', () => {
  expect(
    [...filesUnder('src', '.ts'), ...filesUnder('src', '.tsx')].flatMap(({ path, code }) => brokenRules(path, code)),
  ).toEqual([]);
});

it('says of every word list what, why and whence', () => {
  const lists = filesUnder('lexicons', '.tsv');
  expect(lists.length).toBeGreaterThan(0);
  expect(lists.flatMap(({ path, code }) => missingOrigin(path, code))).toEqual([]);
});

it.each([
  ['a folder by kind', 'text/utils/strings.ts', '', 1],
  ['a file by kind', 'text/helpers.ts', '', 1],
  ['a long file', 'text/a.ts', 'a;\n'.repeat(401), 1],
  ['a file just short enough', 'text/a.ts', 'a;\n'.repeat(400), 0],
  ['work left open', 'text/a.ts', '// TODO: later', 1],
  ['the network by fetch', 'text/a.ts', "await fetch('https://a.example')", 1],
  ['the network by http', 'ledger/a.ts', "import { get } from 'node:https';", 1],
  ['the network by a package', 'cli/a.ts', "await import('undici')", 1],
  ['the place for it', 'capture/fetch-page.ts', 'await fetch(url)', 0],
  ['the client of the API', 'api/client.ts', 'await fetch(url)', 0],
  ['another file of the API', 'api/api.ts', 'await fetch(url)', 1],
  ['a method of that name', 'ledger/a.ts', 'rows.fetch(1)', 0],
  ['an address in words', 'capture/a.ts', "'https://a.example'", 0],
])('src: %s', (_reason, path, code, broken) => {
  expect(brokenRules(path, code)).toHaveLength(broken);
});

it.each([
  ['all three', '# What: a\n# Why: b\n# Whence: c\nsay\n', 0],
  ['no origin', '# What: a\n# Why: b\nsay\n', 1],
  ['told too late', 'say\n# What: a\n# Why: b\n# Whence: c\n', 3],
])('word list: %s', (_reason, list, missing) => {
  expect(missingOrigin('list.tsv', list)).toHaveLength(missing);
});
