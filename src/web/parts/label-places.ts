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

/** Of another mark, in its box: more of it under a name, and it could not be told whose name that is. */
const MOST_COVERED = 0.5;

/**
 * Where each name stands: on the first side where it covers no mark and no name before it, and is not cut off; null where
 * there is none. Two names over one another are no names: the first marks have the first choice.
 *
 * @param large marks of this radius go before smaller ones: where there is no such side, they cover these in part
 */
export function labelPlaces(marks: readonly Marked[], room: Room, large = Infinity): (Side | null)[] {
  const drawn = marks.map(({ x, y, radius }): Box => [x - radius, y - radius, x + radius, y + radius]);
  const names: Box[] = [];
  return marks.map((mark, own) => {
    const free = SIDES.map((side) => ({ side, box: boxOf(mark, side, room.line) }))
      .filter(({ box }) => isWithin(box, room) && names.every((name) => !overlap(box, name)))
      .map((one) => ({ ...one, covered: mostCovered(one.box, drawn.toSpliced(own, 1)) }))
      .filter(({ covered }) => covered === 0 || (mark.radius >= large && covered < MOST_COVERED));
    const [best] = free.toSorted((a, b) => a.covered - b.covered);
    if (best) names.push(best.box);
    return best?.side ?? null;
  });
}

/** The share of that mark which is covered most. */
const mostCovered = (box: Box, marks: readonly Box[]): number =>
  Math.max(0, ...marks.filter((mark) => overlap(box, mark)).map((mark) => shared(box, mark) / shared(mark, mark)));

const shared = (a: Box, b: Box): number =>
  (Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * (Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

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
