import type { Assertion } from '../../claims/assertion.ts';
import type { Term } from '../../claims/terms.ts';

type PackedTerm = readonly [key: string, start: number, end: number, role: number, at: number, share: number];
type Rest = Omit<Assertion, 'id' | 'statement' | 'document' | 'terms' | 'setting'>;

const ROLES: readonly Term['role'][] = ['head', 'actor', 'patient', 'other', 'aside'];

/** An assertion has twenty terms, and a ledger a million assertions: without the names of their fields they take a third. */
export function packed(assertion: Assertion): string {
  const { id: _id, statement: _statement, document: _document, terms, setting, ...rest } = assertion;
  return JSON.stringify([terms.map(packTerm), setting.map(packTerm), rest]);
}

export function unpacked(text: string, own: Pick<Assertion, 'id' | 'statement' | 'document'>): Assertion {
  const [terms, setting, rest] = JSON.parse(text) as [PackedTerm[], PackedTerm[], Rest];
  return { ...own, ...rest, terms: terms.map(termOf), setting: setting.map(termOf) };
}

const packTerm = ({ key, span, role, at, share }: Term): PackedTerm =>
  [...[key, ...span], ...[ROLES.indexOf(role), at, share]] as unknown as PackedTerm;

const termOf = ([key, start, end, role, at, share]: PackedTerm): Term => {
  return { key, span: [start, end], role: ROLES[role]!, at, share };
};
