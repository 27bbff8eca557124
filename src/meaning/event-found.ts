import { dependentOf, lower, sentenceOf, spanOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import type { Clause } from './event-clause.ts';
import type { Force } from './event-force.ts';
import { type EventLexicon, holdsWord, isOf, type Row } from './event-lexicon.ts';
import { isGovernment, isParty, isPolity } from './event-party.ts';
import { phrase } from './event-phrase.ts';
import { type Role, roleIn } from './event-roles.ts';
import type { Trigger } from './event-triggers.ts';
import type { Deed } from './meaning.ts';

/** An event found at a word, with what else governs by it: the light verb of a noun. */
export interface Found {
  readonly at: number;
  readonly root: string;
  readonly mode: string | null;
  readonly words: readonly number[];
  readonly actor: Role | null;
  readonly recipient: Role | null;
}

const TO_COME: ReadonlyMap<string, string> = new Map([
  ...['CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'AGREE'].map((root) => [root, 'AGREE'] as const),
  ...['RETREAT', 'CONCEDE'].map((root) => [root, 'CONCEDE'] as const),
  ...['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST', 'MOBILIZE'].map((root) => [root, 'THREATEN'] as const),
]);
const FORCEFUL = new Set(['ASSAULT', 'COERCE']);
const FRIENDLY = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'RETREAT', 'CONCEDE']);

export const isHostile = (root: string): boolean => TO_COME.get(root) === 'THREATEN' || root === 'THREATEN';

/** What a root becomes where it is to come, tried or refused; null where nothing is left of it. */
export function rootBy(force: Force, root: string): string | null {
  if (force === 'happens') return root;
  if (force === 'comes') return TO_COME.get(root) ?? root;
  if (force === 'tried') return FORCEFUL.has(root) ? root : null;
  if (force === 'refused') return FRIENDLY.has(root) ? 'REJECT' : null;
  return null;
}

/** "threatened to attack" → violence */
const THREAT_MODES: ReadonlyMap<string, string> = new Map([
  ['ASSAULT', 'violence'],
  ['COERCE', 'restrict'],
  ['PROTEST', 'restrict'],
  ['SANCTION', 'relations'],
]);

export function threatMode(root: string, mode: string | null): string | null {
  if (mode === 'arrest' || mode === 'expel') return mode;
  return THREAT_MODES.get(root) ?? null;
}

/** The parties of a row, where it has those that it needs. */
export function partiesOf(
  parse: Parse,
  clause: Clause,
  { row, words }: Trigger,
  strict: boolean,
): Pick<Found, 'actor' | 'recipient'> | null {
  const actor = roleIn(parse, clause, row.actor, Math.max(clause.at, ...words.slice(0, 1)));
  const recipient = roleIn(parse, clause, row.recipient, clause.at);
  const other = recipient && actor && recipient.head === actor.head ? null : recipient;
  if (row.needs.includes('i') && !isIntransitive(parse, clause.at)) return null;
  return meets(parse, row.needs, actor, other, strict) ? { actor: without(actor, other), recipient: other } : null;
}

/** "militants on the convoy" without "on the convoy", which is the other party */
export function without(one: Role | null, other: Role | null): Role | null {
  if (!one || !other || other.head <= one.head || other.head >= one.run[1]) return one;
  return { head: one.head, run: [one.run[0], Math.max(one.head + 1, other.run[0] - 1)] };
}

/** "students demonstrated"; not "this demonstrated that …" */
const isIntransitive = (parse: Parse, at: number): boolean => dependentOf(parse, at, 'dobj', 'ccomp') === undefined;

