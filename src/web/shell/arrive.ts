import { useEffect, useRef } from 'react';

/** On another screen: to its top, and the focus with it, so that a screen reader tells what it is. Going back stays where it was. */
export function useArrive(path: string): void {
  const isBack = useRef(false);
  const before = useRef(path);
  useEffect(() => {
    const back = () => {
      isBack.current = true;
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!isBack.current && location.hash === '') scrollTo(0, 0);
    isBack.current = false;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
