import { titleSpan } from '../claims/claim-words.ts';
import type { Coverage } from '../claims/coverage.ts';
import type { ClaimOfStatement, ClaimRow } from '../ledger/links/linked-ledger.ts';
import type { Reading } from '../read.ts';
import { type Span, slice } from '../text/span.ts';
import type { DocumentNameSchema } from './schemas/links.ts';
import type { Of } from './schemas/same.ts';

/** The words of an assertion as they are shown alone. */
export function saying({ assertions, readings }: Pick<Coverage, 'assertions' | 'readings'>, id: string): string {
  const { document, span } = assertions.get(id)!;
  return wordsAt({ readings }, document, titleSpan(span, readings.get(document)!.document.text));
}

export const wordsAt = ({ readings }: Pick<Coverage, 'readings'>, document: string, span: Span): string =>
  slice(readings.get(document)!.document.text, span);

/** What is told of a document beside words of it. */
export function nameOf({ document }: Reading): Of<typeof DocumentNameSchema> {
  const { id, address, outlet, title, published, updated } = document;
  return { id, address, outlet, title, published, updated };
}

/** By statement the claim that it is part of; of several the one in the most reports. */
export function byStatement(claims: readonly ClaimOfStatement[]): ReadonlyMap<string, ClaimRow> {
  const found = new Map<string, ClaimRow>();
  for (const claim of claims) {
    const before = found.get(claim.statement);
    if (!before || claim.reports > before.reports) found.set(claim.statement, claim);
  }
  return found;
}
