import { recall, remember, useRemembered } from '../shell/remembered.ts';

/** Ids of the statements chosen for the brief, in the order they were chosen; kept in this browser. */
export const useChosen = () => useRemembered<readonly string[]>('brief', []);

export function toggleChosen(id: string): void {
  const now = recall<readonly string[]>('brief', []);
  remember('brief', now.includes(id) ? now.filter((one) => one !== id) : [...now, id]);
}
