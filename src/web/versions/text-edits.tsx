import type { Version } from '../../api/client.ts';
import type { Span } from '../../text/span.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';

/** Words around a change, so that it can be found. */
const AROUND = 60;

/** Where the text itself was changed, the old words beside the new. */
export function TextEdits({
  before,
  after,
  edits,
}: {
  readonly before: string;
  readonly after: string;
  readonly edits: Version['edits'];
}) {
  const { data: old } = useAnswer(['document', before], (init) => api.document(before, init));
  const { data: now } = useAnswer(['document', after], (init) => api.document(after, init));
  if (!old || !now || old.reading.id !== before || now.reading.id !== after) return null;
  return (
    <details className="edits">
      <summary>
        The text: {edits.length} {edits.length === 1 ? 'place' : 'places'} changed
      </summary>
      <ol>
        {edits.map((edit) => (
          <li key={`${edit.before[0]} ${edit.after[0]}`}>
            <span className="around">
              …{now.reading.text.slice(Math.max(0, edit.after[0] - AROUND), edit.after[0])}
            </span>
            {isSome(edit.before) && <del>{old.reading.text.slice(...edit.before)}</del>}
            {isSome(edit.after) && <ins>{now.reading.text.slice(...edit.after)}</ins>}
            <span className="around">{now.reading.text.slice(edit.after[1], edit.after[1] + AROUND)}…</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const isSome = ([start, end]: Span): boolean => end > start;
