import type { DocumentAnswer } from '../../api/client.ts';
import { linkable } from '../../export/escape-html.ts';
import { dateOf, moment, outletOf, titleOf } from '../wording.ts';
import { Kin } from './kin.tsx';

/** Whose report this is, when it was printed, and how it came here. */
export function Masthead({ answer, hasHeadline }: { readonly answer: DocumentAnswer; readonly hasHeadline: boolean }) {
  const { reading } = answer;
  const line = [reading.byline, reading.published ? dateOf(reading.published) : 'no date given'].filter(Boolean);
  return (
    <header className="masthead">
      <p className="outlet">
        <bdi>{outletOf(reading)}</bdi>
      </p>
      {!hasHeadline && <h1 className="headline">{titleOf(reading)}</h1>}
      <p className="byline">
        <bdi>{line.join(' · ')}</bdi>
        {reading.updated && reading.updated !== reading.published && <> · updated {dateOf(reading.updated)}</>}
        {reading.credits.length > 0 && <> · {reading.credits.join('; ')}</>}
      </p>
      <Kin answer={answer} />
    </header>
  );
}

/** Where the bytes came from, when, and their hashes. */
export function Provenance({ answer }: { readonly answer: DocumentAnswer }) {
  const { reading, arrivals, reader, at } = answer;
  const link = linkable(reading.url);
  return (
    <details className="provenance">
      <summary>Custody</summary>
      <dl>
        <dt>Read from</dt>
        <dd>
          {link ? (
            <a href={link} rel="noreferrer noopener">
              {link}
            </a>
          ) : (
            <code>{reading.url ?? reading.address}</code>
          )}
        </dd>
        {arrivals.map((arrival, i) => (
          <Arrived key={`${i} ${arrival.at}`} {...arrival} />
        ))}
        <dt>Stored</dt>
        <dd>
          {moment(at)} · read by Hearsay {reader}
        </dd>
        <dt>SHA-256 of the text</dt>
        <dd>
          <code>{reading.sha256}</code>
        </dd>
        <dt>SHA-256 of the bytes</dt>
        <dd>
          <code>{reading.capture}</code>
        </dd>
      </dl>
    </details>
  );
}

function Arrived({ at, method, media }: DocumentAnswer['arrivals'][number]) {
  return (
    <>
      <dt>Arrived</dt>
      <dd>
        {at ? moment(at) : 'time not kept'} · by {method} · {media}
      </dd>
    </>
  );
}
