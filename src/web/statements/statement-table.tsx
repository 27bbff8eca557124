import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { StatementRow as Row } from '../../api/client.ts';
import { useRowKeys } from '../shell/use-row-keys.ts';
import { addressOf, COLUMNS, StatementRow } from './statement-row.tsx';
import type { Rows } from './use-rows.ts';

interface Table {
  readonly rows: Rows;
  /** tells which rows are in view */
  readonly see: (first: number, last: number) => void;
  readonly sought: string | undefined;
}

/** Two lines and their air; on small screens each statement is a card. */
const HEIGHT = { wide: 60, small: 116 } as const;

/** Only the rows in view are drawn, whatever the number; the bar can be dragged to any of them. */
export function StatementTable({ rows, see, sought }: Table) {
  const { total, at } = rows;
  const list = useRef<HTMLDivElement>(null);
  const isSmall = useIsSmall();
  const virtual = useWindowVirtualizer({
    count: total,
    estimateSize: () => (isSmall ? HEIGHT.small : HEIGHT.wide),
    overscan: 12,
    scrollMargin: useTop(list),
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another list other rows are in view
  useEffect(() => see(first, last), [first, last, total, see]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useLayoutEffect(() => virtual.measure(), [isSmall]);

  const current = useRowKeys('Statements', 'row', addressesOf(rows, first, last), (to) =>
    virtual.scrollToIndex(to, { align: 'auto' }),
  );
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
        {items.map(({ index, start, size }) => {
          const row = at(index);
          return (
            <div
              key={index}
              role="row"
              className={rowClass(row, index === current)}
              aria-rowindex={index + 2}
              style={{ height: size, transform: `translateY(${start - offset}px)` }}
            >
              {row ? <StatementRow row={row} sought={sought} /> : <div role="cell" className="said waiting" />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const rowClass = (row: Row | undefined, isCurrent: boolean): string =>
  `row is-${row?.standing.state ?? 'waiting'}${isCurrent ? ' current' : ''}`;

/** Where the rows in view lead to; of the others it is not known yet. */
function addressesOf({ total, at }: Rows, first: number, last: number): ArrayLike<string | undefined> {
  const found: { length: number; [index: number]: string } = { length: total };
  for (let i = first; i <= last; i++) {
    const row = at(i);
    if (row) found[i] = addressOf(row);
  }
  return found;
}

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
