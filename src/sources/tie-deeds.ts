import { factualityAt } from '../attributions/factuality-at.ts';
import { isUnder, sentenceOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Deed, Event, Figure, Place, Time } from '../meaning/meaning.ts';
import type { Span } from '../text/span.ts';

/** What else the text tells, for an event to be tied to. */
export interface Around {
  readonly figures: readonly Pick<Figure, 'span' | 'of'>[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  /** positions in `times` that say when something was said */
  readonly said: ReadonlySet<number>;
  /** the statement that each deed stands in */
  readonly statements: readonly (string | null)[];
  readonly partyAt: (span: Span | null) => string | null;
}

/** Deeds with who acts and is acted upon as entities, and with the figures, time and place of their own clause. */
export function tieDeeds(parse: Parse, deeds: readonly Deed[], around: Around): Event[] {
  const figures = bySentence(parse, around.figures);
  const times = bySentence(parse, around.times);
  const places = bySentence(parse, around.places);
  return deeds.map(({ span, code, mode, actor, recipient, at }, i): Event => {
    const sentence = sentenceOf(parse, at).run[0];
    const own = (found: readonly Found[]) => found.filter(({ word }) => isUnder(parse, word, at)).map(({ n }) => n);
    const of = (map: Map<number, Found[]>) => map.get(sentence) ?? [];
    const when = of(times).filter(({ n }) => !around.said.has(n));
    return {
      span,
      code,
      mode,
      ...factualityAt(parse, at),
      actor: around.partyAt(actor),
      recipient: around.partyAt(recipient),
      figures: own(of(figures)),
      time: onlyOne(own(when), when),
      place: onlyOne(own(of(places)), of(places)),
      attribution: around.statements[i] ?? null,
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
  const words = new Map(parse.words.map(({ start }, word) => [start, word]));
  const found = list.flatMap(({ span }, n): Found[] => {
    const word = words.get(span[0]);
    return word === undefined ? [] : [{ n, word }];
  });
  return Map.groupBy(found, ({ word }) => sentenceOf(parse, word).run[0]);
}

/** The one in the event's own clause, else the only one of the sentence. */
function onlyOne(own: readonly number[], all: readonly Found[]): number | null {
  if (own.length > 0) return own.length === 1 ? own[0]! : null;
  return all.length === 1 ? all[0]!.n : null;
}
