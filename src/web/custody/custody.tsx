import { Link } from 'wouter';
import type { Decision, Entry } from '../../api/client.ts';
import { useAnswer, usePages } from '../answer.ts';
import { api } from '../api.ts';
import { undo } from '../parts/decide.ts';
import { announce } from '../shell/announce.tsx';
import { Empty } from '../shell/empty.tsx';
import { Loading, ProblemNote } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { wordsOf } from '../shell/way-out.ts';
import { count, moment } from '../wording.ts';
import { bodyOf } from './entry-words.ts';
import { Subject } from './subject.tsx';
import { Verify } from './verify.tsx';

const VIEWS = { entries: 'The log', decisions: 'Decisions' } as const;

/** Everything that came in and everything that was decided, in a chain of hashes that can be checked. */
export default function Custody() {
  const [asked, set] = useAsked();
  const view = asked.view === 'decisions' ? 'decisions' : 'entries';
  return (
    <>
      <header className="screen-head">
        <h1>Custody</h1>
        <p className="lede">Nothing in the ledger is ever changed or removed: what is decided is a new entry.</p>
      </header>
      <Verify />
      <div className="tabs">
        <div role="tablist" aria-label="What is listed">
          {(['entries', 'decisions'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={view === one}
              aria-controls="listed"
              onClick={() => set({ view: one === 'entries' ? null : one })}
            >
              {VIEWS[one]}
            </button>
          ))}
        </div>
        <a className="button" href={api.csv(view)} download={`${view}.csv`}>
          CSV
        </a>
      </div>
      <div id="listed" role="tabpanel" aria-label={VIEWS[view]}>
        {view === 'entries' ? <Log /> : <Decisions />}
      </div>
    </>
  );
}

const PAGE = 100;

function Log() {
  const pages = usePages<Entry>(['entries'], (after, init) => api.entries({ ...after, limit: PAGE }, init));
  const { data: taken } = useAnswer(['decisions'], (init) => api.decisions({ limit: 1000 }, init));
  if (pages.error) return <ProblemNote error={pages.error} retry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading />;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty title="The log is empty">It begins with the first report that is read.</Empty>;
  const decisions = new Map(taken?.rows.map((one) => [one.seq, one]));
  return (
    <>
      <table className="log">
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Why</th>
            <th scope="col">Hash</th>
            <th scope="col">
              <span className="visually-hidden">Undo</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <Line key={entry.seq} entry={entry} decision={decisions.get(entry.seq)} />
          ))}
        </tbody>
      </table>
      {pages.hasNextPage && (
        <button type="button" onClick={() => void pages.fetchNextPage()}>
          Earlier entries
        </button>
      )}
    </>
  );
}

function Decisions() {
  const pages = usePages<Decision>(['decisions'], (after, init) => api.decisions({ ...after, limit: PAGE }, init));
  if (pages.error) return <ProblemNote error={pages.error} retry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading />;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0)
    return (
      <Empty title="Nobody decided yet">
        All that was found is suggested. <Link href="/review">Review it</Link>.
      </Empty>
    );
  const isStanding = (one: Decision) => one.undoneBy === null && one.verb !== 'undo';
  return (
    <>
      <p className="note">
        {count(pages.data.pages[0]!.total, 'decision')}, {rows.filter(isStanding).length} of those listed stand
      </p>
      <table className="log">
        <tbody>
          {rows.map((one) => (
            <Line key={one.seq} entry={{ ...one, body: { ...one, entry: one.undoes } }} decision={one} />
          ))}
        </tbody>
      </table>
      {pages.hasNextPage && (
        <button type="button" onClick={() => void pages.fetchNextPage()}>
          Earlier decisions
        </button>
      )}
    </>
  );
}

type Told = Pick<Entry, 'seq' | 'at' | 'who' | 'verb' | 'subject' | 'why' | 'body' | 'hash'>;

function Line({ entry, decision }: { readonly entry: Told; readonly decision: Decision | undefined }) {
  const { seq, at, who, verb, subject, why, hash } = entry;
  const undoneBy = decision?.undoneBy ?? null;
  return (
    <tr className={undoneBy === null ? `verb-${verb}` : 'undone'}>
      <td className="n">{seq}</td>
      <td className="when">{moment(at)}</td>
      <td>
        <bdi>{who}</bdi>
      </td>
      <td>
        <b className="verb">{verb}</b>{' '}
        {decision ? (
          <Subject on={decision.on} verb={decision.verb} />
        ) : verb === 'read' || verb === 'arrived' ? (
          <Link href={`/documents/${subject}`}>
            <code>{subject}</code>
          </Link>
        ) : (
          <code>{subject}</code>
        )}
        <small> {bodyOf(entry.body)}</small>
        {undoneBy !== null && <small> · taken back by entry {undoneBy}</small>}
      </td>
      <td>
        <bdi>{why}</bdi>
      </td>
      <td className="hash">
        <code title={hash}>{hash.slice(0, 12)}</code>
      </td>
      <td>
        {decision && undoneBy === null && (
          <button
            type="button"
            onClick={() => {
              undo([seq], 'taken back in the log').catch((error: unknown) => announce(wordsOf(error)));
            }}
          >
            Undo<span className="visually-hidden"> entry {seq}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
