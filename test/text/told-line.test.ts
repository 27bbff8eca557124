import { expect, test } from 'vitest';
import { isByline, outletOfByline } from '../../src/text/byline.ts';
import { isOutletName } from '../../src/text/outlet-name.ts';
import { toldLine } from '../../src/text/told-line.ts';

const summary = (line: string) =>
  toldLine(line)?.map(({ kind, told, name }) => [kind, ...Object.values(told), ...(name ? [name] : [])].join(' ')) ??
  null;

test.each<[line: string, parts: string[] | null, why: string]>([
  ['By Anna Berg', ['byline Anna Berg'], 'a name'],
  [
    'By Anna Berg, Northgate Examiner, March 12, 2025',
    ['byline Anna Berg, Northgate Examiner', 'date 2025-03-12'],
    'commas',
  ],
  [
    'By Anna Berg Published 12 March 2025 Updated 13 March 2025',
    ['byline Anna Berg', 'date 2025-03-12', 'date 2025-03-13'],
    'no marks',
  ],
  ['Anna Berg told the board on 12 March 2025', null, 'a sentence with a day'],
  ['12 March 2025 was a Wednesday', null, 'a sentence that opens with one'],
  ['Arica Blast 12 March 2025', null, 'a headline with one'],
  ['Wed 12 Mar 2025 14.05 GMT', ['date 2025-03-12T14:05:00Z'], 'a weekday, points'],
  ['Updated 9:30 AM EDT, March 12, 2025', ['date 2025-03-12'], 'the time first'],
  ['Updated - March 12, 2025 02:05 pm IST - NEW DELHI', ['date 2025-03-12'], 'a place behind it'],
  ['March 12, 2025Updated 9:30 a.m. ET', ['date 2025-03-12', 'date'], 'run together'],
  ['Posted: 3 hours ago', ['date'], 'only its reader knew the day'],
  ['05/03/2025', ['date'], 'two days'],
  ['14:05', ['label'], 'of an entry as well'],
  ['12 March', ['label'], 'of an entry as well'],
  ['Northgate Examiner, 12 March 2025', ['outlet Northgate Examiner', 'date 2025-03-12'], 'an outlet'],
  ['Halyard News Agency, 12 March 2025', ['outlet Halyard News Agency', 'date 2025-03-12'], 'an agency with its day'],
  ['Reuters | Sep 18, 2025', ['agency Reuters', 'date 2025-09-18'], 'an agency that may only be given credit'],
  ['Source: Reuters', ['credit'], 'nor does this one print'],
  ['PTI', ['agency PTI'], 'an agency alone'],
  ['Arica, 12 March 2025', ['date 2025-03-12'], 'a place'],
  ['Source: Northgate Examiner', ['outlet Northgate Examiner'], 'a source that prints'],
  ['Source: Ministry of Works', ['credit'], 'one that does not'],
  ['Source: the mayor said so', null, 'a sentence'],
  ['https://examiner.example/arica', ['url https://examiner.example/arica'], 'an address'],
  ['See https://examiner.example/arica', null, 'an address in a sentence'],
  ['Share · 3 min read', ['label', 'label'], 'buttons'],
  ['play', null, 'a word that may end a broken line'],
  ['Share prices fell', null, 'a headline that begins like one'],
  ['Home > World > Americas', ['label'], 'the way to a page'],
])('%s', (line, parts, why) => expect(summary(line), why).toEqual(parts));

test.each<[line: string, is: boolean, why: string]>([
  ['BY ANNA BERG, Courier staff', true, 'capitals'],
  ['By Anna van der Berg and Tom Li in Arica', true, 'small words, two authors, a place'],
  ['By Anna Q.', true, 'an initial is no full stop'],
  ['Von Anna Berg', true, 'German'],
  ['By our own correspondent', true, 'nobody by name'],
  ['By Reuters', true, 'an agency'],
  ['By the numbers: the blast', false, 'small letters'],
  ['By train to Arica', false, 'small letters'],
  ['By Harbour Lights Were Out', false, 'a verb'],
  ['By Any Means Necessary', false, 'no name begins so'],
  ['By Anna Berg was told.', false, 'a sentence'],
])('%s', (line, is, why) => expect(isByline(line), why).toBe(is));

test.each<[name: string, is: boolean, why: string]>([
  ['Northgate Examiner', true, 'its last word'],
  ['THE NORTHGATE EXAMINER', true, 'in capitals'],
  ['Times of Wexley', true, 'its first word'],
  ['Al Jazeera', true, 'it is in the list'],
  ['The Wexley Light', true, 'a weak word, but The'],
  ['The Merrow Lantern', true, 'another, and The'],
  ['Quayside Daily', true, 'one word and Daily'],
  ['Updated Daily', false, 'a label'],
  ['Deaths Rise Daily', false, 'a headline ends so'],
  ['Mayor Sees Light', false, 'a headline ends so'],
  ['Mayor Vows to Fight the Examiner', false, 'small letters between'],
  ['Examiner', false, 'one word'],
  ['In Local News', false, 'a section'],
  ['Today', false, 'in the list, and a word of every day'],
  ['Arica', false, 'a place'],
])('%s', (name, is, why) => expect(isOutletName(name), why).toBe(is));

test.each<[byline: string, outlet: string | null, why: string]>([
  ['Anna Berg, Northgate Examiner', 'Northgate Examiner', 'she writes for it'],
  ['Anna Berg, BBC News, Santiago', 'BBC News', 'and where she is'],
  ['Anna Berg, Political Correspondent', null, 'a post'],
  ['Anna Berg, Associated Press', null, 'others print what agencies write'],
  ['Anna Berg of The Courier', null, 'whose report it was'],
])('%s', (byline, outlet, why) => expect(outletOfByline(byline)?.outlet ?? null, why).toBe(outlet));
