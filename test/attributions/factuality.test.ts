import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fastModel } from '../../src/attributions/attribution-model.ts';
import { factualityAt } from '../../src/attributions/factuality-at.ts';
import { parse } from '../../src/language/parse.ts';
import { readDocument } from '../../src/read.ts';
import { slice } from '../../src/text/span.ts';
import { documentFrom } from './document.ts';

/** "certain affirms" for the word in brackets */
function standing(marked: string): string {
  const at = marked.indexOf('[');
  const parsed = parse(documentFrom([marked.replace(/[[\]]/g, '')]));
  const { certainty, polarity } = factualityAt(
    parsed,
    parsed.words.findIndex(({ start }) => start === at),
  );
  return `${certainty} ${polarity}`;
}

const OPEN = 'underspecified undecided';

it.each<[reason: string, marked: string, expected: string]>([
  ['plain', 'The bridge [fell].', 'certain affirms'],
  ['not', 'The bridge did not [fall].', 'certain denies'],
  ['never', 'The ferry never [sailed].', 'certain denies'],
  ['nobody', 'Nobody [came].', 'certain denies'],
  ['no one of a kind', 'No soldiers [died].', 'certain denies'],
  ['not is for both', 'They did not come or [go].', 'certain denies'],
  ['no noun', 'There was no [attack].', 'certain denies'],
  ['what did not take place', 'The [attack] did not take place.', 'certain denies'],
  ['without', 'He left without [paying].', 'certain denies'],
  ['may', 'The bridge may [fall].', 'possible affirms'],
  ['may, of two', 'The sea could rise and [fall].', 'possible affirms'],
  ['may not is possible still', 'The bridge may not [fall].', 'possible denies'],
  ['could not is a plain denial', 'The crew could not [flee].', 'certain denies'],
  ['should', 'The work should [end] in May.', 'probable affirms'],
  ['probably', 'The bridge probably [fell].', 'probable affirms'],
  ['what will be is put as certain', 'The trial will [begin] on Monday.', 'certain affirms'],
  ['what is set to be too', 'The trial is set to [begin].', 'certain affirms'],
  ['what was set to be may not have been', 'The trial was set to [begin].', OPEN],
  ['would in reported speech is will', 'The mayor said the town would [pay].', 'certain affirms'],
  ['would have', 'The ferry would have [sailed].', OPEN],
  ['a condition', 'If it [rains], the ferry stays.', OPEN],
  ['what follows from a condition', 'If it rains, the ferry will [stay] in port.', OPEN],
  ['a condition without if', 'Should it [rain], the ferry will stay.', OPEN],
  ['a question', 'Did the bridge [fall]?', OPEN],
  ['a command', '[Send] the ships to Wexley.', OPEN],
  ['asked whether', 'The mayor asked whether the bridge [fell].', OPEN],
  ['want', 'The crew wants to [leave].', OPEN],
  ['hope', 'The crew hopes to [leave].', OPEN],
  ['plan', 'The crew plans to [leave].', OPEN],
  ['try', 'The crew tried to [leave].', OPEN],
  ['an order', 'The general ordered them to [leave].', OPEN],
  ['urged', 'The mayor urged them to [leave].', OPEN],
  ['raised negation: want', 'The crew does not want to [leave].', 'probable denies'],
  ['raised negation: think', 'The mayor does not think that they [left].', 'probable denies'],
  ['expect', 'The crew is expected to [leave].', 'probable affirms'],
  ['managed', 'The crew managed to [flee].', 'certain affirms'],
  ['did not manage', 'The crew did not manage to [flee].', 'certain denies'],
  ['failed', 'The crew failed to [flee].', 'certain denies'],
  ['did not fail', 'The crew did not fail to [flee].', 'certain affirms'],
  ['forgot to', 'The pilot forgot to [signal].', 'certain denies'],
  ['refused', 'The mayor refused to [pay].', 'certain denies'],
  ['denied doing', 'The mayor denied [taking] bribes.', 'certain denies'],
  ['prevented', 'Police prevented them from [leaving].', 'certain denies'],
  ['no evidence that', 'There is no evidence that the ferry had [sunk].', 'probable denies'],
  ['no sign that', 'Divers found no sign that the ferry had [sunk].', 'probable denies'],
  ['no reason to believe', 'There is no reason to believe the ferry had [sunk].', 'probable denies'],
  ['no proof that', 'The owner has no proof that the ferry had [sunk].', OPEN],
  ['who he is is told', 'There is no evidence that the man who [fled] had paid.', 'certain affirms'],
  ['no evidence against somebody', 'Finding no evidence against him, the navy [left].', 'certain affirms'],
  ['unlikely', 'It is unlikely to [rain].', 'probable denies'],
  ['cancelled', 'The airline cancelled the [flight].', 'certain denies'],
  ['averted', 'The pilots averted a [strike].', 'certain denies'],
  ['a possible attack', 'Officials warned of a possible [attack].', 'possible affirms'],
  ['carried out', 'The army may carry out a [raid].', 'possible affirms'],
  ['denied that: for its source', 'The mayor denied that the bridge [fell].', 'certain denies'],
  ['said by nobody', 'Nobody said the bridge [fell].', OPEN],
  ['not known, and so', 'He did not know that the bridge [fell].', 'certain affirms'],
  ['believed', 'Analysts believe that the bridge [fell].', 'probable affirms'],
])('at a word: %s', (_reason, marked, expected) => {
  expect(standing(marked)).toBe(expected);
});

