import { expect, it } from 'vitest';
import { isTakenBack } from '../../src/attributions/taken-back.ts';
import type { Span } from '../../src/text/span.ts';

it.each<[reason: string, text: string, cue: string, content: string, expected: boolean]>([
  ['retracted', 'The ministry retracted its claim that nine died.', 'retracted its claim', 'that nine died', true],
  ['the noun is the cue', 'The ministry retracted its claim that nine died.', 'claim', 'that nine died', true],
  [
    'walked back',
    'The mayor walked back earlier comments that all was safe.',
    'walked back',
    'that all was safe',
    true,
  ],
  ['took back, with the words between', 'She took her accusation back, that he lied.', 'took', 'that he lied', true],
  ['says it no more', 'Police no longer say the man fell.', 'say', 'the man fell', true],
  ['agreed to', 'He agreed to retract his claim that nine died.', 'agreed to retract', 'that nine died', true],
  [
    'was forced to',
    'He was forced to withdraw the charge, and the claim that nine died.',
    'claim',
    'that nine died',
    false,
  ],
  ['not', 'The ministry has not retracted its claim that nine died.', 'has not retracted', 'that nine died', false],
  ['never', 'He never withdrew his statement that nine died.', 'withdrew', 'that nine died', false],
  ['refused to', 'He refused to retract his claim that nine died.', 'refused to retract', 'that nine died', false],
  ['if', 'If he retracted his claim that nine died, they would stop.', 'retracted', 'that nine died', false],
  ['troops', 'Orlo withdrew troops after reports that nine died.', 'reports', 'that nine died', false],
  ['a bid', 'The firm withdrew its bid after claims that nine died.', 'claims', 'that nine died', false],
  ['on foot', 'The mayor walked back to the story he told.', 'told', 'the story', false],
  ['not yet', 'He has not yet retracted his claim that nine died.', 'retracted his claim', 'that nine died', false],
  ['nobody', 'No one has retracted the claim that nine died.', 'has retracted the claim', 'that nine died', false],
  ['neither', 'Neither he nor she retracted the claim that nine died.', 'retracted', 'that nine died', false],
  ['if, further off', 'If the ministry retracted its claim that nine died, he left.', 'claim', 'that nine died', false],
  ['might have', 'He could have retracted his claim that nine died.', 'retracted', 'that nine died', false],
  ['asked', 'Has he retracted his claim that nine died?', 'retracted his claim', 'that nine died', false],
  ['unless', 'Unless he retracts his claim that nine died, she will sue.', 'retracts', 'that nine died', false],
  ['considered', 'He considered retracting his claim that nine died.', 'claim', 'that nine died', false],
  ['said to have', 'He reportedly retracted his claim that nine died.', 'retracted', 'that nine died', false],
  [
    'denied',
    'He denied that he had retracted his claim that nine died.',
    'retracted his claim',
    'that nine died',
    false,
  ],
  ['rumours', 'Reports that he retracted his claim that nine died were false.', 'retracted', 'that nine died', false],
  ['another’s', 'The mayor retracted the ministry’s claim that nine died.', 'claim', 'that nine died', false],
  ['a part of a plane', 'The pilot retracted the landing gear.', 'retracted', 'the landing gear', false],
  ['whether', 'She no longer says whether nine died.', 'says', 'whether nine died', false],
  [
    'not one thing, but this',
    'He did not resign but retracted his claim that nine died.',
    'claim',
    'that nine died',
    true,
  ],
  ['at the start', 'Retracting his claim that nine died, he left.', 'Retracting', 'that nine died', true],
  ['stands by it no more', 'He no longer stands by his claim that nine died.', 'claim', 'that nine died', true],
  ['disowned', 'He disowned his claim that nine died.', 'claim', 'that nine died', true],
  ['rolled back', 'He rolled back his claim that nine died.', 'rolled back his claim', 'that nine died', true],
  ['by retracting', 'He erred by retracting his claim that nine died.', 'retracting', 'that nine died', true],
  ['a story with what it claims', 'It retracted a story claiming that he fled.', 'claiming', 'that he fled', true],
  ['nothing that one said', 'Ruiz recanted.', 'recanted', 'Ruiz', false],
])('%s', (_reason, text, cue, content, expected) => {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  expect(isTakenBack(text, { cue: [spanOf(cue)], content: [spanOf(content)] })).toBe(expected);
});
