interface Denial {
  /** who denies it, as the report has it */
  readonly name: string;
  readonly document: string;
}

/** As many as a headline has room for. */
const MOST = 3;

/** "denied by the Russian army in 3 reports", "denied by Pyongyang and Moscow": one who denies it often is one. */
export function deniedBy(denials: readonly Denial[]): string {
  if (denials.length === 0) return 'denied';
  const names = [...Map.groupBy(denials, ({ name }) => name.toLowerCase()).values()].map(([first]) => first!.name);
  const reports = new Set(denials.map(({ document }) => document)).size;
  const told = names.length > MOST ? [...names.slice(0, MOST - 1), 'others'] : names;
  const last = told.length > 1 ? ` and ${told.at(-1)}` : '';
  const who = `${told.slice(0, last ? -1 : 1).join(', ')}${last}`;
  return `denied by ${who}${reports > 1 ? ` in ${reports} reports` : ''}`;
}
