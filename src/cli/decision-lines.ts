import { RELATIONS } from '../claims/relation.ts';
import { toldValue } from '../ledger/correctable.ts';
import { addedBy, type Decision, type State, saidIn } from '../ledger/decision.ts';
import { isFact } from '../ledger/facts.ts';
import { letterTold } from '../ledger/grade.ts';
import type { Corrected, Standing } from '../ledger/standing.ts';
import type { Document } from '../text/document.ts';
import { plain } from './shorten.ts';

/** What spans are slices of. */
type Text = Pick<Document, 'text' | 'sha256'>;

/** "Ana corrected 3fa91c20b7d4, certainty: probable → possible (heard the tape)" */
export function decisionTold(decision: Decision, document: Text): string {
  const { who, why, verb, undoes } = decision;
  const what = verb === 'undo' ? `undid entry ${undoes}, on ${onTold(decision)}` : `${done[verb]} ${onTold(decision)}`;
  const changed = correctionTold(decision, document) || additionTold(decision);
  return plain(`${who} ${what}${changed && `, ${changed}`}${why ? `: ${why}` : ''}`);
}

const done = {
  confirm: 'confirmed',
  reject: 'rejected',
  correct: 'corrected',
  merge: 'merged',
  split: 'split',
  grade: 'graded',
  add: 'added',
} as const satisfies Record<Exclude<Decision['verb'], 'undo'>, string>;

/** "3fa9 is firmer than 77b0" */
const relationTold: Readonly<Record<string, string>> = {
  same: 'says the same as',
  firmer: 'is firmer than',
  weaker: 'is weaker than',
  'part of': 'is part of',
  ...Object.fromEntries(RELATIONS.filter((name) => name.startsWith('differs')).map((name) => [name, `${name} from`])),
};

function onTold({ on, verb, grade }: Pick<Decision, 'on' | 'verb' | 'grade'>): string {
  if (on.kind === 'statement') return on.id;
  if (on.kind === 'document') return `document ${on.id}`;
  if (on.kind === 'source') {
    const part = [...on.names, ...on.documents].join(', ');
    return verb === 'split' ? `${on.source}, off it ${part}` : `that ${part} is ${on.source}`;
  }
  if (on.kind === 'reliability') return grade ? `${on.source} ${letterTold(grade)}` : on.source;
  if (on.kind === 'sources') return verb === 'merge' ? `${on.a} and ${on.b}` : `that ${on.a} and ${on.b} are one`;
  const claims = verb === 'merge' || verb === 'split';
  return claims
    ? `the claims of ${on.a} and ${on.b}`
    : `that ${on.a} ${relationTold[on.relation] ?? on.relation} ${on.b}`;
}

export const correctedWords = (field: string, to: unknown, words: readonly string[]): string =>
  words.length > 0 ? `“${words.join(' … ')}”` : toldValue('', field, to);

/** "certainty: probable → possible" */
function correctionTold({ correction, verb }: Decision, { text, sha256 }: Text): string {
  if (!correction || verb !== 'correct') return '';
  const { field, at, from, to, words, speaker } = correction;
  // places in another text of the same bytes are not places in this one
  const before = sha256 === correction.text || isFact(field) ? `${toldValue(text, field, from)} ` : '';
  const speaks = speaker === undefined ? '' : `, so who speaks is ${speaker}`;
  return `${field}: ${before}→ ${correctedWords(field, to, words.slice(at ? 1 : 0))}${speaks}`;
}

/** "“the dock is shut”, by the harbour master" */
function additionTold({ addition, verb }: Decision): string {
  if (!addition || verb !== 'add') return '';
  const { name, polarity } = addition;
  const said = polarity === 'affirms' ? 'by' : polarity === 'denies' ? 'denied by' : 'left open by';
  return `“${saidIn(addition)}”, ${said} ${name}`;
}

/** A statement's decisions as facts: how it stands, what is corrected, what changed since, and who decided when and why. */
export function standingFacts(standing: Standing, document: Text): (readonly [name: string, told: string])[] {
  const { corrections, changed, decisions, found, instead } = standing;
  const lost = instead.length > 0 ? `; in its words there stand ${instead.join(', ')}` : '';
  return [
    ...corrections.map((one) => ['corrected', correctedTold(one, document.text)] as const),
    ...(found ? [] : [['not found', `${lostTold(decisions)}${lost}`] as const]),
    ...changed.map(({ field, told: [was, now] }) => {
      const told = `${field} was ${was} when it was decided on, and is ${now} now`;
      return ['changed', plain(told)] as const;
    }),
    ...decisions.map((decision) => ['decided', decidedTold(decision, document)] as const),
  ];
}

/** Why a statement stands in no list any more. */
export function lostTold(decisions: readonly Decision[]): string {
  const undo = decisions.find(({ verb, undoneBy }) => verb === 'add' && undoneBy !== null)?.undoneBy;
  return undo
    ? `its adding was taken back by entry ${undo}`
    : 'the newest reading does not have this statement any more';
}

/** "certainty is possible, by Ana; the machine has probable" */
function correctedTold({ field, machine, to, words, fits, who }: Corrected, text: string): string {
  const has = fits
    ? `the machine has ${toldValue(text, field, machine)}`
    : 'the newest reading has no such place any more';
  return plain(`${field} is ${correctedWords(field, to, words)}, by ${who}; ${has}`);
}

export function decidedTold(decision: Decision, document: Text): string {
  const { seq, at, undoneBy } = decision;
  return `${seq} · ${at} · ${decisionTold(decision, document)}${undoneBy === null ? '' : ` (undone by entry ${undoneBy})`}`;
}

/** "suggested by the machine, confirmed by nobody"; "suggested by the machine, rejected by Ana"; "added by Ana" */
export function stateTold(standing: Standing): string {
  const { state, decisions } = standing;
  const adding = addedBy(standing);
  const from = adding ? `added by ${plain(adding.who)}` : 'suggested by the machine';
  if (adding?.isTakenBack) return `${from}, and taken back`;
  if (state === 'suggested') return `${from}, confirmed by nobody`;
  if (state === 'added') return from;
  const last = decisions.findLast((one) => one.on.kind === 'statement' && one.verb !== 'undo' && one.undoneBy === null);
  return `${from}, ${state} by ${plain(last?.who ?? 'somebody')}`;
}

export const STATE_COLOURS = {
  suggested: 'dim',
  confirmed: 'green',
  rejected: 'red',
  corrected: 'cyan',
  added: 'cyan',
} as const satisfies Record<State, string>;
