import type { Parse } from '../language/parse.ts';
import { type CueLexicon, englishCues } from './lexicon.ts';
import { withPassedOver } from './passed-over.ts';
import { propose } from './propose.ts';
import { englishScorer, type Scorer } from './scorer.ts';
import { type Chosen, select } from './select.ts';

/** What finds the attributions of a parse. `fast` and `accurate` come with the package; another can take their place. */
export interface AttributionModel {
  readonly name: string;
  /** each cue once; `within` is a place in the list */
  readonly choose: (parse: Parse) => Promise<readonly Chosen[]>;
}

/** Rarer verbs are not even looked at: a linear model would hardly take one of them. */
const LEAST_SEEN = 0.15;

/** Rules over the tree; a linear model tells which of what they propose reports something. */
export const fastModel = (lexicon: CueLexicon = englishCues(), score: Scorer = englishScorer()): AttributionModel => ({
  name: 'fast',
  choose: async (parse) =>
    withPassedOver(parse, select(parse, score(parse, propose(parse, lexicon, LEAST_SEEN)), lexicon), lexicon),
});

/**
 * The trained reading model with the rules beside it, loaded when it is first needed.
 * @param threads used by it; the number changes no reading
 */
export const accurateModel = (threads?: number, lexicon: CueLexicon = englishCues()): AttributionModel => ({
  name: 'accurate',
  choose: async (parse) => (await import('./model/choose-accurately.ts')).chooseAccurately(parse, lexicon, threads),
});

export type ModelName = 'accurate' | 'fast';

export const modelNamed = (name: ModelName, threads?: number): AttributionModel =>
  name === 'fast' ? fastModel() : accurateModel(threads);
