import { memo } from 'react';
import { Link } from 'wouter';
import type { StatementRow as Row } from '../../api/client.ts';
import { asCorrected } from '../../ledger/corrected-attribution.ts';
import { AddedBy, Stance, StateBadge } from '../parts/badges.tsx';
import { relaysOf, speakerOf } from '../parts/chain.tsx';
import { Highlight } from '../parts/highlight.tsx';
import { count, datesOf, outletOf, titleOf } from '../wording.ts';

export const COLUMNS = ['Who', 'Said', 'Firmness', 'Figure, place, time', 'Claim', 'Report', 'State'] as const;

export const addressOf = ({ attribution, document }: Pick<Row, 'attribution' | 'document'>): string =>
  `/documents/${document.id}#s=${attribution.id}`;

/** As many as fit two lines; all of them are in the reader. */
const MOST = 4;

function Mentioned({ row: { mentioned } }: { readonly row: Row }) {
  const { figures, places, times } = mentioned;
  const all = [
    ...figures.map(({ words }) => ({ kind: 'figure', words })),
    ...places.map(({ words }) => ({ kind: 'place', words })),
    ...times.map(({ words }) => ({ kind: 'time', words })),
  ];
  return all.slice(0, MOST).map(({ kind, words }, i) => (
    <span key={`${i} ${kind}`} className={`in-it ${kind}`}>
      {i > 0 && ' · '}
      <bdi>{words}</bdi>
    </span>
  ));
}

/** As people corrected it; what the machine had is in the reader, beside it. */
function wordsAsCorrected({ attribution, words, standing }: Row): Pick<Row, 'attribution' | 'words'> {
  if (standing.corrections.length === 0) return { attribution, words };
  const content = standing.corrections.find(({ field, fits }) => field === 'content' && fits);
  return {
    attribution: asCorrected(attribution, standing),
    words: content ? { ...words, content: content.words.join(' … ') } : words,
  };
}

/** One statement on two lines: who, on whose word, the words, how firmly, who else, where. */
export const StatementRow = memo(function StatementRow({
  row,
  sought,
}: {
  readonly row: Row;
  readonly sought: string | undefined;
}) {
  const { document, standing, claim } = row;
  const { attribution, words } = wordsAsCorrected(row);
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
      <div role="cell" className="mentioned">
        <Mentioned row={row} />
      </div>
      <div role="cell" className="claim-of">
        {claim && (
          <Link href={`/claims/${claim.id}`}>
            {count(claim.reports, 'report')} <small>{count(claim.origins, 'origin')}</small>
          </Link>
        )}
      </div>
      <div role="cell" className="report">
        <bdi>{outletOf(document)}</bdi>
        <small title={titleOf(document)}>{datesOf(document)}</small>
      </div>
      <div role="cell" className="state-of">
        <StateBadge state={standing.state} />
        <AddedBy standing={standing} />
      </div>
    </>
  );
});
