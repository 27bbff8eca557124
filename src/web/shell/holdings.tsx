import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queries } from '../answer.ts';
import { api } from '../api.ts';
import { number } from '../wording.ts';

/** While claims are behind what was read, how far is asked again so often, in milliseconds. */
const AGAIN = 1000;

/** A few are compared as soon as a claim is asked for: only more than these are worth a word. */
const FEW = 20;

/** Which ledger this is, how much is in it, and whether claims take all of it in yet. */
export function Holdings() {
  const { data } = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => api.about({ signal }),
    refetchInterval: ({ state }) => (state.data && state.data.unlinked > FEW ? AGAIN : false),
  });
  const unlinked = data && data.unlinked > FEW ? data.unlinked : 0;
  useWhenLinked(unlinked);
  if (!data) return null;
  const { documents, statements } = data.counts;
  return (
    <p className="holdings">
      <b>{data.ledger}</b>
      <span>
        {number(documents)} documents · {number(statements)} statements
      </span>
      <span role="status">{unlinked > 0 && `comparing ${number(unlinked)} more`}</span>
    </p>
  );
}

/** Once all is compared, what is shown of claims is asked for again. */
function useWhenLinked(unlinked: number): void {
  const before = useRef(unlinked);
  useEffect(() => {
    if (before.current > 0 && unlinked === 0) void queries.invalidateQueries();
    before.current = unlinked;
  }, [unlinked]);
}
