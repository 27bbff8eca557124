/** A mark of a drawing that wants its name beside it, in the units of the drawing. */
export interface Marked {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** of the name */
  readonly width: number;
}

export type Side = (typeof SIDES)[number];
const SIDES = ['right', 'left', 'below', 'above'] as const;

interface Room {
  readonly width: number;
  readonly height: number;
  /** how high a name is */
  readonly line: number;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Between a mark and its name. */
const GAP = 4;

/**
 * Where each name stands: on the first side where it covers no mark and no name before it, and is not cut off; null where
 * there is none. Two names over one another are no names: the first marks have the first choice.
 */
export function labelPlaces(marks: readonly Marked[], room: Room): (Side | null)[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  return marks.map((mark, own) => {
    const side = SIDES.find((one) => {
      const box = boxOf(mark, one, room.line);
      return isWithin(box, room) && taken.every((other, i) => i === own || !overlap(box, other));
    });
    if (side) taken.push(boxOf(mark, side, room.line));
    return side ?? null;
  });
}

function boxOf({ x, y, radius, width }: Marked, side: Side, line: number): Box {
  const away = radius + GAP;
  if (side === 'right') return [x + away, y - line / 2, x + away + width, y + line / 2];
  if (side === 'left') return [x - away - width, y - line / 2, x - away, y + line / 2];
  const top = side === 'below' ? y + away : y - away - line;
  return [x - width / 2, top, x + width / 2, top + line];
}

const isWithin = ([left, top, right, bottom]: Box, { width, height }: Room): boolean =>
  left >= 0 && top >= 0 && right <= width && bottom <= height;

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
