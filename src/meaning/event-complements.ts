import { subjectOf } from '../attributions/source.ts';
import { dependentOf, dependentsOf, isNoun, isVerb, lower, sentenceOf, yieldOf } from '../attributions/tree.ts';
import type { Parse } from '../language/parse.ts';
import { clauseOf } from './event-clause.ts';
import { forceOf, isNegated } from './event-force.ts';
import { type Found, isHostile, meets, modeOf, roleOf, rootBy, threatMode } from './event-found.ts';
import type { EventLexicon } from './event-lexicon.ts';
import { isParty } from './event-party.ts';
import { ownerOf, type Role, roleIn } from './event-roles.ts';
import { complementOf, lightVerbOf, nounTriggers, type Trigger, verbTriggers } from './event-triggers.ts';

/** Where a complement of no known kind has its recipient: "promised to march on Wexley". */
const ANYWHERE = ['obj', 'against', 'with', 'to', 'on', 'owner', 'for', 'from', 'in', 'by', 'of'];

/** "promised to send aid", "threatened to attack", "refused to meet", "is ready to withdraw": one event, of the whole. */
export function complementDeed(parse: Parse, at: number, lexicon: EventLexicon, strict: boolean): Found | null {
  const holds = lexicon.holds.get(lower(parse.words[at]!));
  if (!holds || !/^(?:promise|plan|will|refuse|threat)$/.test(holds)) return null;
  const complement =
    complementOf(parse, at, 'to') ??
    nounLike(parse, at, lexicon) ??
    (holds === 'refuse' ? undefined : promised(parse, at));
  if (complement === undefined || forceOf(parse, at) === 'unreal') return null;
  const inner = innerOf(parse, complement, lexicon);
  const root = rootOf(
    holds,
    inner?.row.root,
    lower(parse.words[at]!),
    isNegated(parse, complement),
    isPunishing(parse, complement),
  );
  if (!root) return null;
  const actor = holderOf(parse, at);
  const recipient = recipientOf(parse, at, complement, inner, holds);
  if (!meets(parse, /^(?:plan|will|promise)$/.test(holds) ? 'ap' : 'a', actor, recipient, strict)) return null;
  const mode =
    root === 'THREATEN'
      ? inner && threatMode(inner.row.root, inner.row.mode)
      : modeOf(parse, lexicon, root, null, at, sentenceOf(parse, at).run[1]);
  return { at, root, mode, words: [at, complement], actor, recipient };
}

/** "offered to HAND over …", tagged as a noun */
function nounLike(parse: Parse, at: number, lexicon: EventLexicon): number | undefined {
  const to = [at + 1, at + 2].find((w) => parse.words[w]?.tag === 'TO');
  if (to === undefined || !/^NN$/.test(parse.words[to + 1]?.tag ?? '')) return undefined;
  return lexicon.verbs.has(parse.words[to + 1]!.form) && parse.words[to + 2]?.tag !== 'NNS' ? to + 1 : undefined;
}

