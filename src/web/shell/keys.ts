import { useEffect, useSyncExternalStore } from 'react';
import { tinykeys } from 'tinykeys';

/** One key or sequence, what it does in words, and how. */
export interface Binding {
  /** as tinykeys has it: "j", "g l", "$mod+k", "[Shift]+?" */
  readonly keys: string;
  readonly does: string;
  readonly run: (event: KeyboardEvent) => void;
}

export interface KeyGroup {
  readonly name: string;
  readonly bindings: readonly Binding[];
}

/** What a key does on every screen. */
export const EVERYWHERE = 'Everywhere';

let groups: readonly KeyGroup[] = [];
/** without what a screen does in another way by the same key */
let inForce: readonly KeyGroup[] = [];
const listeners = new Set<() => void>();

function change(next: readonly KeyGroup[]): void {
  groups = next;
  inForce = next.map((group) =>
    group.name === EVERYWHERE ? { ...group, bindings: group.bindings.filter(({ keys }) => !isOfScreen(keys)) } : group,
  );
  for (const tell of listeners) tell();
}

/** All keys that do something on this screen, for the help and the command palette. */
export const useKeyGroups = (): readonly KeyGroup[] => useSyncExternalStore(subscribe, () => inForce);

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Keys of a part of the screen, as long as it is shown. Letters do nothing while somebody types or a dialog is open. */
export function useKeys(name: string, bindings: readonly Binding[]): void {
  useEffect(() => {
    const group = { name, bindings };
    change([...groups, group]);
    const off = tinykeys(window, Object.fromEntries(bindings.map((one) => [one.keys, guarded(group, one)])));
    return () => {
      off();
      change(groups.filter((one) => one !== group));
    };
  }, [name, bindings]);
}

/** As long as tinykeys waits for the next key of a sequence, in milliseconds. */
const TOGETHER = 1000;

/** "g a" goes to a screen: its "a" must not confirm what is shown here as well. */
let isAfterG = false;
let before = { key: '', at: 0 };
addEventListener(
  'keydown',
  ({ key, timeStamp }) => {
    isAfterG = before.key === 'g' && timeStamp - before.at < TOGETHER;
    before = { key: isAfterG ? '' : key, at: timeStamp };
  },
  { capture: true },
);

/** A screen that does something of its own by a key goes before what that key does everywhere. */
const isOfScreen = (keys: string): boolean =>
  groups.some(({ name, bindings }) => name !== EVERYWHERE && bindings.some((one) => one.keys === keys));

const guarded =
  ({ name }: KeyGroup, { keys, run }: Binding) =>
  (event: KeyboardEvent) => {
    if (isAfterG && !keys.startsWith('g ')) return;
    if (name === EVERYWHERE && isOfScreen(keys)) return;
    const isChord = keys.startsWith('$mod');
    if (!isChord && (isTyping(event) || hasModifier(event) || document.querySelector('dialog[open], [role=dialog]')))
      return;
    event.preventDefault();
    run(event);
  };

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

function isTyping({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))
    return true;
  // Enter and Space are the button's own
  return (key === ' ' || key === 'Enter') && target.matches('button, a, summary, [role=button], input');
}

/** "$mod+k" → "Ctrl K" or "⌘ K"; "[Shift]+?" → "?"; "g l" → "g l" */
export function keyLabel(keys: string): string {
  const isMac = /Mac|iP(?:hone|ad)/.test(navigator.platform);
  return keys
    .replace('$mod+', isMac ? '⌘ ' : 'Ctrl ')
    .replace('[Shift]+?', '?')
    .replace(/^Shift\+/, '⇧ ')
    .replace('ArrowDown', '↓')
    .replace('ArrowUp', '↑')
    .replace('Escape', 'Esc');
}
