import type { Token } from './tokens.ts';

/** A sentence as a run of tokens `[first, last)` of one paragraph. */
export type Run = readonly [first: number, last: number];

const CLOSING = new Set(['”', '"', '’', "'", "''", ')', ']', '»']);
const ENDING = new Set(['.', '!', '?', '…']);
/** Abbreviations that seldom end a sentence: a name or a number follows. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Sens?|Reps?|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Adm|Brig|St|Mt|Ft|No|vs|\p{Lu})\.$/u;
/** “Is it over?” Smith asked. — the words after the closing mark belong to the sentence before. */
const SPEECH =
  /^(?:said|says|asked|asks|added|adds|told|wrote|cried|shouted|replied|tweeted|declared|joked|quipped|wondered|inquired|exclaimed|demanded|continued)$/;

/** Cuts the tokens of one paragraph at sentence ends; quotation marks stay with the sentence that they close. */
export function sentences(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsAt(tokens, i)) continue;
    let last = i + 1;
    while (last < tokens.length && CLOSING.has(tokens[last]!.text) && touches(tokens, last)) last++;
    if (last < tokens.length && !begins(tokens, last, last - i > 1, tokens[i]!.text)) continue;
    runs.push([first, last]);
    first = last;
    i = last - 1;
  }
  if (first < tokens.length) runs.push([first, tokens.length]);
  return runs;
}

const touches = (tokens: readonly Token[], i: number): boolean => tokens[i]!.start === tokens[i - 1]!.end;

function endsAt(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i]!;
  if (ENDING.has(text) || /^\.{3,}$/.test(text)) return true;
  return text.length > 1 && text.endsWith('.') && !TITLE.test(text); // … in the U.S. The …
}

/** Could a sentence begin at `i`? */
function begins(tokens: readonly Token[], i: number, quoted: boolean, ending: string): boolean {
  const next = tokens[i]!;
  if (touches(tokens, i) && !/^[“"‘«„[(]/.test(next.text) && !quoted) return false;
  if (/^\p{Ll}/u.test(next.text)) return false;
  if (/^[,;:)\]]/.test(next.text)) return false;
  if (ending.length > 1 && ending !== '…' && !/^\.+$/.test(ending)) return beginsAfterAbbreviation(next.text);
  if (quoted) return !speechFollows(tokens, i);
  return true;
}

/** "in the U.S. The", but not "the U.S. Senate": only words that open sentences count. */
const beginsAfterAbbreviation = (text: string): boolean =>
  /^(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Their|There|For|As|If|When|While|After|Before|According|“|"|‘)$/.test(
    text,
  );

function speechFollows(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
    if (SPEECH.test(tokens[i]!.text)) return true;
    if (!/^[\p{L}\p{N}.’'-]+$/u.test(tokens[i]!.text)) return false;
  }
  return false;
}
