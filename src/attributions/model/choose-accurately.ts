import type { Parse } from '../../language/parse.ts';
import { withAsideDenials } from '../denied-aside.ts';
import type { CueLexicon } from '../lexicon.ts';
import { withPassedOver } from '../passed-over.ts';
import type { Chosen } from '../select.ts';
import { chooseByModel } from './choose-by-model.ts';
import { couldAttribute } from './gate.ts';
import { englishReader } from './reader.ts';
import { withRules } from './with-rules.ts';

/** What the trained model finds, and what it passed over and the rules are sure of. */
export async function chooseAccurately(
  parse: Parse,
  lexicon: CueLexicon,
  threads: number | undefined,
): Promise<readonly Chosen[]> {
  const reader = await englishReader(threads);
  const found = await chooseByModel(parse, reader, lexicon, couldAttribute(parse, lexicon));
  return withAsideDenials(parse, withPassedOver(parse, withRules(parse, found, lexicon), lexicon), lexicon);
}
