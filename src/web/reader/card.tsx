import { memo, type ReactNode } from 'react';
import type { Attribution } from '../../attributions/attribution.ts';
import { isStatement, type Note } from '../../export/notes.ts';
import { looks, spoken } from '../../export/passage.ts';
import type { Row } from '../../export/schema.ts';
import type { Standing } from '../../ledger/standing.ts';
import type { Unknown } from '../../meaning/meaning.ts';
import { AddedBy, ClaimLink, type ClaimOf, Stance, StateBadge } from '../parts/badges.tsx';
import { Chain } from '../parts/chain.tsx';
import { mannerOf, stanceOfReport, UNKNOWN } from '../wording.ts';
import { factsIn } from './facts.ts';

export interface CardOf {
  readonly note: Note;
  /** how many statements it stands in */
  readonly depth: number;
  readonly standing: Standing | undefined;
  readonly claim: ClaimOf | undefined;
  /** a notice of the report says that it was wrong */
  readonly isCalledWrong: boolean;
}

interface Shown extends CardOf {
  readonly row: Row;
  readonly isCurrent: boolean;
  readonly select: (id: string) => void;
  readonly hover: (id: string | null) => void;
  /** what can be done with it, where it is the current one */
  readonly children?: ReactNode;
}

/** One card beside the text: who, on whose word, how firmly, what is in it, who else says it, what people made of it. */
export const Card = memo(function Card({
  note,
  depth,
  standing,
  claim,
  isCalledWrong,
  row,
  isCurrent,
  select,
  hover,
  children,
}: Shown) {
  const state = standing?.state ?? 'suggested';
  const { about } = note;
  return (
    <li
      className={['card', ...looks(note), `is-${state}`, `d${Math.min(depth, 3)}`, isCurrent && 'current']
        .filter(Boolean)
        .join(' ')}
      data-s={note.anchor}
      id={`c-${note.anchor}`}
      onMouseEnter={() => hover(note.anchor)}
      onFocus={() => hover(note.anchor)}
      onClick={(event) => {
        if (!isCurrent && !(event.target as Element).closest('a, button, input')) select(note.anchor);
      }}
    >
      <a
        className="card-number"
        href={`#s=${note.anchor}`}
        data-n={note.label}
        aria-label={`${spoken(note)}: show it in the text`}
        aria-current={isCurrent ? 'true' : undefined}
        onFocus={() => !isCurrent && select(note.anchor)}
        onClick={(event) => {
          event.preventDefault();
          select(note.anchor);
        }}
      />
      <div className="card-body">
        {isStatement(about) ? (
          <StatementCard row={row} about={about} standing={standing} claim={claim} isCalledWrong={isCalledWrong} />
        ) : (
          <UnknownCard text={row.text} about={about} />
        )}
        {children}
      </div>
    </li>
  );
});

function StatementCard({
  row,
  about,
  standing,
  claim,
  isCalledWrong,
}: Pick<CardOf, 'standing' | 'claim' | 'isCalledWrong'> & { readonly row: Row; readonly about: Attribution }) {
  const { text } = row;
  const state = standing?.state ?? 'suggested';
  const by = standing?.decisions.findLast(({ undoneBy, verb }) => undoneBy === null && verb !== 'undo');
  const facts = factsIn(row, about);
  const more = [mannerOf(about), stanceOfReport(about)].filter(Boolean).join(' · ');
  return (
    <>
      <div className="card-top">
        <Chain attribution={about} notes />
        <StateBadge state={state} {...(by && { by: `${by.who}: ${by.why ?? by.verb}` })} />
      </div>
      <p className="card-line">
        <Stance attribution={about} />
        {about.hedges.map(([start, end]) => (
          <q key={start} className="hedge-words">
            {text.slice(start, end)}
          </q>
        ))}
        {more && <span className="manner"> · {more}</span>}
        {standing && (
          <>
            {' '}
            <AddedBy standing={standing} />
          </>
        )}
      </p>
      {isCalledWrong && <p className="taken-back">✎ Named as wrong in the report’s own notice</p>}
      {facts.length > 0 && (
        <ul className="facts">
          {facts.map(({ kind, span, words, told }) => (
            <li key={`${kind} ${span[0]}`} className={kind}>
              <span className="visually-hidden">{kind}: </span>
              <bdi>{words}</bdi> <small>{told}</small>
            </li>
          ))}
        </ul>
      )}
      {claim && (
        <p className="card-claim">
          <ClaimLink claim={claim} />
        </p>
      )}
      {standing && standing.corrections.length > 0 && <Corrections standing={standing} />}
    </>
  );
}

/** What the machine had, struck out, beside what people say. */
function Corrections({ standing }: { readonly standing: Standing }) {
  return (
    <ul className="corrections">
      {standing.corrections.map(({ field, machine, to, words, who, seq }) => (
        <li key={seq}>
          {nameOf(field)}: <s>{told(machine)}</s> → <b>{words.length > 0 ? words.join(' … ') : told(to)}</b>{' '}
          <small>{who}</small>
        </li>
      ))}
    </ul>
  );
}

/** "chain.0.name" → "speaker" */
export const nameOf = (field: string): string =>
  field === 'chain.0.name' ? 'speaker' : field === 'certainty' ? 'firmness' : field === 'content' ? 'words' : field;

const told = (value: unknown): string => {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? value.join(' → ') : 'other words';
  return String(value);
};

function UnknownCard({ text, about: { kind, about, span } }: { readonly text: string; readonly about: Unknown }) {
  return (
    <>
      <p className="card-unknown">{UNKNOWN[kind]}</p>
      <p className="card-line">
        <q>{text.slice(...(about ?? span))}</q>
      </p>
    </>
  );
}
