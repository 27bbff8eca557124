import { useState } from 'react';
import { Link } from 'wouter';
import type { StatementRow } from '../../api/client.ts';
import { ClaimLink, Stance, StateBadge } from '../parts/badges.tsx';
import { relaysOf } from '../parts/chain.tsx';
import { addressOf } from '../statements/statement-row.tsx';
import { number, outletOf, shortDate } from '../wording.ts';

/** Whether others speak of the same, on either side of it, and what people decided. None of it tells who is right. */
const SORTS = {
  'in no claim': ({ claim }: StatementRow) => claim === null,
  'in a claim of one origin': ({ claim }: StatementRow) => claim !== null && claim.origins < 2,
  'in a claim of several origins': ({ claim }: StatementRow) => claim !== null && claim.origins > 1,
  'corrected by people': ({ standing }: StatementRow) => standing.state === 'corrected',
  'rejected by people': ({ standing }: StatementRow) => standing.state === 'rejected',
} as const;
type Sort = keyof typeof SORTS;

/** Its statements, and counts that narrow them. */
export function SaysList({ rows }: { readonly rows: readonly StatementRow[] }) {
  const [sort, setSort] = useState<Sort | null>(null);
  const shown = sort === null ? rows : rows.filter(SORTS[sort]);
  return (
    <>
      <div className="sorts">
        {(Object.keys(SORTS) as Sort[]).map((one) => {
          const n = rows.filter(SORTS[one]).length;
          if (n === 0) return null;
          return (
            <button
              key={one}
              type="button"
              className="toggle"
              aria-pressed={sort === one}
              onClick={() => setSort(sort === one ? null : one)}
            >
              {one} <span className="n">{number(n)}</span>
            </button>
          );
        })}
      </div>
      <ol className="says-list">
        {shown.map((row) => (
          <Said key={row.attribution.id} row={row} />
        ))}
      </ol>
    </>
  );
}

function Said({ row }: { readonly row: StatementRow }) {
  const { attribution, words, document, standing, claim } = row;
  const relays = relaysOf(attribution).map(({ name }) => `${name} → `);
  return (
    <li>
      <Link href={addressOf(row)} className="words">
        <bdi>{words.content}</bdi>
      </Link>
      <p>
        <Stance attribution={attribution} />
        {words.hedges.map((hedge) => (
          <q key={hedge} className="hedge-words">
            {hedge}
          </q>
        ))}
        <span>
          {relays}
          {outletOf(document)} · {shortDate(document.published)}
        </span>
        <StateBadge state={standing.state} />
        {claim && <ClaimLink claim={claim} />}
      </p>
    </li>
  );
}
