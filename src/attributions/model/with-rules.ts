import type { Parse } from '../../language/parse.ts';
import { overlaps } from '../../text/span.ts';
import type { CueLexicon } from '../lexicon.ts';
import { propose } from '../propose.ts';
import { englishScorer } from '../scorer.ts';
import { type Chosen, select } from '../select.ts';
import { sentenceOf } from '../tree.ts';
import { FREE, ownerIn, ownersOf } from './owners.ts';

/**
 * Rules must be this sure of what the model passed over. On the PolNeAR dev part lower finds less that is right than
 * that is wrong; here whole statements stay as good and contents get better by 0.4 points.
 */
const LEAST = 0.7;

/** And this sure, where the model found nothing in the whole sentence: else it would pass for the document's own. */
const ALONE = 0.6;

/** What the model passed over and the rules are sure of, where it takes no word of what the model found. */
export function withRules(parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): Chosen[] {
  const owners = ownersOf(parse, chosen);
  const sure = englishScorer()(parse, propose(parse, lexicon, ALONE / 2)).filter(
    ({ rate, at }) => rate >= (ownerIn(parse, owners, sentenceOf(parse, at).span) === FREE ? ALONE : LEAST),
  );
  const more = select(parse, sure, lexicon).filter(
    ({ candidate: { source, cue, content }, within }) =>
      within === null &&
      source.length > 0 &&
      cue.length > 0 &&
      !source.some((span) => overlaps(span, cue[0]!)) &&
      [...cue, ...content].every((span) => ownerIn(parse, owners, span) === FREE),
  );
  return [...chosen, ...more];
}
