import type { Parse, Sentence } from '../../language/parse.ts';
import type { CueLexicon } from '../lexicon.ts';
import { lower } from '../tree.ts';

const MARK = /^["“”„‟«»‘’'`:—–―-]/;

/**
 * Could a sentence hold an attribution? Without a verb, a quotation mark, a colon, a dash or a noun that has been a cue
 * it can't, and never reaches the encoder: lists, datelines, scores, credits. `bench/gate.ts` measures what that loses.
 */
export const couldAttribute =
  (parse: Parse, lexicon: CueLexicon) =>
  ({ run: [first, last] }: Sentence): boolean => {
    for (let at = first; at < last; at++) {
      const word = parse.words[at]!;
      if (/^(?:VB|MD)/.test(word.tag) || MARK.test(word.text) || lexicon.isNounCue(lower(word))) return true;
    }
    return false;
  };
