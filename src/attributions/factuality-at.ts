import type { Parse } from '../language/parse.ts';
import { complementFrame } from './complement-frame.ts';
import { CERTAIN, implicationOf, listedImplication, OPEN, type Standing, through } from './implications.ts';
import { isInverted } from './inverted.ts';
import { englishCues } from './lexicon.ts';
import { modified } from './modified.ts';
import { noEvidence } from './no-evidence.ts';
import { nounAround } from './noun-around.ts';
import { RAISES_NEGATION, stances } from './stances.ts';
import { dependentOf, dependentsOf, isNoun, lower, sentenceOf } from './tree.ts';

/**
 * How a verb or a noun of happening is put by whoever puts it forward, its source or else the document: denied,
 * probable, supposed (FactBank: Saurí and Pustejovsky 2009). What will be is put as certain, as in MEANTIME.
 */
export function factualityAt(parse: Parse, at: number): Standing {
  return modified(parse, at, around(parse, at));
}

/** How what stands about a word puts it, before its own "not" and "may". */
function around(parse: Parse, at: number): Standing {
  const word = parse.words[at]!;
  if (isSupposed(parse, at)) return OPEN;
  const unseen = noEvidence(parse, at);
  if (unseen) return unseen === 'denies' ? { polarity: 'denies', certainty: 'probable' } : OPEN;
  if (word.head < 0) return isAsked(parse, at) || isCommand(parse, at) ? OPEN : CERTAIN;
  if (word.label === 'conj') return around(parse, word.head);
  const up = { around: () => around(parse, word.head), standing: () => factualityAt(parse, word.head) };
  if (isNoun(word) && dependentOf(parse, at, 'cop') === undefined) return nounAround(parse, at, up);
  return clauseAround(parse, at, up);
}

/** What the word above says, asked for where it is needed only. */
export interface Above {
  readonly around: () => Standing;
  readonly standing: () => Standing;
}

/** "if it rains", "unless they agree", "should it rain" */
const isSupposed = (parse: Parse, at: number): boolean =>
  isInverted(parse, at) || dependentsOf(parse, at, 'mark').some((d) => SUPPOSES.test(lower(parse.words[d]!)));

const SUPPOSES = /^(?:if|unless|whether|lest|supposing|provided|assuming)$/;
const NOT_SO = /^(?:without|instead|rather)$/;

function clauseAround(parse: Parse, at: number, up: Above): Standing {
  const { head, label } = parse.words[at]!;
  const markers = dependentsOf(parse, at, 'mark', 'case').map((d) => lower(parse.words[d]!));
  if (markers.some((form) => NOT_SO.test(form)))
    return through(up.around(), { affirmed: 'did not', negated: 'did not' });
  if (wasToBe(parse, at)) return OPEN;
  const frame = complementFrame(parse, at);
  const form = lower(parse.words[head]!);
  if (frame?.endsWith('that')) return reported(parse, at, frame, up);
  if (frame && frame !== 'small') return through(up.standing(), implicationOf(form, frame, particleOf(parse, head)));
  if (frame === 'small') return up.standing();
  if (label.startsWith('acl') || label === 'advcl') return up.around().polarity === 'undecided' ? OPEN : CERTAIN;
  return up.around();
}

/** "was set to land", "were to land": what was to be may not have been; "is to land" is put as certain. */
function wasToBe(parse: Parse, at: number): boolean {
  const to = dependentsOf(parse, at, 'mark', 'aux').find((d) => d < at && parse.words[d]!.tag === 'TO');
  if (to === undefined || to === 0) return false;
  const before = parse.words[to - 1]!;
  const be = PLANNED.test(lower(before)) ? (parse.words[to - 2] ?? before) : before;
  return /^(?:was|were)$/.test(lower(be));
}
const PLANNED = /^(?:set|due|scheduled|slated|supposed|meant)$/;

/** "said that …": the content is put by the source, from anew; it is put at all only where the saying is. */
function reported(parse: Parse, at: number, frame: string, up: Above): Standing {
  const { head } = parse.words[at]!;
  const form = lower(parse.words[head]!);
  const listed = listedImplication(form, frame, particleOf(parse, head));
  if (opensWithQuestion(parse, at)) return CERTAIN;
  if (listed) return through(up.standing(), listed);
  const stance = stances.get(englishCues().lemma(form));
  const { polarity, certainty } = up.standing();
  if (polarity === 'denies' && RAISES_NEGATION.has(englishCues().lemma(form)))
    return { polarity: 'denies', certainty: 'probable' };
  if (polarity !== 'affirms' || certainty === 'possible' || stance?.certainty === 'underspecified') return OPEN;
  return stance ? { polarity: stance.polarity, certainty: stance.certainty } : CERTAIN;
}

/** "did not say how he fled": that he fled is taken for granted. */
const opensWithQuestion = (parse: Parse, clause: number): boolean =>
  dependentsOf(parse, clause, 'advmod', 'dobj', 'nsubj').some(
    (d) => d < clause && /^W(?:RB|P)$/.test(parse.words[d]!.tag),
  );

const particleOf = (parse: Parse, verb: number): string => {
  const particle = dependentOf(parse, verb, 'compound:prt');
  return particle === undefined ? '' : lower(parse.words[particle]!);
};

/** "Send the ships." is no report that they were sent. */
const isCommand = (parse: Parse, at: number): boolean =>
  parse.words[at]!.tag === 'VB' && dependentOf(parse, at, 'nsubj', 'nsubjpass', 'aux', 'mark', 'cop') === undefined;

function isAsked(parse: Parse, at: number): boolean {
  const [first, last] = sentenceOf(parse, at).run;
  for (let w = last - 1; w >= Math.max(first, last - 3); w--) if (parse.words[w]!.text === '?') return true;
  return false;
}
