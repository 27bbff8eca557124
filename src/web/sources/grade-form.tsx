import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LETTERS, type Letter, RELIABILITY } from '../../ledger/grade.ts';
import { decide } from '../parts/decide.ts';
import { FormEnd } from '../parts/form-end.tsx';
import { Why } from '../parts/why.tsx';

/** What the form is opened with: chosen by its key, a letter needs but its reason. */
export interface Asked {
  readonly letter: Letter | null;
  readonly isChosen: boolean;
}

interface Grading {
  readonly source: string;
  readonly asked: Asked;
  readonly close: () => void;
}

/** A letter and its reason: none goes into the log without one. */
export function GradeForm({ source, asked, close }: Grading) {
  const [letter, setLetter] = useState(asked.letter);
  const [why, setWhy] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // a second press of Enter would be a second entry
  const isStoring = useRef(false);
  useEffect(() => {
    setLetter(asked.letter);
    const first = asked.letter === null ? '.letters input' : `.letters input[value=${asked.letter}]`;
    form.current?.querySelector<HTMLElement>(asked.isChosen ? '.why input' : first)?.focus();
  }, [asked]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (letter === null || isStoring.current) return;
    isStoring.current = true;
    try {
      const on = { kind: 'reliability', source } as const;
      if ((await decide({ verb: 'grade', on, grade: letter, why: why.trim() })) !== null) close();
    } catch (refused) {
      setError(refused as Error);
    } finally {
      isStoring.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <form
      ref={form}
      className="edit grade-form"
      aria-label="Grade"
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      <fieldset className="letters">
        <legend className="edit-title">Grade, by the Admiralty System</legend>
        {LETTERS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="grade"
              required
              value={one}
              checked={letter === one}
              onChange={() => setLetter(one)}
            />{' '}
            <b>{one}</b> {RELIABILITY[one]}
          </label>
        ))}
      </fieldset>
      <Why value={why} set={setWhy} placeholder="what it rests on, for the log" />
      <FormEnd does="Give the grade" close={close} error={error} />
    </form>
  );
}
