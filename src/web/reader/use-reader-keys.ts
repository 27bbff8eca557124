import { useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { useKeys } from '../shell/keys.ts';
import { recall, remember } from '../shell/remembered.ts';
import type { Edit } from './edits.ts';

interface Doing {
  readonly step: (by: 1 | -1) => void;
  readonly letGo: () => void;
  readonly confirm: () => void;
  readonly edit: (edit: Edit) => void;
  readonly add: () => void;
  readonly tell: () => void;
  readonly undo: () => void;
  readonly capture: () => void;
}

/** As many reports as n and p go through; further ones are in the list. */
const MOST = 500;

export function useReaderKeys(document: string, doing: Doing): void {
  const now = useRef(doing);
  now.current = doing;
  const [, navigate] = useLocation();
  const all = useAnswer(['documents', 'around'], (init) => api.documents({ limit: MOST }, init));
  const around = useRef<(by: 1 | -1) => void>(() => {});
  around.current = (by) => {
    const ids = all.data?.rows.map(({ id }) => id) ?? [];
    const to = ids[ids.indexOf(document) + by];
    if (to) navigate(`/documents/${to}`);
  };
  useKeys(
    'Reader',
    useMemo(
      () => [
        { keys: 'j', does: 'next statement', run: () => now.current.step(1) },
        { keys: 'k', does: 'statement before', run: () => now.current.step(-1) },
        { keys: 'n', does: 'next report', run: () => around.current(1) },
        { keys: 'p', does: 'report before', run: () => around.current(-1) },
        { keys: 'a', does: 'accept: confirm the statement', run: () => now.current.confirm() },
        { keys: 'x', does: 'reject the statement', run: () => now.current.edit('reject') },
        { keys: 's', does: 'set the speaker', run: () => now.current.edit('speaker') },
        { keys: 'f', does: 'set how firmly it is put', run: () => now.current.edit('firmness') },
        { keys: 'd', does: 'affirmed, denied or left open', run: () => now.current.edit('denial') },
        { keys: 'e', does: 'tell what the selected words are', run: () => now.current.edit('words') },
        { keys: 'i', does: 'add a statement: the selected words', run: () => now.current.add() },
        { keys: 't', does: 'tell title, outlet, byline and date', run: () => now.current.tell() },
        { keys: 'm', does: 'join it with a claim', run: () => now.current.edit('link') },
        { keys: 'u', does: 'undo the last decision', run: () => now.current.undo() },
        { keys: 'h', does: 'highlights on or off', run: () => remember('highlights', !recall('highlights', true)) },
        { keys: 'o', does: 'the page as it was captured', run: () => now.current.capture() },
        { keys: 'Escape', does: 'let go', run: () => now.current.letGo() },
      ],
      [],
    ),
  );
}
