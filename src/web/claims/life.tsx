import { Link } from 'wouter';
import type { ClaimAnswer } from '../../api/client.ts';
import { outletOf, shortDate } from '../wording.ts';

type Moment = ClaimAnswer['life'][number];

/** First said, said again, hardened, denied: by day of publication, a line for each turn; what tells no day apart, at the end. */
export function Life({ answer }: { readonly answer: ClaimAnswer }) {
  const days = Map.groupBy(answer.life, ({ at }) => at?.slice(0, 10) ?? null);
  return (
    <ol className="life">
      {[...days].map(([day, moments]) => (
        <li key={day} className={day === null ? 'undated' : undefined}>
          <p className="day">
            {day === null ? (
              <>
                No date <small>it is not told when</small>
              </>
            ) : (
              shortDate(day)
            )}
          </p>
          <ol>
            {moments.map((moment) => (
              <Turn key={`${moment.assertion} ${moment.turns}`} moment={moment} answer={answer} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

/** A sign for each sort of turn: up where it hardened, down where it softened. */
const SIGNS: Readonly<Record<string, string>> = {
  'first said': '●',
  'said again': '·',
  hardened: '▲',
  softened: '▽',
  'figure moved': '≠',
  'attribution dropped': '▲',
  'attribution added': '▽',
  denied: '⊘',
  'left open': '±',
  corrected: '✎',
  withdrawn: '✕',
};

function Turn({ moment, answer }: { readonly moment: Moment; readonly answer: ClaimAnswer }) {
  const { turns, words, who, document, assertion } = moment;
  const printed = answer.documents[document];
  const member = answer.members.find((one) => one.assertion === assertion);
  const isPlain = /^(?:said again|undated)$/.test(turns.join());
  return (
    <li className={`turn ${isPlain ? 'plain' : ''} ${turns.map((turn) => turn.replace(' ', '-')).join(' ')}`}>
      <span className="turn-sign" aria-hidden="true">
        {SIGNS[turns.at(turns[0] === 'undated' ? -1 : 0)!] ?? '·'}
      </span>
      <p>
        <b className="turn-name">{turns.join(' · ')}</b>{' '}
        {who && (
          <>
            <bdi>{who}</bdi> ·{' '}
          </>
        )}
        <bdi>{printed ? outletOf(printed) : document}</bdi>{' '}
        <Link href={`/documents/${document}#s=${member?.statement ?? assertion}`} className="words">
          <bdi>{words}</bdi>
        </Link>
      </p>
    </li>
  );
}
