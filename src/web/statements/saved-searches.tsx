import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useRemembered } from '../shell/remembered.ts';

interface Saved {
  readonly name: string;
  /** the query of the address */
  readonly search: string;
}

/** Searches kept under a name, in this browser. */
export function SavedSearches() {
  const search = useSearch();
  const [saved, setSaved] = useRemembered<readonly Saved[]>('searches', []);
  const [name, setName] = useState<string | null>(null);
  const isKept = saved.some((one) => one.search === search);
  return (
    <div className="saved">
      {saved.map((one) => (
        <span key={one.search} className="saved-one">
          <Link href={`/statements?${one.search}`} aria-current={one.search === search ? 'true' : undefined}>
            {one.name}
          </Link>
          <button
            type="button"
            aria-label={`Forget ${one.name}`}
            onClick={() => setSaved(saved.filter((other) => other !== one))}
          >
            ×
          </button>
        </span>
      ))}
      {search !== '' && !isKept && name === null && (
        <button type="button" className="quiet" onClick={() => setName('')}>
          Keep this search
        </button>
      )}
      {name !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) setSaved([...saved, { name: name.trim(), search }]);
            setName(null);
          }}
        >
          <input
            autoFocus
            aria-label="Name of the search"
            placeholder="name of the search"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setName(null)}
          />
        </form>
      )}
    </div>
  );
}
