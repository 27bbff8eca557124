interface Asked {
  readonly value: string;
  readonly set: (words: string) => void;
  readonly placeholder?: string;
}

/** The reason of a decision: nothing goes into the log without one. */
export function Why({ value, set, placeholder = 'for the log' }: Asked) {
  return (
    <label className="why">
      Why{' '}
      <input
        type="text"
        value={value}
        required
        placeholder={placeholder}
        onChange={({ target }) => set(target.value)}
      />
    </label>
  );
}
