import type { SourceAnswer } from '../../api/client.ts';
import { count, shortDate } from '../wording.ts';

const HEIGHT = 44;
const STEP = 26;

/** How often it speaks, by day of publication, what has no date at the end; days on which it does not are left out. */
export function Days({ days }: { readonly days: SourceAnswer['days'] }) {
  const most = Math.max(...days.map(({ statements }) => statements));
  return (
    <ol className="days" aria-label="How often it speaks, by day of publication">
      {days
        .toSorted((a, b) => Number(a.day === null) - Number(b.day === null))
        .map(({ day, statements }) => (
          <li key={day ?? ''} title={`${shortDate(day)}: ${count(statements, 'statement')}`}>
            <svg width={STEP} height={HEIGHT} aria-hidden="true">
              <rect
                x="4"
                width={STEP - 8}
                y={HEIGHT - Math.max(3, (HEIGHT * statements) / most)}
                height={HEIGHT}
                className="says"
              />
            </svg>
            <span className="day-n">{statements}</span>
            <span className="day-name">{day === null ? 'no date' : shortDate(day).replace(/ \d{4}$/, '')}</span>
          </li>
        ))}
    </ol>
  );
}
