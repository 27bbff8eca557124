import { isDeepStrictEqual } from 'node:util';
import type { Attribution } from '../attributions/attribution.ts';
import type { Reading } from '../read.ts';
import { overlaps, type Span } from '../text/span.ts';
import { holds, spansIn, toldValue, valueIn } from './correctable.ts';
import type { Decision, State } from './decision.ts';
import { correctionsIn, inForce, stateOf } from './decisions.ts';

/** How people stand to a statement. The machine's row is as it was; this stands beside it. */
export interface Standing {
  readonly statement: string;
  readonly state: State;
  readonly corrections: readonly Corrected[];
  /** all on this statement, undone ones too, oldest first */
  readonly decisions: readonly Decision[];
  /** false where the newest reading of the document has no such statement any more */
  readonly found: boolean;
  /** statements of the newest reading in whose words this one stood, where it is not found */
  readonly instead: readonly string[];
  /** what the machine says otherwise than when it was last decided on */
  readonly changed: readonly Changed[];
}

export interface Corrected {
  readonly field: string;
  readonly at: Span | null;
  /** what the machine has now; null also where it has nothing there any more */
  readonly machine: unknown;
  readonly to: unknown;
  /** the words of the spans of `to` */
  readonly words: readonly string[];
  /** false where the newest reading has no such field, or other words in these places */
  readonly fits: boolean;
  readonly seq: number;
  readonly who: string;
}

export interface Changed {
  readonly field: string;
  readonly was: unknown;
  readonly now: unknown;
  /** both as a person reads them, spans as the words they were then and are now */
  readonly told: readonly [was: string, now: string];
}

/** A reading in which a statement stands, as far as there is one. */
export interface Found {
  readonly reading: Reading;
  readonly attribution: Attribution;
}

/** A statement of a newest reading that nobody decided on. */
export const undecided = (statement: string): Standing => {
  const none = { corrections: [], decisions: [], instead: [], changed: [] };
  return { statement, state: 'suggested', found: true, ...none };
};

/** How a statement stands: in the newest reading, and, where its row differed then, in the one last decided on. */
export function standingOf(
  statement: string,
  decisions: readonly Decision[],
  newest: Reading,
  then: Found | null,
): Standing {
  const own = decisions.filter(({ on }) => on.kind === 'statement');
  const attribution = newest.attributions.find(({ id }) => id === statement) ?? null;
  return {
    statement,
    state: stateOf(own),
    corrections: corrections(own, newest, attribution),
    decisions,
    found: attribution !== null,
    instead: attribution || !then ? [] : instead(newest, then),
    changed: attribution && then ? changes(then, { reading: newest, attribution }) : [],
  };
}

/** Of two corrections of one field the later stands. */
function corrections(decisions: readonly Decision[], newest: Reading, attribution: Attribution | null): Corrected[] {
  const latest = new Map<string, Corrected>();
  for (const decision of inForce(decisions)) {
    const { seq, who } = decision;
    for (const correction of correctionsIn(decision)) {
      const { field, at, to, words } = correction;
      const value = attribution && valueIn(newest, attribution, field, at);
      const fits = value !== null && wordsFit(newest.document, correction, words);
      // what people added is as they told it, unless a newer reader finds it too
      if (decision.addition && (!fits || isDeepStrictEqual(value.value, to))) continue;
      latest.set(fieldKey(correction), {
        ...{ field, at, machine: value?.value ?? null, to },
        ...{ words: words.slice(at ? 1 : 0), fits, seq, who },
      });
    }
  }
  return [...latest.values()].sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : a.seq - b.seq));
}

/** "figure.min 120": two figures of a statement have a field each. */
export const fieldKey = ({ field, at }: { readonly field: string; readonly at: Span | null }): string =>
  at ? `${field} ${at[0]} ${at[1]}` : field;

/** A newer reader can make another text of the same bytes; then the words must still stand where they stood. */
function wordsFit(
  document: Reading['document'],
  { text, at, field, to }: NonNullable<Decision['correction']>,
  words: readonly string[],
): boolean {
  if (document.sha256 === text) return true;
  const spans = [...(at ? [at] : []), ...spansIn(holds(field), to)];
  return spans.every((span, i) => document.text.slice(...span) === words[i]);
}

const compared = [
  ...['kind', 'manner', 'polarity', 'certainty', 'content', 'cue', 'source', 'hedges', 'chain', 'said', 'within'],
  ...['author.polarity', 'author.certainty', 'author.distance'],
];

interface Told {
  readonly value: unknown;
  readonly told: string;
}

function changes(then: Found, now: Found): Changed[] {
  return compared.flatMap((field) => {
    const [before, after] = [then, now].map(({ reading, attribution }) => {
      const value = valueIn(reading, attribution, field, null)?.value ?? null;
      return { value, told: toldValue(reading.document.text, field, value) };
    }) as [Told, Told];
    const same = isDeepStrictEqual(before.value, after.value) && before.told === after.told;
    return same ? [] : [{ field, was: before.value, now: after.value, told: [before.told, after.told] as const }];
  });
}

/** Only where the text is the same do places in it mean the same. */
function instead(newest: Reading, { reading, attribution }: Found): string[] {
  if (newest.document.sha256 !== reading.document.sha256) return [];
  return newest.attributions
    .filter(({ content }) => content.some((piece) => attribution.content.some((was) => overlaps(piece, was))))
    .map(({ id }) => id);
}
