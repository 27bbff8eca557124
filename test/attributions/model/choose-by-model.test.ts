import { expect, it } from 'vitest';
import { englishCues } from '../../../src/attributions/lexicon.ts';
import { LABELS } from '../../../src/attributions/model/best-labels.ts';
import { chooseByModel } from '../../../src/attributions/model/choose-by-model.ts';
import { type Reader, VECTOR } from '../../../src/attributions/model/reader.ts';
import { parse, type Sentence } from '../../../src/language/parse.ts';
import { words } from '../../../src/text/span.ts';
import { documentFrom } from '../document.ts';

/** What a made model says of the cue at a word: how likely it is one, and a label for every word of the paragraph. */
interface Made {
  readonly at: number;
  readonly outer: number;
  readonly any: number;
  /** a letter a word: s source, c cue, x content, . nothing */
  readonly roles: string;
}

const FIRST_LABEL = { s: 1, c: 5, x: 9 } as const;

/** "ssc.xx" → begin, inside, end or single of each run */
function labelsOf(roles: string): number[] {
  return [...roles].map((role, w) => {
    if (role === '.') return 0;
    const [before, after] = [roles[w - 1] === role, roles[w + 1] === role];
    return FIRST_LABEL[role as keyof typeof FIRST_LABEL] + (before ? (after ? 1 : 2) : after ? 0 : 3);
  });
}

/** As sure of an attribution as of its cue. */
const LIKELY = { bias: 0, likely: 1, cue: 0, content: 0, outside: 0, sourceless: 0 };

/** A reader of one paragraph that sees what it is told to see. */
function madeReader(...made: Made[]): Reader {
  return {
    pieces: () => [1],
    manifest: {
      name: 'made',
      version: 1,
      files: {},
      least: { outer: 0.5, inner: 0.5, sourceless: 0 },
      confidence: LIKELY,
    },
    cues: async ({ first }) => {
      const cues = new Float32Array(2 * first.length);
      for (const { at, outer, any } of made) cues.set([outer, any], 2 * at);
      return { words: new Float32Array(first.length * VECTOR), cues };
    },
    roles: async (vectors, places) => {
      const count = vectors.length / VECTOR;
      const scores = new Float32Array(places.length * count * LABELS).fill(-50);
      places.forEach((place, i) => {
        const labels = labelsOf(made.find(({ at }) => at === place)!.roles);
        labels.forEach((label, w) => {
          scores[(i * count + w) * LABELS + label] = 0;
        });
      });
      return scores;
    },
  };
}

async function chosen(text: string | string[], reader: Reader, keeps: (s: Sentence) => boolean = () => true) {
  const document = documentFrom([text].flat());
  const found = await chooseByModel(parse(document), reader, englishCues(), keeps);
  return found.map(({ candidate: { source, cue, content, rate }, within }) => ({
    said: [source, cue, content].map((spans) => words(document.text, spans)).join(' | '),
    within,
    rate,
  }));
}

const STATE_MEDIA = 'State media said Kim denied the charge .';

it('an attribution in the content of another is within it', async () => {
  const reader = madeReader(
    { at: 2, outer: 0.9, any: 0.9, roles: 'sscxxxx.' },
    { at: 4, outer: 0.1, any: 0.8, roles: '...scxx.' },
  );
  expect(await chosen(STATE_MEDIA, reader)).toMatchObject([
    { said: 'State media | said | Kim denied the charge', within: null },
    { said: 'Kim | denied | the charge', within: 0 },
  ]);
});

it('one that reaches out of the content it stands in is none', async () => {
  const reader = madeReader(
    { at: 2, outer: 0.9, any: 0.9, roles: 'sscxxxx.' },
    { at: 4, outer: 0.1, any: 0.8, roles: 's...cxx.' },
  );
  expect(await chosen(STATE_MEDIA, reader)).toHaveLength(1);
});

it('of two cues that take the same words for theirs, the likelier stays', async () => {
  const reader = madeReader(
    { at: 4, outer: 0.7, any: 0.7, roles: '...sccc.' },
    { at: 5, outer: 0.8, any: 0.8, roles: '...sccx.' },
  );
  expect(await chosen(STATE_MEDIA, reader)).toMatchObject([{ said: 'Kim | denied the | charge' }]);
});

it('a cue with no content, or an unlikely one, is none', async () => {
  const reader = madeReader(
    { at: 2, outer: 0.9, any: 0.9, roles: 'ssc.....' },
    { at: 4, outer: 0.4, any: 0.4, roles: '...scxx.' },
  );
  expect(await chosen(STATE_MEDIA, reader)).toEqual([]);
});

it('confidence is made of the signs that the manifest weighs', async () => {
  const sure = madeReader({ at: 2, outer: 0.9, any: 0.9, roles: 'sscxxxx.' });
  expect(await chosen(STATE_MEDIA, sure)).toMatchObject([{ rate: expect.closeTo(0.9, 4) }]);
});

it('a quotation that goes on in the next paragraph is one content', async () => {
  const reader = madeReader({ at: 2, outer: 0.9, any: 0.9, roles: '.scxxxx' });
  const found = await chosen(['Then Kim said “We will see', '“and you will not.”'], reader, ({ block }) => block === 0);
  expect(found).toMatchObject([{ said: 'Kim | said | “We will see … “and you will not.”' }]);
});

it('sentences that the gate stops are not read, and a content runs over the gap in two pieces', async () => {
  const text = 'Kim said it rained . The sky was grey . It snowed too .';
  const reader = madeReader({ at: 1, outer: 0.9, any: 0.9, roles: 'scxxxxxx.' });
  const found = await chosen(text, reader, ({ span }) => !text.slice(...span).startsWith('The sky'));
  expect(found).toMatchObject([{ said: 'Kim | said | it rained … It snowed too' }]);
});

it('a content of which a second verb leaves only a bracket is none', async () => {
  const reader = madeReader(
    { at: 1, outer: 0.9, any: 0.9, roles: 'scxxxxx.' },
    { at: 4, outer: 0.1, any: 0.8, roles: '....cxx.' },
  );
  expect(await chosen('Kim said ( and denied the charge .', reader)).toMatchObject([
    { said: 'Kim | denied | the charge' },
  ]);
});