/** "affirms certain; author undecided underspecified: claimed" of the first statement */
async function stands(text: string): Promise<string> {
  const { attributions } = await readDocument(documentFrom([text]), fastModel());
  const { polarity, certainty, author } = attributions[0]!;
  const words = author.distance.map((span) => slice(text, span)).join(', ');
  return `${polarity} ${certainty}; ${author.polarity} ${author.certainty}${words && `: ${words}`}`;
}

it.each<[reason: string, text: string, expected: string]>([
  ['said commits to nothing', 'The mayor said the bridge fell.', 'affirms certain; undecided underspecified'],
  ['nor does a belief', 'Analysts believe the bridge fell.', 'affirms probable; undecided underspecified'],
  ['claimed steps back', 'The mayor claimed that it fell.', 'affirms certain; undecided underspecified: claimed'],
  ['admitted', 'The mayor admitted that it had fallen.', 'affirms certain; affirms certain'],
  ['admitted a possibility', 'The mayor admitted that it may have fallen.', 'affirms possible; affirms possible'],
  ['did not know', 'He did not know that the bridge had fallen.', 'undecided underspecified; affirms certain'],
  ['nobody knew', 'Nobody knew that the bridge had fallen.', 'undecided underspecified; affirms certain'],
  [
    'did not admit',
    'He did not admit that the bridge had fallen.',
    'undecided underspecified; undecided underspecified',
  ],
  ['what a source denies', 'The mayor denied taking bribes.', 'denies certain; undecided underspecified'],
  ['a claim rejected', 'The mayor rejected the claim that it fell.', 'denies certain; undecided underspecified'],
  ['reports dismissed', 'The ministry dismissed reports that it fell.', 'denies certain; undecided underspecified'],
  ['not denied', 'The ministry has not denied that it fell.', 'undecided underspecified; undecided underspecified'],
  ['raised', 'Officials do not believe that it fell.', 'denies probable; undecided underspecified'],
  ['a negative content is affirmed', '“We did not order it,” he said.', 'affirms certain; undecided underspecified'],
  ['the writer’s own we', 'We believe the bridge fell.', 'affirms probable; affirms probable'],
  ['but not what was said on another day', 'We said the bridge fell.', 'affirms certain; undecided underspecified'],
  ['a refusal', 'The mayor refused to resign.', 'undecided underspecified; denies certain'],
  ['a voice is the author’s', 'The bridge fell on Monday.', 'affirms certain; affirms certain'],
  [
    'and may step back',
    'The bridge was allegedly blown up.',
    'affirms underspecified; affirms underspecified: allegedly',
  ],
  [
    'marks of distance',
    'Soldiers entered the “liberated” territories on Monday.',
    'affirms certain; affirms certain: “liberated”',
  ],
  [
    'an adjective may be the source’s own',
    'The mayor condemned the “brutal” attack.',
    'affirms certain; undecided underspecified',
  ],
  ['a name is mentioned', 'The ship was known as the “grey” lady.', 'affirms certain; affirms certain'],
  ['an alleged spy', 'The mayor said the alleged spy fled.', 'affirms certain; undecided underspecified: alleged'],
  [
    'in quotation marks the word is the source’s',
    '“The alleged spy fled,” the mayor said.',
    'affirms certain; undecided underspecified',
  ],
])('author: %s', async (_reason, text, expected) => {
  expect(await stands(text)).toBe(expected);
});

it.each<[reason: string, text: string, expected: string[]]>([
  [
    'what is said beside a denial is said',
    'The defence ministry on Thursday denied that a drone had struck the depot, saying the explosion was an accident.',
    ['denied: denies', 'saying: affirms'],
  ],
  [
    'who declined to say so did not',
    'The mayor declined to say who had struck the depot.',
    ['declined: undecided', 'say: undecided'],
  ],
])('two that hang together: %s', async (_reason, text, expected) => {
  const { attributions } = await readDocument(documentFrom([text]), fastModel());
  const found = attributions.map(
    ({ cue, polarity }) => `${cue.map((span) => slice(text, span)).join(' ')}: ${polarity}`,
  );
  expect(found.sort()).toEqual(expected);
});

it('a statement in another’s statement does not commit the document', async () => {
  const text = 'Kim said that the army had acknowledged that the bridge fell.';
  const { attributions } = await readDocument(documentFrom([text]), fastModel());
  expect(attributions.map(({ author }) => author.polarity)).toEqual(['undecided', 'undecided']);
});

it('is told of every word of any text, and distance lies inside it', async () => {
  const bag =
    'The the mayor bridge not may said that denied fell if “liberated” reportedly no who to want , . ? “ ” and or'.split(
      ' ',
    );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...bag), { maxLength: 40 }), async (words) => {
      const document = documentFrom([words.join(' ') || 'A']);
      const parsed = parse(document);
      for (let at = 0; at < parsed.words.length; at++) expect(factualityAt(parsed, at).polarity).toBeTypeOf('string');
      const { attributions } = await readDocument(document, fastModel());
      for (const [start, end] of attributions.flatMap(({ author }) => author.distance))
        expect(0 <= start && start < end && end <= document.text.length).toBe(true);
    }),
    { numRuns: 60 },
  );
});
