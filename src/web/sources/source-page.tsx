import { Link } from 'wouter';
import type { SourceAnswer } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Shown } from '../shell/problem-note.tsx';
import { count, number } from '../wording.ts';
import { Days } from './days.tsx';
import { Reliability } from './reliability.tsx';
import { SameAs } from './same-as.tsx';
import { SaysList } from './says-list.tsx';
import { sourceAddress } from './source-address.ts';

/** Under this all are counted whom nobody names. */
const NOBODY = 'not established';

/** One source: what it said over time, and through whom it reached print. */
export default function SourcePage({ id }: { readonly id: string }) {
  const answer = useAnswer(['source', id], (init) => api.source(id, init));
  return (
    <Shown answer={answer} lines={10}>
      {(data) => <Source answer={data} />}
    </Shown>
  );
}

function Source({ answer }: { readonly answer: SourceAnswer }) {
  const { source, aliases, relays, printers, passesOn, days } = answer;
  const says = `/statements?speaker=${encodeURIComponent(source.key)}`;
  const names = aliases.filter(({ name }) => name !== null && name !== source.name);
  return (
    <div className="source-page">
      <header>
        <p className="kicker">{source.kind ?? 'kind not told'}</p>
        <h1>
          <bdi>{source.name}</bdi>
        </h1>
        <p className="source-counts">
          <Link href={says}>{count(source.says, 'statement')}</Link>
          {source.denies > 0 && (
            <Link href={`${says}&polarity=denies`} className="is-denied">
              ⊘ denies {number(source.denies)}
            </Link>
          )}
          {source.passesOn > 0 && (
            <Link href={`/statements?source=${encodeURIComponent(source.name)}`}>
              passes on {number(source.passesOn)}
            </Link>
          )}
          <span>
            in {count(source.documents, 'report')} of {count(source.outlets, 'outlet')}
          </span>
          {source.wikidata && <span>{source.wikidata}</span>}
        </p>
        {names.length > 0 && (
          <p className="note">
            Also called {names.map(({ name, statements }) => `${name} (${number(statements)})`).join(' · ')}
          </p>
        )}
      </header>
      {source.key !== NOBODY && <Reliability key={source.key} answer={answer} />}
      {days.length > 0 && <Days days={days} />}
      <div className="ties">
        <Ties title="Whose report passes it on" ties={relays} />
        <Ties title="Who prints it" ties={printers} none="no outlet given" />
        <Ties title="Whose words it passes on" ties={passesOn} />
      </div>
      {source.says > 0 && (
        <section>
          <h2>What it says</h2>
          <SaysList answer={answer} all={says} />
        </section>
      )}
      <SameAs answer={answer} />
    </div>
  );
}

function Ties({
  title,
  ties,
  none = 'not told',
}: {
  readonly title: string;
  readonly ties: SourceAnswer['relays'];
  readonly none?: string;
}) {
  if (ties.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {ties.map(({ name, statements, documents }) => (
          <li key={name ?? ''}>
            {name === null ? <i>{none}</i> : <Link href={sourceAddress(name)}>{name}</Link>}{' '}
            <small>
              {count(statements, 'statement')} in {count(documents, 'report')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
