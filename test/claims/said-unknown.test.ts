import { expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { linksOf } from '../../src/claims/links.ts';
import { saidUnknown } from '../../src/claims/said-unknown.ts';
import { readDocument } from '../../src/read.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from '../attributions/document.ts';

const FIRST = 'A Peruvian minister was wounded in an attack on the port of Ilo, officials said.';
const SECOND = 'Police said a Peruvian minister was wounded in the attack on the port of Ilo.';

/** What the second report says is not known of the claim that both make. */
async function askedOf(more: string): Promise<string[][]> {
  const model = fastModel();
  const texts = [FIRST, `${SECOND} ${more}`];
  const readings = await Promise.all(
    texts.map((text, day) => readDocument(documentFrom([text], { published: `2025-03-0${day + 1}` }), model)),
  );
  const links = linksOf(readings);
  const claim = links.claims.find(({ members }) => members.length > 1)!;
  return saidUnknown(claim, links).map(({ document, about, kind, who }) => {
    const { text } = links.readings.get(document)!.document;
    return [kind, slice(text, about), ...(who ? [slice(text, who)] : [])];
  });
}

it.each([
  [
    'a question of what is said',
    'It remains unclear whether the minister was wounded by a shell.',
    [['unclear', 'whether the minister was wounded by a shell']],
  ],
  [
    'a question as a subject',
    'Whether the minister was wounded then has not been established.',
    [['unknown', 'Whether the minister was wounded then']],
  ],
  [
    'how it is, which presupposes that it is',
    'The ministry would not say how badly the minister was wounded.',
    [['undisclosed', 'how badly the minister was wounded', 'The ministry']],
  ],
  ['what points back to it', 'Their account could not be independently verified.', [['unconfirmed', 'Their account']]],
  ['a question of something else', 'It remains unclear whether the museum in Tacna will reopen.', []],
  ['who says nothing at all', 'The government declined to comment.', []],
  ['nothing', '', []],
])('%s', async (_reason, more, asked) => {
  expect(await askedOf(more)).toEqual(asked);
});

it('a page stands where it was changed last, after what others said meanwhile', async () => {
  const open = 'Their account could not be independently verified.';
  const days = [{ published: '2025-03-01', updated: '2025-03-05' }, { published: '2025-03-03' }];
  const readings = await Promise.all(
    [FIRST, SECOND].map((text, i) => readDocument(documentFrom([`${text} ${open}`], days[i]!), fastModel())),
  );
  const links = linksOf(readings);
  const claim = links.claims.find(({ members }) => members.length > 1)!;
  expect(saidUnknown(claim, links).map(({ at }) => at)).toEqual(['2025-03-03', '2025-03-05']);
});
