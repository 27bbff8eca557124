import { type Addition, saidIn } from '../../ledger/decision.ts';
import { type Letter, letterTold } from '../../ledger/grade.ts';

interface Corrected {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly words?: readonly string[];
}

/** What an entry holds beside its subject, in a few words: "certainty: certain → possible" */
export function bodyOf(body: Readonly<Record<string, unknown>>): string {
  const correction = body.correction as Corrected | null | undefined;
  if (correction) return `${correction.field}: ${told(correction.from)} → ${toldTo(correction)}`;
  const addition = body.addition as Addition | null | undefined;
  if (addition) return `${addition.name}: “${saidIn(addition)}”`;
  if (typeof body.grade === 'string') return letterTold(body.grade as Letter);
  if (typeof body.entry === 'number') return `entry ${body.entry}`;
  return ['address', 'because'].flatMap((key) => (typeof body[key] === 'string' ? [body[key]] : [])).join(' · ');
}

/** Spans are told as the words they had. */
const toldTo = ({ to, words }: Corrected): string => (words && words.length > 0 ? `“${words.join(' … ')}”` : told(to));

function told(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (!Array.isArray(value)) return String(value);
  return value.every((one) => typeof one === 'string') ? value.join(' → ') : 'other words';
}
