import { useEffect, useRef, useState } from 'react';

/** Typing settles for so long before it is searched for: shorter than a pause, longer than between two keys. */
const PAUSE = 180;

export function SearchField({
  value,
  set,
  label,
  hint,
}: {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly label: string;
  readonly hint?: string;
}) {
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (new URLSearchParams(location.search).get('focus') === 'search') field.current?.focus();
    return () => clearTimeout(timer.current);
  }, []);
  return (
    <search className="search">
      <input
        ref={field}
        type="search"
        value={typed}
        aria-label={label}
        placeholder={hint ?? label}
        onChange={({ target }) => {
          setTyped(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => set(target.value.trim()), PAUSE);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set(typed.trim());
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </search>
  );
}
