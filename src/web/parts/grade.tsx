import { type Letter, RELIABILITY } from '../../ledger/grade.ts';

/** The letter in a square, the same for all of them, and what it means in words. */
export function GradeBadge({ letter }: { readonly letter: Letter }) {
  return (
    <span className="grade">
      <b>{letter}</b> <span className="meaning">{RELIABILITY[letter]}</span>
    </span>
  );
}
