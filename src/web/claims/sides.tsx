import { Link } from 'wouter';
import type { ClaimAnswer, Member } from '../../api/client.ts';
import { CERTAINTY, outletOf, shortDate } from '../wording.ts';
import { IsSame } from './is-same.tsx';

const SIDES = [
  { stance: 1, name: 'Affirm', sign: '', none: 'Nobody affirms it' },
  { stance: -1, name: 'Deny', sign: '⊘ ', none: 'Nobody denies it, in what was read' },
  { stance: 0, name: 'Leave it open', sign: '± ', none: '' },
] as const;

/** Those who hold it facing those who do not, each in their own words. */
export function Sides({ answer }: { readonly answer: ClaimAnswer }) {
  return (
    <div className="sides">
      {SIDES.map(({ stance, name, sign, none }) => {
        const members = answer.members.filter((one) => one.stance === stance);
        if (members.length === 0 && none === '') return null;
        return (
          <section key={name} className={`side side-${stance}`} aria-label={name}>
            <h3>
              {sign && <span aria-hidden="true">{sign}</span>}
              {name} <small>{members.length}</small>
            </h3>
            {members.length === 0 ? <p className="none">{none}</p> : <Words members={members} answer={answer} />}
          </section>
        );
      })}
    </div>
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
            · {shortDate(member.document.published)}
          </p>
          {member.stance !== -1 && <IsSame answer={answer} member={member} />}
        </li>
      ))}
    </ol>
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
