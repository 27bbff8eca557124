import { type FormEvent, useRef, useState } from 'react';
import type { ClaimAnswer, Member } from '../../api/client.ts';
import { decide } from '../parts/decide.ts';
import { announce } from '../shell/announce.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';

const VERBS = { merge: 'The same', split: 'Not the same' } as const;
type Verb = keyof typeof VERBS;

/** Whether a statement says what the claim says: the machine suggests, people join and part. */
export function IsSame({ answer, member }: { readonly answer: ClaimAnswer; readonly member: Member }) {
  const headline = answer.members.find(({ assertion }) => assertion === answer.claim.headline)!;
  if (member.statement === headline.statement)
    return <small className="is-headline">the claim in its clearest words</small>;
  if (isJoined(answer, member.assertion)) return <span className="state confirmed">✓ joined by people</span>;
  return <Judge headline={headline} member={member} />;
}

/** The button that was pressed stays chosen until its reason is there; Enter decides that and nothing else. */
function Judge({ headline, member }: { readonly headline: Member; readonly member: Member }) {
  const [chosen, choose] = useState<Verb | null>(null);
  const [why, setWhy] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const reason = useRef<HTMLInputElement>(null);
  // a second press of Enter would be a second entry
  const isStoring = useRef(false);
  const judge = async (verb: Verb) => {
    choose(verb);
    if (why.trim() === '') return reason.current?.focus();
    if (isStoring.current) return;
    isStoring.current = true;
    const on = { kind: 'relation', a: headline.statement, b: member.statement, relation: 'same' } as const;
    try {
      await decide({ verb, on, why: why.trim() });
    } catch (refused) {
      setError(refused as Error);
    } finally {
      isStoring.current = false;
    }
  };
  const onEnter = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === null) announce(CHOOSE);
    else void judge(chosen);
  };
  return (
    <details className="is-same">
      <summary>Same?</summary>
      <form onSubmit={onEnter}>
        <label>
          Why{' '}
          <input ref={reason} value={why} placeholder="for the log" onChange={({ target }) => setWhy(target.value)} />
        </label>
        {(['merge', 'split'] as const).map((verb) => (
          <button key={verb} type="button" aria-pressed={chosen === verb} onClick={() => void judge(verb)}>
            {VERBS[verb]}
          </button>
        ))}
        {chosen !== null && <small className="is-same-next">Then the reason, and Enter: {VERBS[chosen]}</small>}
      </form>
      {error && <ProblemNote error={error} />}
    </details>
  );
}

const CHOOSE = 'Choose first: the same, or not the same';

/** A relation that people told has no evidence but their word. */
const isJoined = ({ claim }: ClaimAnswer, assertion: string): boolean =>
  claim.relations.some(({ a, b, evidence }) => evidence.length === 0 && (a === assertion || b === assertion));
