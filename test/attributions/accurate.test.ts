import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { accurateModel } from '../../src/attributions/attribution-model.ts';
import { ModelBroken } from '../../src/attributions/model/model-broken.ts';
import { loadReader } from '../../src/attributions/model/reader.ts';
import { readDocument } from '../../src/read.ts';
import { words } from '../../src/text/span.ts';
import { documentFrom, type Part } from './document.ts';

/** "source | cue | content", an arrow before those that stand in another. */
async function statements(paragraphs: Part[]): Promise<string[]> {
  const { document, attributions } = await readDocument(documentFrom(paragraphs), accurateModel());
  return attributions
    .filter(({ kind }) => kind === 'attribution')
    .map(
      ({ source, cue, content, within }) =>
        (within ? '→ ' : '') + [source, cue, content].map((spans) => words(document.text, spans)).join(' | '),
    );
}

it.each<[reason: string, paragraphs: Part[], found: string[]]>([
  ['direct', ['“The bridge is gone,” the mayor said.'], ['the mayor | said | “The bridge is gone,”']],
  ['British single marks', ['‘The bridge is gone,’ said Mr Hale.'], ['Mr Hale | said | ‘The bridge is gone,’']],
  [
    'split by the speaker',
    ['The ferry, the operator said, had passed a safety inspection in May.'],
    ['the operator | said | The ferry … had passed a safety inspection in May'],
  ],
  [
    'one within another',
    ['According to state media, Kim accused the South of planning drills near the border.'],
    [
      'state media | According to | Kim accused the South of planning drills near the border',
      '→ Kim | accused | the South of planning drills near the border',
    ],
  ],
  [
    'two verbs of one speaker',
    ['The institute denied that data had been altered and insisted that every reading was kept.'],
    ['The institute | denied | that data had been altered', 'The institute | insisted | that every reading was kept'],
  ],
  [
    'a speech over paragraphs',
    ['“I have no words,” she said. “We saw it fall.', '“Nobody was on it.”'],
    ['she | said | “I have no words,” … “We saw it fall. … “Nobody was on it.”'],
  ],
  [
    'a signed quotation',
    ['“There is no front line any more.” – Sergeant Dovid Arkin'],
    ['Sergeant Dovid Arkin | – | “There is no front line any more.”'],
  ],
  [
    'a dash and a sentence is no signature',
    ['“There is no front line any more.” – The crowd cheered and everyone went home.'],
    [],
  ],
  [
    'turns of a transcript',
    ['WHITLOCK: Did you lock the door?', 'REYES: I always locked the door.'],
    ['WHITLOCK | : | Did you lock the door?', 'REYES | : | I always locked the door'],
  ],
  ['capitals and a colon alone are no turn', ['BREAKING: Bridge down in Wexley'], []],
  [
    'what the model passes over and the rules are sure of',
    ['However, South Korea has claimed otherwise, stating that troops are in combat.'],
    ['South Korea | stating | that troops are in combat', 'South Korea | has claimed | otherwise'],
  ],
  [
    'a number is put somewhere by somebody',
    ['The death toll was put at eight by the interior ministry.'],
    ['the interior ministry | was put | The death toll … at eight'],
  ],
  [
    'whom it cites stands between',
    ['The Coastal Standard reported on Monday, citing Corvane Wire, that 22 people had died.'],
    ['The Coastal Standard | reported on Monday | that 22 people had died'],
  ],
  [
    'whom it quotes stands between',
    [
      ['headline', 'Toll was wrong, Gazette admits'],
      'The Sund Examiner said last week, quoting the Tidewater Gazette, that 22 people had died. The Gazette has since withdrawn that.',
    ],
    ['Gazette | admits | Toll was wrong', 'The Sund Examiner | said | that 22 people had died'],
  ],
  ['reasons are no source', ['The mayor resigned, citing health reasons, that evening.'], []],
  [
    'a headline’s last word',
    [['headline', 'Mayor has quit, her deputy claims'], 'It rained.'],
    ['her deputy | claims | Mayor has quit'],
  ],
  ['of a rival', [['headline', 'Mayor has quit, rival claims'], 'It rained.'], ['rival | claims | Mayor has quit']],
  [
    'whoever says it, whatever they are',
    [['headline', 'Blast at Port Merrow kills at least six, harbour master says'], 'It rained.'],
    ['harbour master | says | Blast at Port Merrow kills at least six'],
  ],
  [
    'what stands before the comma is no part of who says it',
    [['headline', 'Ferry sank after collision, coast guard chief says'], 'It rained.'],
    ['coast guard chief | says | Ferry sank after collision'],
  ],
  [
    'whoever is told does not say it',
    [
      '"All indications are that a drone hit the silo," the official, who asked not to be named because he was not authorised to speak, told Meridian News Agency.',
    ],
    [
      'the official, who asked not to be named because he was not authorised to speak | told | "All indications are that a drone hit the silo,"',
      'who | asked | not to be named because he was not authorised to speak',
    ],
  ],
  ['a thing that is claimed', [['headline', 'Floods hit town before storm, insurance claims'], 'It rained.'], []],
  [
    'an office of somebody',
    [
      ['headline', 'Port Merrow mayor denies she is quitting'],
      'The office of Port Merrow Mayor Beatrix Harrow on Monday denied that she was quitting her post.',
      '"Reports of her resignation are false," spokesman Eric Thane said in a statement.',
      'The Sund Examiner reported earlier that Harrow would leave office this week, citing three aides.',
    ],
    [
      'Port Merrow mayor | denies | she is quitting',
      'The office of Port Merrow Mayor Beatrix Harrow | denied | that she was quitting her post',
      'spokesman Eric Thane | said in a statement | "Reports of her resignation are false,"',
      'The Sund Examiner | reported earlier | that Harrow would leave office this week',
    ],
  ],
  ['nobody speaks', ['The bridge fell into the river on Friday.'], []],
])('%s', async (_reason, paragraphs, found) => {
  expect(await statements(paragraphs)).toEqual(found);
});

