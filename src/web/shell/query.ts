import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

/** What the address asks for: every filter of every screen is there, so that a copied address shows the same. */
export type Asked = Readonly<Record<string, string>>;

/** [asked, set]: `set({ state: 'confirmed', search: null })` puts one in and takes one out; typing replaces the address, choosing adds one to go back to. */
export function useAsked(): readonly [
  Asked,
  (change: Readonly<Record<string, string | null>>, isTyping?: boolean) => void,
] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const asked = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search]);
  const set = useCallback(
    (change: Readonly<Record<string, string | null>>, isTyping = false) => {
      const next = new URLSearchParams(search);
      for (const [key, value] of Object.entries(change)) {
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
      }
      const told = next.toString();
      navigate(told ? `${path}?${told}` : path, { replace: isTyping });
    },
    [search, path, navigate],
  );
  return [asked, set];
}
