import { type FormEvent, useState } from 'react';
import type { SourceAnswer } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { decide } from '../parts/decide.ts';
import { ProblemNote } from '../shell/problem-note.tsx';

/** That two names are one source, or are not: people decide, and can take it back in the log. */
export function SameAs({ source }: { readonly source: SourceAnswer['source'] }) {
  const { data } = useAnswer(['sources'], (init) => api.sources({ limit: 1000 }, init));
  const [other, setOther] = useState('');
  const [why, setWhy] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const told = async (deciding: Promise<unknown>) => {
    try {
      await deciding;
      setError(null);
      setOther('');
    } catch (refused) {
      setError(refused as Error);
    }
  };
  const merge = (event: FormEvent) => {
    event.preventDefault();
    const found = data?.rows.find(({ name, key }) => name === other || key === other);
    void told(
      decide({ verb: 'merge', on: { kind: 'sources', a: source.key, b: found?.key ?? other }, why: why.trim() }),
    );
  };
  const split = (key: string) => {
    const on = { kind: 'source', source: source.key, names: [key], documents: [] } as const;
    void told(decide({ verb: 'split', on, why: why.trim() || 'another source of that name' }));
  };
  return (
    <section className="same-as">
      <h2>Is it the same as another?</h2>
      {source.merged
        .filter((key) => key !== source.key)
        .map((key) => (
          <p key={key}>
            Joined with <b>{key}</b>{' '}
            <button type="button" onClick={() => split(key)}>
              Part them
            </button>
          </p>
        ))}
      <form onSubmit={merge}>
        <label>
          Same source as{' '}
          <input list="source-names" required value={other} onChange={({ target }) => setOther(target.value)} />
        </label>
        <datalist id="source-names">
          {data?.rows
            .filter(({ key }) => key !== source.key)
            .map(({ key, name }) => (
              <option key={key} value={name} />
            ))}
        </datalist>
        <label>
          Why <input required value={why} placeholder="for the log" onChange={({ target }) => setWhy(target.value)} />
        </label>
        <button type="submit">Join them</button>
      </form>
      {error && <ProblemNote error={error} />}
    </section>
  );
}
