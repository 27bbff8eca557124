import type { Document } from '../../text/document.ts';
import { isoDate } from '../../text/iso-date.ts';
import { slice } from '../../text/span.ts';
import { type Day, dayFromIso } from './calendar.ts';

/** In UTF-16 units: title, byline and date stand above it. */
const TOP = 600;
const TOP_LINES = 6;

/** The day that "today" is: of publication, or else of the dateline, or else of a line at the top that is only a date. */
export function publicationDay(document: Document): Day | null {
  return dayFromIso(document.published) ?? datelineDay(document) ?? dateLineDay(document);
}

/** "SEOUL, Nov. 2, 2024" */
function datelineDay({ text, dateline }: Document): Day | null {
  const said = dateline && /\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}/u.exec(slice(text, dateline))?.[0];
  return dayFromIso(isoDate(said));
}

function dateLineDay({ text }: Document): Day | null {
  const lines = text.slice(0, TOP).split(/[\r\n]+/);
  for (const line of lines.slice(0, TOP_LINES)) {
    const day = dayFromIso(isoDate(line.replace(/^\s*(?:published|posted)(?: on)?:?\s+/i, '')));
    if (day !== null) return day;
  }
  return null;
}
