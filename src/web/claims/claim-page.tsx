import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiProblem, type ClaimAnswer } from '../../api/client.ts';
import { queries, useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { ContestView } from '../contested/contest-view.tsx';
import { Origins, Undecided } from '../parts/badges.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { outletOf } from '../wording.ts';
import { deniedBy } from './denied-by.ts';
import { HeadlineLegend } from './headline-legend.tsx';
import { Life } from './life.tsx';
import { NeverUpdated } from './never-updated.tsx';
import { OriginTree } from './origin-tree.tsx';
import { SaidUnknown } from './said-unknown.tsx';
import { Sides } from './sides.tsx';

/** One claim: what it rests on, who holds it and who does not, how it fared. */
export default function ClaimPage({ id }: { readonly id: string }) {
  const answer = useAnswer(['claim', id], (init) => api.claim(id, init));
  useLastingAddress(id, answer.data);
  if (isGone(answer.error)) return <Gone />;
  return (
    <Shown answer={answer} lines={10}>
      {(data) => <Claim answer={data} />}
    </Shown>
  );
}

/** What the browser keeps beside the address of a claim. */
interface Kept {
  readonly words: string;
  /** the claim's headline in its report */
  readonly statement: string;
}

/** The id of a claim goes with its members: its headline's leads here still when these have changed. */
function useLastingAddress(id: string, answer: ClaimAnswer | undefined): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    if (!answer) return;
    const { claim, words, members } = answer;
    const { statement, document } = members.find(({ assertion }) => assertion === claim.headline)!;
    const state: Kept = { words, statement: `/documents/${document.id}#s=${statement}` };
    if (id === claim.headline && keptNow()?.words === words) return;
    queries.setQueryData(['claim', claim.headline], answer);
    navigate(`/claims/${claim.headline}`, { replace: true, state });
  }, [id, answer, navigate]);
}

const keptNow = (): Kept | null => history.state as Kept | null;

const isGone = (error: Error | null): boolean =>
  error instanceof ApiProblem && error.problem.type === 'urn:hearsay:problem:unknown-id';

/** As many words as find it again. */
const FEW = 8;

function Gone() {
  const kept = keptNow();
  const words = kept?.words.split(/\s+/).slice(0, FEW).join(' ');
  return (
    <div className="problem" role="alert">
      <h1>No claim has this address now</h1>
      <p>A claim is another one once somebody decides on it, or more is read. Look for its words.</p>
      <p className="ways">
        {kept && (
          <>
            <Link href={`/claims?search=${encodeURIComponent(words!)}`}>
              Claims with “<bdi>{words}</bdi>”
            </Link>
            <Link href={kept.statement}>The statement that it was called after</Link>
          </>
        )}
        <Link href="/claims">All claims</Link>
      </p>
    </div>
  );
}

function Claim({ answer }: { readonly answer: ClaimAnswer }) {
  const { words, lineage, contest } = answer;
  const denied = answer.members.filter(({ stance, takenBack }) => stance === -1 && !takenBack).length;
  const denials = (contest?.deniers ?? []).map(({ name, document }) => ({
    document,
    name: name ?? outletOf(answer.documents[document]!),
  }));
  const isUndecided = answer.members.every(({ stance }) => stance === 0);
  return (
    <div className="claim-page">
      <header>
        <p className="kicker">Claim · suggested, but for what people decided</p>
        <h1>
          <bdi>{words}</bdi>
        </h1>
        <p className="claim-headline">
          <Origins reports={lineage.reports.length} origins={lineage.origins.length} />
          <span>
            {lineage.headline}
            {denied > 0 && (
              <span className="is-denied">
                {' '}
                · ⊘ <bdi>{deniedBy(denials)}</bdi>
              </span>
            )}
            {isUndecided && (
              <>
                {' '}
                · <Undecided />
              </>
            )}
          </span>
        </p>
        <HeadlineLegend />
      </header>
      <section aria-labelledby="origins-title">
        <h2 id="origins-title">Where it comes from</h2>
        <OriginTree answer={answer} />
      </section>
      <section aria-labelledby="sides-title">
        <h2 id="sides-title">In whose words</h2>
        <Sides answer={answer} />
      </section>
      {contest && contest.values.length > 0 && (
        <section aria-labelledby="figures-title">
          <h2 id="figures-title">Figures side by side</h2>
          <ContestView contest={contest} />
        </section>
      )}
      {answer.unknown.length > 0 && (
        <section aria-labelledby="unknown-title">
          <h2 id="unknown-title">Said not to be known</h2>
          <SaidUnknown answer={answer} />
        </section>
      )}
      {answer.neverUpdated.length > 0 && (
        <section aria-labelledby="updated-title">
          <h2 id="updated-title">Still as it was</h2>
          <NeverUpdated answer={answer} />
        </section>
      )}
      <section aria-labelledby="life-title">
        <h2 id="life-title">How it fared</h2>
        <Life answer={answer} />
      </section>
    </div>
  );
}
