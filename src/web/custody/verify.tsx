import { useState } from 'react';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { count } from '../wording.ts';

type Found = Awaited<ReturnType<typeof api.verify>>;

/** Every slice, every row and the chain of entries are checked against what was stored. */
export function Verify() {
  const { data } = useAnswer(['about'], api.about);
  const [found, setFound] = useState<Found | 'checking' | Error | null>(null);
  const check = async () => {
    setFound('checking');
    try {
      setFound(await api.verify());
    } catch (error) {
      setFound(error as Error);
    }
  };
  return (
    <section className="verify" aria-label="Is the ledger whole?">
      <div>
        <p>
          <b>{data?.ledger}</b>
          {data &&
            ` · ${count(data.counts.documents, 'document')} · ${count(data.counts.statements, 'statement')} · ${data.counts.entries.toLocaleString('en-GB')} entries`}
        </p>
        <p className="head">
          <small>Last entry</small> <code title={data?.head}>{data?.head}</code>
        </p>
      </div>
      <button type="button" className="primary" disabled={found === 'checking'} onClick={() => void check()}>
        {found === 'checking' ? 'Checking…' : 'Verify'}
      </button>
      <div role="status" className="verified">
        {found !== null && found !== 'checking' && !(found instanceof Error) && <Outcome found={found} />}
      </div>
      {found instanceof Error && <ProblemNote error={found} retry={() => void check()} />}
    </section>
  );
}

function Outcome({ found: { whole, problems } }: { readonly found: Found }) {
  if (whole)
    return <p className="whole">✓ The ledger is whole: every slice is exact, every entry as it was written.</p>;
  return (
    <div className="problem">
      <h2>The ledger differs from what was stored in {count(problems.length, 'place')}</h2>
      <ul>
        {problems.map(({ kind, what, document, statement }) => (
          <li key={`${kind} ${what} ${statement}`}>
            <b>{kind}</b> {what} {document && <code>{document}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}
