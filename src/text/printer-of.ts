/** In UTF-16 units: where the closing credits of a text stand. */
const closing = 600;

/** "Originally published by The Courier. Distributed by Halyard." under a report of The Courier: Halyard prints it. */
export function printerOf(outlet: string, text: string): string | null {
  const end = text.slice(-closing);
  const origin = /\b(?:originally|first) published (?:by|in|on) ([^.\r\n]+)/i.exec(end)?.[1];
  if (!origin?.includes(outlet)) return outlet;
  return /\b(?:distributed|republished|syndicated) by ([^.)\r\n]+)/i.exec(end)?.[1]?.trim() ?? null;
}
