import { expect, it } from 'vitest';
import { withAsideDenials } from '../../src/attributions/denied-aside.ts';
import { englishCues } from '../../src/attributions/lexicon.ts';
import { parse } from '../../src/language/parse.ts';
import { words } from '../../src/text/span.ts';
import { documentFrom } from './document.ts';

/** "source | cue | content" of the denials found where nothing else was. */
function denials(text: string): string[] {
  return withAsideDenials(parse(documentFrom([text])), [], englishCues()).map(({ candidate }) =>
    [candidate.source, candidate.cue, candidate.content].map((spans) => words(text, spans)).join(' | '),
  );
}

it.each<[reason: string, text: string, found: string[]]>([
  [
    'which',
    'The army, which denies carrying out the strike, said it had closed the road.',
    ['The army | denies | carrying out the strike'],
  ],
  [
    'who, with adverbs and a thing that is denied',
    'Colonel Ruiz, who has repeatedly denied any role in the raid, was seen in Selm.',
    ['Colonel Ruiz | has repeatedly denied | any role in the raid'],
  ],
  [
    'a clause',
    'Iran, which denies that it seeks a weapon, closed the site.',
    ['Iran | denies | that it seeks a weapon'],
  ],
  [
    'a name within a name',
    'The ministry of Orlo, which denies any role, closed the site.',
    ['The ministry of Orlo | denies | any role'],
  ],
  [
    'whom somebody speaks for',
    'A spokesman for the army, which denies any role, was seen in Selm.',
    ['the army | denies | any role'],
  ],
  ['of two who may be meant nobody', 'A spokesman for the mayor, who denies any role, was seen in Selm.', []],
  ['it may', 'The army, which may deny carrying out the strike, left.', []],
  ['no longer', 'The army, which no longer denies carrying out the strike, left.', []],
  ['it tried to', 'The army, which tried to deny carrying out the strike, left.', []],
  ['neither', 'The ministry, which neither confirmed nor denied the report, was closed.', []],
  ['access', 'The agency, which denied it access, was closed.', []],
  ['a role that was denied to him', 'The council, which denied him a role, was closed.', []],
  ['a claim that is refused', 'The insurer, which denied the claim, was closed.', []],
  ['which of them denies', 'Every official who denied the reports was sacked.', []],
  ['entry is withheld, not denied', 'The guards, who denied the crew entry, were seen in Selm.', []],
  ['a statement of its own, left to others', 'The army denied carrying out the strike.', []],
  ['what was denied to somebody', 'The crew, which was denied water, left.', []],
])('%s', (_reason, text, found) => {
  expect(denials(text)).toEqual(found);
});

it('takes no word of what was found before, and cuts a source that ran over it', () => {
  const text = 'The army, which denies carrying out the strike, said it had closed the road.';
  const parsed = parse(documentFrom([text]));
  const at = (part: string): readonly [number, number] => [text.indexOf(part), text.indexOf(part) + part.length];
  const said = {
    ...({ cueClass: 'verb', lemma: 'say', frame: 'that', at: 9, rate: 1 } as const),
    source: [at('The army, which denies carrying out the strike')],
    cue: [at('said')],
    content: [at('it had closed the road')],
  };
  const [first, second] = withAsideDenials(parsed, [{ candidate: said, within: null }], englishCues());
  expect(words(text, first!.candidate.source)).toBe('The army');
  expect(words(text, second!.candidate.cue)).toBe('denies');
  const whole = { ...said, content: [at('carrying out the strike, said it had closed the road')] };
  expect(withAsideDenials(parsed, [{ candidate: whole, within: null }], englishCues())).toHaveLength(1);
});
