import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { Loading, ProblemNote } from './problem-note.tsx';

/** Parts of the page that were asked for and did not come. */
const gone = new WeakSet<Error>();

/** Vite tells of each: the pages were built again, or the server is away. */
addEventListener('vite:preloadError', (event) => {
  gone.add((event as Event & { readonly payload: Error }).payload);
});

export const isGone = (error: Error): boolean => gone.has(error);

/** Told in the place of a part of the page that is gone: where the server answers, it has newer ones. */
export function Gone() {
  const { data, error, refetch } = useQuery({
    queryKey: ['about', 'gone'],
    queryFn: ({ signal }) => api.about({ signal }),
  });
  if (error) return <ProblemNote error={error} retry={() => void refetch()} isScreen />;
  if (!data) return <Loading />;
  return (
    <div className="problem" role="alert">
      <h1>Hearsay was updated</h1>
      <p>This page is older than the server, and the part that was asked for is no longer there.</p>
      <p className="way-out">What was decided is stored. Load the page again to go on.</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        Reload
      </button>
    </div>
  );
}
