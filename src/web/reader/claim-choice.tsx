import { useState } from 'react';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { statementOf } from '../contested/contest-view.tsx';
import { count } from '../wording.ts';

const MOST = 5;
const SHORTEST = 3;

/** A claim to join, found by words of it. What is set is the statement that tells it most clearly. */
export function ClaimChoice({ set, own }: { readonly set: (statement: string) => void; readonly own: string | null }) {
  const [sought, setSought] = useState('');
  const search = sought.trim();
  const { data } = useAnswer(
    ['claims', 'choice', search],
    (init) => api.claims({ search, limit: MOST }, init),
    search.length >= SHORTEST,
  );
  const choose = async (id: string) => set(statementOf((await api.claim(id)).claim.headline));
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = (search.length >= SHORTEST ? (data?.rows ?? []) : []).filter(({ id }) => id !== own);
  return (
    <>
      <label>
        Words{' '}
        <input
          type="text"
          data-first
          value={sought}
          placeholder="of the claim"
          onChange={({ target }) => setSought(target.value)}
        />
      </label>
      <div className="claim-choice" role="radiogroup" aria-label="Claims">
        {rows.map(({ id, words, reports }) => (
          <label key={id}>
            <input
              type="radio"
              name="claim"
              checked={chosen === id}
              onChange={() => {
                setChosen(id);
                void choose(id);
              }}
            />{' '}
            <span>
              {words} <small>{count(reports, 'report')}</small>
            </span>
          </label>
        ))}
      </div>
    </>
  );
}
