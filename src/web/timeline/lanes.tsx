import { scaleUtc } from 'd3-scale';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Clocked } from './clocks.ts';
import { inDays, type Period } from './period.ts';

const LANE = 30;
/** Names of the lanes stand in this much room at the left. */
const NAMES = 84;
const EDGE = 14;
/** An event of another year would press all others into a corner: what lies further off is drawn at the edge. */
const WIDEST = 120;
/** The name of a day is so wide, with some air. */
const DAY_NAME = 56;

/** Lanes on one scale: when it happened, when it was said, when it was captured. What is told as a month is drawn as one. */
export function Lanes({ clocked }: { readonly clocked: readonly Clocked[] }) {
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth(drawing);
  const scale = scaleOf(clocked, width);
  const lanes = lanesIn(scale, clocked);
  const height = LANE * lanes.length + 26;
  return (
    <svg
      ref={drawing}
      className="lanes"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="When it happened, was said and was captured; the list below has the same"
    >
      {daysOn(scale).map((tick) => (
        <g key={tick.getTime()}>
          <line x1={scale(tick)} x2={scale(tick)} y1="0" y2={height - 20} className="grid" />
          <text x={scale(tick)} y={height - 6} textAnchor="middle">
            {scale.tickFormat(8, '%-d %b')(tick)}
          </text>
        </g>
      ))}
      {lanes.map(({ name, periods }, lane) => (
        <g key={name} transform={`translate(0 ${lane * LANE})`}>
          <text x="0" y={LANE / 2 + 4} className="lane-name">
            {name}
          </text>
          {stacked(periods).map(([key, { period, n }]) => (
            <Bar key={key} period={period} n={n} scale={scale} lane={name} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** How many pixels of the screen it has. */
function useWidth(drawing: RefObject<SVGSVGElement | null>): number {
  const [width, setWidth] = useState(1000);
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, entry.contentRect.width)));
    watched.observe(drawing.current!);
    return () => watched.disconnect();
  }, [drawing]);
  return width;
}

interface Lane {
  readonly name: string;
  readonly periods: readonly Period[];
}

/** Those of which anything lies within what is shown: an old report was captured long after. */
function lanesIn(scale: Scale, clocked: readonly Clocked[]): Lane[] {
  const [from, to] = scale.domain().map(Number);
  return [
    { name: 'happened', periods: clocked.map(({ happened }) => happened) },
    { name: 'said', periods: clocked.flatMap(({ said }) => said ?? []) },
    { name: 'captured', periods: clocked.flatMap(({ captured }) => captured ?? []) },
  ].filter(({ periods }) => periods.some((period) => period.to > from! && period.from < to!));
}

function Bar({
  period,
  n,
  scale,
  lane,
}: {
  readonly period: Period;
  readonly n: number;
  readonly scale: Scale;
  readonly lane: string;
}) {
  const [left, right] = scale.range() as [number, number];
  const from = Math.min(Math.max(scale(period.from), left), right);
  const to = Math.min(Math.max(scale(period.to), left), right);
  const y = LANE / 2;
  const isOut = to <= left || from >= right;
  if (isOut)
    return <path d={from >= right ? `M${right} ${y - 5}l7 5-7 5` : `M${left} ${y - 5}l-7 5 7 5`} className="out" />;
  const isDay = inDays(period.from, period.to) === 1;
  return isDay ? (
    <circle cx={(from + to) / 2} cy={y} r={Math.min(11, 3 + Math.sqrt(n) * 1.6)} className={`mark ${lane}`} />
  ) : (
    <rect x={from} width={Math.max(2, to - from)} y={y - 3} height="6" rx="3" className={`stretch ${lane}`} />
  );
}

/** Marks of one period are one mark, the larger the more there are. */
function stacked(periods: readonly Period[]): [string, { readonly period: Period; readonly n: number }][] {
  const all = Map.groupBy(periods, ({ from, to }) => `${from} ${to}`);
  return [...all].map(([key, same]) => [key, { period: same[0]!, n: same.length }]);
}

type Scale = ReturnType<typeof scaleOf>;

/** Never one day twice, and none so near the one before that their names would touch. */
export function daysOn(scale: Scale): Date[] {
  const [from, to] = scale.domain();
  const [left, right] = scale.range();
  const most = Math.min(8, Math.max(2, Math.floor((right! - left!) / DAY_NAME)));
  const days = scale.ticks(Math.min(most, inDays(from!.getTime(), to!.getTime())));
  return days.filter((day, i) => i === 0 || scale(day) - scale(days[i - 1]!) >= DAY_NAME);
}

/** About the middle of what happened and what was said. */
function scaleOf(clocked: readonly Clocked[], width: number) {
  const all = clocked.flatMap(({ happened, said }) => [happened, said ?? happened]);
  const starts = all.map(({ from }) => from).sort((a, b) => a - b);
  const middle = starts[Math.floor(starts.length / 2)]!;
  const near = all.filter(({ from, to }) => Math.abs(inDays(middle, from)) < WIDEST && inDays(from, to) < WIDEST);
  const from = Math.min(...near.map((period) => period.from));
  const to = Math.max(...near.map((period) => period.to));
  const room = (to - from) * 0.03;
  return scaleUtc([from - room, to + room], [NAMES, width - EDGE]);
}
