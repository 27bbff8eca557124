import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { StatementRow as Row } from '../../api/client.ts';
import { useRowKeys } from '../shell/use-row-keys.ts';
import { addressOf, COLUMNS, StatementRow } from './statement-row.tsx';

interface Rows {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more: () => void;
  readonly sought: string | undefined;
}

/** Two lines and their air; on small screens each statement is a card. */
const HEIGHT = { wide: 60, small: 116 } as const;
/** So many rows before the end the next page is asked for: what a fling of the wheel passes in the time of an answer. */
const AHEAD = 60;

/** Only the rows in view are drawn, whatever the number: the next page comes before its rows do. */
export function StatementTable({ rows, total, more, sought }: Rows) {
  const list = useRef<HTMLDivElement>(null);
  const isSmall = useIsSmall();
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isSmall ? HEIGHT.small : HEIGHT.wide),
    overscan: 12,
    scrollMargin: useTop(list),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD && rows.length < total) more();
  }, [last, rows.length, total, more]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useLayoutEffect(() => virtual.measure(), [isSmall]);

  const addresses = useMemo(() => rows.map(addressOf), [rows]);
  const current = useRowKeys('Statements', 'row', addresses, (at) => virtual.scrollToIndex(at, { align: 'auto' }));
  const offset = virtual.options.scrollMargin;
  return (
    <div className="table" role="table" aria-label="Statements" aria-rowcount={total + 1}>
      <div role="rowgroup" className="table-head">
        <div role="row" className="row" aria-rowindex={1}>
          {COLUMNS.map((name) => (
            <div key={name} role="columnheader">
              {name}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={list} className="table-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size }) => (
          <div
            key={rows[index]!.attribution.id + index}
            role="row"
            className={rowClass(rows[index]!, index === current)}
            aria-rowindex={index + 2}
            style={{ height: size, transform: `translateY(${start - offset}px)` }}
          >
            <StatementRow row={rows[index]!} sought={sought} />
          </div>
        ))}
      </div>
    </div>
  );
}

const rowClass = ({ standing }: Row, isCurrent: boolean): string =>
  `row is-${standing.state}${isCurrent ? ' current' : ''}`;

/** Where the list begins on the page. */
function useTop(element: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = element.current ? Math.round(element.current.getBoundingClientRect().top + scrollY) : 0;
    setTop((before) => (Math.abs(before - now) > 1 ? now : before));
  });
  return top;
}

function useIsSmall(): boolean {
  const query = useMemo(() => matchMedia('(max-width: 63.99rem)'), []);
  const [isSmall, setSmall] = useState(query.matches);
  useEffect(() => {
    const change = () => setSmall(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [query]);
  return isSmall;
}
