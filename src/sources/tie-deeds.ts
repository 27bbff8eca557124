import type { Attribution } from '../attributions/attribution.ts';
import { factualityAt } from '../attributions/factuality-at.ts';
import { firstWordAt, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { innermost } from '../meaning/innermost.ts';
import type { Event, Meaning } from '../meaning/meaning.ts';
import type { Span } from '../text/span.ts';

/**
 * Deeds as events: who acts and is acted upon as entities, the figures, time and place of their own clause, the statement
 * they stand in, and how its voice puts them.
 */
export function tieDeeds(
  parse: Parse,
  attributions: readonly Attribution[],
  { deeds, figures, times, places }: Meaning,
  partyAt: (span: Span | null) => string | null,
): Event[] {
  const statements = innermost(
    attributions,
    deeds.map(({ span }) => span),
  );
  const said = new Set(attributions.map((a) => a.said));
  if (deeds.length === 0) return [];
  const near = {
    figures: bySentence(parse, figures),
    times: bySentence(parse, times),
    places: bySentence(parse, places),
  };
  return deeds.map(({ span, code, mode, actor, recipient, at }, i): Event => {
    const sentence = sentenceOf(parse, at).run[0];
    const all = (found: ReadonlyMap<number, readonly Found[]>) => found.get(sentence) ?? [];
    const own = (found: readonly Found[]) => found.filter(({ word }) => isOfClause(parse, word, at)).map(({ n }) => n);
    const when = all(near.times).filter(({ n }) => !said.has(n) && /^(?:DATE|TIME)$/.test(times[n]!.type));
    const where = all(near.places).filter(({ word }) => isWhere(parse, word));
    const [acts, meets] = [partyAt(actor), partyAt(recipient)];
    return {
      span,
      code,
      mode,
      ...factualityAt(parse, at),
      actor: acts,
      recipient: meets === acts ? null : meets,
      figures: own(all(near.figures)),
      time: onlyOne(own(when)),
      place: onlyOne(own(where)),
      attribution: statements[i]!,
    };
  });
}

interface Found {
  /** position in its list */
  readonly n: number;
  /** its first word */
  readonly word: number;
}

function bySentence(parse: Parse, list: readonly { readonly span: Span }[]): Map<number, Found[]> {
  const found = list.map(({ span }, n): Found => ({ n, word: firstWordAt(parse, span[0]) }));
  return Map.groupBy(
    found.filter(({ word }) => word < parse.words.length),
    ({ word }) => sentenceOf(parse, word).run[0],
  );
}

/** Of its own clause: no further down than another clause begins. */
function isOfClause(parse: Parse, word: number, at: number): boolean {
  for (let up = word; up >= 0; up = parse.words[up]!.head) {
    if (up === at) return true;
    if (/^(?:advcl|ccomp|acl:relcl|parataxis)$/.test(parse.words[up]!.label)) return false;
  }
  return false;
}

/** "in Kursk", "struck Kyiv": not "Lebanon's Hezbollah" nor "Iraq veterans" */
const isWhere = ({ words }: Parse, word: number): boolean =>
  !/^(?:nmod:poss|compound|amod|nsubj|nsubjpass)$/.test(words[word]!.label);

const onlyOne = (own: readonly number[]): number | null => (own.length === 1 ? own[0]! : null);
