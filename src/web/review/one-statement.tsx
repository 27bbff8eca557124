import { type RefObject, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { StatementAnswer } from '../../api/client.ts';
import type { Attribution } from '../../attributions/attribution.ts';
import { asCorrected } from '../../ledger/corrected-attribution.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { ClaimLink, Stance, StateBadge } from '../parts/badges.tsx';
import { Chain } from '../parts/chain.tsx';
import { decide, type Told, undoLast } from '../parts/decide.ts';
import { EditPanel } from '../reader/edit-panel.tsx';
import type { Edit } from '../reader/edits.ts';
import { factsIn } from '../reader/facts.ts';
import { Passage } from '../reader/passage.tsx';
import { selectedSpan } from '../reader/selected-span.ts';
import type { Editing } from '../reader/use-desk.ts';
import { announce } from '../shell/announce.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { wordsOf } from '../shell/way-out.ts';
import { datesOf, mannerOf, outletOf, stanceOfReport, titleOf } from '../wording.ts';
import { inPlace, marksOf } from './in-place.ts';
import { Meanwhile, useSeen } from './meanwhile.tsx';
import { useReviewKeys } from './use-review-keys.ts';

interface One {
  readonly id: string;
  /** asked for already, so that it is there at once */
  readonly next: string | null;
  readonly decided: () => void;
  readonly undone: () => void;
  readonly skip: () => void;
}

export function OneStatement(one: One) {
  const answer = useAnswer(['statement', one.id], (init) => api.statement(one.id, init));
  useAnswer(['statement', one.next], (init) => api.statement(one.next!, init), one.next !== null);
  return (
    <Shown answer={answer}>
      {(data) => (data.attribution.id === one.id ? <Judged answer={data} isStale={answer.isStale} {...one} /> : null)}
    </Shown>
  );
}

interface Answered {
  readonly answer: StatementAnswer;
  readonly isStale: boolean;
}

/** The statement in its passage, and what can be decided on it. */
function Judged({ answer, isStale, decided, undone, skip }: One & Answered) {
  const { standing, claim } = answer;
  const { seen, isChanged, lookAgain, storing } = useSeen(answer, isStale);
  const attribution = useMemo(() => asCorrected(answer.attribution, standing), [answer, standing]);
  const text = useMemo(() => inPlace(answer), [answer]);
  const [editing, setEditing] = useState<Editing | null>(null);
  const words = useRef<HTMLDivElement>(null);
  const save = async (...told: Told[]) => {
    const entries = await storing(decide(...told));
    if (entries) decided();
    return entries;
  };
  const confirm = () => {
    const on = { kind: 'statement', id: attribution.id } as const;
    save({ verb: 'confirm', on, seen }).catch((error: unknown) => announce(wordsOf(error)));
  };
  const edit = (next: Edit) => setEditing({ edit: next, selected: words.current && selectedSpan(words.current, text) });
  const close = () => setEditing(null);
  const open = () => document.querySelector<HTMLAnchorElement>('.review-from a')?.click();
  // while a form is open only the form decides: words may be selected for it, and the keys go to the page
  const unlessEditing = (act: () => void) => () => {
    if (!editing) act();
  };
  const undo = unlessEditing(() => void undoLast().then((isUndone) => isUndone && undone()));
  const doing = isChanged
    ? { confirm: () => announce(LOOK), edit: () => announce(LOOK) }
    : { confirm: unlessEditing(confirm), edit };
  useReviewKeys({ ...doing, skip: unlessEditing(skip), letGo: close, undo, open, lookAgain });
  return (
    <article className={`review is-${standing.state}`} aria-label="Statement under review">
      <InPassage answer={answer} attribution={attribution} text={text} words={words} />
      <div className="review-card">
        <Tells answer={answer} attribution={attribution} text={text} />
        {isChanged && <Meanwhile standing={standing} lookAgain={lookAgain} skip={skip} />}
        {editing ? (
          <EditPanel
            key={editing.edit + String(editing.selected)}
            {...editing}
            {...{ attribution, text, seen, save, close }}
            names={[]}
            claim={claim?.id ?? null}
          />
        ) : (
          !isChanged && <Buttons confirm={confirm} edit={edit} skip={skip} />
        )}
      </div>
    </article>
  );
}

const LOOK = 'This was decided on meanwhile: Enter to decide all the same, Space to go on';

interface Shows {
  readonly answer: StatementAnswer;
  readonly attribution: Attribution;
  readonly text: string;
}

function InPassage({ answer, attribution, text, words }: Shows & { readonly words: RefObject<HTMLDivElement | null> }) {
  const { document, passage } = answer;
  return (
    <>
      <p className="review-from">
        <b>{outletOf(document)}</b>, {datesOf(document)} ·{' '}
        <Link href={`/documents/${document.id}#s=${attribution.id}`}>{titleOf(document)}</Link>
      </p>
      <div ref={words} className="text review-text">
        <p className="block">
          <Passage text={text} span={[text.length - passage.text.length, text.length]} marks={marksOf(attribution)} />
        </p>
      </div>
    </>
  );
}

function Tells({ answer, attribution, text }: Shows) {
  const { standing, claim } = answer;
  return (
    <>
      <div className="card-top">
        <Chain attribution={attribution} notes />
        <StateBadge state={standing.state} />
      </div>
      <p>
        <Stance attribution={attribution} />
        {[mannerOf(attribution), stanceOfReport(attribution)].filter(Boolean).map((told) => (
          <span key={told} className="manner">
            {' '}
            · {told}
          </span>
        ))}
      </p>
      <Facts text={text} answer={answer} />
      {claim && (
        <p>
          <ClaimLink claim={claim} />
        </p>
      )}
      <p className="why-found">{whyFound(answer)}</p>
    </>
  );
}

function Facts({ text, answer }: { readonly text: string; readonly answer: StatementAnswer }) {
  const { figures, times, places, attribution } = answer;
  const facts = factsIn({ text, figures, times, places } as Parameters<typeof factsIn>[0], {
    ...attribution,
    said: null,
  });
  if (facts.length === 0) return null;
  return (
    <ul className="facts">
      {facts.map(({ kind, span, words, told }) => (
        <li key={`${kind} ${span[0]}`} className={kind}>
          <bdi>{words}</bdi> <small>{told}</small>
        </li>
      ))}
    </ul>
  );
}

/** What the machine went by, and how sure it is of having read it rightly. */
function whyFound({ attribution: { kind, confidence }, words }: StatementAnswer): string {
  const sure = `confidence ${confidence.toFixed(2)} of 1`;
  if (kind === 'voice') return `Suggested as the report’s own words, since they name nobody · ${sure}`;
  const by = [words.cue && `the cue “${words.cue}”`, words.source && `the source “${words.source}”`].filter(Boolean);
  return `Suggested for ${by.join(' and ') || 'its quotation marks'} · ${sure}`;
}

function Buttons({
  confirm,
  edit,
  skip,
}: {
  readonly confirm: () => void;
  readonly edit: (edit: Edit) => void;
  readonly skip: () => void;
}) {
  return (
    <div className="card-actions">
      <button type="button" className="primary" onClick={confirm}>
        Confirm <kbd>a</kbd>
      </button>
      <button type="button" onClick={() => edit('reject')}>
        Reject <kbd>x</kbd>
      </button>
      <button type="button" onClick={() => edit('speaker')}>
        Speaker <kbd>s</kbd>
      </button>
      <button type="button" onClick={() => edit('firmness')}>
        Firmness <kbd>f</kbd>
      </button>
      <button type="button" onClick={() => edit('denial')}>
        Denial <kbd>d</kbd>
      </button>
      <button type="button" onClick={() => edit('words')}>
        Words <kbd>e</kbd>
      </button>
      <button type="button" onClick={skip}>
        Skip <kbd>Space</kbd>
      </button>
    </div>
  );
}
