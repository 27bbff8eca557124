import { useEffect, useState } from 'react';

/** The statement that the address names: "#s=53d98cbbb624" */
const named = (): string | null => /^#s=(.+)$/.exec(location.hash)?.[1] ?? null;

/** The current statement, in the address, so that a copied link lands on it. */
export function useCurrent(): readonly [string | null, (id: string | null) => void] {
  const [current, setNow] = useState(named);
  useEffect(() => {
    const follow = () => setNow(named());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const set = (id: string | null) => {
    history.replaceState(history.state, '', id === null ? location.pathname + location.search : `#s=${id}`);
    setNow(id);
  };
  return [current, set];
}

/** Lights all that belongs to one statement, in the text and beside it, without drawing anything anew. */
export function light(root: HTMLElement | null, id: string | null): void {
  if (!root) return;
  for (const was of root.querySelectorAll('.lit')) was.classList.remove('lit');
  if (id === null) return;
  for (const now of root.querySelectorAll(`[data-s="${CSS.escape(id)}"]`)) now.classList.add('lit');
}

/** Scrolls words into view, a third down the window, where they are not in it already. */
export function bringIntoView(element: Element | null): void {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const isSheet = matchMedia('(max-width: 63.99rem)').matches;
  const lowest = innerHeight * (isSheet ? 0.5 : 0.8);
  if (top >= TOP_BAR && bottom <= lowest) return;
  const behaviour = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  scrollTo({ top: scrollY + top - innerHeight / 3, behavior: behaviour });
}

const TOP_BAR = 64;
