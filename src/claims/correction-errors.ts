import type { Span } from '../text/span.ts';

/** What a notice says was wrong and what is right; null where it says only one of them. */
export interface Mistake {
  readonly wrong: Span | null;
  readonly right: Span | null;
}

export interface Told {
  /** "the number of soldiers" */
  readonly about: Span | null;
  readonly mistakes: readonly Mistake[];
}

const WRONGLY =
  '(?:(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|falsely|also|had|originally|previously|initially)\\s+)*';
const SURELY_WRONG = '(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|falsely)';
const NOT = '(?:,?\\s+(?:and\\s+not|not|instead\\s+of|rather\\s+than)\\s+)';
const SAY = '(?:say|state|read|show|reflect|make\\s+(?:it\\s+)?clear)';
const CHANGED = '\\b(?:[Cc]orrect|[Uu]pdat|[Aa]mend|[Cc]hang|[Rr]evis|[Ee]dit|[Cc]larif|CORRECT|UPDAT)\\w*\\b.{0,80}?';
/** What is called wrong goes on to here: "…, where the officials had said", "… when in fact", "… instead of" */
const BUT =
  '(?:,?\\s+(?:instead\\s+of|rather\\s+than|when\\s+(?:in\\s+fact|actually)|but\\s+in\\s+fact|(?:where|while|but|when)\\s+.{0,60}?\\b(?:should\\s+have\\s+(?:said|been|read)|had\\s+said|said|was|is|were|are))\\s+)';

/** Ways to tell it in one sentence, the most telling first, each with an example. */
const TELLING: readonly RegExp[] = [
  // changed the toll from 12 to 21
  /\b(?:correct|chang|amend|revis|alter)\w*\s+(?<about>.{2,120}?)\s+from\s+(?<wrong>.{1,120}?)\s+to\s+(?<right>.{1,200})$/d,
  // Corrects number of dead to 12, not 21; … to 12 from 21
  new RegExp(
    `\\b(?:[Cc]orrect|[Ff]ix|[Aa]mend|[Cc]hang|CORRECT)\\w*\\s+(?<about>.{2,120}?)\\s+to\\s+(?:${SAY}\\s+)?(?:that\\s+)?(?<right>.{1,200}?)(?:${NOT}|\\s+from\\s+)(?<wrong>.{1,200})$`,
    'd',
  ),
  // has been corrected to say 12, not 21
  new RegExp(`${CHANGED}\\bto\\s+${SAY}\\s+(?:that\\s+)?(?<right>.{1,200}?)${NOT}(?<wrong>.{1,200})$`, 'd'),
  // wrongly gave the number of dead as 21, where the police had said 12
  new RegExp(
    `\\b(?:${SURELY_WRONG}\\s+(?:described|identified|listed|referred\\s+to|named|put|called|spelled|spelt)|misstated|misidentified|misdescribed|misreported|${WRONGLY}gave)\\s+(?<about>.{2,120}?)\\s+(?:as|at)\\s+(?<wrong>.{1,200}?)(?:${BUT}(?<right>.{1,200}))?$`,
    'd',
  ),
  // Piet Vandam was wrongly described as the owner
  new RegExp(
    `(?:version|article|story|report|headline|caption),\\s+(?<about>.{2,120}?)\\s+(?:was|were)\\s+${SURELY_WRONG}\\s+\\w+\\s+(?:as|to)\\s+(?<wrong>.{1,200}?)(?:${BUT}(?<right>.{1,200}))?$`,
    'd',
  ),
  // misspelled the surname of the mayor
  /\b(?:misstated|misspelled|misspelt|misidentified|misattributed|misreported|mischaracteri[sz]ed|misquoted|misdated|omitted)\s+(?<about>.{2,200})$/d,
  // An earlier version said that the ferry had sunk
  new RegExp(
    `\\b(?:[Vv]ersions?|[Hh]eadline|[Cc]aption|[Aa]rticle|[Ss]tory|[Rr]eport|[Tt]weet|[Pp]ost)\\b.{0,120}?\\s${WRONGLY}(?:said|stated|reported|claimed|read|suggested|implied|indicated|asserted)\\s+(?:that\\s+)?(?<wrong>.{2,300}?)(?:${BUT}(?<right>.{1,200}))?$`,
    'd',
  ),
  // Corrects paragraph 3 to say that nobody was hurt
  new RegExp(
    `\\b(?:[Cc]orrect|[Ff]ix|[Cc]larif|CORRECT|CLARIF)\\w*\\s+(?<about>.{2,120}?)\\s+to\\s+${SAY}\\s+(?:that\\s+)?(?<right>.{2,300})$`,
    'd',
  ),
  // has been corrected to say that nobody was hurt
  new RegExp(`${CHANGED}\\bto\\s+${SAY}\\s+(?:that\\s+)?(?<right>.{2,300})$`, 'd'),
  // clarifies that nobody was hurt
  /\b(?:[Cc]larif(?:y|ies)|[Cc]orrects?|CORRECTS|CLARIFIES)\s+that\s+(?<right>.{2,300})$/d,
  // to fix a typo in the headline
  /\b(?:[Cc]orrects?|[Ff]ix(?:es)?|[Cc]larif(?:y|ies)|[Rr]emoves?|[Dd]eletes?|CORRECTS|CLARIFIES)\s+(?:an?\s+)?(?<about>.{2,200})$/d,
];

