import { Link } from 'wouter';
import type { ClaimAnswer } from '../../api/client.ts';
import { statementOf } from '../contested/contest-view.tsx';
import { datesOf, outletOf } from '../wording.ts';

/** Reports that still say what another took back, as far as they were captured. */
export function NeverUpdated({ answer }: { readonly answer: ClaimAnswer }) {
  return (
    <ul className="never-updated">
      {answer.neverUpdated.map(({ report, assertion, correction, by }) => (
        <li key={`${report} ${correction}`}>
          <Link href={`/documents/${report}${assertion ? `#s=${statementOf(assertion)}` : ''}`}>
            <bdi>{nameOf(answer, report)}</bdi>
          </Link>{' '}
          {assertion ? 'says' : 'holds the words of'} what <bdi>{by ?? nameOf(answer, correction)}</bdi> took back
          {by && (
            <>
              {' '}
              (<bdi>{nameOf(answer, correction)}</bdi>)
            </>
          )}
          . <Link href={`/documents/${correction}`}>The correction</Link>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ documents }: ClaimAnswer, id: string): string {
  const document = documents[id];
  return document ? `${outletOf(document)}, ${datesOf(document)}` : id;
}
