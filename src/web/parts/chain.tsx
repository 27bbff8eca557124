import type { Attribution, Hop } from '../../attributions/attribution.ts';
import { BASIS } from '../wording.ts';

/** Western officials (anonymous) → The Wall Street Journal (outlet) → this report. `notes` tells kind and basis of each link. */
export function Chain({
  attribution: { chain, kind },
  notes = false,
  here = kind === 'voice' ? 'the report itself' : 'this report',
}: {
  readonly attribution: Pick<Attribution, 'chain' | 'kind'>;
  readonly notes?: boolean;
  /** what the report is called, away from it */
  readonly here?: string;
}) {
  const named = chain.slice(0, -1);
  return (
    <ol className="chain" aria-label="From who knows to who prints">
      {named.map((hop, i) => (
        <Link key={`${i} ${hop.name}`} hop={hop} notes={notes} />
      ))}
      {kind === 'attribution' && named.length === 0 && <li className="nobody">source not given</li>}
      <li className="here">{here}</li>
    </ol>
  );
}

function Link({ hop: { name, kind, basis, span }, notes }: { readonly hop: Hop; readonly notes: boolean }) {
  const told = [kind, basis && BASIS[basis], span ? null : 'implied'].filter(Boolean).join(', ');
  return (
    <li>
      <b>
        <bdi>{name}</bdi>
      </b>
      {notes && told && <small> {told}</small>}
    </li>
  );
}

/** The one who knows, as a table has it. */
export const speakerOf = ({ chain, kind, ...rest }: Attribution, outlet: string | null): string => {
  if (kind === 'voice') return outlet ?? 'the report itself';
  return chain.length > 1
    ? chain[0]!.name
    : rest.source.length > 0
      ? (chain[0]?.name ?? 'source not given')
      : 'source not given';
};

/** Those between who knows and who prints. */
export const relaysOf = ({ chain }: Attribution): readonly Hop[] => chain.slice(1, -1);
