import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../text/span.ts';
import { selectedSpan } from './selected-span.ts';

/** The words that are selected in the text just now; null where none are. */
export function useSelection(root: RefObject<HTMLElement | null>, text: string): Span | null {
  const [span, set] = useState<Span | null>(null);
  useEffect(() => {
    const look = () => {
      const now = root.current && selectedSpan(root.current, text);
      set((before) => (String(before) === String(now) ? before : now));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [root, text]);
  return span;
}
