import { type FormEvent, useState } from 'react';
import type { ClaimAnswer, Member } from '../../api/client.ts';
import { decide } from '../parts/decide.ts';
import { ProblemNote } from '../shell/problem-note.tsx';

/** Whether a statement says what the claim says: the machine suggests, people join and part. */
export function IsSame({ answer, member }: { readonly answer: ClaimAnswer; readonly member: Member }) {
  const [why, setWhy] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const headline = answer.members.find(({ assertion }) => assertion === answer.claim.headline)!;
  if (member.statement === headline.statement)
    return <small className="is-headline">the claim in its clearest words</small>;
  if (isJoined(answer, member.assertion)) return <span className="state confirmed">✓ joined by people</span>;
  const judge = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { value } = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
    const on = { kind: 'relation', a: headline.statement, b: member.statement, relation: 'same' } as const;
    try {
      await decide({ verb: value === 'merge' ? 'merge' : 'split', on, why: why.trim() });
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <details className="is-same">
      <summary>Same?</summary>
      <form onSubmit={(event) => void judge(event)}>
        <label>
          Why <input required value={why} placeholder="for the log" onChange={({ target }) => setWhy(target.value)} />
        </label>
        <button type="submit" value="merge">
          The same
        </button>
        <button type="submit" value="split">
          Not the same
        </button>
      </form>
      {error && <ProblemNote error={error} />}
    </details>
  );
}

/** A relation that people told has no evidence but their word. */
const isJoined = ({ claim }: ClaimAnswer, assertion: string): boolean =>
  claim.relations.some(({ a, b, evidence }) => evidence.length === 0 && (a === assertion || b === assertion));
