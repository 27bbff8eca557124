import type { Decision, Entry, NewDecision } from '../../api/client.ts';
import type { Letter } from '../../ledger/grade.ts';
import { queries } from '../answer.ts';
import { api } from '../api.ts';
import { announce } from '../shell/announce.tsx';
import { wordsOf } from '../shell/way-out.ts';
import { asSentence, DECIDED, isStatementId } from '../wording.ts';
import { askPerson } from './ask-person.tsx';

type On = Decision['on'];
type Added = Pick<NewDecision, 'content' | 'source' | 'cue' | 'name' | 'polarity' | 'text'>;

/** A decision as the API takes it, without the name it goes under. */
export type Told =
  | {
      readonly verb: 'confirm' | 'reject' | 'merge' | 'split';
      readonly on: On;
      readonly why?: string;
      readonly seen?: string;
    }
  | {
      readonly verb: 'grade';
      readonly on: On;
      readonly grade: Letter;
      readonly why: string;
      readonly seen?: string;
    }
  | {
      readonly verb: 'correct';
      readonly on: On;
      readonly field: string;
      readonly to: unknown;
      readonly from?: unknown;
      readonly at?: readonly [number, number];
      readonly why: string;
      readonly seen?: string;
    }
  | ({
      readonly verb: 'add';
      readonly on: { readonly kind: 'document'; readonly id: string };
      readonly why: string;
      readonly seen?: string;
    } & Added);

/** What was decided here since the page was opened, together what one form decided, the last at the end: u takes it back. */
const done: (readonly Entry[])[] = [];

/**
 * Stores decisions in order, says so, and offers to take them back. Throws the ApiProblem where the first was not taken, and
 * says where a later one was not.
 */
export async function decide(...all: readonly Told[]): Promise<Entry[] | null> {
  const who = await askPerson();
  if (who === null) return null;
  const entries: Entry[] = [];
  let refused = '';
  try {
    for (const [i, told] of all.entries()) entries.push(await api.decide(sendable(told, who, i)));
  } catch (error) {
    if (entries.length === 0) throw error;
    refused = `. The rest was not stored: ${wordsOf(error)}`;
  } finally {
    if (entries.length > 0) done.push(entries);
    await queries.invalidateQueries();
  }
  announce(`${[...new Set(entries.map(saidOf))].join(', ')} · ${numbered(entries.map(({ seq }) => seq))}${refused}`, {
    name: 'Undo (u)',
    run: () => void undoLast(),
  });
  return entries;
}

/** Of several corrections of one statement only the first can be held against what was seen: it changes what is there. */
const sendable = ({ seen, ...told }: Told, who: string, i: number): NewDecision => ({
  ...told,
  who,
  ...(seen !== undefined && i === 0 && { seen }),
});

/** "entry 7"; "entries 7, 9" */
const numbered = (seqs: readonly number[]): string => `${seqs.length === 1 ? 'entry' : 'entries'} ${seqs.join(', ')}`;

/**
 * Takes decisions back, the last first, and says which; what was taken back elsewhere meanwhile does not keep the rest. Throws where
 * none could be; false where nobody wants to say who they are.
 */
export async function undo(all: readonly number[], why: string): Promise<boolean> {
  const who = await askPerson();
  if (who === null) return false;
  const [undone, entries, refused]: [number[], Entry[], unknown[]] = [[], [], []];
  for (const seq of all.toReversed()) {
    try {
      entries.push(await api.undo(seq, { who, why }));
      undone.unshift(seq);
    } catch (error) {
      refused.push(error);
    }
  }
  await queries.invalidateQueries();
  if (entries.length === 0) throw refused[0];
  const rest = refused.length > 0 ? `. The rest was not: ${wordsOf(refused[0])}` : '';
  announce(`Took back ${numbered(undone)} · ${numbered(entries.map(({ seq }) => seq))}${rest}`);
  return true;
}

/** Whoever takes back with a key gives no reason, and none is made up. */
const WITH_U = 'taken back with u';

/** Takes back what was decided last on this page; says so, and gives false, where there is none, or where it cannot be. */
export async function undoLast(): Promise<boolean> {
  const last = done.pop();
  if (!last) {
    announce('Nothing was decided here yet');
    return false;
  }
  try {
    const seqs = last.map(({ seq }) => seq);
    const isDone = await undo(seqs, WITH_U);
    if (!isDone) done.push(last);
    return isDone;
  } catch (error) {
    announce(wordsOf(error));
    return false;
  }
}

/** "Joined the officials ~ western officials"; a statement is on the screen, and its id tells nobody anything */
const saidOf = ({ verb, subject, body }: Entry): string => {
  const isReport = (body.on as On | undefined)?.kind === 'document';
  const what = isReport ? 'the report' : isStatementId(subject) ? 'the statement' : subject.slice(0, 60);
  return asSentence(`${DECIDED[verb] ?? verb} ${what}`);
};
