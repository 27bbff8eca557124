import { Link } from 'wouter';
import type { SourceAnswer, StatementRow } from '../../api/client.ts';
import { ClaimLink, Stance, StateBadge } from '../parts/badges.tsx';
import { relaysOf } from '../parts/chain.tsx';
import { ELSEWHERE } from '../statements/filter.ts';
import { addressOf } from '../statements/statement-row.tsx';
import { datesOf, number, outletOf } from '../wording.ts';

type Counts = Pick<SourceAnswer, 'told'>['told'];

/** Whether others speak of the same, on either side of it, and what people decided. None of it tells who is right. */
const SORTS: readonly { readonly of: keyof Counts; readonly name: string; readonly asked: string }[] = [
  { of: 'alone', name: ELSEWHERE.alone, asked: 'told=alone' },
  { of: 'byOthers', name: ELSEWHERE['by others'], asked: 'told=by%20others' },
  { of: 'denied', name: ELSEWHERE.denied, asked: 'told=denied' },
  { of: 'corrected', name: 'corrected by people', asked: 'state=corrected' },
];

/** Its first statements, and counts of all of them, each of which opens exactly those. */
export function SaysList({
  answer: { told, statements },
  all,
}: {
  readonly answer: SourceAnswer;
  readonly all: string;
}) {
  return (
    <>
      <ul className="sorts" aria-label="How all of them stand">
        {SORTS.filter(({ of }) => told[of] > 0).map(({ of, name, asked }) => (
          <li key={of}>
            <Link href={`${all}&${asked}`} className="sort">
              {name} <span className="n">{number(told[of])}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ol className="says-list">
        {statements.rows.map((row) => (
          <Said key={row.attribution.id} row={row} />
        ))}
      </ol>
      {statements.next !== null && (
        <p>
          <Link href={all}>
            All {number(statements.total)}, not only the first {number(statements.rows.length)}
          </Link>
        </p>
      )}
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
          {outletOf(document)} · {datesOf(document)}
        </span>
        <StateBadge state={standing.state} />
        {claim && <ClaimLink claim={claim} />}
      </p>
    </li>
  );
}
