import type { StatementRow } from '../../api/client.ts';
import type { SourceKind } from '../../attributions/attribution.ts';

/** From whom to whom words pass, in how many statements. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly statements: number;
  readonly denials: number;
}

export interface Party {
  readonly name: string;
  readonly kind: SourceKind | null;
  /** it prints: words end there */
  readonly prints: boolean;
  readonly statements: number;
}

export interface Ties {
  readonly parties: readonly Party[];
  readonly ties: readonly Tie[];
}

const PIECE = '(?:article|story|report|piece|dispatch|headline|page)';
const EARLIER = '(?:earlier|previous|prior|original|initial|older) (?:version|headline|caption|edition)';
/** "An earlier version of this report", in its own notice: what prints here, and nobody that it has words from. */
const ITSELF = new RegExp(
  `^(?:(?:an?|the|our) ${EARLIER}(?: (?:of|on|for|to) (?:this|the|our) ${PIECE})?|this (?:article|story|version))$`,
  'i',
);

/** Who passes on whom, by the chains of statements: "officials → The Courier → The Herald" is two ties. The most first. */
export function tiesOf(rows: readonly Pick<StatementRow, 'attribution' | 'document'>[]): Ties {
  const ties = new Map<string, Tie>();
  const parties = new Map<string, Party>();
  const meet = (name: string, kind: SourceKind | null, prints: boolean) => {
    const known = parties.get(name);
    parties.set(name, {
      name,
      kind: known?.kind ?? kind,
      prints: prints || (known?.prints ?? false),
      statements: (known?.statements ?? 0) + 1,
    });
  };
  for (const { attribution, document } of rows) {
    const printer = document.outlet ?? 'outlet not given';
    const links = attribution.chain.slice(0, -1).filter(({ name }) => !ITSELF.test(name));
    for (const { name, kind } of links) meet(name, kind, false);
    meet(printer, 'outlet', true);
    const path = [...links.map(({ name }) => name), printer];
    for (const [i, from] of path.slice(0, -1).entries()) {
      const to = path[i + 1]!;
      const key = `${from}\n${to}`;
      const known = ties.get(key) ?? { from, to, statements: 0, denials: 0 };
      const denials = known.denials + Number(attribution.polarity === 'denies');
      ties.set(key, { ...known, statements: known.statements + 1, denials });
    }
  }
  const byCount = (a: Tie, b: Tie) => b.statements - a.statements || (a.from < b.from ? -1 : 1);
  return {
    parties: [...parties.values()],
    ties: [...ties.values()].filter(({ from, to }) => from !== to).sort(byCount),
  };
}

/** The strongest ties, and whoever stands at an end of them: more cannot be told apart. */
export function strongest({ parties, ties }: Ties, most: number): Ties {
  const kept = ties.slice(0, most);
  const names = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { parties: parties.filter(({ name }) => names.has(name)), ties: kept };
}
