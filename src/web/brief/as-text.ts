import type { StatementAnswer } from '../../api/client.ts';
import { asCorrected } from '../../ledger/corrected-attribution.ts';
import { addedBy } from '../../ledger/decision.ts';
import { letterTold, NOT_GRADED } from '../../ledger/grade.ts';
import { CERTAINTY, datesOf, outletOf, shortDate, titleOf } from '../wording.ts';
import { fromOf, headOf, quotedIf } from './head-of.ts';
import { linksToTell } from './links-to-tell.ts';

/** The brief to paste elsewhere: who and how, words, chain, grades, firmness, report, addresses; a line between statements. */
export function asText(title: string, statements: readonly StatementAnswer[], origin: string): string {
  const told = statements.map((one) => {
    const { document, standing, words } = one;
    const { address, kept } = fromOf(one);
    const attribution = asCorrected(one.attribution, standing);
    const chain = attribution.chain.slice(0, -1).map(({ name }) => name);
    const { who, stands } = headOf(attribution, document.outlet);
    const adding = addedBy(standing);
    const state = [
      ...(adding?.isTakenBack ? [] : [standing.state]),
      ...(adding ? [`added by ${adding.who}${adding.isTakenBack ? ', and taken back' : ''}`] : []),
    ];
    const firmness = [CERTAINTY[attribution.certainty], ...words.hedges.map((hedge) => `“${hedge}”`)];
    return [
      `${who} ${stands}: ${quotedIf(attribution, words.content)}`,
      [...chain, outletOf(document)].join(' → '),
      `Reliability: ${reliabilityOf(one)}`,
      [...firmness, ...state].join(' · '),
      `${titleOf(document)}, ${datesOf(document)}`,
      `From ${address}, ${kept}`,
      `${origin}/documents/${document.id}#s=${attribution.id}`,
    ].join('\n');
  });
  return [...(title.trim() ? [title.trim()] : []), ...told].join('\n\n') + '\n';
}

/** "the officials: C, fairly reliable (Ana, 29 Nov 2026) · The Harbour Post: not graded" */
function reliabilityOf(answer: StatementAnswer): string {
  const told = linksToTell(answer).map(
    ({ name, grade }) =>
      `${name}: ${grade ? `${letterTold(grade.letter)} (${grade.who}, ${shortDate(grade.at)})` : NOT_GRADED}`,
  );
  return told.length > 0 ? told.join(' · ') : NOT_GRADED;
}
