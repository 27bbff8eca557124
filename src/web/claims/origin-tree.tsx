import { Link } from 'wouter';
import type { ClaimAnswer } from '../../api/client.ts';
import { datesOf, number, outletOf } from '../wording.ts';
import { type Branch, branchesOf, type Edge, type Root } from './branches.ts';

/** From each origin to the reports that rest on it, with what speaks for every step. */
export function OriginTree({ answer }: { readonly answer: ClaimAnswer }) {
  const { lineage } = answer;
  const roots = branchesOf(lineage);
  const apart = lineage.independence.filter(({ state }) => state === 'independent').length;
  const open = lineage.independence.length - apart;
  return (
    <>
      <ol className="tree">
        {roots.map((root) => (
          <li key={root.key} className={`root ${root.kind}`}>
            <RootName root={root} />
            <Branches branches={root.reports} answer={answer} />
          </li>
        ))}
      </ol>
      {lineage.independence.length > 0 && (
        <p className="independence">
          Pairs of origins: {number(apart)} named apart, {number(open)} whose independence is not established.
        </p>
      )}
    </>
  );
}

function RootName({ root }: { readonly root: Root }) {
  const kinds = { named: 'named', unnamed: 'not named', uncaptured: 'not captured', unrecorded: '' };
  return (
    <p className="root-name">
      <span className="root-sign" aria-hidden="true" />
      <b>
        <bdi>{root.name}</bdi>
      </b>{' '}
      <small>{[root.source, kinds[root.kind]].filter(Boolean).join(' · ')}</small>
    </p>
  );
}

function Branches({ branches, answer }: { readonly branches: readonly Branch[]; readonly answer: ClaimAnswer }) {
  if (branches.length === 0) return null;
  return (
    <ol>
      {branches.map(({ document, edge, isAgain, takers }) => (
        <li key={document}>
          {edge && <EdgeNote edge={edge} />}
          <Report id={document} answer={answer} isAgain={isAgain} />
          <Branches branches={takers} answer={answer} />
        </li>
      ))}
    </ol>
  );
}

function Report({
  id,
  answer,
  isAgain,
}: {
  readonly id: string;
  readonly answer: ClaimAnswer;
  readonly isAgain: boolean;
}) {
  const document = answer.documents[id];
  const member = answer.members.find((one) => one.document.id === id && one.stance === 1);
  const hash = member ? `#s=${member.statement}` : '';
  return (
    <p className="report-name">
      <Link href={`/documents/${id}${hash}`}>
        <bdi>{document ? outletOf(document) : id}</bdi>
      </Link>{' '}
      <small>
        {document && datesOf(document)}
        {isAgain && ' · also above'}
      </small>
    </p>
  );
}

/** Longest passage that is worth a line. */
const LONG = 90;

function EdgeNote({ edge }: { readonly edge: Edge }) {
  const { state, cited, evidence } = edge;
  const words = evidence.filter((one) => one.words !== '');
  return (
    <p className={`edge ${state === 'copy' ? 'copy' : 'relies'}`}>
      <span className="edge-state">{state}</span>
      {cited === 'does not contain' && (
        <span className="not-there"> · what was captured of it does not contain it</span>
      )}
      {words.slice(0, 3).map((one, i) => (
        <span key={`${one.kind} ${i}`} className="evidence" title={one.kind}>
          {' '}
          <q>
            <bdi>{one.words.length > LONG ? `${one.words.slice(0, LONG)}…` : one.words}</bdi>
          </q>
        </span>
      ))}
      {words.length > 3 && <small> and {words.length - 3} more</small>}
    </p>
  );
}