/** "promised that it WOULD …" */
function promised(parse: Parse, at: number): number | undefined {
  const clause = dependentsOf(parse, at, 'ccomp').find((d) => d > at);
  if (clause === undefined) return undefined;
  const future = dependentsOf(parse, clause, 'aux').some((d) =>
    /^(?:will|would|'ll|shall|should)$/.test(parse.words[d]!.form),
  );
  return future ? clause : undefined;
}

function innerOf(parse: Parse, verb: number, lexicon: EventLexicon): Trigger | null {
  const [own] = isVerb(parse.words[verb]!) ? verbTriggers(parse, clauseOf(parse, verb), lexicon) : [];
  if (own) return own;
  for (const object of dependentsOf(parse, verb, 'dobj', 'nmod')) {
    if (lightVerbOf(parse, object, lexicon) !== verb) continue;
    const [noun] = nounTriggers(parse, object, lexicon);
    if (noun) return noun;
  }
  return null;
}

const PUNISHING = /^(?:tolerate|face|retaliate|respond|pay|strike|punish|suffer|act|regret|defend)$/;

function rootOf(
  holds: string,
  inner: string | undefined,
  form: string,
  negated: boolean,
  punishing: boolean,
): string | null {
  if (holds === 'refuse') return 'REJECT';
  if (holds === 'threat') return /^warn/.test(form) && !(inner && isHostile(inner)) && !punishing ? null : 'THREATEN';
  if (inner && isHostile(inner)) return negated ? 'AGREE' : 'THREATEN';
  if (holds === 'promise') return negated && inner ? 'REJECT' : 'AGREE';
  if (!inner) return null;
  const root = rootBy(negated ? 'refused' : 'comes', inner);
  return holds === 'will' && root === 'CONCEDE' ? 'AGREE' : root;
}

/** Who promises: the subject of the verb or adjective, or whose promise it is. */
function holderOf(parse: Parse, at: number): Role | null {
  if (!isNoun(parse.words[at]!))
    return roleIn(parse, clauseOf(parse, at), ['subj']) ?? roleOf(parse, subjectOf(parse, at));
  const owner = ownerOf(parse, at);
  const { head } = parse.words[at]!;
  if (owner !== undefined) return roleOf(parse, owner);
  return head >= 0 && isVerb(parse.words[head]!) ? roleOf(parse, subjectOf(parse, head)) : null;
}

function recipientOf(parse: Parse, at: number, verb: number, inner: Trigger | null, holds: string): Role | null {
  const clause = clauseOf(parse, verb);
  const told = inner && roleIn(parse, clause, inner.row.recipient);
  if (told) return told;
  const own = holds === 'threat' ? roleIn(parse, clauseOf(parse, at), ['obj']) : null;
  return own ?? roleIn(parse, clause, inner ? ANYWHERE.slice(1) : ANYWHERE);
}

/** The verb of saying that governs a clause, or that stands right before its subject. */
function sayingOf(parse: Parse, verb: number): number | undefined {
  const { label, head } = parse.words[verb]!;
  if (label === 'ccomp' && head >= 0 && isVerb(parse.words[head]!)) return head;
  const subject = dependentOf(parse, verb, 'nsubj', 'nsubjpass');
  if (subject === undefined || label !== 'root') return undefined;
  const [from] = sentenceOf(parse, verb).run;
  for (let at = yieldOf(parse, subject)[0] - 1; at >= Math.max(from, subject - 8); at--)
    if (isVerb(parse.words[at]!)) return at;
  return undefined;
}

/** "said that Peru MUST hand over the pilots": asked of whoever must. */
export function mustDeed(parse: Parse, must: number, lexicon: EventLexicon, strict: boolean): Found | null {
  if (!/^(?:must|should)$/.test(parse.words[must]!.form)) return null;
  const verb = parse.words[must]!.head;
  const head = verb < 0 ? undefined : sayingOf(parse, verb);
  if (head === undefined || parse.words[verb]!.form === 'be') return null;
  const asked = dependentOf(parse, verb, 'nsubj', 'nsubjpass');
  if (asked === undefined || !isParty(parse, asked) || parse.words[asked]!.tag === 'PRP') return null;
  if (lexicon.holds.has(lower(parse.words[head]!)) && lexicon.holds.get(lower(parse.words[head]!)) === 'unreal')
    return null;
  const actor = roleOf(parse, subjectOf(parse, head));
  const recipient = roleOf(parse, asked);
  if (!meets(parse, 'arp', actor, recipient, strict)) return null;
  const mode = modeOf(parse, lexicon, 'REQUEST', null, verb - 1, sentenceOf(parse, verb).run[1]);
  return { at: head, root: 'REQUEST', mode, words: [must, verb], actor, recipient };
}

/** "warned that it will not TOLERATE …" */
const isPunishing = (parse: Parse, at: number): boolean => PUNISHING.test(parse.words[at]!.form);
