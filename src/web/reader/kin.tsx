import { Link } from 'wouter';
import type { DocumentAnswer } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { count, datesOf, number, titleOf } from '../wording.ts';

/** Other captures of the page, and reports that hold the same words: never hidden, whoever had them first. */
export function Kin({ answer: { reading, versions, copies } }: { readonly answer: DocumentAnswer }) {
  if (versions.length < 2 && copies.length === 0) return null;
  return (
    <ul className="kin">
      {versions.length > 1 && (
        <li>
          <Link href={`/documents/${reading.id}/versions`}>{count(versions.length, 'version')} of this page</Link>
        </li>
      )}
      {copies.slice(0, FEW).map((copy) => (
        <Shared key={`${copy.a} ${copy.b}`} id={reading.id} copy={copy} />
      ))}
      {copies.length > FEW && (
        <li>
          <details>
            <summary>{number(copies.length - FEW)} more</summary>
            <ul>
              {copies.slice(FEW).map((copy) => (
                <Shared key={`${copy.a} ${copy.b}`} id={reading.id} copy={copy} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

/** A wire story has a hundred copies; these stand above the headline. */
const FEW = 3;

function Shared({ id, copy }: { readonly id: string; readonly copy: DocumentAnswer['copies'][number] }) {
  const other = copy.a === id ? copy.b : copy.a;
  const { data } = useAnswer(['document', other], (init) => api.document(other, init));
  const named =
    data?.reading.id === other ? `${data.reading.outlet ?? titleOf(data.reading)}, ${datesOf(data.reading)}` : other;
  const first = copy.evidence.find(({ words, kind }) => words !== '' && kind !== 'time');
  return (
    <li>
      {relationOf(copy, id)}{' '}
      <Link href={`/documents/${other}`}>
        <bdi>{named}</bdi>
      </Link>
      {first && (
        <q>
          <bdi>{first.words}</bdi>
        </q>
      )}
    </li>
  );
}

/** Which way the words went, as far as credit and time establish it. */
function relationOf({ kind, from }: DocumentAnswer['copies'][number], id: string): string {
  if (from === null) return kind === 'same text' ? 'same text as' : `${kind}, one way or the other, with`;
  return from === id ? `taken from here (${kind}) by` : `${kind} of`;
}
