import { holds } from '../ledger/correctable.ts';
import { isFact } from '../ledger/facts.ts';

/**
 * What was typed after --to, as the field holds it; the ledger says what is wrong with it.
 *
 *     --field figure.min --to 400                         →  400
 *     --field source --to 12,24 30,41                     →  [[12, 24], [30, 41]]
 *     --field source --to "Dock workers"                  →  "Dock workers", which the ledger finds in the passage
 *     --field source --to "Dock workers" 30,41            →  ["Dock workers", [30, 41]]
 *     --field published --to 11 March 2025                →  "11 March 2025"
 *     --field chain --to "Dock workers" "The Tide Wire"   →  ["Dock workers", "The Tide Wire"]
 */
export function typedValue(field: string, typed: readonly string[]): unknown {
  if (isFact(field)) return typed.join(' ') === 'none' ? null : typed.join(' ');
  const what = holds(field);
  const one = typed.length === 1 ? typed[0]! : typed;
  if (what === 'list of words') return typed;
  const spans = typed.map(typedSpan);
  if (what === 'spans')
    return one === 'none' ? [] : spans.every((span) => span === null) ? one : typed.map((word, i) => spans[i] ?? word);
  if (one === 'none') return null;
  if (what === 'span' || what === 'span or none') return spans.length === 1 && spans[0] ? spans[0] : one;
  if ((what === 'number' || what === 'number or none') && typeof one === 'string' && one.trim() !== '') {
    return Number.isNaN(Number(one)) ? one : Number(one);
  }
  if (what === 'yes or no') return one === 'yes' ? true : one === 'no' ? false : one;
  return one;
}

/** "12,24" → [12, 24] */
export function typedSpan(typed: string): [number, number] | null {
  const found = /^(\d{1,9})\s*[,-]\s*(\d{1,9})$/.exec(typed.trim());
  return found ? [Number(found[1]), Number(found[2])] : null;
}
