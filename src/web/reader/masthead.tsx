import type { RefObject } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import { linkable } from '../../export/escape-html.ts';
import { isFact } from '../../ledger/facts.ts';
import { dateOf, moment, outletOf, titleOf } from '../wording.ts';
import { FactsPanel } from './facts-panel.tsx';
import { Kin } from './kin.tsx';
import { FACT_LABEL, tellersOf } from './told-facts.ts';

interface Headed {
  readonly answer: DocumentAnswer;
  readonly hasHeadline: boolean;
  /** what the report is is being told */
  readonly isTelling: boolean;
  readonly tell: () => void;
  /** the button that begins to tell */
  readonly teller: RefObject<HTMLButtonElement | null>;
}

/** Whose report this is, when it was printed, and how it came here. */
export function Masthead({ answer, hasHeadline, isTelling, tell, teller }: Headed) {
  const { reading } = answer;
  const tellers = tellersOf(answer);
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
        {tellers && <> · {tellers}</>}{' '}
        <button ref={teller} type="button" className="quiet" aria-expanded={isTelling} onClick={tell}>
          Correct <kbd>t</kbd>
          <span className="visually-hidden"> title, outlet, byline and date</span>
        </button>
      </p>
      {isTelling && <FactsPanel answer={answer} close={tell} />}
      <Kin answer={answer} />
    </header>
  );
}

/** Where the bytes came from, when, and their hashes. */
export function Provenance({ answer }: { readonly answer: DocumentAnswer }) {
  const { reading, arrivals, reader, at, facts } = answer;
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
        {facts.map((one) => (
          <ToldFact key={one.seq} {...one} />
        ))}
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

/** What somebody told of the report, whether or not it stands. */
function ToldFact({ seq, who, at, why, correction, undoes, undoneBy }: DocumentAnswer['facts'][number]) {
  const told = correction && `${correction.from ?? 'none'} → ${correction.to ?? 'none'}`;
  return (
    <>
      <dt>{correction && isFact(correction.field) ? FACT_LABEL[correction.field] : `Entry ${undoes} undone`}</dt>
      <dd>
        <bdi>{told}</bdi>
        {told && ' · '}
        <bdi>{who}</bdi>, {moment(at)}: <bdi>{why}</bdi> · entry {seq}
        {undoneBy !== null && `, taken back by entry ${undoneBy}`}
      </dd>
    </>
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
