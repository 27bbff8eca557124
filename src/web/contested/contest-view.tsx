import { Link } from 'wouter';
import type { Contest } from '../../api/client.ts';
import { inBounds } from '../../claims/in-bounds.ts';
import { datesOf, outletOf, rangeOf, shortDate } from '../wording.ts';
import { denialBlocks } from './denial-blocks.ts';
import { Range } from './range.tsx';
import { reach } from './scale.ts';

type Denial = Contest['denials'][number];

/** Figures of one question by time, each on the same scale and in its own words; denials beside what they deny. */
export function ContestView({ contest }: { readonly contest: Contest }) {
  const { values, denials } = contest;
  return (
    <div className="contest">
      {values.length > 0 && <Values contest={contest} />}
      {denials.length > 0 && (
        <ol className="denials">
          {denialBlocks(denials).map(({ denials: deniers, held }) => (
            <li key={deniers[0]!.a}>
              <ul className="denying" aria-label="Denials">
                {deniers.map(({ a, sides }) => (
                  <li key={a}>
                    <span className="is-denied">⊘ denies</span> <Side side={sides[0]} assertion={a} />
                  </li>
                ))}
              </ul>
              <ul className="held" aria-label="What is denied">
                {held.map(({ b, sides }) => (
                  <li key={b}>
                    <Side side={sides[1]} assertion={b} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Side({
  side: { words, name, document },
  assertion,
}: {
  readonly side: Denial['sides'][0];
  readonly assertion: string;
}) {
  return (
    <>
      <Link href={`/documents/${document.id}#s=${statementOf(assertion)}`} className="words">
        <bdi>{words}</bdi>
      </Link>{' '}
      <small>
        {name && (
          <>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            ·{' '}
          </>
        )}
        {outletOf(document)}, {datesOf(document)}
      </small>
    </>
  );
}

/** "53d98cbbb624.2" is the second thing that statement 53d98cbbb624 says. */
export const statementOf = (assertion: string): string => assertion.split('.')[0]!;

const SERIES = 6;

function Values({ contest: { values, view } }: { readonly contest: Contest }) {
  const scale = reach(values);
  const sources = [...new Set(values.map(sourceOf))];
  return (
    <table className="values">
      <caption className="visually-hidden">Figures by date, with who gave them</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">How many</th>
          <th scope="col" className="plot-head">
            <span className="visually-hidden">On one scale</span>
            <span aria-hidden="true" className="ends">
              <span>{scale.low}</span>
              <span>{scale.high}</span>
            </span>
          </th>
          <th scope="col">Who gave it</th>
          <th scope="col">Report</th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => {
          const series = (sources.indexOf(sourceOf(value)) % SERIES) + 1;
          return (
            <tr key={value.assertion + value.span[0]}>
              <td className="when">{shortDate(value.published)}</td>
              <td>
                <Link href={`/documents/${value.document}#s=${statementOf(value.assertion)}`} className="words">
                  <bdi>{inBounds(value.words, value)}</bdi>
                </Link>
                {value.takenBack && <small className="taken-back"> taken back</small>}
              </td>
              <td className="plot">
                <Range value={value} scale={scale} series={series} />
              </td>
              <td>
                <span className={`key series-${series}`} aria-hidden="true" /> <bdi>{value.name ?? 'nobody named'}</bdi>
              </td>
              <td>
                <bdi>{outletOf(value.in)}</bdi>
              </td>
            </tr>
          );
        })}
        {view && (
          <tr className="by-rule">
            <td />
            <th scope="row">
              <b className="number">{rangeOf({ ...view, ...COUNTED, unit: values[0]!.unit })}</b> by rule: {view.name}
            </th>
            <td className="plot">
              <Range value={{ ...view, ...COUNTED }} scale={scale} series={0} />
            </td>
            <td colSpan={2}>one number out of {values.length}, by a rule that was asked for</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** A rule gives a number out of those that were given: it puts nothing about it. */
const COUNTED = { approximate: false } as const;

/** One colour for one source, whatever it is called here and there. */
const sourceOf = ({ source }: Contest['values'][number]): string => source ?? '';
