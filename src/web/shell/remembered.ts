import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const known = new Map<string, { readonly raw: string | null; readonly value: unknown }>();

// another window of this browser
addEventListener('storage', () => {
  for (const tell of listeners) tell();
});

/** What this browser keeps for its user: layers, theme, saved searches. Elsewhere it is as if it had never been set. */
export function recall<Value>(key: string, otherwise: Value): Value {
  const raw = stored(key);
  const before = known.get(key);
  if (before && before.raw === raw) return before.value as Value;
  const value = parsed(raw, otherwise);
  known.set(key, { raw, value });
  return value;
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`hearsay.${key}`, JSON.stringify(value));
  } catch {
    known.set(key, { raw: stored(key), value }); // no storage: kept until the page is left
  }
  for (const tell of listeners) tell();
}

/** [value, set]: the same in every place that asks for it, and after a reload. */
export function useRemembered<Value>(key: string, otherwise: Value): readonly [Value, (value: Value) => void] {
  const value = useSyncExternalStore(subscribe, () => recall(key, otherwise));
  return [value, (next) => remember(key, next)];
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(`hearsay.${key}`);
  } catch {
    return null;
  }
}

function parsed<Value>(raw: string | null, otherwise: Value): Value {
  if (raw === null) return otherwise;
  try {
    return JSON.parse(raw) as Value;
  } catch {
    return otherwise;
  }
}
