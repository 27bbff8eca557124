import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Attribution, CERTAINTIES, POLARITIES } from '../../attributions/attribution.ts';
import type { Span } from '../../text/span.ts';
import type { Told } from '../parts/decide.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { CERTAINTY } from '../wording.ts';

export const EDITS = ['speaker', 'firmness', 'denial', 'words', 'reject'] as const;
export type Edit = (typeof EDITS)[number];

interface Editing {
  readonly edit: Edit;
  readonly attribution: Attribution;
  readonly text: string;
  readonly seen: string | undefined;
  /** words that are selected in the text */
  readonly selected: Span | null;
  readonly names: readonly string[];
  readonly save: (...told: Told[]) => Promise<unknown>;
  readonly close: () => void;
}

/** One correction, with its reason: nothing goes into the log without one. */
export function EditPanel(editing: Editing) {
  const { edit, attribution, text, selected, seen, save, close } = editing;
  const [value, setValue] = useState(() => firstValue(editing));
  const [why, setWhy] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  const submit = async (reason: string) => {
    const told = toldOf(editing, value, reason);
    if (told.length === 0) return close();
    try {
      await save(...told.map((one) => (seen === undefined ? one : { ...one, seen })));
      close();
    } catch (refused) {
      setError(refused as Error);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const reason = REASONS[edit][Number(event.key) - 1];
    if (!isText && isLetter(event)) {
      // the letter goes into the reason: outside, "a" would accept what is about to be rejected
      event.stopPropagation();
      form.current?.querySelector<HTMLElement>('.why input')?.focus();
    }
    if (isText || reason === undefined) return;
    event.preventDefault();
    if (edit === 'reject') void submit(reason);
    else setWhy(reason);
  };
  return (
    <form
      ref={form}
      className="edit"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(why.trim());
      }}
    >
      <p className="edit-title">{TITLES[edit]}</p>
      {edit === 'speaker' && (
        <Speaker value={value} set={setValue} text={text} selected={selected} names={editing.names} />
      )}
      {edit === 'firmness' && (
        <Choice name="firmness" choices={CERTAINTIES} labels={CERTAINTY} value={value} set={setValue} />
      )}
      {edit === 'denial' && <Choice name="polarity" choices={POLARITIES} value={value} set={setValue} />}
      {edit === 'words' && (
        <>
          <Choice name="the selected words are" choices={ROLES} labels={ROLE} value={value} set={setValue} />
          <SelectedWords text={text} selected={selected} attribution={attribution} role={value as Role} />
        </>
      )}
      <label className="why">
        Why{' '}
        <input
          type="text"
          value={why}
          required
          placeholder="for the log"
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <div className="reasons">
        {REASONS[edit].map((reason, i) => (
          <button
            key={reason}
            type="button"
            data-first={(edit === 'reject' && i === 0) || undefined}
            onClick={() => (edit === 'reject' ? void submit(reason) : setWhy(reason))}
          >
            <kbd>{i + 1}</kbd> {reason}
          </button>
        ))}
      </div>
      <div className="actions">
        <button type="submit" className="primary">
          {edit === 'reject' ? 'Reject' : 'Correct'} <kbd>↵</kbd>
        </button>
        <button type="button" onClick={close}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
      {error && <ProblemNote error={error} />}
    </form>
  );
}

/** One that somebody types, not a number for a reason, a space for a button or a key of the browser. */
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^\P{N}$/u.test(key) && key !== ' ' && !ctrlKey && !metaKey && !altKey;

/** What words of the text can be of a statement. */
const ROLES = ['content', 'source', 'cue', 'hedges'] as const;
type Role = (typeof ROLES)[number];
const ROLE = {
  content: 'what is said',
  source: 'who says it',
  cue: 'the word for saying',
  hedges: 'a hedge',
} as const satisfies Record<Role, string>;

const TITLES = {
  speaker: 'Who says it?',
  firmness: 'How firmly does the source put it?',
  denial: 'Does the source hold it to be so?',
  words: 'What are the selected words?',
  reject: 'Why is this no statement?',
} as const satisfies Record<Edit, string>;

