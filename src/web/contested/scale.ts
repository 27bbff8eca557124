import { scaleLinear } from 'd3-scale';
import { number } from '../wording.ts';

export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** One scale for the figures of one question, 0…100; with a little room at both ends for what has no bound there. */
export interface Reach {
  readonly at: (value: number) => number;
  readonly low: string;
  readonly high: string;
}

const ROOM = 0.15;

export function reach(values: readonly Bounds[]): Reach {
  const known = values.flatMap(({ min, max }) => [min, max]).filter((value) => value !== null);
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const room = (most - least || Math.abs(most) || 1) * ROOM;
  const low = least >= 0 ? Math.max(0, least - room) : least - room;
  const scale = scaleLinear([low, most + room], [0, 100]).nice(4);
  const [from, to] = scale.domain() as [number, number];
  return { at: (value) => scale(value), low: number(from), high: number(to) };
}
