import { expect, it } from 'vitest';
import { attribute } from '../../src/attributions/attribute.ts';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { parse } from '../../src/language/parse.ts';
import { saidWhen } from '../../src/meaning/said-when.ts';
import { times } from '../../src/meaning/times.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

/** For each attribution, the words that tell when it was said */
async function saidIn(text: string): Promise<(string | null)[]> {
  const document = documentFrom([text], { published: '2024-11-22' });
  const parsed = parse(document);
  const found = times(document, parsed);
  const statements = (await attribute(document, parsed, fastModel())).filter(({ kind }) => kind === 'attribution');
  return statements.map((statement) => {
    const at = saidWhen(parsed, found, statement);
    return at === null ? null : slice(text, found[at]!.span);
  });
}

it.each<[reason: string, text: string, expected: (string | null)[]]>([
  ['after the cue', 'Davis said on Friday that the bridge fell.', ['Friday']],
  ['without a preposition', 'Davis said Friday that the bridge fell.', ['Friday']],
  ['after the one who is told', 'Davis told the Courier on Thursday that the bridge fell.', ['Thursday']],
  ['at the opening', 'On Tuesday, Davis said that the bridge fell.', ['Tuesday']],
  ['after a quotation', '“The bridge fell,” Davis said on Monday.', ['Monday']],
  ['what happened is not when it was said', 'Davis said that the bridge fell on Wednesday.', [null]],
  ['both', 'Davis said on Friday that the bridge fell on Wednesday.', ['Friday']],
  ['a dated statement', 'Davis said in a statement on Friday that the bridge fell.', ['Friday']],
  ['a stretch is no point', 'Davis has said for years that the bridge would fall.', [null]],
  ['none is told', 'Davis said that the bridge fell.', [null]],
])('said when: %s', async (_reason, text, expected) => {
  expect(await saidIn(text)).toEqual(expected);
});