it.each([
  ['continues to', 'The army continues to deny that it struck the depot.'],
  ['kept', 'The army kept denying that it struck the depot.'],
  ['was forced to', 'The army was forced to deny that it struck the depot.'],
])('denies, however it comes to: %s', async (_reason, text) => {
  const { attributions } = await readDocument(documentFrom([text]), accurateModel());
  expect(attributions.map(({ polarity }) => polarity)).toEqual(['denies']);
});

it.each([
  ['none was found', 'Haldane said that investigators had found no sign of an attack.', 'denies probable', 'undecided'],
  ['nor was what is told', 'Auditors found no indication that money was missing.', 'denies probable', 'undecided'],
  ['nor was it detected', 'Inspectors have not detected a leak at the plant.', 'denies probable', 'undecided'],
  ['he has none', 'The judge said he did not have any evidence that he fled.', 'denies probable', 'undecided'],
  ['nothing is known', 'The mayor knew nothing of the plan.', 'undecided underspecified', 'undecided'],
  [
    'nothing is known, said',
    'The mayor said he knew nothing about the letter.',
    'undecided underspecified',
    'undecided',
  ],
  ['no proof is offered', 'Critics offered no proof that he fled.', 'undecided underspecified', 'undecided'],
  ['called nonsense', 'Thane called the claim "nonsense".', 'denies certain', 'undecided'],
  ['called false', 'The mayor called the report of a raid false.', 'denies certain', 'undecided'],
  ['called a name', 'The minister called the attack a crime.', 'affirms underspecified', 'undecided'],
  ['called no lie', 'The mayor called the report no lie.', 'affirms underspecified', 'undecided'],
])('the last statement, where %s', async (_reason, text, standing, author) => {
  const { attributions } = await readDocument(documentFrom([text]), accurateModel());
  const last = attributions.findLast(({ kind }) => kind === 'attribution')!;
  expect([`${last.polarity} ${last.certainty}`, last.author.polarity]).toEqual([standing, author]);
});

it.each([
  ['commas and brackets only', 'according officials\n\nReuters according ( – (('],
  ['one mark', '—'],
  ['emoji', '😀 said 😀'],
  ['half a surrogate', '\ud83d said it \ude00'],
])('%s do not break it', async (_reason, text) => {
  await expect(readDocument(documentFrom(text.split('\n\n')), accurateModel())).resolves.toBeDefined();
});

it('weights that are not those of the manifest are refused, with the way out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-model-'));
  cpSync(new URL('../../models/attribution-en/', import.meta.url), folder, { recursive: true });
  writeFileSync(join(folder, 'roles.onnx'), 'not a model');
  const loading = loadReader(pathToFileURL(`${folder}/`), 1);
  await expect(loading).rejects.toThrow(ModelBroken);
  await expect(loading).rejects.toThrow(/roles\.onnx has SHA-256 .* Install Hearsay anew, or read with --model fast/);
});
