import { useMemo } from 'react';
import { Link } from 'wouter';
import type { SourceCount } from '../../api/client.ts';
import { fold } from '../../ledger/fold.ts';
import { LETTERS, type Letter, letterTold, NOT_GRADED } from '../../ledger/grade.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { GradeBadge } from '../parts/grade.tsx';
import { Highlight } from '../parts/highlight.tsx';
import { Empty } from '../shell/empty.tsx';
import { Shown } from '../shell/problem-note.tsx';
import { useAsked } from '../shell/query.ts';
import { SearchField } from '../shell/search-field.tsx';
import { showRow, useRowKeys } from '../shell/use-row-keys.ts';
import { count, number } from '../wording.ts';
import { sourceAddress } from './source-address.ts';

/** As many as one page of the API holds; those who speak least are left out beyond it, and it is said. */
const MOST = 1000;
/** Rows that are drawn before anything is searched for. */
const FIRST = 200;

/** Who speaks, who denies, who passes on: counts, each of which opens the statements behind it. */
export default function Sources() {
  const [asked, set] = useAsked();
  const { search = '', kind = '', grade = '' } = asked;
  const filter = isGrade(grade) ? { grade } : {};
  const answer = useAnswer(grade === '' ? ['sources'] : ['sources', grade], (init) =>
    api.sources({ ...filter, limit: MOST }, init),
  );
  const all = answer.data?.rows;
  const rows = useMemo(
    () => (all ?? []).filter((row) => nameHas(row, search) && (kind === '' || kindOf(row) === kind)),
    [all, search, kind],
  );
  const drawn = useMemo(() => rows.slice(0, FIRST), [rows]);
  const addresses = useMemo(() => drawn.map(({ key }) => sourceAddress(key)), [drawn]);
  const current = useRowKeys('Sources', 'source', addresses, (at) => showRow('.sources tbody tr', at));
  return (
    <Shown answer={answer} lines={12}>
      {({ total }) => (
        <>
          <header className="screen-head">
            <h1>Sources</h1>
            <p className="lede">
              {count(total, 'source')}
              {total > MOST && `, the first ${number(MOST)} of them`}
            </p>
            <div className="tools sources-tools">
              <Choice name="Kind" value={kind} set={(to) => set({ kind: to })} options={kindsOf(all ?? [], kind)} />
              <Choice name="Grade" value={grade} set={(to) => set({ grade: to })} options={GRADES} />
              <SearchField value={search} set={(to) => set({ search: to }, true)} label="Search names" />
              <a className="button" href={api.csv('sources', { search, kind, ...filter })} download="sources.csv">
                CSV
              </a>
            </div>
          </header>
          {rows.length === 0 ? (
            <Empty title="No source fits">Nobody of that name, kind and grade speaks in what was read.</Empty>
          ) : (
            <Table rows={drawn} sought={search} current={current} />
          )}
          {rows.length > FIRST && <p className="note">{number(rows.length - FIRST)} more: search for a name.</p>}
        </>
      )}
    </Shown>
  );
}

const kindOf = ({ kind }: SourceCount): string => kind ?? 'not told';

/** As the API searches, so that the CSV holds the same rows. */
const nameHas = ({ name, key }: SourceCount, sought: string): boolean =>
  [name, key].some((one) => fold(one).includes(fold(sought)));

/** What is asked for, and how it is told. */
type Option = readonly [value: string, told: string];

/** The one that is asked for too, where nobody of it has the grade. */
const kindsOf = (rows: readonly SourceCount[], asked: string): Option[] =>
  [...new Set([...rows.map(kindOf), ...(asked ? [asked] : [])])].sort().map((kind) => [kind, kind]);

const GRADES: readonly Option[] = [
  ...LETTERS.map((letter) => [letter, letterTold(letter)] as const),
  [NOT_GRADED, NOT_GRADED],
];

const isGrade = (typed: string): typed is Letter | typeof NOT_GRADED => GRADES.some(([value]) => value === typed);

function Choice({
  name,
  value,
  set,
  options,
}: {
  readonly name: string;
  readonly value: string;
  readonly set: (value: string | null) => void;
  readonly options: readonly Option[];
}) {
  return (
    <label className="rule">
      {name}{' '}
      <select value={value} onChange={({ target }) => set(target.value || null)}>
        <option value="">all</option>
        {options.map(([one, told]) => (
          <option key={one} value={one}>
            {told}
          </option>
        ))}
      </select>
    </label>
  );
}

const NUMBERS = ['Denies', 'Passes on', 'Reports', 'Outlets'] as const;

function Table({
  rows,
  sought,
  current,
}: {
  readonly rows: readonly SourceCount[];
  readonly sought: string;
  readonly current: number;
}) {
  const most = Math.max(1, ...rows.map(({ says }) => says));
  return (
    <table className="log sources">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Kind</th>
          <th scope="col">Grade</th>
          <th scope="col">Says</th>
          {NUMBERS.map((name) => (
            <th key={name} scope="col" className="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <Row key={row.key} row={row} most={most} sought={sought} isCurrent={i === current} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row,
  most,
  sought,
  isCurrent,
}: {
  readonly row: SourceCount;
  readonly most: number;
  readonly sought: string;
  readonly isCurrent: boolean;
}) {
  const { key, name, wikidata, merged, grade, says, denies, passesOn, documents, outlets } = row;
  const statements = `/statements?speaker=${encodeURIComponent(key)}`;
  const width = (n: number) => `${(100 * n) / most}%`;
  return (
    <tr className={isCurrent ? 'current' : ''}>
      <td>
        <Link href={sourceAddress(key)}>
          <bdi>
            <Highlight words={name} sought={sought} />
          </bdi>
        </Link>
        {wikidata && <small> {wikidata}</small>}
        {merged.length > 0 && <small> · with {merged.join(', ')}</small>}
      </td>
      <td>{row.kind ?? <small>not told</small>}</td>
      <td className="grade-cell">{grade ? <GradeBadge letter={grade.letter} /> : '·'}</td>
      <td className="bar-cell">
        <Link href={statements}>{number(says)}</Link>
        <svg width="100%" height="6" aria-hidden="true">
          <rect width={width(says)} height="6" className="says" />
          <rect width={width(denies)} height="6" className="denies-part" />
        </svg>
      </td>
      <td className="num">
        {denies > 0 ? (
          <Link className="is-denied" href={`${statements}&polarity=denies`}>
            ⊘ {number(denies)}
          </Link>
        ) : (
          '·'
        )}
      </td>
      <td className="num">{passesOn > 0 ? number(passesOn) : '·'}</td>
      <td className="num">{number(documents)}</td>
      <td className="num">{number(outlets)}</td>
    </tr>
  );
}
