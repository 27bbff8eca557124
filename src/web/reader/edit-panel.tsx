import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Told } from '../parts/decide.ts';
import { FormEnd } from '../parts/form-end.tsx';
import { Why } from '../parts/why.tsx';
import { EditField } from './edit-fields.tsx';
import { type Edit, type Edited, firstValue, REASONS, TITLES, toldOf } from './edits.ts';

interface Editing extends Edited {
  readonly seen: string | undefined;
  readonly names: readonly string[];
  /** id of the claim it is part of already */
  readonly claim: string | null;
  readonly save: (...told: Told[]) => Promise<unknown>;
  readonly close: () => void;
}

const SUBMIT: Partial<Record<Edit, string>> = { reject: 'Reject', link: 'Join' };

/** One correction, with its reason: nothing goes into the log without one. */
export function EditPanel(editing: Editing) {
  const { edit, seen, save, close } = editing;
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
      <EditField {...editing} value={value} set={setValue} />
      <Why value={why} set={setWhy} />
      <Reasons edit={edit} take={(reason) => (edit === 'reject' ? void submit(reason) : setWhy(reason))} />
      <FormEnd
        does={SUBMIT[edit] ?? 'Correct'}
        disabled={edit === 'link' && value === ''}
        close={close}
        error={error}
      />
    </form>
  );
}

/** One that somebody types, not a number for a reason, a space for a button or a key of the browser. */
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^\P{N}$/u.test(key) && key !== ' ' && !ctrlKey && !metaKey && !altKey;

function Reasons({ edit, take }: { readonly edit: Edit; readonly take: (reason: string) => void }) {
  return (
    <div className="reasons">
      {REASONS[edit].map((reason, i) => (
        <button
          key={reason}
          type="button"
          data-first={(edit === 'reject' && i === 0) || undefined}
          onClick={() => take(reason)}
        >
          <kbd>{i + 1}</kbd> {reason}
        </button>
      ))}
    </div>
  );
}
