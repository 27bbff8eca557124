import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import { type Attribution, POLARITIES } from '../../attributions/attribution.ts';
import type { Span } from '../../text/span.ts';
import { decide, type Told } from '../parts/decide.ts';
import { FormEnd } from '../parts/form-end.tsx';
import { Why } from '../parts/why.tsx';
import { Choice } from './choice.tsx';
import { ROLE } from './edits.ts';
import {
  type Beside,
  newStatement,
  PARTS,
  type Part,
  toldOfNew,
  voicesBeside,
  withName,
  withPart,
} from './new-statement.ts';
import { selectedSpan } from './selected-span.ts';

interface Adding {
  readonly answer: DocumentAnswer;
  /** as people corrected them */
  readonly attributions: readonly Attribution[];
  /** the text, where words are selected */
  readonly column: RefObject<HTMLElement | null>;
  /** words that were selected when it was opened */
  readonly selected: Span | null;
  readonly added: (id: string) => void;
  readonly close: () => void;
}

/** A statement that was missed: its words are selected in the text while the form is open. */
export function AddPanel({ answer, attributions, column, selected, added, close }: Adding) {
  const { reading, standings } = answer;
  const { text } = reading;
  const [statement, set] = useState(() => newStatement(selected));
  const [part, setPart] = useState<Part>(selected ? 'source' : 'content');
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const [error, setError] = useState<Error | null>(null);
  const name = useRef<HTMLInputElement>(null);
  const names = useMemo(() => [...new Set(reading.entities.map((one) => one.name))], [reading]);
  useEffect(() => name.current?.focus(), []);
  useWords(column, text, {
    take: (words) => set((now) => withPart(now, part, words, text)),
    done: (withMouse) => {
      if (part === 'content') setPart('source');
      if (withMouse) name.current?.focus();
    },
  });
  const told = toldOfNew(reading, statement);
  const isCalledOtherwise = statement.source !== null && text.slice(...statement.source) !== statement.name.trim();
  const voices = voicesBeside(statement, attributions, standings).map((one) => {
    return { ...one, isRejected: chosen[one.voice.id] ?? one.isCovered };
  });
  const submit = async () => {
    if (!told) return;
    try {
      const entries = await decide(told, ...rejectionsOf(voices, statement.name));
      if (entries) added(entries[0]!.subject);
    } catch (refused) {
      setError(refused as Error);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key === 'Escape') close();
    else if (isText || event.key.length > 1) return;
    // outside, a letter would decide on something else
    event.stopPropagation();
  };
  return (
    <form
      className="adding edit"
      aria-label="Add a statement"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="edit-title">Which statement was missed?</p>
      <Words text={text} span={statement.content} none="Select the words that were said in the text." />
      <label>
        Speaker{' '}
        <input
          ref={name}
          type="text"
          list="speakers"
          value={statement.name}
          required
          placeholder="type a name, or select it in the text"
          onChange={({ target }) => set((now) => withName(now, target.value))}
        />
      </label>
      <datalist id="speakers">
        {names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {isCalledOtherwise && (
        <Selected
          words={text.slice(...statement.source!)}
          of="source"
          without={() => set({ ...statement, source: null })}
        />
      )}
      {statement.cue && (
        <Selected words={text.slice(...statement.cue)} of="cue" without={() => set({ ...statement, cue: null })} />
      )}
      <div className="edit-hint">
        Words that you select in the text are
        <Choice name="words that you select are" choices={PARTS} labels={ROLE} value={part} set={setPart} />
      </div>
      <Choice
        name="polarity"
        choices={POLARITIES}
        value={statement.polarity}
        set={(polarity) => set((now) => ({ ...now, polarity }))}
      />
      {voices.map(({ voice, isRejected }) => (
        <label key={voice.id} className="voice-beside">
          <input
            type="checkbox"
            checked={isRejected}
            onChange={() => setChosen((now) => ({ ...now, [voice.id]: !isRejected }))}
          />{' '}
          The report does not say itself: <q>{voice.content.map((span) => text.slice(...span)).join(' … ')}</q>
        </label>
      ))}
      <Why value={statement.why} set={(why) => set((now) => ({ ...now, why }))} />
      <FormEnd does="Add" disabled={told === null} close={close} error={error} />
    </form>
  );
}

function Words({ text, span, none }: { readonly text: string; readonly span: Span | null; readonly none: string }) {
  return <p className="new-words">{span ? <q>{text.slice(...span)}</q> : none}</p>;
}

const BESIDE = { source: 'Called so in the text', cue: 'The word for saying' };

/** Words that go with the statement and stand in no field. */
function Selected({
  words,
  of,
  without,
}: {
  readonly words: string;
  readonly of: keyof typeof BESIDE;
  readonly without: () => void;
}) {
  return (
    <p className="edit-hint">
      {BESIDE[of]}: “{words}”{' '}
      <button type="button" className="quiet" onClick={without}>
        Leave it out
      </button>
    </p>
  );
}

/** What is nobody’s but the speaker’s is not the report’s own. */
const rejectionsOf = (voices: readonly (Beside & { readonly isRejected: boolean })[], name: string): Told[] =>
  voices
    .filter(({ isRejected }) => isRejected)
    .map(({ voice: { id } }) => {
      return { verb: 'reject', on: { kind: 'statement', id }, why: `said by ${name.trim()}, and added so` };
    });

/** Words selected in the text go into the form; with a mouse the hand is back in the form when it lets go. */
function useWords(column: RefObject<HTMLElement | null>, text: string, doing: Taking): void {
  const now = useRef(doing);
  now.current = doing;
  useEffect(() => {
    const selected = () => column.current && selectedSpan(column.current, text);
    // what was selected before is in the form already
    let taken = String(selected());
    const look = (): boolean => {
      const words = selected();
      if (!words) return false;
      // the browser tells of a selection once more, after the hand let go
      if (String(words) !== taken) now.current.take(words);
      taken = String(words);
      return true;
    };
    const letGo = ({ pointerType, target }: PointerEvent) => {
      if (column.current?.contains(target as Node) && look()) now.current.done(pointerType === 'mouse');
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerup', letGo);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerup', letGo);
    };
  }, [column, text]);
}

interface Taking {
  readonly take: (words: Span) => void;
  /** the hand let go; on a screen that is touched the keys would cover the text */
  readonly done: (withMouse: boolean) => void;
}