/** What is right, told in a sentence after the one with the error. */
const RIGHT: readonly RegExp[] = [
  // It was 12, not 21.
  /^.{1,80}?\s(?:is|was|are|were|has|had|have)\s+(?<right>.{1,200}?),\s+(?:and\s+)?not\s+(?<wrong>.{1,200})$/d,
  // It should have said 12.
  /\bshould\s+(?:have\s+(?:been|said|read)|be|say|read)\s+(?<right>.{1,200})$/d,
  // In fact, it was 12. The correct number is 12.
  /^(?:In\s+fact,?\s+.{0,60}?|.{0,30}?\b(?:correct|actual|right)\s.{1,60}?)\b(?:is|was|are|were)\s+(?<right>.{1,200})$/d,
  /^(?:In\s+fact|Actually),?\s+(?<right>.{2,200})$/d,
  // The post was actually from the ministry.
  /\s(?:is|was|are|were),?\s+(?:in\s+fact|actually),?\s+(?<right>.{2,200})$/d,
  // The men were held after the fire in Selm, not Harwick.
  /,\s+not\s+(?<wrong>.{1,60})$/d,
];

/** @param sentences of the notice, without its label */
export function mistakesTold(text: string, sentences: readonly Span[]): Told {
  let about: Span | null = null;
  const mistakes: Mistake[] = [];
  for (const sentence of sentences) {
    const after = mistakes.length > 0 ? found(text, sentence, RIGHT) : null;
    const last = mistakes.at(-1);
    if (after?.right && last?.right === null) {
      mistakes[mistakes.length - 1] = { wrong: last.wrong ?? after.wrong, right: after.right };
      continue;
    }
    const told: Found | null = found(text, sentence, TELLING) ?? (about ? found(text, sentence, RIGHT) : null);
    if (!told) continue;
    about ??= told.about;
    if (told.wrong || told.right) mistakes.push({ wrong: told.wrong, right: told.right });
  }
  return { about, mistakes };
}

interface Found extends Mistake {
  readonly about: Span | null;
}

function found(text: string, [start, end]: Span, ways: readonly RegExp[]): Found | null {
  const whole = text.slice(start, Math.min(end, start + LONGEST)).replace(/[\s.)\]]+$/, '');
  for (const clause of [whole, ...(whole.includes(';') ? [whole.slice(0, whole.indexOf(';'))] : [])].reverse()) {
    for (const way of ways) {
      const groups = way.exec(clause)?.indices?.groups;
      if (!groups) continue;
      const spanOf = (name: string) => bare(text, groups[name], start);
      return { about: spanOf('about'), wrong: spanOf('wrong'), right: spanOf('right') };
    }
  }
  return null;
}

/** In characters: a longer sentence is no notice. */
const LONGEST = 700;

/** Without white space, commas and a stop at the ends; quotation marks stay. */
function bare(text: string, group: readonly [number, number] | undefined, from: number): Span | null {
  if (!group) return null;
  let [start, end] = [group[0] + from, group[1] + from];
  while (start < end && /[\s,;:]/.test(text[start]!)) start++;
  while (start < end && /[\s,;:.]/.test(text[end - 1]!)) end--;
  return start < end ? [start, end] : null;
}
