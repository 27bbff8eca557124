import type { Claim } from '../claims/claims.ts';
import { type Contest, contested, type View, viewOf } from '../claims/contested.ts';
import { correctionsOf } from '../claims/corrections-made.ts';
import type { Coverage } from '../claims/coverage.ts';
import { lifeOf } from '../claims/life.ts';
import { lineageOf } from '../claims/lineage.ts';
import type { Links } from '../claims/links.ts';
import { neverUpdated } from '../claims/never-updated.ts';
import { nameIn } from '../claims/origin.ts';
import { saidUnknown } from '../claims/said-unknown.ts';
import type { ClaimLinks, LinkAnswers, ListedClaim } from '../ledger/links/linked-ledger.ts';
import type { Reading } from '../read.ts';
import { words } from '../text/span.ts';
import { nameOf, saying, wordsAt } from './linked.ts';
import type { ClaimAnswerSchema, ClaimRowSchema, ContestSchema, MemberSchema } from './schemas/links.ts';
import type { Of } from './schemas/same.ts';

export const claimRow = (row: ListedClaim): Of<typeof ClaimRowSchema> => ({
  id: row.id,
  words: row.words,
  headline: row.summary,
  reports: row.reports,
  origins: row.origins,
  named: row.named,
  notRecorded: row.notRecorded,
  denied: row.denials,
  undecided: row.undecided,
  from: row.first,
  to: row.last,
});

/** A claim with all that is known of it, in the words of the reports. */
export async function claimAnswer(answers: LinkAnswers, links: ClaimLinks): Promise<Of<typeof ClaimAnswerSchema>> {
  const { claim, coverage } = links;
  const lineage = lineageOf(claim, coverage);
  const [contest] = contested([claim], links.assertions, links.readings, coverage);
  const never = neverUpdated(claim, coverage);
  const life = lifeOf(claim, links.assertions, links.readings, coverage);
  const taken = takenBack(claim, coverage);
  const cited = [
    ...lineage.edges.flatMap(({ to, looked }) => [to, ...looked]),
    ...Object.values(lineage.versions).flat(),
    ...never.flatMap(({ report, correction }) => [report, correction]),
    ...life.map(({ document }) => document),
  ].filter((id) => id !== null && !links.readings.has(id)) as string[];
  const others = await Promise.all([...new Set(cited)].map(answers.reading));
  const named = [...links.readings.values(), ...others].map((reading) => [reading.document.id, nameOf(reading)]);
  return {
    claim,
    words: saying(links, claim.headline),
    members: claim.members.map((id) => ({ ...memberRow(links, id), takenBack: taken.get(id) ?? null })),
    lineage,
    documents: Object.fromEntries(named),
    life: life.map((moment) => ({ ...moment, words: saying(coverage, moment.assertion) })),
    neverUpdated: never,
    unknown: saidUnknown(claim, links).map((one) => {
      const { document, span, about } = one;
      return { ...one, words: wordsAt(links, document, span), asked: wordsAt(links, document, about) };
    }),
    contest: contest ? contestRow(links, contest) : null,
  };
}

type MemberRow = Of<typeof MemberSchema>;

/** Which statements a notice takes back: what it says was wrong, and what an earlier version said. */
function takenBack(claim: Claim, coverage: Coverage): ReadonlyMap<string, NonNullable<MemberRow['takenBack']>> {
  const by = correctionsOf(claim, coverage).flatMap(({ kind, document, wrong, corrects }) => {
    const told = (quoted: boolean) => (id: string) => [id, { kind, document, quoted }] as const;
    return [...corrects.map(told(false)), ...wrong.map(told(true))];
  });
  return new Map(by);
}

function memberRow(links: Links, id: string): Omit<MemberRow, 'takenBack'> {
  const { statement, document, span, kind, stance, certainty } = links.assertions.get(id)!;
  const reading = links.readings.get(document)!;
  const { chain, polarity, hedges } = reading.attributions.find((one) => one.id === statement)!;
  return {
    assertion: id,
    statement,
    document: nameOf(links.readings.get(document)!),
    span,
    words: wordsAt(links, document, span),
    chain: chain.map(({ name, kind }) => ({ name, kind })),
    kind,
    stance,
    polarity,
    certainty,
    hedges: hedges.map((hedge) => words(reading.document.text, [hedge])),
  };
}

/** Who passed it on, between who says it and who prints it. */
const relaysIn = ({ attributions }: Reading, statement: string): string[] =>
  attributions
    .find(({ id }) => id === statement)!
    .chain.slice(1, -1)
    .map(({ name }) => name);

/** What is disputed of a claim, each side in its exact words. */
export function contestRow(links: Links, contest: Contest, view?: View): Of<typeof ContestSchema> {
  const side = (id: string) => {
    const { document, statement } = links.assertions.get(id)!;
    const reading = links.readings.get(document)!;
    const relays = relaysIn(reading, statement);
    return { words: saying(links, id), name: nameIn(statement, reading), relays, document: nameOf(reading) };
  };
  const one = view && viewOf(contest.values, view);
  return {
    claim: contest.claim,
    headline: contest.headline,
    deniers: contest.deniers,
    words: saying(links, contest.headline),
    denials: contest.denials.map((denial) => ({ ...denial, sides: [side(denial.a), side(denial.b)] as const })),
    values: contest.values.map((value) => {
      const { assertion, document, span } = value;
      const reading = links.readings.get(document)!;
      const relays = relaysIn(reading, links.assertions.get(assertion)!.statement);
      return { ...value, words: wordsAt(links, document, span), relays, in: nameOf(reading) };
    }),
    view: one ? { name: view, ...one } : null,
  };
}
