import type { Attribution } from '../attributions/attribution.ts';
import { factualityAt } from '../attributions/factuality-at.ts';
import { firstWordAt, isUnder, sentenceOf } from '../attributions/tree.ts';
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
    const own = (found: readonly Found[]) => found.filter(({ word }) => isUnder(parse, word, at)).map(({ n }) => n);
    const when = all(near.times).filter(({ n }) => !said.has(n));
    const where = all(near.places);
    return {
      span,
      code,
      mode,
      ...factualityAt(parse, at),
      actor: partyAt(actor),
      recipient: partyAt(recipient),
      figures: own(all(near.figures)),
      time: onlyOne(own(when), when),
      place: onlyOne(own(where), where),
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

/** The one in the event's own clause, else the only one of the sentence. */
function onlyOne(own: readonly number[], all: readonly Found[]): number | null {
  if (own.length > 0) return own.length === 1 ? own[0]! : null;
  return all.length === 1 ? all[0]!.n : null;
}
