import { Link } from 'wouter';
import type { Decision } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { sourceAddress } from '../sources/source-address.ts';
import { addressOf } from '../statements/statement-row.tsx';
import { titleOf } from '../wording.ts';

/** What was decided on, in its words and with its names; each leads there. */
export function Subject({ on, verb }: { readonly on: Decision['on']; readonly verb: Decision['verb'] }) {
  switch (on.kind) {
    case 'statement':
      return <Words id={on.id} />;
    case 'relation':
      return (
        <>
          <Words id={on.a} /> <small>{on.relation === 'same' ? sameBy(verb) : on.relation}</small> <Words id={on.b} />
        </>
      );
    case 'sources':
      return (
        <>
          <Source id={on.a} /> <small>{sameBy(verb)}</small> <Source id={on.b} />
        </>
      );
    case 'source':
      return (
        <>
          <bdi>{[...on.names, ...on.documents].join(', ')}</bdi> <small>counted as</small> <Source id={on.source} />
        </>
      );
    case 'document':
      return <Report id={on.id} />;
    case 'reliability':
      return <Source id={on.source} />;
  }
}

const sameBy = (verb: Decision['verb']): string =>
  verb === 'undo' ? 'and' : verb === 'merge' || verb === 'confirm' ? 'the same as' : 'not the same as';

/** In letters: what can be told apart at a glance. */
const LONGEST = 90;

function Words({ id }: { readonly id: string }) {
  const { data } = useAnswer(['statement', id], (init) => api.statement(id, init));
  // a statement that no reading has any more goes by its id
  if (data?.attribution.id !== id) return <code>{id}</code>;
  const { content } = data.words;
  return (
    <Link href={addressOf(data)} title={`Statement ${id}`}>
      <bdi>{content.length > LONGEST ? `${content.slice(0, LONGEST).trimEnd()}…` : content}</bdi>
    </Link>
  );
}

function Report({ id }: { readonly id: string }) {
  const { data } = useAnswer(['document', id], (init) => api.document(id, init));
  return (
    <Link href={`/documents/${id}`} title={`Document ${id}`}>
      <bdi>{data ? titleOf(data.reading) : id}</bdi>
    </Link>
  );
}

function Source({ id }: { readonly id: string }) {
  const { data } = useAnswer(['sources'], (init) => api.sources({ limit: 1000 }, init));
  const name = data?.rows.find(({ key, merged }) => key === id || merged.includes(id))?.name;
  return (
    <Link href={sourceAddress(id)} title={`Source ${id}`}>
      <bdi>{/^Q\d+$/.test(id) ? (name ?? id) : id}</bdi>
    </Link>
  );
}
