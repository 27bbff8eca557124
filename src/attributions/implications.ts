import { verbForms } from '../language/forms.ts';
import { wordList } from '../text/word-list.ts';
import type { Certainty, Polarity } from './attribution.ts';
import { weaker } from './weaker.ts';

export type Outcome = 'happened' | 'did not' | 'probable' | 'improbable' | 'possible' | 'open';

/** What a word settles of what it embeds, said of it and denied of it: "managed to" → happened, did not. */
export interface Implication {
  readonly affirmed: Outcome;
  readonly negated: Outcome;
}

/** How a thing is put: does it hold, and how firmly? */
export interface Standing {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
}

export const CERTAIN: Standing = { polarity: 'affirms', certainty: 'certain' };
export const OPEN: Standing = { polarity: 'undecided', certainty: 'underspecified' };

const TRANSPARENT: Implication = { affirmed: 'happened', negated: 'did not' };

const key = (word: string, frame: string): string => `${word}\t${frame}`;

const learned = table('veridicality');
const written = table('implications');
const lemmas = formsOf([...learned.keys(), ...written.keys()]);

function table(name: string): ReadonlyMap<string, Implication> {
  return new Map(
    wordList(name).map(([word, frame, affirmed, negated]) => [
      key(word!, frame!),
      { affirmed: affirmed as Outcome, negated: negated as Outcome },
    ]),
  );
}

/** "managed" → "manage", "plans" → "plan" */
function formsOf(keys: readonly string[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const lemma of new Set(keys.map((entry) => entry.split(/[\t ]/)[0]!))) {
    for (const form of verbForms(lemma)) if (!forms.has(form)) forms.set(form, lemma);
  }
  return forms;
}

export const listedLemma = (form: string): string => lemmas.get(form) ?? form;

/** @param particle "out" of "found out" */
export function listedImplication(form: string, frame: string, particle = ''): Implication | null {
  for (const word of [form, listedLemma(form)]) {
    const phrasal = particle ? learned.get(key(`${word} ${particle}`, frame)) : undefined;
    const found = phrasal ?? written.get(key(word, frame)) ?? learned.get(key(word, frame));
    if (found) return found;
  }
  return null;
}

export const implicationOf = (form: string, frame: string, particle = ''): Implication =>
  listedImplication(form, frame, particle) ?? TRANSPARENT;

/** It holds whether the verb is denied, asked or supposed: "did not know that he left" */
export const isFactive = ({ affirmed, negated }: Implication): boolean =>
  affirmed === 'happened' && negated === 'happened';

/** What is embedded stands so, where the word that embeds it stands as `standing`. */
export function through({ polarity, certainty }: Standing, implication: Implication): Standing {
  if (isFactive(implication)) return CERTAIN;
  if (polarity === 'undecided') return OPEN;
  return weakened(OUTCOMES[polarity === 'affirms' ? implication.affirmed : implication.negated], certainty);
}

const OUTCOMES: Readonly<Record<Outcome, Standing>> = {
  happened: CERTAIN,
  'did not': { polarity: 'denies', certainty: 'certain' },
  probable: { polarity: 'affirms', certainty: 'probable' },
  improbable: { polarity: 'denies', certainty: 'probable' },
  possible: { polarity: 'affirms', certainty: 'possible' },
  open: OPEN,
};

export const weakened = (standing: Standing, certainty: Certainty): Standing =>
  standing.polarity === 'undecided' ? OPEN : { ...standing, certainty: weaker(standing.certainty, certainty) };

export const denied = ({ polarity, certainty }: Standing): Standing =>
  polarity === 'undecided' ? OPEN : { polarity: polarity === 'affirms' ? 'denies' : 'affirms', certainty };
