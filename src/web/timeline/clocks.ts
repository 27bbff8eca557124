import type { EventRow } from '../../api/client.ts';
import { count } from '../wording.ts';
import { inDays, type Period, periodOf } from './period.ts';

/** One event by its three clocks. */
export interface Clocked {
  readonly event: EventRow;
  readonly happened: Period;
  /** when the report that tells it was published */
  readonly said: Period | null;
  /** when the bytes of the report came here */
  readonly captured: Period | null;
}

/** Those whose time is a date, by when they happened, then by when they were said. */
export function clockedOf(rows: readonly EventRow[], captured: ReadonlyMap<string, string | null>): Clocked[] {
  return rows
    .flatMap((event) => {
      const happened = periodOf(event.time?.value ?? null);
      const said = periodOf(event.document.published);
      return happened ? [{ event, happened, said, captured: periodOf(captured.get(event.document.id) ?? null) }] : [];
    })
    .sort((a, b) => a.happened.from - b.happened.from || (a.said?.from ?? 0) - (b.said?.from ?? 0));
}

/** "the same day", "3 days later", "2 days before"; of a month, from its end. */
export function laterBy(before: Period | null, after: Period | null): string {
  if (!before || !after) return 'at a time not told';
  if (after.from >= before.from && after.from < before.to) return isDay(before) ? 'the same day' : 'within it';
  const days = after.from >= before.to ? inDays(before.to, after.from) + 1 : -inDays(after.from, before.from);
  return days > 0 ? `${count(days, 'day')} later` : `${count(-days, 'day')} before`;
}

const isDay = ({ from, to }: Period): boolean => inDays(from, to) === 1;
