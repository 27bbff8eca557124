import type { Claim } from '../claims/claims.ts';
import { type Contest, type View, viewOf } from '../claims/contested.ts';
import { lifeOf } from '../claims/life.ts';
import { words } from '../text/span.ts';
import { type Linked, nameOf, saying, wordsAt } from './linked.ts';
import type { ClaimAnswerSchema, ClaimRowSchema, ContestSchema, MemberSchema } from './schemas/links.ts';
import type { Of } from './schemas/same.ts';

export function claimRow(linked: Linked, claim: Claim): Of<typeof ClaimRowSchema> {
  const { reports, origins, notRecorded, headline } = linked.lineageOf(claim);
  const days = reports.flatMap((id) => linked.readings.get(id)!.document.published ?? []);
  return {
    id: claim.id,
    words: saying(linked, claim.headline),
    headline,
    reports: reports.length,
    origins: origins.length,
    named: origins.filter(({ named }) => named).length,
    notRecorded: notRecorded.length,
    denied: new Set(claim.relations.filter(isDenial).map(({ a }) => a)).size,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}

const isDenial = ({ relation }: Claim['relations'][number]): boolean =>
  relation === 'denies' || relation === 'contradicts';

/** A claim with all that is known of it, in the words of the reports. */
export function claimAnswer(linked: Linked, claim: Claim): Of<typeof ClaimAnswerSchema> {
  const lineage = linked.lineageOf(claim);
  const contest = linked.contests().find((one) => one.claim === claim.id);
  const named = [
    ...claim.members.map((id) => linked.assertions.get(id)!.document),
    ...lineage.edges.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ];
  const life = lifeOf(claim, linked.assertions, linked.readings);
  return {
    claim,
    words: saying(linked, claim.headline),
    members: claim.members.map((id) => memberRow(linked, id)),
    lineage,
    documents: Object.fromEntries([...new Set(named)].map((id) => [id, nameOf(linked, id)])),
    life: life.map((moment) => ({ ...moment, words: saying(linked, moment.assertion) })),
    contest: contest ? contestRow(linked, contest) : null,
  };
}

function memberRow(linked: Linked, id: string): Of<typeof MemberSchema> {
  const { statement, document, span, kind, stance, certainty } = linked.assertions.get(id)!;
  const reading = linked.readings.get(document)!;
  const { chain, polarity, hedges } = reading.attributions.find((one) => one.id === statement)!;
  return {
    assertion: id,
    statement,
    document: nameOf(linked, document),
    span,
    words: wordsAt(linked, document, span),
    chain: chain.map(({ name, kind }) => ({ name, kind })),
    kind,
    stance,
    polarity,
    certainty,
    hedges: hedges.map((hedge) => words(reading.document.text, [hedge])),
  };
}

/** What is disputed of a claim, each side in its exact words. */
export function contestRow(linked: Linked, contest: Contest, view?: View): Of<typeof ContestSchema> {
  const side = (id: string) => {
    return { words: saying(linked, id), document: nameOf(linked, linked.assertions.get(id)!.document) };
  };
  const one = view && viewOf(contest.values, view);
  return {
    claim: contest.claim,
    headline: contest.headline,
    words: saying(linked, contest.headline),
    denials: contest.denials.map((denial) => ({ ...denial, sides: [side(denial.a), side(denial.b)] as const })),
    values: contest.values.map((value) => {
      const { document, span } = value;
      return { ...value, words: wordsAt(linked, document, span), in: nameOf(linked, document) };
    }),
    view: one ? { name: view, ...one } : null,
  };
}

/** Does a statement of the claim have all these words? */
export function says(linked: Linked, { members }: Claim, typed: string): boolean {
  const sought = folded(typed).split(/\s+/).filter(Boolean);
  return members.some((id) => {
    const said = folded(saying(linked, id));
    return sought.every((word) => said.includes(word));
  });
}

const folded = (said: string): string => said.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
