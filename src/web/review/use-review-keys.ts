import { useMemo, useRef } from 'react';
import type { Edit } from '../reader/edits.ts';
import { useKeys } from '../shell/keys.ts';

interface Doing {
  readonly confirm: () => void;
  readonly edit: (edit: Edit) => void;
  readonly skip: () => void;
  readonly undo: () => void;
  readonly letGo: () => void;
  readonly open: () => void;
  readonly lookAgain: () => void;
}

export function useReviewKeys(doing: Doing): void {
  const now = useRef(doing);
  now.current = doing;
  useKeys(
    'Review',
    useMemo(
      () => [
        { keys: 'a', does: 'accept: confirm it', run: () => now.current.confirm() },
        { keys: 'x', does: 'reject it; then a number for the reason', run: () => now.current.edit('reject') },
        { keys: 's', does: 'set the speaker', run: () => now.current.edit('speaker') },
        { keys: 'f', does: 'set how firmly it is put', run: () => now.current.edit('firmness') },
        { keys: 'd', does: 'affirmed, denied or left open', run: () => now.current.edit('denial') },
        { keys: 'e', does: 'tell what the selected words are', run: () => now.current.edit('words') },
        { keys: 'Space', does: 'skip it for now', run: () => now.current.skip() },
        { keys: 'Enter', does: 'decide on what another changed', run: () => now.current.lookAgain() },
        { keys: 'u', does: 'undo the last decision', run: () => now.current.undo() },
        { keys: 'o', does: 'open it in its report', run: () => now.current.open() },
        { keys: 'Escape', does: 'let go', run: () => now.current.letGo() },
      ],
      [],
    ),
  );
}
