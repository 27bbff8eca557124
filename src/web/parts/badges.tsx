import { Link } from 'wouter';
import type { Attribution } from '../../attributions/attribution.ts';
import { addedBy, type State } from '../../ledger/decision.ts';
import type { Standing } from '../../ledger/standing.ts';
import { CERTAINTY, count, POLARITY_SIGN, STATE_SIGN } from '../wording.ts';

/** What people made of it: a word, a sign and a shape. Suggested is hollow, confirmed is filled. */
export function StateBadge({ state, by }: { readonly state: State; readonly by?: string }) {
  return (
    <span className={`state ${state}`} title={by}>
      <span aria-hidden="true">{STATE_SIGN[state]}</span> {state}
    </span>
  );
}

/** Whose reading it is, where no machine found it. */
export function AddedBy({ standing }: { readonly standing: Standing }) {
  const adding = addedBy(standing);
  if (!adding) return null;
  return (
    <span className="added-by">
      added by <bdi>{adding.who}</bdi>
      {adding.isTakenBack && ', and taken back'}
    </span>
  );
}

/** affirms · certain */
export function Stance({ attribution }: { readonly attribution: Pick<Attribution, 'polarity' | 'certainty'> }) {
  const { polarity, certainty } = attribution;
  return (
    <span className={`stance ${polarity}`}>
      <b>
        {POLARITY_SIGN[polarity] && <span aria-hidden="true">{POLARITY_SIGN[polarity]} </span>}
        {polarity}
      </b>
      <span className={`firmness ${certainty}`}> · {CERTAINTY[certainty]}</span>
    </span>
  );
}

/** Of a claim that nobody affirms or denies. */
export const Undecided = () => (
  <span className="is-undecided" title="Nobody affirms or denies it: all who speak of it leave it open">
    <span aria-hidden="true">{POLARITY_SIGN.undecided} </span>undecided
  </span>
);

/** A claim as a card or a row of one of its statements names it. */
export interface ClaimOf {
  readonly id: string;
  readonly reports: number;
  readonly origins: number;
  readonly words?: string;
}

/** 7 reports · 2 origins */
export function ClaimLink({ claim }: { readonly claim: ClaimOf }) {
  const told = `${count(claim.reports, 'report')} · ${count(claim.origins, 'origin')}`;
  return (
    <Link href={`/claims/${claim.id}`} className="claim-link" title={claim.words}>
      <Origins reports={claim.reports} origins={claim.origins} /> {told}
    </Link>
  );
}

/** As many as can still be told apart at a glance. */
const MOST_TICKS = 12;

/** Thin ticks for the reports, full dots for the origins they go back to. The words beside it say the same. */
export function Origins({ reports, origins }: { readonly reports: number; readonly origins: number }) {
  const ticks = Math.min(reports, MOST_TICKS);
  const dots = Math.min(origins, MOST_TICKS);
  const width = ticks * 4 + 8 + dots * 9;
  return (
    <svg className="origins-sign" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {Array.from({ length: ticks }, (_, i) => (
        <rect key={i} x={i * 4} y="1.5" width="1.5" height="9" className="tick" />
      ))}
      {Array.from({ length: dots }, (_, i) => (
        <circle key={i} cx={ticks * 4 + 8 + i * 9} cy="6" r="3.25" className="dot" />
      ))}
    </svg>
  );
}
