import { Link } from 'wouter';
import type { ClaimAnswer } from '../../api/client.ts';
import { unknownAnchor } from '../../export/notes.ts';
import { outletOf, shortDate, UNKNOWN } from '../wording.ts';

type Unknown = ClaimAnswer['unknown'][number];

/** What reports of the claim say nobody knows, has told or has confirmed of it: in their words, once for all that say it so. */
export function SaidUnknown({ answer }: { readonly answer: ClaimAnswer }) {
  const told = Map.groupBy(answer.unknown, ({ kind, words }) => `${kind} ${words}`);
  return (
    <ul className="said-unknown">
      {[...told].map(([key, same]) => (
        <li key={key}>
          <p className="words">
            <bdi>{same[0]!.words}</bdi>
          </p>
          <p className="note">
            {UNKNOWN[same[0]!.kind]} · <In answer={answer} same={same} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function In({ answer, same }: { readonly answer: ClaimAnswer; readonly same: readonly Unknown[] }) {
  return same.map(({ document, span, at }, i) => (
    <span key={`${document} ${span[0]}`}>
      {i > 0 && ' · '}
      <Link href={`/documents/${document}#s=${unknownAnchor(document, span)}`}>
        <bdi>{outletOf(answer.documents[document]!)}</bdi>, {shortDate(at)}
      </Link>
    </span>
  ));
}