export function meets(
  parse: Parse,
  needs: string,
  actor: Role | null,
  recipient: Role | null,
  strict: boolean,
): boolean {
  const party = (role: Role | null): boolean => role !== null && isParty(parse, role.head);
  const polity = (role: Role | null): boolean => role !== null && isPolity(parse, role.head, strict);
  if (needs.includes('a') && !party(actor)) return false;
  if (needs.includes('v') && !party(actor) && !isViolent(parse, actor, recipient)) return false;
  if (needs.includes('o'))
    return recipient !== null && (!actor || party(actor)) && (!strict || polity(actor) || polity(recipient));
  if (
    needs.includes('w') &&
    actor?.head !== undefined &&
    parse.words[actor.head]!.tag !== 'PRP' &&
    !isMartial(parse, actor, false)
  )
    return false;
  if (/[mM]/.test(needs) && !isMartial(parse, actor, needs.includes('M'))) return false;
  if (needs.includes('j') && !isJoint(parse, actor, recipient)) return false;
  if (needs.includes('C') && isMartial(parse, actor, true)) return false;
  if (needs.includes('R') && !recipient) return false;
  if (needs.includes('r') && !party(recipient)) return false;
  if ((needs.includes('p') || strict) && !polity(actor) && !polity(recipient)) return false;
  return party(actor) || party(recipient) || (needs === '' && recipient !== null);
}

/** How far about somebody killed the violence may be told. */
const VIOLENCE_REACH = 12;

/** "A BOMBING killed three", "was killed in an AMBUSH"; not "a flood killed three" */
function isViolent(parse: Parse, actor: Role | null, recipient: Role | null): boolean {
  if (actor) return isOf('violence', lower(parse.words[actor.head]!));
  if (!recipient) return false;
  const [first, last] = sentenceOf(parse, recipient.head).run;
  for (
    let w = Math.max(first, recipient.head - VIOLENCE_REACH);
    w < Math.min(last, recipient.head + VIOLENCE_REACH);
    w++
  )
    if (isOf('violence', lower(parse.words[w]!))) return true;
  return false;
}

/** "rebels", "Israeli troops", "Iraq": who attacks with more than words; `named` where nobody will not do. */
function isMartial(parse: Parse, actor: Role | null, named: boolean): boolean {
  if (!actor) return !named;
  return (
    isOf('martial', lower(parse.words[actor.head]!)) || isGovernment(parse, actor.head) || hasMartial(parse, actor)
  );
}

/** "a group of GUNMEN", "thousands of PROTESTERS" */
const hasMartial = (parse: Parse, { head, run }: Role): boolean =>
  isOf('group', lower(parse.words[head]!)) &&
  parse.words.slice(head, Math.min(run[1], head + 6)).some((word) => isOf('martial', lower(word)));

/** "French and Egyptian warships", "with" somebody, "joint" */
function isJoint(parse: Parse, actor: Role | null, recipient: Role | null): boolean {
  if (recipient) return true;
  if (!actor) return false;
  const [first, last] = sentenceOf(parse, actor.head).run;
  for (let w = first; w < last; w++) if (/^(?:joint|jointly)$/.test(parse.words[w]!.form)) return true;
  for (let w = actor.run[0]; w < actor.run[1]; w++) if (parse.words[w]!.form === 'and') return true;
  return false;
}

/** Words behind a trigger that may tell its mode. */
const MODE_REACH = 14;

/** The row's own mode, or the one that a word nearby tells: "in a bomb attack" → explosives. */
export function modeOf(
  parse: Parse,
  lexicon: EventLexicon,
  root: string,
  row: Row | null,
  at: number,
  end: number,
): string | null {
  if (row?.mode && row.root === root) return row.mode;
  const modes = lexicon.modes.get(root === 'REJECT' ? 'REQUEST' : root);
  if (!modes) return null;
  const known = new Set(modes.keys());
  const from = root === 'ASSAULT' ? Math.max(0, at - 4) : at + 1;
  for (let w = from; w < Math.min(end, at + MODE_REACH); w++) {
    const { form } = parse.words[w]!;
    if (!holdsWord(known, form)) continue;
    return modes.get(form) ?? modes.get([...known].find((word) => holdsWord(new Set([word]), form))!) ?? null;
  }
  return null;
}

export function deedOf(parse: Parse, found: Found): Deed {
  const words = found.words.length ? found.words : [found.at];
  return {
    span: spanOf(parse, [Math.min(...words), Math.max(...words) + 1])!,
    code: found.root,
    mode: found.mode,
    actor: found.actor && spanOf(parse, found.actor.run),
    recipient: found.recipient && spanOf(parse, found.recipient.run),
    at: found.at,
  };
}

export const roleOf = (parse: Parse, head: number | undefined): Role | null =>
  head === undefined ? null : { head, run: phrase(parse, head) };
