import { useMemo, useRef, useState } from 'react';
import type { GradeGiven, SourceAnswer } from '../../api/client.ts';
import { LETTERS, RELIABILITY } from '../../ledger/grade.ts';
import { undo } from '../parts/decide.ts';
import { GradeBadge } from '../parts/grade.tsx';
import { announce } from '../shell/announce.tsx';
import { useKeys } from '../shell/keys.ts';
import { wordsOf } from '../shell/way-out.ts';
import { moment } from '../wording.ts';
import { type Asked, GradeForm } from './grade-form.tsx';

/** What people hold of a source, what that rests on, and what was held before. The machine grades nothing. */
export function Reliability({ answer: { source, grades } }: { readonly answer: SourceAnswer }) {
  const [asked, ask] = useState<Asked | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useGradeKeys(ask);
  const close = () => {
    ask(null);
    opener.current?.focus();
  };
  const inForce = grades.find(({ seq }) => seq === source.grade?.seq);
  const before = grades.filter((grade) => grade !== inForce);
  return (
    <section className="reliability" aria-labelledby="reliability-title">
      <h2 id="reliability-title">How reliable is it?</h2>
      {inForce ? (
        <>
          <p className="in-force">
            <GradeBadge letter={inForce.letter} />
          </p>
          <Reason grade={inForce} source={source.key} />
        </>
      ) : (
        <p className="note">{before.length > 0 ? 'No grade stands.' : 'Nobody graded it yet.'}</p>
      )}
      <div className="actions">
        <button
          type="button"
          ref={opener}
          aria-expanded={asked !== null}
          onClick={() => (asked ? close() : ask({ letter: inForce?.letter ?? null, isChosen: false }))}
        >
          {inForce ? 'Grade it anew' : 'Grade it'} <kbd>⇧ A–F</kbd>
        </button>
        {inForce && <Undo seq={inForce.seq} />}
      </div>
      {asked && <GradeForm source={source.key} asked={asked} close={close} />}
      {before.length > 0 && <History grades={before} source={source.key} />}
    </section>
  );
}

function useGradeKeys(ask: (asked: Asked) => void): void {
  useKeys(
    'Source',
    useMemo(
      () => [
        ...LETTERS.map((letter) => ({
          keys: `Shift+${letter}`,
          does: `grade it ${letter}: ${RELIABILITY[letter]}`,
          run: () => ask({ letter, isChosen: true }),
        })),
      ],
      [ask],
    ),
  );
}

function Undo({ seq }: { readonly seq: number }) {
  const takeBack = () =>
    undo([seq], 'taken back beside the source').catch((error: unknown) => announce(wordsOf(error)));
  return (
    <button type="button" className="quiet" onClick={() => void takeBack()}>
      Undo<span className="visually-hidden"> the grade</span>
    </button>
  );
}

/** What a grade rests on, who gave it and when, and to which of those that were joined. */
function Reason({ grade, source }: { readonly grade: GradeGiven; readonly source: string }) {
  const { why, who, at, seq } = grade;
  return (
    <>
      <p className="grade-why">
        <bdi>{why}</bdi>
      </p>
      <p className="signed">
        <bdi>{who}</bdi> · <time dateTime={at}>{moment(at)}</time> · entry {seq}
        {grade.source !== source && (
          <>
            {' '}
            · given to <bdi>{grade.source}</bdi>
          </>
        )}
      </p>
    </>
  );
}

function History({ grades, source }: { readonly grades: readonly GradeGiven[]; readonly source: string }) {
  return (
    <>
      <h3>Before</h3>
      <ol className="grades-before">
        {grades.map((grade) => (
          <li key={grade.seq} className={grade.undone ? 'undone' : ''}>
            <GradeBadge letter={grade.letter} />
            <div>
              <Reason grade={grade} source={source} />
              {grade.undone && (
                <p className="signed">
                  taken back by <bdi>{grade.undone.who}</bdi> · {moment(grade.undone.at)} · entry {grade.undone.seq}:{' '}
                  <bdi>{grade.undone.why}</bdi>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
