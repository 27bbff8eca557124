import type { Parse } from '../language/parse.ts';
import { type CueLexicon, englishCues } from './lexicon.ts';
import { chooseByModel } from './model/choose-by-model.ts';
import { couldAttribute } from './model/gate.ts';
import { englishReader } from './model/reader.ts';
import { propose } from './propose.ts';
import { type Chosen, LEAST, select } from './select.ts';

/** What finds the attributions of a parse. `fast` and `accurate` come with the package; another can take their place. */
export interface AttributionModel {
  readonly name: string;
  /** in text order, each cue once */
  readonly choose: (parse: Parse) => Promise<readonly Chosen[]>;
}

/** Rules over the tree, kept by how often such a cue reports something. */
export const fastModel = (lexicon: CueLexicon = englishCues()): AttributionModel => ({
  name: 'fast',
  choose: async (parse) => select(parse, propose(parse, lexicon, LEAST), lexicon),
});

/** The trained reading model. @param threads used by it; the number changes no reading */
export const accurateModel = (threads?: number, lexicon: CueLexicon = englishCues()): AttributionModel => ({
  name: 'accurate',
  choose: async (parse) => chooseByModel(parse, await englishReader(threads), lexicon, couldAttribute(parse, lexicon)),
});

export type ModelName = 'accurate' | 'fast';

export const modelNamed = (name: ModelName, threads?: number): AttributionModel =>
  name === 'fast' ? fastModel() : accurateModel(threads);
