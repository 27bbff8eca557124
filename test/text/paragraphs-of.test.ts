import { expect, test } from 'vitest';
import { paragraphsOf } from '../../src/text/paragraphs-of.ts';
import { slice } from '../../src/text/span.ts';

const first =
  'Nine people were killed on Tuesday when a fertiliser store blew up\nat the port of Arica. The mayor, who was in Lima at the time, said that\nhe would return on Wednesday.';
const second =
  'The ministry opened an inquiry. It said that the store had been full\nsince January, and that nobody knew whose it was.';
const named =
  'Nine people were killed on Tuesday when a fertiliser store of Jorge and\nAna Rojas blew up at the port of Arica, said the interior minister, Tom\nLi, who was in Lima at the time, and who will return.';
const dashed =
  'Nine people were killed on Tuesday when a fertiliser store near the sea\n— it had been full since January — blew up at the port of Arica, said\nthe interior minister, who was in Lima at the time.';
const even =
  'The mayor of Wexley quit on Tuesday, said her office there.\nThe bridge of Wexley is shut until the end of the spring.\nThe owner of the fertiliser store has not been named yet.\nNobody in the city of Wexley minds the loss of the bridge.';

test.each<[why: string, text: string, paragraphs: string[]]>([
  ['broken lines without blank ones', `${first}\n${second}`, [first, second]],
  ['a line broken before a dash', dashed, [dashed]],
  ['entries with dashes', 'The dead:\n— Anna Berg\n— Tom Li', ['The dead:', '— Anna Berg', '— Tom Li']],
  ['an address under a name', 'Northgate Examiner\nexaminer.example', ['Northgate Examiner', 'examiner.example']],
  ['a line broken before a name', named, [named]],
  ['sentences that are as long as one another', even, even.split('\n')],
  ['a broken sentence alone', first.split('. ')[0]!, [first.split('. ')[0]!]],
  ['two broken lines', 'The mayor said\nthe bridge is shut.', ['The mayor said\nthe bridge is shut.']],
  [
    'short paragraphs in lines',
    'The mayor quits.\nThe bridge is shut.\nNobody minds.',
    ['The mayor quits.', 'The bridge is shut.', 'Nobody minds.'],
  ],
  [
    'verses',
    'Two lights that go across the bay\nAnd neither knows the other’s name\nThe one is late',
    ['Two lights that go across the bay', 'And neither knows the other’s name', 'The one is late'],
  ],
  [
    'verses between blank lines stay together',
    'Two lights that go\nAnd neither knows\n\nThe one is late',
    ['Two lights that go\nAnd neither knows', 'The one is late'],
  ],
  [
    'entries',
    'The dead of Arica, whom the ministry of the interior named on Tuesday, are\n- Anna Berg, 41\n- Tom Li, 33',
    ['The dead of Arica, whom the ministry of the interior named on Tuesday, are', '- Anna Berg, 41', '- Tom Li, 33'],
  ],
  [
    'a headline right over a broken paragraph',
    `Nine dead in Arica\n${first}\n\n${second}`,
    ['Nine dead in Arica', first, second],
  ],
  [
    'a paragraph that opens with a small letter',
    'Nine people were killed.\niFerry has stopped.',
    ['Nine people were killed.', 'iFerry has stopped.'],
  ],
])('%s', (_why, text, paragraphs) => expect(paragraphsOf(text).map((span) => slice(text, span))).toEqual(paragraphs));
