import type { Parse, Sentence } from '../../language/parse.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../tree.ts';
import { bestLabels, LABELS, type Role, roleOf, runsOf } from './best-labels.ts';
import { type Reader, VECTOR } from './reader.ts';
import { type Paragraph, type Window, windowsOf } from './windows.ts';

/** Runs of `parse.words`, first and last + 1 */
export type Runs = Readonly<Record<Role, readonly (readonly [number, number])[]>>;

/** One cue that the model saw, with the source and content it gave it. */
export interface Labelled {
  /** the word that the cue turns on */
  readonly at: number;
  /** how likely this is a cue that stands in no other's content, 0…1 */
  readonly outer: number;
  /** how likely this is a cue at all, 0…1 */
  readonly any: number;
  readonly runs: Runs;
  /** log probability of the least sure label among the words of the cue, of the content, and outside */
  readonly least: { readonly cue: number; readonly content: number; readonly outside: number };
}

/** Everything the model labels in a document, sure or not, paragraph by paragraph: cues first, then the roles of each. */
export async function labelled(
  parse: Parse,
  reader: Reader,
  keeps: (sentence: Sentence) => boolean,
): Promise<Labelled[][]> {
  const found: Labelled[][] = [];
  for (const window of windowsOf(parse, reader.pieces, keeps)) found.push(...(await inWindow(window, reader)));
  return found;
}

async function inWindow(window: Window, reader: Reader): Promise<Labelled[][]> {
  const { outer, inner } = reader.manifest.least;
  const { words, cues } = await reader.cues(window);
  const found: Labelled[][] = [];
  for (const paragraph of window.paragraphs) {
    const places = paragraph.words
      .map((_, place) => place)
      .filter((p) => cues[2 * (paragraph.at + p)]! >= outer || cues[2 * (paragraph.at + p) + 1]! >= inner);
    if (places.length === 0) continue;
    const to = paragraph.at + paragraph.words.length;
    const labels = await reader.roles(words.slice(paragraph.at * VECTOR, to * VECTOR), places);
    found.push(
      places.map((place, i) => ({
        at: paragraph.words[place]!,
        outer: cues[2 * (paragraph.at + place)]!,
        any: cues[2 * (paragraph.at + place) + 1]!,
        ...decoded(paragraph, labels, i),
      })),
    );
  }
  return found;
}

function decoded({ words }: Paragraph, scores: Float32Array, i: number): Pick<Labelled, 'runs' | 'least'> {
  const from = i * words.length * LABELS;
  const labels = bestLabels(scores, from, words.length);
  const runs = runsOf(labels);
  const least = { outside: 0, source: 0, cue: 0, content: 0 };
  labels.forEach((label, w) => {
    const role = label === 0 ? 'outside' : roleOf(label);
    least[role] = Math.min(least[role], scores[from + w * LABELS + label]!);
  });
  return {
    runs: {
      source: runs.source.flatMap((run) => inText(words, run)),
      cue: runs.cue.flatMap((run) => inText(words, run)),
      content: runs.content.flatMap((run) => inText(words, run)),
    },
    least,
  };
}

/** A run of a paragraph's words, as runs of the document's: parted where the gate left a sentence out. */
function inText(words: readonly number[], [first, last]: readonly [number, number]): [number, number][] {
  const runs: [number, number][] = [];
  for (let place = first; place < last; place++) {
    const word = words[place]!;
    const now = runs.at(-1);
    if (now && now[1] === word) now[1] = word + 1;
    else runs.push([word, word + 1]);
  }
  return runs;
}

/** The characters of runs of words, without the commas and dashes at their ends; nothing where nothing else is in them. */
export const spansOf = (parse: Parse, runs: Runs[Role]): Span[] =>
  runs.map((run) => spanOf(parse, run)).filter((span) => span !== null);