const REASONS = {
  speaker: ['the text names another', 'the pronoun is another’s', 'nobody is named'],
  firmness: ['the hedge is the source’s', 'the hedge is the paper’s', 'no hedge in the text'],
  denial: ['the text denies it', 'the text affirms it', 'left open in the text'],
  words: ['more is said', 'less is said', 'other words are said'],
  reject: ['nobody says it', 'the words are another’s', 'told twice', 'furniture of the page'],
} as const satisfies Record<Edit, readonly string[]>;

function firstValue({ edit, attribution, text, selected }: Editing): string {
  if (edit === 'firmness') return attribution.certainty;
  if (edit === 'denial') return attribution.polarity;
  if (edit === 'speaker')
    return selected ? text.slice(...selected) : (attribution.chain.at(-2) && attribution.chain[0]?.name) || '';
  return 'content';
}

/** A hedge comes beside those that are there; of the rest the selected words are all. */
const spansWith = ({ hedges }: Attribution, role: Role, selected: Span): readonly Span[] =>
  role === 'hedges' ? [...hedges, selected].sort((a, b) => a[0] - b[0]) : [selected];

/** The decisions that an edit comes to; none where nothing is changed. */
export function toldOf(
  { edit, attribution, text, selected }: Omit<Editing, 'save' | 'close' | 'names' | 'seen'>,
  value: string,
  why: string,
): Told[] {
  const on = { kind: 'statement', id: attribution.id } as const;
  const correct = (field: string, to: unknown): Told => ({ verb: 'correct', on, field, to, why });
  if (edit === 'reject') return [{ verb: 'reject', on, why }];
  if (edit === 'firmness') return value === attribution.certainty ? [] : [correct('certainty', value)];
  if (edit === 'denial') return value === attribution.polarity ? [] : [correct('polarity', value)];
  if (edit === 'words') return selected ? [correct(value, spansWith(attribution, value as Role, selected))] : [];
  const name = value.trim();
  const { chain } = attribution;
  if (name === '' || (chain.length > 1 && chain[0]!.name === name)) return [];
  const told = [
    chain.length > 1 ? correct('chain.0.name', name) : correct('chain', [name, ...chain.map((hop) => hop.name)]),
  ];
  const isSelected = selected !== null && text.slice(...selected) === name;
  const isSame = attribution.source.length === 1 && String(attribution.source[0]) === String(selected);
  return isSelected && !isSame ? [...told, correct('source', [selected])] : told;
}

function Speaker({
  value,
  set,
  text,
  selected,
  names,
}: {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly text: string;
  readonly selected: Span | null;
  readonly names: readonly string[];
}) {
  const words = selected ? text.slice(...selected) : null;
  return (
    <>
      <label>
        Speaker{' '}
        <input
          type="text"
          list="names"
          value={value}
          data-first
          onFocus={(event) => event.target.select()}
          onChange={(event) => set(event.target.value)}
        />
      </label>
      <datalist id="names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="edit-hint">
        {words ? <>Selected in the text: “{words}”</> : 'Or select the name in the text first, then press s.'}
      </p>
    </>
  );
}

function Choice<Value extends string>({
  name,
  choices,
  labels,
  value,
  set,
}: {
  readonly name: string;
  readonly choices: readonly Value[];
  readonly labels?: Readonly<Record<Value, string>>;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  return (
    <div className="choice" role="radiogroup" aria-label={name}>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === value}
            data-first={choice === value || undefined}
            onChange={() => set(choice)}
          />{' '}
          {labels?.[choice] ?? choice}
        </label>
      ))}
    </div>
  );
}

function SelectedWords({
  text,
  selected,
  attribution,
  role,
}: {
  readonly text: string;
  readonly selected: Span | null;
  readonly attribution: Attribution;
  readonly role: Role;
}) {
  const before = attribution[role].map((span) => text.slice(...span)).join(' … ');
  return (
    <p className="edit-hint">
      {role === 'hedges' ? before : <s>{before}</s>}
      <br />
      {selected ? <b>{text.slice(...selected)}</b> : 'Select the words in the text, then press e.'}
    </p>
  );
}
