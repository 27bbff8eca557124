import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { StatementAnswer } from '../../api/client.ts';
import { asCorrected } from '../../ledger/corrected-attribution.ts';
import { addedBy } from '../../ledger/decision.ts';
import { NOT_GRADED } from '../../ledger/grade.ts';
import { api } from '../api.ts';
import { AddedBy, StateBadge } from '../parts/badges.tsx';
import { Chain } from '../parts/chain.tsx';
import { GradeBadge } from '../parts/grade.tsx';
import { announce } from '../shell/announce.tsx';
import { Empty } from '../shell/empty.tsx';
import { useAsked } from '../shell/query.ts';
import { useRemembered } from '../shell/remembered.ts';
import { addressOf } from '../statements/statement-row.tsx';
import { CERTAINTY, count, datesOf, outletOf, POLARITY_SIGN, shortDate, titleOf } from '../wording.ts';
import { asText } from './as-text.ts';
import { toggleChosen, useChosen } from './chosen.ts';
import { fromOf, headOf, quotedIf } from './head-of.ts';
import { linksToTell } from './links-to-tell.ts';

/** Chosen statements as a page to print or paste: words, chain, grades, link, date. The address can be sent on. */
export default function Brief() {
  const [kept] = useChosen();
  const [asked] = useAsked();
  const [title, setTitle] = useRemembered('brief.title', '');
  const ids = asked.statements ? asked.statements.split(',') : kept;
  const answers = useQueries({
    queries: ids.map((id) => ({ queryKey: ['statement', id], queryFn: () => api.statement(id) })),
  });
  const found = answers.flatMap(({ data }) => (data ? [data] : []));
  if (ids.length === 0)
    return (
      <>
        <header className="screen-head">
          <h1>Brief</h1>
        </header>
        <Empty title="No statement is chosen yet">
          In a report, choose a statement and press “To the brief”. <Link href="/documents">Go to the reports</Link>.
        </Empty>
      </>
    );
  const copy = async () => {
    await navigator.clipboard.writeText(asText(title, found, location.origin));
    announce(`${count(found.length, 'statement')} copied`);
  };
  return (
    <div className="brief">
      <header className="screen-head">
        <h1>
          <input
            aria-label="Title of the brief"
            value={title}
            placeholder="Brief"
            onChange={({ target }) => setTitle(target.value)}
          />
        </h1>
        <div className="tools">
          <Link className="button" href={`/brief?statements=${ids.join(',')}`}>
            Address to send
          </Link>
          <button type="button" onClick={() => void copy()}>
            Copy as text
          </button>
          <button type="button" className="primary" onClick={() => print()}>
            Print
          </button>
        </div>
      </header>
      <ol>
        {found.map((one) => (
          <Item key={one.attribution.id} answer={one} remove={asked.statements ? null : toggleChosen} />
        ))}
      </ol>
    </div>
  );
}

function Item({
  answer,
  remove,
}: {
  readonly answer: StatementAnswer;
  readonly remove: ((id: string) => void) | null;
}) {
  const { document, standing, words } = answer;
  const attribution = asCorrected(answer.attribution, standing);
  const { who, stands } = headOf(attribution, document.outlet);
  return (
    <li>
      <h2>
        <bdi>{who}</bdi>{' '}
        <span className={attribution.polarity}>
          {POLARITY_SIGN[attribution.polarity] && (
            <span aria-hidden="true">{POLARITY_SIGN[attribution.polarity]} </span>
          )}
          {stands}
        </span>
        :
      </h2>
      <blockquote>
        <Link href={addressOf(answer)} className="words">
          <bdi>{quotedIf(attribution, words.content)}</bdi>
        </Link>
      </blockquote>
      <Chain attribution={attribution} notes here={outletOf(document)} />
      <Grades answer={answer} />
      <p>
        {CERTAINTY[attribution.certainty]}
        {words.hedges.map((hedge) => (
          <q key={hedge} className="hedge-words">
            {hedge}
          </q>
        ))}{' '}
        · {titleOf(document)}, {datesOf(document)}{' '}
        {!addedBy(standing)?.isTakenBack && <StateBadge state={standing.state} />} <AddedBy standing={standing} />
      </p>
      <From answer={answer} />
      {remove && (
        <button type="button" className="quiet" onClick={() => remove(attribution.id)}>
          Take out
        </button>
      )}
    </li>
  );
}

/** Where the words were, and when they were kept: the address of the workbench leads nobody else there. */
function From({ answer }: { readonly answer: StatementAnswer }) {
  const { address, kept } = fromOf(answer);
  return (
    <p className="from">
      From{' '}
      {/^https?:/i.test(address) ? (
        <a href={address} rel="noreferrer noopener">
          {address}
        </a>
      ) : (
        <code>{address}</code>
      )}
      , {kept}
    </p>
  );
}

/** How reliable people hold those to be who speak, pass on and print it. */
function Grades({ answer }: { readonly answer: StatementAnswer }) {
  const links = linksToTell(answer);
  if (links.length === 0) return <p>Reliability of its sources: {NOT_GRADED}</p>;
  return (
    <ul className="link-grades" aria-label="Reliability">
      {links.map(({ name, grade }, n) => (
        <li key={`${n} ${name}`}>
          <bdi>{name}</bdi>:{' '}
          {grade ? (
            <>
              <GradeBadge letter={grade.letter} />{' '}
              <span title={grade.why}>
                (<bdi>{grade.who}</bdi>, {shortDate(grade.at)})
              </span>
            </>
          ) : (
            NOT_GRADED
          )}
        </li>
      ))}
    </ul>
  );
}
