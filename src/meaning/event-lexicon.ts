import { verbForms } from '../language/forms.ts';
import { wordList } from '../text/word-list.ts';

/** What the object, a prepositional phrase or the complement of a trigger must be for a row to hold. */
export interface Demand {
  /** "to" of "concede to demands"; null for the object */
  readonly preposition: string | null;
  /** null where any words will do */
  readonly words: ReadonlySet<string> | null;
  /** an infinitive, or a clause with "that" */
  readonly complement: 'to' | 'that' | null;
  /** the object may stand before the preposition: "asked Peru FOR" */
  readonly over: boolean;
}

/** One line of lexicons/en/events.tsv. */
export interface Row {
  readonly root: string;
  readonly mode: string | null;
  /** "up" of "blow up"; for a noun the words before it: "air" of "air strike" */
  readonly beside: readonly string[];
  readonly demand: Demand | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  /** letters: a actor, r recipient, p one of them political */
  readonly needs: string;
}

/** How a complement holds: see events.tsv. */
export type Holds = 'promise' | 'plan' | 'will' | 'pass' | 'try' | 'unreal' | 'refuse' | 'threat';

export interface EventLexicon {
  /** "struck" → its rows, the most demanding first */
  readonly verbs: ReadonlyMap<string, readonly Row[]>;
  readonly nouns: ReadonlyMap<string, readonly Row[]>;
  readonly holds: ReadonlyMap<string, Holds>;
  /** forms of verbs whose object is the event: "launched" */
  readonly light: ReadonlySet<string>;
  /** root → word → mode */
  readonly modes: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const classes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  wordList('event-nouns').map(([name, words]) => [name!, new Set(words!.split(' '))]),
);

/** Is the noun, singular or plural, in a class of event-nouns.tsv? */
export function isOf(name: string, form: string): boolean {
  const words = classes.get(name)!;
  return holdsWord(words, form);
}

export const singulars = (form: string): string[] => {
  const found: string[] = [];
  if (form.endsWith('men')) found.push(`${form.slice(0, -2)}an`);
  if (!form.endsWith('s') || form.endsWith('ss')) return found;
  found.push(form.slice(0, -1));
  if (form.endsWith('es')) found.push(form.slice(0, -2));
  if (form.endsWith('ies')) found.push(`${form.slice(0, -3)}y`);
  return found;
};

export function holdsWord(words: ReadonlySet<string>, form: string): boolean {
  if (words.has(form)) return true;
  return (form.endsWith('s') || form.endsWith('men')) && singulars(form).some((singular) => words.has(singular));
}

let english: EventLexicon | undefined;

export function englishEvents(): EventLexicon {
  english ??= read(wordList('events'));
  return english;
}

function read(lines: readonly (readonly string[])[]): EventLexicon {
  const irregular = irregularForms(lines);
  const verbs = new Map<string, Row[]>();
  const nouns = new Map<string, Row[]>();
  const holds = new Map<string, Holds>();
  const light = new Set<string>();
  const modes = new Map<string, Map<string, string>>();
  const formsOf = (lemma: string): string[] => [...verbForms(lemma), ...(irregular.get(lemma) ?? [])];
  const add = (rows: Map<string, Row[]>, form: string, row: Row): void => {
    rows.set(form, [...(rows.get(form) ?? []), row]);
  };
  for (const [kind, triggers, demand, root, mode, ...rest] of lines) {
    for (const trigger of triggers!.split(', ')) {
      const words = trigger.split(' ');
      if (kind === 'op') for (const form of nounAndVerb(trigger, formsOf)) holds.set(form, root as Holds);
      if (kind === 'light') for (const form of formsOf(words[0]!)) light.add(form);
      if (kind === 'act') modes.set(root!, (modes.get(root!) ?? new Map<string, string>()).set(trigger, mode!));
      if (kind === 'v')
        for (const form of new Set(formsOf(words[0]!)))
          add(verbs, form, rowOf(words.slice(1), demand!, root!, mode!, rest));
      if (kind === 'n') add(nouns, words.at(-1)!, rowOf(words.slice(0, -1), demand!, root!, mode!, rest));
    }
  }
  for (const rows of [...verbs.values(), ...nouns.values()]) rows.sort((a, b) => weight(b) - weight(a));
  return { verbs, nouns, holds, light, modes };
}

const nounAndVerb = (lemma: string, formsOf: (lemma: string) => string[]): string[] => [...formsOf(lemma), `${lemma}s`];

function irregularForms(lines: readonly (readonly string[])[]): Map<string, string[]> {
  return new Map(lines.filter(([kind]) => kind === 'form').map(([, forms, lemma]) => [lemma!, forms!.split(' ')]));
}

function rowOf(
  beside: readonly string[],
  demand: string,
  root: string,
  mode: string,
  [actor, recipient, needs]: readonly string[],
): Row {
  const slots = (cell: string | undefined): string[] => (!cell || cell === '-' ? [] : cell.split(' '));
  return {
    root,
    mode: mode === '-' ? null : mode,
    beside,
    demand: demandOf(demand.trim(), /\b(?:obj|thing)\b/.test(recipient ?? '')),
    actor: slots(actor),
    recipient: slots(recipient),
    needs: needs === '-' || !needs ? '' : needs,
  };
}

/** "@pact ban" → words; "to: @demand" → preposition and words; "on: -" → preposition alone */
function demandOf(cell: string, over: boolean): Demand | null {
  if (cell === '-' || cell === '') return null;
  if (cell === 'to' || cell === 'that') return { preposition: null, words: null, complement: cell, over };
  const [, preposition, list] = /^(?:([a-z]+):)?\s*(.*)$/.exec(cell)!;
  const words = list === '' || list === '-' ? null : new Set(list!.split(' ').flatMap(expand));
  return { preposition: preposition ?? null, words, complement: null, over };
}

const expand = (word: string): string[] => (word.startsWith('@') ? [...classes.get(word.slice(1))!] : [word]);

/** The more a row asks for, the sooner it is tried. */
const weight = ({ beside, demand }: Row): number =>
  4 * beside.length + (demand?.words ? 2 : 0) + (demand?.preposition ? 2 : 0) + (demand?.complement ? 1 : 0);
