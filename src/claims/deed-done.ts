import { dependentOf, dependentsOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Predication } from './predications.ts';
import { isStrikeOfWork } from './strikes-of-work.ts';
import type { Term } from './terms.ts';

const DOES =
  /^(?:carr(?:y|ies|ied|ying)|conduct(?:s|ed|ing)?|launch(?:es|ed|ing)?|stag(?:es?|ed|ing)|mount(?:s|ed|ing)?|perform(?:s|ed|ing)?|commit(?:s|ted|ting)?|undert(?:akes?|aken|ook|aking))$/;
const GIVES_IN = /^(?:hand(?:s|ed|ing)?|tender(?:s|ed|ing)?|submit(?:s|ted|ting)?)$/;
const DEED =
  /^(?:attack|strike|raid|airstrike|assault|bombing|shelling|ambush|operation|offensive|invasion|test|launch|drill|exercise|search|inspection|investigation|inquiry|probe|survey|arrest|execution|killing|murder|massacre|kidnapping|abduction|robbery|theft|evacuation|rescue|visit|patrol|flight|protest|coup|withdrawal|retreat|exchange|vote|review|autopsy|surgery)s?$/;

/** "carried out AN ATTACK", "handed in HER RESIGNATION": the noun tells what was done, the verb only that it was. */
export function deedDone(parsed: Parse, { head, words }: Predication): number | null {
  const verb = parsed.words[head]!.form;
  const deed = DOES.test(verb) ? DEED : GIVES_IN.test(verb) ? /^resignations?$/ : null;
  if (!deed) return null;
  const object = dependentOf(parsed, head, 'dobj') ?? dependentOf(parsed, head, 'nsubjpass');
  if (object === undefined || !words.includes(object) || !deed.test(parsed.words[object]!.form)) return null;
  return isUnclear(parsed, head, object) ? null : object;
}

/** "staged A STRIKE at the port" by nobody who tells which: those who strike a port launch it on the port. */
function isUnclear(parsed: Parse, head: number, object: number): boolean {
  if (!/^strikes?$/.test(parsed.words[object]!.form) || /^(?:carr|conduct)/.test(parsed.words[head]!.form))
    return false;
  if (isStrikeOfWork(parsed, object)) return false;
  return !dependentsOf(parsed, object, 'nmod').some((at) => {
    const marker = dependentOf(parsed, at, 'case');
    return marker !== undefined && /^(?:on|against)$/.test(parsed.words[marker]!.form);
  });
}

/** The term of the noun at the head, and none of the verb; to whom it was done is told after "on". */
export function termOfDeed(parsed: Parse, term: Term, { head }: Predication, done: number | null): Term[] {
  if (done === null) return [term];
  if (term.at === head) return [];
  if (term.at === done) return [{ ...term, role: 'head' }];
  return [isDoneTo(parsed, term.at, head, done) ? { ...term, role: 'patient' } : term];
}

/** "launched an attack on the PORT of Selm", whatever the parse hangs it on */
function isDoneTo(parsed: Parse, at: number, head: number, done: number): boolean {
  const word = parsed.words[at]!;
  const marker = dependentOf(parsed, at, 'case');
  if (word.label !== 'nmod' || at < done || marker === undefined) return false;
  const preposition = parsed.words[marker]!.form;
  return (
    (word.head === done && /^(?:on|against|of)$/.test(preposition)) || (word.head === head && preposition === 'against')
  );
}
