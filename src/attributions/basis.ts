import type { Parse } from '../language/parse.ts';
import { type Span, slice } from '../text/span.ts';
import type { Basis } from './attribution.ts';
import type { Candidate } from './candidates.ts';
import { firstWordAt, sentenceOf } from './tree.ts';

/** How a source knows what it says, where the text tells: "she saw it herself", "was briefed on", "judging by", "citing its logs" */
export function basisOf(parse: Parse, candidate: Candidate): Basis | null {
  const { text } = parse;
  const who = candidate.source.map((span) => slice(text, span)).join(' ');
  const cue = candidate.cue.map((span) => slice(text, span)).join(' ');
  if (WAS_THERE.test(who)) return 'witnessed';
  if (HAS_READ.test(who)) return 'document';
  if (WAS_TOLD.test(who) || (WAS_TOLD.test(cue) && !/\b(?:not|never|n[’']t)\b/.test(cue) && !isTeller(candidate)))
    return 'told';
  if (sawIt(parse, candidate.content)) return 'witnessed';
  const around = besideContent(parse, candidate);
  if (OWN_PAPERS.test(slice(text, sentenceOf(parse, candidate.at).span))) return 'document';
  return INFERS.test(cue) || FROM_SIGNS.test(around) ? 'inferred' : null;
}

/** "she was told BY A GUARD": the source is the one who told. */
const isTeller = ({ source, cue }: Candidate): boolean =>
  source[0] !== undefined && cue[0] !== undefined && source[0][0] > cue[0][0];

const WAS_THERE =
  /\bwho (?:saw|witnessed|watched|heard|was there|were there|was present|were present)\b|\beyewitness(?:es)?\b/i;
const HAS_READ =
  /\bwho (?:has|have|had) (?:seen|read|reviewed) (?:\S+ ){0,4}(?:documents?|papers?|figures|files?|letters?|reports?|e-?mails?|memos?|minutes|footage|drafts?)\b/i;
const WAS_TOLD =
  /\b(?:was|were|been|being) (?:\S+ly )?(?:told|informed|briefed|notified)\b|^.*\bbriefed (?:on|about|by)\b|\bwho (?:was|were) (?:told|briefed)\b/i;
const INFERS = /\b(?:estimat|infer|conclud|calculat|deduc|extrapolat)\w*|\bpoint(?:s|ed|ing)? to\b/i;
const FROM_SIGNS =
  /\b(?:judg(?:ing|ed) (?:by|from)|on the (?:basis|strength) of|based on|drawn from|inferred from|from (?:satellite|radar|its models|aerial|seismic))\b/i;
const OWN_PAPERS =
  /\b(?:citing|quoting|according to) (?:its|their|his|her) (?:own )?(?:\S+ )?(?:logs?|records?|data|documents?|figures|measurements|files?|papers?|minutes|registers?|books|diar(?:y|ies)|notes)\b/i;

/** The rest of the sentence: what stands outside the content and near the cue. */
function besideContent(parse: Parse, { at, content }: Candidate): string {
  const { span } = sentenceOf(parse, at);
  const [first] = content;
  if (!first || first[0] < span[0] || first[1] > span[1]) return slice(parse.text, span);
  return `${parse.text.slice(span[0], first[0])} | ${parse.text.slice(Math.min(content.at(-1)![1], span[1]), span[1])}`;
}

/** "that she SAW the foreman lock the door", "I HEARD it": the speaker's own senses; not "had seen no such document". */
function sawIt(parse: Parse, content: readonly Span[]): boolean {
  const start = content[0]?.[0];
  if (start === undefined) return false;
  let at = firstWordAt(parse, start);
  while (/^(?:that|["“‘'])$/.test(parse.words[at]?.form ?? '')) at++;
  if (!/^(?:i|he|she|they|we)$/.test(parse.words[at]?.form ?? '')) return false;
  for (at++; /^(?:had|have|'d|has|also|then|once|just|personally)$/.test(parse.words[at]?.form ?? ''); at++);
  const [verb, next] = [parse.words[at]?.form ?? '', parse.words[at + 1]?.form ?? ''];
  return SENSED.test(verb) && !/^(?:no|nothing|of|from|about|that)$/.test(next);
}

const SENSED = /^(?:saw|seen|heard|watched|witnessed|counted|felt|smelled|smelt|spotted|noticed)$/;
