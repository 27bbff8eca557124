import { expect, test } from 'vitest';
import { isPlainEnglish } from '../../src/text/plain-english.ts';

const english =
  'The mayor said on Tuesday that the bridge would stay closed until spring, because the ice had damaged two of its ' +
  'pillars. Officials who had seen the report said that they were surprised, but that there was no danger for the people ' +
  'who live on the other bank. The council has not said when work will begin, and its spokesman did not answer questions ' +
  'about the costs, which had been put at two million in a plan from the year before.';
const french =
  'Le maire a déclaré mardi que le pont resterait fermé jusqu’au printemps, parce que la glace avait abîmé deux de ses ' +
  'piliers. Des responsables qui avaient lu le rapport se sont dits surpris, mais il n’y a aucun danger pour les habitants ' +
  'de l’autre rive. Le conseil n’a pas dit quand les travaux commenceraient, et son porte-parole n’a pas répondu.';
const dutch =
  'De burgemeester zei dinsdag dat de brug tot het voorjaar gesloten blijft, omdat het ijs twee of meer pijlers had ' +
  'beschadigd. De raad heeft nog niet gezegd wanneer het werk in de stad begint, en was daarover ook niet bereikbaar. ' +
  'In een plan van het jaar ervoor was sprake van twee miljoen, maar dat was voor de winter, zei een van de leden, en nu ' +
  'is er meer geld nodig dan er in de kas is.';
const danish =
  'Borgmesteren sagde tirsdag, at broen er lukket til foråret, fordi isen har skadet to af dens piller. By og havn var ' +
  'enige om at vente, og der er ingen fare for folk i byen, siger en talsmand for rådet. Han ville ikke sige, hvad det ' +
  'kommer til at koste, men i en plan fra året før var der tale om to millioner, og det er for lidt i dag, mener mange af ' +
  'dem, der bor ved havnen og har set planen.';

test.each<[reason: string, text: string, expected: boolean]>([
  ['a report', english, true],
  ['a report in capitals', english.toUpperCase(), true],
  ['too short to be sure', english.slice(0, 200), false],
  ['French', french, false],
  ['Dutch, with "in", "of" and "was"', dutch, false],
  ['Danish, with "for", "at" and "to"', danish, false],
  ['an English sentence over a French report', english.slice(0, 130) + french, false],
  ['an English report that goes on in French', english + french, false],
  ['titles that all begin alike', 'The Long Bridge\nThe Old Harbour\nThe Winter\n'.repeat(15), false],
])('%s', (_reason, text, expected) => expect(isPlainEnglish(text)).toBe(expected));
