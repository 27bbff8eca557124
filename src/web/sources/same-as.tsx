import { type FormEvent, useState } from 'react';
import type { Decision, SourceAnswer } from '../../api/client.ts';
import { wholeKey } from '../../ledger/part-key.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { decide } from '../parts/decide.ts';
import { ProblemNote } from '../shell/problem-note.tsx';

type Pair = Extract<Decision['on'], { readonly kind: 'sources' }>;
type Joined = Decision & { readonly on: Pair };

/** What people joined into it, as far as nobody parted it again: of two decisions on one pair the later stands. */
function useJoined({ merged }: SourceAnswer['source']): readonly Joined[] {
  const { data } = useAnswer(
    ['decisions', 'sources'],
    (init) => api.decisions({ on: 'sources', limit: 1000 }, init),
    merged.length > 1,
  );
  const standing = (data?.rows ?? []).filter(
    (one): one is Joined => one.on.kind === 'sources' && one.undoneBy === null && one.verb !== 'undo',
  );
  const latest = new Map(standing.toSorted((a, b) => a.seq - b.seq).map((one) => [one.subject, one]));
  const isWithin = (key: string) => merged.includes(wholeKey(key));
  return [...latest.values()].filter(({ on, verb }) => verb !== 'reject' && isWithin(on.a) && isWithin(on.b));
}

/** That two names are one source, or are not: people decide, and can take it back in the log. */
export function SameAs({ answer: { source, aliases } }: { readonly answer: SourceAnswer }) {
  const { data } = useAnswer(['sources'], (init) => api.sources({ limit: 1000 }, init));
  const joined = useJoined(source);
  // a name in small letters is a key of its own; an item goes by its name
  const nameOf = (key: string) => (/^Q\d+$/.test(key) ? (data?.rows.find((row) => row.key === key)?.name ?? key) : key);
  const also = joined.length > 0 ? [] : aliases.flatMap(({ name }) => (name && name !== source.name ? [name] : []));
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
  const split = (name: string) => {
    const on = { kind: 'source', source: source.key, names: [name], documents: [] } as const;
    void told(decide({ verb: 'split', on, why: why.trim() || 'another source of that name' }));
  };
  const part = (on: Pair) => void told(decide({ verb: 'reject', on, why: why.trim() || 'another source' }));
  return (
    <section className="same-as">
      <h2>Is it the same as another?</h2>
      {joined.map(({ on, seq, who, why: reason }) => (
        <p key={seq}>
          <b>
            <bdi>{nameOf(on.a)}</bdi>
          </b>{' '}
          and{' '}
          <b>
            <bdi>{nameOf(on.b)}</bdi>
          </b>{' '}
          were joined by {who}: {reason}{' '}
          <button type="button" onClick={() => part(on)}>
            Part them
          </button>
        </p>
      ))}
      {also.map((name) => (
        <p key={name}>
          The name{' '}
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          is counted here.{' '}
          <button type="button" onClick={() => split(name)}>
            That is another source
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
