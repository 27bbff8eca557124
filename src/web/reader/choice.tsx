/** One of a few values, each a radio button. */
export function Choice<Value extends string>({
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
  readonly set: (value: Value) => void;
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
