import type { Parse } from '../language/parse.ts';
import { withCreditBetween } from './credit-between.ts';
import { withHeadlineSources } from './headline-sources.ts';
import { withHeldToBe } from './held-to-be.ts';
import type { CueLexicon } from './lexicon.ts';
import { withPutNumbers } from './put-numbers.ts';
import type { Chosen } from './select.ts';
import { withWithdrawn } from './withdrawn.ts';

/** What neither rules over the tree nor the model have, since the words stand so seldom as they do here. */
export const withPassedOver = (parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] =>
  withWithdrawn(parse, withSeldom(parse, chosen, lexicon), lexicon);

const withSeldom = (parse: Parse, chosen: readonly Chosen[], lexicon: CueLexicon): readonly Chosen[] =>
  withHeldToBe(
    parse,
    withHeadlineSources(parse, withCreditBetween(parse, withPutNumbers(parse, chosen, lexicon), lexicon), lexicon),
    lexicon,
  );
