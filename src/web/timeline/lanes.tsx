import { scaleUtc } from 'd3-scale';
import type { Clocked } from './clocks.ts';
import { inDays, type Period } from './period.ts';

const WIDTH = 1000;
const LANE = 30;
/** Names of the lanes stand in this much room at the left. */
const NAMES = 84;
const EDGE = 14;
/** An event of another year would press all others into a corner: what lies further off is drawn at the edge. */
const WIDEST = 120;

/** Three lanes on one scale: when it happened, when it was said, when it was captured. What is told as a month is drawn as one. */
export function Lanes({ clocked }: { readonly clocked: readonly Clocked[] }) {
  const scale = scaleOf(clocked);
  const lanes = [
    { name: 'happened', periods: clocked.map(({ happened }) => happened) },
    { name: 'said', periods: clocked.flatMap(({ said }) => said ?? []) },
    { name: 'captured', periods: clocked.flatMap(({ captured }) => captured ?? []) },
  ];
  const height = LANE * lanes.length + 26;
  return (
    <svg
      className="lanes"
      viewBox={`0 0 ${WIDTH} ${height}`}
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
  const [left, right] = [NAMES, WIDTH - EDGE];
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

/** Never one day twice. */
export function daysOn(scale: Scale): Date[] {
  const [from, to] = scale.domain();
  return scale.ticks(Math.min(8, inDays(from!.getTime(), to!.getTime())));
}

/** About the middle of what happened and what was said. */
function scaleOf(clocked: readonly Clocked[]) {
  const all = clocked.flatMap(({ happened, said }) => [happened, said ?? happened]);
  const starts = all.map(({ from }) => from).sort((a, b) => a - b);
  const middle = starts[Math.floor(starts.length / 2)]!;
  const near = all.filter(({ from, to }) => Math.abs(inDays(middle, from)) < WIDEST && inDays(from, to) < WIDEST);
  const from = Math.min(...near.map((period) => period.from));
  const to = Math.max(...near.map((period) => period.to));
  const room = (to - from) * 0.03;
  return scaleUtc([from - room, to + room], [NAMES, WIDTH - EDGE]);
}
