import { memo } from 'react';
import { Link } from 'wouter';
import type { StatementRow as Row } from '../../api/client.ts';
import { ClaimLink, Stance, StateBadge } from '../parts/badges.tsx';
import { relaysOf, speakerOf } from '../parts/chain.tsx';
import { Highlight } from '../parts/highlight.tsx';
import { outletOf, shortDate, titleOf } from '../wording.ts';

export const COLUMNS = ['Who', 'Said', 'Firmness', 'Claim', 'Report', 'State'] as const;

export const addressOf = ({ attribution, document }: Pick<Row, 'attribution' | 'document'>): string =>
  `/documents/${document.id}#s=${attribution.id}`;

/** One statement on two lines: who, on whose word, the words, how firmly, who else, where. */
export const StatementRow = memo(function StatementRow({
  row,
  sought,
}: {
  readonly row: Row;
  readonly sought: string | undefined;
}) {
  const { attribution, words, document, standing, claim } = row;
  const relays = relaysOf(attribution);
  return (
    <>
      <div role="cell" className="who">
        <b>
          <bdi>{speakerOf(attribution, document.outlet)}</bdi>
        </b>
        {relays.length > 0 && <small>→ {relays.map(({ name }) => name).join(' → ')}</small>}
      </div>
      <div role="cell" className="said">
        <Link href={addressOf(row)}>
          <bdi>
            <Highlight words={words.content} sought={sought} />
          </bdi>
        </Link>
      </div>
      <div role="cell" className="firm">
        <Stance attribution={attribution} />
        {words.hedges.length > 0 && <small className="hedge-words">“{words.hedges.join('”, “')}”</small>}
      </div>
      <div role="cell" className="claim-of">
        {claim && <ClaimLink claim={claim} />}
      </div>
      <div role="cell" className="report">
        <bdi>{outletOf(document)}</bdi>
        <small title={titleOf(document)}>{shortDate(document.published)}</small>
      </div>
      <div role="cell" className="state-of">
        <StateBadge state={standing.state} />
      </div>
    </>
  );
});
