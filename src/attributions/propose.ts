import type { Parse } from '../language/parse.ts';
import { asideCandidates } from './asides.ts';
import { type Candidate, verbCandidates } from './candidates.ts';
import type { CueLexicon } from './lexicon.ts';
import { nounCandidates } from './nouns.ts';
import { adverbCandidates, phraseCandidates } from './phrases.ts';
import { quotedCandidates } from './quoted.ts';

/**
 * Everything that could be an attribution, by all the rules, unsifted.
 * @param least verbs that report more seldom may be left out
 */
export const propose = (parse: Parse, lexicon: CueLexicon, least = 0): Candidate[] => [
  ...quotedCandidates(parse, lexicon),
  ...phraseCandidates(parse, lexicon),
  ...asideCandidates(parse, lexicon),
  ...verbCandidates(parse, lexicon, least),
  ...nounCandidates(parse, lexicon),
  ...adverbCandidates(parse, lexicon),
];
