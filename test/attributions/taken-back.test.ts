import { expect, it } from 'vitest';
import { accurateModel, fastModel } from '../../src/attributions/attribution-model.ts';
import { isTakenBack } from '../../src/attributions/taken-back.ts';
import { readDocument } from '../../src/read.ts';
import { type Span, words } from '../../src/text/span.ts';
import { documentFrom } from './document.ts';

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
  ['withdrawn by', 'The claim that nine died was withdrawn by the ministry.', 'was withdrawn', 'that nine died', true],
  [
    'it was withdrawn by',
    'The statement has since been retracted by her.',
    'has since been retracted',
    'The statement',
    true,
  ],
  ['by nobody who is named', 'The claim that nine died was withdrawn.', 'was withdrawn', 'that nine died', false],
  ['not withdrawn', 'The claim was not withdrawn by the ministry.', 'was not withdrawn', 'The claim', false],
  ['if withdrawn', 'If the claim was withdrawn by the ministry, he left.', 'was withdrawn', 'the claim', false],
  ['said to be', 'Reports that the claim was withdrawn by her were false.', 'was withdrawn', 'the claim', false],
  ['a bid that was', 'The bid was withdrawn by the firm.', 'was withdrawn', 'The bid', false],
  ['nothing that one said', 'Ruiz recanted.', 'recanted', 'Ruiz', false],
])('%s', (_reason, text, cue, content, expected) => {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  expect(isTakenBack(text, { cue: [spanOf(cue)], content: [spanOf(content)] })).toBe(expected);
});

it.each<[reason: string, text: string, found: string[]]>([
  ['it', 'The claim was withdrawn by the ministry on Friday.', ['the ministry | was withdrawn | The claim: undecided']],
  [
    'what it says',
    'The claim that nine people had died was later withdrawn by the health ministry.',
    ['the health ministry | was later withdrawn | that nine people had died: undecided'],
  ],
  [
    'and says so',
    'A statement saying nine people had died was retracted by the health ministry.',
    ['the health ministry | was retracted | nine people had died: undecided'],
  ],
  [
    'on another’s word',
    'The mayor said the claim that nine people had died was withdrawn by the ministry.',
    [
      'The mayor | said | the claim that nine people had died was withdrawn by the ministry: affirms',
      'the ministry | was withdrawn | that nine people had died: undecided',
    ],
  ],
  ['it is not told by whom', 'His remarks were withdrawn on Friday.', []],
  ['nor who takes back the claim', 'The claim that nine people had died was withdrawn on Friday.', []],
  ['troops', 'The troops were withdrawn by the ministry on Friday.', []],
  [
    'a bid, as is claimed',
    'The claim that the bid was withdrawn by the firm was false, the mayor said.',
    ['the mayor | said | The claim that the bid was withdrawn by the firm was false: affirms'],
  ],
])('withdrawn by whom: %s', async (_reason, text, found) => {
  for (const model of [fastModel(), accurateModel()]) {
    const { document, attributions } = await readDocument(documentFrom([text]), model);
    const say = (spans: readonly Span[]) => words(document.text, spans);
    const told = attributions
      .filter(({ kind, source }) => kind === 'attribution' && source.length > 0)
      .map(({ source, cue, content, polarity }) => `${say(source)} | ${say(cue)} | ${say(content)}: ${polarity}`);
    expect(told).toEqual(found);
  }
});

it('nobody affirms what was withdrawn, though it is told of as a claim', async () => {
  const text = "The health ministry's claim that nine people had died in the Arica port blast was withdrawn on Friday.";
  for (const model of [fastModel(), accurateModel()]) {
    const { document, attributions } = await readDocument(documentFrom([text]), model);
    const said = attributions.filter(({ content }) => words(document.text, content).startsWith('that nine'));
    expect(said.map(({ polarity, content }) => [polarity, words(document.text, content)])).toEqual([
      ['undecided', 'that nine people had died in the Arica port blast'],
    ]);
  }
});
