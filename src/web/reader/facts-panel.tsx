import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import { FACTS } from '../../ledger/facts.ts';
import { decide } from '../parts/decide.ts';
import { FormEnd } from '../parts/form-end.tsx';
import { Why } from '../parts/why.tsx';
import { asTyped, decisionsOn, FACT_LABEL } from './told-facts.ts';

/** What the report says of itself, or leaves out: title, outlet, byline, date. */
export function FactsPanel({ answer, close }: { readonly answer: DocumentAnswer; readonly close: () => void }) {
  const [seen] = useState(answer.reading);
  const [facts, set] = useState(() => asTyped(seen));
  const [why, setWhy] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = async () => {
    try {
      const told = decisionsOn(seen, facts, why.trim());
      if (told.length === 0 || (await decide(...told))) close();
    } catch (refused) {
      setError(refused as Error);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    // outside, a letter would decide on something else
    if (event.key === 'Escape' || event.key.length === 1) event.stopPropagation();
  };
  return (
    <form
      className="edit telling"
      aria-label="Title, outlet, byline and date"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="edit-title">What is this report?</p>
      {FACTS.map((fact, i) => (
        <label key={fact}>
          {FACT_LABEL[fact]}{' '}
          <input
            ref={i === 0 ? first : undefined}
            type="text"
            value={facts[fact]}
            placeholder={fact === 'published' ? 'none, or as 2025-03-10' : 'none'}
            onChange={({ target }) => set((now) => ({ ...now, [fact]: target.value }))}
          />
        </label>
      ))}
      <Why value={why} set={setWhy} />
      <p className="edit-hint">
        The report is read again with it: “on Wednesday” and who passes on whom hang on these.
      </p>
      <FormEnd does="Correct" close={close} error={error} />
    </form>
  );
}
