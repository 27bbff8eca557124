import type { Bounds, Reach } from './scale.ts';

/** A dot for one value, a bar for a range, an arrow where a bound is open; hollow where the words say "about". */
export function Range({
  value: { min, max, approximate },
  scale,
  series,
}: {
  readonly value: Bounds & { readonly approximate: boolean };
  readonly scale: Reach;
  readonly series: number;
}) {
  const from = min === null ? null : scale.at(min);
  const to = max === null ? null : scale.at(max);
  const only = from ?? to;
  return (
    <svg className={`range series-${series}`} width="100%" height="20" aria-hidden="true">
      <line x1="0%" x2="100%" y1="10" y2="10" className="base" />
      {only !== null && (
        <>
          <line x1={`${from ?? 0}%`} x2={`${to ?? 100}%`} y1="10" y2="10" className={from === to ? 'none' : 'bar'} />
          {from !== null && <circle cx={`${from}%`} cy="10" r="4.5" className={approximate ? 'about' : 'sure'} />}
          {to !== null && to !== from && (
            <circle cx={`${to}%`} cy="10" r="4.5" className={approximate ? 'about' : 'sure'} />
          )}
          {to === null && <Arrow x={100} by={-1} />}
          {from === null && <Arrow x={0} by={1} />}
        </>
      )}
    </svg>
  );
}

const Arrow = ({ x, by }: { readonly x: number; readonly by: 1 | -1 }) => (
  <svg x={`${x}%`} y="5" overflow="visible">
    <path d={`M${7 * by} 0 L0 5 L${7 * by} 10`} className="arrow" />
  </svg>
);
