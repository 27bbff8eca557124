import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useKeys } from './keys.ts';

/** next(0, 1, 3) → 1; from none the first or the last; never past an end */
export const next = (at: number, by: number, length: number): number =>
  at < 0 ? (by > 0 ? 0 : length - 1) : Math.min(Math.max(at + by, 0), length - 1);

/** j and k walk the rows of a list, Enter opens the current one. Gives the current one, or -1. */
export function useRowKeys(
  screen: string,
  noun: string,
  /** undefined of a row that is not there yet */
  addresses: ArrayLike<string | undefined>,
  show: (at: number) => void,
): number {
  const [current, setCurrent] = useState(-1);
  const [, navigate] = useLocation();
  const now = useRef({ step: (_: 1 | -1) => {}, open: () => {} });
  now.current = {
    step(by) {
      const to = next(current, by, addresses.length);
      setCurrent(to);
      show(to);
    },
    open() {
      const address = addresses[current];
      if (address) navigate(address);
    },
  };
  useKeys(
    screen,
    useMemo(
      () => [
        { keys: 'j', does: `next ${noun}`, run: () => now.current.step(1) },
        { keys: 'k', does: `${noun} before`, run: () => now.current.step(-1) },
        { keys: 'Enter', does: 'open it', run: () => now.current.open() },
      ],
      [noun],
    ),
  );
  return current;
}

/** Brings a row into view that is drawn already. */
export const showRow = (rows: string, at: number): void =>
  document.querySelectorAll(rows)[at]?.scrollIntoView({ block: 'nearest' });
