import { Link } from 'wouter';
import type { Version } from '../../api/client.ts';
import { unknownAnchor } from '../../export/notes.ts';
import type { Span } from '../../text/span.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Shown } from '../shell/problem-note.tsx';
import { count, dateOf, outletOf } from '../wording.ts';
import { TextEdits } from './text-edits.tsx';

/** Captures of one address: what was said otherwise first, then where the text itself changed. */
export default function Versions({ id }: { readonly id: string }) {
  const answer = useAnswer(['versions', id], (init) => api.versions(id, init));
  return (
    <Shown answer={answer} lines={10}>
      {(versions) => (
        <div className="versions">
          <header className="screen-head">
            <h1>Versions</h1>
            <p className="lede">
              {count(versions.length, 'capture')} of {versions[0]?.address}
            </p>
          </header>
          {versions.map((version, i) => (
            <OneVersion key={version.document} version={version} before={versions[i - 1] ?? null} n={i + 1} />
          ))}
        </div>
      )}
    </Shown>
  );
}

function OneVersion({
  version,
  before,
  n,
}: {
  readonly version: Version;
  readonly before: Version | null;
  readonly n: number;
}) {
  const { document, at, title, kept, changed, edits } = version;
  return (
    <section>
      <h2>
        <span className="version-n">{n}</span> <Link href={`/documents/${document}`}>{title ?? document}</Link>
      </h2>
      <p className="note">
        {outletOf(version)} · {at ? dateOf(at) : 'no date given'} ·{' '}
        {before ? `${count(changed.length, 'statement')} changed, ${kept} as they stood` : count(kept, 'statement')}
      </p>
      <Notices version={version} />
      {changed.length > 0 && (
        <ol className="changes">
          <li className="heads">
            <span>what changed</span>
            <span>before</span>
            <span>now</span>
          </li>
          {changed.map(({ before: old, after, changes, words, unknown }) => (
            <li key={`${old} ${after}`} className={changes.map((change) => change.replace(' ', '-')).join(' ')}>
              <b className="change">{changes.join(' · ')}</b>
              <p className="words before">{words.before}</p>
              <p className="words after">
                {words.after && (
                  <Link href={`/documents/${document}#s=${anchorOf(document, after, unknown)}`}>{words.after}</Link>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {before && edits.length > 0 && <TextEdits before={before.document} after={document} edits={edits} />}
    </section>
  );
}

const anchorOf = (document: string, after: string | null, unknown: Span | null): string =>
  after?.split('.')[0] ?? unknownAnchor(document, unknown!);

/** What the page says of its own changes. */
function Notices({ version: { document, notices } }: { readonly version: Version }) {
  const { data } = useAnswer(['document', document], (init) => api.document(document, init), notices.length > 0);
  const text = data?.reading.id === document ? data.reading.text : null;
  return notices.map(({ kind, span }) => (
    <p key={span[0]} className="notice-of">
      <b>{kind}</b> {text && <q>{text.slice(...span)}</q>}
    </p>
  ));
}
