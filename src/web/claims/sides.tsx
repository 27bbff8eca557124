import { Link } from 'wouter';
import type { ClaimAnswer, Member } from '../../api/client.ts';
import { asSentence, CERTAINTY, datesOf, outletOf } from '../wording.ts';
import { IsSame } from './is-same.tsx';

const SIDES = [
  { stance: 1, name: 'Affirm', sign: '', none: 'Nobody affirms it' },
  { stance: -1, name: 'Deny', sign: '⊘ ', none: 'Nobody denies it, in what was read' },
  { stance: 0, name: 'Leave it open', sign: '± ', none: '' },
] as const;

/** Those who hold it facing those who do not, each in their own words; what was taken back stands with neither. */
export function Sides({ answer }: { readonly answer: ClaimAnswer }) {
  return (
    <div className="sides">
      {SIDES.map(({ stance, name, sign, none }) => {
        const members = answer.members.filter((one) => one.stance === stance && !one.takenBack);
        return <Side key={name} look={String(stance)} {...{ name, sign, none, members, answer }} />;
      })}
      <Side
        look="back"
        name="Taken back"
        sign="✎ "
        none=""
        members={answer.members.filter(({ takenBack }) => takenBack)}
        answer={answer}
      />
    </div>
  );
}

interface OneSide {
  readonly look: string;
  readonly name: string;
  readonly sign: string;
  /** told where nobody is of it; nothing: then the side is not shown */
  readonly none: string;
  readonly members: readonly Member[];
  readonly answer: ClaimAnswer;
}

function Side({ look, name, sign, none, members, answer }: OneSide) {
  if (members.length === 0 && none === '') return null;
  return (
    <section className={`side side-${look}`} aria-label={name}>
      <h3>
        {sign && <span aria-hidden="true">{sign}</span>}
        {name} <small>{members.length}</small>
      </h3>
      {members.length === 0 ? <p className="none">{none}</p> : <Words members={members} answer={answer} />}
    </section>
  );
}

function Words({ members, answer }: { readonly members: readonly Member[]; readonly answer: ClaimAnswer }) {
  return (
    <ol>
      {members.map((member) => (
        <li key={member.assertion}>
          <Link href={`/documents/${member.document.id}#s=${member.statement}`} className="words">
            <bdi>{member.words}</bdi>
          </Link>
          <p>
            <Whose member={member} /> · {CERTAINTY[member.certainty]}
            {member.hedges.map((hedge) => (
              <q key={hedge} className="hedge-words">
                {hedge}
              </q>
            ))}{' '}
            · {datesOf(member.document)}
          </p>
          {member.takenBack && <TakenBack by={member.takenBack} />}
          {member.stance !== -1 && !member.takenBack && <IsSame answer={answer} member={member} />}
        </li>
      ))}
    </ol>
  );
}

function TakenBack({ by: { kind, document, quoted } }: { readonly by: NonNullable<Member['takenBack']> }) {
  return (
    <p className="taken-back">
      {asSentence(
        quoted ? (kind === 'corrected' ? 'named as wrong in the notice' : 'what takes it back') : `${kind} since`,
      )}{' '}
      · <Link href={`/documents/${document}`}>{kind === 'corrected' ? 'The correction' : 'The withdrawal'}</Link>
    </p>
  );
}

/** Western officials → The Wexley Courier */
function Whose({ member: { chain, kind, document } }: { readonly member: Member }) {
  const named = kind === 'voice' ? [] : chain.slice(0, -1).map(({ name }) => name);
  const told = kind === 'attribution' && named.length === 0 ? ['source not given'] : named;
  return (
    <span>
      {told.map((name) => (
        <span key={name}>
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          →{' '}
        </span>
      ))}
      <bdi>{outletOf(document)}</bdi>
    </span>
  );
}
