import type { Attribution } from '../attributions/attribution.ts';
import { digest } from '../ledger/digest.ts';
import type { Standing } from '../ledger/standing.ts';

/** What was seen of a statement: another row of the machine, or another decision, gives another one. */
export const seenOf = (attribution: Attribution, standing: Standing): string =>
  digest([attribution, lastDecision(standing)]).slice(0, 24);

/** Hash of the last decision on the statement itself; null where nobody decided. */
export const lastDecision = ({ decisions }: Standing): string | null =>
  decisions.findLast(({ on }) => on.kind === 'statement')?.hash ?? null;
